#include "app/simulator/acd/acd.h"

#include "app/simulator/acd/agents.h"
#include "app/simulator/acd/call_events.h"
#include "app/simulator/acd/configuration_records.h"
#include "app/simulator/acd/context.h"
#include "app/simulator/acd/dialing.h"
#include "app/simulator/acd/fields.h"
#include "app/simulator/acd/outages.h"
#include "app/simulator/acd/party_events.h"
#include "app/simulator/acd/requests.h"
#include "app/simulator/acd/router.h"
#include "app/simulator/acd/state_json.h"
#include "app/simulator/acd/supervising.h"
#include "app/simulator/acd/teams.h"
#include "cil/protocol/text_codec.h"

#include <algorithm>
#include <random>

namespace callwright::simulator {

class Acd::Impl {
public:
    Impl(Clock& clock, AcdConfig config, std::uint64_t seed)
        : context{clock, std::move(config), {}, {}, [this](const auto& action) { perform(action); }}, random(seed) {
        context.world.agents.reserve(context.config.agents.size());
        for (const AgentConfig& agent : context.config.agents) {
            Agent& known = context.world.agents.emplace_back();
            known.config = &agent;
            known.teamId = agent.teamId;
        }
    }

    void perform(const std::function<void()>& action) {
        action();
        followListening(context);
        matchCallsWithAgents(context);
        context.outbox.flush(context.world.isGatewayUp ? listeners : nobody,
                             context.config.variesEventOrder ? &random : nullptr, swap);
    }

    Context context;
    std::mt19937_64 random;
    SwitchListeners listeners;
    SwitchListeners nobody;
    EventSwap swap;
};

namespace {

std::optional<AgentRecord> recordOf(const Context& context, const Agent* agent) {
    if (!agent)
        return std::nullopt;
    AgentRecord record{agent->config->id,    {},
                       agent->instrument,    agent->config->skillTargetId,
                       number(agent->state), agent->config->isSupervisor,
                       agent->teamId};
    if (agent->isSignedIn())
        record.extension = deviceOf(context.config, context.world, agent->instrument).id;
    return record;
}

/// Control text is UTF-8; the switch keeps what goes on the wire.
tl::expected<std::string, std::string> toWire(const std::string& text) {
    auto wire = protocol::fromUtf8(text, protocol::CodePage::Windows1252);
    if (!wire)
        return tl::make_unexpected("\"" + text + "\" cannot be written in Windows-1252");
    return *wire;
}

} // namespace

Acd::Acd(Clock& clock, AcdConfig config, std::uint64_t seed)
    : m_impl(std::make_unique<Impl>(clock, std::move(config), seed)) {}

Acd::~Acd() = default;

const AcdConfig& Acd::config() const { return m_impl->context.config; }
std::uint32_t Acd::peripheralId() const { return config().peripheralId; }
std::uint32_t Acd::peripheralType() const { return config().peripheralType; }
bool Acd::isOnline() const { return m_impl->context.world.isOnline && m_impl->context.world.isGatewayUp; }
std::uint32_t Acd::pgStatus() const { return pgStatusOf(m_impl->context.world); }

std::optional<AgentRecord> Acd::agentById(std::string_view agentId) const {
    const Context& context = m_impl->context;
    return recordOf(context, agentWithId(context.world, agentId));
}

std::optional<AgentRecord> Acd::agentAtInstrument(std::string_view instrument) const {
    const Context& context = m_impl->context;
    return recordOf(context, agentAt(context.world, instrument));
}

std::optional<AgentRecord> Acd::agentAtExtension(std::string_view extension) const {
    const auto instrument = instrumentOfExtension(extension);
    return instrument ? agentAtInstrument(*instrument) : std::nullopt;
}

bool Acd::isInstrument(std::string_view instrument) const { return findInstrument(config(), instrument); }

std::optional<std::string> Acd::instrumentOfExtension(std::string_view extension) const {
    const InstrumentConfig* const phone = findExtension(config(), extension);
    return phone ? std::optional(phone->instrument) : std::nullopt;
}

std::optional<std::string> Acd::placeOf(std::uint32_t deviceType, std::string_view deviceId) const {
    return placeOfDevice(config(), static_cast<DeviceIDType>(deviceType), deviceId);
}

std::optional<std::vector<std::string>> Acd::legsOf(std::uint32_t callId, std::string_view connectionDeviceId) const {
    const Leg named = legWithId(m_impl->context.world, connectionDeviceId);
    if (!named || named.call->id != callId)
        return std::nullopt;
    std::vector<std::string> legs;
    for (const Connection& leg : named.call->connections) {
        if (leg.party != Party::Outside)
            legs.push_back(leg.id);
    }
    return legs;
}

bool Acd::isCall(std::uint32_t callId) const { return !callsWithId(m_impl->context.world, callId).empty(); }

std::vector<std::uint32_t> Acd::teamsLedBy(std::string_view supervisorId) const {
    std::vector<std::uint32_t> ids;
    const Agent* const supervisor = agentWithId(m_impl->context.world, supervisorId);
    for (const TeamConfig* const team :
         supervisor ? simulator::teamsLedBy(config(), *supervisor) : std::vector<const TeamConfig*>())
        ids.push_back(team->id);
    return ids;
}

bool Acd::isTeamMember(std::string_view agentId, std::uint32_t team) const {
    const Agent* const agent = agentWithId(m_impl->context.world, agentId);
    return agent && agent->teamId == team;
}

std::vector<SwitchEvent> Acd::teamConfiguration(std::uint32_t team) const {
    const TeamConfig* const known = findTeam(config(), team);
    return known ? simulator::teamConfiguration(m_impl->context, *known) : std::vector<SwitchEvent>();
}

std::vector<SwitchEvent> Acd::teamStates(std::uint32_t team) const {
    return simulator::teamStates(m_impl->context, team);
}

SwitchAnswer Acd::setStateOfMember(std::string_view instrument, const protocol::MessageView& message) {
    SwitchAnswer answer;
    m_impl->perform([&] {
        const auto refused = refusal(m_impl->context, instrument, message.type());
        answer = refused ? *refused : simulator::setStateOfMember(m_impl->context, std::string(instrument), message);
    });
    return answer;
}

std::vector<FieldValues> Acd::configuration(std::uint32_t kind) const {
    return configurationRecords(m_impl->context, kind);
}

std::string Acd::configurationKey(std::uint32_t kind) const {
    return simulator::configurationKey(m_impl->context, kind);
}

Acd::Outcome<> Acd::renameAgent(std::string_view agentId, const std::string& name) {
    auto& agents = m_impl->context.config.agents;
    const auto agent = std::ranges::find(agents, agentId, &AgentConfig::id);
    if (agent == agents.end())
        return tl::make_unexpected("there is no agent " + std::string(agentId));
    if (const auto wire = toWire(name); !wire)
        return tl::make_unexpected(wire.error());
    m_impl->perform([&] { simulator::renameAgent(m_impl->context, *agent, name); });
    return {};
}

Acd::Outcome<> Acd::renameGroup(std::uint32_t groupNumber, const std::string& name) {
    auto& groups = m_impl->context.config.skillGroups;
    const auto group = std::ranges::find(groups, groupNumber, &SkillGroupConfig::number);
    if (group == groups.end())
        return tl::make_unexpected("there is no skill group " + std::to_string(groupNumber));
    if (const auto wire = toWire(name); !wire)
        return tl::make_unexpected(wire.error());
    m_impl->perform([&] { simulator::renameGroup(m_impl->context, *group, name); });
    return {};
}

Acd::Outcome<> Acd::setTeam(std::string_view agentId, std::optional<std::uint32_t> team) {
    Agent* const agent = agentWithId(m_impl->context.world, agentId);
    if (!agent)
        return tl::make_unexpected("there is no agent " + std::string(agentId));
    Outcome<> outcome;
    m_impl->perform([&] { outcome = moveToTeam(m_impl->context, *agent, team); });
    return outcome;
}

std::vector<SwitchEvent> Acd::callsInProgress(std::string_view instrument) const {
    std::vector<SwitchEvent> events;
    for (const Leg& leg : toldLegsAt(m_impl->context.world, instrument))
        events.push_back(beginCallEvent(m_impl->context, *leg.call, *leg.connection));
    return events;
}

std::vector<SwitchEvent> Acd::partyUpdates() const { return simulator::partyUpdates(m_impl->context); }

SwitchAnswer Acd::request(std::string_view instrument, const protocol::MessageView& message) {
    SwitchAnswer answer;
    m_impl->perform([&] { answer = answerRequest(m_impl->context, std::string(instrument), message); });
    return answer;
}

void Acd::addListener(SwitchListener& listener) { m_impl->listeners.add(listener); }
void Acd::removeListener(SwitchListener& listener) { m_impl->listeners.remove(listener); }

void Acd::swapEvents(std::size_t pair) { m_impl->swap.wanted = pair; }
std::size_t Acd::swappablePairs() const { return m_impl->swap.seen; }

Acd::Outcome<std::uint32_t> Acd::startCall(std::string_view to, std::string_view ani, const CallVariables& variables) {
    CallVariables wire{{"ANI", std::string(ani)}};
    wire.insert(wire.end(), variables.begin(), variables.end());
    for (auto& [name, value] : wire) {
        auto text = toWire(value);
        if (!text)
            return tl::make_unexpected(text.error());
        value = std::move(*text);
    }
    const auto change = readChange(wire, config());
    if (!change)
        return tl::make_unexpected(change.error());
    Outcome<std::uint32_t> call;
    m_impl->perform([&] { call = callIn(m_impl->context, to, *change); });
    return call;
}

Acd::Outcome<> Acd::hangup(std::uint32_t callId, std::string_view phoneNumber) {
    Outcome<> outcome;
    m_impl->perform([&] { outcome = hangUpOutside(m_impl->context, callId, phoneNumber); });
    return outcome;
}

Acd::Outcome<> Acd::answerRemote(std::uint32_t callId) {
    Outcome<> outcome;
    m_impl->perform([&] { outcome = answerOutside(m_impl->context, callId); });
    return outcome;
}

void Acd::loseNextCall() { m_impl->context.world.losesNextCall = true; }

bool Acd::hasOutsideParty(std::uint32_t callId) const {
    return std::ranges::any_of(callsWithId(m_impl->context.world, callId),
                               [](Call* call) { return findParty(*call, Party::Outside); });
}

void Acd::setOnline(bool online) {
    m_impl->perform([&] { simulator::setOnline(m_impl->context, online); });
}

void Acd::setGatewayUp(bool up) {
    const bool wasUp = m_impl->context.world.isGatewayUp;
    if (up == wasUp)
        return;
    // What it says of itself leaves while it is up.
    m_impl->context.world.isGatewayUp = true;
    m_impl->perform([&] { tellGateway(m_impl->context, up); });
    m_impl->context.world.isGatewayUp = up;
}

void Acd::setControllerUp(bool up) {
    m_impl->perform([&] { simulator::setControllerUp(m_impl->context, up); });
}

Acd::Outcome<> Acd::setInService(std::string_view instrument, bool inService) {
    Outcome<> outcome;
    m_impl->perform([&] { outcome = simulator::setInService(m_impl->context, instrument, inService); });
    return outcome;
}

void Acd::setAllInService() {
    m_impl->perform([&] { simulator::setAllInService(m_impl->context); });
}

Acd::Outcome<> Acd::forceLogout(std::string_view agentId, std::uint32_t reason) {
    Outcome<> outcome;
    m_impl->perform([&] { outcome = simulator::forceLogout(m_impl->context, agentId, reason); });
    return outcome;
}

nlohmann::ordered_json Acd::state() const { return stateOf(m_impl->context); }

} // namespace callwright::simulator
