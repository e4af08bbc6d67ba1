#include "cil/connection/frame_reader.h"

namespace callwright {

using namespace protocol;

std::span<const std::byte> asBytes(QByteArrayView bytes) {
    return std::as_bytes(std::span(bytes.data(), static_cast<std::size_t>(bytes.size())));
}

QByteArrayView asByteArrayView(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

void FrameReader::append(QByteArrayView bytes) { m_splitter.append(asBytes(bytes)); }

std::optional<FrameReader::Frame> FrameReader::next() {
    const auto cut = m_splitter.next();
    if (!cut)
        return Frame{m_splitter.held(), Malformed{cut.error(), true}};
    if (!*cut)
        return std::nullopt;
    const std::span<const std::byte> bytes = **cut;
    const auto message = m_decoder.decode(bytes);
    if (!message)
        return Frame{bytes, Malformed{message.error(), false}};
    return Frame{bytes, *message};
}

} // namespace callwright
