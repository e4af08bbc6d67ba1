#pragma once

#include "cil/protocol/error.h"
#include "cil/protocol/tables.h"
#include "cil/protocol/wire.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace callwright::protocol {

/// A NAMEDVAR or NAMEDARRAY value. The texts are raw bytes in the connection's code page (see text_codec.h).
struct NamedValue {
    std::string_view name;
    std::string_view value;
    std::optional<std::uint8_t> index; ///< set for NAMEDARRAY
};

/// Reads the data of a NAMEDVAR or NAMEDARRAY; nullopt when it is malformed or of another type.
std::optional<NamedValue> readNamed(FieldType type, std::span<const std::byte> data);

/// One floating field as it stands in the frame.
struct FieldView {
    std::uint16_t tag = 0;
    std::uint32_t offset = 0;            ///< of the data, in the frame
    const FloatingField* spec = nullptr; ///< nullptr: the table has no such tag for this message and version
    std::span<const std::byte> data;

    std::optional<std::uint32_t> number() const; ///< integer types of the right length; INT and SHORT sign-extended
    std::string_view text() const;               ///< up to the first NUL or the end
    std::optional<NamedValue> named() const;     ///< NAMEDVAR, NAMEDARRAY; nullopt when malformed
};

/// A decoded message: a non-owning view over the received bytes with typed, checked access.
/// Valid as long as the frame's bytes and the Decoder that made it live, and until that Decoder decodes again.
class MessageView {
public:
    std::uint32_t number() const { return m_number; }
    MessageType type() const { return static_cast<MessageType>(m_number); } ///< compare only with known values
    const MessageSpec* spec() const { return m_spec; }                      ///< nullptr: unknown number
    Version version() const { return m_version; }
    std::span<const std::byte> frame() const { return m_frame; }
    std::span<const std::byte> body() const { return m_frame.subspan(headerSize); }
    bool isAlternate() const { return m_isAlternate; } ///< the fixed part has the alternate layout

    /// A number, wherever the message carries it: in the fixed part, else the first floating occurrence.
    /// nullopt: the message does not carry it (absent is not zero). INT and SHORT are sign-extended to 32 bits.
    std::optional<std::uint32_t> number(Field field) const;
    std::uint32_t number(Field field, std::uint32_t otherwise) const { return number(field).value_or(otherwise); }
    std::optional<std::string_view> text(Field field) const;            ///< first occurrence, raw bytes, cut at NUL
    std::optional<std::span<const std::byte>> bytes(Field field) const; ///< first occurrence, raw
    bool has(Field field) const;

    std::span<const FixedField> fixed() const { return m_fixed; } ///< in wire order, for this session's version
    std::optional<std::uint32_t> fixedNumber(std::size_t index) const;
    std::span<const FieldView> floating() const { return m_floating; } ///< in wire order, unknown tags included
    const FieldView* find(Field field, std::size_t occurrence = 0) const;

    /// Repeating groups by their leader (e.g. Field::ConnectedPartyCallID): each group is the run of fields from one
    /// leader to the next. The data decides, not the counting field.
    std::vector<std::span<const FieldView>> groups(Field leader) const;

private:
    friend class Decoder;
    static constexpr std::array<std::uint8_t, fieldCount> noSlots{};
    static constexpr std::array<std::uint16_t, maxFloatingRows> noPositions{};

    std::size_t slotOf(Field field) const { // as in MessageSpec::fieldSlots
        const auto index = static_cast<std::size_t>(field);
        return index < fieldCount ? m_slots[index] : 0;
    }
    const FixedField* fixedField(Field field) const {
        const std::size_t index = slotOf(field) - 1;
        return index < m_slottedFixed ? &m_fixed[index] : m_isAlternate ? alternateField(field) : nullptr;
    }
    const FixedField* alternateField(Field field) const;
    const FieldView* findNext(Field field, std::size_t occurrence) const;
    const FieldView* first(Field field) const {
        const std::size_t row = slotOf(field) - m_firstFloatingSlot;
        const std::size_t position = row < maxFloatingRows ? m_first[row] : 0;
        return position == 0 ? nullptr : &m_floating[position - 1];
    }
    /// No fixed field needs its sign extended: the generator checks.
    std::uint32_t read(const FixedField& field) const {
        return wire::read32(m_frame.data() + field.window) & field.mask;
    }

    std::uint32_t m_number = 0;
    Version m_version = newestVersion;
    bool m_isAlternate = false;
    const MessageSpec* m_spec = nullptr;
    std::span<const std::byte> m_frame;
    std::span<const FixedField> m_fixed;
    std::span<const FieldView> m_floating;
    const std::uint8_t* m_slots = noSlots.data();
    std::size_t m_slottedFixed = 0;                    ///< how many of m_fixed m_slots knows: none of an alternate
    std::size_t m_firstFloatingSlot = 1;               ///< MessageSpec::fieldSlots of row 0
    const std::uint16_t* m_first = noPositions.data(); ///< by FloatingField::home: 1 + position in m_floating, or 0
};

inline std::optional<std::uint32_t> MessageView::fixedNumber(std::size_t index) const {
    return index < m_fixed.size() ? std::optional(read(m_fixed[index])) : std::nullopt;
}

inline std::optional<std::uint32_t> MessageView::number(Field field) const {
    if (const FixedField* fixed = fixedField(field)) {
        return read(*fixed);
    }
    const FieldView* found = first(field);
    return found == nullptr ? std::nullopt : found->number();
}

inline const FieldView* MessageView::find(Field field, std::size_t occurrence) const {
    return occurrence == 0 ? first(field) : findNext(field, occurrence);
}

/// Decodes frames of one session. Owns the index that its views point into; allocates nothing once it is warm.
/// A message with a second layout (MessageSpec::alternate) is read by the one that its body length fits.
class Decoder {
public:
    explicit Decoder(Version version);
    Version version() const { return m_version; }

    /// `frame` is one whole frame, header included. Errors: E_CTI_INVALID_MESSAGE_LENGTH when the body is shorter than
    /// the fixed part or a floating field runs over the end. Unknown messages and tags are no errors.
    Result<MessageView> decode(std::span<const std::byte> frame);

private:
    /// Cheap to hand back; decode() makes an Error of it.
    struct Cut {
        enum class Outcome : std::uint8_t { Good, FixedPartTooShort, FieldTooLong } outcome = Outcome::Good;
        std::size_t offset = 0; ///< in the frame, of the field; or the bytes that the fixed part needs
        bool isGood() const { return outcome == Outcome::Good; }
    };
    Cut fill(MessageView& view, std::span<const std::byte> frame);
    Cut cut(MessageView& view);
    Cut cut(MessageView& view, std::span<const FixedField> fixed, std::size_t fixedBytes);
    template <std::size_t width> Cut cutFloating(MessageView& view, std::size_t offset);
    static Error errorOf(const Cut& cut, std::size_t bodyLength);

    Version m_version;
    std::vector<FieldView> m_fields;
    std::array<std::uint16_t, maxFloatingRows> m_first{};
    bool m_sawUnknownTag = false;
};

} // namespace callwright::protocol
