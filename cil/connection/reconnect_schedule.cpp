#include "cil/connection/reconnect_schedule.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace callwright {

ReconnectSchedule::Step ReconnectSchedule::next(int expectedClients) {
    if (m_isOtherSideNext) {
        beginRound(m_round + 1);
        return {true, Milliseconds(0)};
    }
    const Milliseconds pause = pauseBeforeRound(expectedClients);
    if (m_sides > 1)
        m_isOtherSideNext = true;
    else
        beginRound(m_round + 1);
    return {false, pause};
}

Milliseconds ReconnectSchedule::pauseBeforeRound(int expectedClients) {
    using std::chrono::seconds;
    constexpr std::array pauses{seconds(15), seconds(30), seconds(60), seconds(120)};
    if (m_round == 0)
        return Milliseconds(0);
    if (m_round == 1) {
        const auto most = static_cast<std::uint64_t>(std::max(expectedClients, 0) / 10);
        return seconds((*m_random)() % (most + 1));
    }
    return pauses[std::min(m_round - 2, pauses.size() - 1)]; // stays at the longest
}

} // namespace callwright
