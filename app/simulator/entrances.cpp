#include "app/simulator/entrances.h"

namespace callwright::simulator {

FaultOutcome openDoors(Entrances& entrances, const Sides& sides) {
    FaultOutcome outcome;
    for (const Side side : bothSides) {
        Entrance& entrance = entranceOf(entrances, side);
        const bool isKilled = entrance.losses.contains(FaultKind::Kill);
        const auto opened = entrance.door.setOpen(sides.isReachable(side) && !entrance.isRefused && !isKilled);
        outcome = outcome ? opened : outcome;
    }
    return outcome;
}

} // namespace callwright::simulator
