#include "app/simulator/acd/party_events.h"

#include "app/simulator/acd/call_events.h"
#include "app/simulator/acd/fields.h"

namespace callwright::simulator {

namespace {

ConnectionDeviceIDType typeOf(const std::string& leg) {
    return leg.empty() ? ConnectionDeviceIDType::CONNECTION_ID_NONE : ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC;
}

void addParties(Fields& fields, const Call& call, const JoinedNames& names) {
    for (const std::string& leg : names.parties) {
        fields.set(Field::ConnectedPartyCallID, call.id)
            .set(Field::ConnectedPartyDeviceIDType, typeOf(leg))
            .set(Field::ConnectedPartyDeviceID, leg);
    }
}

Fields joined(const Context& context, const Call& call, const JoinedNames& names, const Connection& at) {
    Fields fields;
    fields.set(Field::PeripheralID, context.config.peripheralId)
        .set(Field::PeripheralType, context.config.peripheralType)
        .set(Field::PrimaryDeviceIDType, typeOf(names.primaryLeg))
        .set(Field::PrimaryCallID, names.primaryCall)
        .set(Field::PrimaryDeviceID, names.primaryLeg)
        .set(Field::SecondaryDeviceIDType, typeOf(names.secondaryLeg))
        .set(Field::SecondaryCallID, names.secondaryCall)
        .set(Field::SecondaryDeviceID, names.secondaryLeg)
        .set(Field::NumParties, static_cast<std::uint32_t>(names.parties.size()));
    addLine(fields, call, at);
    addSkillGroup(fields, context, call);
    fields.set(Field::LocalConnectionState, at.state);
    return fields;
}

} // namespace

std::vector<std::string> namesOfParties(const Call& call) {
    std::vector<std::string> names;
    for (const Connection& leg : call.connections) {
        if (leg.party != Party::Queue)
            names.push_back(leg.id);
    }
    return names;
}

void postTransferred(Context& context, const Call& call, const JoinedNames& names, const Connection& at) {
    Fields fields = joined(context, call, names, at);
    fields.set(Field::TransferringDeviceType, names.joining.type)
        .set(Field::TransferredDeviceType, names.added.type)
        .set(Field::EventCause, EventCause::CEC_TRANSFER)
        .setIfAny(Field::TransferringDeviceID, names.joining.id)
        .setIfAny(Field::TransferredDeviceID, names.added.id);
    addParties(fields, call, names);
    context.outbox.post({MessageType::CALL_TRANSFERRED_EVENT, at.instrument, fields.take()});
}

void postConferenced(Context& context, const Call& call, const JoinedNames& names, const Connection& at) {
    Fields fields = joined(context, call, names, at);
    fields.set(Field::ControllerDeviceType, names.joining.type)
        .set(Field::AddedPartyDeviceType, names.added.type)
        .set(Field::EventCause, EventCause::CEC_NONE)
        .setIfAny(Field::ControllerDeviceID, names.joining.id)
        .setIfAny(Field::AddedPartyDeviceID, names.added.id);
    addParties(fields, call, names);
    context.outbox.post({MessageType::CALL_CONFERENCED_EVENT, at.instrument, fields.take()});
}

void postRenamed(Context& context, const Call& call, std::uint32_t oldCallId, const Connection& at) {
    Fields fields = dataUpdate(context, call, oldCallId, at);
    fields.setIfAny(Field::DNIS, call.dnis).setIfAny(Field::DialedNumber, call.dialedNumber);
    addKey(fields, call);
    fields.setItems(call.data).setEcc(call.data.ecc);
    context.outbox.post({MessageType::CALL_DATA_UPDATE_EVENT, at.instrument, fields.take()});
}

FieldValues joinConfirmation(const Call& call, const JoinedNames& names, const Connection& at) {
    Fields fields;
    fields.set(Field::NewConnectionCallID, call.id)
        .set(Field::NewConnectionDeviceIDType, ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC)
        .set(Field::NewConnectionDeviceID, at.id)
        .set(Field::NumParties, static_cast<std::uint32_t>(names.parties.size()));
    addLine(fields, call, at);
    addParties(fields, call, names);
    return fields.take();
}

} // namespace callwright::simulator
