#include "cil/service/message_kind.h"

namespace callwright::service {

MessageKind kindOf(protocol::MessageType type) {
    using protocol::MessageType;
    switch (type) {
    case MessageType::AGENT_STATE_EVENT:
        return MessageKind::AgentState;
    case MessageType::BEGIN_CALL_EVENT:
        return MessageKind::CallBegin;
    case MessageType::END_CALL_EVENT:
        return MessageKind::CallEnd;
    case MessageType::CALL_DATA_UPDATE_EVENT:
        return MessageKind::CallData;
    case MessageType::CALL_DELIVERED_EVENT:
    case MessageType::CALL_ESTABLISHED_EVENT:
    case MessageType::CALL_HELD_EVENT:
    case MessageType::CALL_RETRIEVED_EVENT:
    case MessageType::CALL_CLEARED_EVENT:
    case MessageType::CALL_CONNECTION_CLEARED_EVENT:
    case MessageType::CALL_ORIGINATED_EVENT:
    case MessageType::CALL_FAILED_EVENT:
    case MessageType::CALL_DIVERTED_EVENT:
    case MessageType::CALL_SERVICE_INITIATED_EVENT:
    case MessageType::CALL_QUEUED_EVENT:
    case MessageType::CALL_DEQUEUED_EVENT:
    case MessageType::CALL_REACHED_NETWORK_EVENT:
        return MessageKind::CallEvent;
    case MessageType::CALL_CONFERENCED_EVENT:
    case MessageType::CALL_TRANSFERRED_EVENT:
        return MessageKind::CallsJoined;
    case MessageType::AGENT_PRE_CALL_EVENT:
        return MessageKind::Announcement;
    case MessageType::AGENT_PRE_CALL_ABORT_EVENT:
        return MessageKind::AnnouncementAbort;
    default:
        return MessageKind::None;
    }
}

} // namespace callwright::service
