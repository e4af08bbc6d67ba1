#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace callwright::simulator {

/// The two CTI Servers before one switch.
enum class Side { A, B };

inline constexpr std::array bothSides = {Side::A, Side::B};

constexpr Side otherSide(Side side) { return side == Side::A ? Side::B : Side::A; }
constexpr std::string_view nameOf(Side side) { return side == Side::A ? "A" : "B"; }
constexpr std::optional<Side> sideNamed(std::string_view name) {
    return name == "A" ? std::optional(Side::A) : name == "B" ? std::optional(Side::B) : std::nullopt;
}

} // namespace callwright::simulator
