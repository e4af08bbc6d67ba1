#pragma once

#include "app/simulator/simulator_config.h"
#include "cil/transport/server_address.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>

namespace callwright::simulator {

struct ProgramOptions {
    Endpoint a{QStringLiteral("127.0.0.1"), standardPort(ServerSide::A, false)};
    std::optional<Endpoint> b; ///< nullopt: there is one server only
    Endpoint control{QStringLiteral("127.0.0.1"), 42100};
    std::optional<ServerSecurity> security; ///< of both sides; nullopt: plain TCP
    std::uint64_t seed = 1;
    bool isClockManual = false;
    bool showsHelp = false;
    bool showsVersion = false;
    QString configFile; ///< empty: the built-in site
    bool demo = false;
};

/// `arguments` without the program's name. The error says what is wrong with them.
tl::expected<ProgramOptions, QString> readCommandLine(const QStringList& arguments);

/// The site that the options ask for. The error says what is wrong with the file.
tl::expected<SimulatorConfig, QString> loadConfig(const ProgramOptions& options);

} // namespace callwright::simulator
