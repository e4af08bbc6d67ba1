#include "app/simulator/acd/call_events.h"

#include "app/simulator/acd/call_event_fields.h"

namespace callwright::simulator {

namespace {

void post(Context& context, MessageType type, const Connection& at, Fields& fields) {
    if (at.party != Party::Outside)
        context.outbox.post({type, at.instrument, fields.take()});
}

/// Why a supervisor is in the call.
EventCause causeOfSupervision(const Call& call) {
    switch (call.type) {
    case CallType::CALLTYPE_SUPERVISOR_MONITOR:
        return EventCause::CEC_SUPERVISOR_MONITOR;
    case CallType::CALLTYPE_SUPERVISOR_WHISPER:
        return EventCause::CEC_SUPERVISOR_WHISPER;
    case CallType::CALLTYPE_SUPERVISOR_BARGEIN:
        return EventCause::CEC_SUPERVISOR_BARGE_IN;
    default:
        return EventCause::CEC_NONE;
    }
}

} // namespace

SwitchEvent beginCallEvent(const Context& context, const Call& call, const Connection& at) {
    Fields fields = about(context, call, at);
    fields.set(Field::NumCTIClients, 0u).set(Field::CallType, call.type).set(Field::CalledPartyDisposition, 0u);
    fields.setIfAny(Field::DNIS, call.dnis).setIfAny(Field::DialedNumber, call.dialedNumber);
    addKey(fields, call);
    withData(fields, call, {Field::CustomerPhoneNumber, Field::CustomerAccountNumber});
    return {MessageType::BEGIN_CALL_EVENT, at.instrument, fields.take()};
}

void postBeginCall(Context& context, const Call& call, const Connection& at) {
    if (at.party != Party::Outside)
        context.outbox.post(beginCallEvent(context, call, at));
}

void postEndCall(Context& context, const Call& call, const Connection& at) {
    Fields fields = about(context, call, at);
    post(context, MessageType::END_CALL_EVENT, at, fields);
}

void postServiceInitiated(Context& context, const Call& call, const Connection& at) {
    Fields fields = about(context, call, at);
    addLine(fields, call, at);
    addService(fields, context, call);
    addSkillGroup(fields, context, call);
    addDevice(fields, Field::CallingDeviceType, Field::CallingDeviceID, at.device);
    addState(fields, at, EventCause::CEC_NONE);
    post(context, MessageType::CALL_SERVICE_INITIATED_EVENT, at, fields);
}

void postOriginated(Context& context, const Call& call, const Connection& at) {
    Fields fields = about(context, call, at);
    addLine(fields, call, at);
    addService(fields, context, call);
    addSkillGroup(fields, context, call);
    addDevice(fields, Field::CallingDeviceType, Field::CallingDeviceID, call.calling);
    addDevice(fields, Field::CalledDeviceType, Field::CalledDeviceID, call.called);
    addState(fields, at, EventCause::CEC_NONE);
    post(context, MessageType::CALL_ORIGINATED_EVENT, at, fields);
}

void postDelivered(Context& context, const Call& call, const Connection& alerting, const Connection& at) {
    Fields fields = delivered(context, call, alerting, at, EventCause::CEC_NONE);
    post(context, MessageType::CALL_DELIVERED_EVENT, at, fields);
}

void postReachedNetwork(Context& context, const Call& call, const Connection& at) {
    Fields fields = about(context, call, at);
    addLine(fields, call, at);
    addDevice(fields, Field::TrunkUsedDeviceType, Field::TrunkUsedDeviceID, {});
    addDevice(fields, Field::CalledDeviceType, Field::CalledDeviceID, call.called);
    addState(fields, at, EventCause::CEC_NONE);
    post(context, MessageType::CALL_REACHED_NETWORK_EVENT, at, fields);
}

void postQueued(Context& context, const Call& call, const Connection& queuePoint, std::uint32_t waitingCalls,
                const Connection& at) {
    Fields fields = about(context, call, at);
    addService(fields, context, call);
    addDevice(fields, Field::QueueDeviceType, Field::QueueDeviceID, queuePoint.device);
    addDevice(fields, Field::CallingDeviceType, Field::CallingDeviceID, call.calling);
    addDevice(fields, Field::CalledDeviceType, Field::CalledDeviceID, call.called);
    addDevice(fields, Field::LastRedirectDeviceType, Field::LastRedirectDeviceID, call.lastRedirect);
    addState(fields, at, EventCause::CEC_NONE);
    fields.set(Field::NumQueued, waitingCalls).set(Field::NumSkillGroups, 1u);
    addSkillGroup(fields, context, call);
    post(context, MessageType::CALL_QUEUED_EVENT, at, fields);
}

void postDequeued(Context& context, const Call& call, std::uint32_t waitingCalls, const Connection& at) {
    Fields fields = about(context, call, at);
    addService(fields, context, call);
    addState(fields, at, EventCause::CEC_NONE);
    fields.set(Field::QueueDeviceType, DeviceIDType::DEVID_QUEUE)
        .set(Field::NumQueued, waitingCalls)
        .set(Field::NumSkillGroups, 0u); // out of every queue
    post(context, MessageType::CALL_DEQUEUED_EVENT, at, fields);
}

void postEstablished(Context& context, const Call& call, const Connection& answering, const Connection& at) {
    Fields fields = established(context, call, answering, answering.device, at, causeOfSupervision(call));
    post(context, MessageType::CALL_ESTABLISHED_EVENT, at, fields);
}

void postHeld(Context& context, const Call& call, const Connection& at) {
    Fields fields = about(context, call, at);
    addDevice(fields, Field::HoldingDeviceType, Field::HoldingDeviceID, at.device);
    addState(fields, at, EventCause::CEC_NONE);
    post(context, MessageType::CALL_HELD_EVENT, at, fields);
}

void postRetrieved(Context& context, const Call& call, const Connection& at) {
    Fields fields = about(context, call, at);
    addDevice(fields, Field::RetrievingDeviceType, Field::RetrievingDeviceID, at.device);
    addState(fields, at, EventCause::CEC_NONE);
    post(context, MessageType::CALL_RETRIEVED_EVENT, at, fields);
}

void postFailed(Context& context, const Call& call, EventCause cause, const Connection& at) {
    Fields fields = about(context, call, at);
    addDevice(fields, Field::FailingDeviceType, Field::FailingDeviceID, call.called);
    addDevice(fields, Field::CalledDeviceType, Field::CalledDeviceID, call.called);
    addState(fields, at, cause);
    post(context, MessageType::CALL_FAILED_EVENT, at, fields);
}

void postConnectionCleared(Context& context, const Call& call, const Connection& cleared, EventCause cause,
                           const Connection& at) {
    Fields fields = about(context, call, cleared);
    addDevice(fields, Field::ReleasingDeviceType, Field::ReleasingDeviceID, cleared.device);
    addState(fields, at, cause);
    post(context, MessageType::CALL_CONNECTION_CLEARED_EVENT, at, fields);
}

void postDiverted(Context& context, const Call& call, const Connection& diverting, const DeviceName& to,
                  EventCause cause, const Connection& at) {
    Fields fields = about(context, call, diverting);
    addService(fields, context, call);
    addDevice(fields, Field::DivertingDeviceType, Field::DivertingDeviceID, diverting.device);
    addDevice(fields, Field::CalledDeviceType, Field::CalledDeviceID, to);
    addState(fields, at, cause);
    post(context, MessageType::CALL_DIVERTED_EVENT, at, fields);
}

void postCallCleared(Context& context, const Call& call, EventCause cause, const Connection& at) {
    Fields fields = about(context, call, at);
    addState(fields, at, cause);
    post(context, MessageType::CALL_CLEARED_EVENT, at, fields);
}

Fields dataUpdate(const Context& context, const Call& call, std::uint32_t callId, const Connection& at) {
    Fields fields;
    fields.set(Field::PeripheralID, context.config.peripheralId)
        .set(Field::PeripheralType, context.config.peripheralType)
        .set(Field::ConnectionDeviceIDType, ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC)
        .set(Field::ConnectionCallID, callId)
        .set(Field::ConnectionDeviceID, at.id)
        .set(Field::NumCTIClients, 0u)
        .set(Field::CallType, call.type)
        .set(Field::NewConnectionDeviceIDType, ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC)
        .set(Field::NewConnectionCallID, call.id)
        .set(Field::NewConnectionDeviceID, at.id)
        .set(Field::CalledPartyDisposition, 0u)
        .set(Field::CampaignID, 0u)
        .set(Field::QueryRuleID, 0u);
    return fields;
}

void postDataUpdate(Context& context, const Call& call, const CallDataChange& change, const Connection& at) {
    Fields fields = dataUpdate(context, call, call.id, at);
    addKey(fields, call);
    for (const auto& [field, value] : change.items)
        fields.set(field, value);
    fields.setEcc(call.data.ecc); // always all of them
    post(context, MessageType::CALL_DATA_UPDATE_EVENT, at, fields);
}

void postTranslationRoute(Context& context, const Call& call) {
    Fields fields;
    addKey(fields, call);
    fields.set(Field::DNIS, call.dnis).setIfAny(Field::DialedNumber, call.dialedNumber);
    withData(fields, call, {Field::CallWrapupData, Field::CustomerPhoneNumber, Field::CustomerAccountNumber});
    context.outbox.post({MessageType::CALL_TRANSLATION_ROUTE_EVENT, call.called.id, fields.take()});
}

void postPreCall(Context& context, const Call& call, const Agent& agent) {
    Fields fields;
    addService(fields, context, call);
    addSkillGroup(fields, context, call);
    fields.set(Field::MRDID, 1u).set(Field::AgentSkillTargetID, agent.config->skillTargetId);
    fields.set(Field::AgentInstrument, agent.instrument).set(Field::AgentID, agent.config->id);
    addKey(fields, call);
    fields.setIfAny(Field::DialedNumber, call.dialedNumber);
    if (call.queue)
        fields.set(Field::FltCallTypeID, context.config.queues[*call.queue].callTypeId);
    withData(fields, call, {Field::CallWrapupData, Field::CustomerPhoneNumber, Field::CustomerAccountNumber});
    context.outbox.post({MessageType::AGENT_PRE_CALL_EVENT, agent.instrument, fields.take()});
}

void postPreCallAbort(Context& context, const Call& call, const std::string& instrument) {
    Fields fields;
    fields.set(Field::MRDID, 1u).set(Field::AgentInstrument, instrument);
    addKey(fields, call);
    context.outbox.post({MessageType::AGENT_PRE_CALL_ABORT_EVENT, instrument, fields.take()});
}

} // namespace callwright::simulator
