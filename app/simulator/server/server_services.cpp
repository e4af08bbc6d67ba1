// How a Server answers the requests of the services that the switch knows nothing of.

#include "app/simulator/server/configuration.h"
#include "app/simulator/server/request_rules.h"
#include "app/simulator/server/server.h"
#include "app/simulator/server/supervisors.h"
#include "app/simulator/server/user_messages.h"

#include <QLoggingCategory>

#include <algorithm>

namespace callwright::simulator {

namespace {

Q_LOGGING_CATEGORY(logServices, "callwright.simulator.server.services")

using protocol::Field;

} // namespace

using protocol::MessageType;
using protocol::StatusCode;

void Server::answerByService(Session& session, const protocol::MessageView& request, std::uint32_t invokeId) {
    switch (answererOf(request.type(), session.terms())) {
    case Answerer::Monitors:
        return reply(session, request.type(), invokeId, m_monitors.answerPeripheral(session.id(), request, m_switch));
    case Answerer::Teams:
        return answerSupervisor(session, request, invokeId);
    case Answerer::Messages:
        return reply(session, request.type(), invokeId, sendUserMessage(session, request));
    case Answerer::ClientMonitors:
        return reply(session, request.type(), invokeId,
                     m_monitors.answerSession(session.id(), request,
                                              openSessionWith(request.number(Field::SessionID, 0)) != nullptr));
    case Answerer::Recorders:
        return answerRecording(session, request, invokeId);
    case Answerer::Configuration:
        return answerConfiguration(session, request);
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

void Server::answerConfiguration(Session& session, const protocol::MessageView& request) {
    if (request.type() == MessageType::CONFIG_REQUEST_KEY_EVENT) {
        const OutgoingMessage keys = configurationKeys(session.terms().version, m_switch);
        return session.send(keys.type, keys.fields);
    }
    for (const OutgoingMessage& message : configurationLoad(request, m_switch)) {
        session.send(message.type, message.fields);
    }
    session.setTakesConfiguration();
}

void Server::tellConfiguration(Session& session, const SwitchEvent& event) {
    const std::uint32_t bit = configurationBit(event.type);
    if (!session.takesConfiguration() || (session.terms().configMsgMask & bit) == 0) {
        return;
    }
    for (const OutgoingMessage& message : configurationUpdate(event, m_switch)) {
        session.send(message.type, message.fields);
    }
}

SwitchAnswer Server::sendUserMessage(Session& sender, const protocol::MessageView& request) {
    const auto recipients = recipientsOf(request, sender.terms(), m_switch);
    if (!recipients) {
        return Failure{recipients.error()};
    }
    const FieldValues fields{{Field::ICMCentralControllerTime, centralTime()},
                             {Field::Distribution, request.number(Field::Distribution, 0)},
                             {Field::ClientID, sender.terms().clientId},
                             {Field::Text, std::string(request.text(Field::Text).value_or(""))}};
    StatusCode status = statusWithoutRecipient(request);
    for (Session* const session : m_sessions) {
        if (session != &sender && session->isActive() && (*recipients)(session->terms())) {
            session->send(MessageType::USER_MESSAGE_EVENT, fields);
            status = StatusCode::E_CTI_NO_ERROR;
        }
    }
    return status == StatusCode::E_CTI_NO_ERROR ? SwitchAnswer(Confirmation{}) : SwitchAnswer(Failure{status});
}

Session* Server::openSessionWith(std::uint32_t id) const {
    const auto found = std::ranges::find_if(
        m_sessions, [id](const Session* session) { return session->id() == id && session->isOpen(); });
    return found == m_sessions.end() ? nullptr : *found;
}

void Server::tellClientMonitors(const Session& about, const SwitchEvent& event) {
    for (Session* const session : m_sessions) {
        const bool watches = session != &about && session->isActive() &&
                             session->terms().has(protocol::ServicesRequested::CTI_SERVICE_CLIENT_MONITOR);
        if (watches) {
            session->send(event.type, event.fields);
        }
    }
}

void Server::raiseAlarm(Session& session, const char* what) const {
    if (session.terms().has(protocol::ServicesRequested::CTI_SERVICE_CONNECTION_MONITOR)) {
        qCInfo(logServices).noquote() << "alarm: session" << what << "ClientID"
                                      << QString::fromStdString(session.terms().clientId) << "ClientSignature"
                                      << QString::fromStdString(session.terms().signature) << "from"
                                      << session.channel().peerName();
    }
}

} // namespace callwright::simulator
