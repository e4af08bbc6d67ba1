#pragma once

#include "app/simulator/server/open_rules.h"
#include "app/simulator/server/switch.h"

namespace callwright::simulator {

/// Whether a session on these terms gets an event of the switch without a monitor of its own making: it is about a
/// device that the client sees, and the client's masks ask for it. Emergencies are for clients of all events and of the
/// supervisor and server services, translation routes for those of all events and of peripheral monitors, wherever they
/// happen; changes of a team for those of all events and for those who lead it.
bool isFor(const SwitchEvent& event, const OpenTerms& terms, const Switch& behind);

/// The client whose request caused an event.
struct Sender {
    std::uint32_t sessionId = 0;
    std::string clientId;
    std::string address; ///< the peer's name
};

/// The address in a peer's name, without the port; empty when not every version can carry it.
std::string shortAddress(std::string_view peerName);

/// Fills what EMERGENCY_CALL_EVENT tells of the client that declared the emergency; other events do not tell.
void nameSender(SwitchEvent& event, const Sender& sender);

/// SYSTEM_EVENT about the state of the peripheral, as a client of all events gets it after its open.
SwitchEvent peripheralStatus(const Switch& behind, std::uint32_t centralTime);

} // namespace callwright::simulator
