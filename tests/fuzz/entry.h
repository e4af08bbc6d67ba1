#pragma once

#include <cstddef>
#include <span>

/// What the fuzzers do with an input: the same for libFuzzer and for the replay of a corpus in the tests. A promise
/// that does not hold aborts the program.
namespace callwright::fuzz {

/// A received stream. The first byte chooses the protocol version, the second the code page and how the network splits
/// the rest: it is cut, decoded, validated, dumped and encoded again, which must give the same bytes.
void frames(std::span<const std::byte> input);

/// JSON for the encoder. The first byte chooses the protocol version, the second the code page.
void json(std::span<const std::byte> input);

} // namespace callwright::fuzz
