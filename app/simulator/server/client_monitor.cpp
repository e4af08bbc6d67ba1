#include "app/simulator/server/client_monitor.h"

#include "app/simulator/server/event_routing.h"

namespace callwright::simulator {

namespace {

using protocol::Field;
using protocol::MessageType;

SwitchEvent sessionEvent(MessageType type, Session& session) {
    const OpenTerms& terms = session.terms();
    const QString peer = session.channel().peerName();
    SwitchEvent event{type,
                      {},
                      {{Field::SessionID, session.id()},
                       {Field::PeripheralID, terms.isAgentClient() ? terms.peripheralId : protocol::NULL_PERIPHERAL_ID},
                       {Field::ClientPort, std::uint32_t{peer.section(QLatin1Char(':'), -1).toUInt()}},
                       {Field::ClientAddress, shortAddress(peer.toStdString())},
                       {Field::ClientID, terms.clientId},
                       {Field::ClientSignature, terms.signature}}};
    if (!terms.agentId.empty()) {
        event.fields.push_back({Field::AgentID, terms.agentId});
    }
    if (!terms.instrument.empty()) {
        event.fields.push_back({Field::AgentInstrument, terms.instrument});
    }
    return event;
}

} // namespace

SwitchEvent sessionOpened(Session& session) {
    SwitchEvent event = sessionEvent(MessageType::CLIENT_SESSION_OPENED_EVENT, session);
    event.fields.push_back({Field::ServicesGranted, session.terms().services});
    event.fields.push_back({Field::CallMsgMask, session.terms().masks.callMsgMask});
    event.fields.push_back({Field::AgentStateMask, session.terms().masks.agentStateMask});
    return event;
}

SwitchEvent sessionClosed(Session& session, protocol::StatusCode status) {
    SwitchEvent event = sessionEvent(MessageType::CLIENT_SESSION_CLOSED_EVENT, session);
    event.fields.push_back({Field::Status, static_cast<std::uint32_t>(status)});
    return event;
}

} // namespace callwright::simulator
