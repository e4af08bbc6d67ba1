#include "cil/objects/rebuild.h"

#include "cil/events/keywords.h"
#include "cil/objects/buttons.h"
#include "cil/objects/call_events.h"
#include "cil/objects/call_preconditions.h"
#include "cil/objects/logging.h"
#include "cil/objects/parties.h"
#include "cil/objects/session_core.h"
#include "cil/service/event_mapping.h"
#include "cil/service/identity.h"
#include "cil/service/wire_data.h"

#include <QPointer>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace callwright {
namespace {

using protocol::MessageType;
using Calls = std::vector<service::SnapshotCall>;

template <class Code> std::uint32_t number(Code code) { return static_cast<std::uint32_t>(code); }

service::Connection connectionOf(const service::SnapshotCall& call) {
    return {call.connectionCallId, call.connectionDeviceIdType, call.connectionDeviceId};
}

void takeListed(Seat& seat, Call& call, const service::SnapshotCall& listed) {
    CallBook::facts(call).isConfirmed = true;
    CallBook::facts(call).silentMonitorStatus = listed.silentMonitorStatus;
    const bool isTold = listed.callState <= static_cast<std::uint32_t>(CallStatus::Fail); // LCS_NONE tells nothing
    if (isTold && !CallBook::facts(call).isMoved)
        setStatus(seat, call, static_cast<CallStatus>(listed.callState));
}

/// Brings what is known in line with what the device has, and returns the calls that are not known here. What events
/// have told since it was asked for stands: they tell every change, so the last of them is right however old the answer
/// is.
Calls reconcile(Seat& seat, const Calls& snapshot) {
    Calls unknown;
    for (const service::SnapshotCall& listed : snapshot) {
        if (Call* call = seat.book.findOwn(connectionOf(listed)))
            takeListed(seat, *call, listed);
        else if (!seat.book.hasEnded(connectionOf(listed)))
            unknown.push_back(listed);
    }
    for (Call* call : seat.book.live()) {
        if (!call->isConfirmed())
            endCall(seat, *call, call->data(), seat.agentFacts.isWrappingUp());
    }
    return unknown;
}

/// Without an answer. After OPEN_CONF the calls there are, are those that CTI Server began again; in a session that has
/// stood all along they go on, as far as anybody knows. At others' devices nothing is begun again, and not everybody is
/// told their calls: each tells for itself whether it is still there.
void reconcileUnanswered(Seat& seat) {
    if (!seat.isOwn())
        return;
    if (seat.session.restoration.isNewSession)
        return static_cast<void>(reconcile(seat, {}));
    for (Call* call : seat.book.live())
        CallBook::facts(*call).isConfirmed = true;
}

Arguments validCalls(const Seat& seat, const Calls& snapshot) {
    Arguments valid;
    for (const service::SnapshotCall& listed : snapshot)
        valid.set(seat.callUid(connectionOf(listed)), true);
    return valid;
}

/// Own status and data of one call, as SNAPSHOT_CALL_CONF tells them.
void absorbSnapshot(Seat& seat, Call& call, const Reply& reply, const Arguments& wire, Arguments& event) {
    CallFacts& facts = CallBook::facts(call);
    facts.isConfirmed = facts.isConfirmed || !seat.isOwn();
    Arguments news = service::callData(wire);
    for (const Keyword own : {keyword::ConnectionCallID, keyword::ConnectionDeviceID, keyword::UniqueObjectID})
        news.remove(own); // the snapshot's flat ones are whichever party comes first
    service::replaceCallData(facts.data, news, *reply.message);
    takeSnapshotParties(seat, call, wire);
    seat.consults.considerAll(); // by its CallType, which only this tells of a call of before the session
    event = service::eventArguments(EventId::OnSnapshotCallConf, wire, seat.eventContext(call), call.data());
    event.set(keyword::ConnectionCallID, facts.connection.callId);
}

/// An answer that an event has overtaken is not taken in: the call is asked for once more, `again` times at most.
Request callSnapshot(Seat& seat, Call& call, int again = 0) {
    Request request = callRequest(seat, call, MessageType::SNAPSHOT_CALL_REQ);
    const auto isOvertaken = [&seat, target = QPointer<Call>(&call), count = CallBook::facts(call).eventCount] {
        return target && CallBook::facts(*target).eventCount != count;
    };
    const auto isRefused = std::make_shared<bool>(false);
    request.update = [&seat, target = QPointer<Call>(&call), isOvertaken, isRefused,
                      again](const Reply& reply, const Arguments& wire, Arguments& event) {
        *isRefused = reply.outcome != Reply::Outcome::Confirmed;
        if (target && reply.outcome == Reply::Outcome::Confirmed && !(again > 0 && isOvertaken()))
            absorbSnapshot(seat, *target, reply, wire, event);
    };
    request.isMoot = [&seat, target = QPointer<Call>(&call), isOvertaken, isRefused, again] {
        const bool isUnwanted = again > 0 && (isOvertaken() || (*isRefused && !seat.isOwn())); // nobody asked
        return !target || target->isEnded() || isUnwanted;
    };
    request.then = [&seat, target = QPointer<Call>(&call), isOvertaken, again](const Reply& reply) {
        if (!target || target->isEnded())
            return;
        if (!target->isConfirmed() && !seat.isOwn() && saysCallIsGone(reply))
            return endCall(seat, *target, target->data(), false);
        if (reply.outcome != Reply::Outcome::Confirmed)
            return;
        if (again > 0 && isOvertaken())
            ask(seat, callSnapshot(seat, *target, again - 1));
        else
            postButtons(seat, EventId::OnSnapshotCallConf, target->uniqueObjectId());
    };
    return request;
}

/// A call that only the device's list knows begins when its own snapshot tells what there is to tell of it. Messages
/// about it until then concern a call that is not known: they are older than that snapshot, but for what it leaves out.
Call* beginListed(Seat& seat, const service::SnapshotCall& listed, const Arguments& wire) {
    const service::Connection connection = connectionOf(listed);
    if (seat.book.hasEnded(connection))
        return nullptr;
    if (seat.book.isFull()) {
        qCWarning(logObjects) << "more calls than a device has:" << listed.connectionCallId;
        return nullptr;
    }
    Call& call = beginCall(seat, connection, service::connectionArguments(connection));
    CallBook::facts(call)
        .data.set(keyword::PeripheralType, seat.agentFacts.peripheralType)
        .set(keyword::CallType, wire.value(keyword::CallType));
    takeListed(seat, call, listed);
    return &call;
}

void postBegin(Seat& seat, Call& call) {
    adopt(call, seat.book.takeEarly(CallBook::facts(call).connection));
    seat.consults.considerAll();
    postCallEvent(seat, EventId::OnCallBegin, call,
                  service::eventArguments(EventId::OnCallBegin, call.data(), seat.eventContext(call), call.data()));
}

void beginUntold(Seat& seat, const service::SnapshotCall& listed) {
    if (Call* call = beginListed(seat, listed, {}))
        postBegin(seat, *call);
}

Request unknownSnapshot(Seat& seat, const service::SnapshotCall& listed, int again) {
    const service::Connection connection = connectionOf(listed);
    Request request(MessageType::SNAPSHOT_CALL_REQ, Request::Object::Call, seat.callUid(connection),
                    service::connectionArguments(connection));
    request.arguments.set(keyword::AgentInstrument, seat.agentFacts.identity.agentInstrument);
    const auto begun = std::make_shared<bool>(false);
    request.update = [&seat, listed, connection, begun](const Reply& reply, const Arguments& wire, Arguments& event) {
        if (reply.outcome != Reply::Outcome::Confirmed || seat.book.findOwn(connection))
            return;
        if (Call* call = beginListed(seat, listed, wire)) {
            *begun = true;
            absorbSnapshot(seat, *call, reply, wire, event);
            postBegin(seat, *call);
        }
    };
    request.isMoot = [begun] { return !*begun; };
    request.then = [&seat, listed, connection, begun, again](const Reply& reply) {
        if (reply.outcome == Reply::Outcome::LinkLost || *begun || seat.book.hasEnded(connection))
            return;
        if (Call* call = seat.book.findOwn(connection)) // the server has begun it meanwhile
            learnCall(seat, *call);
        else if (reply.outcome == Reply::Outcome::TimedOut)
            beginUntold(seat, listed);
        else if (again > 0)
            snapshotDevice(seat, again - 1); // it may have got another name
    };
    return request;
}

void afterDeviceSnapshot(Seat& seat, const Calls& unknown, int again) {
    seat.consults.considerAll();
    seat.book.chooseCurrent();
    postCurrentCall(seat);
    postButtons(seat, EventId::OnSnapshotDeviceConf, seat.agentUid());
    for (Call* call : seat.book.live())
        learnCall(seat, *call);
    for (const service::SnapshotCall& listed : unknown)
        ask(seat, unknownSnapshot(seat, listed, again));
}

} // namespace

void snapshotDevice(Seat& seat, int again) {
    const AgentIdentity& identity = seat.agentFacts.identity;
    Request request(MessageType::SNAPSHOT_DEVICE_REQ, Request::Object::Agent,
                    service::deviceId(identity.peripheralId, identity.agentInstrument),
                    {{keyword::AgentInstrument, identity.agentInstrument}});
    request.isMoot = [&seat] { return !seat.isOwn(); }; // not every server tells of others' devices; nobody asked
    request.update = [&seat](const Reply& reply, const Arguments&, Arguments& event) {
        if (reply.outcome != Reply::Outcome::Confirmed)
            return;
        const Calls snapshot = service::snapshotCalls(*reply.message, seat.session.codePage());
        event.set(keyword::NumCalls, static_cast<std::uint16_t>(snapshot.size()))
            .set(keyword::ValidCalls, validCalls(seat, snapshot));
    };
    request.then = [&seat, again](const Reply& reply) {
        if (reply.outcome == Reply::Outcome::LinkLost)
            return;
        if (TeamMember* member = seat.session.supervision.findMember(seat))
            member->isListRefused = reply.outcome != Reply::Outcome::Confirmed;
        Calls unknown;
        if (reply.outcome == Reply::Outcome::Confirmed)
            unknown = reconcile(seat, service::snapshotCalls(*reply.message, seat.session.codePage()));
        else
            reconcileUnanswered(seat);
        afterDeviceSnapshot(seat, unknown, again);
    };
    seat.book.beginSnapshot();
    ask(seat, std::move(request));
}

bool saysCallIsGone(const Reply& reply) {
    using enum Reply::Outcome;
    using protocol::ControlFailureCode::CF_INVALID_CSTA_CALL_IDENTIFIER;
    using protocol::StatusCode::E_CTI_INVALID_CALLID;
    return (reply.outcome == ControlFailure && reply.code == number(CF_INVALID_CSTA_CALL_IDENTIFIER)) ||
           (reply.outcome == Failure && reply.code == number(E_CTI_INVALID_CALLID));
}

bool saysConnectionIsGone(const Reply& reply) {
    using enum Reply::Outcome;
    using protocol::ControlFailureCode::CF_INVALID_CSTA_CONNECTION_IDENTIFIER;
    using protocol::StatusCode::E_CTI_NOT_CALL_PARTY;
    return (reply.outcome == ControlFailure && reply.code == number(CF_INVALID_CSTA_CONNECTION_IDENTIFIER)) ||
           (reply.outcome == Failure && reply.code == number(E_CTI_NOT_CALL_PARTY));
}

void learnCall(Seat& seat, Call& call) { ask(seat, callSnapshot(seat, call, 2)); }

CilResult requestSnapshot(Seat& seat, Call& call) {
    if (const CilResult problem = seat.session.whyNot(); !problem)
        return problem;
    return call.isEnded() ? CilResult{CilCode::InvalidCall} : send(seat, callSnapshot(seat, call));
}

} // namespace callwright
