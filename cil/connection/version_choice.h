#pragma once

#include "cil/protocol/version.h"

#include <optional>

namespace callwright {

/// Which version to open with next: the one the server took last, else the highest; one lower after each refusal. When
/// a server no longer takes anything from the remembered version down, what lies above it is tried as well.
class VersionChoice {
public:
    VersionChoice() = default;
    VersionChoice(protocol::Version highest, std::optional<protocol::Version> remembered);

    protocol::Version current() const { return m_current; }
    bool lower(); ///< false: every version has been refused; the next round begins where this one began
    void accept() { m_start = m_current; }

private:
    protocol::Version m_highest = protocol::newestVersion;
    protocol::Version m_start = protocol::newestVersion;
    protocol::Version m_current = protocol::newestVersion;
};

} // namespace callwright
