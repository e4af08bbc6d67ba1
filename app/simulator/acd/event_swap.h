#pragma once

#include <cstddef>
#include <optional>

namespace callwright::simulator {

/// One departure from the usual order of events. In every action each pair of events that follow each other at one
/// phone, and of which the later may come first (mayOvertake), is counted through the whole run; the wanted pair is
/// sent the other way round. A test runs a scenario once to learn how many pairs there are, then once for each.
struct EventSwap {
    std::optional<std::size_t> wanted; ///< counted from 0
    std::size_t seen = 0;              ///< pairs so far

    /// Whether the pair that is met now is the one.
    bool takesNext() { return wanted == seen++; }
};

} // namespace callwright::simulator
