#pragma once

#include "cil/objects/agent.h"
#include "cil/protocol/message_view.h"

namespace callwright {

class SessionCore;

/// USER_MESSAGE_REQ (CTI Server guide v25, Miscellaneous). `target` is an AgentID, or a login name that the directory
/// knows of a team member; the address of a client is `<PeripheralID>.<AgentID>`.
///
/// Whom one may write to is the site's to say (Server/Agent/AgentChatLevel, Server/Supervisor/SupervisorChatLevel);
/// anything else is CIL_FAIL. An agent's session knows neither the team nor its supervisors by name: between Disabled
/// and Unrestricted it writes to them by ChatTo::Supervisor and ChatTo::Team, and answers those who wrote. The wire has
/// no way to mean the primary supervisor alone.
CilResult requestChat(Seat& seat, ChatTo to, const QString& target, const QString& text);

/// USER_MESSAGE_EVENT: OnChatMessage. The text is what somebody typed, and nothing else. What desktops say to each
/// other about silent monitoring is none.
void onUserMessage(SessionCore& core, const protocol::MessageView& message);

} // namespace callwright
