#include "cil/log/qt_messages.h"

#include <QLoggingCategory>
#include <QMutex>
#include <QMutexLocker>

namespace callwright {
namespace {

// Qt's handler is a plain function of the whole process: this is how it finds its way.
QRecursiveMutex mutex;
QtMessages* current = nullptr;

std::uint32_t maskOf(QtMsgType type, QLatin1StringView category) {
    if (category == QLatin1StringView("callwright.connection.frames"))
        return TraceMask::Sockets;
    switch (type) {
    case QtCriticalMsg:
    case QtFatalMsg:
        return TraceMask::Critical;
    case QtWarningMsg:
        return TraceMask::Warning;
    case QtInfoMsg:
        return TraceMask::EventsAndRequests;
    case QtDebugMsg:
        break;
    }
    return TraceMask::Methods;
}

} // namespace

void QtMessages::handle(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    const QMutexLocker lock(&mutex);
    if (!current)
        return;
    const QLatin1StringView category(context.category ? context.category : "default");
    const std::uint32_t mask = maskOf(type, category);
    current->m_logger.trace(mask, category + QStringLiteral(": ") + message);
    const bool isDetail = mask == TraceMask::Sockets || mask == TraceMask::Methods; // asked for in the log only
    if (current->m_before && !isDetail)
        current->m_before(type, context, message);
}

QtMessages::QtMessages(Logger& logger) : m_logger(logger) {
    const QMutexLocker lock(&mutex);
    current = this;
    m_before = qInstallMessageHandler(handle);
    QString rules;
    if (logger.isTraceMaskEnabled(TraceMask::Methods))
        rules += QStringLiteral("callwright.*.debug=true\n");
    rules += logger.isTraceMaskEnabled(TraceMask::Sockets)
                 ? QStringLiteral("callwright.connection.frames.debug=true\n")
                 : QStringLiteral("callwright.connection.frames.debug=false\n");
    QLoggingCategory::setFilterRules(rules);
}

QtMessages::~QtMessages() {
    const QMutexLocker lock(&mutex);
    qInstallMessageHandler(m_before);
    QLoggingCategory::setFilterRules({});
    current = nullptr;
}

} // namespace callwright
