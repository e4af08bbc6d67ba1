#include "app/simulator/acd/statistics.h"

#include "app/simulator/acd/agents.h"
#include "app/simulator/acd/answers.h"
#include "app/simulator/acd/fields.h"
#include "app/simulator/acd/settings_requests.h"
#include "app/simulator/acd/statistics_fields.h"
#include "app/simulator/acd/wrapup_rules.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

constexpr std::uint32_t unknownNumber = 0xFFFFFFFF;

/// How a kind of call is counted.
struct CallTallies {
    Tally calls;
    Tally time;     ///< with the work after it, where that is counted
    Tally talkTime; ///< Size: not counted; likewise below
    Tally afterCallTime;
    Tally held;
    Tally heldTime;
};
constexpr CallTallies callTallies[] = {
    {Tally::OutCalls, Tally::OutTime, Tally::OutTalkTime, Tally::Size, Tally::OutCallsHeld, Tally::OutHeldTime},
    {Tally::HandledCalls, Tally::HandledTime, Tally::HandledTalkTime, Tally::HandledAfterCallTime,
     Tally::IncomingCallsHeld, Tally::IncomingHeldTime},
    {Tally::InternalCalls, Tally::InternalTime, Tally::Size, Tally::Size, Tally::InternalCallsHeld,
     Tally::InternalHeldTime},
    {Tally::InternalCallsReceived, Tally::InternalReceivedTime, Tally::Size, Tally::Size, Tally::InternalCallsHeld,
     Tally::InternalHeldTime},
};

std::vector<PeriodTallies*> periodsOf(Context& context, std::uint32_t group) {
    GroupTallies& tallies = context.world.groupTallies[group];
    return {&tallies.five, &tallies.half, &tallies.today};
}

/// Where something about the agent and one of its groups is counted, ready for what happens now.
std::vector<PeriodTallies*> periodsOf(Context& context, Agent& agent, std::uint32_t group) {
    std::vector<PeriodTallies*> periods{&agent.session, &agent.today};
    if (group != protocol::NULL_SKILL_GROUP) {
        for (PeriodTallies* const period : periodsOf(context, group))
            periods.push_back(period);
    }
    for (PeriodTallies* const period : periods)
        period->roll(context.clock.wallTime());
    return periods;
}

void addStateTime(PeriodTallies& period, AgentState state, Milliseconds span) {
    period.addSpan(Tally::LoggedOnTime, span);
    period.addSpan(Tally::RoutableTime, span);
    if (state == AgentState::AGENT_STATE_AVAILABLE) {
        period.addSpan(Tally::AvailTime, span);
        period.addSpan(Tally::IcmAvailableTime, span);
    } else if (state == AgentState::AGENT_STATE_NOT_READY) {
        period.addSpan(Tally::NotReadyTime, span);
    }
}

Tally kindOf(const Call& call, const Connection& leg) {
    if (leg.queue)
        return Tally::HandledCalls;
    if (leg.isOrigin)
        return call.called.type == DeviceIDType::DEVID_EXTERNAL ? Tally::OutCalls : Tally::InternalCalls;
    return call.calling.type == DeviceIDType::DEVID_EXTERNAL ? Tally::Size : Tally::InternalCallsReceived;
}

void addCall(Tallies& tallies, const FinishedCall& call, Milliseconds afterCall) {
    const auto row = std::ranges::find(callTallies, call.what, &CallTallies::calls);
    tallies.count(row->calls);
    tallies.add(row->time, row->talkTime == Tally::Size ? call.time : call.time + afterCall);
    if (row->talkTime != Tally::Size)
        tallies.add(row->talkTime, call.time);
    if (row->afterCallTime != Tally::Size)
        tallies.add(row->afterCallTime, afterCall);
    if (call.wasHeld)
        tallies.count(row->held);
    tallies.add(row->heldTime, call.heldTime);
}

const Agent* agentCounted(const World& world, const std::string& instrument, const protocol::MessageView& message) {
    const auto id = message.text(Field::AgentID);
    return id ? agentWithId(world, *id) : agentAt(world, instrument);
}

/// How many agents of a group are in which state of it.
struct GroupStates {
    std::array<std::uint32_t, 16> inState{};
    std::uint32_t loggedOn = 0;
    std::uint32_t talkingIn = 0;
    std::uint32_t talkingOut = 0;
    std::uint32_t talkingOther = 0;

    std::uint32_t in(AgentState state) const { return inState[static_cast<std::size_t>(state)]; }
};

GroupStates statesIn(const World& world, std::uint32_t group) {
    GroupStates states;
    for (const Agent& agent : world.agents) {
        if (!agent.isSignedIn() || std::ranges::find(agent.skillGroups, group) == agent.skillGroups.end())
            continue;
        const AgentState state = stateInGroup(agent, group);
        ++states.loggedOn;
        ++states.inState[static_cast<std::size_t>(state)];
        if (state != AgentState::AGENT_STATE_TALKING)
            continue;
        switch (agent.work ? agent.work->direction : Direction::None) {
        case Direction::In:
            ++states.talkingIn;
            break;
        case Direction::Out:
            ++states.talkingOut;
            break;
        default:
            ++states.talkingOther;
        }
    }
    return states;
}

void addStates(Fields& fields, const GroupStates& states) {
    using enum AgentState;
    fields.set(Field::AgentsLoggedOn, states.loggedOn)
        .set(Field::AgentsAvail, states.in(AGENT_STATE_AVAILABLE))
        .set(Field::AgentsNotReady, states.in(AGENT_STATE_NOT_READY))
        .set(Field::AgentsReady,
             states.loggedOn - states.in(AGENT_STATE_NOT_READY)-states.in(AGENT_STATE_WORK_NOT_READY))
        .set(Field::AgentsTalkingIn, states.talkingIn)
        .set(Field::AgentsTalkingOut, states.talkingOut)
        .set(Field::AgentsTalkingOther, states.talkingOther)
        .set(Field::AgentsWorkNotReady, states.in(AGENT_STATE_WORK_NOT_READY))
        .set(Field::AgentsWorkReady, states.in(AGENT_STATE_WORK_READY))
        .set(Field::AgentsBusyOther, states.in(AGENT_STATE_BUSY_OTHER))
        .set(Field::AgentsReserved, states.in(AGENT_STATE_RESERVED))
        .set(Field::AgentsHold, states.in(AGENT_STATE_HOLD))
        .set(Field::AgentsICMAvailable, states.in(AGENT_STATE_AVAILABLE));
}

/// The router's queue is known, one of the peripheral's own is not there to ask.
void addQueue(Fields& fields, const Context& context, std::uint32_t group) {
    std::uint32_t waiting = 0;
    Milliseconds longest{0};
    for (const CallSerial serial : context.world.waiting) {
        const auto call = context.world.calls.find(serial);
        if (call == context.world.calls.end() || context.config.queues[*call->second.queue].skillGroup != group)
            continue;
        ++waiting;
        longest = std::max(longest, context.clock.now() - call->second.began);
    }
    fields.set(Field::RouterCallsQNow, waiting)
        .set(Field::LongestRouterCallQNow, static_cast<std::uint32_t>(longest.count() / 1000));
    for (const Field field :
         {Field::CallsQNow, Field::CallsQTimeNow, Field::LongestCallQNow, Field::CallsQ5, Field::CallsQTime5,
          Field::LongestCallQ5, Field::CallsQHalf, Field::CallsQTimeHalf, Field::LongestCallQHalf, Field::CallsQToday,
          Field::CallsQTimeToday, Field::LongestCallQToday})
        fields.set(field, unknownNumber);
}

using Group = tl::expected<const SkillGroupConfig*, StatusCode>;

Group askedGroup(const AcdConfig& config, const protocol::MessageView& message) {
    const std::uint32_t byNumber = message.number(Field::SkillGroupNumber, protocol::NULL_SKILL_GROUP);
    const std::uint32_t byId = message.number(Field::SkillGroupID, protocol::NULL_SKILL_GROUP);
    return findGroup(config, byNumber, byId);
}

} // namespace

void countState(Context& context, Agent& agent) {
    const Milliseconds span = context.clock.now() - std::exchange(agent.countedUntil, context.clock.now());
    if (!agent.isSignedIn())
        return;
    for (PeriodTallies* const period : periodsOf(context, agent, protocol::NULL_SKILL_GROUP))
        addStateTime(*period, agent.state, span);
    for (const std::uint32_t group : agent.skillGroups) {
        for (PeriodTallies* const period : periodsOf(context, group)) {
            period->roll(context.clock.wallTime());
            addStateTime(*period, agent.state, span);
        }
    }
}

void beginSession(Context& context, Agent& agent) {
    agent.session.reset();
    agent.finished.clear();
    agent.countedUntil = context.clock.now();
}

void noteFinished(Context& context, const Call& call, const Connection& leg) {
    Agent* const agent = agentAt(context.world, leg.instrument);
    const Tally kind = kindOf(call, leg);
    if (!agent || !leg.wasEstablished || leg.isSupervising || call.listening || kind == Tally::Size)
        return;
    const Milliseconds now = context.clock.now();
    FinishedCall finished;
    finished.what = kind;
    finished.skillGroup = leg.queue ? context.config.queues[*leg.queue].skillGroup : protocol::NULL_SKILL_GROUP;
    finished.time = now - (leg.isOrigin ? leg.began : leg.established);
    finished.heldTime = leg.heldTime + (leg.heldSince ? now - *leg.heldSince : Milliseconds(0));
    finished.wasHeld = leg.wasHeld;
    agent->finished.push_back(finished);
}

void countFinished(Context& context, Agent& agent) {
    Milliseconds afterCall = isWork(agent.state) ? context.clock.now() - agent.since : Milliseconds(0);
    for (auto call = agent.finished.rbegin(); call != agent.finished.rend(); ++call) {
        for (PeriodTallies* const period : periodsOf(context, agent, call->skillGroup))
            addCall(period->tallies(), *call, afterCall);
        afterCall = Milliseconds(0); // the work is that of the last call
    }
    agent.finished.clear();
}

void countOnce(Context& context, const std::string& instrument, Tally what) {
    Agent* const agent = agentAt(context.world, instrument);
    if (!agent)
        return;
    const std::uint32_t group = agent->work ? agent->work->skillGroup : protocol::NULL_SKILL_GROUP;
    for (PeriodTallies* const period : periodsOf(context, *agent, group))
        period->tallies().count(what);
}

SwitchAnswer queryAgentStatistics(Context& context, const std::string& instrument,
                                  const protocol::MessageView& message) {
    const Agent* const asked = agentCounted(context.world, instrument, message);
    if (!asked)
        return failed(message.has(Field::AgentID) ? StatusCode::E_CTI_INVALID_AGENT_DATA
                                                  : StatusCode::E_CTI_AGENT_NOT_LOGGED_ON);
    Agent& agent = *agentWithId(context.world, asked->config->id);
    countState(context, agent);
    agent.today.roll(context.clock.wallTime());
    Fields fields;
    fields.set(Field::PeripheralID, context.config.peripheralId);
    for (const AgentStatistic& row : agentStatistics) {
        fields.set(row.session, agent.session.tallies().value(row.what))
            .set(row.today, agent.today.tallies().value(row.what));
    }
    return Confirmation{fields.take()};
}

SwitchAnswer queryGroupStatistics(Context& context, const protocol::MessageView& message) {
    const Group asked = askedGroup(context.config, message);
    if (!asked)
        return failed(asked.error());
    const std::uint32_t group = (*asked)->number;
    for (Agent& agent : context.world.agents)
        countState(context, agent);
    GroupTallies& tallies = context.world.groupTallies[group];
    for (PeriodTallies* const period : periodsOf(context, group))
        period->roll(context.clock.wallTime());
    Fields fields;
    fields.set(Field::PeripheralID, context.config.peripheralId)
        .set(Field::SkillGroupNumber, group)
        .set(Field::SkillGroupID, (*asked)->id);
    addStates(fields, statesIn(context.world, group));
    addQueue(fields, context, group);
    for (const GroupStatistic& row : groupStatistics) {
        fields.set(row.toFive, tallies.five.tallies().value(row.what))
            .set(row.toHalf, tallies.half.tallies().value(row.what))
            .set(row.today, tallies.today.tallies().value(row.what));
    }
    return Confirmation{fields.take()};
}

} // namespace callwright::simulator
