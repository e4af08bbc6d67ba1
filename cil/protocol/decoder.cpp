#include "cil/protocol/message_view.h"
#include "cil/protocol/wire.h"

#include <algorithm>
#include <string>

namespace callwright::protocol {

namespace {

Error tooShort(std::size_t have, std::size_t need) {
    return {StatusCode::E_CTI_INVALID_MESSAGE_LENGTH,
            {},
            headerSize,
            "the body has " + std::to_string(have) + " bytes, its fixed part needs " + std::to_string(need)};
}

Error overrun(std::size_t offset) {
    return {StatusCode::E_CTI_INVALID_MESSAGE_LENGTH, {}, offset, "a floating field runs over the end of the message"};
}

} // namespace

Decoder::Decoder(Version version) : m_version(version) {}

Result<MessageView> Decoder::decode(std::span<const std::byte> frame) {
    if (frame.size() < headerSize) {
        return tl::unexpected(Error{StatusCode::E_CTI_INVALID_MESSAGE_LENGTH, {}, 0, "shorter than a header"});
    }
    const std::size_t bodyLength = wire::read32(frame.data());
    if (bodyLength != frame.size() - headerSize) {
        return tl::unexpected(
            Error{StatusCode::E_CTI_INVALID_MESSAGE_LENGTH, {}, 0, "the length is not the one of the frame"});
    }
    MessageView view;
    view.m_number = wire::read32(frame.data() + 4);
    view.m_version = m_version;
    view.m_frame = frame;
    view.m_spec = findMessage(view.m_number);
    if (view.m_spec != nullptr && view.m_spec->hasLayout) {
        if (auto error = cut(view)) {
            return tl::unexpected(std::move(*error));
        }
    }
    return view;
}

std::optional<Error> Decoder::cut(MessageView& view) {
    const MessageSpec& spec = *view.m_spec;
    const FixedLayout& layout = spec.layout(m_version);
    auto error = cut(view, spec.fixed.first(layout.count), layout.size);
    if (spec.alternate.empty() || (!error && !m_sawUnknownTag)) {
        return error;
    }
    // Another layout of the fixed part shows in the length of the body: what follows it then makes no sense here.
    const bool wasCut = !error;
    const auto& last = spec.alternate.back();
    const auto alternateError = cut(view, spec.alternate, std::size_t{last.offset} + last.size);
    if (!alternateError && (!m_sawUnknownTag || !wasCut)) {
        view.m_isAlternate = true;
        return std::nullopt;
    }
    cut(view, spec.fixed.first(layout.count), layout.size);
    return error;
}

std::optional<Error> Decoder::cut(MessageView& view, std::span<const FixedField> fixed, std::size_t fixedBytes) {
    const auto body = view.body();
    view.m_fixed = fixed;
    view.m_floating = {};
    m_first.fill(0);
    view.m_first = m_first.data();
    m_sawUnknownTag = false;
    if (body.size() < fixedBytes) {
        return tooShort(body.size(), fixedBytes);
    }
    if (body.size() == fixedBytes) {
        return std::nullopt;
    }
    const std::size_t most = (body.size() - fixedBytes) / (2 * tagSize(m_version)) + 1;
    if (m_fields.size() < most) {
        m_fields.resize(most);
    }
    return tagSize(m_version) == 1 ? cutFloating<1>(view, headerSize + fixedBytes)
                                   : cutFloating<2>(view, headerSize + fixedBytes);
}

template <std::size_t width> std::optional<Error> Decoder::cutFloating(MessageView& view, std::size_t offset) {
    const std::byte* const frame = view.m_frame.data();
    const std::size_t end = view.m_frame.size();
    const MessageSpec& spec = *view.m_spec;
    std::size_t count = 0;
    while (offset < end) {
        if (end - offset < 2 * width) {
            return overrun(offset);
        }
        const auto tag =
            static_cast<std::uint16_t>(width == 1 ? wire::byteAt(frame, offset) : wire::read16(frame + offset));
        const std::size_t length = width == 1 ? wire::byteAt(frame, offset + 1) : wire::read16(frame + offset + width);
        const std::size_t data = offset + 2 * width;
        if (end - data < length) {
            return overrun(offset);
        }
        const FloatingField* row = spec.findTag(tag, m_version);
        m_fields[count] = FieldView{tag, row, data, {frame + data, length}};
        ++count;
        if (row == nullptr) {
            m_sawUnknownTag = true;
        } else if (m_first[row->home] == 0) {
            m_first[row->home] = static_cast<std::uint16_t>(count);
        }
        offset = data + length;
    }
    view.m_floating = std::span<const FieldView>(m_fields).first(count);
    return std::nullopt;
}

} // namespace callwright::protocol
