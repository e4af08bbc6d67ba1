#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace callwright::protocol {

std::string toHex(std::span<const std::byte> bytes);

/// nullopt: an odd number of digits, or something that is none.
std::optional<std::vector<std::byte>> fromHex(std::string_view digits);

/// The value of a hex digit of either case, or -1.
constexpr int hexDigit(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

} // namespace callwright::protocol
