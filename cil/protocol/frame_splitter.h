#pragma once

#include "cil/protocol/error.h"
#include "cil/protocol/version.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace callwright::protocol {

/// The header of a frame (MHDR): length of what follows it, and the message number.
struct FrameHeader {
    std::uint32_t bodyLength = 0;
    std::uint32_t type = 0;
};

FrameHeader readHeader(std::span<const std::byte, headerSize> bytes);

/// Cuts a byte stream into frames, however the network split it.
/// A length beyond maxFrameSize is refused as soon as the header is there, before a body is waited for; the stream is
/// lost then and every later call gives the same error.
class FrameSplitter {
public:
    /// Adds received bytes. Frames handed out before become invalid.
    void append(std::span<const std::byte> bytes);

    /// The next complete frame, header included; nullopt when more bytes are needed.
    /// The span stays valid until the next append() or clear().
    Result<std::optional<std::span<const std::byte>>> next();

    /// Bytes held of a frame that is not complete yet.
    std::size_t pending() const;
    /// Those bytes: the beginning of a frame, or what is left of a stream that broke.
    std::span<const std::byte> held() const;
    void clear();

private:
    std::vector<std::byte> m_buffer;
    std::size_t m_begin = 0;
    std::optional<Error> m_broken;
};

} // namespace callwright::protocol
