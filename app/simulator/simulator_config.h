#pragma once

#include "app/simulator/acd/acd_config.h"
#include "app/simulator/server/server_config.h"
#include "app/simulator/server/sides_config.h"

#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace callwright::simulator {

/// Everything that one simulated site is made of.
struct SimulatorConfig {
    ServerConfig server;
    SidesConfig sides;
    AcdConfig acd = defaultConfig();
    bool demo = false; ///< people call by themselves
};

/// The built-in site changed by a JSON document {"server":{..},"sides":{..},"acd":{..},"demo":bool}. The error is an
/// English sentence that says what is wrong, and where.
tl::expected<SimulatorConfig, std::string> simulatorConfigFromText(std::string_view json);

} // namespace callwright::simulator
