#pragma once

#include "cil/clock/clock.h"

#include <cstddef>
#include <random>

namespace callwright {

/// When and where to try next (CTI Server guide v25, CTI Client Application Guidelines, connection to side A or B).
/// A round tries the good side (that of the last successful connection) and, where there are two, at once the other.
/// The first round comes at once, the second after a random 0 .. expectedClients/10 whole seconds, then they follow
/// after 15, 30, 60, and from then on 120 seconds. One thing differs from those guidelines: after missed heartbeats, or
/// when the server has said that it goes, the first round begins with the other side. The good side is known to be gone
/// then, a half-open connection to it would cost the whole connect timeout, and the guide's section on operations
/// during failures names the other side as the one to reconnect to when a CTI Server has failed.
class ReconnectSchedule {
public:
    struct Step {
        bool isOtherSide = false;
        Milliseconds pause{0}; ///< before the attempt
        friend bool operator==(const Step&, const Step&) = default;
    };

    explicit ReconnectSchedule(std::mt19937_64& random, std::size_t sides = 1) : m_random(&random), m_sides(sides) {}

    void begin() { beginRound(0); }          ///< the next step is the first attempt, at once
    void beginWithPause() { beginRound(1); } ///< the first round is not wanted
    Step next(int expectedClients);
    /// The good side of this round has been tried, the other one is next.
    bool isOtherSideNext() const { return m_isOtherSideNext; }

private:
    void beginRound(std::size_t round) {
        m_round = round;
        m_isOtherSideNext = false;
    }
    Milliseconds pauseBeforeRound(int expectedClients);

    std::mt19937_64* m_random;
    std::size_t m_sides;
    std::size_t m_round = 0;
    bool m_isOtherSideNext = false;
};

} // namespace callwright
