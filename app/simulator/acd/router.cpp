#include "app/simulator/acd/router.h"

#include "app/simulator/acd/agents.h"
#include "app/simulator/acd/call_events.h"
#include "app/simulator/acd/calls.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

Agent* longestAvailable(World& world, std::uint32_t skillGroup) {
    Agent* best = nullptr;
    for (Agent& agent : world.agents) {
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
    detach(context, *call, *phone, EventCause::CEC_CALL_NOT_ANSWERED, false);
    enterQueue(context, *call);
}

void deliver(Context& context, Call& call) {
    const std::string instrument = std::exchange(call.reservedInstrument, {});
    call.delivery.reset();
    Agent* const agent = agentAt(context.world, instrument);
    if (!agent || countLegsAt(context.world, instrument) > 0) { // gone or busy by now
        postPreCallAbort(context, call, instrument);
        if (agent)
            agent->reservedFor.reset();
        followCalls(context, instrument);
        enterQueue(context, call);
        return;
    }
    Connection& phone = ring(context, call, instrument, call.queue);
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
    if (findParty(call, Party::Queue))
        return;
    const Connection& queuePoint = addQueuePoint(context, call);
    postBeginCall(context, call, queuePoint);
    const auto sameQueue = [&](CallSerial other) { return findCall(context.world, other)->queue == call.queue; };
    postQueued(context, call, queuePoint,
               static_cast<std::uint32_t>(std::ranges::count_if(context.world.waiting, sameQueue)));
}

} // namespace

void enterQueue(Context& context, Call& call) {
    auto& waiting = context.world.waiting;
    const auto cameLater = [&](CallSerial other) {
        return std::pair(findCall(context.world, other)->began, other) > std::pair(call.began, call.serial);
    };
    waiting.insert(std::ranges::find_if(waiting, cameLater), call.serial);
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
