#include "app/simulator/acd/call_event_fields.h"

namespace callwright::simulator {

namespace {

constexpr std::uint32_t lineHandle = 1; ///< every phone has one line

} // namespace

Fields about(const Context& context, const Call& call, const Connection& subject) {
    Fields fields;
    fields.set(Field::PeripheralID, context.config.peripheralId)
        .set(Field::PeripheralType, context.config.peripheralType)
        .set(Field::ConnectionDeviceIDType, ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC)
        .set(Field::ConnectionCallID, call.id)
        .set(Field::ConnectionDeviceID, subject.id);
    return fields;
}

void addService(Fields& fields, const Context& context, const Call& call) {
    const QueueConfig* const queue = call.queue ? &context.config.queues[*call.queue] : nullptr;
    fields.set(Field::ServiceNumber, queue ? queue->serviceNumber : call.attributes.serviceNumber)
        .set(Field::ServiceID, queue ? queue->serviceId : call.attributes.serviceId);
}

void addDevice(Fields& fields, Field type, Field id, const DeviceName& device) {
    fields.set(type, device.type).setIfAny(id, device.id);
}

void addState(Fields& fields, const Connection& at, EventCause cause) {
    fields.set(Field::LocalConnectionState, at.state).set(Field::EventCause, cause);
}

Fields& withData(Fields& fields, const Call& call, std::initializer_list<Field> without) {
    CallData data = call.data;
    for (const Field field : without)
        data.items.erase(field);
    return fields.setItems(data).setEcc(data.ecc);
}

void addSkillGroup(Fields& fields, const Context& context, const Call& call) {
    const SkillGroupConfig* const group = findSkillGroup(
        context.config, call.queue ? context.config.queues[*call.queue].skillGroup : call.attributes.skillGroup);
    fields.set(Field::SkillGroupNumber, group ? group->number : protocol::NULL_SKILL_GROUP)
        .set(Field::SkillGroupID, group ? group->id : protocol::NULL_SKILL_GROUP)
        .set(Field::SkillGroupPriority, 0u);
}

void addKey(Fields& fields, const Call& call) {
    if (!call.key)
        return;
    fields.set(Field::RouterCallKeyDay, call.key->day)
        .set(Field::RouterCallKeyCallID, call.key->callId)
        .set(Field::RouterCallKeySequenceNumber, 0u);
}

void addLine(Fields& fields, const Call& call, const Connection& at) {
    LineType type = LineType::LINETYPE_INSIDE;
    if (call.listening)
        type = LineType::LINETYPE_SILENT_MONITOR;
    else if (at.queue || at.party == Party::Queue)
        type = LineType::LINETYPE_INBOUND_ACD;
    else if (call.type == CallType::CALLTYPE_OUT || (at.isOrigin && call.called.type == DeviceIDType::DEVID_EXTERNAL))
        type = LineType::LINETYPE_OUTBOUND;
    else if (call.type == CallType::CALLTYPE_OTHER_IN)
        type = LineType::LINETYPE_DID;
    fields.set(Field::LineHandle, lineHandle).set(Field::LineType, type);
}

Fields delivered(const Context& context, const Call& call, const Connection& subject, const Connection& at,
                 EventCause cause) {
    Fields fields = about(context, call, subject);
    addLine(fields, call, at);
    addService(fields, context, call);
    addSkillGroup(fields, context, call);
    addDevice(fields, Field::AlertingDeviceType, Field::AlertingDeviceID, subject.device);
    addDevice(fields, Field::CallingDeviceType, Field::CallingDeviceID, call.calling);
    addDevice(fields, Field::CalledDeviceType, Field::CalledDeviceID, call.called);
    addDevice(fields, Field::LastRedirectDeviceType, Field::LastRedirectDeviceID, call.lastRedirect);
    addState(fields, at, cause);
    fields.setIfAny(Field::DNIS, call.dnis).setIfAny(Field::DialedNumber, call.dialedNumber);
    withData(fields, call, {Field::CustomerPhoneNumber, Field::CustomerAccountNumber});
    return fields;
}

Fields established(const Context& context, const Call& call, const Connection& subject, const DeviceName& answering,
                   const Connection& at, EventCause cause) {
    Fields fields = about(context, call, subject);
    addLine(fields, call, at);
    addService(fields, context, call);
    addSkillGroup(fields, context, call);
    addDevice(fields, Field::AnsweringDeviceType, Field::AnsweringDeviceID, answering);
    addDevice(fields, Field::CallingDeviceType, Field::CallingDeviceID, call.calling);
    addDevice(fields, Field::CalledDeviceType, Field::CalledDeviceID, call.called);
    addDevice(fields, Field::LastRedirectDeviceType, Field::LastRedirectDeviceID, call.lastRedirect);
    addState(fields, at, cause);
    return fields;
}

} // namespace callwright::simulator
