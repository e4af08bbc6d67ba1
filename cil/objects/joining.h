#pragma once

#include "cil/protocol/message_view.h"

namespace callwright {

class Seat;

/// CALL_CONFERENCED_EVENT and CALL_TRANSFERRED_EVENT (CTI Server guide v25): they name the controller's two
/// connections, not the one of whoever gets them. At the controller two calls become one, or none; everybody else's
/// call goes on with other parties. What was merged ends with its END_CALL_EVENT.
void onCallsJoined(Seat& seat, const protocol::MessageView& message);

} // namespace callwright
