#pragma once

#include "cil/events/arguments.h"
#include "cil/objects/agent.h"

namespace callwright {

class SessionCore;

/// AgentFirstName, AgentLastName, AgentName as far as the session's directory knows them; empty texts otherwise.
Arguments nameArguments(const SessionCore& core, const AgentIdentity& agent);
/// OnAgentInfoEvent, or its monitored form, if the directory knows the agent: the properties have the names then.
void postAgentName(Seat& seat);

} // namespace callwright
