#include "app/simulator/server/request_rules.h"

#include "app/simulator/server/call_data_rules.h"

#include <algorithm>
#include <iterator>

namespace callwright::simulator {

namespace {

using protocol::Field;
using protocol::MessageType;
using protocol::StatusCode;
namespace services = protocol::ServicesRequested;

constexpr std::uint32_t everybody = 0;
constexpr std::uint32_t callControl = services::CTI_SERVICE_CLIENT_CONTROL;
constexpr std::uint32_t agentControl = services::CTI_SERVICE_CLIENT_CONTROL | services::CTI_AGENT_STATE_CONTROL_ONLY;
constexpr std::uint32_t serverService = services::CTI_SERVICE_SERVER;
constexpr std::uint32_t clientMonitor = services::CTI_SERVICE_CLIENT_MONITOR;
constexpr std::uint32_t supervisor = services::CTI_SERVICE_SUPERVISOR;
/// Bridges name the supervisor in the request.
constexpr std::uint32_t superviseCalls =
    supervisor | services::CTI_SERVICE_ALL_EVENTS | services::CTI_SERVICE_PERIPHERAL_MONITOR;
constexpr std::uint32_t peripheralMonitor = services::CTI_SERVICE_PERIPHERAL_MONITOR;
constexpr std::uint32_t callData = services::CTI_SERVICE_CALL_DATA_UPDATE;

struct RequestRule {
    MessageType type;
    std::uint32_t anyOf; ///< ServicesRequested bits, one of which is needed
    Answerer answerer;
};

/// What is missing here is answered by nobody yet.
constexpr RequestRule requestRules[] = {
    {MessageType::HEARTBEAT_REQ, everybody, Answerer::Session},
    {MessageType::CLOSE_REQ, everybody, Answerer::Session},
    {MessageType::REGISTER_VARIABLES_REQ, everybody, Answerer::Session},
    {MessageType::CLIENT_EVENT_REPORT_REQ, everybody, Answerer::Session},
    {MessageType::AGENT_DESK_SETTINGS_REQ, everybody, Answerer::Switch},
    {MessageType::QUERY_AGENT_STATE_REQ, agentControl, Answerer::Switch},
    {MessageType::SET_AGENT_STATE_REQ, agentControl, Answerer::Switch},
    {MessageType::ALTERNATE_CALL_REQ, callControl, Answerer::Switch},
    {MessageType::ANSWER_CALL_REQ, callControl, Answerer::Switch},
    {MessageType::CLEAR_CALL_REQ, callControl, Answerer::Switch},
    {MessageType::CLEAR_CONNECTION_REQ, callControl, Answerer::Switch},
    {MessageType::CONFERENCE_CALL_REQ, callControl, Answerer::Switch},
    {MessageType::CONSULTATION_CALL_REQ, callControl, Answerer::Switch},
    {MessageType::DEFLECT_CALL_REQ, callControl, Answerer::Switch},
    {MessageType::HOLD_CALL_REQ, callControl, Answerer::Switch},
    {MessageType::MAKE_CALL_REQ, callControl, Answerer::Switch},
    {MessageType::MAKE_PREDICTIVE_CALL_REQ, callControl, Answerer::Switch},
    {MessageType::RECONNECT_CALL_REQ, callControl, Answerer::Switch},
    {MessageType::RETRIEVE_CALL_REQ, callControl, Answerer::Switch},
    {MessageType::TRANSFER_CALL_REQ, callControl, Answerer::Switch},
    {MessageType::QUERY_DEVICE_INFO_REQ, callControl, Answerer::Switch},
    {MessageType::SNAPSHOT_CALL_REQ, callControl, Answerer::Switch},
    {MessageType::SNAPSHOT_DEVICE_REQ, callControl, Answerer::Switch},
    {MessageType::SEND_DTMF_SIGNAL_REQ, callControl, Answerer::Switch},
    {MessageType::SUPERVISOR_ASSIST_REQ, callControl, Answerer::Switch},
    {MessageType::EMERGENCY_CALL_REQ, callControl, Answerer::Switch},
    {MessageType::BAD_CALL_REQ, callControl, Answerer::Switch},
    {MessageType::AGENT_GREETING_CONTROL_REQ, callControl, Answerer::Switch},
    {MessageType::START_NETWORK_RECORDING_REQ, callControl, Answerer::Switch},
    {MessageType::STOP_NETWORK_RECORDING_REQ, callControl, Answerer::Switch},
    {MessageType::START_RECORDING_REQ, everybody, Answerer::Recorders},
    {MessageType::STOP_RECORDING_REQ, everybody, Answerer::Recorders},
    {MessageType::REGISTER_SERVICE_REQ, serverService, Answerer::Recorders},
    {MessageType::UNREGISTER_SERVICE_REQ, serverService, Answerer::Recorders},
    {MessageType::START_RECORDING_CONF, serverService, Answerer::Recorders},
    {MessageType::STOP_RECORDING_CONF, serverService, Answerer::Recorders},
    {MessageType::FAILURE_CONF, serverService, Answerer::Recorders},
    {MessageType::CONTROL_FAILURE_CONF, serverService, Answerer::Recorders},
    {MessageType::CONFIG_REQUEST_KEY_EVENT, everybody, Answerer::Configuration},
    {MessageType::CONFIG_REQUEST_EVENT, everybody, Answerer::Configuration},
    {MessageType::SET_CALL_DATA_REQ, callData, Answerer::Switch},
    {MessageType::RELEASE_CALL_REQ, callData, Answerer::Switch},
    {MessageType::USER_MESSAGE_REQ, everybody, Answerer::Messages},
    {MessageType::QUERY_AGENT_STATISTICS_REQ, everybody, Answerer::Switch},
    {MessageType::QUERY_SKILL_GROUP_STATISTICS_REQ, everybody, Answerer::Switch},
    {MessageType::SET_APP_DATA_REQ, everybody, Answerer::Switch},
    {MessageType::SET_AGENT_SERVICE_DATA_REQ, everybody, Answerer::Switch},
    {MessageType::SET_DEVICE_ATTRIBUTES_REQ, callData, Answerer::Switch},
    {MessageType::SESSION_MONITOR_START_REQ, clientMonitor, Answerer::ClientMonitors},
    {MessageType::SESSION_MONITOR_STOP_REQ, clientMonitor, Answerer::ClientMonitors},
    {MessageType::SUPERVISE_CALL_REQ, superviseCalls, Answerer::Switch},
    {MessageType::LIST_AGENT_TEAM_REQ, supervisor, Answerer::Teams},
    {MessageType::MONITOR_AGENT_TEAM_START_REQ, supervisor, Answerer::Teams},
    {MessageType::MONITOR_AGENT_TEAM_STOP_REQ, supervisor, Answerer::Teams},
    {MessageType::MONITOR_START_REQ, peripheralMonitor, Answerer::Monitors},
    {MessageType::CHANGE_MONITOR_MASK_REQ, peripheralMonitor, Answerer::Monitors},
    {MessageType::MONITOR_STOP_REQ, peripheralMonitor, Answerer::Monitors},
};

/// Recording requests go both ways, so that the tables' own check of values leaves them alone.
StatusCode judgeRecording(const protocol::MessageView& request) {
    if (request.type() != MessageType::START_RECORDING_REQ && request.type() != MessageType::STOP_RECORDING_REQ) {
        return StatusCode::E_CTI_NO_ERROR;
    }
    constexpr auto lastDirection = static_cast<std::uint32_t>(protocol::RTPDirection::RTPDIRECTION_BIDIRECTIONAL);
    constexpr auto lastType = static_cast<std::uint32_t>(protocol::RTPType::RTPTYPE_DATA);
    if (request.number(Field::Direction, 0) > lastDirection) {
        return StatusCode::E_CTI_INVALID_RTP_DIRECTION;
    }
    return request.number(Field::RTPType, 0) > lastType ? StatusCode::E_CTI_INVALID_RTP_TYPE
                                                        : StatusCode::E_CTI_NO_ERROR;
}

/// Where a client need not say which peripheral is meant.
constexpr MessageType withoutPeripheral[] = {MessageType::USER_MESSAGE_REQ, MessageType::CONFIG_REQUEST_KEY_EVENT,
                                             MessageType::CONFIG_REQUEST_EVENT};

} // namespace

Answerer answererOf(MessageType type, const OpenTerms& terms) {
    const auto rule = std::ranges::find(requestRules, type, &RequestRule::type);
    if (rule == std::end(requestRules) || (rule->anyOf != everybody && !terms.has(rule->anyOf))) {
        return Answerer::Nobody;
    }
    return rule->answerer;
}

bool isForStandby(MessageType type) { return type == MessageType::HEARTBEAT_REQ || type == MessageType::CLOSE_REQ; }

StatusCode judgeContents(const protocol::MessageView& request, const ServerConfig& config, std::uint32_t peripheralId) {
    const std::uint32_t peripheral = request.number(Field::PeripheralID, peripheralId);
    const bool isLeftOut = peripheral == protocol::NULL_PERIPHERAL_ID &&
                           std::ranges::find(withoutPeripheral, request.type()) != std::end(withoutPeripheral);
    if (peripheral != peripheralId && !isLeftOut) {
        return StatusCode::E_CTI_INVALID_PERIPHERAL_ID;
    }
    const StatusCode recording = judgeRecording(request);
    return recording != StatusCode::E_CTI_NO_ERROR ? recording : judgeCallData(request, config);
}

} // namespace callwright::simulator
