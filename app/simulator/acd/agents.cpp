#include "app/simulator/acd/agents.h"

#include "app/simulator/acd/statistics.h"
#include "app/simulator/acd/wrapup_rules.h"

#include <utility>

namespace callwright::simulator {

namespace {

Milliseconds seconds(std::uint32_t count) { return std::chrono::seconds(count); }

bool isAtRest(AgentState state) {
    return state == AgentState::AGENT_STATE_AVAILABLE || state == AgentState::AGENT_STATE_NOT_READY;
}

bool isOnCall(AgentState state) {
    return state == AgentState::AGENT_STATE_TALKING || state == AgentState::AGENT_STATE_HOLD;
}

void startTimer(Context& context, Agent& agent) {
    agent.timer.reset();
    const DeskSettings& desk = agent.config->desk;
    if (isWork(agent.state) && desk.workModeTimer > 0) {
        agent.timer = context.after(seconds(desk.workModeTimer),
                                    [&context, &agent] { enterState(context, agent, afterWork(agent.state), 0); });
    } else if (agent.state == AgentState::AGENT_STATE_NOT_READY && desk.logoutNonActivityTime > 0) {
        agent.timer = context.after(seconds(desk.logoutNonActivityTime), [&context, &agent] {
            if (countLegsAt(context.world, agent.instrument) == 0)
                signOut(context, agent, systemReason::inactivity);
        });
    }
}

/// What follows the call that the agent is in. Who was taken out of Available for it goes back there, unless something
/// else was asked for since.
AfterCall following(const Agent& agent) {
    const auto wish = agent.wish ? std::optional(agent.wish->state) : std::nullopt;
    const Direction direction = agent.work ? agent.work->direction : Direction::None;
    const AfterCall after = afterCall(agent.config->desk, direction, agent.base, wish);
    if (!agent.returnsToAvailable || wish)
        return after;
    const AgentState available = AgentState::AGENT_STATE_AVAILABLE;
    return {isWork(after.state) ? AgentState::AGENT_STATE_WORK_READY : available, available};
}

/// What NextAgentState says, as far as it is decided already.
std::optional<AgentState> nextState(const Agent& agent) {
    if (agent.wish && agent.wish->state == AgentState::AGENT_STATE_LOGOUT)
        return AgentState::AGENT_STATE_LOGOUT;
    if (isWork(agent.state))
        return afterWork(agent.state);
    if (!isOnCall(agent.state) || !agent.work)
        return std::nullopt;
    const auto mode = wrapupMode(agent.config->desk, agent.work->direction);
    if (!agent.wish && !isWrapupRequired(mode))
        return std::nullopt;
    return following(agent).state;
}

/// The last call at the phone is over.
void finishCall(Context& context, Agent& agent) {
    const AfterCall after = following(agent);
    const auto wish = std::exchange(agent.wish, std::nullopt);
    agent.returnsToAvailable = false;
    std::uint32_t reason = 0;
    if (after.state == AgentState::AGENT_STATE_NOT_READY) {
        if (wish && wish->state == AgentState::AGENT_STATE_NOT_READY)
            reason = wish->reason;
        else if (agent.base == AgentState::AGENT_STATE_NOT_READY)
            reason = agent.baseReason;
    }
    enterState(context, agent, after.state, reason);
}

} // namespace

void enterState(Context& context, Agent& agent, AgentState state, std::uint32_t reason) {
    countState(context, agent);
    if (isAtRest(state))
        countFinished(context, agent);
    agent.state = state;
    agent.reason = reason;
    agent.since = context.clock.now();
    if (isAtRest(state)) {
        agent.returnsToAvailable = false;
        agent.base = state;
        agent.baseReason = reason;
        agent.wish.reset();
        agent.work.reset();
    }
    if (isWork(state)) {
        agent.base = afterWork(state);
        agent.baseReason = 0;
    }
    if (state == AgentState::AGENT_STATE_AVAILABLE)
        agent.availableSince = agent.since;
    agent.next = nextState(agent);
    startTimer(context, agent);
    postAgentState(context, agent);
}

void wishState(Context& context, Agent& agent, StateWish wish) {
    agent.wish = wish;
    agent.next = nextState(agent);
    postAgentState(context, agent);
}

void signIn(Context& context, Agent& agent, const std::string& instrument, std::vector<std::uint32_t> skillGroups) {
    beginSession(context, agent);
    agent.instrument = instrument;
    agent.skillGroups = std::move(skillGroups);
    agent.reservedFor.reset();
    agent.playsGreeting = true;
    enterState(context, agent, AgentState::AGENT_STATE_LOGIN);
    const bool hasCall = countLegsAt(context.world, instrument) > 0;
    enterState(context, agent, AgentState::AGENT_STATE_NOT_READY, hasCall ? systemReason::callAtSignIn : 0);
    for (auto& [serial, call] : context.world.calls) {
        if (Connection* const phone = findPhone(call, instrument)) {
            phone->device = deviceOf(context.config, context.world, instrument);
            if (phone->wasEstablished)
                noteWork(context, call, *phone);
        }
    }
    followCalls(context, instrument);
}

void signOut(Context& context, Agent& agent, std::uint32_t reason) {
    countState(context, agent);
    countFinished(context, agent);
    agent.timer.reset();
    agent.wish.reset();
    agent.work.reset();
    agent.state = AgentState::AGENT_STATE_LOGOUT;
    agent.reason = reason;
    agent.since = context.clock.now();
    agent.next.reset();
    postAgentState(context, agent);
    agent.instrument.clear();
}

void reserve(Context& context, Agent& agent, const Call& call) {
    agent.reservedFor = call.serial;
    agent.work = Work{call.serial, Direction::In, context.config.queues[*call.queue].skillGroup, false};
    enterState(context, agent, AgentState::AGENT_STATE_RESERVED);
}

void missCall(Context& context, Agent& agent) {
    agent.reservedFor.reset();
    enterState(context, agent, AgentState::AGENT_STATE_NOT_READY, systemReason::ringNoAnswer);
}

void followCalls(Context& context, const std::string& instrument) {
    if (context.postponed) {
        context.postponed->insert(instrument);
        return;
    }
    Agent* const agent = agentAt(context.world, instrument);
    if (!agent)
        return;
    bool talks = false;
    bool holds = false;
    bool dials = false;
    bool rings = agent->reservedFor.has_value();
    for (const Leg& leg : legsAt(context.world, instrument)) {
        dials |= leg.connection->state == LocalConnectionState::LCS_INITIATE ||
                 leg.connection->state == LocalConnectionState::LCS_FAIL;
        talks |= leg.connection->state == LocalConnectionState::LCS_CONNECT;
        holds |= leg.connection->state == LocalConnectionState::LCS_HOLD;
        rings |= leg.connection->state == LocalConnectionState::LCS_ALERTING;
    }
    const bool leaves = agent->wish && agent->wish->state == AgentState::AGENT_STATE_LOGOUT;
    if (leaves && !(talks || holds || dials || rings))
        return signOut(context, *agent, agent->wish->reason);
    if (talks || holds) {
        const AgentState state = talks ? AgentState::AGENT_STATE_TALKING : AgentState::AGENT_STATE_HOLD;
        if (agent->state != state)
            enterState(context, *agent, state);
        return;
    }
    if (isOnCall(agent->state) && dials)
        return; // the first call ended while a second one is dialled: the work is not over
    if (isOnCall(agent->state))
        finishCall(context, *agent);
    if (!dials && std::exchange(agent->returnsToAvailable, false) && // the call did not come about
        agent->state == AgentState::AGENT_STATE_NOT_READY)
        enterState(context, *agent, AgentState::AGENT_STATE_AVAILABLE);
    if (rings && agent->state == AgentState::AGENT_STATE_AVAILABLE)
        enterState(context, *agent, AgentState::AGENT_STATE_RESERVED);
    else if (!rings && agent->state == AgentState::AGENT_STATE_RESERVED)
        enterState(context, *agent, agent->base, agent->baseReason);
}

void asOne(Context& context, const std::function<void()>& action) {
    if (context.postponed)
        return action();
    context.postponed.emplace();
    action();
    const auto instruments = *std::exchange(context.postponed, std::nullopt);
    for (const std::string& instrument : instruments)
        followCalls(context, instrument);
}

void noteWork(Context& context, const Call& call, const Connection& connection) {
    Agent* const agent = agentAt(context.world, connection.instrument);
    if (!agent || call.listening)
        return;
    agent->reservedFor.reset();
    agent->work =
        Work{call.serial, directionOf(call, connection),
             connection.queue ? context.config.queues[*connection.queue].skillGroup : protocol::NULL_SKILL_GROUP,
             !call.data.item(Field::CallWrapupData).empty()};
}

void noteCallData(Context& context, const std::string& instrument, CallSerial call, const CallData& data) {
    Agent* const agent = agentAt(context.world, instrument);
    if (agent && agent->work && agent->work->call == call)
        agent->work->hasWrapupData = !data.item(Field::CallWrapupData).empty();
}

Direction directionOf(const Call& call, const Connection& connection) {
    if (connection.isOrigin)
        return call.type == CallType::CALLTYPE_OUT ? Direction::Out : Direction::OtherOut;
    if (connection.countsAsOutgoing)
        return Direction::OtherOut;
    return connection.queue ? Direction::In : Direction::OtherIn;
}

} // namespace callwright::simulator
