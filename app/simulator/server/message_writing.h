#pragma once

#include "app/simulator/server/switch.h"
#include "cil/protocol/version.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace callwright::simulator {

/// The frame of a message that the server makes. nullopt, with a line in the log, when the fields do not fit the
/// message: that is a fault of the simulator, never of a client.
std::optional<std::vector<std::byte>> writeMessage(protocol::MessageType type, protocol::Version version,
                                                   const FieldValues& fields);

/// Whether sessions of that version have the message.
bool hasMessage(protocol::MessageType type, protocol::Version version);

/// Whether the message has the field in its fixed part at some version.
bool hasFixedField(protocol::MessageType type, protocol::Field field);

/// The *_CONF of a *_REQ; nullopt when the guide has none.
std::optional<protocol::MessageType> confirmationOf(protocol::MessageType request);

} // namespace callwright::simulator
