#include "cil/objects/call_events.h"

#include "cil/events/keywords.h"
#include "cil/objects/buttons.h"
#include "cil/objects/logging.h"
#include "cil/objects/session_core.h"
#include "cil/objects/wrapup.h"
#include "cil/service/call_status.h"
#include "cil/service/event_mapping.h"
#include "cil/service/wire_data.h"

#include <QPointer>

#include <optional>
#include <utility>

namespace callwright {
namespace {

using protocol::MessageType;

/// One event about a call, the current call that it may have changed, and the buttons.
void postCallEvent(SessionCore& core, EventId id, Call& call, Arguments arguments) {
    const bool isOther = core.book.chooseCurrent();
    const QString uid = call.uniqueObjectId();
    arguments.set(keyword::UniqueObjectID, uid); // also where the event list does not promise it
    core.outbox.post(id, std::move(arguments));
    if (isOther)
        postCurrentCall(core);
    postButtons(core, id, uid);
}

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

void applyStatus(SessionCore& core, Call& call, const protocol::MessageView& message, const Arguments& wire) {
    const AgentFacts& agent = core.agentFacts;
    const service::StatusInput input{message.type(),
                                     wire,
                                     static_cast<protocol::LocalConnectionState>(call.status()),
                                     CallBook::facts(call).connection.deviceId,
                                     {agent.identity.agentInstrument, agent.extension}};
    setStatus(core, call, static_cast<CallStatus>(service::nextStatus(input)));
}

/// What a message says of the call becomes the call's; its own connection stays what names it.
void absorb(Call& call, const Arguments& wire, const protocol::MessageView& message) {
    CallFacts& facts = CallBook::facts(call);
    service::updateCallData(facts.data, service::callData(wire), message);
    facts.data.set(keyword::UniqueObjectID, facts.uniqueObjectId)
        .set(keyword::ConnectionCallID, facts.connection.callId)
        .set(keyword::ConnectionDeviceIDType, static_cast<std::uint16_t>(facts.connection.deviceIdType))
        .set(keyword::ConnectionDeviceID, facts.connection.deviceId);
}

/// CALL_DATA_UPDATE_EVENT may give the call's own connection another name. Returns the former UniqueObjectID.
std::optional<QString> rename(SessionCore& core, Call& call, const Arguments& wire) {
    CallFacts& facts = CallBook::facts(call);
    service::Connection renamed = facts.connection;
    renamed.callId = wire.toUInt(keyword::NewConnectionCallID).value_or(protocol::NULL_CALL_ID);
    if (renamed.callId == protocol::NULL_CALL_ID || service::connectionOf(wire) != facts.connection)
        return std::nullopt;
    renamed.deviceIdType = wire.toUInt(keyword::NewConnectionDeviceIDType).value_or(renamed.deviceIdType);
    if (const ArgValue* id = wire.find(keyword::NewConnectionDeviceID))
        renamed.deviceId = id->toString();
    if (renamed == facts.connection || renamed.deviceId.isEmpty())
        return std::nullopt;
    facts.connection = renamed;
    facts.known.connectionCallId = renamed.callId;
    service::noteConnection(facts.known, renamed, false);
    return std::exchange(facts.uniqueObjectId, core.callUid(renamed));
}

} // namespace

void setStatus(SessionCore& core, Call& call, CallStatus status) {
    CallFacts& facts = CallBook::facts(call);
    if (status == CallStatus::Connect)
        facts.wasTalking = true;
    if (status == CallStatus::Initiate)
        facts.isOutgoing = true;
    if (std::exchange(facts.status, status) != status)
        facts.statusSince = core.clock.now();
    facts.data.set(keyword::CallStatus, static_cast<std::uint16_t>(status));
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
    CallBook::facts(call).isEnded = true;
    CallBook::facts(call).isConfirmed = true;
    setStatus(core, call, CallStatus::Null);
    service::EventContext context = core.eventContext(call);
    if (!carriesStatus)
        context.callStatus.reset();
    const bool isKept = mayWrapUp && keepForWrapup(core, call);
    const bool isOther = core.book.chooseCurrent();
    core.outbox.post(EventId::OnCallEnd, service::eventArguments(EventId::OnCallEnd, wire, context, call.data()));
    if (!isKept) {
        core.outbox.afterwards([&core, target = QPointer<Call>(&call)] {
            if (target)
                core.book.remove(*target);
        });
    }
    if (isOther)
        postCurrentCall(core);
    postButtons(core, EventId::OnCallEnd, call.uniqueObjectId());
}

void onBeginCall(SessionCore& core, const protocol::MessageView& message) {
    const Arguments wire = service::wireData(message, core.codePage());
    const service::Connection connection = service::connectionOf(wire);
    Call* call = core.book.findSame(connection);
    const EventId id = call ? EventId::OnCallDataUpdate : EventId::OnCallBegin; // a call of before the failover goes on
    if (!call)
        call = &beginCall(core, connection, wire);
    absorb(*call, wire, message);
    CallBook::facts(*call).isConfirmed = true;
    postCallEvent(core, id, *call, service::eventArguments(id, wire, core.eventContext(*call), call->data()));
}

void onEndCall(SessionCore& core, const protocol::MessageView& message) {
    const Arguments wire = service::wireData(message, core.codePage());
    if (Call* call = core.book.findSame(service::connectionOf(wire)))
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
    Call* call =
        core.book.findForEvent(service::connectionOf(wire), message.type() == MessageType::CALL_ESTABLISHED_EVENT);
    if (!call) {
        qCInfo(logObjects).noquote() << eventName(id)
                                     << "of a call that is not known:" << wire.toString(keyword::ConnectionCallID);
        return;
    }
    CallFacts& facts = CallBook::facts(*call);
    facts.isOutgoing = facts.isOutgoing || isDialledHere(message.type());
    const bool carriesStatus =
        service::carriesStatus(message.type(), static_cast<protocol::LocalConnectionState>(call->status()));
    applyStatus(core, *call, message, wire);
    absorb(*call, wire, message);
    service::EventContext context = core.eventContext(*call);
    if (!carriesStatus)
        context.callStatus.reset();
    postCallEvent(core, id, *call, service::eventArguments(id, wire, context, call->data()));
}

} // namespace callwright
