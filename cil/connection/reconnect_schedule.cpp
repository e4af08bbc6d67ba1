#include "cil/connection/reconnect_schedule.h"

#include <algorithm>
#include <array>

namespace callwright {

Milliseconds ReconnectSchedule::next(int expectedClients) {
    using std::chrono::seconds;
    constexpr std::array pauses{seconds(15), seconds(30), seconds(60), seconds(120)};
    const int step = m_step++;
    if (step == 0)
        return Milliseconds(0);
    if (step == 1) {
        const auto most = static_cast<std::uint64_t>(std::max(expectedClients, 0) / 10);
        return seconds(m_random() % (most + 1));
    }
    const auto round = static_cast<std::size_t>(step - 2);
    if (round >= pauses.size())
        m_step = step; // stays at the longest
    return pauses[std::min(round, pauses.size() - 1)];
}

} // namespace callwright
