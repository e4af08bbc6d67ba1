#include "app/simulator/acd/dialing.h"

#include "app/simulator/acd/agents.h"
#include "app/simulator/acd/answers.h"
#include "app/simulator/acd/call_event_fields.h"
#include "app/simulator/acd/call_events.h"
#include "app/simulator/acd/calls.h"
#include "app/simulator/acd/fields.h"
#include "app/simulator/acd/peripheral.h"
#include "app/simulator/acd/placement.h"
#include "app/simulator/acd/router.h"
#include "app/simulator/acd/wrapup_rules.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

using enum LocalConnectionState;

/// Nobody takes the call: several who are in it already stay; one phone alone hears it, one outside alone goes away.
void giveUp(Context& context, const std::string& connectionId) {
    const Leg called = legWithId(context.world, connectionId);
    if (!called || called.connection->state != LCS_ALERTING)
        return;
    Connection& waiting = whoWaits(*called.call);
    if (waiting.party == Party::Phone || countParties(*called.call) > 2)
        fail(context, *called.call, EventCause::CEC_CALL_NOT_ANSWERED);
    else
        hangUp(context, *called.call, waiting, EventCause::CEC_CALL_NOT_ANSWERED);
}

void giveUpLater(Context& context, const Call& call, Connection& called) {
    const Milliseconds patience = call.patience.count() > 0 ? call.patience : context.config.timers.outsideNoAnswer;
    called.timer = context.after(patience, [&context, leg = called.id] { giveUp(context, leg); });
}

void ringPhone(Context& context, Call& call, const std::string& instrument) {
    if (isBusy(context, call, instrument))
        fail(context, call, EventCause::CEC_BUSY);
    else
        giveUpLater(context, call, ring(context, call, instrument));
}

void ringOutside(Context& context, Call& call, const std::string& dialled) {
    Connection& called = addOutside(context, call, dialled, LCS_ALERTING);
    for (const Connection* phone : phonesOf(call))
        postReachedNetwork(context, call, *phone);
    switch (outcomeFor(context.config, dialled)) {
    case OutsideRule::Outcome::Busy:
        return fail(context, call, EventCause::CEC_BUSY);
    case OutsideRule::Outcome::NotObtainable:
        return fail(context, call, EventCause::CEC_DEST_NOT_OBTAINABLE);
    case OutsideRule::Outcome::NoAnswer:
        return giveUpLater(context, call, called);
    case OutsideRule::Outcome::Answers:
        break;
    }
    if (!context.config.timers.outsideAnswers)
        return giveUpLater(context, call, called);
    called.timer = context.after(*context.config.timers.outsideAnswers, [&context, id = called.id] {
        if (const Leg leg = legWithId(context.world, id); leg && leg.connection->state == LCS_ALERTING)
            establish(context, *leg.call, *leg.connection);
    });
}

void routeToQueue(Context& context, Call& call, std::size_t queue) {
    call.queue = queue;
    enterQueue(context, call);
}

CallType callTypeFor(const Target& target) {
    switch (target.kind) {
    case Target::Kind::Queue:
        return CallType::CALLTYPE_PREROUTE_ACD_IN;
    case Target::Kind::Outside:
        return CallType::CALLTYPE_OUT;
    case Target::Kind::VoiceMenu:
        return CallType::CALLTYPE_RECORD_AGENT_GREETING;
    case Target::Kind::Phone:
    case Target::Kind::Nobody:
        break;
    }
    return CallType::CALLTYPE_AGENT_INSIDE;
}

/// Calls start from Not Ready only; a belligerent request takes an available agent out first.
std::optional<SwitchAnswer> checkCaller(Context& context, Agent& agent, const protocol::MessageView& message) {
    const auto manner = static_cast<protocol::CallMannerType>(message.number(Field::CallMannerType, 0));
    switch (agent.state) {
    case AgentState::AGENT_STATE_AVAILABLE:
        if (manner == protocol::CallMannerType::CMT_BELLIGERENT)
            break;
        [[fallthrough]];
    case AgentState::AGENT_STATE_WORK_READY:
    case AgentState::AGENT_STATE_WORK_NOT_READY:
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::AgentAvailableOrWork);
    case AgentState::AGENT_STATE_RESERVED:
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::AgentReserved);
    default:
        break;
    }
    if (countLegsAt(context.world, agent.instrument) > 0)
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::CallAlreadyExists);
    return std::nullopt;
}

/// What nobody set of the caller's number and the number dialled.
void nameEnds(Call& call, const Connection& origin, DeviceName called, const std::string& dialled) {
    call.calling = origin.device;
    call.called = std::move(called);
    call.dialedNumber = dialled;
    call.dnis = dialled;
    call.data.items.try_emplace(Field::ANI, origin.device.id);
}

} // namespace

bool nameRoute(Context& context, Call& call, const Target& target) {
    if (target.kind != Target::Kind::Queue || call.key)
        return false;
    call.key = nextCallKey(context);
    return true;
}

void connectTo(Context& context, Call& call, const Target& target) {
    switch (target.kind) {
    case Target::Kind::Phone:
        return ringPhone(context, call, target.instrument);
    case Target::Kind::Queue:
        return routeToQueue(context, call, target.queue);
    case Target::Kind::Outside:
        return ringOutside(context, call, target.dialled);
    case Target::Kind::VoiceMenu:
        return establish(context, call, addOutside(context, call, target.dialled, LCS_ALERTING));
    case Target::Kind::Nobody:
        return fail(context, call, EventCause::CEC_DEST_NOT_OBTAINABLE);
    }
}

Connection& originate(Context& context, Call& call, const std::string& instrument, const Target& target) {
    Connection& origin = addPhone(context, call, instrument, LCS_INITIATE);
    nameEnds(call, origin, calledDevice(context, target), target.dialled);
    if (const auto known = context.world.deviceAttributes.find(instrument);
        known != context.world.deviceAttributes.end())
        call.attributes = known->second;
    nameRoute(context, call, target);
    postBeginCall(context, call, origin);
    postServiceInitiated(context, call, origin);
    postOriginated(context, call, origin);
    return origin;
}

FieldValues newConnectionFields(const Call& call, const Connection& leg) {
    Fields fields;
    fields.set(Field::NewConnectionCallID, call.id)
        .set(Field::NewConnectionDeviceIDType, ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC)
        .set(Field::NewConnectionDeviceID, leg.id);
    addLine(fields, call, leg);
    return fields.take();
}

SwitchAnswer makeCall(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    Agent* const agent = agentAt(context.world, instrument);
    if (!agent)
        return failed(StatusCode::E_CTI_AGENT_NOT_LOGGED_ON);
    const std::string dialled(message.text(Field::DialedNumber).value_or(""));
    if (!isDigits(dialled))
        return failed(StatusCode::E_CTI_INVALID_DIGITS);
    if (const auto refusal = checkCaller(context, *agent, message))
        return *refusal;
    const auto data = readChange(message, context.config);
    if (!data)
        return failed(data.error());
    const auto routed = postRouted(context, message, resolve(context.config, context.world, dialled));
    if (!routed)
        return routed.error();
    const Target& target = *routed;
    if (!isAllowed(agent->config->desk, target))
        return notAllowed();
    if (const auto refusal = checkPlacement(context, message, target))
        return *refusal;
    if (agent->state == AgentState::AGENT_STATE_AVAILABLE) {
        enterState(context, *agent, AgentState::AGENT_STATE_NOT_READY, systemReason::calledWhileAvailable);
        agent->returnsToAvailable = true;
    }

    Call& call = createCall(context, callTypeFor(target), *data);
    notePlacement(call, message);
    if (const auto attributes = context.world.deviceAttributes.find(instrument);
        attributes != context.world.deviceAttributes.end())
        call.type = attributes->second.callType.value_or(call.type);
    const Connection& origin = originate(context, call, instrument, target);
    Confirmation confirmation{newConnectionFields(call, origin)};
    connectTo(context, call, target);
    return confirmation;
}

Acd::Outcome<std::uint32_t> callIn(Context& context, std::string_view to, const CallDataChange& data) {
    const Target target = resolve(context.config, context.world, to);
    if (target.kind != Target::Kind::Queue && target.kind != Target::Kind::Phone)
        return tl::make_unexpected("nobody can be called at " + std::string(to));
    if (target.kind == Target::Kind::Phone && hasAllCalls(context, target.instrument))
        return tl::make_unexpected(std::string(to) + " is busy");
    Call& call = createCall(
        context, target.kind == Target::Kind::Queue ? CallType::CALLTYPE_PREROUTE_ACD_IN : CallType::CALLTYPE_OTHER_IN,
        data);
    const std::string caller(call.data.item(Field::ANI));
    const Connection& origin = addOutside(context, call, caller, LCS_INITIATE);
    const DeviceName called = calledDevice(context, target);
    nameEnds(call, origin, called, called.id);
    nameRoute(context, call, target);
    if (call.key && !isUnifiedCce(context.config))
        postTranslationRoute(context, call);
    const std::uint32_t id = call.id;
    connectTo(context, call, target);
    return id;
}

Acd::Outcome<> hangUpOutside(Context& context, std::uint32_t callId, std::string_view phoneNumber) {
    for (Call* const call : callsWithId(context.world, callId)) {
        for (Connection& leg : call->connections) {
            if (leg.party != Party::Outside || (!phoneNumber.empty() && leg.device.id != phoneNumber))
                continue;
            const bool isAbandoned = leg.isOrigin && !leg.wasEstablished;
            hangUp(context, *call, leg, isAbandoned ? EventCause::CEC_CALL_CANCELLED : EventCause::CEC_NONE);
            return {};
        }
    }
    return tl::make_unexpected("call " + std::to_string(callId) + " has no party outside" +
                               (phoneNumber.empty() ? "" : " with the number " + std::string(phoneNumber)));
}

Acd::Outcome<> answerOutside(Context& context, std::uint32_t callId) {
    for (Call* const call : callsWithId(context.world, callId)) {
        for (Connection& leg : call->connections) {
            if (leg.party != Party::Outside || leg.state != LCS_ALERTING)
                continue;
            establish(context, *call, leg);
            return {};
        }
    }
    return tl::make_unexpected("call " + std::to_string(callId) + " does not ring outside");
}

} // namespace callwright::simulator
