#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>

/// Counters of agents and skill groups (CTI Server guide v25, QUERY_AGENT_STATISTICS_CONF and
/// QUERY_SKILL_GROUP_STATISTICS_CONF): pure numbers, no messages.
namespace callwright::simulator {

/// What is counted; those before `firstCount` are times.
enum class Tally : std::size_t {
    AvailTime,
    LoggedOnTime,
    NotReadyTime,
    IcmAvailableTime,
    RoutableTime,
    OutTalkTime,
    OutTime,
    OutHeldTime,
    HandledTalkTime,
    HandledAfterCallTime,
    HandledTime,
    IncomingHeldTime,
    InternalTime,
    InternalReceivedTime,
    InternalHeldTime,
    OutCalls,
    OutCallsHeld,
    HandledCalls,
    IncomingCallsHeld,
    InternalCalls,
    InternalCallsReceived,
    InternalCallsHeld,
    BargeIns,
    Intercepts,
    Monitors,
    Whispers,
    Emergencies,
    Size
};
inline constexpr Tally firstCount = Tally::OutCalls;

/// Milliseconds for times.
class Tallies {
public:
    void add(Tally what, std::chrono::milliseconds time) { at(what) += static_cast<std::uint64_t>(time.count()); }
    void count(Tally what) { ++at(what); }
    /// As messages say it: whole seconds, or a number of calls.
    std::uint32_t value(Tally what) const {
        const std::uint64_t raw = m_values[static_cast<std::size_t>(what)];
        return static_cast<std::uint32_t>(what < firstCount ? raw / 1000 : raw);
    }

private:
    std::uint64_t& at(Tally what) { return m_values[static_cast<std::size_t>(what)]; }

    std::array<std::uint64_t, static_cast<std::size_t>(Tally::Size)> m_values{};
};

/// Tallies since the last multiple of `length` of wall time (a day: since midnight UTC), or since reset() without one.
class PeriodTallies {
public:
    explicit PeriodTallies(std::chrono::milliseconds length = {}) : m_length(length) {}

    /// Starts anew when a period has passed. To be called before anything is added.
    void roll(std::chrono::milliseconds wallTime);
    void reset() { m_tallies = {}; }
    /// Of a span of time that ends now, as much as lies in the period.
    void addSpan(Tally what, std::chrono::milliseconds span);
    Tallies& tallies() { return m_tallies; }
    const Tallies& tallies() const { return m_tallies; }

private:
    std::chrono::milliseconds m_length;
    std::chrono::milliseconds m_begin{0};
    std::chrono::milliseconds m_now{0};
    Tallies m_tallies;
};

} // namespace callwright::simulator
