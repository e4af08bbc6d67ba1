// How a Server answers the requests of the services that the switch knows nothing of.

#include "app/simulator/server/request_rules.h"
#include "app/simulator/server/server.h"
#include "app/simulator/server/supervisors.h"

namespace callwright::simulator {

using protocol::MessageType;
using protocol::StatusCode;

void Server::answerByService(Session& session, const protocol::MessageView& request, std::uint32_t invokeId) {
    switch (answererOf(request.type(), session.terms())) {
    case Answerer::Monitors:
        return reply(session, request.type(), invokeId, m_monitors.answerPeripheral(session.id(), request, m_switch));
    case Answerer::Teams:
        return answerSupervisor(session, request, invokeId);
    case Answerer::Session:
    case Answerer::Switch:
    case Answerer::Nobody:
        break;
    }
    session.fail(invokeId, StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE);
}

void Server::answerSupervisor(Session& session, const protocol::MessageView& request, std::uint32_t invokeId) {
    if (request.type() == MessageType::LIST_AGENT_TEAM_REQ) {
        const auto parts = listTeams(request, session.terms(), m_switch);
        if (!parts) {
            return session.fail(invokeId, parts.error());
        }
        for (const FieldValues& part : *parts) {
            session.reply(MessageType::LIST_AGENT_TEAM_CONF, invokeId, part);
        }
        return;
    }
    const std::uint32_t team = request.number(protocol::Field::TeamID, 0);
    const SwitchAnswer answer =
        m_monitors.answerTeam(session.id(), agentOf(session.terms(), m_switch), request, m_switch);
    reply(session, request.type(), invokeId, answer);
    const auto* const started = std::get_if<Confirmation>(&answer);
    if (request.type() != MessageType::MONITOR_AGENT_TEAM_START_REQ || started == nullptr) {
        return;
    }
    const std::uint32_t monitor = numberIn(started->fields, protocol::Field::MonitorID).value_or(0);
    for (const SwitchEvent& state : m_switch.teamStates(team)) {
        if (isAskedFor(state, session.terms().masks)) {
            session.forward(state, monitor);
        }
    }
}

} // namespace callwright::simulator
