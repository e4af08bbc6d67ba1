#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace callwright::fuzz {

struct Seed {
    std::string name;
    std::vector<std::byte> input;
};

/// For frames(): one frame of every message and version.
std::vector<Seed> frameSeeds();
/// For json(): what those frames look like as JSON, at the versions where layouts change.
std::vector<Seed> jsonSeeds();

} // namespace callwright::fuzz
