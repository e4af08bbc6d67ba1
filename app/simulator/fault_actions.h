#pragma once

#include "app/simulator/acd/acd.h"
#include "app/simulator/entrances.h"
#include "app/simulator/fault.h"
#include "app/simulator/server/sides.h"

#include <random>
#include <vector>

namespace callwright::simulator {

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
