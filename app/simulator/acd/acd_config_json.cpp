#include "app/simulator/acd/acd_config.h"
#include "app/simulator/acd/vocabulary.h"
#include "app/simulator/json/member_reader.h"
#include "cil/protocol/names.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace callwright::simulator {

namespace {

namespace Desk = protocol::DeskSettingsMask;

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 4> wrapupWords{
    {{"required", 0}, {"optional", 1}, {"not allowed", 2}, {"required with data", 3}}};

constexpr std::array<std::pair<std::string_view, OutsideRule::Outcome>, 4> outcomeWords{
    {{"answers", OutsideRule::Outcome::Answers},
     {"busy", OutsideRule::Outcome::Busy},
     {"no answer", OutsideRule::Outcome::NoAnswer},
     {"not obtainable", OutsideRule::Outcome::NotObtainable}}};

constexpr std::array<std::pair<std::string_view, PreCall>, 3> preCallWords{
    {{"before call", PreCall::BeforeCall}, {"after call", PreCall::AfterCall}, {"never", PreCall::Never}}};

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 5> peripheralWords{
    {{"Unified CCE", number(protocol::PeripheralType::PT_ENTERPRISE_AGENT)},
     {"Aspect", number(protocol::PeripheralType::PT_ASPECT)},
     {"DEFINITY", number(protocol::PeripheralType::PT_DEFINITY_ECS_EAS)},
     {"Symposium", number(protocol::PeripheralType::PT_SYMPOSIUM)},
     {"IVR", number(protocol::PeripheralType::PT_VRU)}}};

struct DeskBit {
    const char* name;
    std::uint32_t bit;
};
constexpr DeskBit deskBits[] = {
    {"availableAfterIncoming", Desk::DESK_AVAIL_AFTER_INCOMING_MASK},
    {"availableAfterOutgoing", Desk::DESK_AVAIL_AFTER_OUTGOING_MASK},
    {"autoAnswer", Desk::DESK_AUTO_ANSWER_ENABLED_MASK},
    {"notReadyReasonRequired", Desk::DESK_IDLE_REASON_REQUIRED_MASK},
    {"logoutReasonRequired", Desk::DESK_LOGOUT_REASON_REQUIRED_MASK},
    {"supervisorCalls", Desk::DESK_SUPERVISOR_CALLS_ALLOWED_MASK},
    {"agentToAgentCalls", Desk::DESK_AGENT_TO_AGENT_CALLS_ALLOWED},
    {"internationalCalls", Desk::DESK_OUTBOUND_ACCESS_INTERNATIONAL_MASK},
    {"publicNetworkCalls", Desk::DESK_OUTBOUND_ACCESS_PUBLIC_NET_MASK},
    {"privateNetworkCalls", Desk::DESK_OUTBOUND_ACCESS_PRIVATE_NET_MASK},
    {"operatorCalls", Desk::DESK_OUTBOUND_ACCESS_OPERATOR_ASSISTED_MASK},
    {"pbxCalls", Desk::DESK_OUTBOUND_ACCESS_PBX_MASK},
    {"nonAcdCalls", Desk::DESK_NON_ACD_CALLS_ALLOWED_MASK},
    {"selectsGroups", Desk::DESK_AGENT_CAN_SELECT_GROUP_MASK},
};

void readDesk(MemberReader& reader, DeskSettings& desk) {
    for (const DeskBit& row : deskBits)
        reader.readBit(row.name, row.bit, desk.mask);
    reader.readWord("wrapupIncoming", wrapupWords, desk.wrapupIncoming);
    reader.readWord("wrapupOutgoing", wrapupWords, desk.wrapupOutgoing);
    reader.read("logoutNonActivityTime", desk.logoutNonActivityTime);
    reader.read("ringNoAnswerTime", desk.ringNoAnswerTime);
    reader.read("workModeTimer", desk.workModeTimer);
    reader.read("supervisorAssistCallMethod", desk.supervisorAssistCallMethod);
    reader.read("emergencyCallMethod", desk.emergencyCallMethod);
    reader.read("autoRecordOnEmergency", desk.autoRecordOnEmergency);
    reader.read("recordingMode", desk.recordingMode);
    reader.read("silentMonitorWarningMessage", desk.silentMonitorWarningMessage);
    reader.read("silentMonitorAudibleIndication", desk.silentMonitorAudibleIndication);
}

/// What is not said of an agent is as with the built-in agent of that id, or else the first one.
void readAgent(MemberReader& reader, const AcdConfig& builtIn, std::vector<AgentConfig>& agents) {
    std::string id;
    reader.read("id", id);
    const auto known = std::ranges::find(builtIn.agents, id, &AgentConfig::id);
    AgentConfig agent = known == builtIn.agents.end() ? builtIn.agents.front() : *known;
    if (known == builtIn.agents.end()) {
        agent.name = id;
        agent.skillTargetId = static_cast<std::uint32_t>(8000 + agents.size());
        agent.instrument.clear();
    }
    agent.id = id;
    reader.read("name", agent.name);
    reader.read("password", agent.password);
    reader.read("instrument", agent.instrument);
    reader.read("skillTargetId", agent.skillTargetId);
    reader.read("team", agent.teamId);
    reader.read("supervisor", agent.isSupervisor);
    reader.read("skillGroups", agent.skillGroups);
    reader.readSeconds("greeting", agent.greeting);
    reader.readObject("desk", [&](MemberReader& inner) { readDesk(inner, agent.desk); });
    agents.push_back(std::move(agent));
}

template <class Item, class ReadItem>
void replaceList(MemberReader& reader, const char* name, std::vector<Item>& list, ReadItem readItem) {
    if (reader.has(name))
        list.clear();
    reader.readList(name, [&](MemberReader& item) { readItem(item, list.emplace_back()); });
}

void readPlaces(MemberReader& reader, AcdConfig& config) {
    replaceList(reader, "instruments", config.instruments, [](MemberReader& item, InstrumentConfig& phone) {
        item.read("instrument", phone.instrument);
        phone.extension = phone.instrument;
        item.read("extension", phone.extension);
    });
    replaceList(reader, "skillGroups", config.skillGroups, [](MemberReader& item, SkillGroupConfig& group) {
        item.read("number", group.number);
        item.read("id", group.id);
        item.read("name", group.name);
    });
    replaceList(reader, "teams", config.teams, [](MemberReader& item, TeamConfig& team) {
        item.read("id", team.id);
        item.read("name", team.name);
        item.read("primarySupervisor", team.primarySupervisor);
        item.read("supervisors", team.supervisors);
    });
    replaceList(reader, "queues", config.queues, [](MemberReader& item, QueueConfig& queue) {
        item.read("name", queue.name);
        item.read("dialedNumber", queue.dialedNumber);
        item.read("skillGroup", queue.skillGroup);
        item.read("serviceNumber", queue.serviceNumber);
        item.read("serviceId", queue.serviceId);
        item.read("callTypeId", queue.callTypeId);
    });
}

void readRules(MemberReader& reader, AcdConfig& config) {
    replaceList(reader, "outside", config.outside, [](MemberReader& item, OutsideRule& rule) {
        item.read("suffix", rule.suffix);
        item.readWord("outcome", outcomeWords, rule.outcome);
    });
    replaceList(reader, "ecc", config.ecc, [](MemberReader& item, EccVariable& variable) {
        item.read("name", variable.name);
        item.read("arraySize", variable.arraySize);
    });
    reader.readWord("peripheralType", peripheralWords, config.peripheralType);
    reader.readWord("preCall", preCallWords, config.preCall);
    reader.read("tellsQueues", config.tellsQueues);
    reader.read("tellsDiversions", config.tellsDiversions);
    reader.read("recordGreetingNumber", config.recordGreetingNumber);
    reader.read("hasRecorder", config.hasRecorder);
    reader.read("consultSharesCallId", config.consultSharesCallId);
    reader.read("busyTrigger", config.busyTrigger);
    reader.read("variesEventOrder", config.variesEventOrder);
    reader.readObject("timers", [&](MemberReader& inner) {
        inner.readSeconds("delivery", config.timers.delivery);
        inner.readSeconds("outsideAnswers", config.timers.outsideAnswers);
        inner.readSeconds("outsideNoAnswer", config.timers.outsideNoAnswer);
        inner.readSeconds("callDataAfterEnd", config.timers.callDataAfterEnd);
    });
}

} // namespace

tl::expected<AcdConfig, std::string> configFromJson(const nlohmann::json& json) {
    const AcdConfig builtIn = defaultConfig();
    AcdConfig config = builtIn;
    MemberReader reader(json, "acd");
    reader.read("peripheral", config.peripheralId);
    readPlaces(reader, config);
    readRules(reader, config);
    if (reader.has("agents"))
        config.agents.clear();
    reader.readList("agents", [&](MemberReader& item) { readAgent(item, builtIn, config.agents); });
    if (const std::string error = reader.error(); !error.empty())
        return tl::make_unexpected(error);
    if (const auto faults = findFaults(config); !faults.empty())
        return tl::make_unexpected("acd: " + faults.front());
    return config;
}

} // namespace callwright::simulator
