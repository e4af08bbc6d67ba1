#pragma once

#include "app/simulator/acd/context.h"

/// A supervisor at an agent's call (CTI Server guide v25, SUPERVISE_CALL_REQ), as Unified CCE with Unified CM does it.
///
///   monitor, whisper:  a call of its own between the supervisor's phone and the bridge in the agent's phone
///                      (CALLTYPE_SUPERVISOR_MONITOR, _WHISPER): BEGIN_CALL and CALL_ESTABLISHED at both phones, the
///                      supervisor's with what an outgoing call has in between. The agent's own call notices nothing.
///                      It waits while the agent's call is on hold and ends with it.
///   barge in:          the supervisor comes into the call: BEGIN_CALL and CALL_ESTABLISHED there, CALL_CONFERENCED
///                      everywhere, and the call is a CALLTYPE_SUPERVISOR_BARGEIN as long as the supervisor stays.
///   intercept:         the same if the supervisor is not in the call yet; then the agent's connection is cleared with
///                      CEC_SUPERVISOR_INTERCEPT and the call is a CALLTYPE_SUPERVISOR_INTERCEPT.
///   clear:             the supervisor's connection is cleared with CEC_SUPERVISOR_CLEAR.
///
/// Supervisors do it from Not Ready and without a call of their own, to agents of the teams that they lead; one at a
/// time listens to an agent.
namespace callwright::simulator {

/// `instrument`: the supervisor's.
SwitchAnswer superviseCall(Context& context, const std::string& instrument, const protocol::MessageView& message);

/// After an action: listening follows what became of the call listened to.
void followListening(Context& context);

} // namespace callwright::simulator
