#pragma once

#include "cil/protocol/names.h"

namespace callwright::service {

/// What a message of the server tells of an agent or a call, whoever's it is.
enum class MessageKind {
    None, ///< of neither
    AgentState,
    CallBegin,
    CallEnd,
    CallData,
    CallEvent,   ///< of one connection, which it names
    CallsJoined, ///< two calls become one
    Announcement,
    AnnouncementAbort
};

MessageKind kindOf(protocol::MessageType type);

} // namespace callwright::service
