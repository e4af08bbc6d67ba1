#pragma once

#include "app/simulator/acd/context.h"

namespace callwright::simulator {

/// DEFLECT_CALL_REQ (CTI Server guide v25): a call that rings at the phone rings at another one instead, goes to a
/// queue or outside. The phone that passed it on hears, in this order: CALL_CONNECTION_CLEARED with CEC_REDIRECTED (or
/// CALL_DIVERTED where the switch tells of diversions), END_CALL; its agent is what the reservation interrupted. Other
/// phones in the call hear the same of that leg and then of the new one; the new one begins as any call that arrives.
SwitchAnswer deflectCall(Context& context, const std::string& instrument, const protocol::MessageView& message);

} // namespace callwright::simulator
