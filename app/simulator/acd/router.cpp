#include "app/simulator/acd/router.h"

#include "app/simulator/acd/agents.h"
#include "app/simulator/acd/call_events.h"
#include "app/simulator/acd/calls.h"
#include "app/simulator/acd/peripheral.h"

#include <algorithm>
#include <tuple>

namespace callwright::simulator {

namespace {

template <class AnyWorld> auto* longestAvailable(AnyWorld& world, std::uint32_t skillGroup) {
    decltype(world.agents.data()) best = nullptr;
    for (auto& agent : world.agents) {
        const bool canTake = agent.state == AgentState::AGENT_STATE_AVAILABLE &&
                             std::ranges::find(agent.skillGroups, skillGroup) != agent.skillGroups.end() &&
                             countLegsAt(world, agent.instrument) == 0;
        if (canTake && (!best || agent.availableSince < best->availableSince))
            best = &agent;
    }
    return best;
}

void ringNoAnswer(Context& context, CallSerial serial, const std::string& instrument) {
    Call* const call = findCall(context.world, serial);
    Connection* const phone = call ? findPhone(*call, instrument) : nullptr;
    if (!phone || phone->state != LocalConnectionState::LCS_ALERTING)
        return;
    if (Agent* const agent = agentAt(context.world, instrument))
        missCall(context, *agent);
    call->lastRedirect = phone->device;
    const DeviceName queue{DeviceIDType::DEVID_QUEUE, context.config.queues[*call->queue].dialedNumber};
    detach(context, *call, *phone, EventCause::CEC_CALL_NOT_ANSWERED, true, queue);
    enterQueue(context, *call);
}

std::uint32_t countWaiting(World& world, std::size_t queue) {
    return static_cast<std::uint32_t>(std::ranges::count_if(
        world.waiting, [&](CallSerial serial) { return findCall(world, serial)->queue == queue; }));
}

/// The phones in the call hear that it waits, or waits no more, where the switch tells them.
void tellWaiting(Context& context, Call& call, const Connection& queuePoint) {
    if (!context.config.tellsQueues || std::exchange(call.isToldQueued, true))
        return;
    for (const Connection* const phone : phonesOf(call))
        postQueued(context, call, queuePoint, countWaiting(context.world, *call.queue), *phone);
}

void tellFound(Context& context, Call& call) {
    if (!std::exchange(call.isToldQueued, false))
        return;
    for (const Connection* const phone : phonesOf(call))
        postDequeued(context, call, countWaiting(context.world, *call.queue), *phone);
}

/// On the way from the router the call is lost: it is over for everybody.
bool isLost(Context& context, Call& call) {
    if (!std::exchange(context.world.losesNextCall, false))
        return false;
    clearAll(context, call, whoWaits(call), EventCause::CEC_DEST_NOT_OBTAINABLE);
    return true;
}

void deliver(Context& context, Call& call) {
    if (isLost(context, call))
        return;
    const std::string instrument = std::exchange(call.reservedInstrument, {});
    call.delivery.reset();
    Agent* const agent = agentAt(context.world, instrument);
    if (!agent || countLegsAt(context.world, instrument) > 0) { // gone or busy by now
        if (isAnnouncedBeforehand(context.config))
            postPreCallAbort(context, call, instrument);
        if (agent)
            agent->reservedFor.reset();
        followCalls(context, instrument);
        enterQueue(context, call);
        return;
    }
    Connection& phone = ring(context, call, instrument, call.queue);
    if (isUnifiedCce(context.config) && context.config.preCall == PreCall::AfterCall)
        postPreCall(context, call, *agent);
    const DeskSettings& desk = agent->config->desk;
    if (desk.mask & protocol::DeskSettingsMask::DESK_AUTO_ANSWER_ENABLED_MASK) {
        establish(context, call, phone);
    } else if (desk.ringNoAnswerTime > 0) {
        phone.timer =
            context.after(std::chrono::seconds(desk.ringNoAnswerTime),
                          [&context, serial = call.serial, instrument] { ringNoAnswer(context, serial, instrument); });
    }
}

void assign(Context& context, Call& call, Agent& agent) {
    leaveQueue(context, call);
    tellFound(context, call);
    if (isAnnouncedBeforehand(context.config))
        postPreCall(context, call, agent);
    reserve(context, agent, call);
    call.reservedInstrument = agent.instrument;
    const Milliseconds delay = context.config.timers.delivery;
    if (delay.count() == 0) {
        deliver(context, call);
        return;
    }
    call.delivery = context.after(delay, [&context, serial = call.serial] {
        if (Call* const waiting = findCall(context.world, serial))
            deliver(context, *waiting);
    });
}

void wait(Context& context, Call& call) {
    if (const Connection* const queuePoint = findParty(call, Party::Queue))
        return tellWaiting(context, call, *queuePoint);
    const Connection& queuePoint = addQueuePoint(context, call);
    postBeginCall(context, call, queuePoint);
    postQueued(context, call, queuePoint, countWaiting(context.world, *call.queue), queuePoint);
    tellWaiting(context, call, queuePoint);
}

} // namespace

void enterQueue(Context& context, Call& call) {
    auto& waiting = context.world.waiting;
    const auto cameLater = [&](CallSerial other) {
        const Call& waiter = *findCall(context.world, other);
        return std::tuple(!waiter.hasPriority, waiter.began, other) >
               std::tuple(!call.hasPriority, call.began, call.serial);
    };
    waiting.insert(std::ranges::find_if(waiting, cameLater), call.serial);
}

const Agent* nextAgentFor(const Context& context, std::size_t queue) {
    return longestAvailable(context.world, context.config.queues[queue].skillGroup);
}

void leaveQueue(Context& context, Call& call) { std::erase(context.world.waiting, call.serial); }

void matchCallsWithAgents(Context& context) {
    const std::vector<CallSerial> waiting = context.world.waiting;
    for (const CallSerial serial : waiting) {
        Call* const call = findCall(context.world, serial);
        if (!call)
            continue;
        if (Agent* const agent = longestAvailable(context.world, context.config.queues[*call->queue].skillGroup))
            assign(context, *call, *agent);
        else
            wait(context, *call);
    }
}

} // namespace callwright::simulator
