#pragma once

#include "cil/protocol/error.h"
#include "cil/protocol/tables.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace callwright::protocol {

/// Writes one frame from the tables. Fixed fields not set are 0. Floating fields go out in the order they were added;
/// a field the session's version does not have is left out silently (that is how one code path serves 13 to 25).
/// NumNamedVariables and NumNamedArrays count what setNamed() adds, unless they are set.
/// The first thing that does not fit (unknown field for the message, text too long) sticks and is reported by build().
class MessageBuilder {
public:
    MessageBuilder(MessageType type, Version version);

    MessageType type() const { return m_type; }
    Version version() const { return m_version; }

    /// Lays the fixed part out as MessageSpec::alternate; what was set in it before is gone.
    MessageBuilder& useAlternate();

    /// Sets a fixed field, or adds a floating one of an integer type.
    MessageBuilder& set(Field field, std::uint32_t value);
    template <class Enum>
    requires std::is_enum_v<Enum> MessageBuilder& set(Field field, Enum value) {
        return set(field, static_cast<std::uint32_t>(value));
    }
    /// Adds a STRING (a NUL is appended) or UNSPEC (as is) field. Bytes are already in the connection's code page.
    MessageBuilder& set(Field field, std::string_view value);
    MessageBuilder& setBytes(Field field, std::span<const std::byte> value);
    MessageBuilder& setNamed(std::string_view name, std::string_view value, std::optional<std::uint8_t> index = {});
    /// Any tag with raw data: for what no table knows, and for tests.
    MessageBuilder& addRaw(std::uint16_t tag, std::span<const std::byte> data);

    /// The frame, header included.
    Result<std::vector<std::byte>> build() const;

private:
    MessageBuilder& fail(StatusCode code, std::optional<Field> field, std::string detail);
    const FloatingField* writable(Field field); ///< nullptr: leave it out; fails when the message never has it
    MessageBuilder& add(const FloatingField& row, std::span<const std::byte> data);
    void count(bool isWanted, Field counter);

    MessageType m_type;
    Version m_version;
    const MessageSpec* m_spec;
    std::span<const FixedField> m_layout;
    std::vector<std::byte> m_fixed;
    std::vector<std::byte> m_floating;
    bool m_countsVariables = true;
    bool m_countsArrays = true;
    std::optional<Error> m_error;
};

} // namespace callwright::protocol
