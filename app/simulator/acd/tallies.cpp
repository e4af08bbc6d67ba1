#include "app/simulator/acd/tallies.h"

#include <algorithm>

namespace callwright::simulator {

void PeriodTallies::roll(std::chrono::milliseconds wallTime) {
    m_now = wallTime;
    if (m_length.count() == 0)
        return;
    const std::chrono::milliseconds begin = wallTime - wallTime % m_length;
    if (begin == m_begin)
        return;
    m_begin = begin;
    reset();
}

void PeriodTallies::addSpan(Tally what, std::chrono::milliseconds span) {
    m_tallies.add(what, m_length.count() == 0 ? span : std::min(span, m_now - m_begin));
}

} // namespace callwright::simulator
