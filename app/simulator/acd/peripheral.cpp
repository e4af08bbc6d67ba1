#include "app/simulator/acd/peripheral.h"

#include <algorithm>
#include <iterator>

namespace callwright::simulator {

namespace {

namespace Control = protocol::CallControlMask;
using protocol::PeripheralType;

struct ControlBit {
    MessageType request;
    std::uint32_t bit;
};
constexpr ControlBit controlBits[] = {
    {MessageType::QUERY_AGENT_STATE_REQ, Control::CONTROL_QUERY_AGENT_STATE},
    {MessageType::SET_AGENT_STATE_REQ, Control::CONTROL_SET_AGENT_STATE},
    {MessageType::ALTERNATE_CALL_REQ, Control::CONTROL_ALTERNATE_CALL},
    {MessageType::ANSWER_CALL_REQ, Control::CONTROL_ANSWER_CALL},
    {MessageType::CLEAR_CALL_REQ, Control::CONTROL_CLEAR_CALL},
    {MessageType::CLEAR_CONNECTION_REQ, Control::CONTROL_CLEAR_CONNECTION},
    {MessageType::CONFERENCE_CALL_REQ, Control::CONTROL_CONFERENCE_CALL},
    {MessageType::CONSULTATION_CALL_REQ, Control::CONTROL_CONSULTATION_CALL},
    {MessageType::DEFLECT_CALL_REQ, Control::CONTROL_DEFLECT_CALL},
    {MessageType::HOLD_CALL_REQ, Control::CONTROL_HOLD_CALL},
    {MessageType::MAKE_CALL_REQ, Control::CONTROL_MAKE_CALL},
    {MessageType::MAKE_PREDICTIVE_CALL_REQ, Control::CONTROL_MAKE_PREDICTIVE_CALL},
    {MessageType::RECONNECT_CALL_REQ, Control::CONTROL_RECONNECT_CALL},
    {MessageType::RETRIEVE_CALL_REQ, Control::CONTROL_RETRIEVE_CALL},
    {MessageType::TRANSFER_CALL_REQ, Control::CONTROL_TRANSFER_CALL},
    {MessageType::QUERY_DEVICE_INFO_REQ, Control::CONTROL_QUERY_DEVICE_INFO},
    {MessageType::SNAPSHOT_CALL_REQ, Control::CONTROL_SNAPSHOT_CALL},
    {MessageType::SNAPSHOT_DEVICE_REQ, Control::CONTROL_SNAPSHOT_DEVICE},
    {MessageType::SEND_DTMF_SIGNAL_REQ, Control::CONTROL_SEND_DTMF_SIGNAL},
};

/// What is carried out here for somebody; dialling for campaigns is not.
constexpr std::uint32_t everything = [] {
    std::uint32_t bits = 0;
    for (const ControlBit& row : controlBits)
        bits |= row.bit;
    return bits & ~Control::CONTROL_MAKE_PREDICTIVE_CALL;
}();

/// Requests of Unified CCE alone: supervisors, greetings and recording by Unified CM are its own.
constexpr MessageType unifiedCceOnly[] = {
    MessageType::SUPERVISOR_ASSIST_REQ,       MessageType::EMERGENCY_CALL_REQ,
    MessageType::AGENT_GREETING_CONTROL_REQ,  MessageType::SUPERVISE_CALL_REQ,
    MessageType::START_NETWORK_RECORDING_REQ, MessageType::STOP_NETWORK_RECORDING_REQ};

} // namespace

bool isUnifiedCce(const AcdConfig& config) {
    return config.peripheralType == number(PeripheralType::PT_ENTERPRISE_AGENT);
}

bool isAnnouncedBeforehand(const AcdConfig& config) {
    return isUnifiedCce(config) && config.preCall == PreCall::BeforeCall;
}

std::uint32_t callControlOf(const AcdConfig& config) {
    switch (static_cast<PeripheralType>(config.peripheralType)) {
    case PeripheralType::PT_ENTERPRISE_AGENT:
        return everything & ~Control::CONTROL_CLEAR_CALL;
    case PeripheralType::PT_ASPECT:
        return everything & ~(Control::CONTROL_CONSULTATION_CALL | Control::CONTROL_SEND_DTMF_SIGNAL);
    case PeripheralType::PT_SYMPOSIUM:
        return everything & ~(Control::CONTROL_ALTERNATE_CALL | Control::CONTROL_SEND_DTMF_SIGNAL);
    case PeripheralType::PT_VRU:
        return 0;
    default:
        return everything;
    }
}

bool offers(const AcdConfig& config, MessageType request) {
    const auto row = std::ranges::find(controlBits, request, &ControlBit::request);
    if (row != std::end(controlBits))
        return callControlOf(config) & row->bit;
    return isUnifiedCce(config) || std::ranges::find(unifiedCceOnly, request) == std::end(unifiedCceOnly);
}

} // namespace callwright::simulator
