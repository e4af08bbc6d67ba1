#pragma once

#include "cil/protocol/message_view.h"

namespace callwright {

class SessionCore;

/// Every unsolicited message of the server, in the order received. Messages that nobody knows pass without effect.
void onServerEvent(SessionCore& core, const protocol::MessageView& message);

} // namespace callwright
