#include "app/simulator/acd/call_requests.h"

#include "app/simulator/acd/agents.h"
#include "app/simulator/acd/answers.h"
#include "app/simulator/acd/call_events.h"
#include "app/simulator/acd/calls.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

using enum LocalConnectionState;

/// The call that rings at the phone, for clients that do not know its number yet.
Leg ringingLeg(World& world, const std::string& instrument) {
    for (const Leg& leg : legsAt(world, instrument)) {
        if (leg.connection->state == LCS_ALERTING)
            return leg;
    }
    return {};
}

/// The ended call that a message names, as long as its data may be changed.
std::map<CallSerial, EndedCall>::iterator findEnded(World& world, const std::string& instrument,
                                                    const protocol::MessageView& message) {
    const auto isNamed = [&](const auto& party) {
        return (instrument.empty() || party.first == instrument) &&
               party.second == message.text(Field::ConnectionDeviceID);
    };
    const auto found = std::ranges::find_if(world.ended, [&](const auto& entry) {
        return entry.second.id == message.number(Field::ConnectionCallID) &&
               std::ranges::any_of(entry.second.parties, isNamed);
    });
    return found;
}

/// Somebody else's leg, or a call that is unknown altogether.
SwitchAnswer noCallData(World& world, const protocol::MessageView& message) {
    return failed(callsWithId(world, message.number(Field::ConnectionCallID, 0)).empty()
                      ? StatusCode::E_CTI_INVALID_CALLID
                      : StatusCode::E_CTI_NOT_CALL_PARTY);
}

} // namespace

SwitchAnswer noSuchConnection(World& world, const protocol::MessageView& message, ConnectionFields fields,
                              PeripheralError error) {
    return refused(callsWithId(world, message.number(fields.call, 0)).empty()
                       ? ControlFailureCode::CF_INVALID_CSTA_CALL_IDENTIFIER
                       : ControlFailureCode::CF_INVALID_CSTA_CONNECTION_IDENTIFIER,
                   error);
}

Leg findLeg(World& world, const std::string& instrument, const protocol::MessageView& message,
            ConnectionFields fields) {
    const Leg leg = legWithId(world, message.text(fields.device).value_or(""));
    if (!leg || leg.call->id != message.number(fields.call) ||
        message.number(fields.type) != number(ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC))
        return {};
    const Connection& named = *leg.connection;
    const bool isReachable = named.party == Party::Phone && (instrument.empty() || named.instrument == instrument);
    return isReachable ? leg : Leg{};
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
    const auto legs = legsAt(context.world, leg.connection->instrument);
    const auto held = std::ranges::count_if(legs, [](const Leg& other) { return other.connection->state == LCS_HOLD; });
    if (leg.connection->state != LCS_CONNECT || static_cast<std::size_t>(held) >= heldCallsAtMost)
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
        if (leg.call->consultation)
            apply(*change, leg.call->consultation->changes);
        for (const Connection& other : leg.call->connections) {
            if (other.party != Party::Phone)
                continue;
            noteCallData(context, other.instrument, leg.call->serial, leg.call->data);
            if (&other != leg.connection)
                postDataUpdate(context, *leg.call, *change, other);
        }
        return confirmed();
    }
    const auto found = findEnded(context.world, instrument, message);
    if (found == context.world.ended.end())
        return noCallData(context.world, message);
    EndedCall& ended = found->second;
    if (!fits(*change, ended.data))
        return failed(StatusCode::E_CTI_TOO_MUCH_DATA);
    apply(*change, ended.data);
    for (const auto& [phone, id] : ended.parties) {
        if (id == message.text(Field::ConnectionDeviceID))
            noteCallData(context, phone, found->first, ended.data);
    }
    return confirmed();
}

SwitchAnswer releaseCall(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    if (findLeg(context.world, instrument, message))
        return confirmed(); // nothing is written before the call is over
    const auto found = findEnded(context.world, instrument, message);
    if (found == context.world.ended.end())
        return noCallData(context.world, message);
    std::erase_if(found->second.parties,
                  [&](const auto& party) { return party.second == message.text(Field::ConnectionDeviceID); });
    if (found->second.parties.empty())
        context.world.ended.erase(found);
    return confirmed();
}

} // namespace callwright::simulator
