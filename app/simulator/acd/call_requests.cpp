#include "app/simulator/acd/call_requests.h"

#include "app/simulator/acd/agents.h"
#include "app/simulator/acd/answers.h"
#include "app/simulator/acd/call_events.h"
#include "app/simulator/acd/calls.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

using enum LocalConnectionState;

constexpr ConnectionFields heldFields{Field::HeldConnectionCallID, Field::HeldConnectionDeviceIDType,
                                      Field::HeldConnectionDeviceID};

/// The call that rings at the phone, for clients that do not know its number yet.
Leg ringingLeg(World& world, const std::string& instrument) {
    for (const Leg& leg : legsAt(world, instrument)) {
        if (leg.connection->state == LCS_ALERTING)
            return leg;
    }
    return {};
}

/// The ended call that a message names, as long as its data may be changed.
EndedCall* findEnded(World& world, const std::string& instrument, const protocol::MessageView& message) {
    const auto found = world.ended.find(message.number(Field::ConnectionCallID, 0));
    if (found == world.ended.end())
        return nullptr;
    const auto isNamed = [&](const auto& party) {
        return (instrument.empty() || party.first == instrument) &&
               party.second == message.text(Field::ConnectionDeviceID);
    };
    return std::ranges::any_of(found->second.parties, isNamed) ? &found->second : nullptr;
}

/// Somebody else's leg, or a call that is unknown altogether.
SwitchAnswer noCallData(World& world, const protocol::MessageView& message) {
    return failed(findCall(world, message.number(Field::ConnectionCallID, 0)) ? StatusCode::E_CTI_NOT_CALL_PARTY
                                                                              : StatusCode::E_CTI_INVALID_CALLID);
}

} // namespace

Leg findLeg(World& world, const std::string& instrument, const protocol::MessageView& message,
            ConnectionFields fields) {
    Call* const call = findCall(world, message.number(fields.call, 0));
    if (!call || message.number(fields.type) != number(ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC))
        return {};
    for (Connection& leg : call->connections) {
        const bool isReachable = leg.party == Party::Phone && (instrument.empty() || leg.instrument == instrument);
        if (isReachable && leg.id == message.text(fields.device))
            return {call, &leg};
    }
    return {};
}

SwitchAnswer noSuchConnection(World& world, const protocol::MessageView& message, ConnectionFields fields,
                              PeripheralError error) {
    return refused(findCall(world, message.number(fields.call, 0))
                       ? ControlFailureCode::CF_INVALID_CSTA_CONNECTION_IDENTIFIER
                       : ControlFailureCode::CF_INVALID_CSTA_CALL_IDENTIFIER,
                   error);
}

SwitchAnswer answerCall(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    const std::uint32_t callId = message.number(Field::ConnectionCallID, 0);
    const bool isUnnamed = callId == protocol::NULL_CALL_ID;
    const Leg leg = isUnnamed ? ringingLeg(context.world, instrument) : findLeg(context.world, instrument, message);
    if (!leg && !isUnnamed)
        return noSuchConnection(context.world, message, {}, PeripheralError::None);
    if (!leg || leg.connection->state != LCS_ALERTING)
        return refused(ControlFailureCode::CF_NO_CALL_TO_ANSWER, PeripheralError::NotAnIncomingCall);
    establish(context, *leg.call, *leg.connection);
    return confirmed();
}

SwitchAnswer clearConnection(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    const Leg leg = findLeg(context.world, instrument, message);
    if (!leg) {
        return noSuchConnection(context.world, message, {}, PeripheralError::UnknownConnection);
    }
    if (leg.connection->state == LCS_ALERTING) // who is called answers or lets it ring
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::IllegalCallState);
    hangUp(context, *leg.call, *leg.connection);
    return confirmed();
}

SwitchAnswer holdCall(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    const Leg leg = findLeg(context.world, instrument, message);
    if (!leg) {
        return noSuchConnection(context.world, message, {}, PeripheralError::HoldCallNotControlled);
    }
    if (leg.connection->state != LCS_CONNECT)
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::HoldFailed);
    hold(context, *leg.call, *leg.connection);
    return confirmed();
}

SwitchAnswer retrieveCall(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    const Leg leg = findLeg(context.world, instrument, message, heldFields);
    if (!leg) {
        return noSuchConnection(context.world, message, heldFields, PeripheralError::RetrieveCallNotControlled);
    }
    if (leg.connection->state != LCS_HOLD)
        return refused(ControlFailureCode::CF_NO_HELD_CALL, PeripheralError::RetrieveFailed);
    const std::vector<Leg> legs = legsAt(context.world, leg.connection->instrument);
    if (std::ranges::any_of(legs, [](const Leg& other) { return other.connection->state == LCS_CONNECT; }))
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::RetrieveFailedActiveCallOnLine);
    retrieve(context, *leg.call, *leg.connection);
    return confirmed();
}

SwitchAnswer setCallData(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    const auto change = readChange(message, context.config);
    if (!change)
        return failed(change.error());
    if (const Leg leg = findLeg(context.world, instrument, message)) {
        if (!fits(*change, leg.call->data))
            return failed(StatusCode::E_CTI_TOO_MUCH_DATA);
        apply(*change, leg.call->data);
        for (const Connection& other : leg.call->connections) {
            if (other.party != Party::Phone)
                continue;
            noteCallData(context, other.instrument, leg.call->id, leg.call->data);
            if (&other != leg.connection)
                postDataUpdate(context, *leg.call, *change, other);
        }
        return confirmed();
    }
    EndedCall* const ended = findEnded(context.world, instrument, message);
    if (!ended)
        return noCallData(context.world, message);
    if (!fits(*change, ended->data))
        return failed(StatusCode::E_CTI_TOO_MUCH_DATA);
    apply(*change, ended->data);
    for (const auto& [phone, id] : ended->parties) {
        if (id == message.text(Field::ConnectionDeviceID))
            noteCallData(context, phone, message.number(Field::ConnectionCallID, 0), ended->data);
    }
    return confirmed();
}

SwitchAnswer releaseCall(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    if (findLeg(context.world, instrument, message))
        return confirmed(); // nothing is written before the call is over
    EndedCall* const ended = findEnded(context.world, instrument, message);
    if (!ended)
        return noCallData(context.world, message);
    std::erase_if(ended->parties,
                  [&](const auto& party) { return party.second == message.text(Field::ConnectionDeviceID); });
    if (ended->parties.empty())
        context.world.ended.erase(message.number(Field::ConnectionCallID, 0));
    return confirmed();
}

} // namespace callwright::simulator
