#pragma once

#include "cil/objects/agent.h"

#include <cstdint>
#include <optional>

/// What Agent's methods ask of the server (CTI Server guide v25, Client Control: SET_AGENT_STATE_REQ, MAKE_CALL_REQ,
/// SUPERVISOR_ASSIST_REQ, EMERGENCY_CALL_REQ, BAD_CALL_REQ, AGENT_GREETING_CONTROL_REQ).
namespace callwright {

CilResult requestLogin(SessionCore& core, const QString& password, SignInMethod method);
CilResult requestLogout(SessionCore& core, std::optional<std::uint16_t> reasonCode);
CilResult requestReady(SessionCore& core);
CilResult requestNotReady(SessionCore& core, std::optional<std::uint16_t> reasonCode);
CilResult requestWrapUp(SessionCore& core);
CilResult requestMakeCall(SessionCore& core, const DialOptions& options);
CilResult requestAssist(SessionCore& core, Call* about);
CilResult requestEmergency(SessionCore& core, Call* about);
CilResult requestBadLine(SessionCore& core, Call* about);
CilResult requestGreeting(SessionCore& core, GreetingAction action);

} // namespace callwright
