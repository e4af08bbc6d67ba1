#include "cil/log/logger.h"

#include <QDateTime>

#include <algorithm>

namespace callwright {

QString describe(const LogEvent& event) {
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(event.time.count(), Qt::UTC);
    return QStringLiteral("%1 %2 %3")
        .arg(time.toString(Qt::ISODateWithMs))
        .arg(event.mask, 8, 16, QLatin1Char('0'))
        .arg(event.message);
}

Logger::Logger(const Clock& clock, std::uint32_t mask) : m_clock(clock), m_mask(mask) {}

void Logger::addLogListener(LogListener* listener) {
    removeLogListener(listener); // once each
    m_listeners.push_back(listener);
}

void Logger::removeLogListener(LogListener* listener) { std::erase(m_listeners, listener); }

std::uint32_t Logger::traceMask() const { return m_mask; }

void Logger::setTraceMask(std::uint32_t mask) { m_mask = mask; }

bool Logger::isTraceMaskEnabled(std::uint32_t mask) const { return (m_mask & mask) == mask; }

bool Logger::trace(std::uint32_t mask, const QString& message) {
    if (!isTraceMaskEnabled(mask) || m_listeners.empty() || m_isTelling)
        return false;
    m_isTelling = true;
    const LogEvent event{m_clock.wallTime(), mask, message};
    const std::vector<LogListener*> listeners = m_listeners; // one may leave by what it hears
    for (LogListener* listener : listeners) {
        if (std::ranges::find(m_listeners, listener) != m_listeners.end())
            listener->processLogEvent(event);
    }
    m_isTelling = false;
    return true;
}

} // namespace callwright
