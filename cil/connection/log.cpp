#include "cil/connection/log.h"

namespace callwright {

Q_LOGGING_CATEGORY(connectionLog, "callwright.connection", QtInfoMsg)
Q_LOGGING_CATEGORY(frameLog, "callwright.connection.frames", QtWarningMsg)

} // namespace callwright
