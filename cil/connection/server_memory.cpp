#include "cil/connection/server_memory.h"

#include <algorithm>

namespace callwright {

namespace {

std::pair<QString, std::uint16_t> keyOf(const Endpoint& server) { return {server.host, server.port}; }

auto keyOf(const Endpoint& one, const Endpoint& other) { return std::minmax({keyOf(one), keyOf(other)}); }

} // namespace

std::optional<protocol::Version> ForgetfulServerMemory::lastGoodVersion(const Endpoint& server) const {
    const auto found = m_versions.find(keyOf(server));
    return found == m_versions.end() ? std::nullopt : std::optional(found->second);
}

void ForgetfulServerMemory::rememberVersion(const Endpoint& server, protocol::Version version) {
    m_versions[keyOf(server)] = version;
}

std::optional<Endpoint> ForgetfulServerMemory::lastGoodSide(const Endpoint& one, const Endpoint& other) const {
    const auto found = m_goodSides.find(keyOf(one, other));
    return found == m_goodSides.end() ? std::nullopt : std::optional(found->second);
}

void ForgetfulServerMemory::rememberGoodSide(const Endpoint& good, const Endpoint& other) {
    m_goodSides[keyOf(good, other)] = good;
}

} // namespace callwright
