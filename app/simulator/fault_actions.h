#pragma once

#include "app/simulator/acd/acd.h"
#include "app/simulator/door.h"
#include "app/simulator/fault.h"
#include "app/simulator/server/sides.h"

#include <tl/expected.hpp>

#include <array>
#include <random>
#include <set>
#include <string>
#include <vector>

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

/// All that a fault may lay hands on.
struct FaultSite {
    Acd& acd;
    Sides& sides;
    Entrances& entrances;
    std::mt19937_64& random;
};

/// The sides that a fault is about: the one it names, else those that are there.
std::vector<Side> sidesOf(const Entrances& entrances, const Fault& fault);

bool lasts(const Fault& fault); ///< there is something to heal
std::vector<FaultKind> lastingFaultKinds();

/// Nothing has changed after an error.
FaultOutcome beginFault(FaultSite& site, const Fault& fault);
FaultOutcome endFault(FaultSite& site, const Fault& fault);

} // namespace callwright::simulator
