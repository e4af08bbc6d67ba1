#include "cil/objects/call_events.h"

#include "cil/events/keywords.h"
#include "cil/objects/buttons.h"
#include "cil/objects/logging.h"
#include "cil/objects/parties.h"
#include "cil/objects/rebuild.h"
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
std::optional<QString> rename(Seat& seat, Call& call, const Arguments& wire) {
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
    return std::exchange(facts.uniqueObjectId, seat.callUid(to));
}

bool isTalkedOn(const Call& call) {
    return call.status() == CallStatus::Connect || call.status() == CallStatus::Initiate;
}

/// In a consultation the current call is the half that one talks on, unless somebody has chosen since.
void followTalking(Seat& seat, Call& changed) {
    Call* current = seat.book.current();
    Call* counterpart = current ? current->counterpart() : nullptr;
    if (!counterpart || (current != &changed && counterpart != &changed))
        return;
    if (current->status() == CallStatus::Held && isTalkedOn(*counterpart))
        seat.book.setCurrent(counterpart);
}

void leaveConsultation(Seat& seat, Call& call) {
    Call* counterpart = call.counterpart();
    seat.consults.end(call);
    if (counterpart && seat.book.current() == &call)
        seat.book.setCurrent(counterpart);
}

/// How long the call waited in a queue, as far as events tell.
void measureQueue(Seat& seat, CallFacts& facts, MessageType type) {
    if (type == MessageType::CALL_QUEUED_EVENT && !facts.queuedAt)
        facts.queuedAt = seat.session.clock.now();
    const Milliseconds waited = seat.session.clock.now() - facts.queuedAt.value_or(seat.session.clock.now());
    if (facts.queuedAt)
        facts.data.set(keyword::MeasuredCallQTime,
                       static_cast<std::int32_t>(std::chrono::floor<std::chrono::seconds>(waited).count()));
    const bool leavesQueue = type == MessageType::CALL_DEQUEUED_EVENT || type == MessageType::CALL_ESTABLISHED_EVENT;
    if (leavesQueue)
        facts.queuedAt.reset();
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

Arguments adopt(Call& call, const Arguments& others) {
    Arguments news;
    for (const auto& [key, value] : others) {
        if (!call.data().contains(key))
            news.set(key, value);
    }
    CallBook::facts(call).data.merge(news);
    return news;
}

void postCallEvent(Seat& seat, EventId id, Call& call, Arguments arguments) {
    seat.book.chooseCurrent();
    const QString uid = call.uniqueObjectId();
    // Also where the event list does not promise them.
    arguments.set(keyword::UniqueObjectID, uid).set(keyword::EnablementMask, maskOfCall(seat, call));
    seat.post(id, std::move(arguments));
    postCurrentCall(seat);
    postButtons(seat, id, uid);
}

void absorb(Call& call, const Arguments& wire, const protocol::MessageView& message) {
    CallFacts& facts = CallBook::facts(call);
    ++facts.eventCount;
    const bool isBegunAgain = message.type() == MessageType::BEGIN_CALL_EVENT && !call.isConfirmed();
    (isBegunAgain ? service::replaceCallData : service::updateCallData)(facts.data, service::callData(wire), message);
    if (message.type() == MessageType::CALL_FAILED_EVENT)
        facts.failure = service::callFailureText(wire.toUInt(keyword::EventCause).value_or(0)).what;
    facts.data.set(keyword::UniqueObjectID, facts.uniqueObjectId)
        .set(keyword::ConnectionCallID, facts.connection.callId)
        .set(keyword::ConnectionDeviceIDType, static_cast<std::uint16_t>(facts.connection.deviceIdType))
        .set(keyword::ConnectionDeviceID, facts.connection.deviceId);
}

CallStatus statusAfterEvent(const Seat& seat, const Call& call, MessageType type, const Arguments& wire) {
    const service::StatusInput input{type, wire, static_cast<protocol::LocalConnectionState>(call.status()),
                                     CallBook::facts(call).connection.deviceId, seat.ownDevices()};
    return static_cast<CallStatus>(service::nextStatus(input));
}

std::optional<bool> isOwnDevice(const Seat& seat, const QString& device) {
    if (device.isEmpty())
        return std::nullopt;
    return seat.ownDevices().contains(device);
}

void setStatus(Seat& seat, Call& call, CallStatus status) {
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
    facts.statusSince = seat.session.clock.now();
    facts.isLeft = status == CallStatus::Null;
    if (facts.isLeft)
        leaveConsultation(seat, call);
    else
        followTalking(seat, call);
}

Call& beginCall(Seat& seat, const service::Connection& connection, const Arguments& wire) {
    leaveOldWrapup(seat);
    CallFacts facts;
    facts.connection = connection;
    facts.uniqueObjectId = seat.callUid(connection);
    facts.begunAt = facts.statusSince = seat.session.clock.now();
    facts.isOutgoing = isDialledType(wire.toUInt(keyword::CallType).value_or(0));
    facts.data = service::callData(wire);
    return seat.book.add(std::move(facts));
}

void endCall(Seat& seat, Call& call, const Arguments& wire, bool mayWrapUp) {
    const bool carriesStatus = call.status() != CallStatus::Fail;
    seat.book.noteEnd(call);
    CallBook::facts(call).isEnded = true;
    CallBook::facts(call).isConfirmed = true;
    setStatus(seat, call, CallStatus::Null);
    service::EventContext context = seat.eventContext(call);
    if (!carriesStatus)
        context.callStatus.reset();
    const bool isKept = mayWrapUp && keepForWrapup(seat, call);
    seat.book.chooseCurrent();
    seat.post(EventId::OnCallEnd, service::eventArguments(EventId::OnCallEnd, wire, context, call.data()));
    if (!isKept) {
        seat.session.outbox.afterwards([&seat, target = QPointer<Call>(&call)] {
            if (target)
                seat.book.remove(*target);
        });
    }
    postCurrentCall(seat);
    postButtons(seat, EventId::OnCallEnd, call.uniqueObjectId());
}

namespace {

/// Who is called into a conference is told of no party that was there before.
bool hasUntoldParties(const Seat& seat, const Call& call) {
    const auto type = static_cast<protocol::CallType>(call.data().toUInt(keyword::CallType).value_or(0));
    return type == protocol::CallType::CALLTYPE_CONFERENCE && seat.isOwn() && seat.session.isAgentModeSet;
}

} // namespace

void onBeginCall(Seat& seat, const protocol::MessageView& message) {
    const Arguments wire = service::wireData(message, seat.session.codePage());
    const service::Connection connection = service::connectionOf(wire);
    Call* call = seat.book.findOwn(connection);
    const EventId id = call ? EventId::OnCallDataUpdate : EventId::OnCallBegin; // a call of before the failover goes on
    if (!call && seat.book.isFull()) {
        qCWarning(logObjects) << "more calls than a device has:" << wire.toString(keyword::ConnectionCallID);
        return;
    }
    if (!call)
        call = &beginCall(seat, connection, wire);
    absorb(*call, wire, message);
    CallBook::facts(*call).isConfirmed = true;
    Arguments news = adopt(*call, service::callData(seat.announced.take(call->data())));
    news.merge(adopt(*call, seat.book.takeEarly(connection)));
    seat.consults.consider(*call);
    Arguments arguments = service::eventArguments(id, news, seat.eventContext(*call));
    arguments.merge(service::eventArguments(id, wire, seat.eventContext(*call), call->data()));
    postCallEvent(seat, id, *call, std::move(arguments));
    if (id == EventId::OnCallBegin && hasUntoldParties(seat, *call))
        learnCall(seat, *call);
}

void learnAnnounced(Seat& seat, Call& call, const Arguments& announced) {
    const Arguments news = adopt(call, announced);
    if (news.isEmpty())
        return;
    const EventId id = EventId::OnCallDataUpdate;
    postCallEvent(seat, id, call, service::eventArguments(id, news, seat.eventContext(call), call.data()));
}

void onEndCall(Seat& seat, const protocol::MessageView& message) {
    const Arguments wire = service::wireData(message, seat.session.codePage());
    if (Call* call = seat.book.findOwn(service::connectionOf(wire), true)) {
        endCall(seat, *call, wire, true);
    } else {
        seat.book.noteEnd(service::connectionOf(wire));
        qCInfo(logObjects) << "the end of a call that is not known:" << wire.toString(keyword::ConnectionCallID);
    }
}

void onCallDataUpdate(Seat& seat, const protocol::MessageView& message) {
    const Arguments wire = service::wireData(message, seat.session.codePage());
    Call* call = seat.book.findForEvent(service::connectionOf(wire), false);
    if (!call) {
        qCInfo(logObjects) << "data of a call that is not known:" << wire.toString(keyword::ConnectionCallID);
        seat.book.noteEarly(service::connectionOf(wire), service::callData(wire));
        return;
    }
    const auto formerUid = rename(seat, *call, wire);
    absorb(*call, wire, message);
    seat.announced.take(call->data());
    seat.consults.consider(*call);
    Arguments arguments =
        service::eventArguments(EventId::OnCallDataUpdate, wire, seat.eventContext(*call), call->data());
    arguments.set(keyword::ConnectionCallID, call->connectionCallId());
    if (formerUid)
        arguments.set(keyword::OldUniqueObjectID, *formerUid);
    postCallEvent(seat, EventId::OnCallDataUpdate, *call, std::move(arguments));
}

void onCallEvent(Seat& seat, const protocol::MessageView& message) {
    const EventId id = service::eventOf(message.number());
    const Arguments wire = service::wireData(message, seat.session.codePage());
    const service::Connection connection = service::connectionOf(wire);
    Call* call = seat.book.findForEvent(connection, namesDestination(message.type()));
    if (!call) {
        qCInfo(logObjects).noquote() << eventName(id)
                                     << "of a call that is not known:" << wire.toString(keyword::ConnectionCallID);
        seat.book.noteEarly(connection, service::callData(wire));
        return;
    }
    CallFacts& facts = CallBook::facts(*call);
    facts.isOutgoing = facts.isOutgoing || isDialledHere(message.type());
    facts.isOffSwitch = facts.isOffSwitch || message.type() == MessageType::CALL_REACHED_NETWORK_EVENT;
    const bool carriesStatus =
        service::carriesStatus(message.type(), static_cast<protocol::LocalConnectionState>(call->status()));
    setStatus(seat, *call, statusAfterEvent(seat, *call, message.type(), wire));
    facts.isMoved = true;
    absorb(*call, wire, message);
    measureQueue(seat, facts, message.type());
    noteParties(seat, *call, message.type(), wire);
    if (facts.isOutgoing)
        seat.consults.consider(*call);
    service::EventContext context = seat.eventContext(*call);
    if (!carriesStatus)
        context.callStatus.reset();
    postCallEvent(seat, id, *call, service::eventArguments(id, wire, context, call->data()));
}

} // namespace callwright
