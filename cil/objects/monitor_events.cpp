#include "cil/objects/monitor_events.h"

#include "cil/events/keywords.h"
#include "cil/objects/agent_events.h"
#include "cil/objects/call_events.h"
#include "cil/objects/logging.h"
#include "cil/objects/session_core.h"
#include "cil/service/call_status.h"
#include "cil/service/event_mapping.h"
#include "cil/service/identity.h"
#include "cil/service/message_kind.h"
#include "cil/service/wire_data.h"

#include <utility>

namespace callwright {
namespace {

std::uint32_t peripheralOf(const Arguments& wire) {
    return wire.toUInt(keyword::PeripheralID).value_or(protocol::NULL_PERIPHERAL_ID);
}

QString callUid(const Arguments& wire, const service::Connection& connection) {
    return service::callId(peripheralOf(wire), connection.callId, connection.deviceId);
}

/// The call of this connection; one that is not known appears now. nullptr: the message names none.
Call* callOf(SessionCore& core, const Arguments& wire, const service::Connection& connection) {
    if (connection.callId == protocol::NULL_CALL_ID)
        return nullptr;
    Call* call = core.monitor.objects.findCall(callUid(wire, connection));
    if (!call)
        call = core.monitor.objects.addCall(peripheralOf(wire), connection, service::callData(wire));
    if (call)
        CallBook::facts(*call).isConfirmed = true;
    return call;
}

void postCall(SessionCore& core, EventId id, Call& call, const Arguments& wire, bool carriesStatus = true) {
    service::EventContext context = core.own.eventContext(call);
    context.peripheralId = peripheralOf(wire);
    if (!carriesStatus)
        context.callStatus.reset();
    Arguments arguments = service::eventArguments(id, wire, context, call.data());
    core.outbox.post(id, std::move(arguments.set(keyword::UniqueObjectID, call.uniqueObjectId())));
}

void onBegin(SessionCore& core, const protocol::MessageView& message, const Arguments& wire) {
    const service::Connection connection = service::connectionOf(wire);
    const bool isKnown = core.monitor.objects.findCall(callUid(wire, connection)) != nullptr;
    Call* call = callOf(core, wire, connection);
    if (!call)
        return;
    absorb(*call, wire, message);
    core.monitor.objects.noteBegun(*call);
    postCall(core, isKnown ? EventId::OnCallDataUpdate : EventId::OnCallBegin, *call, wire);
}

void onEnd(SessionCore& core, const Arguments& wire) {
    if (Call* call = core.monitor.objects.findCall(callUid(wire, service::connectionOf(wire))))
        core.monitor.objects.end(*call, wire);
    else
        qCInfo(logObjects) << "the end of a call that is not known:" << wire.toString(keyword::ConnectionCallID);
}

/// CALL_DATA_UPDATE_EVENT may give the connection another name. Returns the former UniqueObjectID.
std::optional<QString> renameCall(SessionCore& core, Call& call, const Arguments& wire) {
    CallFacts& facts = CallBook::facts(call);
    service::Connection to = service::newConnectionOf(wire);
    if (to.deviceId.isEmpty())
        to.deviceId = facts.connection.deviceId;
    if (to.callId == protocol::NULL_CALL_ID || to.callId == 0 || to == facts.connection)
        return std::nullopt;
    if (core.monitor.objects.findCall(callUid(wire, to)))
        return std::nullopt; // the name is another call's already
    facts.connection = to;
    QString formerUid = std::exchange(facts.uniqueObjectId, callUid(wire, to));
    core.monitor.objects.rename(formerUid, call);
    return formerUid;
}

void onData(SessionCore& core, const protocol::MessageView& message, const Arguments& wire) {
    Call* call = callOf(core, wire, service::connectionOf(wire));
    if (!call)
        return;
    const auto formerUid = renameCall(core, *call, wire);
    absorb(*call, wire, message);
    Arguments told = wire;
    told.set(keyword::ConnectionCallID, call->connectionCallId());
    if (formerUid)
        told.set(keyword::OldUniqueObjectID, *formerUid);
    postCall(core, EventId::OnCallDataUpdate, *call, told);
}

/// After a switchover the server tells clients of all events once more how the calls stand (CTI Server guide v25,
/// Active-Standby).
bool isRetold(const Arguments& wire) {
    return wire.toUInt(keyword::EventCause) ==
           static_cast<std::uint32_t>(protocol::EventCause::CEC_CALL_PARTY_UPDATE_IND);
}

/// Whose connection it is, so whose status follows, is the one the message names.
void onCall(SessionCore& core, const protocol::MessageView& message, const Arguments& wire,
            const service::Connection& connection) {
    const bool isKnown = core.monitor.objects.findCall(callUid(wire, connection)) != nullptr;
    Call* call = callOf(core, wire, connection);
    if (!call)
        return;
    const auto before = static_cast<protocol::LocalConnectionState>(call->status());
    const service::StatusInput input{message.type(), wire, before, CallBook::facts(*call).connection.deviceId, {}};
    setStatus(core.own, *call, static_cast<CallStatus>(service::nextStatus(input)));
    absorb(*call, wire, message);
    if (isKnown && isRetold(wire) && call->status() == static_cast<CallStatus>(before))
        return; // no news
    postCall(core, service::eventOf(message.number()), *call, wire, service::carriesStatus(message.type(), before));
}

void onAgent(SessionCore& core, const protocol::MessageView& message, const Arguments& wire) {
    const AgentIdentity identity{peripheralOf(wire), wire.toString(keyword::AgentID),
                                 wire.toString(keyword::AgentInstrument), false};
    if (identity.agentId.isEmpty())
        return; // nobody's: signed out before a name was known
    if (Seat* seat = core.monitor.objects.agent(identity))
        onAgentState(*seat, message);
    if (wire.toUInt(keyword::AgentState) == static_cast<std::uint32_t>(AgentState::Logout))
        core.monitor.noteSignedOut(identity.peripheralId, identity.agentId);
}

void onAnnouncement(SessionCore& core, const protocol::MessageView& message, const Arguments& wire) {
    const EventId id = service::eventOf(message.number());
    service::EventContext context = core.own.eventContext(QString());
    context.peripheralId = peripheralOf(wire);
    core.outbox.post(id, service::eventArguments(id, wire, context));
}

} // namespace

bool onMonitoredMessage(SessionCore& core, const protocol::MessageView& message) {
    const service::MessageKind kind = service::kindOf(message.type());
    if (kind == service::MessageKind::None)
        return false;
    const Arguments wire = service::wireData(message, core.codePage());
    switch (kind) {
    case service::MessageKind::AgentState:
        onAgent(core, message, wire);
        break;
    case service::MessageKind::CallBegin:
        onBegin(core, message, wire);
        break;
    case service::MessageKind::CallEnd:
        onEnd(core, wire);
        break;
    case service::MessageKind::CallData:
        onData(core, message, wire);
        break;
    case service::MessageKind::CallEvent:
        onCall(core, message, wire, service::connectionOf(wire));
        break;
    case service::MessageKind::CallsJoined:
        onCall(core, message, wire, service::primaryOf(wire));
        break;
    case service::MessageKind::Announcement:
    case service::MessageKind::AnnouncementAbort:
        onAnnouncement(core, message, wire);
        break;
    case service::MessageKind::None:
        break;
    }
    return true;
}

} // namespace callwright
