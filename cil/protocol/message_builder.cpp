#include "cil/protocol/message_builder.h"

#include "cil/protocol/bytes.h"
#include "cil/protocol/wire.h"

#include <algorithm>

namespace callwright::protocol {

namespace {

constexpr std::size_t maxNamedName = 33;   // each with its NUL
constexpr std::size_t maxNamedValue = 211; // (CTI Server guide v25, NAMEDVAR)

/// Whether the low `size` bytes say it all, for a value of either sign.
bool fits(std::uint32_t value, std::size_t size) {
    if (size >= 4) {
        return true;
    }
    const std::uint32_t limit = 1U << (8 * size);
    return value < limit || value >= 0U - limit / 2;
}

} // namespace

MessageBuilder::MessageBuilder(MessageType type, Version version)
    : m_type(type), m_version(version), m_spec(findMessage(static_cast<std::uint32_t>(type))) {
    if (m_spec != nullptr) {
        const FixedLayout& layout = m_spec->layout(version);
        m_layout = m_spec->fixed.first(layout.count);
        m_fixed.resize(layout.size);
    }
}

MessageBuilder& MessageBuilder::useAlternate() {
    if (m_spec == nullptr || m_spec->alternate.empty()) {
        return fail(StatusCode::E_CTI_BAD_MESSAGE_FORMAT, {}, "the message has no alternate layout");
    }
    m_layout = m_spec->alternate;
    m_fixed.assign(std::size_t{m_layout.back().offset} + m_layout.back().size, std::byte{0});
    return *this;
}

MessageBuilder& MessageBuilder::set(Field field, std::uint32_t value) {
    const auto fixed = std::ranges::find(m_layout, field, &FixedField::field);
    if (fixed != m_layout.end()) {
        if (!fits(value, fixed->size)) {
            return fail(StatusCode::E_CTI_INVALID_FIELD_LENGTH, field,
                        "the number needs more bytes than the field has");
        }
        wire::write(m_fixed.data() + fixed->offset, fixed->size, value);
        m_countsVariables = m_countsVariables && field != Field::NumNamedVariables;
        m_countsArrays = m_countsArrays && field != Field::NumNamedArrays;
        return *this;
    }
    const FloatingField* row = writable(field);
    if (row == nullptr) {
        return *this;
    }
    const std::size_t size = std::max(wire::sizeOf(row->type), wire::elementSize(row->type));
    if (size == 0) {
        return fail(StatusCode::E_CTI_BAD_MESSAGE_FORMAT, field, "the field does not hold a number");
    }
    if (!fits(value, size)) {
        return fail(StatusCode::E_CTI_INVALID_FIELD_LENGTH, field, "the number needs more bytes than the field has");
    }
    std::byte data[4];
    wire::write(data, size, value);
    return add(*row, {data, size});
}

MessageBuilder& MessageBuilder::set(Field field, std::string_view value) {
    const FloatingField* row = writable(field);
    if (row == nullptr) {
        return *this;
    }
    if (row->type == FieldType::Unspec) {
        return add(*row, asBytes(value));
    }
    if (row->type != FieldType::String) {
        return fail(StatusCode::E_CTI_BAD_MESSAGE_FORMAT, field, "the field does not hold a text");
    }
    if (value.find('\0') != std::string_view::npos) {
        return fail(StatusCode::E_CTI_INVALID_CHARACTER, field, "the text holds a NUL");
    }
    const std::string terminated = std::string(value) + '\0';
    return add(*row, asBytes(terminated));
}

MessageBuilder& MessageBuilder::setBytes(Field field, std::span<const std::byte> value) {
    const FloatingField* row = writable(field);
    return row == nullptr ? *this : add(*row, value);
}

MessageBuilder& MessageBuilder::setNamed(std::string_view name, std::string_view value,
                                         std::optional<std::uint8_t> index) {
    const Field field = index ? Field::NamedArray : Field::NamedVariable;
    const FloatingField* row = writable(field);
    if (row == nullptr) {
        return *this;
    }
    if (name.size() >= maxNamedName || value.size() >= maxNamedValue) {
        return fail(StatusCode::E_CTI_VALUE_TOO_LONG, field, "the variable's name or value is too long");
    }
    if (name.find('\0') != std::string_view::npos || value.find('\0') != std::string_view::npos) {
        return fail(StatusCode::E_CTI_INVALID_CHARACTER, field, "the variable's name or value holds a NUL");
    }
    std::string data;
    if (index) {
        data += static_cast<char>(*index);
    }
    data.append(name).append(1, '\0').append(value).append(1, '\0');
    add(*row, asBytes(data));
    count(index ? m_countsArrays : m_countsVariables, row->countField);
    return *this;
}

MessageBuilder& MessageBuilder::addRaw(std::uint16_t tag, std::span<const std::byte> data) {
    const std::size_t width = tagSize(m_version);
    const std::size_t limit = std::size_t{1} << (8 * width);
    if (tag >= limit || data.size() >= limit) {
        return fail(StatusCode::E_CTI_INVALID_FIELD_LENGTH, {}, "the field does not fit the version's tag or length");
    }
    const std::size_t begin = m_floating.size();
    m_floating.resize(begin + 2 * width);
    wire::write(m_floating.data() + begin, width, tag);
    wire::write(m_floating.data() + begin + width, width, static_cast<std::uint32_t>(data.size()));
    m_floating.insert(m_floating.end(), data.begin(), data.end());
    return *this;
}

Result<std::vector<std::byte>> MessageBuilder::build() const {
    if (m_error) {
        return tl::unexpected(*m_error);
    }
    std::vector<std::byte> frame(headerSize);
    const std::size_t bodyLength = m_fixed.size() + m_floating.size();
    if (headerSize + bodyLength > maxFrameSize) {
        return tl::unexpected(
            Error{StatusCode::E_CTI_INVALID_MESSAGE_LENGTH, {}, 0, "the message is longer than the protocol allows"});
    }
    wire::write(frame.data(), 4, static_cast<std::uint32_t>(bodyLength));
    wire::write(frame.data() + 4, 4, static_cast<std::uint32_t>(m_type));
    frame.insert(frame.end(), m_fixed.begin(), m_fixed.end());
    frame.insert(frame.end(), m_floating.begin(), m_floating.end());
    return frame;
}

MessageBuilder& MessageBuilder::fail(StatusCode code, std::optional<Field> field, std::string detail) {
    if (!m_error) {
        m_error = Error{code, field, 0, std::move(detail)};
    }
    return *this;
}

const FloatingField* MessageBuilder::writable(Field field) {
    const FloatingField* row = m_spec == nullptr ? nullptr : m_spec->findFloating(field, m_version);
    if (row != nullptr && row->tag != 0) {
        return row;
    }
    const auto index = static_cast<std::size_t>(field);
    if (m_spec == nullptr || index >= fieldCount || m_spec->fieldSlots[index] == 0) {
        fail(StatusCode::E_CTI_INVALID_TAG_FOR_MSG_TYPE, field, "the message has no such field");
    } else if (std::ranges::find(m_layout, field, &FixedField::field) != m_layout.end()) {
        fail(StatusCode::E_CTI_BAD_MESSAGE_FORMAT, field, "the field holds a number in the fixed part");
    }
    return nullptr; // without an error: the session's version does not have it, or the guide prints no tag for it
}

MessageBuilder& MessageBuilder::add(const FloatingField& row, std::span<const std::byte> data) {
    if (data.size() > row.maxBytes) {
        return fail(StatusCode::E_CTI_INVALID_FIELD_LENGTH, row.field,
                    std::to_string(data.size()) + " bytes, at most " + std::to_string(row.maxBytes));
    }
    return addRaw(row.tag, data);
}

void MessageBuilder::count(bool isWanted, Field counter) {
    const auto fixed = std::ranges::find(m_layout, counter, &FixedField::field);
    if (isWanted && fixed != m_layout.end()) {
        std::byte* const data = m_fixed.data() + fixed->offset;
        wire::write(data, fixed->size, wire::readNumber(fixed->type, data) + 1);
    }
}

} // namespace callwright::protocol
