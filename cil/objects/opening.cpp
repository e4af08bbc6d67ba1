#include "cil/objects/opening.h"

#include "cil/events/keywords.h"
#include "cil/objects/agent_events.h"
#include "cil/objects/buttons.h"
#include "cil/objects/names.h"
#include "cil/objects/rebuild.h"
#include "cil/objects/requests.h"
#include "cil/objects/session_connection.h"
#include "cil/objects/session_core.h"
#include "cil/objects/system_events.h"
#include "cil/objects/team_requests.h"
#include "cil/service/identity.h"

#include <algorithm>
#include <utility>

namespace callwright {
namespace {

using protocol::MessageType;

/// Whoever is signed in or not: calls at the phone went on while the link was away.
void learnRest(SessionCore& core) {
    if (core.restoration.isStateUntold)
        return; // nor does a phone that is out of service tell its calls: all stays as it was until it is back
    const bool isSigningIn = restoreSignIn(core); // then the rest is learned afterwards
    if (!isSigningIn && (core.own.agentFacts.isSignedIn() || !core.own.book.live().empty()))
        learnDesk(core.own);
}

void learnRestAnew(SessionCore& core) {
    postButtons(core.own, EventId::OnQueryAgentStateConf, core.own.agentUid());
    learnRest(core);
}

void setAgentMode(SessionCore& core) {
    core.isAgentModeSet = true;
    core.isReconnecting = false;
    const AgentIdentity& identity = core.own.agentFacts.identity;
    core.outbox.post(EventId::OnSetAgentModeEvent, {{keyword::PeripheralID, identity.peripheralId},
                                                    {keyword::AgentID, identity.agentId},
                                                    {keyword::UniqueObjectID, core.own.agentUid()},
                                                    {keyword::ClientAgentTemporaryID, core.own.agentUid()},
                                                    {keyword::CILConnectionID, core.connectionId},
                                                    {keyword::StatusSystem, systemStatus(core)}});
    postButtons(core.own, EventId::OnSetAgentModeEvent, core.own.agentUid());
    learnRest(core);
    postAgentName(core.own);
    resumeSupervision(core);
}

Request agentRequest(const Seat& seat, MessageType type) {
    return {type, Request::Object::Agent, seat.agentUid(), {{keyword::AgentID, seat.agentFacts.identity.agentId}}};
}

bool isOutOfService(const Reply& reply) {
    return reply.outcome == Reply::Outcome::ControlFailure &&
           reply.code == static_cast<std::uint32_t>(protocol::ControlFailureCode::CF_RESOURCE_OUT_OF_SERVICE);
}

/// What ended while the other side took over no event has told; that the agent is known there does.
void trustAnswer(SessionCore& core) {
    if (!std::exchange(core.isStatusOld, false))
        return;
    core.isPhoneInService = true;
    if (isOperational(core))
        return;
    core.isPeripheralOnline = true;
    core.pgStatus &= protocol::PGStatusCode::PGS_CC_DOWN;
    postSystemStatus(core);
}

/// Of the phone system and the phone, as the server sees them when a session opens. One that stood by was opened before
/// events that the other has told.
void takeStatus(SessionCore& core, const protocol::MessageView& openConf) {
    const auto type = static_cast<protocol::SessionType>(openConf.number(protocol::Field::SessionType, 0));
    core.isStatusOld = type == protocol::SessionType::SESSION_TYPE_STANDBY;
    if (core.isStatusOld && !core.connectionId.isEmpty())
        return;
    core.pgStatus = openConf.number(protocol::Field::PGStatus, 0);
    core.isPhoneInService = true; // else the server will say so
    core.isPeripheralOnline = openConf.number(protocol::Field::PeripheralOnline, 1) != 0;
}

void queryAgent(Seat& seat, void (*next)(SessionCore&)) {
    Request request = agentRequest(seat, MessageType::QUERY_AGENT_STATE_REQ);
    request.arguments.set(keyword::MRDID, seat.agentFacts.voiceDomain);
    request.update = [&seat, told = seat.agentFacts.statesTold](const Reply& reply, const Arguments& wire, Arguments&) {
        const bool isOvertaken = told != seat.agentFacts.statesTold; // events tell every change
        Restoration& restoration = seat.session.restoration;
        restoration.isPhoneOut = isOutOfService(reply);
        restoration.isStateUntold = restoration.isPhoneOut && !isOvertaken;
        const bool isRefused =
            reply.outcome == Reply::Outcome::ControlFailure || reply.outcome == Reply::Outcome::Failure;
        if (isRefused && !restoration.isStateUntold && !isOvertaken)
            takeUnknownState(seat);
        if (reply.outcome != Reply::Outcome::Confirmed)
            return;
        if (!isOvertaken)
            takeQueriedState(seat, wire);
        trustAnswer(seat.session);
    };
    request.isMoot = [&seat] { return seat.session.restoration.isStateUntold; }; // the hindrance says it
    // Also without an answer: signing in may still work, and says why if not.
    request.then = [&seat, next](const Reply&) { next(seat.session); };
    ask(seat, std::move(request));
}

} // namespace

Arguments systemStatus(const SessionCore& core) {
    const bool isDriverUp = (core.pgStatus & protocol::PGStatusCode::PGS_OPC_DOWN) == 0;
    const bool isCentralUp = (core.pgStatus & protocol::PGStatusCode::PGS_CC_DOWN) == 0;
    Arguments peripherals;
    if (core.mode == SessionMode::Agent)
        peripherals.set(QString::number(core.own.agentFacts.identity.peripheralId), core.isPeripheralOnline);
    for (const auto& [peripheralId, isOnline] : core.monitor.peripherals)
        peripherals.set(QString::number(peripheralId), isOnline);
    return {{keyword::StatusCTIServer, true},
            {keyword::StatusCtiServerDriver, isDriverUp},
            {keyword::StatusCentralController, isCentralUp},
            {keyword::StatusPeripherals, std::move(peripherals)}};
}

void beginOpening(SessionCore& core, const protocol::MessageView& openConf) {
    takeStatus(core, openConf);
    core.connectionId = QString::number(openConf.number(protocol::Field::MonitorID, 0));
    if (const auto type = openConf.number(protocol::Field::PeripheralType, 0); type != 0) // there is no such type
        core.own.agentFacts.peripheralType = type;
    core.own.agentFacts.properties.set(keyword::PeripheralType, core.own.agentFacts.peripheralType);
    core.outbox.post(EventId::OnConnection,
                     {{keyword::EventTime, timeOfDay(core)}, {keyword::CurrentServer, currentServer(core)}});
    core.standing.restore(core);
    core.configuration.restore(core);
    if (core.mode == SessionMode::Monitor)
        return core.monitor.onOpened();
    postSystemStatus(core);
    beginRestoration(core, !core.isStatusOld); // who takes over begins no calls again
    queryAgent(core.own, setAgentMode);
}

void relearn(SessionCore& core) {
    beginRestoration(core, false);
    queryAgent(core.own, core.isAgentModeSet ? learnRestAnew : setAgentMode);
}

void learnDesk(Seat& seat) {
    Request request = agentRequest(seat, MessageType::AGENT_DESK_SETTINGS_REQ);
    request.update = [&seat](const Reply& reply, const Arguments& wire, Arguments&) {
        if (reply.outcome == Reply::Outcome::Confirmed)
            takeDeskSettings(seat, wire);
    };
    request.then = [&seat](const Reply& reply) {
        if (reply.outcome == Reply::Outcome::LinkLost)
            return;
        postButtons(seat, EventId::OnAgentDeskSettingsConf, seat.agentUid());
        snapshotDevice(seat);
    };
    ask(seat, std::move(request));
}

} // namespace callwright
