#pragma once

#include "cil/objects/requests.h"
#include "cil/service/call_actions.h"

namespace callwright {

/// What stands against this request on this call now: no connection, the call is over, its status does not take it.
CilResult whyNotOn(const Seat& seat, const Call& call, service::CallAction action);
/// A request on the call's own connection, as most are.
Request callRequest(const Seat& seat, Call& call, protocol::MessageType type);

} // namespace callwright
