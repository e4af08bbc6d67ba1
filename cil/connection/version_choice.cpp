#include "cil/connection/version_choice.h"

#include <algorithm>

namespace callwright {

VersionChoice::VersionChoice(protocol::Version highest, std::optional<protocol::Version> remembered)
    : m_highest(std::clamp(highest, protocol::oldestVersion, protocol::newestVersion)),
      m_start(std::clamp(remembered.value_or(m_highest), protocol::oldestVersion, m_highest)), m_current(m_start) {}

bool VersionChoice::lower() {
    // Downwards from the start to the oldest, then from the highest down to the start.
    const protocol::Version next = m_current == protocol::oldestVersion ? m_highest : m_current - 1;
    m_current = next;
    return next != m_start;
}

} // namespace callwright
