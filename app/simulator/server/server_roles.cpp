// What a Server does as one of two sides.

#include "app/simulator/server/event_routing.h"
#include "app/simulator/server/server.h"

namespace callwright::simulator {

using protocol::Field;
using protocol::MessageType;
using Standing = Session::Standing;

void Server::setRole(Role role) {
    const bool wakes = m_role == Role::Standby && role == Role::Active;
    m_role = role;
    m_owedUpdates.clear();
    const std::vector<Session*> sessions = m_sessions; // whoever hears of it may act
    for (Session* session : sessions) {
        if (!session->isOpen()) {
            continue;
        }
        if (wakes && session->standing() == Standing::Standby) {
            session->setStanding(Standing::Active);
            session->send(MessageType::STANDBY_ACTIVE_EVENT_MSG, {});
        } else if (role != Role::Active && session->standing() == Standing::Active) {
            session->setStanding(Standing::Retired);
        }
    }
}

void Server::rebuildCalls(const Server& left) {
    const auto isBridge = [](const Session* session) { return session->isOpen() && session->terms().seesEverything(); };
    for (const Session* session : left.m_sessions) {
        if (isBridge(session)) {
            m_owedUpdates.insert(session->terms().clientId);
        }
    }
    for (Session* session : m_sessions) {
        if (isBridge(session) && session->standing() == Standing::Active) {
            m_owedUpdates.erase(session->terms().clientId);
            tellPartyUpdates(*session);
        }
    }
}

void Server::tellPartyUpdates(Session& session) {
    for (const SwitchEvent& event : m_switch.partyUpdates()) {
        if (isFor(event, session.terms(), m_switch)) {
            session.forward(event, session.monitorId());
        }
    }
}

std::set<std::uint32_t> Server::askForMaintenance(std::uint32_t invokeId) {
    std::set<std::uint32_t> asked;
    for (Session* session : m_sessions) {
        const bool isAsked =
            session->isOpen() && session->terms().has(protocol::ServicesRequested::CTI_SERVICE_ACTIVE_STANDBY);
        if (isAsked) {
            asked.insert(session->id());
            session->send(MessageType::ACTIVE_MAINTENANCE_REQ_MSG, {{Field::InvokeID, invokeId}});
        }
    }
    return asked;
}

void Server::tellMaintenance(const std::set<std::uint32_t>& sessions, bool goesOn) {
    for (Session* session : m_sessions) {
        if (session->isOpen() && sessions.contains(session->id())) {
            session->send(MessageType::ACTIVE_MAINTENANCE_EVENT_MSG,
                          {{Field::MaintenanceModeStatus, goesOn ? 1U : 0U}});
        }
    }
}

void Server::dismiss(std::uint32_t id, std::optional<protocol::StatusCode> status) {
    const auto found = std::ranges::find(m_sessions, id, &Session::id);
    if (found == m_sessions.end()) {
        return;
    }
    Session& session = **found;
    if (status && session.isOpen()) {
        session.announce(*status);
    }
    session.channel().close();
    remove(session);
}

std::set<std::uint32_t> Server::sessionIds() const {
    std::set<std::uint32_t> ids;
    for (const Session* session : m_sessions) {
        ids.insert(session->id());
    }
    return ids;
}

bool Server::hearMaintenance(Session& session, const Incoming& incoming) {
    const bool knowsIt = session.terms().has(protocol::ServicesRequested::CTI_SERVICE_ACTIVE_STANDBY) &&
                         session.standing() != Standing::Standby;
    if (!knowsIt) {
        return false;
    }
    if (incoming.is(MessageType::STOPPING_REQUESTS_TO_THIS_SIDE_IND)) {
        Q_EMIT requestsStopped(session.id());
        return true;
    }
    if (!incoming.is(MessageType::ACTIVE_MAINTENANCE_RESP_MSG)) {
        return false;
    }
    const auto answer = session.decode(incoming.frame);
    if (!answer) {
        refuse(session, incoming, judgeUndecodable(incoming, session.terms().version));
        return true;
    }
    Q_EMIT maintenanceAnswered(session.id(), answer->number(Field::InvokeID, 0),
                               answer->number(Field::MaintenanceModeAccepted, 0) != 0);
    return true;
}

} // namespace callwright::simulator
