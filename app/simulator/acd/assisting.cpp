#include "app/simulator/acd/assisting.h"

#include "app/simulator/acd/answers.h"
#include "app/simulator/acd/call_event_fields.h"
#include "app/simulator/acd/call_events.h"
#include "app/simulator/acd/call_requests.h"
#include "app/simulator/acd/calls.h"
#include "app/simulator/acd/consulting.h"
#include "app/simulator/acd/dialing.h"
#include "app/simulator/acd/fields.h"
#include "app/simulator/acd/line_requests.h"
#include "app/simulator/acd/statistics.h"

#include <algorithm>
#include <array>

namespace callwright::simulator {

namespace {

struct Help {
    CallType type = CallType::CALLTYPE_ASSIST;
    bool isBlindConference = false;
};

/// Who may be rung up: at the desk and without a call.
bool isFree(const Context& context, const Agent& supervisor, const Agent& asking) {
    const bool isAtRest =
        supervisor.state == AgentState::AGENT_STATE_AVAILABLE || supervisor.state == AgentState::AGENT_STATE_NOT_READY;
    return supervisor.config->isSupervisor && &supervisor != &asking && supervisor.isSignedIn() && isAtRest &&
           countLegsAt(context.world, supervisor.instrument) == 0;
}

const Agent* primarySupervisor(const Context& context, const Agent& asking) {
    const auto team = std::ranges::find(context.config.teams, asking.teamId, &TeamConfig::id);
    return team == context.config.teams.end() ? nullptr : agentWithId(context.world, team->primarySupervisor);
}

const Agent* supervisorFor(const Context& context, const Agent& asking) {
    const Agent* const primary = primarySupervisor(context, asking);
    if (primary && isFree(context, *primary, asking))
        return primary;
    for (const AgentState state : {AgentState::AGENT_STATE_AVAILABLE, AgentState::AGENT_STATE_NOT_READY}) {
        const auto found = std::ranges::find_if(context.world.agents, [&](const Agent& other) {
            return other.state == state && isFree(context, other, asking);
        });
        if (found != context.world.agents.end())
            return &*found;
    }
    return nullptr;
}

std::string extensionOf(const Context& context, const Agent& agent) {
    return deviceOf(context.config, context.world, agent.instrument).id;
}

std::optional<SwitchAnswer> checkIdle(const Context& context, const Agent& agent) {
    if (countLegsAt(context.world, agent.instrument) > 0)
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::CallAlreadyExists);
    switch (agent.state) {
    case AgentState::AGENT_STATE_AVAILABLE:
    case AgentState::AGENT_STATE_NOT_READY:
        return std::nullopt;
    case AgentState::AGENT_STATE_RESERVED:
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::AgentReserved);
    default:
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::AgentAvailableOrWork);
    }
}

using NewLeg = tl::expected<Leg, SwitchAnswer>;

NewLeg callSupervisor(Context& context, Agent& agent, const Agent& supervisor, const Help& help) {
    if (const auto refusal = checkIdle(context, agent))
        return tl::make_unexpected(*refusal);
    const Target target = resolve(context.config, context.world, extensionOf(context, supervisor));
    agent.returnsToAvailable = agent.state == AgentState::AGENT_STATE_AVAILABLE;
    Leg fresh;
    fresh.call = &createCall(context, help.type, {});
    fresh.connection = &originate(context, *fresh.call, agent.instrument, target);
    connectTo(context, *fresh.call, target);
    return fresh;
}

/// `about` empty: without a call.
NewLeg callForHelp(Context& context, Agent& agent, const Leg& about, const Help& help) {
    const Agent* const supervisor = supervisorFor(context, agent);
    if (!supervisor)
        return tl::make_unexpected(failed(StatusCode::E_CTI_SUPERVISOR_NOT_FOUND));
    if (!about)
        return callSupervisor(context, agent, *supervisor, help);
    ConsultRequest request;
    request.dialled = extensionOf(context, *supervisor);
    request.type = help.type;
    request.joinsWhenAnswered = help.isBlindConference;
    request.isCallForHelp = true;
    return consult(context, about, request);
}

SwitchAnswer answerOf(const NewLeg& fresh) {
    if (!fresh)
        return fresh.error();
    Fields fields;
    fields.set(Field::ConnectionCallID, fresh->call->id)
        .set(Field::ConnectionDeviceIDType, ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC)
        .set(Field::ConnectionDeviceID, fresh->connection->id);
    addLine(fields, *fresh->call, *fresh->connection);
    return Confirmation{fields.take()};
}

void postEmergency(Context& context, const Agent& agent, const Leg& leg) {
    Fields fields;
    fields.set(Field::PeripheralID, context.config.peripheralId)
        .set(Field::ConnectionCallID, leg ? leg.call->id : protocol::NULL_CALL_ID)
        .set(Field::ConnectionDeviceIDType,
             leg ? ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC : ConnectionDeviceIDType::CONNECTION_ID_NONE);
    if (leg)
        fields.set(Field::ConnectionDeviceID, leg.connection->id);
    fields.set(Field::AgentExtension, extensionOf(context, agent))
        .set(Field::AgentID, agent.config->id)
        .set(Field::AgentInstrument, agent.instrument);
    context.outbox.post({MessageType::EMERGENCY_CALL_EVENT, agent.instrument, fields.take()});
}

/// Who asks, and about what; the refusal of a request that cannot be meant.
struct Plea {
    Agent* agent = nullptr;
    Leg about;
};
tl::expected<Plea, SwitchAnswer> readPlea(Context& context, const std::string& instrument,
                                          const protocol::MessageView& message) {
    Plea plea;
    if (message.number(Field::ConnectionCallID, protocol::NULL_CALL_ID) != protocol::NULL_CALL_ID) {
        plea.about = findLeg(context.world, instrument, message);
        if (!plea.about) {
            return tl::make_unexpected(
                noSuchConnection(context.world, message, {}, PeripheralError::UnknownConnection));
        }
    }
    plea.agent = agentAt(context.world, plea.about ? plea.about.connection->instrument : instrument);
    if (!plea.agent)
        return tl::make_unexpected(failed(StatusCode::E_CTI_AGENT_NOT_LOGGED_ON));
    if (!(plea.agent->config->desk.mask & protocol::DeskSettingsMask::DESK_SUPERVISOR_CALLS_ALLOWED_MASK))
        return tl::make_unexpected(notAllowed());
    return plea;
}

} // namespace

SwitchAnswer assistAgent(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    const auto plea = readPlea(context, instrument, message);
    if (!plea)
        return plea.error();
    const bool isBlind = plea->agent->config->desk.supervisorAssistCallMethod != 0;
    return answerOf(callForHelp(context, *plea->agent, plea->about, {CallType::CALLTYPE_ASSIST, isBlind}));
}

SwitchAnswer declareEmergency(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    const auto plea = readPlea(context, instrument, message);
    if (!plea)
        return plea.error();
    const DeskSettings& desk = plea->agent->config->desk;
    const Leg& about = plea->about;
    const bool isRecorded = desk.autoRecordOnEmergency != 0 && about && !about.connection->recording &&
                            about.connection->state == LocalConnectionState::LCS_CONNECT &&
                            canRecord(context, *about.connection);
    if (isRecorded)
        record(context, *about.connection, number(protocol::RTPDirection::RTPDIRECTION_BIDIRECTIONAL));
    countOnce(context, plea->agent->instrument, Tally::Emergencies);
    const NewLeg fresh =
        callForHelp(context, *plea->agent, about, {CallType::CALLTYPE_EMERGENCY, desk.emergencyCallMethod != 0});
    postEmergency(context, *plea->agent, about ? about : fresh.value_or(Leg{}));
    return answerOf(fresh);
}

} // namespace callwright::simulator
