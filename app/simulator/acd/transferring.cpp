#include "app/simulator/acd/transferring.h"

#include "app/simulator/acd/agents.h"
#include "app/simulator/acd/answers.h"
#include "app/simulator/acd/call_events.h"
#include "app/simulator/acd/call_requests.h"
#include "app/simulator/acd/calls.h"
#include "app/simulator/acd/dialing.h"
#include "app/simulator/acd/joining.h"
#include "app/simulator/acd/party_events.h"

namespace callwright::simulator {

namespace {

using enum LocalConnectionState;
using Refusal = std::optional<SwitchAnswer>;

/// What stands against sending the other parties of the leg's call there.
Refusal checkSingleStep(Context& context, const Leg& active, const Target& target) {
    const Agent* const agent = agentAt(context.world, active.connection->instrument);
    if (!agent)
        return failed(StatusCode::E_CTI_AGENT_NOT_LOGGED_ON);
    if (!isDigits(target.dialled))
        return failed(StatusCode::E_CTI_INVALID_DIGITS);
    if (active.connection->state != LCS_CONNECT)
        return refused(ControlFailureCode::CF_NO_ACTIVE_CALL, PeripheralError::TransferActiveNotTalking);
    if (active.call->listening)
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::IllegalCallState);
    if (isGrowing(context.world, *active.call) || isConsultedAbout(context.world, *active.call) ||
        consulted(context.world, *active.call))
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::OutstandingTransfer);
    if (!isAllowed(agent->config->desk, target))
        return notAllowed();
    if (countParties(*active.call) > 2 && target.kind == Target::Kind::Outside)
        return refused(ControlFailureCode::CF_ARBITRARY_CONF_OR_XFER_NOT_SUPPORTED, PeripheralError::TransferFailed);
    switch (reachOf(context, *active.call, target)) {
    case Reach::Busy:
        return refused(ControlFailureCode::CF_RESOURCE_BUSY, PeripheralError::TransferTargetBusy);
    case Reach::NotObtainable:
        return refused(ControlFailureCode::CF_INVALID_DESTINATION, PeripheralError::TransferTargetUnallocated);
    case Reach::Free:
        break;
    }
    return std::nullopt;
}

/// Whoever transfers leaves, everybody is told, and the number is called.
FieldValues sendOn(Context& context, const Leg& active, const Target& target, const CallDataChange& data) {
    Call& call = *active.call;
    Connection& leaving = *active.connection;
    JoinedNames names;
    names.primaryCall = call.id;
    names.primaryLeg = leaving.id;
    names.joining = leaving.device;
    names.added = calledDevice(context, target);
    names.parties = namesOfParties(call);
    std::erase(names.parties, leaving.id);
    stopVoice(context, call, leaving);
    leaving.state = LCS_NULL;
    apply(data, call.data);
    for (const Connection* phone : phonesOf(call))
        postTransferred(context, call, names, *phone);
    FieldValues confirmation = joinConfirmation(call, names, leaving);
    leave(context, call, leaving);
    followCalls(context, leaving.instrument);
    call.lastRedirect = leaving.device;
    call.called = names.added;
    if (countParties(call) <= 2) // a conference stays one, with the target in place of whoever leaves
        call.type = CallType::CALLTYPE_OFFERED;
    removeTransferring(call, leaving);
    nameRoute(context, call, target);
    for (const Connection* phone : phonesOf(call))
        postDataUpdate(context, call, data, *phone);
    connectTo(context, call, target);
    return confirmation;
}

SwitchAnswer singleStep(Context& context, const std::string& instrument, const protocol::MessageView& message,
                        const CallDataChange& data) {
    const Leg active = findLeg(context.world, instrument, message, activeFields);
    if (!active)
        return noSuchConnection(context.world, message, activeFields, PeripheralError::TransferBadActive);
    if (!message.has(Field::DialedNumber))
        return failed(StatusCode::E_CTI_REQUIRED_DATA_MISSING);
    const Target target = resolve(context.config, context.world, *message.text(Field::DialedNumber));
    if (const Refusal refusal = checkSingleStep(context, active, target))
        return *refusal;
    if (!fits(data, active.call->data))
        return failed(StatusCode::E_CTI_TOO_MUCH_DATA);
    Confirmation confirmation;
    asOne(context, [&] { confirmation.fields = sendOn(context, active, target, data); });
    return confirmation;
}

} // namespace

SwitchAnswer transferCall(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    const auto data = readChange(message, context.config);
    if (!data)
        return failed(data.error());
    if (message.number(Field::HeldConnectionCallID) == protocol::NULL_CALL_ID)
        return singleStep(context, instrument, message, *data);
    const auto halves = findHalves(context, instrument, message, JoinKind::Transfer);
    if (!halves)
        return halves.error();
    if (!fits(*data, halves->held.call->data))
        return failed(StatusCode::E_CTI_TOO_MUCH_DATA);
    return join(context, *halves, JoinKind::Transfer, *data);
}

} // namespace callwright::simulator
