#pragma once

#include "app/console/commands.h"
#include "app/console/session_console.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace callwright::console {

/// A sub-command that has a session.
struct SessionCommand {
    const char* name;
    QString (*usage)();
    tl::expected<ConsolePlan, QString> (*plan)(const QStringList& words); ///< the error is an English sentence
};

/// Until the standard input ends or `quit`; the exit status.
int runSession(const SessionCommand& command, Arguments arguments);

} // namespace callwright::console
