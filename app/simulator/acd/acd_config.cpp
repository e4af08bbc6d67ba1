#include "app/simulator/acd/acd_config.h"

#include "cil/protocol/names.h"

#include <algorithm>
#include <functional>
#include <set>

namespace callwright::simulator {

namespace {

namespace Desk = protocol::DeskSettingsMask;

constexpr std::uint32_t everyAgentMay =
    Desk::DESK_AVAIL_AFTER_INCOMING_MASK | Desk::DESK_SUPERVISOR_CALLS_ALLOWED_MASK |
    Desk::DESK_AGENT_TO_AGENT_CALLS_ALLOWED | Desk::DESK_OUTBOUND_ACCESS_INTERNATIONAL_MASK |
    Desk::DESK_OUTBOUND_ACCESS_PUBLIC_NET_MASK | Desk::DESK_OUTBOUND_ACCESS_PRIVATE_NET_MASK |
    Desk::DESK_OUTBOUND_ACCESS_PBX_MASK | Desk::DESK_NON_ACD_CALLS_ALLOWED_MASK;

constexpr std::uint32_t wrapupRequired = 0;
constexpr std::uint32_t wrapupNotAllowed = 2;
constexpr std::uint32_t wrapupRequiredWithData = 3;

constexpr const char* agentNames[] = {"Ada Brandt",     "Ben Castillo", "Cora Dahl",  "Dev Erasmus",    "Elif Fontaine",
                                      "Finn Gallagher", "Gina Hassan",  "Hugo Ito",   "Ines Jovanovic", "Jonas Keller",
                                      "Kira Lindgren",  "Luca Moreau",  "Maya Novak", "Noor Okafor"};

DeskSettings deskSettings(int agent) {
    DeskSettings desk;
    desk.mask = everyAgentMay;
    switch (agent) {
    case 1007:
        desk.wrapupIncoming = wrapupRequired;
        break;
    case 1008:
        desk.wrapupIncoming = wrapupRequiredWithData;
        break;
    case 1009:
        desk.wrapupIncoming = desk.wrapupOutgoing = wrapupNotAllowed;
        break;
    case 1010:
        desk.mask |= Desk::DESK_IDLE_REASON_REQUIRED_MASK | Desk::DESK_LOGOUT_REASON_REQUIRED_MASK;
        break;
    case 1011:
        desk.mask |= Desk::DESK_AUTO_ANSWER_ENABLED_MASK;
        break;
    case 1012:
        desk.wrapupIncoming = desk.wrapupOutgoing = wrapupRequired;
        desk.workModeTimer = 15;
        break;
    default:
        break;
    }
    return desk;
}

void addAgent(AcdConfig& config, int id, int instrument, std::uint32_t team, bool isSupervisor) {
    AgentConfig agent;
    agent.id = std::to_string(id);
    agent.name = agentNames[config.agents.size()];
    agent.instrument = std::to_string(instrument);
    agent.skillTargetId = static_cast<std::uint32_t>(4000 + id);
    agent.teamId = team;
    agent.isSupervisor = isSupervisor;
    agent.skillGroups = {1, 2, 3};
    agent.desk = deskSettings(id);
    config.instruments.push_back({agent.instrument, agent.instrument});
    config.agents.push_back(std::move(agent));
}

/// Names that must be there once, and fit into their field on the wire.
template <class Range, class Projection>
void checkNames(std::vector<std::string>& faults, const Range& range, Projection projection, const char* what,
                std::size_t longest) {
    std::set<std::string> seen;
    for (const auto& item : range) {
        const std::string& value = std::invoke(projection, item);
        if (value.empty())
            faults.push_back(std::string("an empty ") + what);
        else if (value.size() > longest)
            faults.push_back(std::string(what) + " " + value + " is longer than " + std::to_string(longest) +
                             " characters");
        else if (!seen.insert(value).second)
            faults.push_back(std::string(what) + " " + value + " is there twice");
    }
}

} // namespace

AcdConfig defaultConfig() {
    AcdConfig config;
    config.skillGroups = {{1, 6001, "Billing"}, {2, 6002, "Support"}, {3, 6003, "Sales"}};
    config.queues = {{"Billing", "8001", 1, 1, 7001, 9001},
                     {"Support", "8002", 2, 2, 7002, 9002},
                     {"Sales", "8003", 3, 3, 7003, 9003}};
    config.teams = {{1, "Morning", "1091", {}}, {2, "Evening", "1092", {}}};
    for (int i = 1; i <= 12; ++i)
        addAgent(config, 1000 + i, 3100 + i, i <= 6 ? 1 : 2, false);
    addAgent(config, 1091, 3191, 1, true);
    addAgent(config, 1092, 3192, 2, true);
    config.outside = {{"0001", OutsideRule::Outcome::Busy},
                      {"0002", OutsideRule::Outcome::NoAnswer},
                      {"0003", OutsideRule::Outcome::NotObtainable}};
    config.ecc = {{"user.customer", 0}, {"user.order", 0}, {"user.language", 0}, {"user.history", 5}};
    return config;
}

AcdConfig demoConfig() {
    AcdConfig config = defaultConfig();
    for (AgentConfig& agent : config.agents) {
        if (agent.teamId != 1 || agent.isSupervisor)
            continue;
        agent.desk.wrapupIncoming = wrapupRequired;
        agent.desk.workModeTimer = 60;
        agent.desk.ringNoAnswerTime = 30;
        agent.desk.mask |= Desk::DESK_IDLE_REASON_REQUIRED_MASK | Desk::DESK_LOGOUT_REASON_REQUIRED_MASK;
    }
    config.timers.delivery = std::chrono::milliseconds(400);
    config.timers.outsideAnswers = std::chrono::seconds(5);
    return config;
}

std::vector<std::string> findFaults(const AcdConfig& config) {
    std::vector<std::string> faults;
    checkNames(faults, config.agents, &AgentConfig::id, "agent", 11);
    checkNames(faults, config.instruments, &InstrumentConfig::instrument, "instrument", 63);
    checkNames(faults, config.instruments, &InstrumentConfig::extension, "extension", 15);
    checkNames(faults, config.queues, &QueueConfig::name, "queue", 255);
    checkNames(faults, config.queues, &QueueConfig::dialedNumber, "dialled number", 31);
    checkNames(faults, config.ecc, &EccVariable::name, "ECC variable", 32);
    const auto isGroup = [&](std::uint32_t group) {
        return std::ranges::find(config.skillGroups, group, &SkillGroupConfig::number) != config.skillGroups.end();
    };
    const auto isTeam = [&](std::uint32_t team) {
        return std::ranges::find(config.teams, team, &TeamConfig::id) != config.teams.end();
    };
    for (const AgentConfig& agent : config.agents) {
        if (!std::ranges::all_of(agent.skillGroups, isGroup))
            faults.push_back("agent " + agent.id + " has a skill group that is not there");
        if (agent.desk.wrapupIncoming > wrapupRequiredWithData || agent.desk.wrapupOutgoing > wrapupNotAllowed)
            faults.push_back("agent " + agent.id + " has a wrap-up mode that is not there");
        if (agent.teamId != 0 && !isTeam(agent.teamId))
            faults.push_back("agent " + agent.id + " has a team that is not there");
    }
    for (const TeamConfig& team : config.teams) {
        const auto primary = std::ranges::find(config.agents, team.primarySupervisor, &AgentConfig::id);
        if (primary != config.agents.end() && !primary->isSupervisor)
            faults.push_back("team " + team.name + " is led by an agent who is no supervisor");
        for (const std::string& id : team.supervisors) {
            const auto other = std::ranges::find(config.agents, id, &AgentConfig::id);
            if (other == config.agents.end() || !other->isSupervisor)
                faults.push_back("team " + team.name + " has " + id + ", who is no supervisor");
        }
    }
    const auto isGreetingNumber = [&](const std::string& known) { return known == config.recordGreetingNumber; };
    if (std::ranges::any_of(config.instruments, isGreetingNumber, &InstrumentConfig::extension) ||
        std::ranges::any_of(config.queues, isGreetingNumber, &QueueConfig::dialedNumber))
        faults.push_back("dialled number " + config.recordGreetingNumber + " is there twice");
    for (const QueueConfig& queue : config.queues) {
        if (!isGroup(queue.skillGroup))
            faults.push_back("queue " + queue.name + " has a skill group that is not there");
    }
    return faults;
}

} // namespace callwright::simulator
