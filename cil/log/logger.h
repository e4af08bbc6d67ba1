#pragma once

#include "cil/clock/clock.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace callwright {

/// What a line is about (facts: TraceMask; those that something here says).
namespace TraceMask {
inline constexpr std::uint32_t Always = 0x00;
inline constexpr std::uint32_t Critical = 0x01;
inline constexpr std::uint32_t Warning = 0x02;
inline constexpr std::uint32_t EventsAndRequests = 0x04; ///< TRACE_MASK_EVT_REQ_HIGH
inline constexpr std::uint32_t Methods = 0x1000;         ///< TRACE_MASK_METHOD_LOW
inline constexpr std::uint32_t Sockets = 0x20000000;     ///< TRACE_MASK_SOCKETS_DUMP: every frame
inline constexpr std::uint32_t Normal = 0x40000307;      ///< the books' advice; no methods, no frames
} // namespace TraceMask

struct LogEvent {
    Milliseconds time; ///< wall clock, UTC
    std::uint32_t mask = TraceMask::Always;
    QString message;
};

/// "2026-11-21T13:31:02.123Z 00000002 message"
QString describe(const LogEvent& event);

class LogListener {
public:
    virtual ~LogListener() = default;
    virtual void processLogEvent(const LogEvent& event) = 0;
};

/// Hands on to its listeners what is said, as far as the trace mask lets it (facts: Logger). What a listener says while
/// it hears is not handed on.
class Logger {
public:
    explicit Logger(const Clock& clock, std::uint32_t mask = TraceMask::Normal); ///< the clock outlives it

    /// It outlives the logger, or is removed before.
    void addLogListener(LogListener* listener);
    void removeLogListener(LogListener* listener);

    std::uint32_t traceMask() const;
    void setTraceMask(std::uint32_t mask);
    bool isTraceMaskEnabled(std::uint32_t mask) const; ///< all of its bits; Always: always
    /// Whether the listeners heard it.
    bool trace(std::uint32_t mask, const QString& message);

private:
    const Clock& m_clock;
    std::uint32_t m_mask;
    std::vector<LogListener*> m_listeners;
    bool m_isTelling = false;
};

} // namespace callwright
