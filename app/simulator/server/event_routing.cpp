#include "app/simulator/server/event_routing.h"

#include "app/simulator/server/supervisors.h"

namespace callwright::simulator {

namespace {

using protocol::Field;
using protocol::MessageType;

constexpr std::size_t longestAddress = 15; ///< of ClientAddress up to version 18

/// Events that the guide gives to clients of all events alone. The seizure of a trunk needs no mention: its device is
/// nobody's own. (CALL_DELIVERED_EVENT with LCS_INITIATE is not that alone: a calling agent's phone gets it too.)
bool isForBridgesOnly(const SwitchEvent& event) { return event.type == MessageType::AGENT_PRE_CALL_ABORT_EVENT; }

bool isVisible(const SwitchEvent& event, const OpenTerms& terms, const Switch& behind) {
    if (event.type == MessageType::AGENT_TEAM_CONFIG_EVENT) {
        return terms.seesEverything() || leadsTeam(terms, numberIn(event.fields, Field::TeamID).value_or(0), behind);
    }
    if (event.instrument.empty() || terms.seesEverything()) {
        return true;
    }
    if (event.type == MessageType::CALL_TRANSLATION_ROUTE_EVENT) {
        return terms.has(protocol::ServicesRequested::CTI_SERVICE_PERIPHERAL_MONITOR);
    }
    if (event.type == MessageType::EMERGENCY_CALL_EVENT) {
        return terms.has(protocol::ServicesRequested::CTI_SERVICE_SUPERVISOR |
                         protocol::ServicesRequested::CTI_SERVICE_SERVER);
    }
    return terms.isAgentClient() && terms.instrument == event.instrument && !isForBridgesOnly(event);
}

} // namespace

bool isFor(const SwitchEvent& event, const OpenTerms& terms, const Switch& behind) {
    return isVisible(event, terms, behind) && isAskedFor(event, terms.masks);
}

std::string shortAddress(std::string_view peerName) {
    const std::string_view address = peerName.substr(0, peerName.rfind(':'));
    return std::string(address.size() <= longestAddress ? address : std::string_view());
}

void nameSender(SwitchEvent& event, const Sender& sender) {
    if (event.type != MessageType::EMERGENCY_CALL_EVENT) {
        return;
    }
    event.fields.push_back({Field::SessionID, sender.sessionId});
    event.fields.push_back({Field::ClientID, sender.clientId});
    event.fields.push_back({Field::ClientAddress, shortAddress(sender.address)});
}

SwitchEvent peripheralStatus(const Switch& behind, std::uint32_t centralTime) {
    const auto id = behind.isOnline() ? protocol::SystemEventID::SYS_PERIPHERAL_ONLINE
                                      : protocol::SystemEventID::SYS_PERIPHERAL_OFFLINE;
    return {MessageType::SYSTEM_EVENT,
            {},
            {{Field::PGStatus, behind.pgStatus()},
             {Field::ICMCentralControllerTime, centralTime},
             {Field::SystemEventID, static_cast<std::uint32_t>(id)},
             {Field::SystemEventArg1, behind.peripheralId()},
             {Field::EventDeviceType, static_cast<std::uint32_t>(protocol::DeviceIDType::DEVID_NONE)}}};
}

} // namespace callwright::simulator
