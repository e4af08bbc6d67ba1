#pragma once

#include "cil/clock/clock.h"

namespace callwright {

/// The computer's clocks and Qt's timers.
class SystemClock final : public Clock {
public:
    Milliseconds now() const override;
    Milliseconds wallTime() const override;
    [[nodiscard]] std::unique_ptr<Alarm> after(Milliseconds delay, std::function<void()> action) override;
};

} // namespace callwright
