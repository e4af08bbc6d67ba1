#pragma once

#include "cil/clock/clock.h"

#include <cstdint>
#include <memory>

namespace callwright {

/// A clock that stands still until it is turned. Alarms ring in the order of their time, equal times in the order in
/// which they were set; now() is the alarm's own time while it rings. Deterministic: no event loop, no threads.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Milliseconds wallStart = std::chrono::seconds(1'700'000'000));
    ~ManualClock() override;

    Milliseconds now() const override;
    Milliseconds wallTime() const override;
    [[nodiscard]] std::unique_ptr<Alarm> after(Milliseconds delay, std::function<void()> action) override;

    /// Turns the clock, ringing what falls due on the way (also what is set on the way).
    void advance(Milliseconds by);
    /// Rings everything that is due now, without moving the hands.
    void settle() { advance(Milliseconds(0)); }

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace callwright
