#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

/// The fastest plain way to read two messages at version 25: every offset written out by hand, no tables, no names.
/// It is what the decoder is measured against.
namespace callwright::benchmark {

/// The floating fields by tag.
struct HandIndex {
    struct Slot {
        const std::byte* data;
        std::size_t size;
    };
    Slot slots[320];
};

/// Reads all fixed fields and finds all floating ones; gives a sum over what was read, 0 for a bad frame.
std::uint64_t readAgentState(std::span<const std::byte> frame, HandIndex& index);
std::uint64_t readCallDelivered(std::span<const std::byte> frame, HandIndex& index);

} // namespace callwright::benchmark
