#pragma once

#include "cil/protocol/tables.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace callwright::simulator {

/// A frame from a client before anybody looks into its fields: enough to refuse it properly.
struct Incoming {
    std::span<const std::byte> frame;
    std::uint32_t number = 0;
    const protocol::MessageSpec* spec = nullptr; ///< nullptr: a message that the guide does not know
    std::optional<std::uint32_t> invokeId;       ///< nullopt: the message has none, or ends before it

    bool is(protocol::MessageType type) const { return number == static_cast<std::uint32_t>(type); }
    protocol::MessageType type() const { return static_cast<protocol::MessageType>(number); }
};

/// `frame` has at least its header.
Incoming readIncoming(std::span<const std::byte> frame);

/// What is wrong with sending this message to a server in a session of this version; E_CTI_NO_ERROR: nothing.
protocol::StatusCode judgeMessageType(const Incoming& incoming, protocol::Version version);

/// The code for a frame that does not decode: a fixed part that is not all there is badly formatted, anything else is a
/// wrong length (CTI Server guide v25, Failure Indication Message Status Codes).
protocol::StatusCode judgeUndecodable(const Incoming& incoming, protocol::Version version);

} // namespace callwright::simulator
