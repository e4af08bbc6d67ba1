#include "app/simulator/acd/model.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

template <class Range, class Predicate> auto* firstOf(Range& range, Predicate predicate) {
    const auto found = std::ranges::find_if(range, predicate);
    return found == range.end() ? nullptr : &*found;
}

template <class AnyWorld> auto* agentAtIn(AnyWorld& world, std::string_view instrument) {
    return firstOf(world.agents, [&](const Agent& a) { return a.isSignedIn() && a.instrument == instrument; });
}

template <class AnyWorld> auto* agentWithIdIn(AnyWorld& world, std::string_view agentId) {
    return firstOf(world.agents, [&](const Agent& a) { return a.config->id == agentId; });
}

} // namespace

Agent* agentAt(World& world, std::string_view instrument) { return agentAtIn(world, instrument); }
const Agent* agentAt(const World& world, std::string_view instrument) { return agentAtIn(world, instrument); }
Agent* agentWithId(World& world, std::string_view agentId) { return agentWithIdIn(world, agentId); }
const Agent* agentWithId(const World& world, std::string_view agentId) { return agentWithIdIn(world, agentId); }

Call* findCall(World& world, CallSerial serial) {
    const auto found = world.calls.find(serial);
    return found == world.calls.end() ? nullptr : &found->second;
}

std::vector<Call*> callsWithId(World& world, std::uint32_t id) {
    std::vector<Call*> calls;
    for (auto& [serial, call] : world.calls) {
        if (call.id == id)
            calls.push_back(&call);
    }
    return calls;
}

Leg legWithId(World& world, std::string_view connectionId) {
    for (auto& [serial, call] : world.calls) {
        if (auto* const leg = firstOf(call.connections, [&](const Connection& c) { return c.id == connectionId; }))
            return {&call, leg};
    }
    return {};
}

std::vector<Leg> toldLegsAt(World& world, std::string_view instrument) {
    std::vector<Leg> legs;
    for (auto& [serial, call] : world.calls) {
        for (Connection& leg : call.connections) {
            if ((leg.party == Party::Phone || leg.party == Party::Bridge) && leg.instrument == instrument)
                legs.push_back({&call, &leg});
        }
    }
    return legs;
}

std::vector<Leg> legsAt(World& world, std::string_view instrument) {
    std::vector<Leg> legs;
    for (auto& [serial, call] : world.calls) {
        if (Connection* const phone = findPhone(call, instrument))
            legs.push_back({&call, phone});
    }
    return legs;
}

std::size_t countLegsAt(const World& world, std::string_view instrument) {
    std::size_t count = 0;
    for (const auto& [serial, call] : world.calls) {
        count += static_cast<std::size_t>(std::ranges::count_if(call.connections, [&](const Connection& c) {
            return c.party == Party::Phone && c.instrument == instrument;
        }));
    }
    return count;
}

Connection* findParty(Call& call, Party party) {
    return firstOf(call.connections, [&](const Connection& c) { return c.party == party; });
}

Connection* findOrigin(Call& call) {
    return firstOf(call.connections, [](const Connection& c) { return c.isOrigin; });
}

Connection* findPhone(Call& call, std::string_view instrument) {
    return firstOf(call.connections,
                   [&](const Connection& c) { return c.party == Party::Phone && c.instrument == instrument; });
}

Connection& whoWaits(Call& call) {
    if (Connection* const origin = findOrigin(call))
        return *origin;
    Connection* const left = firstOf(call.connections, [](const Connection& c) { return c.party != Party::Queue; });
    return left ? *left : call.connections.front();
}

std::vector<Connection*> phonesOf(Call& call) {
    std::vector<Connection*> phones;
    for (Connection& leg : call.connections) {
        if (leg.party == Party::Phone)
            phones.push_back(&leg);
    }
    return phones;
}

std::size_t countParties(const Call& call) {
    return static_cast<std::size_t>(
        std::ranges::count_if(call.connections, [](const Connection& c) { return c.party != Party::Queue; }));
}

bool isConference(const Call& call) {
    return call.type == CallType::CALLTYPE_CONFERENCE || call.type == CallType::CALLTYPE_SUPERVISOR_BARGEIN;
}

bool isGrowing(const World& world, const Call& call) {
    const auto isCalled = [](const Connection& c) { return c.state == LocalConnectionState::LCS_ALERTING; };
    return std::ranges::any_of(call.connections, isCalled) || !call.reservedInstrument.empty() ||
           std::ranges::find(world.waiting, call.serial) != world.waiting.end();
}

Call* consulted(World& world, const Call& call) {
    if (!call.consultation)
        return nullptr;
    const std::string& instrument = call.consultation->instrument;
    Call* const original = findCall(world, call.consultation->original);
    const bool isHere =
        std::ranges::any_of(call.connections, [&](const Connection& c) { return c.instrument == instrument; });
    return original && isHere && findPhone(*original, instrument) ? original : nullptr;
}

bool isConsultedAbout(World& world, const Call& call) {
    return std::ranges::any_of(world.calls, [&](const auto& entry) { return consulted(world, entry.second) == &call; });
}

const InstrumentConfig* findInstrument(const AcdConfig& config, std::string_view instrument) {
    return firstOf(config.instruments, [&](const InstrumentConfig& i) { return i.instrument == instrument; });
}

const InstrumentConfig* findExtension(const AcdConfig& config, std::string_view extension) {
    return firstOf(config.instruments, [&](const InstrumentConfig& i) { return i.extension == extension; });
}

std::optional<std::size_t> findQueue(const AcdConfig& config, std::string_view nameOrNumber) {
    const auto found = std::ranges::find_if(
        config.queues, [&](const QueueConfig& q) { return q.name == nameOrNumber || q.dialedNumber == nameOrNumber; });
    if (found == config.queues.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - config.queues.begin());
}

const SkillGroupConfig* findSkillGroup(const AcdConfig& config, std::uint32_t groupNumber) {
    return firstOf(config.skillGroups, [&](const SkillGroupConfig& g) { return g.number == groupNumber; });
}

std::optional<std::string> placeOfDevice(const AcdConfig& config, DeviceIDType type, std::string_view id) {
    switch (type) {
    case DeviceIDType::DEVID_DEVICE_IDENTIFIER:
    case DeviceIDType::DEVID_AGENT_DEVICE:
        if (const InstrumentConfig* const phone = findExtension(config, id))
            return phone->instrument;
        return findInstrument(config, id) ? std::optional(std::string(id)) : std::nullopt;
    case DeviceIDType::DEVID_QUEUE:
    case DeviceIDType::DEVID_ROUTE_POINT:
        if (const auto queue = findQueue(config, id))
            return config.queues[*queue].dialedNumber;
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

DeviceName deviceOf(const AcdConfig& config, const World& world, std::string_view instrument) {
    const InstrumentConfig* const phone = findInstrument(config, instrument);
    const std::string extension = phone ? phone->extension : std::string(instrument);
    return {agentAt(world, instrument) ? DeviceIDType::DEVID_AGENT_DEVICE : DeviceIDType::DEVID_DEVICE_IDENTIFIER,
            extension};
}

} // namespace callwright::simulator
