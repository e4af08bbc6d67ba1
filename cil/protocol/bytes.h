#pragma once

#include <cstddef>
#include <span>
#include <string_view>

/// The two faces of what stands on the wire.
namespace callwright::protocol {

inline std::string_view asText(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

inline std::span<const std::byte> asBytes(std::string_view text) {
    return std::as_bytes(std::span(text.data(), text.size()));
}

} // namespace callwright::protocol
