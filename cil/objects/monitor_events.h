#pragma once

#include "cil/protocol/message_view.h"

namespace callwright {

class SessionCore;

/// The server's messages as a monitor mode session takes them: each is about one connection of a call or one agent, and
/// what it is about appears with it. False: nothing that is special here.
bool onMonitoredMessage(SessionCore& core, const protocol::MessageView& message);

} // namespace callwright
