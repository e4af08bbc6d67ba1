#pragma once

#include "app/console/verb.h"

namespace callwright::console {

std::span<const Verb> agentVerbs();
std::span<const char* const> agentNotes(); ///< what their help says besides

} // namespace callwright::console
