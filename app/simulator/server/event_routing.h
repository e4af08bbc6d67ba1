#pragma once

#include "app/simulator/server/open_rules.h"
#include "app/simulator/server/switch.h"

namespace callwright::simulator {

/// Whether a session on these terms gets an event of the switch: it is about a device that the client sees, the
/// client's masks ask for it and the session's version has it.
bool isFor(const SwitchEvent& event, const OpenTerms& terms);

/// SYSTEM_EVENT about the state of the peripheral, as a client of all events gets it after its open.
SwitchEvent peripheralStatus(const Switch& behind, std::uint32_t centralTime);

} // namespace callwright::simulator
