#include "app/simulator/server/event_masks.h"

#include <algorithm>
#include <iterator>

namespace callwright::simulator {

namespace {

using protocol::Field;
using protocol::MessageType;
namespace calls = protocol::CallMsgMask;
namespace agents = protocol::AgentStateMask;

struct CallEventBit {
    MessageType type;
    std::uint32_t bit;
};

constexpr CallEventBit callEventBits[] = {
    {MessageType::CALL_DELIVERED_EVENT, calls::CALL_DELIVERED_MASK},
    {MessageType::CALL_QUEUED_EVENT, calls::CALL_QUEUED_MASK},
    {MessageType::CALL_ESTABLISHED_EVENT, calls::CALL_ESTABLISHED_MASK},
    {MessageType::CALL_HELD_EVENT, calls::CALL_HELD_MASK},
    {MessageType::CALL_RETRIEVED_EVENT, calls::CALL_RETRIEVED_MASK},
    {MessageType::CALL_CLEARED_EVENT, calls::CALL_CLEARED_MASK},
    {MessageType::CALL_CONNECTION_CLEARED_EVENT, calls::CALL_CONNECTION_CLEARED_MASK},
    {MessageType::CALL_ORIGINATED_EVENT, calls::CALL_ORIGINATED_MASK},
    {MessageType::CALL_CONFERENCED_EVENT, calls::CALL_CONFERENCED_MASK},
    {MessageType::CALL_TRANSFERRED_EVENT, calls::CALL_TRANSFERRED_MASK},
    {MessageType::CALL_DIVERTED_EVENT, calls::CALL_DIVERTED_MASK},
    {MessageType::CALL_SERVICE_INITIATED_EVENT, calls::CALL_SERVICE_INITIATED_MASK},
    {MessageType::CALL_TRANSLATION_ROUTE_EVENT, calls::CALL_TRANSLATION_ROUTE_MASK},
    {MessageType::BEGIN_CALL_EVENT, calls::BEGIN_CALL_MASK},
    {MessageType::END_CALL_EVENT, calls::END_CALL_MASK},
    {MessageType::CALL_DATA_UPDATE_EVENT, calls::CALL_DATA_UPDATE_MASK},
    {MessageType::CALL_FAILED_EVENT, calls::CALL_FAILED_MASK},
    {MessageType::CALL_REACHED_NETWORK_EVENT, calls::CALL_REACHED_NETWORK_MASK},
    {MessageType::CALL_DEQUEUED_EVENT, calls::CALL_DEQUEUED_MASK},
    {MessageType::AGENT_PRE_CALL_EVENT, calls::AGENT_PRE_CALL_MASK},
    {MessageType::AGENT_PRE_CALL_ABORT_EVENT, calls::AGENT_PRE_CALL_ABORT_MASK},
    {MessageType::RTP_STARTED_EVENT, calls::RTP_STARTED_MASK},
    {MessageType::RTP_STOPPED_EVENT, calls::RTP_STOPPED_MASK},
    {MessageType::AGENT_TEAM_CONFIG_EVENT, calls::AGENT_TEAM_CONFIG_MASK},
    {MessageType::AGENT_LEGACY_PRE_CALL_EVENT, calls::AGENT_LEGACY_PRE_CALL_MASK},
    {MessageType::CALL_ATTRIBUTE_CHANGE_EVENT, calls::CALL_ATTRIBUTE_CHANGE_MASK},
    {MessageType::CALL_AGENT_GREETING_EVENT, calls::CALL_AGENT_GREETING_MASK},
    {MessageType::NETWORK_RECORDING_STARTED_EVENT, calls::NETWORK_RECORDING_STARTED_MASK},
    {MessageType::NETWORK_RECORDING_ENDED_EVENT, calls::NETWORK_RECORDING_ENDED_MASK},
    {MessageType::NETWORK_RECORDING_FAILED_EVENT, calls::NETWORK_RECORDING_FAILED_MASK},
    {MessageType::NETWORK_RECORDING_TARGET_INFO_EVENT, calls::NETWORK_RECORDING_TARGET_INFO_MASK},
};

/// By AgentState. AGENT_STATE_UNKNOWN has no bit: nobody can ask for it.
constexpr std::uint32_t agentStateBits[] = {
    agents::AGENT_LOGIN_MASK,      agents::AGENT_LOGOUT_MASK,
    agents::AGENT_NOT_READY_MASK,  agents::AGENT_AVAILABLE_MASK,
    agents::AGENT_TALKING_MASK,    agents::AGENT_WORK_NOT_READY_MASK,
    agents::AGENT_WORK_READY_MASK, agents::AGENT_BUSY_OTHER_MASK,
    agents::AGENT_RESERVED_MASK,   0,
    agents::AGENT_HOLD_MASK,       agents::AGENT_ACTIVE_MASK,
    agents::AGENT_PAUSED_MASK,     agents::AGENT_INTERRUPTED_MASK,
    agents::AGENT_NOT_ACTIVE_MASK,
};

const FieldValue* find(const FieldValues& fields, Field field) {
    const auto found = std::ranges::find(fields, field, &FieldValue::field);
    return found == fields.end() ? nullptr : &*found;
}

} // namespace

bool isAskedFor(const SwitchEvent& event, const EventMasks& masks) {
    if (event.type == MessageType::AGENT_STATE_EVENT) {
        const std::uint32_t state = numberIn(event.fields, Field::AgentState).value_or(0);
        return state < std::size(agentStateBits) && (masks.agentStateMask & agentStateBits[state]) != 0;
    }
    const auto row = std::ranges::find(callEventBits, event.type, &CallEventBit::type);
    return row == std::end(callEventBits) || (masks.callMsgMask & row->bit) != 0;
}

std::optional<std::uint32_t> numberIn(const FieldValues& fields, Field field) {
    const FieldValue* value = find(fields, field);
    const auto* number = value == nullptr ? nullptr : std::get_if<std::uint32_t>(&value->value);
    return number == nullptr ? std::nullopt : std::optional(*number);
}

std::string_view textIn(const FieldValues& fields, Field field) {
    const FieldValue* value = find(fields, field);
    const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(&value->value);
    return text == nullptr ? std::string_view() : std::string_view(*text);
}

} // namespace callwright::simulator
