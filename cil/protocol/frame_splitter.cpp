#include "cil/protocol/frame_splitter.h"

#include "cil/protocol/version.h"
#include "cil/protocol/wire.h"

namespace callwright::protocol {

FrameHeader readHeader(std::span<const std::byte, headerSize> bytes) {
    return {wire::read32(bytes.data()), wire::read32(bytes.data() + 4)};
}

void FrameSplitter::append(std::span<const std::byte> bytes) {
    if (m_broken) {
        return; // nothing can be cut any more: holding the bytes would only cost memory
    }
    if (m_begin > 0) {
        m_buffer.erase(m_buffer.begin(), m_buffer.begin() + static_cast<std::ptrdiff_t>(m_begin));
        m_begin = 0;
    }
    m_buffer.insert(m_buffer.end(), bytes.begin(), bytes.end());
}

Result<std::optional<std::span<const std::byte>>> FrameSplitter::next() {
    if (m_broken) {
        return tl::unexpected(*m_broken);
    }
    const auto held = std::span<const std::byte>(m_buffer).subspan(m_begin);
    if (held.size() < headerSize) {
        return std::nullopt;
    }
    const auto header = readHeader(held.first<headerSize>());
    if (header.bodyLength > maxFrameSize - headerSize) {
        m_broken = Error{StatusCode::E_CTI_INVALID_MESSAGE_LENGTH,
                         {},
                         0,
                         "a body of " + std::to_string(header.bodyLength) + " bytes is longer than any message"};
        return tl::unexpected(*m_broken);
    }
    const std::size_t size = headerSize + header.bodyLength;
    if (held.size() < size) {
        return std::nullopt;
    }
    m_begin += size;
    return held.first(size);
}

std::span<const std::byte> FrameSplitter::held() const { return std::span<const std::byte>(m_buffer).subspan(m_begin); }

std::size_t FrameSplitter::pending() const { return m_buffer.size() - m_begin; }

void FrameSplitter::clear() {
    m_buffer.clear();
    m_begin = 0;
    m_broken.reset();
}

} // namespace callwright::protocol
