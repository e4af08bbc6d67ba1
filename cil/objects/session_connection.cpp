#include "cil/objects/session_connection.h"

#include "cil/connection/heartbeat.h"
#include "cil/connection/open_roles.h"
#include "cil/events/keywords.h"
#include "cil/objects/buttons.h"
#include "cil/objects/call_events.h"
#include "cil/objects/event_dispatch.h"
#include "cil/objects/logging.h"
#include "cil/objects/opening.h"
#include "cil/objects/session_core.h"
#include "cil/objects/team_requests.h"
#include "cil/service/event_mapping.h"
#include "cil/service/failures.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QPointer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace callwright {
namespace {

// FailureCode and SystemEventID of OnCTIOSFailure, ReasonCode of OnConnectionFailure (facts: enums).
constexpr std::int32_t eUnknownEventID = 6;
constexpr std::int32_t eServerConnectionStatus = 10;

enum class ConnectionFailureReason : std::int16_t {
    ProtocolMismatch = 0,
    MissedHeartbeats = 1,
    TransportError = 2,
    ConnectFail = 3,
    OtherError = 4
};

bool isVersionRefused(const LinkFailure& failure) {
    return failure.reason == LinkFailure::Reason::Refused &&
           failure.status == static_cast<std::uint32_t>(protocol::StatusCode::E_CTI_INVALID_VERSION);
}

bool isEviction(const LinkFailure& failure) {
    return failure.status == static_cast<std::uint32_t>(protocol::StatusCode::E_CTI_NEW_SESSION_OPENED);
}

ConnectionFailureReason reasonOf(const LinkFailure& failure) {
    switch (failure.reason) {
    case LinkFailure::Reason::ConnectFailed:
    case LinkFailure::Reason::OpenTimedOut:
        return ConnectionFailureReason::ConnectFail;
    case LinkFailure::Reason::TransportLost:
        return ConnectionFailureReason::TransportError;
    case LinkFailure::Reason::MissedHeartbeats:
        return ConnectionFailureReason::MissedHeartbeats;
    case LinkFailure::Reason::Refused:
        return isVersionRefused(failure) ? ConnectionFailureReason::ProtocolMismatch
                                         : ConnectionFailureReason::OtherError;
    case LinkFailure::Reason::Untrusted:
    case LinkFailure::Reason::ProtocolError:
    case LinkFailure::Reason::ServerClosed:
        break;
    }
    return ConnectionFailureReason::OtherError;
}

/// Of a failure that is a row: its number. 0: there is only its detail.
std::uint32_t failureCode(const LinkFailure& failure) {
    return failure.security ? static_cast<std::uint32_t>(*failure.security) : failure.status;
}

QString failureText(const LinkFailure& failure) {
    if (failureCode(failure) == 0)
        return failure.detail;
    const service::FailureText text =
        failure.security ? service::securityText(failureCode(failure)) : service::statusText(failure.status);
    const QString sentences = QStringLiteral("%1 %2").arg(text.what, text.toDo).trimmed();
    return failure.security ? sentences + u'\n' + failure.detail : sentences; // then what the server presented
}

QString nameOf(const Endpoint& server) { return QStringLiteral("%1:%2").arg(server.host).arg(server.port); }

/// The session is over for good: its calls are not ours to follow any more, its agent is unknown.
void forgetObjects(SessionCore& core) {
    endSupervision(core);
    forgetStanding(core);
    core.restoration.isConfirmed = false;
    core.standing.clear();
    core.configuration.clear();
    core.own.consults.clear();
    core.own.agentFacts.state = AgentState::Unknown;
    core.own.agentFacts.password.clear();
    for (Call* call : core.own.book.live())
        endCall(core.own, *call, call->data(), false);
    core.monitor.objects.clear();
    if (Call* kept = core.own.book.kept())
        core.outbox.afterwards([&core, kept = QPointer<Call>(kept)] {
            if (kept)
                core.own.book.remove(*kept);
        });
}

void onFailed(SessionCore& core, const LinkFailure& failure) {
    core.configuration.onLinkLost(core);
    core.own.announced.clear(); // what becomes of them cannot be heard
    core.streams.clear();
    core.silentMonitors.lose();
    core.isAgentModeSet = false;
    core.isReconnecting = failure.retryIn.has_value();
    core.refusal = failure.reason == LinkFailure::Reason::Refused ? failureText(failure) : QString();
    Arguments arguments{{keyword::EventTime, timeOfDay(core)},
                        {keyword::FailedServer, nameOf(failure.server)},
                        {keyword::ReasonCode, static_cast<std::int16_t>(reasonOf(failure))},
                        {keyword::ErrorMessage, failureText(failure)}};
    if (const std::uint32_t code = failureCode(failure); code != 0)
        arguments.set(keyword::FailureCode, code);
    if (failure.isFinal())
        arguments.set(keyword::FinalAttempt, true);
    else
        arguments.set(keyword::RetryIn, static_cast<std::int32_t>(failure.retryIn->count()));
    if (failure.next)
        arguments.set(keyword::NextServer, nameOf(*failure.next));
    core.nextServer = failure.next ? nameOf(*failure.next) : QString();
    if (failure.status != 0)
        postCtiosFailure(core, service::ctiosFailureArguments(failure.status));
    if (isVersionRefused(failure) && failure.isFinal()) // else the other side may know the version
        core.outbox.post(EventId::OnConnectionRejected, {});
    core.outbox.post(EventId::OnConnectionFailure, std::move(arguments));
    core.monitor.onLost();
    noteLoss(core);
    if (failure.isFinal() && core.restoration.standing->isSignedIn)
        core.departure = isEviction(failure) ? Hindrance::Evicted : Hindrance::GivenUp;
    loseSupervision(core);
    if (failure.isFinal())
        forgetObjects(core);
    postButtons(core.own, EventId::OnConnectionFailure, core.own.agentUid());
}

void onClosed(SessionCore& core) {
    core.configuration.onLinkLost(core);
    core.own.announced.clear();
    core.silentMonitors.lose();
    core.isAgentModeSet = false;
    core.isReconnecting = false;
    forgetObjects(core);
    core.outbox.post(EventId::OnConnectionClosed, {});
    postButtons(core.own, EventId::OnConnectionClosed, core.own.agentUid());
}

void onHeartbeatMissed(SessionCore& core, int inARow) {
    if (inARow >= Heartbeat::missesAllowed)
        return; // OnConnectionFailure comes instead
    const auto interval = std::chrono::duration_cast<Milliseconds>(core.parameters.heartbeat).count();
    core.outbox.post(EventId::OnMissingHeartbeat, {{keyword::EventTime, timeOfDay(core)},
                                                   {keyword::ConsecutiveMissedHeartbeats, inARow},
                                                   {keyword::HeartbeatInterval, static_cast<std::int32_t>(interval)}});
}

/// One bad message becomes one event; whether the session survives is the link's to say.
void onMalformed(SessionCore& core, const protocol::Error& error) {
    const QString detail = QString::fromStdString(error.detail);
    qCWarning(logObjects).noquote() << "a message that cannot be read:" << detail;
    const QString text =
        QCoreApplication::translate("Session", "The server sent a message that cannot be read: %1").arg(detail);
    postCtiosFailure(core, {{keyword::FailureCode, eUnknownEventID}, {keyword::ErrorMessage, text}});
}

OpenParameters openParameters(const AgentIdentity& agent) {
    OpenParameters open =
        openParametersFor(agent.isSupervisor ? Role::Supervisor : Role::Agent, agent.peripheralId, agent.agentId);
    open.agentId = agent.agentId;
    open.agentInstrument = agent.agentInstrument;
    return open;
}

LinkOptions linkOptions(const SessionCore& core, const ConnectParameters& parameters) {
    LinkOptions options;
    options.sides = {parameters.sideA};
    if (!parameters.sideB.host.isEmpty())
        options.sides.push_back(parameters.sideB);
    options.codePage = core.codePage();
    options.highestVersion = parameters.highestVersion;
    options.heartbeatInterval = parameters.heartbeat;
    options.security = parameters.security;
    options.expectedClients = parameters.expectedClients;
    options.attemptsAllowed = parameters.attemptsAllowed;
    return options;
}

CilResult whyNotOpen(const SessionCore& core, const ConnectParameters& parameters) {
    switch (core.status()) {
    case ConnectionStatus::Closed:
        break;
    case ConnectionStatus::Closing:
        return {CilCode::DisconnectPending};
    case ConnectionStatus::Reconnecting:
        return {CilCode::InFailover};
    case ConnectionStatus::Connecting:
    case ConnectionStatus::Open:
        return {CilCode::NotDisconnected};
    }
    if (parameters.sideA.host.isEmpty() || parameters.sideA.port == 0 ||
        (!parameters.sideB.host.isEmpty() && parameters.sideB.port == 0))
        return {CilCode::MissingArgument};
    return protocol::isSupported(parameters.highestVersion) ? CilResult{} : CilResult{CilCode::InvalidArgument};
}

void openLink(SessionCore& core, const ConnectParameters& parameters, OpenParameters open) {
    core.parameters = parameters;
    core.departure = Hindrance::None;
    core.isReconnecting = false;
    core.connectionId.clear();
    open.clientPassword = parameters.clientPassword;
    open.clientSignature = QStringLiteral("Callwright");
    core.link.open(linkOptions(core, parameters), open);
    core.outbox.flush();
}

} // namespace

void watchLink(SessionCore& core) {
    // What a signal causes goes out when all of it is done.
    const auto on = [&core](auto signal, auto action) {
        QObject::connect(&core.link, signal, &core, [&core, action](const auto&... arguments) {
            action(core, arguments...);
            core.outbox.flush();
        });
    };
    on(&Link::opened, beginOpening);
    on(&Link::event, onServerEvent);
    on(&Link::failed, onFailed);
    on(&Link::closed, onClosed);
    on(&Link::heartbeatMissed, onHeartbeatMissed);
    on(&Link::heartbeat, [](SessionCore& c) {
        c.outbox.post(EventId::OnHeartbeat, {{keyword::EventTime, timeOfDay(c)}});
    });
    on(&Link::malformed, [](SessionCore& c, const protocol::Error& error, QByteArrayView) { onMalformed(c, error); });
}

CilResult openConnection(SessionCore& core, const ConnectParameters& parameters, const AgentIdentity& agent) {
    if (const CilResult problem = whyNotOpen(core, parameters); !problem)
        return problem;
    if (agent.agentId.isEmpty() || agent.agentInstrument.isEmpty())
        return {CilCode::MissingArgument};
    core.mode = SessionMode::Agent;
    core.own.setAgent(agent);
    openLink(core, parameters, openParameters(agent));
    return {};
}

CilResult openConnection(SessionCore& core, const ConnectParameters& parameters, std::vector<Role> roles) {
    if (const CilResult problem = whyNotOpen(core, parameters); !problem)
        return problem;
    if (roles.empty())
        return {CilCode::MissingArgument};
    if (std::ranges::any_of(roles, [](Role role) { return role == Role::Agent || role == Role::Supervisor; }))
        return {CilCode::ModeConflict};
    core.own.leave(protocol::NULL_PERIPHERAL_ID);
    core.mode = SessionMode::Monitor;
    core.monitor.begin(roles);
    openLink(core, parameters, openParametersFor(roles, parameters.clientId));
    return {};
}

CilResult closeConnection(SessionCore& core, Disconnect how) {
    if (core.status() == ConnectionStatus::Closed)
        return {CilCode::NotConnected};
    if (core.status() == ConnectionStatus::Closing)
        return {CilCode::DisconnectPending};
    const bool isModeSet = core.isAgentModeSet || (core.mode == SessionMode::Monitor && core.monitor.filter());
    if (how == Disconnect::Orderly && !isModeSet)
        return {CilCode::ModeNotSet};
    core.isClosingByForce = how == Disconnect::Forced;
    core.silentMonitors.leave();
    core.link.close();
    core.outbox.flush();
    return {};
}

std::int32_t timeOfDay(const SessionCore& core) {
    return QDateTime::fromMSecsSinceEpoch(core.clock.wallTime().count()).time().msecsSinceStartOfDay();
}

QString currentServer(const SessionCore& core) { return nameOf(core.link.server()); }

QString standbyServer(const SessionCore& core) {
    const auto standby = core.link.standby();
    return standby ? nameOf(*standby) : QString();
}

void postSystemStatus(SessionCore& core) {
    const auto event = core.isPeripheralOnline ? protocol::SystemEventID::SYS_PERIPHERAL_ONLINE
                                               : protocol::SystemEventID::SYS_PERIPHERAL_OFFLINE;
    const QString text = core.isPeripheralOnline
                             ? QCoreApplication::translate("Session", "The phone system is on line.")
                             : QCoreApplication::translate("Session", "The phone system is off line.");
    postCtiosFailure(core, {{keyword::FailureCode, eServerConnectionStatus},
                            {keyword::SystemEventID, static_cast<std::int32_t>(event)},
                            {keyword::SystemEventArg1, core.own.agentFacts.identity.peripheralId},
                            {keyword::ErrorMessage, text}});
}

void postCtiosFailure(SessionCore& core, Arguments failure) {
    if (core.own.agent) {
        service::EventContext context = core.own.eventContext(QString()); // it is about no call
        context.enablementMask = effectiveMask(core.own);
        failure = service::eventArguments(EventId::OnCTIOSFailure, {}, context).merge(failure);
    }
    core.outbox.post(EventId::OnCTIOSFailure, std::move(failure));
}

} // namespace callwright
