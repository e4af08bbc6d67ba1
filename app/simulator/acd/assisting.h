#pragma once

#include "app/simulator/acd/context.h"

/// An agent calls for help (CTI Server guide v25, SUPERVISOR_ASSIST_REQ and EMERGENCY_CALL_REQ).
///
/// The primary supervisor of the team is called when signed in and free, else another one who is; nobody:
/// E_CTI_SUPERVISOR_NOT_FOUND. The new call is a CALLTYPE_ASSIST or CALLTYPE_EMERGENCY:
///   about a call:  the events of a consultation; the agent completes it as either a conference or a transfer. When
///                  the desk settings ask for a blind conference, it becomes one by itself as soon as the supervisor
///                  answers: CALL_ESTABLISHED of the new call, then CALL_CONFERENCED and END_CALL as for any
///                  conference.
///   without one:   the events of an outgoing call, from Not Ready or Available; an available agent is available again
///                  afterwards.
/// An emergency also raises EMERGENCY_CALL_EVENT, whether or not a supervisor was found: about the call that the agent
/// is in, or else the new one.
namespace callwright::simulator {

SwitchAnswer assistAgent(Context& context, const std::string& instrument, const protocol::MessageView& message);
SwitchAnswer declareEmergency(Context& context, const std::string& instrument, const protocol::MessageView& message);

} // namespace callwright::simulator
