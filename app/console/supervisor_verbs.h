#pragma once

#include "app/console/agent_verbs.h"

#include <span>

namespace callwright::console {

/// What a supervisor says besides an agent's verbs: teams, members, others' calls; and what both say of chat and
/// statistics.
std::span<const Verb> supervisorVerbs();

} // namespace callwright::console
