#pragma once

#include "cil/log/logger.h"

#include <QString>
#include <QtGlobal>

namespace callwright {

/// While it is there, what the program and its libraries say by Qt's logging goes to the logger as well, with the
/// category before it: warnings, what was asked and told, and, as far as the logger's mask has them when this begins,
/// the details and every frame. Passwords are not among it. One at a time; messages of other threads wait for each
/// other.
class QtMessages {
public:
    explicit QtMessages(Logger& logger); ///< which outlives it
    ~QtMessages();
    QtMessages(const QtMessages&) = delete;
    QtMessages& operator=(const QtMessages&) = delete;

private:
    static void handle(QtMsgType type, const QMessageLogContext& context, const QString& message);

    Logger& m_logger;
    QtMessageHandler m_before = nullptr;
};

} // namespace callwright
