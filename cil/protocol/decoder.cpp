#include "cil/protocol/message_view.h"
#include "cil/protocol/tables_data.h"
#include "cil/protocol/wire.h"

#include <string>

namespace callwright::protocol {

Decoder::Decoder(Version version) : m_version(version) {}

Result<MessageView> Decoder::decode(std::span<const std::byte> frame) {
    Result<MessageView> result; // the one thing returned: filled in place, never copied
    if (frame.size() < headerSize) {
        result = tl::unexpected(Error{StatusCode::E_CTI_INVALID_MESSAGE_LENGTH, {}, 0, "shorter than a header"});
    } else if (const std::size_t bodyLength = wire::read32(frame.data()); bodyLength != frame.size() - headerSize) {
        result = tl::unexpected(
            Error{StatusCode::E_CTI_INVALID_MESSAGE_LENGTH, {}, 0, "the length is not the one of the frame"});
    } else if (const Cut done = fill(*result, frame); !done.isGood()) {
        result = tl::unexpected(errorOf(done, bodyLength));
    }
    return result;
}

Decoder::Cut Decoder::fill(MessageView& view, std::span<const std::byte> frame) {
    view.m_number = wire::read32(frame.data() + 4);
    view.m_version = m_version;
    view.m_frame = frame;
    view.m_spec = view.m_number < messageNumberEnd ? data::messageByNumber[view.m_number] : nullptr;
    if (view.m_spec == nullptr || !view.m_spec->hasLayout) {
        return {};
    }
    view.m_slots = view.m_spec->fieldSlots.data();
    view.m_firstFloatingSlot = 1 + view.m_spec->fixed.size();
    return cut(view);
}

Error Decoder::errorOf(const Cut& cut, std::size_t bodyLength) {
    if (cut.outcome == Cut::Outcome::FixedPartTooShort) {
        return {StatusCode::E_CTI_INVALID_MESSAGE_LENGTH,
                {},
                headerSize,
                "the body has " + std::to_string(bodyLength) + " bytes, its fixed part needs " +
                    std::to_string(cut.offset)};
    }
    return {
        StatusCode::E_CTI_INVALID_MESSAGE_LENGTH, {}, cut.offset, "a floating field runs over the end of the message"};
}

Decoder::Cut Decoder::cut(MessageView& view) {
    const MessageSpec& spec = *view.m_spec;
    const FixedLayout& layout = spec.layout(m_version);
    const Cut usual = cut(view, spec.fixed.first(layout.count), layout.size);
    if (spec.alternate.empty() || (usual.isGood() && !m_sawUnknownTag)) {
        return usual;
    }
    // Another layout of the fixed part shows in the length of the body: what follows it then makes no sense here.
    const auto& last = spec.alternate.back();
    const Cut other = cut(view, spec.alternate, std::size_t{last.offset} + last.size);
    if (other.isGood() && (!m_sawUnknownTag || !usual.isGood())) {
        view.m_isAlternate = true;
        view.m_slottedFixed = 0;
        return other;
    }
    return cut(view, spec.fixed.first(layout.count), layout.size);
}

Decoder::Cut Decoder::cut(MessageView& view, std::span<const FixedField> fixed, std::size_t fixedBytes) {
    const std::size_t bodyLength = view.m_frame.size() - headerSize;
    view.m_fixed = fixed;
    view.m_slottedFixed = fixed.size();
    view.m_floating = {};
    m_first.fill(0);
    view.m_first = m_first.data();
    m_sawUnknownTag = false;
    if (bodyLength <= fixedBytes) {
        return bodyLength == fixedBytes ? Cut{} : Cut{Cut::Outcome::FixedPartTooShort, fixedBytes};
    }
    const std::size_t most = (bodyLength - fixedBytes) / (2 * tagSize(m_version)) + 1;
    if (m_fields.size() < most) {
        m_fields.resize(most);
    }
    return tagSize(m_version) == 1 ? cutFloating<1>(view, headerSize + fixedBytes)
                                   : cutFloating<2>(view, headerSize + fixedBytes);
}

template <std::size_t width> Decoder::Cut Decoder::cutFloating(MessageView& view, std::size_t offset) {
    const std::byte* const frame = view.m_frame.data();
    const std::size_t end = view.m_frame.size();
    const MessageSpec& spec = *view.m_spec;
    FieldView* const fields = m_fields.data();
    std::size_t count = 0;
    while (offset < end) {
        if (end - offset < 2 * width) {
            return {Cut::Outcome::FieldTooLong, offset};
        }
        const auto tag =
            static_cast<std::uint16_t>(width == 1 ? wire::byteAt(frame, offset) : wire::read16(frame + offset));
        const std::size_t length = width == 1 ? wire::byteAt(frame, offset + 1) : wire::read16(frame + offset + width);
        const std::size_t data = offset + 2 * width;
        if (end - data < length) {
            return {Cut::Outcome::FieldTooLong, offset};
        }
        const FloatingField* row = spec.findTag(tag, m_version);
        fields[count] = FieldView{tag, static_cast<std::uint32_t>(data), row, {frame + data, length}};
        ++count;
        if (row == nullptr) {
            m_sawUnknownTag = true;
        } else {
            std::uint16_t& first = m_first[row->home];
            first = first == 0 ? static_cast<std::uint16_t>(count) : first;
        }
        offset = data + length;
    }
    view.m_floating = {fields, count};
    return {};
}

} // namespace callwright::protocol
