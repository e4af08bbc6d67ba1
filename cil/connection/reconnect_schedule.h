#pragma once

#include "cil/clock/clock.h"

#include <random>

namespace callwright {

/// The pauses between attempts (CTI Server guide v25, CTI Client Application Guidelines, connection to side A or B),
/// for one server: an attempt at once; after a random 0 .. expectedClients/10 whole seconds; then after 15, 30, 60,
/// and from then on 120 seconds.
class ReconnectSchedule {
public:
    explicit ReconnectSchedule(std::mt19937_64& random) : m_random(random) {}

    /// The attempt at once is being made, or is not wanted.
    void beginAfterFirstAttempt() { m_step = 1; }
    /// A session that stood has been lost: the next attempt comes at once.
    void begin() { m_step = 0; }
    /// The pause before the next attempt.
    Milliseconds next(int expectedClients);

private:
    std::mt19937_64& m_random;
    int m_step = 0;
};

} // namespace callwright
