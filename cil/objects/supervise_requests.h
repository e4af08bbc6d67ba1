#pragma once

#include "cil/objects/agent.h"

namespace callwright {

class SessionCore;

/// SUPERVISE_CALL_REQ (CTI Server guide v25, Supervisor).
CilResult requestSupervise(SessionCore& core, Agent* member, Call* call, SupervisoryAction action);

} // namespace callwright
