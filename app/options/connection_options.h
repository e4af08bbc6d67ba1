#pragma once

#include "app/options/option_table.h"
#include "cil/objects/session.h"

#include <QCommandLineParser>
#include <QString>

#include <tl/expected.hpp>

#include <span>

namespace callwright {

/// What every program that connects to CTI Servers is told in the same words: --a, --b, --instance, --clients,
/// --attempts, --tls and what belongs to it.
std::span<const OptionRow> serverOptions();
/// How it speaks with them: --protocol, --heartbeat, --code-page.
std::span<const OptionRow> protocolOptions();

/// Reads what both tables offer; options that a program has not added are at their defaults. --a is needed. The error
/// is a sentence. Reads the file of the key's pass phrase; certificates are read when it connects.
tl::expected<ConnectParameters, QString> readConnection(const QCommandLineParser& parser);
/// The same for a program in which nobody can mend them before it connects: the certificates' files must be usable.
tl::expected<ConnectParameters, QString> readUsableConnection(const QCommandLineParser& parser);

} // namespace callwright
