#pragma once

#include "cil/clock/clock.h"

#include <QString>

#include <cstddef>
#include <deque>
#include <utility>

namespace callwright {

/// How often other desktops may ask this one for something that it answers: each once a second, and so many together.
/// Whoever asks more often gets no answer, and costs nothing.
class StartLimit {
public:
    static constexpr Milliseconds interval = std::chrono::seconds(1);
    static constexpr std::size_t mostInAnInterval = 8;

    bool admits(const QString& sender, Milliseconds now);

private:
    std::deque<std::pair<QString, Milliseconds>> m_admitted; ///< in the last interval
};

} // namespace callwright
