#include "cil/objects/monitoring.h"

#include "cil/connection/open_roles.h"
#include "cil/events/keywords.h"
#include "cil/objects/agent_events.h"
#include "cil/objects/call_events.h"
#include "cil/objects/rebuild.h"
#include "cil/objects/requests.h"
#include "cil/objects/session_connection.h"
#include "cil/objects/session_core.h"
#include "cil/objects/supervisor_buttons.h"
#include "cil/protocol/names.h"
#include "cil/service/field_keywords.h"

#include <QCoreApplication>

#include <utility>

namespace callwright {
namespace {

using protocol::Field;
using protocol::MessageType;

constexpr std::int32_t serviceNotSupported = 2; // FailureCode of OnCTIOSFailure (facts: enums)

template <class Enum> std::uint32_t wireNumber(Enum value) { return static_cast<std::uint32_t>(value); }

bool isMonitoredSeat(const Seat& seat) { return seat.session.supervision.monitored == &seat; }

Arguments monitoringArguments(const SessionCore& core, const Seat& seat) {
    Arguments arguments{{keyword::UniqueObjectID, core.own.agentUid()},
                        {keyword::AgentReference, seat.agentUid()},
                        {keyword::SupervisorID, core.own.agentFacts.identity.agentId},
                        {keyword::SupervisorKey, core.own.agentUid()},
                        {keyword::SupervisorAgentState, QString::number(static_cast<int>(core.own.agentFacts.state))}};
    if (const Call* barged = ownBargedInCall(core))
        arguments.set(keyword::BargedInCallID, barged->uniqueObjectId());
    return arguments;
}

void postStarted(Seat& seat) {
    SessionCore& core = seat.session;
    core.outbox.post(EventId::OnStartMonitoringAgent, monitoringArguments(core, seat));
    postSupervisorButtons(core);
}

bool mayWatchDevices(const SessionCore& core) {
    return (core.link.servicesGranted() & protocol::ServicesRequested::CTI_SERVICE_PERIPHERAL_MONITOR) != 0;
}

void sayThatCallsAreHidden(SessionCore& core) {
    postCtiosFailure(core,
                     {{keyword::FailureCode, serviceNotSupported},
                      {keyword::ErrorMessage,
                       QCoreApplication::translate(
                           "Session", "The server does not show the calls of others to this session (the service "
                                      "Peripheral Monitor was not granted). States of the team and supervising of an "
                                      "agent's active call work without it.")}});
}

void endWatchedCalls(Seat& seat) {
    for (Call* call : seat.book.live())
        endCall(seat, *call, call->data(), false);
}

void stopDeviceMonitor(SessionCore& core, std::uint32_t monitorId) {
    if (monitorId == 0 || core.status() != ConnectionStatus::Open)
        return;
    trySend(core.own, Request(MessageType::MONITOR_STOP_REQ, Request::Object::Agent, core.own.agentUid(),
                              {{keyword::MonitorID, monitorId}}));
}

CilResult watchDevice(Seat& seat) {
    using service::keywordOf;
    Request request(
        MessageType::MONITOR_START_REQ, Request::Object::Agent, seat.agentUid(),
        {{keyword::ConnectionCallID, 0U},
         {keywordOf(Field::CallMsgMask), masksFor(Role::Agent).callMsgMask},
         {keywordOf(Field::AgentStateMask), 0U},
         {keyword::ConnectionDeviceIDType, wireNumber(protocol::ConnectionDeviceIDType::CONNECTION_ID_NONE)},
         {keywordOf(Field::MonitoredDeviceType), wireNumber(protocol::DeviceIDType::DEVID_AGENT_DEVICE)},
         {keywordOf(Field::MonitoredDeviceID), seat.agentFacts.identity.agentInstrument}});
    request.update = [&seat](const Reply& reply, const Arguments& wire, Arguments&) {
        SessionCore& core = seat.session;
        TeamMember* member = core.supervision.findMember(seat);
        const std::uint32_t monitorId = wire.toUInt(keyword::MonitorID).value_or(0);
        if (reply.outcome != Reply::Outcome::Confirmed)
            return;
        if (isMonitoredSeat(seat))
            member->deviceMonitor = monitorId;
        else
            stopDeviceMonitor(core, monitorId); // given up meanwhile
    };
    request.then = [&seat](const Reply& reply) {
        if (!isMonitoredSeat(seat) || reply.outcome == Reply::Outcome::LinkLost)
            return;
        if (reply.outcome == Reply::Outcome::Confirmed) {
            postStarted(seat);
            snapshotDevice(seat);
        } else {
            forgetMonitored(seat.session);
        }
    };
    return send(seat, std::move(request));
}

/// Who is only known by the team's configuration has no instrument yet.
CilResult learnInstrument(Seat& seat) {
    Request request(MessageType::QUERY_AGENT_STATE_REQ, Request::Object::Agent, seat.agentUid(),
                    {{keyword::AgentID, seat.agentFacts.identity.agentId}});
    request.update = [&seat](const Reply& reply, const Arguments& wire, Arguments&) {
        if (reply.outcome != Reply::Outcome::Confirmed)
            return;
        takeQueriedState(seat, wire);
        seat.agentFacts.identity.agentInstrument = wire.toString(keyword::AgentInstrument);
    };
    request.then = [&seat](const Reply& reply) {
        if (!isMonitoredSeat(seat) || reply.outcome == Reply::Outcome::LinkLost)
            return;
        if (seat.agentFacts.identity.agentInstrument.isEmpty())
            postStarted(seat); // signed out or not told: there is no device to watch
        else if (const CilResult result = watchDevice(seat); !result)
            forgetMonitored(seat.session);
    };
    return send(seat, std::move(request));
}

} // namespace

Seat* seatOfMember(SessionCore& core, const Agent& agent) {
    TeamMember* member = core.supervision.findMember(agent.identity().agentId);
    return member && member->seat->agent.get() == &agent ? member->seat.get() : nullptr;
}

CilResult beginMonitoring(Seat& seat) {
    SessionCore& core = seat.session;
    core.supervision.monitored = &seat;
    CilResult result;
    if (!mayWatchDevices(core)) {
        postStarted(seat);
        sayThatCallsAreHidden(core);
        endWatchedCalls(seat); // of before a failover, when they were shown
    } else if (seat.agentFacts.identity.agentInstrument.isEmpty()) {
        result = learnInstrument(seat);
    } else {
        result = watchDevice(seat);
    }
    if (!result)
        core.supervision.monitored = nullptr;
    return result;
}

void endMonitoring(SessionCore& core) {
    if (!core.supervision.monitored)
        return;
    TeamMember* member = core.supervision.findMember(*core.supervision.monitored);
    stopDeviceMonitor(core, std::exchange(member->deviceMonitor, 0));
    forgetMonitored(core);
}

void forgetMonitored(SessionCore& core) {
    Seat* seat = core.supervision.monitored;
    if (!seat)
        return;
    endWatchedCalls(*seat);
    core.supervision.monitored = nullptr;
    if (TeamMember* member = core.supervision.findMember(*seat))
        member->deviceMonitor = 0;
    core.outbox.post(EventId::OnStopMonitoringAgent, monitoringArguments(core, *seat));
    postSupervisorButtons(core);
}

} // namespace callwright
