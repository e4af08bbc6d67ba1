#include "app/simulator/acd/deflecting.h"

#include "app/simulator/acd/answers.h"
#include "app/simulator/acd/call_events.h"
#include "app/simulator/acd/call_requests.h"
#include "app/simulator/acd/calls.h"
#include "app/simulator/acd/dialing.h"

namespace callwright::simulator {

namespace {

using enum LocalConnectionState;

std::optional<SwitchAnswer> checkTarget(const Context& context, const Leg& leg, const Target& target) {
    if (target.kind == Target::Kind::Nobody)
        return refused(ControlFailureCode::CF_INVALID_FORWARDING_DESTINATION);
    const Agent* const agent = agentAt(context.world, leg.connection->instrument);
    if (agent && !isAllowed(agent->config->desk, target))
        return notAllowed();
    if (target.kind == Target::Kind::Phone && isBusy(context, *leg.call, target.instrument))
        return refused(ControlFailureCode::CF_RESOURCE_BUSY);
    return std::nullopt;
}

} // namespace

SwitchAnswer deflectCall(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    const Leg leg = findLeg(context.world, instrument, message);
    if (!leg)
        return noSuchConnection(context.world, message, {}, PeripheralError::UnknownConnection);
    if (leg.connection->state != LCS_ALERTING)
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::NotAnIncomingCall);
    const Target target = resolve(context.config, context.world, message.text(Field::CalledDeviceID).value_or(""));
    if (const auto refusal = checkTarget(context, leg, target))
        return *refusal;

    Call& call = *leg.call;
    call.lastRedirect = leg.connection->device;
    detach(context, call, *leg.connection, EventCause::CEC_REDIRECTED, true, calledDevice(context, target));
    if (Connection* const queuePoint = findParty(call, Party::Queue)) // where it waited before
        detach(context, call, *queuePoint, EventCause::CEC_REDIRECTED, false);
    if (nameRoute(context, call, target)) {
        for (const Connection* const phone : phonesOf(call))
            postDataUpdate(context, call, {}, *phone);
    }
    connectTo(context, call, target);
    Connection& waiting = whoWaits(call);
    if (waiting.party == Party::Outside && waiting.state == LCS_FAIL) // busy there: the caller goes away
        clearAll(context, call, waiting, EventCause::CEC_BUSY);
    return confirmed();
}

} // namespace callwright::simulator
