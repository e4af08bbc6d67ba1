#pragma once

#include "cil/protocol/version.h"
#include "cil/transport/transport.h"

#include <map>
#include <memory>
#include <optional>
#include <utility>

namespace callwright {

/// Remembers which protocol version a server took. The default forgets when the program ends; an application may hand
/// in one that writes to its settings.
class VersionStore {
public:
    virtual ~VersionStore() = default;
    virtual std::optional<protocol::Version> lastGood(const Endpoint& server) const = 0;
    virtual void remember(const Endpoint& server, protocol::Version version) = 0;
};

class VersionsInMemory final : public VersionStore {
public:
    std::optional<protocol::Version> lastGood(const Endpoint& server) const override;
    void remember(const Endpoint& server, protocol::Version version) override;

private:
    std::map<std::pair<QString, std::uint16_t>, protocol::Version> m_versions;
};

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
