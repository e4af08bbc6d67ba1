#pragma once

#include "app/simulator/acd/context.h"

/// Going to and fro between two calls at one phone (CTI Server guide v25, ALTERNATE_CALL_REQ, RECONNECT_CALL_REQ).
///
/// Alternate tells the phone CALL_HELD of the active call and CALL_RETRIEVED of the held one, or CALL_ESTABLISHED of
/// the ringing one (which its other parties hear too); the agent stays TALKING. Reconnect tells it
/// CALL_CONNECTION_CLEARED and END_CALL of the active call (with CALL_CLEARED before END_CALL when that call is over,
/// as for any hang-up), then CALL_RETRIEVED of the held one; the agent is TALKING.
namespace callwright::simulator {

SwitchAnswer alternateCall(Context& context, const std::string& instrument, const protocol::MessageView& message);
SwitchAnswer reconnectCall(Context& context, const std::string& instrument, const protocol::MessageView& message);

} // namespace callwright::simulator
