#pragma once

#include "cil/protocol/tables.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

/// What the generator makes of the tables, as tables.cpp and validate.cpp read it. Others use tables.h.
namespace callwright::protocol::data {

enum FieldTrait : std::uint8_t { Secret = 1, Digits = 2, Zero = 4 };

struct EnumValue {
    std::string_view enumName;
    std::uint32_t value;
    std::string_view name;
};

struct KnownValue {
    std::uint32_t value;
    std::uint8_t minVersion;
};

/// An enum or a mask that fields are linked to (FixedField::valueSet, FloatingField::valueSet).
struct ValueSet {
    std::string_view name;
    bool isMask;
    std::span<const KnownValue> values;
};

extern const std::array<const MessageSpec*, messageNumberEnd> messageByNumber; ///< nullptr: unknown number
std::span<const MessageSpec> messages();
std::span<const std::string_view> fieldNames(); ///< by Field
std::span<const std::uint8_t> fieldTraits();    ///< by Field: FieldTrait bits
std::span<const ValueSet> valueSets();
std::span<const EnumValue> enumValues();
std::span<const std::uint16_t> tags(); ///< every tag number the guide knows, ascending

} // namespace callwright::protocol::data
