#pragma once

#include <chrono>
#include <functional>
#include <memory>

/// Injected time: no other file of the core or the simulator asks the system what time it is, or starts a QTimer.
namespace callwright {

using Milliseconds = std::chrono::milliseconds;

/// A pending call-back. Destroying it cancels.
class Alarm {
public:
    virtual ~Alarm() = default;
};

class Clock {
public:
    virtual ~Clock() = default;

    /// Monotonic time since an arbitrary start.
    virtual Milliseconds now() const = 0;
    /// Wall clock, UTC milliseconds since 1970.
    virtual Milliseconds wallTime() const = 0;
    /// Calls `action` once, `delay` from now, from the event loop (or from ManualClock::advance); never from inside
    /// this call, not even for a delay of 0. `action` may destroy the Alarm.
    [[nodiscard]] virtual std::unique_ptr<Alarm> after(Milliseconds delay, std::function<void()> action) = 0;
};

} // namespace callwright
