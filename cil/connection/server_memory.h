#pragma once

#include "cil/protocol/version.h"
#include "cil/transport/transport.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace callwright {

/// What is known of servers from the last time: which protocol version each took, and which side of a pair had the last
/// good session. ForgetfulServerMemory forgets when the program ends, SettingsServerMemory keeps the good sides.
class ServerMemory {
public:
    virtual ~ServerMemory() = default;
    virtual std::optional<protocol::Version> lastGoodVersion(const Endpoint& server) const = 0;
    virtual void rememberVersion(const Endpoint& server, protocol::Version version) = 0;
    /// One of the two, whichever is named first; nullopt: nothing is known of this pair.
    virtual std::optional<Endpoint> lastGoodSide(const Endpoint& one, const Endpoint& other) const = 0;
    virtual void rememberGoodSide(const Endpoint& good, const Endpoint& other) = 0;
};

class ForgetfulServerMemory final : public ServerMemory {
public:
    std::optional<protocol::Version> lastGoodVersion(const Endpoint& server) const override;
    void rememberVersion(const Endpoint& server, protocol::Version version) override;
    std::optional<Endpoint> lastGoodSide(const Endpoint& one, const Endpoint& other) const override;
    void rememberGoodSide(const Endpoint& good, const Endpoint& other) override;

private:
    using Key = std::pair<QString, std::uint16_t>;
    std::map<Key, protocol::Version> m_versions;
    std::map<std::pair<Key, Key>, Endpoint> m_goodSides; ///< by the pair, the smaller key first
};

} // namespace callwright
