#include "app/simulator/acd/acd.h"

#include "app/simulator/acd/agents.h"
#include "app/simulator/acd/alternating.h"
#include "app/simulator/acd/answers.h"
#include "app/simulator/acd/assisting.h"
#include "app/simulator/acd/call_events.h"
#include "app/simulator/acd/call_requests.h"
#include "app/simulator/acd/conferencing.h"
#include "app/simulator/acd/configuration_records.h"
#include "app/simulator/acd/consulting.h"
#include "app/simulator/acd/context.h"
#include "app/simulator/acd/deflecting.h"
#include "app/simulator/acd/dialing.h"
#include "app/simulator/acd/fields.h"
#include "app/simulator/acd/greeting.h"
#include "app/simulator/acd/line_requests.h"
#include "app/simulator/acd/network_recording.h"
#include "app/simulator/acd/outages.h"
#include "app/simulator/acd/party_events.h"
#include "app/simulator/acd/peripheral.h"
#include "app/simulator/acd/queries.h"
#include "app/simulator/acd/router.h"
#include "app/simulator/acd/settings_requests.h"
#include "app/simulator/acd/state_json.h"
#include "app/simulator/acd/statistics.h"
#include "app/simulator/acd/supervising.h"
#include "app/simulator/acd/teams.h"
#include "app/simulator/acd/transferring.h"
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

    std::optional<SwitchAnswer> refusal(std::string_view instrument, MessageType type) const;
    SwitchAnswer dispatch(const std::string& instrument, const protocol::MessageView& message);

    Context context;
    std::mt19937_64 random;
    SwitchListeners listeners;
    SwitchListeners nobody;
    EventSwap swap;
};

/// What this switch does not do, or not now.
std::optional<SwitchAnswer> Acd::Impl::refusal(std::string_view instrument, MessageType type) const {
    if (isOutOfService(context.world, instrument))
        return refused(ControlFailureCode::CF_RESOURCE_OUT_OF_SERVICE);
    if (!offers(context.config, type))
        return refused(ControlFailureCode::CF_INVALID_FEATURE, PeripheralError::CommandNotImplementedOnDevice);
    return std::nullopt;
}

SwitchAnswer Acd::Impl::dispatch(const std::string& instrument, const protocol::MessageView& message) {
    if (const auto refused = refusal(instrument, message.type()))
        return *refused;
    switch (message.type()) {
    case MessageType::SET_AGENT_STATE_REQ:
        return setAgentState(context, instrument, message);
    case MessageType::QUERY_AGENT_STATE_REQ:
        return queryAgentState(context, instrument, message);
    case MessageType::AGENT_DESK_SETTINGS_REQ:
        return queryDeskSettings(context, instrument, message);
    case MessageType::QUERY_DEVICE_INFO_REQ:
        return queryDevice(context, instrument, message);
    case MessageType::SNAPSHOT_DEVICE_REQ:
        return snapshotDevice(context, instrument, message);
    case MessageType::SNAPSHOT_CALL_REQ:
        return snapshotCall(context, instrument, message);
    case MessageType::MAKE_CALL_REQ:
        return makeCall(context, instrument, message);
    case MessageType::ANSWER_CALL_REQ:
        return answerCall(context, instrument, message);
    case MessageType::CLEAR_CONNECTION_REQ:
        return clearConnection(context, instrument, message);
    case MessageType::HOLD_CALL_REQ:
        return holdCall(context, instrument, message);
    case MessageType::RETRIEVE_CALL_REQ:
        return retrieveCall(context, instrument, message);
    case MessageType::CONSULTATION_CALL_REQ:
        return consultationCall(context, instrument, message);
    case MessageType::ALTERNATE_CALL_REQ:
        return alternateCall(context, instrument, message);
    case MessageType::RECONNECT_CALL_REQ:
        return reconnectCall(context, instrument, message);
    case MessageType::TRANSFER_CALL_REQ:
        return transferCall(context, instrument, message);
    case MessageType::CONFERENCE_CALL_REQ:
        return conferenceCall(context, instrument, message);
    case MessageType::SET_CALL_DATA_REQ:
        return setCallData(context, instrument, message);
    case MessageType::RELEASE_CALL_REQ:
        return releaseCall(context, instrument, message);
    case MessageType::DEFLECT_CALL_REQ:
        return deflectCall(context, instrument, message);
    case MessageType::SUPERVISOR_ASSIST_REQ:
        return assistAgent(context, instrument, message);
    case MessageType::EMERGENCY_CALL_REQ:
        return declareEmergency(context, instrument, message);
    case MessageType::SUPERVISE_CALL_REQ:
        return superviseCall(context, instrument, message);
    case MessageType::QUERY_AGENT_STATISTICS_REQ:
        return queryAgentStatistics(context, instrument, message);
    case MessageType::QUERY_SKILL_GROUP_STATISTICS_REQ:
        return queryGroupStatistics(context, message);
    case MessageType::SET_APP_DATA_REQ:
        return setApplicationData(context, message);
    case MessageType::SET_DEVICE_ATTRIBUTES_REQ:
        return setDeviceAttributes(context, message);
    case MessageType::SET_AGENT_SERVICE_DATA_REQ:
        return setServiceData(context, message);
    case MessageType::CLEAR_CALL_REQ:
        return clearCall(context, instrument, message);
    case MessageType::SEND_DTMF_SIGNAL_REQ:
        return sendTones(context, instrument, message);
    case MessageType::START_RECORDING_REQ:
        return startRecording(context, instrument, message);
    case MessageType::STOP_RECORDING_REQ:
        return stopRecording(context, instrument, message);
    case MessageType::START_NETWORK_RECORDING_REQ:
        return startNetworkRecording(context, instrument, message);
    case MessageType::STOP_NETWORK_RECORDING_REQ:
        return stopNetworkRecording(context, instrument, message);
    case MessageType::BAD_CALL_REQ:
        return markBadLine(context, instrument, message);
    case MessageType::AGENT_GREETING_CONTROL_REQ:
        return controlGreeting(context, instrument, message);
    default:
        return refused(ControlFailureCode::CF_INVALID_FEATURE, PeripheralError::CommandNotImplementedOnDevice);
    }
}

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
        const auto refusal = m_impl->refusal(instrument, message.type());
        answer = refusal ? *refusal : simulator::setStateOfMember(m_impl->context, std::string(instrument), message);
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
    m_impl->perform([&] { answer = m_impl->dispatch(std::string(instrument), message); });
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
