#include "cil/objects/start_limit.h"

#include <algorithm>

namespace callwright {

bool StartLimit::admits(const QString& sender, Milliseconds now) {
    while (!m_admitted.empty() && now - m_admitted.front().second >= interval)
        m_admitted.pop_front();
    const bool wasHere = std::ranges::any_of(m_admitted, [&](const auto& entry) { return entry.first == sender; });
    if (wasHere || m_admitted.size() >= mostInAnInterval)
        return false;
    m_admitted.emplace_back(sender, now);
    return true;
}

} // namespace callwright
