#include "app/simulator/acd/alternating.h"

#include "app/simulator/acd/agents.h"
#include "app/simulator/acd/answers.h"
#include "app/simulator/acd/call_requests.h"
#include "app/simulator/acd/calls.h"

namespace callwright::simulator {

namespace {

using enum LocalConnectionState;

bool areAtOnePhone(const Leg& a, const Leg& b) {
    return a.connection->instrument == b.connection->instrument && a.call != b.call;
}

} // namespace

SwitchAnswer alternateCall(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    const Leg active = findLeg(context.world, instrument, message, activeFields);
    if (!active)
        return noSuchConnection(context.world, message, activeFields, PeripheralError::HoldCallNotControlled);
    const Leg other = findLeg(context.world, instrument, message, otherFields);
    if (!other || !areAtOnePhone(active, other))
        return noSuchConnection(context.world, message, otherFields, PeripheralError::RetrieveCallNotControlled);
    if (active.connection->state != LCS_CONNECT)
        return refused(ControlFailureCode::CF_NO_ACTIVE_CALL, PeripheralError::HoldFailed);
    if (other.connection->state != LCS_HOLD && other.connection->state != LCS_ALERTING)
        return refused(ControlFailureCode::CF_NO_HELD_CALL, PeripheralError::RetrieveFailed);
    asOne(context, [&] {
        if (other.connection->state == LCS_ALERTING)
            return establish(context, *other.call, *other.connection);
        hold(context, *active.call, *active.connection);
        retrieve(context, *other.call, *other.connection);
    });
    return confirmed();
}

SwitchAnswer reconnectCall(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    const Leg active = findLeg(context.world, instrument, message, activeFields);
    if (!active)
        return noSuchConnection(context.world, message, activeFields, PeripheralError::UnknownConnection);
    const Leg held = findLeg(context.world, instrument, message, heldFields);
    if (!held || !areAtOnePhone(active, held))
        return noSuchConnection(context.world, message, heldFields, PeripheralError::RetrieveCallNotControlled);
    if (active.connection->state == LCS_ALERTING || active.connection->state == LCS_HOLD)
        return refused(ControlFailureCode::CF_NO_ACTIVE_CALL, PeripheralError::IllegalCallState);
    if (held.connection->state != LCS_HOLD)
        return refused(ControlFailureCode::CF_NO_HELD_CALL, PeripheralError::RetrieveFailed);
    asOne(context, [&] {
        hangUp(context, *active.call, *active.connection);
        retrieve(context, *held.call, *held.connection);
    });
    return confirmed();
}

} // namespace callwright::simulator
