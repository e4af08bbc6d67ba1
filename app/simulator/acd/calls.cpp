#include "app/simulator/acd/calls.h"

#include "app/simulator/acd/agents.h"
#include "app/simulator/acd/call_events.h"
#include "app/simulator/acd/greeting.h"
#include "app/simulator/acd/joining.h"
#include "app/simulator/acd/network_recording.h"
#include "app/simulator/acd/peripheral.h"
#include "app/simulator/acd/router.h"
#include "app/simulator/acd/statistics.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

using enum LocalConnectionState;

Connection& addLeg(Context& context, Call& call, Party party, LocalConnectionState state) {
    Connection& leg = call.connections.emplace_back();
    leg.id = "L" + std::to_string(100000 + context.world.nextConnection++);
    leg.party = party;
    leg.state = state;
    leg.isOrigin = call.connections.size() == 1;
    leg.began = context.clock.now();
    return leg;
}

void removeLeg(Call& call, const Connection& leg) {
    call.connections.remove_if([&](const Connection& c) { return &c == &leg; });
}

/// The data stays open for a while for those who talked, so that wrap-up can be completed.
void keepData(Context& context, const Call& call, const std::string& instrument, const std::string& connectionId) {
    EndedCall& ended = context.world.ended[call.serial];
    ended.id = call.id;
    ended.key = call.key;
    ended.data = call.data;
    ended.parties.emplace_back(instrument, connectionId);
    ended.expiry = context.after(context.config.timers.callDataAfterEnd,
                                 [&context, serial = call.serial] { context.world.ended.erase(serial); });
}

} // namespace

void leave(Context& context, Call& call, Connection& leg) {
    endNetworkRecording(context, call, leg);
    postEndCall(context, call, leg);
    if (leg.party != Party::Phone)
        return;
    noteFinished(context, call, leg);
    keepData(context, call, leg.instrument, leg.id);
    Agent* const agent = agentAt(context.world, leg.instrument);
    if (agent && agent->reservedFor == call.serial)
        agent->reservedFor.reset();
}

void stopVoice(Context& context, const Call& call, Connection& leg) {
    if (leg.party == Party::Phone && leg.state == LCS_CONNECT)
        postVoiceStopped(context, call, leg);
    endGreeting(context, call, leg, GreetingEnd::CutOff);
}

void settleType(Context& context, Call& call) {
    if (!isConference(call))
        return;
    const bool isSupervised = std::ranges::any_of(call.connections, &Connection::isSupervising);
    const CallType ofMany = isSupervised ? call.type : CallType::CALLTYPE_CONFERENCE;
    const CallType type = countParties(call) > 2 ? ofMany : call.typeBefore;
    if (std::exchange(call.type, type) == type)
        return;
    for (const Connection* phone : phonesOf(call))
        postDataUpdate(context, call, {}, *phone);
}

namespace {

/// Takes a leg's state down and tells everybody, the leg itself included.
void clearLeg(Context& context, Call& call, Connection& leg, EventCause cause) {
    stopVoice(context, call, leg);
    leg.state = LCS_NULL;
    leg.timer.reset();
    for (const Connection& told : call.connections)
        postConnectionCleared(context, call, leg, cause, told);
}

void cancelDelivery(Context& context, Call& call) {
    call.delivery.reset();
    if (call.reservedInstrument.empty())
        return;
    const std::string instrument = std::exchange(call.reservedInstrument, {});
    if (isAnnouncedBeforehand(context.config))
        postPreCallAbort(context, call, instrument);
    if (Agent* const agent = agentAt(context.world, instrument))
        agent->reservedFor.reset();
    followCalls(context, instrument);
}

void endCall(Context& context, Call& call, Connection& first, EventCause cause) {
    clearLeg(context, call, first, cause);
    for (Connection& leg : call.connections) {
        if (leg.state != LCS_NULL)
            clearLeg(context, call, leg, cause);
    }
    for (Connection& leg : call.connections) {
        postCallCleared(context, call, cause, leg);
        leave(context, call, leg);
    }
    leaveQueue(context, call);
    cancelDelivery(context, call);
    std::vector<std::string> phones;
    for (const Connection& leg : call.connections) {
        if (leg.party == Party::Phone)
            phones.push_back(leg.instrument);
    }
    context.world.calls.erase(call.serial);
    for (const std::string& instrument : phones)
        followCalls(context, instrument);
}

} // namespace

Call& createCall(Context& context, CallType type, const CallDataChange& data, std::optional<std::uint32_t> id) {
    const auto serial = static_cast<CallSerial>(context.world.nextCall++);
    Call& call = context.world.calls[serial];
    call.serial = serial;
    call.id = id ? *id : context.world.nextCallId++;
    call.type = type;
    call.began = context.clock.now();
    apply(data, call.data);
    return call;
}

CallKey nextCallKey(Context& context) {
    const auto day = std::chrono::duration_cast<std::chrono::days>(context.clock.wallTime()).count();
    return {static_cast<std::uint32_t>(day), context.world.nextRouterCall++};
}

Connection& addPhone(Context& context, Call& call, const std::string& instrument, LocalConnectionState state) {
    Connection& leg = addLeg(context, call, Party::Phone, state);
    leg.instrument = instrument;
    leg.device = deviceOf(context.config, context.world, instrument);
    return leg;
}

Connection& addOutside(Context& context, Call& call, const std::string& phoneNumber, LocalConnectionState state) {
    Connection& leg = addLeg(context, call, Party::Outside, state);
    leg.device = {DeviceIDType::DEVID_EXTERNAL, phoneNumber};
    return leg;
}

Connection& addBridge(Context& context, Call& call, const std::string& instrument) {
    Connection& leg = addLeg(context, call, Party::Bridge, LCS_CONNECT);
    leg.instrument = instrument;
    leg.device = deviceOf(context.config, context.world, instrument);
    return leg;
}

Connection& addQueuePoint(Context& context, Call& call) {
    Connection& leg = addLeg(context, call, Party::Queue, LCS_QUEUED);
    leg.instrument = context.config.queues[*call.queue].dialedNumber;
    leg.device = {DeviceIDType::DEVID_QUEUE, leg.instrument};
    return leg;
}

Connection& ring(Context& context, Call& call, const std::string& instrument, std::optional<std::size_t> queue) {
    Connection& leg = addPhone(context, call, instrument, LCS_ALERTING);
    leg.queue = queue;
    postBeginCall(context, call, leg);
    for (const Connection& told : call.connections) {
        if (told.party == Party::Phone)
            postDelivered(context, call, leg, told);
    }
    followCalls(context, instrument);
    return leg;
}

namespace {

/// A phone talks in one call at a time.
void holdOthers(Context& context, const Call& call, const Connection& talking) {
    for (const Leg& other : legsAt(context.world, talking.instrument)) {
        if (other.call != &call && other.connection->state == LCS_CONNECT)
            hold(context, *other.call, *other.connection);
    }
}

} // namespace

void establish(Context& context, Call& call, Connection& answering) {
    answering.timer.reset();
    holdOthers(context, call, answering);
    std::vector<Connection*> told{&answering};
    std::vector<const Connection*> talkers{&answering};
    answering.state = LCS_CONNECT;
    for (Connection& leg : call.connections) {
        if (&leg == &answering)
            continue;
        told.push_back(&leg);
        if (leg.state == LCS_INITIATE) { // the origin; others talk already, or hold
            holdOthers(context, call, leg);
            leg.state = LCS_CONNECT;
            talkers.push_back(&leg);
        }
    }
    for (Connection* const leg : told) {
        if (leg->party != Party::Phone) {
            leg->wasEstablished |= leg->state == LCS_CONNECT;
            continue;
        }
        const bool isNew = std::ranges::find(talkers, leg) != talkers.end();
        if (isNew)
            noteWork(context, call, *leg);
        postEstablished(context, call, answering, *leg);
        if (isNew)
            postVoiceStarted(context, call, *leg);
        if (isNew && !std::exchange(leg->wasEstablished, true))
            leg->established = context.clock.now();
        followCalls(context, leg->instrument);
    }
    startGreeting(context, call, answering);
    if (Connection* const queuePoint = findParty(call, Party::Queue))
        detach(context, call, *queuePoint, EventCause::CEC_REDIRECTED, true);
    joinBlindConference(context, call);
}

void hold(Context& context, Call& call, Connection& phone) {
    stopVoice(context, call, phone);
    phone.state = LCS_HOLD;
    phone.wasHeld = true;
    phone.heldSince = context.clock.now();
    postHeld(context, call, phone);
    followCalls(context, phone.instrument);
}

void talkAgain(Context& context, Connection& phone) {
    phone.state = LCS_CONNECT;
    if (const auto since = std::exchange(phone.heldSince, std::nullopt))
        phone.heldTime += context.clock.now() - *since;
}

void retrieve(Context& context, Call& call, Connection& phone) {
    talkAgain(context, phone);
    postRetrieved(context, call, phone);
    postVoiceStarted(context, call, phone);
    noteWork(context, call, phone);
    followCalls(context, phone.instrument);
}

void fail(Context& context, Call& call, EventCause cause) {
    Connection* const hearer = &whoWaits(call);
    const auto talks = [](const Connection& c) { return c.party != Party::Queue && c.state != LCS_ALERTING; };
    const bool goesOn = std::ranges::count_if(call.connections, talks) > 1;
    for (auto leg = call.connections.begin(); leg != call.connections.end();) {
        Connection& other = *leg++;
        if (&other != hearer && !(goesOn && talks(other)))
            detach(context, call, other, cause, goesOn);
    }
    if (goesOn)
        return;
    stopVoice(context, call, *hearer);
    hearer->state = LCS_FAIL;
    postFailed(context, call, cause, *hearer);
}

void hangUp(Context& context, Call& call, Connection& leg, EventCause cause) {
    const std::size_t staying = countParties(call) - 1;
    const bool isLookingForAgent = !call.reservedInstrument.empty() ||
                                   std::ranges::find(context.world.waiting, call.serial) != context.world.waiting.end();
    if (staying == 0 || (staying == 1 && !isLookingForAgent))
        endCall(context, call, leg, cause);
    else
        detach(context, call, leg, cause, true);
}

void clearAll(Context& context, Call& call, Connection& by, EventCause cause) { endCall(context, call, by, cause); }

void detach(Context& context, Call& call, Connection& leg, EventCause cause, bool tellsOthers,
            const std::optional<DeviceName>& divertedTo) {
    stopVoice(context, call, leg);
    leg.state = LCS_NULL;
    leg.timer.reset();
    for (const Connection& told : call.connections) {
        if (&told != &leg && !(tellsOthers && told.party == Party::Phone))
            continue;
        if (divertedTo && context.config.tellsDiversions)
            postDiverted(context, call, leg, *divertedTo, cause, told);
        else
            postConnectionCleared(context, call, leg, cause, told);
    }
    leave(context, call, leg);
    const std::string instrument = leg.party == Party::Phone ? leg.instrument : std::string();
    removeLeg(call, leg);
    settleType(context, call);
    followCalls(context, instrument);
}

} // namespace callwright::simulator
