#pragma once

#include "tests/integration/scenario/script.h"
#include "tests/integration/scenario/stage.h"

#include <QStringList>

#include <string>
#include <vector>

namespace callwright::testing {

/// What is the same in every allowed order of events: of each step, what every desk was told about each object in
/// its order, what may come at any time as a heap, and the mask in the end.
struct Retelling {
    QStringList lines;
    std::vector<std::string> faults;
    std::size_t swappablePairs = 0;
};

Retelling retell(const Script& script, const EventOrder& order);

} // namespace callwright::testing
