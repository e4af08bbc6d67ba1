#include "app/simulator/acd/supervising.h"

#include "app/simulator/acd/agents.h"
#include "app/simulator/acd/answers.h"
#include "app/simulator/acd/call_events.h"
#include "app/simulator/acd/call_requests.h"
#include "app/simulator/acd/calls.h"
#include "app/simulator/acd/fields.h"
#include "app/simulator/acd/party_events.h"
#include "app/simulator/acd/statistics.h"
#include "app/simulator/acd/teams.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

using enum LocalConnectionState;
using protocol::SupervisoryAction;
using LegOrRefusal = tl::expected<Leg, SwitchAnswer>;

constexpr ConnectionFields agentFields{Field::AgentConnectionCallID, Field::AgentConnectionDeviceIDType,
                                       Field::AgentConnectionDeviceID};
constexpr ConnectionFields supervisorFields{Field::SupervisorConnectionCallID, Field::SupervisorConnectionDeviceIDType,
                                            Field::SupervisorConnectionDeviceID};

bool isGiven(const protocol::MessageView& message, const ConnectionFields& fields) {
    return message.number(fields.call, protocol::NULL_CALL_ID) != protocol::NULL_CALL_ID;
}

bool isSupervising(const Leg& leg) { return leg.connection->isSupervising || leg.call->listening; }

/// The agent that one of three names means; nullptr: none is given, or nobody of that name is signed in.
const Agent* namedAgent(const Context& context, const protocol::MessageView& message) {
    if (const auto id = message.text(Field::AgentID)) {
        const Agent* const agent = agentWithId(context.world, *id);
        return agent && agent->isSignedIn() ? agent : nullptr;
    }
    if (const auto extension = message.text(Field::AgentExtension)) {
        const InstrumentConfig* const phone = findExtension(context.config, *extension);
        return phone ? agentAt(context.world, phone->instrument) : nullptr;
    }
    return agentAt(context.world, message.text(Field::AgentInstrument).value_or(""));
}

LegOrRefusal findTarget(Context& context, const protocol::MessageView& message) {
    if (isGiven(message, agentFields)) {
        const Leg named = findLeg(context.world, {}, message, agentFields);
        if (!named) {
            return tl::make_unexpected(
                noSuchConnection(context.world, message, agentFields, PeripheralError::UnknownConnection));
        }
        return named;
    }
    const bool isNamed =
        message.has(Field::AgentID) || message.has(Field::AgentExtension) || message.has(Field::AgentInstrument);
    if (!isNamed)
        return tl::make_unexpected(failed(StatusCode::E_CTI_REQUIRED_DATA_MISSING));
    const Agent* const agent = namedAgent(context, message);
    if (!agent)
        return tl::make_unexpected(failed(StatusCode::E_CTI_AGENT_NOT_LOGGED_ON));
    const std::vector<Leg> legs = legsAt(context.world, agent->instrument);
    const auto active = std::ranges::find_if(legs, [](const Leg& leg) { return leg.connection->state == LCS_CONNECT; });
    return active == legs.end() ? LegOrRefusal(tl::make_unexpected(failed(StatusCode::E_CTI_NO_CALL_ACTIVE)))
                                : LegOrRefusal(*active);
}

LegOrRefusal findOwn(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    Leg own;
    if (isGiven(message, supervisorFields)) {
        own = findLeg(context.world, instrument, message, supervisorFields);
    } else {
        const std::vector<Leg> legs = legsAt(context.world, instrument);
        const auto supervising = std::ranges::find_if(legs, isSupervising);
        own = supervising == legs.end() ? Leg{} : *supervising;
    }
    if (!own) {
        return tl::make_unexpected(
            noSuchConnection(context.world, message, supervisorFields, PeripheralError::UnknownConnection));
    }
    if (!isSupervising(own)) {
        return tl::make_unexpected(
            refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::IllegalCallState));
    }
    return own;
}

bool isListenedTo(const World& world, const Connection& target) {
    return std::ranges::any_of(world.calls, [&](const auto& entry) {
        return entry.second.listening && entry.second.listening->target == target.id;
    });
}

/// Not Ready and without a call.
std::optional<SwitchAnswer> checkSupervisor(const Context& context, const Agent& supervisor) {
    if (countLegsAt(context.world, supervisor.instrument) > 0)
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::CallAlreadyExists);
    if (supervisor.state != AgentState::AGENT_STATE_NOT_READY)
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::AgentAvailableOrWork);
    return std::nullopt;
}

std::optional<SwitchAnswer> checkTarget(Context& context, const Agent& supervisor, const Leg& target) {
    const Agent* const agent = agentAt(context.world, target.connection->instrument);
    if (!agent || agent == &supervisor || !leads(context.config, supervisor, *agent))
        return refused(ControlFailureCode::CF_PRIVILEGE_VIOLATION_ON_SPECIFIED_DEVICE);
    if (target.connection->state != LCS_CONNECT || target.call->listening)
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::IllegalCallState);
    return std::nullopt;
}

SwitchAnswer confirmedFor(std::uint32_t call, const std::string& leg) {
    Fields fields;
    fields.set(Field::ConnectionCallID, call)
        .set(Field::ConnectionDeviceIDType, ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC)
        .set(Field::ConnectionDeviceID, leg);
    return Confirmation{fields.take()};
}

SwitchAnswer listen(Context& context, const Agent& supervisor, const Leg& target, CallType type) {
    if (isListenedTo(context.world, *target.connection))
        return refused(ControlFailureCode::CF_OBJECT_MONITOR_LIMIT_EXCEEDED);
    const bool isSilent = type == CallType::CALLTYPE_SUPERVISOR_MONITOR;
    countOnce(context, target.connection->instrument, isSilent ? Tally::Monitors : Tally::Whispers);
    Call& call = createCall(context, type, {});
    call.listening = Listening{target.connection->id, false};
    Connection& own = addPhone(context, call, supervisor.instrument, LCS_INITIATE);
    call.calling = own.device;
    call.called = target.connection->device;
    call.dialedNumber = call.dnis = target.connection->device.id;
    postBeginCall(context, call, own);
    postServiceInitiated(context, call, own);
    postOriginated(context, call, own);
    Connection& bridge = addBridge(context, call, target.connection->instrument);
    postBeginCall(context, call, bridge);
    own.state = LCS_CONNECT;
    own.wasEstablished = bridge.wasEstablished = true;
    for (const Connection& leg : call.connections)
        postEstablished(context, call, bridge, leg);
    postVoiceStarted(context, call, own);
    followCalls(context, supervisor.instrument);
    return confirmedFor(target.call->id, target.connection->id);
}

/// What stands against somebody more in the call.
std::optional<SwitchAnswer> checkRoom(Context& context, const Call& call) {
    if (isGrowing(context.world, call) || isConsultedAbout(context.world, call) || consulted(context.world, call))
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::OutstandingTransfer);
    if (countParties(call) >= partiesAtMost)
        return refused(ControlFailureCode::CF_CONFERENCE_MEMBER_LIMIT_EXCEEDED, PeripheralError::ConferenceFull);
    return std::nullopt;
}

void bargeIn(Context& context, const Agent& supervisor, const Leg& target) {
    Call& call = *target.call;
    if (!isConference(call))
        call.typeBefore = call.type;
    call.type = CallType::CALLTYPE_SUPERVISOR_BARGEIN;
    Connection& own = addPhone(context, call, supervisor.instrument, LCS_CONNECT);
    own.isSupervising = true;
    own.wasEstablished = true;
    countOnce(context, target.connection->instrument, Tally::BargeIns);
    JoinedNames names;
    names.primaryCall = call.id;
    names.primaryLeg = target.connection->id;
    names.joining = target.connection->device;
    names.added = own.device;
    names.isBargeIn = true;
    names.parties = namesOfParties(call);
    postBeginCall(context, call, own);
    postEstablished(context, call, own, own);
    for (const Connection* const phone : phonesOf(call)) {
        postConferenced(context, call, names, *phone);
        if (phone != &own)
            postDataUpdate(context, call, {}, *phone);
    }
    postVoiceStarted(context, call, own);
    followCalls(context, supervisor.instrument);
}

void dropAgent(Context& context, const Leg& target, const std::string& supervisorPhone) {
    Call& call = *target.call;
    call.type = CallType::CALLTYPE_SUPERVISOR_INTERCEPT;
    countOnce(context, target.connection->instrument, Tally::Intercepts);
    findPhone(call, supervisorPhone)->isSupervising = false; // the call is the supervisor's now
    detach(context, call, *target.connection, EventCause::CEC_SUPERVISOR_INTERCEPT, true);
    for (const Connection* const phone : phonesOf(call))
        postDataUpdate(context, call, {}, *phone);
}

SwitchAnswer intercept(Context& context, const Agent& supervisor, const Leg& target) {
    const std::string leg = target.connection->id;
    const std::uint32_t call = target.call->id;
    const Connection* const own = findPhone(*target.call, supervisor.instrument);
    if (!own || !own->isSupervising) {
        if (const auto refusal = checkSupervisor(context, supervisor))
            return *refusal;
        if (const auto refusal = checkRoom(context, *target.call))
            return *refusal;
        bargeIn(context, supervisor, target);
    }
    dropAgent(context, target, supervisor.instrument);
    return confirmedFor(call, leg);
}

SwitchAnswer clear(Context& context, const Leg& own) {
    const SwitchAnswer answer = confirmedFor(own.call->id, own.connection->id);
    own.connection->isSupervising = false;
    hangUp(context, *own.call, *own.connection, EventCause::CEC_SUPERVISOR_CLEAR);
    return answer;
}

SwitchAnswer begin(Context& context, const Agent& supervisor, const Leg& target, SupervisoryAction action) {
    if (const auto refusal = checkSupervisor(context, supervisor))
        return *refusal;
    switch (action) {
    case SupervisoryAction::SUPERVISOR_MONITOR:
        return listen(context, supervisor, target, CallType::CALLTYPE_SUPERVISOR_MONITOR);
    case SupervisoryAction::SUPERVISOR_WHISPER:
        return listen(context, supervisor, target, CallType::CALLTYPE_SUPERVISOR_WHISPER);
    default:
        break;
    }
    if (const auto refusal = checkRoom(context, *target.call))
        return *refusal;
    bargeIn(context, supervisor, target);
    return confirmedFor(target.call->id, target.connection->id);
}

} // namespace

SwitchAnswer superviseCall(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    const Agent* const supervisor = agentAt(context.world, instrument);
    if (!supervisor)
        return failed(StatusCode::E_CTI_AGENT_NOT_LOGGED_ON);
    if (!supervisor->config->isSupervisor)
        return failed(StatusCode::E_CTI_SUPERVISOR_NOT_FOUND);
    const auto action = static_cast<SupervisoryAction>(message.number(Field::SupervisoryAction, 0));
    if (action == SupervisoryAction::SUPERVISOR_CLEAR) {
        const auto own = findOwn(context, instrument, message);
        return own ? clear(context, *own) : own.error();
    }
    const auto target = findTarget(context, message);
    if (!target)
        return target.error();
    if (const auto refusal = checkTarget(context, *supervisor, *target))
        return *refusal;
    return action == SupervisoryAction::SUPERVISOR_INTERCEPT ? intercept(context, *supervisor, *target)
                                                             : begin(context, *supervisor, *target, action);
}

void followListening(Context& context) {
    std::vector<CallSerial> serials;
    for (const auto& [serial, call] : context.world.calls) {
        if (call.listening)
            serials.push_back(serial);
    }
    for (const CallSerial serial : serials) {
        Call& call = *findCall(context.world, serial);
        Connection& own = *phonesOf(call).front();
        const Leg target = legWithId(context.world, call.listening->target);
        if (!target) {
            clearAll(context, call, own, EventCause::CEC_SUPERVISOR_CLEAR);
        } else if (target.connection->state == LCS_HOLD && own.state == LCS_CONNECT) {
            call.listening->waitsForTarget = true;
            hold(context, call, own);
        } else if (target.connection->state == LCS_CONNECT && call.listening->waitsForTarget) {
            call.listening->waitsForTarget = false;
            retrieve(context, call, own);
        }
    }
}

} // namespace callwright::simulator
