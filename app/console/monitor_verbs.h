#pragma once

#include "app/console/verb.h"

namespace callwright::console {

std::span<const Verb> monitorVerbs();
std::span<const char* const> monitorNotes(); ///< what their help says besides

} // namespace callwright::console
