#pragma once

#include "cil/objects/agent.h"
#include "cil/objects/requests.h"

#include <cstdint>
#include <optional>

/// What Agent's methods ask of the server (CTI Server guide v25, Client Control: SET_AGENT_STATE_REQ, MAKE_CALL_REQ,
/// SUPERVISOR_ASSIST_REQ, EMERGENCY_CALL_REQ, BAD_CALL_REQ, AGENT_GREETING_CONTROL_REQ).
namespace callwright {

/// Signing in with the password or the single sign-on that the agent's facts hold.
Request loginRequest(Seat& seat);
CilResult requestLogin(Seat& seat, const QString& password, SignInMethod method);
CilResult requestLogout(Seat& seat, std::optional<std::uint16_t> reasonCode);
CilResult requestReady(Seat& seat);
CilResult requestNotReady(Seat& seat, std::optional<std::uint16_t> reasonCode);
CilResult requestWrapUp(Seat& seat);
CilResult requestAgentState(Seat& seat); ///< QUERY_AGENT_STATE_REQ
CilResult requestMakeCall(Seat& seat, const DialOptions& options);
CilResult requestAssist(Seat& seat, Call* about);
CilResult requestEmergency(Seat& seat, Call* about);
CilResult requestBadLine(Seat& seat, Call* about);
CilResult requestGreeting(Seat& seat, GreetingAction action);

} // namespace callwright
