#pragma once

#include "app/simulator/acd/context.h"

#include <nlohmann/json.hpp>

namespace callwright::simulator {

/// Agents, calls and queues as Acd::state() promises them.
nlohmann::ordered_json stateOf(const Context& context);

} // namespace callwright::simulator
