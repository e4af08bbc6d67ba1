#pragma once

#include "cil/protocol/error.h"
#include "cil/protocol/tables.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace callwright::protocol {

/// Writes one frame from the tables. Fixed fields not set are 0. Floating fields go out in the order they were added;
/// a field the session's version does not have is left out silently (that is how one code path serves 13 to 25).
/// The first thing that does not fit (unknown field for the message, text too long) sticks and is reported by build().
class MessageBuilder {
public:
    MessageBuilder(MessageType type, Version version);

    MessageType type() const { return m_type; }
    Version version() const { return m_version; }

    /// Sets a fixed field, or adds a floating one of an integer type.
    MessageBuilder& set(Field field, std::uint32_t value);
    /// Adds a STRING (a NUL is appended) or UNSPEC (as is) field. Bytes are already in the connection's code page.
    MessageBuilder& set(Field field, std::string_view value);
    MessageBuilder& setBytes(Field field, std::span<const std::byte> value);
    MessageBuilder& setNamed(std::string_view name, std::string_view value, std::optional<std::uint8_t> index = {});
    /// Any tag with raw data: for what no table knows, and for tests.
    MessageBuilder& addRaw(std::uint16_t tag, std::span<const std::byte> data);

    /// The frame, header included.
    Result<std::vector<std::byte>> build() const;

private:
    MessageType m_type;
    Version m_version;
    const MessageSpec* m_spec;
    std::vector<std::byte> m_fixed;
    std::vector<std::byte> m_floating;
    std::optional<Error> m_error;
};

} // namespace callwright::protocol
