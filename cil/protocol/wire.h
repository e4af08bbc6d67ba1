#pragma once

#include "cil/protocol/tables.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>

/// Big-endian integers as they stand on the wire (CTI Server guide v25, Messaging Conventions).
namespace callwright::protocol::wire {

inline std::uint32_t byteAt(const std::byte* data, std::size_t i) { return std::to_integer<std::uint32_t>(data[i]); }

/// The bytes of the number in reverse order; compilers know this as one instruction.
constexpr std::uint16_t swapped(std::uint16_t n) { return static_cast<std::uint16_t>(n >> 8 | n << 8); }
constexpr std::uint32_t swapped(std::uint32_t n) { return n >> 24 | (n >> 8 & 0xFF00) | (n << 8 & 0xFF0000) | n << 24; }

/// One load, where shifts of single bytes would be four.
template <class Number> Number load(const std::byte* data) {
    Number number = 0;
    std::memcpy(&number, data, sizeof number);
    return std::endian::native == std::endian::little ? swapped(number) : number;
}

inline std::uint32_t read16(const std::byte* data) { return load<std::uint16_t>(data); }
inline std::uint32_t read32(const std::byte* data) { return load<std::uint32_t>(data); }

/// Bytes of a type of fixed length; 0 for the others.
constexpr std::size_t sizeOf(FieldType type) {
    // in the order of FieldType: Char, UChar, Short, UShort, Bool, Int, UInt, Time, then those without a length
    constexpr std::uint8_t sizes[] = {1, 1, 2, 2, 2, 4, 4, 4, 0, 0, 0, 0, 0, 0};
    return sizes[static_cast<std::size_t>(type)];
}
static_assert(sizeOf(FieldType::UChar) == 1 && sizeOf(FieldType::Bool) == 2 && sizeOf(FieldType::Time) == 4 &&
              sizeOf(FieldType::String) == 0 && sizeOf(FieldType::UIntArray) == 0);

/// Bytes of one element of an array type; 0 for the others.
constexpr std::size_t elementSize(FieldType type) {
    return type == FieldType::UShortArray ? 2 : type == FieldType::UIntArray ? 4 : 0;
}

constexpr bool isSigned(FieldType type) {
    return type == FieldType::Char || type == FieldType::Short || type == FieldType::Int;
}

/// Reads `data`, whose length fits the type; signed types are sign-extended.
inline std::uint32_t readNumber(FieldType type, const std::byte* data) {
    switch (sizeOf(type)) {
    case 1:
        return isSigned(type) ? static_cast<std::uint32_t>(static_cast<std::int8_t>(byteAt(data, 0))) : byteAt(data, 0);
    case 2:
        return isSigned(type) ? static_cast<std::uint32_t>(static_cast<std::int16_t>(read16(data))) : read16(data);
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
