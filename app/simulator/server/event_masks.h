#pragma once

#include "app/simulator/server/switch.h"

#include <cstdint>
#include <optional>

/// Which mask bit asks for which event (CTI Server guide v25, OPEN_REQ, Unsolicited Call Event Message Masks and
/// Agent State Event Masks).
namespace callwright::simulator {

struct EventMasks {
    std::uint32_t callMsgMask = 0;
    std::uint32_t agentStateMask = 0;
};

/// Whether a client with these masks gets the event. An event that no bit stands for goes to everybody.
bool isAskedFor(const SwitchEvent& event, const EventMasks& masks);

/// The number in a field of a switch's message; nullopt when it is not there or is a text.
std::optional<std::uint32_t> numberIn(const FieldValues& fields, protocol::Field field);
/// The text in a field of a switch's message; empty when it is not there.
std::string_view textIn(const FieldValues& fields, protocol::Field field);

} // namespace callwright::simulator
