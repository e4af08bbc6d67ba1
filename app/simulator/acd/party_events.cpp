#include "app/simulator/acd/party_events.h"

#include "app/simulator/acd/call_event_fields.h"
#include "app/simulator/acd/call_events.h"

#include <algorithm>

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

/// How the two events name whoever joined the calls and whoever came in.
struct JoinEvent {
    MessageType type;
    EventCause cause;
    Field joiningType;
    Field joiningId;
    Field addedType;
    Field addedId;
};

constexpr JoinEvent transferred{MessageType::CALL_TRANSFERRED_EVENT, EventCause::CEC_TRANSFER,
                                Field::TransferringDeviceType,       Field::TransferringDeviceID,
                                Field::TransferredDeviceType,        Field::TransferredDeviceID};
constexpr JoinEvent conferenced{MessageType::CALL_CONFERENCED_EVENT, EventCause::CEC_NONE,
                                Field::ControllerDeviceType,         Field::ControllerDeviceID,
                                Field::AddedPartyDeviceType,         Field::AddedPartyDeviceID};

void post(Context& context, const JoinEvent& event, const Call& call, const JoinedNames& names, const Connection& at) {
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
    fields.set(Field::LocalConnectionState, at.state)
        .set(event.joiningType, names.joining.type)
        .set(event.addedType, names.added.type)
        .set(Field::EventCause, names.isBargeIn ? EventCause::CEC_SUPERVISOR_BARGE_IN : event.cause)
        .setIfAny(event.joiningId, names.joining.id)
        .setIfAny(event.addedId, names.added.id);
    addParties(fields, call, names);
    context.outbox.post({event.type, at.instrument, fields.take()});
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
    post(context, transferred, call, names, at);
}

void postConferenced(Context& context, const Call& call, const JoinedNames& names, const Connection& at) {
    post(context, conferenced, call, names, at);
}

void postRenamed(Context& context, const Call& call, std::uint32_t oldCallId, const Connection& at) {
    Fields fields = dataUpdate(context, call, oldCallId, at);
    fields.setIfAny(Field::DNIS, call.dnis).setIfAny(Field::DialedNumber, call.dialedNumber);
    addKey(fields, call);
    fields.setItems(call.data).setEcc(call.data.ecc);
    context.outbox.post({MessageType::CALL_DATA_UPDATE_EVENT, at.instrument, fields.take()});
}

namespace {

constexpr EventCause isUpdate = EventCause::CEC_CALL_PARTY_UPDATE_IND;

bool isInVoice(const Connection& leg) {
    return leg.state == LocalConnectionState::LCS_CONNECT || leg.state == LocalConnectionState::LCS_HOLD;
}

/// Who took the call, among those who are in it still.
DeviceName answererOf(const Call& call) {
    const auto found = std::ranges::find_if(call.connections, [](const Connection& leg) {
        return !leg.isOrigin && leg.party != Party::Queue && isInVoice(leg);
    });
    return found == call.connections.end() ? DeviceName() : found->device;
}

} // namespace

std::vector<SwitchEvent> partyUpdates(const Context& context) {
    std::vector<SwitchEvent> events;
    for (const auto& [serial, call] : context.world.calls) {
        for (const Connection& leg : call.connections) {
            if (leg.party != Party::Phone)
                continue;
            if (leg.state == LocalConnectionState::LCS_ALERTING)
                events.push_back({MessageType::CALL_DELIVERED_EVENT, leg.instrument,
                                  delivered(context, call, leg, leg, isUpdate).take()});
            else if (isInVoice(leg))
                events.push_back({MessageType::CALL_ESTABLISHED_EVENT, leg.instrument,
                                  established(context, call, leg, answererOf(call), leg, isUpdate).take()});
        }
    }
    return events;
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
