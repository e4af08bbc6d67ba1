#pragma once

#include "app/simulator/door.h"
#include "app/simulator/fault.h"
#include "app/simulator/server/sides.h"

#include <tl/expected.hpp>

#include <array>
#include <set>
#include <string>

namespace callwright::simulator {

using FaultOutcome = tl::expected<void, std::string>; ///< the error is an English sentence

/// What stands between the clients and one side.
struct Entrance {
    Door door;
    bool isRefused = false;
    bool diesWhenCut = false;     ///< the first message that is cut takes the whole side along
    std::set<FaultKind> losses{}; ///< why the side is gone for the other one; empty: it is not
};
using Entrances = std::array<Entrance, 2>;

inline Entrance& entranceOf(Entrances& entrances, Side side) { return entrances[static_cast<std::size_t>(side)]; }
inline const Entrance& entranceOf(const Entrances& entrances, Side side) {
    return entrances[static_cast<std::size_t>(side)];
}

/// Opens and closes the doors as roles and faults want it.
FaultOutcome openDoors(Entrances& entrances, const Sides& sides);

} // namespace callwright::simulator
