#pragma once

#include "cil/protocol/names.h"

#include <cstdint>
#include <initializer_list>

/// Sets of call statuses, as tables hold them.
namespace callwright::service {

using StatusSet = std::uint32_t; ///< a bit for each LocalConnectionState

constexpr bool contains(StatusSet statuses, protocol::LocalConnectionState status) {
    const auto bit = static_cast<std::uint32_t>(status);
    return bit < 32 && (statuses & (1U << bit)) != 0; // what a server sends may be no status at all
}

constexpr StatusSet in(std::initializer_list<protocol::LocalConnectionState> statuses) {
    StatusSet bits = 0;
    for (const protocol::LocalConnectionState status : statuses) {
        bits |= 1U << static_cast<std::uint32_t>(status);
    }
    return bits;
}

} // namespace callwright::service
