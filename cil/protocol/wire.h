#pragma once

#include "cil/protocol/tables.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

/// Big-endian integers as they stand on the wire (CTI Server guide v25, Messaging Conventions).
namespace callwright::protocol::wire {

inline std::uint32_t byteAt(const std::byte* data, std::size_t i) { return std::to_integer<std::uint32_t>(data[i]); }

inline std::uint32_t read16(const std::byte* data) { return byteAt(data, 0) << 8 | byteAt(data, 1); }

inline std::uint32_t read32(const std::byte* data) {
    return byteAt(data, 0) << 24 | byteAt(data, 1) << 16 | byteAt(data, 2) << 8 | byteAt(data, 3);
}

/// Bytes of a type of fixed length; 0 for the others.
constexpr std::size_t sizeOf(FieldType type) {
    switch (type) {
    case FieldType::Char:
    case FieldType::UChar:
        return 1;
    case FieldType::Short:
    case FieldType::UShort:
    case FieldType::Bool:
        return 2;
    case FieldType::Int:
    case FieldType::UInt:
    case FieldType::Time:
        return 4;
    default:
        return 0;
    }
}

/// Bytes of one element of an array type; 0 for the others.
constexpr std::size_t elementSize(FieldType type) {
    return type == FieldType::UShortArray ? 2 : type == FieldType::UIntArray ? 4 : 0;
}

/// Reads `data`, whose length fits the type; signed types are sign-extended.
inline std::uint32_t readNumber(FieldType type, const std::byte* data) {
    switch (sizeOf(type)) {
    case 1:
        return type == FieldType::Char ? static_cast<std::uint32_t>(static_cast<std::int8_t>(byteAt(data, 0)))
                                       : byteAt(data, 0);
    case 2:
        return type == FieldType::Short ? static_cast<std::uint32_t>(static_cast<std::int16_t>(read16(data)))
                                        : read16(data);
    default:
        return read32(data);
    }
}

/// Writes the low `size` bytes of `value`.
inline void write(std::byte* data, std::size_t size, std::uint32_t value) {
    for (std::size_t i = size; i-- > 0; value >>= 8) {
        data[i] = static_cast<std::byte>(value & 0xFF);
    }
}

} // namespace callwright::protocol::wire
