#include "cil/objects/call_events.h"

#include "cil/events/keywords.h"
#include "cil/objects/buttons.h"
#include "cil/objects/logging.h"
#include "cil/objects/parties.h"
#include "cil/objects/session_core.h"
#include "cil/objects/wrapup.h"
#include "cil/service/call_status.h"
#include "cil/service/event_mapping.h"
#include "cil/service/failures.h"
#include "cil/service/wire_data.h"

#include <QPointer>

#include <utility>

namespace callwright {
namespace {

using protocol::MessageType;

/// Calls that only the one who dials has.
bool isDialledType(std::uint32_t callType) {
    switch (static_cast<protocol::CallType>(callType)) {
    case protocol::CallType::CALLTYPE_AUTO_OUT:
    case protocol::CallType::CALLTYPE_AGENT_OUT:
    case protocol::CallType::CALLTYPE_OUT:
        return true;
    default:
        return false;
    }
}

bool isDialledHere(MessageType type) {
    return type == MessageType::CALL_SERVICE_INITIATED_EVENT || type == MessageType::CALL_ORIGINATED_EVENT;
}

/// CALL_DATA_UPDATE_EVENT may give a connection another name. Returns the former UniqueObjectID when it was the call's
/// own.
std::optional<QString> rename(SessionCore& core, Call& call, const Arguments& wire) {
    CallFacts& facts = CallBook::facts(call);
    const service::Connection from = service::connectionOf(wire);
    service::Connection to = service::newConnectionOf(wire);
    if (to.deviceId.isEmpty() && to.callId == 0)
        return std::nullopt; // not filled at all
    if (to.deviceId.isEmpty())
        to.deviceId = from.deviceId;
    if (to.callId == protocol::NULL_CALL_ID || to.deviceId.isEmpty() || to == from)
        return std::nullopt;
    const bool isOwn = from == facts.connection;
    service::renameConnection(facts.known, from, to, isOwn);
    if (!isOwn)
        return std::nullopt;
    facts.connection = to;
    return std::exchange(facts.uniqueObjectId, core.callUid(to));
}

bool isTalkedOn(const Call& call) {
    return call.status() == CallStatus::Connect || call.status() == CallStatus::Initiate;
}

/// In a consultation the current call is the half that one talks on, unless somebody has chosen since.
void followTalking(SessionCore& core, Call& changed) {
    Call* current = core.book.current();
    Call* counterpart = current ? current->counterpart() : nullptr;
    if (!counterpart || (current != &changed && counterpart != &changed))
        return;
    if (current->status() == CallStatus::Held && isTalkedOn(*counterpart))
        core.book.setCurrent(counterpart);
}

void leaveConsultation(SessionCore& core, Call& call) {
    Call* counterpart = call.counterpart();
    core.consults.end(call);
    if (counterpart && core.book.current() == &call)
        core.book.setCurrent(counterpart);
}

/// The events that may be the first to name the connection of a destination.
bool namesDestination(MessageType type) {
    switch (type) {
    case MessageType::CALL_DELIVERED_EVENT:
    case MessageType::CALL_ESTABLISHED_EVENT:
    case MessageType::CALL_FAILED_EVENT:
    case MessageType::CALL_REACHED_NETWORK_EVENT:
        return true;
    default:
        return false;
    }
}

} // namespace

void postCallEvent(SessionCore& core, EventId id, Call& call, Arguments arguments) {
    core.book.chooseCurrent();
    const QString uid = call.uniqueObjectId();
    // Also where the event list does not promise them.
    arguments.set(keyword::UniqueObjectID, uid).set(keyword::EnablementMask, maskOfCall(core, call));
    core.outbox.post(id, std::move(arguments));
    postCurrentCall(core);
    postButtons(core, id, uid);
}

void absorb(Call& call, const Arguments& wire, const protocol::MessageView& message) {
    CallFacts& facts = CallBook::facts(call);
    service::updateCallData(facts.data, service::callData(wire), message);
    if (message.type() == MessageType::CALL_FAILED_EVENT)
        facts.failure = service::callFailureText(wire.toUInt(keyword::EventCause).value_or(0)).what;
    facts.data.set(keyword::UniqueObjectID, facts.uniqueObjectId)
        .set(keyword::ConnectionCallID, facts.connection.callId)
        .set(keyword::ConnectionDeviceIDType, static_cast<std::uint16_t>(facts.connection.deviceIdType))
        .set(keyword::ConnectionDeviceID, facts.connection.deviceId);
}

CallStatus statusAfterEvent(const SessionCore& core, const Call& call, MessageType type, const Arguments& wire) {
    const service::StatusInput input{type, wire, static_cast<protocol::LocalConnectionState>(call.status()),
                                     CallBook::facts(call).connection.deviceId, core.ownDevices()};
    return static_cast<CallStatus>(service::nextStatus(input));
}

std::optional<bool> isOwnDevice(const SessionCore& core, const QString& device) {
    if (device.isEmpty())
        return std::nullopt;
    return core.ownDevices().contains(device);
}

void setStatus(SessionCore& core, Call& call, CallStatus status) {
    CallFacts& facts = CallBook::facts(call);
    // A failed call will not be answered any more: what another one with its ConnectionCallID does is not its own.
    const bool isAnswered = status == CallStatus::Connect || status == CallStatus::Held || status == CallStatus::Fail;
    facts.wasTalking = facts.wasTalking || status == CallStatus::Connect;
    facts.hasRung = facts.hasRung || status == CallStatus::Alerting;
    facts.known.wasEstablished = facts.known.wasEstablished || isAnswered;
    facts.isOutgoing = facts.isOutgoing || status == CallStatus::Initiate;
    facts.data.set(keyword::CallStatus, static_cast<std::uint16_t>(status));
    if (std::exchange(facts.status, status) == status)
        return;
    facts.statusSince = core.clock.now();
    facts.isLeft = status == CallStatus::Null;
    if (facts.isLeft)
        leaveConsultation(core, call);
    else
        followTalking(core, call);
}

Call& beginCall(SessionCore& core, const service::Connection& connection, const Arguments& wire) {
    leaveOldWrapup(core);
    CallFacts facts;
    facts.connection = connection;
    facts.uniqueObjectId = core.callUid(connection);
    facts.begunAt = facts.statusSince = core.clock.now();
    facts.isOutgoing = isDialledType(wire.toUInt(keyword::CallType).value_or(0));
    facts.data = service::callData(wire);
    return core.book.add(std::move(facts));
}

void endCall(SessionCore& core, Call& call, const Arguments& wire, bool mayWrapUp) {
    const bool carriesStatus = call.status() != CallStatus::Fail;
    core.book.noteEnd(call);
    CallBook::facts(call).isEnded = true;
    CallBook::facts(call).isConfirmed = true;
    setStatus(core, call, CallStatus::Null);
    service::EventContext context = core.eventContext(call);
    if (!carriesStatus)
        context.callStatus.reset();
    const bool isKept = mayWrapUp && keepForWrapup(core, call);
    core.book.chooseCurrent();
    core.outbox.post(EventId::OnCallEnd, service::eventArguments(EventId::OnCallEnd, wire, context, call.data()));
    if (!isKept) {
        core.outbox.afterwards([&core, target = QPointer<Call>(&call)] {
            if (target)
                core.book.remove(*target);
        });
    }
    postCurrentCall(core);
    postButtons(core, EventId::OnCallEnd, call.uniqueObjectId());
}

void onBeginCall(SessionCore& core, const protocol::MessageView& message) {
    const Arguments wire = service::wireData(message, core.codePage());
    const service::Connection connection = service::connectionOf(wire);
    Call* call = core.book.findOwn(connection);
    const EventId id = call ? EventId::OnCallDataUpdate : EventId::OnCallBegin; // a call of before the failover goes on
    if (!call && core.book.isFull()) {
        qCWarning(logObjects) << "more calls than a device has:" << wire.toString(keyword::ConnectionCallID);
        return;
    }
    if (!call)
        call = &beginCall(core, connection, wire);
    absorb(*call, wire, message);
    CallBook::facts(*call).isConfirmed = true;
    core.announced.remove(call->data());
    core.consults.consider(*call);
    postCallEvent(core, id, *call, service::eventArguments(id, wire, core.eventContext(*call), call->data()));
}

void onEndCall(SessionCore& core, const protocol::MessageView& message) {
    const Arguments wire = service::wireData(message, core.codePage());
    if (Call* call = core.book.findOwn(service::connectionOf(wire), true))
        endCall(core, *call, wire, true);
    else
        qCInfo(logObjects) << "the end of a call that is not known:" << wire.toString(keyword::ConnectionCallID);
}

void onCallDataUpdate(SessionCore& core, const protocol::MessageView& message) {
    const Arguments wire = service::wireData(message, core.codePage());
    Call* call = core.book.findForEvent(service::connectionOf(wire), false);
    if (!call) {
        qCInfo(logObjects) << "data of a call that is not known:" << wire.toString(keyword::ConnectionCallID);
        return;
    }
    const auto formerUid = rename(core, *call, wire);
    absorb(*call, wire, message);
    core.announced.remove(call->data());
    core.consults.consider(*call);
    Arguments arguments =
        service::eventArguments(EventId::OnCallDataUpdate, wire, core.eventContext(*call), call->data());
    arguments.set(keyword::ConnectionCallID, call->connectionCallId());
    if (formerUid)
        arguments.set(keyword::OldUniqueObjectID, *formerUid);
    postCallEvent(core, EventId::OnCallDataUpdate, *call, std::move(arguments));
}

void onCallEvent(SessionCore& core, const protocol::MessageView& message) {
    const EventId id = service::eventOf(message.number());
    const Arguments wire = service::wireData(message, core.codePage());
    const service::Connection connection = service::connectionOf(wire);
    Call* call = core.book.findForEvent(connection, namesDestination(message.type()));
    if (!call) {
        qCInfo(logObjects).noquote() << eventName(id)
                                     << "of a call that is not known:" << wire.toString(keyword::ConnectionCallID);
        return;
    }
    CallFacts& facts = CallBook::facts(*call);
    facts.isOutgoing = facts.isOutgoing || isDialledHere(message.type());
    facts.isOffSwitch = facts.isOffSwitch || message.type() == MessageType::CALL_REACHED_NETWORK_EVENT;
    const bool carriesStatus =
        service::carriesStatus(message.type(), static_cast<protocol::LocalConnectionState>(call->status()));
    setStatus(core, *call, statusAfterEvent(core, *call, message.type(), wire));
    absorb(*call, wire, message);
    noteParties(core, *call, message.type(), wire);
    if (facts.isOutgoing)
        core.consults.consider(*call);
    service::EventContext context = core.eventContext(*call);
    if (!carriesStatus)
        context.callStatus.reset();
    postCallEvent(core, id, *call, service::eventArguments(id, wire, context, call->data()));
}

} // namespace callwright
