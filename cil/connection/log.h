#pragma once

#include <QLoggingCategory>

namespace callwright {

/// "callwright.connection": what a link does, one line each.
Q_DECLARE_LOGGING_CATEGORY(connectionLog)
/// "callwright.connection.frames": every frame in hex, secrets masked; off unless asked for.
Q_DECLARE_LOGGING_CATEGORY(frameLog)

} // namespace callwright
