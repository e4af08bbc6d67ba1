// How a session of a Server begins.

#include "app/simulator/server/client_monitor.h"
#include "app/simulator/server/event_routing.h"
#include "app/simulator/server/server.h"
#include "app/simulator/server/supervisors.h"

namespace callwright::simulator {

namespace {

using protocol::Field;
using protocol::MessageType;
using protocol::StatusCode;

constexpr protocol::Version firstWithPeripheralList = 14;

/// What OPEN_CONF says of the agent at the client's device.
FieldValues agentFields(const OpenTerms& terms, const Switch& behind) {
    auto state = static_cast<std::uint32_t>(protocol::AgentState::AGENT_STATE_UNKNOWN);
    FieldValues fields;
    if (terms.isAgentClient()) {
        state = static_cast<std::uint32_t>(protocol::AgentState::AGENT_STATE_LOGOUT);
        if (const auto agent = behind.agentAtInstrument(terms.instrument)) {
            state = agent->state;
            fields = {{Field::AgentExtension, agent->extension},
                      {Field::AgentID, agent->agentId},
                      {Field::AgentInstrument, agent->instrument}};
        }
    }
    fields.push_back({Field::AgentState, state});
    return fields;
}

/// Without a peripheral in the request, the client is told which there are.
FieldValues peripheralFields(const OpenTerms& terms, const Switch& behind) {
    if (terms.peripheralId != protocol::NULL_PERIPHERAL_ID || terms.version < firstWithPeripheralList) {
        return {};
    }
    return {{Field::NumPeripherals, 1U},
            {Field::FltPeripheralID, behind.peripheralId()},
            {Field::MultilineAgentControl, 0U}};
}

/// A supervisor is told who is in the teams, if asked for.
std::vector<SwitchEvent> ownTeams(const OpenTerms& terms, const Switch& behind) {
    std::vector<SwitchEvent> events;
    if (!terms.has(protocol::ServicesRequested::CTI_SERVICE_SUPERVISOR)) {
        return events;
    }
    for (const std::uint32_t team : behind.teamsLedBy(agentOf(terms, behind))) {
        for (SwitchEvent& event : behind.teamConfiguration(team)) {
            if (isAskedFor(event, terms.masks)) {
                events.push_back(std::move(event));
            }
        }
    }
    return events;
}

} // namespace

void Server::openSession(Session& session, const Incoming& incoming) {
    if (session.isOpen()) {
        return refuse(session, incoming, StatusCode::E_CTI_SESSION_ALREADY_OPEN);
    }
    const auto version = versionRequested(incoming.frame);
    if (!version) {
        return refuse(session, incoming, StatusCode::E_CTI_BAD_MESSAGE_FORMAT);
    }
    if (*version < static_cast<std::uint32_t>(m_config.oldestVersion) ||
        *version > static_cast<std::uint32_t>(m_newestVersion.value_or(m_config.newestVersion))) {
        return refuse(session, incoming, StatusCode::E_CTI_INVALID_VERSION);
    }
    const auto asked = static_cast<protocol::Version>(*version);
    if (const StatusCode status = judgeRole(*version); status != StatusCode::E_CTI_NO_ERROR) {
        return refuse(session, incoming, status);
    }
    protocol::Decoder decoder(asked);
    const auto request = decoder.decode(incoming.frame);
    if (!request) {
        return refuse(session, incoming, judgeUndecodable(incoming, asked));
    }
    const auto terms = judgeOpen(*request, m_config, m_switch);
    const StatusCode status = terms ? judgeRivals(*terms) : terms.error();
    if (status != StatusCode::E_CTI_NO_ERROR) {
        return refuse(session, incoming, status);
    }
    const bool hasMonitor = terms->isAgentClient() || terms->seesEverything();
    const auto standing = m_role == Role::Standby ? Session::Standing::Standby : Session::Standing::Active;
    session.open(*terms, hasMonitor ? m_registry->newMonitorId() : 0, standing);
    evictSameClient(session);
    welcome(session, incoming.invokeId.value_or(0));
}

StatusCode Server::judgeRole(std::uint32_t version) const {
    if (m_isInMaintenance) {
        return StatusCode::E_CTI_SERVER_IN_MAINTENANCE_MODE;
    }
    const bool isTooOld = m_role == Role::Standby && version < static_cast<std::uint32_t>(firstWithStandby);
    return isTooOld ? StatusCode::E_CTI_CTI_SERVER_OFFLINE : StatusCode::E_CTI_NO_ERROR;
}

StatusCode Server::judgeRivals(const OpenTerms& terms) const {
    if (m_role == Role::Standby && !terms.has(protocol::ServicesRequested::CTI_SERVICE_ACTIVE_STANDBY)) {
        return StatusCode::E_CTI_INVALID_CLIENT_FOR_STANDBY;
    }
    const bool isThere = std::ranges::any_of(m_sessions, [&terms](const Session* other) {
        return !terms.instance.empty() && other->isOpen() && other->terms().instance == terms.instance;
    });
    if (isThere) {
        return StatusCode::E_CTI_DUPLICATE_UNIQUE_INSTANCE_ID;
    }
    const bool isTaken = terms.isAgentClient() && m_registry->isTaken(terms.instrument, terms.clientId);
    return isTaken ? StatusCode::E_CTI_DEVICE_IN_USE : StatusCode::E_CTI_NO_ERROR;
}

void Server::evictSameClient(const Session& newcomer) {
    if (!newcomer.terms().isAgentClient()) {
        return;
    }
    std::vector<Session*> evicted;
    for (Session* other : m_sessions) {
        const bool isSameClient = other != &newcomer && other->isOpen() && other->terms().isAgentClient() &&
                                  other->terms().clientId == newcomer.terms().clientId;
        if (isSameClient) {
            evicted.push_back(other);
        }
    }
    for (Session* other : evicted) {
        other->announce(StatusCode::E_CTI_NEW_SESSION_OPENED);
        other->channel().close();
        remove(*other, StatusCode::E_CTI_NEW_SESSION_OPENED);
    }
}

void Server::welcome(Session& session, std::uint32_t invokeId) {
    const OpenTerms& terms = session.terms();
    FieldValues fields{{Field::ServicesGranted, terms.services},
                       {Field::MonitorID, session.monitorId()},
                       {Field::PGStatus, m_switch.pgStatus()},
                       {Field::ICMCentralControllerTime, centralTime()},
                       {Field::PeripheralOnline, m_switch.isOnline() ? 1U : 0U},
                       {Field::PeripheralType, m_switch.peripheralType()},
                       {Field::SessionType, static_cast<std::uint32_t>(session.standing())}};
    const FieldValues agent = agentFields(terms, m_switch);
    const FieldValues peripherals = peripheralFields(terms, m_switch);
    fields.insert(fields.end(), agent.begin(), agent.end());
    fields.insert(fields.end(), peripherals.begin(), peripherals.end());
    session.reply(MessageType::OPEN_CONF, invokeId, fields);
    raiseAlarm(session, "established");
    tellClientMonitors(session, sessionOpened(session));
    if (session.standing() == Session::Standing::Active) {
        tellWhatIsThere(session);
    }
}

void Server::tellWhatIsThere(Session& session) {
    const OpenTerms& terms = session.terms();
    if (terms.seesEverything()) {
        session.forward(peripheralStatus(m_switch, centralTime()), session.monitorId());
    }
    if (m_owedUpdates.erase(terms.clientId) != 0 && terms.seesEverything()) {
        tellPartyUpdates(session);
    }
    for (const SwitchEvent& event : ownTeams(terms, m_switch)) {
        session.forward(event, session.monitorId());
    }
    if (terms.has(protocol::ServicesRequested::CTI_SERVICE_CLIENT_MONITOR)) {
        for (Session* const other : m_sessions) {
            if (other != &session && other->isOpen()) {
                const SwitchEvent there = sessionOpened(*other);
                session.send(there.type, there.fields);
            }
        }
    }
    if (terms.isAgentClient()) {
        for (const SwitchEvent& event : m_switch.callsInProgress(terms.instrument)) {
            if (isFor(event, terms, m_switch)) {
                session.forward(event, session.monitorId());
            }
        }
    }
}

} // namespace callwright::simulator
