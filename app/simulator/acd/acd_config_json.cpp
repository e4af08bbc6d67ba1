#include "app/simulator/acd/acd_config.h"
#include "app/simulator/acd/json_reader.h"
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

void readDesk(JsonReader& reader, DeskSettings& desk) {
    for (const DeskBit& row : deskBits)
        reader.readBit(row.name, row.bit, desk.mask);
    reader.readWord("wrapupIncoming", wrapupWords, desk.wrapupIncoming)
        .readWord("wrapupOutgoing", wrapupWords, desk.wrapupOutgoing)
        .read("logoutNonActivityTime", desk.logoutNonActivityTime)
        .read("ringNoAnswerTime", desk.ringNoAnswerTime)
        .read("workModeTimer", desk.workModeTimer)
        .read("supervisorAssistCallMethod", desk.supervisorAssistCallMethod)
        .read("emergencyCallMethod", desk.emergencyCallMethod)
        .read("silentMonitorWarningMessage", desk.silentMonitorWarningMessage)
        .read("silentMonitorAudibleIndication", desk.silentMonitorAudibleIndication);
}

/// What is not said of an agent is as with the built-in agent of that id, or else the first one.
void readAgent(JsonReader& reader, const AcdConfig& builtIn, std::vector<AgentConfig>& agents) {
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
    reader.read("name", agent.name)
        .read("password", agent.password)
        .read("instrument", agent.instrument)
        .read("skillTargetId", agent.skillTargetId)
        .read("team", agent.teamId)
        .read("supervisor", agent.isSupervisor)
        .read("skillGroups", agent.skillGroups)
        .readObject("desk", [&](JsonReader& inner) { readDesk(inner, agent.desk); });
    agents.push_back(std::move(agent));
}

template <class Item, class ReadItem>
void replaceList(JsonReader& reader, const char* name, std::vector<Item>& list, ReadItem readItem) {
    if (reader.contains(name))
        list.clear();
    reader.readList(name, [&](JsonReader& item) { readItem(item, list.emplace_back()); });
}

void readNumbers(JsonReader& reader, AcdConfig& config) {
    replaceList(reader, "instruments", config.instruments, [](JsonReader& item, InstrumentConfig& phone) {
        item.read("instrument", phone.instrument);
        phone.extension = phone.instrument;
        item.read("extension", phone.extension);
    });
    replaceList(reader, "skillGroups", config.skillGroups, [](JsonReader& item, SkillGroupConfig& group) {
        item.read("number", group.number).read("id", group.id).read("name", group.name);
    });
    replaceList(reader, "teams", config.teams, [](JsonReader& item, TeamConfig& team) {
        item.read("id", team.id).read("name", team.name).read("primarySupervisor", team.primarySupervisor);
    });
    replaceList(reader, "queues", config.queues, [](JsonReader& item, QueueConfig& queue) {
        item.read("name", queue.name)
            .read("dialedNumber", queue.dialedNumber)
            .read("skillGroup", queue.skillGroup)
            .read("serviceNumber", queue.serviceNumber)
            .read("serviceId", queue.serviceId)
            .read("callTypeId", queue.callTypeId);
    });
    replaceList(reader, "outside", config.outside, [](JsonReader& item, OutsideRule& rule) {
        item.read("suffix", rule.suffix).readWord("outcome", outcomeWords, rule.outcome);
    });
    replaceList(reader, "ecc", config.ecc, [](JsonReader& item, EccVariable& variable) {
        item.read("name", variable.name).read("arraySize", variable.arraySize);
    });
}

} // namespace

tl::expected<AcdConfig, std::string> configFromJson(const nlohmann::json& json) {
    const AcdConfig builtIn = defaultConfig();
    AcdConfig config = builtIn;
    std::string error;
    JsonReader reader(json, {}, error);
    reader.read("peripheral", config.peripheralId)
        .read("busyTrigger", config.busyTrigger)
        .read("variesEventOrder", config.variesEventOrder)
        .readObject("timers", [&](JsonReader& inner) {
            inner.read("delivery", config.timers.delivery)
                .read("outsideAnswers", config.timers.outsideAnswers)
                .read("outsideNoAnswer", config.timers.outsideNoAnswer)
                .read("callDataAfterEnd", config.timers.callDataAfterEnd);
        });
    readNumbers(reader, config);
    if (reader.contains("agents"))
        config.agents.clear();
    reader.readList("agents", [&](JsonReader& item) { readAgent(item, builtIn, config.agents); });
    reader.finish();
    if (!error.empty())
        return tl::make_unexpected(error);
    if (const auto faults = findFaults(config); !faults.empty())
        return tl::make_unexpected(faults.front());
    return config;
}

} // namespace callwright::simulator
