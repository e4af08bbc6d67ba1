#pragma once

#include "cil/protocol/frame_splitter.h"
#include "cil/protocol/message_view.h"

#include <QByteArrayView>

#include <cstddef>
#include <optional>
#include <span>
#include <variant>

namespace callwright {

/// Received bytes in, decoded messages out, for one session.
class FrameReader {
public:
    /// A frame that cannot be cut into fields. When the stream itself is lost, no frame follows.
    struct Malformed {
        protocol::Error error;
        bool isStreamLost = false;
    };
    struct Frame {
        std::span<const std::byte> bytes; ///< header included; for a lost stream, what is held of it
        std::variant<protocol::MessageView, Malformed> content;
    };

    explicit FrameReader(protocol::Version version) : m_decoder(version) {}

    void append(QByteArrayView bytes); ///< ends the validity of all frames handed out
    std::optional<Frame> next();       ///< valid until the next call; nullopt: more bytes are needed

private:
    protocol::FrameSplitter m_splitter;
    protocol::Decoder m_decoder;
};

std::span<const std::byte> asBytes(QByteArrayView bytes);
QByteArrayView asByteArrayView(std::span<const std::byte> bytes);

} // namespace callwright
