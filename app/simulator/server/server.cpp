#include "app/simulator/server/server.h"

#include "app/simulator/server/client_monitor.h"
#include "app/simulator/server/device_rules.h"
#include "app/simulator/server/event_routing.h"
#include "app/simulator/server/message_writing.h"
#include "app/simulator/server/request_rules.h"
#include "app/simulator/server/supervisors.h"
#include "cil/protocol/validate.h"

#include <QLoggingCategory>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <utility>

namespace callwright::simulator {

namespace {

Q_LOGGING_CATEGORY(logServer, "callwright.simulator.server")

using protocol::Field;
using protocol::MessageType;
using protocol::StatusCode;

template <class... Handlers> struct Overloaded : Handlers... { using Handlers::operator()...; };
template <class... Handlers> Overloaded(Handlers...) -> Overloaded<Handlers...>;

template <class Enum> std::uint32_t number(Enum value) { return static_cast<std::uint32_t>(value); }

} // namespace

Server::Server(Clock& clock, Switch& behind, ServerConfig config, std::uint64_t seed,
               std::shared_ptr<SessionRegistry> registry)
    : m_clock(clock), m_switch(behind), m_config(std::move(config)), m_registry(std::move(registry)),
      m_monitors(*m_registry), m_random(seed) {
    m_switch.addListener(*this);
}

Server::~Server() {
    m_switch.removeListener(*this);
    for (const Session* session : m_sessions) {
        m_registry->remove(*session);
    }
}

void Server::accept(Transport* transport) {
    auto* session = new Session(m_clock, transport, m_registry->newSessionId(), m_answerFaults, this);
    m_sessions.push_back(session);
    m_registry->add(*session);
    session->channel().setDelay(m_delay);
    session->channel().setStalled(m_isStalled);
    if (m_isSilent) {
        session->channel().setSilent();
    }
    connect(&session->channel(), &Channel::frame, this,
            [this, session](std::span<const std::byte> frame) { onFrame(*session, frame); });
    connect(&session->channel(), &Channel::unreadable, this, [this, session] { onUnreadable(*session); });
    connect(&session->channel(), &Channel::closed, this, [this, session] {
        const bool isCut = session->channel().isCut();
        remove(*session);
        if (isCut) {
            Q_EMIT messageCut();
        }
    });
    connect(session, &Session::idled, this, [this, session] { onIdled(*session); });
}

nlohmann::ordered_json Server::state() const {
    auto sessions = nlohmann::ordered_json::array();
    for (const Session* session : m_sessions) {
        sessions.push_back(session->state());
    }
    return sessions;
}

void Server::remove(Session& session, StatusCode why) {
    std::erase(m_sessions, &session);
    m_registry->remove(session);
    session.channel().disconnect(this);
    session.disconnect(this);
    shut(session, why);
    if (session.channel().isSilent()) {
        m_ghosts.push_back(&session);
    } else {
        session.deleteLater();
    }
    Q_EMIT sessionEnded(session.id());
}

void Server::shut(Session& session, StatusCode why) {
    if (session.isOpen()) {
        raiseAlarm(session, why == StatusCode::E_CTI_NO_ERROR ? "terminated normally" : "terminated abnormally");
        tellClientMonitors(session, sessionClosed(session, why));
    }
    m_monitors.endSession(session.id());
    endServices(session);
    session.shut();
}

void Server::onUnreadable(Session& session) {
    session.announce(StatusCode::E_CTI_INVALID_MESSAGE_LENGTH);
    session.channel().close();
    remove(session, StatusCode::E_CTI_INVALID_MESSAGE_LENGTH);
}

void Server::onIdled(Session& session) {
    if (session.isOpen()) {
        session.announce(StatusCode::E_CTI_TIMEOUT);
    }
    session.channel().close();
    remove(session, StatusCode::E_CTI_TIMEOUT);
}

void Server::onFrame(Session& session, std::span<const std::byte> frame) {
    if (session.isOpen()) {
        session.restartIdleTimer();
    }
    const Incoming incoming = readIncoming(frame);
    session.beginAnswer(incoming.type());
    if (isOffline() && !incoming.is(MessageType::CLOSE_REQ)) {
        refuse(session, incoming, StatusCode::E_CTI_CTI_SERVER_OFFLINE);
    } else if (incoming.is(MessageType::OPEN_REQ)) {
        openSession(session, incoming);
    } else if (!session.isOpen()) {
        refuse(session, incoming, StatusCode::E_CTI_SESSION_NOT_OPEN);
    } else if (!hearMaintenance(session, incoming)) {
        serve(session, incoming);
    }
}

void Server::serve(Session& session, const Incoming& incoming) {
    const protocol::Version version = session.terms().version;
    const bool isServersRefusal =
        session.terms().has(protocol::ServicesRequested::CTI_SERVICE_SERVER) &&
        (incoming.is(MessageType::FAILURE_CONF) || incoming.is(MessageType::CONTROL_FAILURE_CONF));
    const StatusCode status = isServersRefusal ? StatusCode::E_CTI_NO_ERROR : judgeMessageType(incoming, version);
    if (status != StatusCode::E_CTI_NO_ERROR) {
        return refuse(session, incoming, status);
    }
    if (session.standing() == Session::Standing::Standby && !isForStandby(incoming.type())) {
        return refuse(session, incoming, StatusCode::E_CTI_SERVER_NOT_MASTER);
    }
    if (answererOf(incoming.type(), session.terms()) == Answerer::Nobody || !incoming.spec->hasLayout) {
        return refuse(session, incoming, StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE);
    }
    const auto request = session.decode(incoming.frame);
    if (!request) {
        return refuse(session, incoming, judgeUndecodable(incoming, version));
    }
    if (const auto findings = protocol::validate(*request); !findings.empty()) {
        return refuse(session, incoming, findings.front().code);
    }
    const StatusCode contents = judgeContents(*request, m_config, m_switch.peripheralId());
    if (contents != StatusCode::E_CTI_NO_ERROR) {
        return refuse(session, incoming, contents);
    }
    answer(session, *request, incoming.invokeId.value_or(0));
}

void Server::answer(Session& session, const protocol::MessageView& request, std::uint32_t invokeId) {
    switch (request.type()) {
    case MessageType::HEARTBEAT_REQ:
        return session.reply(MessageType::HEARTBEAT_CONF, invokeId);
    case MessageType::CLOSE_REQ:
        session.reply(MessageType::CLOSE_CONF, invokeId);
        shut(session, static_cast<StatusCode>(request.number(Field::Status, 0)));
        return Q_EMIT sessionEnded(session.id());
    case MessageType::REGISTER_VARIABLES_REQ:
        session.registerVariables(request);
        return session.reply(MessageType::REGISTER_VARIABLES_CONF, invokeId);
    case MessageType::CLIENT_EVENT_REPORT_REQ:
        qCInfo(logServer) << "alarm of session" << session.id() << "state" << request.number(Field::State, 0);
        return session.reply(MessageType::CLIENT_EVENT_REPORT_CONF, invokeId);
    default:
        break;
    }
    if (answererOf(request.type(), session.terms()) == Answerer::Switch) {
        return answerBySwitch(session, request, invokeId);
    }
    answerByService(session, request, invokeId);
}

void Server::answerBySwitch(Session& session, const protocol::MessageView& request, std::uint32_t invokeId) {
    const auto member = memberAsked(request, session.terms(), m_switch);
    const auto target = member ? *member : targetOf(request, session.terms(), m_switch);
    if (!target) {
        return session.fail(invokeId, target.error());
    }
    const bool takesDevice =
        !member && session.terms().isAgentClient() && session.terms().instrument.empty() && !target->empty();
    if (takesDevice && m_registry->isTaken(*target, session.terms().clientId)) {
        return session.fail(invokeId, StatusCode::E_CTI_DEVICE_IN_USE);
    }
    m_holdsEvents = true;
    const bool isForMember = member && request.type() == MessageType::SET_AGENT_STATE_REQ;
    const SwitchAnswer outcome =
        isForMember ? m_switch.setStateOfMember(*target, request) : m_switch.request(*target, request);
    m_holdsEvents = false;
    std::vector<SwitchEvent> caused = std::exchange(m_heldEvents, {});
    const std::string peer = session.channel().peerName().toStdString();
    for (SwitchEvent& event : caused) {
        nameSender(event, {session.id(), session.terms().clientId, peer});
    }
    const std::size_t before = drawConfirmationPlace(caused.size());
    for (std::size_t i = 0; i < before; ++i) {
        route(caused[i]);
    }
    reply(session, request.type(), invokeId, outcome);
    for (std::size_t i = before; i < caused.size(); ++i) {
        route(caused[i]);
    }
}

std::size_t Server::drawConfirmationPlace(std::size_t events) {
    switch (m_confirmationPlace) {
    case ConfirmationPlace::BeforeEvents:
        return 0;
    case ConfirmationPlace::AfterEvents:
        return events;
    case ConfirmationPlace::Anywhere:
        break;
    }
    return m_config.variesEventOrder ? m_random() % (events + 1) : 0;
}

void Server::reply(Session& session, MessageType request, std::uint32_t invokeId, const SwitchAnswer& outcome) {
    std::visit(Overloaded{[&](const Confirmation& confirmed) {
                              session.reply(*confirmationOf(request), invokeId, confirmed.fields);
                          },
                          [&](const ControlFailure& failure) {
                              session.reply(MessageType::CONTROL_FAILURE_CONF, invokeId,
                                            {{Field::FailureCode, number(failure.code)},
                                             {Field::PeripheralErrorCode, failure.peripheralErrorCode}});
                          },
                          [&](const Failure& failure) { session.fail(invokeId, failure.status); }},
               outcome);
}

void Server::refuse(Session& session, const Incoming& incoming, StatusCode status) {
    if (session.isOpen() && incoming.is(MessageType::CONFIG_REQUEST_KEY_EVENT)) {
        session.send(MessageType::CONFIG_KEY_EVENT,
                     {{Field::ConfigKeyStatus, number(protocol::ConfigKeyStatus::CONFIG_NO_KEY_SUPPORT)}});
    } else if (session.isOpen() && incoming.is(MessageType::CONFIG_REQUEST_EVENT)) {
        session.send(MessageType::CONFIG_END_EVENT,
                     {{Field::ConfigEndStatus, number(protocol::ConfigEndStatus::CONFIGEND_NO_SERVICE_PROVIDER)}});
    } else if (incoming.invokeId) {
        session.fail(*incoming.invokeId, status);
    } else {
        session.announce(status);
    }
}

std::uint32_t Server::centralTime() const {
    return static_cast<std::uint32_t>(std::chrono::duration_cast<std::chrono::seconds>(m_clock.wallTime()).count());
}

} // namespace callwright::simulator
