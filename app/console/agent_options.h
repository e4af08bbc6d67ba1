#pragma once

#include "app/options/log_options.h"
#include "cil/objects/session.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <cstdint>

namespace callwright::console {

/// What `callwright-console agent` was told on its command line.
struct AgentOptions {
    ConnectParameters connection;
    AgentIdentity agent;
    QString password;
    SignInMethod signIn = SignInMethod::Password;
    std::uint64_t seed = 0; ///< of the waits before reconnects
    LogOptions log{};
};

/// Options from the arguments behind `agent`; the error is an English sentence. Reads the password file.
tl::expected<AgentOptions, QString> parseAgentOptions(const QStringList& arguments);
QString agentUsage(const QString& command = QStringLiteral("agent"));

} // namespace callwright::console
