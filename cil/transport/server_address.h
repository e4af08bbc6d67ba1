#pragma once

#include "cil/transport/transport.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace callwright {

enum class ServerSide { A, B };

inline constexpr int mostInstance = 24; ///< customer instances of one system are numbered 0 to 24

/// Where a CTI Server listens unless its administrator has chosen otherwise: 42027 and, at side B, 43027; secured 42030
/// and 43030; 40 more for each instance after the first (0).
constexpr std::uint16_t standardPort(ServerSide side, bool isSecured, int instance = 0) {
    constexpr int plain = 42027;
    constexpr int secured = 42030;
    return static_cast<std::uint16_t>((isSecured ? secured : plain) + (side == ServerSide::B ? 1000 : 0) +
                                      40 * instance);
}

/// From "host:port", "host", "[::1]:port" or "[::1]"; `portIfNone` where none is written. nullopt: none of these, or a
/// port under `leastPort` (0 is good for listening only).
std::optional<Endpoint> endpointFrom(const QString& text, std::uint16_t portIfNone, std::uint16_t leastPort = 1);
/// "host:port" or "[::1]:port"; empty without a host.
QString endpointText(const Endpoint& endpoint);

} // namespace callwright
