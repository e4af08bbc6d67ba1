// How the switch's events reach the sessions of a Server.

#include "app/simulator/server/configuration.h"
#include "app/simulator/server/event_routing.h"
#include "app/simulator/server/message_writing.h"
#include "app/simulator/server/server.h"

namespace callwright::simulator {

using protocol::Field;
using protocol::MessageType;

void Server::onSwitchEvent(const SwitchEvent& event) {
    if (m_holdsEvents) {
        m_heldEvents.push_back(event);
    } else {
        route(event);
    }
}

void Server::route(const SwitchEvent& event) {
    SwitchEvent complete = event;
    if (event.type == MessageType::AGENT_STATE_EVENT) {
        for (Session* session : m_sessions) {
            follow(*session, event);
        }
        if (const Session* owner = m_registry->ownerOf(event.instrument)) {
            complete.fields.push_back({Field::SessionID, owner->id()});
            complete.fields.push_back({Field::CTIClientSignature, owner->terms().signature});
        }
    }
    for (Session* session : m_sessions) {
        const bool hears = session->isOpen() && session->standing() == Session::Standing::Active && !isOffline();
        if (hears) {
            tell(*session, complete);
            if (m_tellsTwice) {
                tell(*session, complete);
            }
        }
    }
    m_monitors.follow(complete, m_switch);
}

void Server::tell(Session& session, const SwitchEvent& event) {
    if (configurationBit(event.type) != 0) {
        return tellConfiguration(session, event);
    }
    if (isFor(event, session.terms(), m_switch)) {
        forward(session, event, session.monitorId());
    }
    for (const std::uint32_t monitor : m_monitors.watching(session.id(), session.terms().masks, event, m_switch)) {
        forward(session, event, monitor);
    }
}

/// Also to those who watch the session. What tells no monitor apart is not copied, and a copy is not copied again.
void Server::forward(Session& session, const SwitchEvent& event, std::uint32_t monitorId) {
    if (!session.forward(event, monitorId) || !hasFixedField(event.type, Field::MonitorID)) {
        return;
    }
    for (const auto& [watcher, monitor] : m_monitors.watchersOf(session.id())) {
        if (Session* const other = openSessionWith(watcher)) {
            other->forward(event, monitor);
        }
    }
}

void Server::follow(Session& session, const SwitchEvent& event) {
    const bool isOwnAgent = session.isOpen() && session.terms().followsAgent && !event.instrument.empty() &&
                            session.terms().agentId == textIn(event.fields, Field::AgentID);
    if (isOwnAgent) {
        session.moveTo(event.instrument);
    }
}

} // namespace callwright::simulator
