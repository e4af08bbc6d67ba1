#include "app/simulator/acd/teams.h"

#include "app/simulator/acd/agents.h"
#include "app/simulator/acd/fields.h"

#include <algorithm>
#include <span>
#include <utility>

namespace callwright::simulator {

namespace {

using protocol::ConfigOperation;
namespace Flags = protocol::AgentFlags;

constexpr std::size_t membersAtMost = 64; // in one message

bool isLedBy(const TeamConfig& team, const Agent& supervisor) {
    const std::string& id = supervisor.config->id;
    return supervisor.config->isSupervisor && (team.primarySupervisor == id || supervisor.teamId == team.id ||
                                               std::ranges::find(team.supervisors, id) != team.supervisors.end());
}

std::uint32_t flagsOf(const TeamConfig& team, const Agent& member) {
    if (team.primarySupervisor == member.config->id)
        return Flags::PRIMARY_SUPERVISOR;
    if (isLedBy(team, member))
        return Flags::SUPERVISOR;
    return member.teamId == member.config->teamId ? 0 : +Flags::TEMPORARY_AGENT;
}

std::vector<const Agent*> membersOf(const World& world, const TeamConfig& team) {
    std::vector<const Agent*> members;
    for (const Agent& agent : world.agents) {
        if (agent.teamId == team.id || isLedBy(team, agent))
            members.push_back(&agent);
    }
    return members;
}

SwitchEvent configEvent(const Context& context, const TeamConfig& team, ConfigOperation operation,
                        std::span<const Agent* const> members) {
    Fields fields;
    fields.set(Field::PeripheralID, context.config.peripheralId)
        .set(Field::TeamID, team.id)
        .set(Field::NumberOfAgents, static_cast<std::uint32_t>(members.size()))
        .set(Field::ConfigOperation, operation)
        .set(Field::DepartmentID, 0u)
        .set(Field::AgentTeamName, team.name);
    for (const Agent* const member : members) {
        const auto inState = std::chrono::duration_cast<std::chrono::seconds>(context.clock.now() - member->since);
        fields.set(Field::AtcAgentID, member->config->id)
            .set(Field::AgentFlags, flagsOf(team, *member))
            .set(Field::AtcAgentState, member->state)
            .set(Field::AtcStateDuration, static_cast<std::uint32_t>(inState.count()));
    }
    return {MessageType::AGENT_TEAM_CONFIG_EVENT, {}, fields.take()};
}

void postMember(Context& context, std::uint32_t team, ConfigOperation operation, const Agent& member) {
    const Agent* const members[] = {&member};
    if (const TeamConfig* const known = findTeam(context.config, team))
        context.outbox.post(configEvent(context, *known, operation, members));
}

} // namespace

const TeamConfig* findTeam(const AcdConfig& config, std::uint32_t team) {
    const auto found = std::ranges::find(config.teams, team, &TeamConfig::id);
    return found == config.teams.end() ? nullptr : &*found;
}

std::vector<const TeamConfig*> teamsLedBy(const AcdConfig& config, const Agent& supervisor) {
    std::vector<const TeamConfig*> led;
    for (const TeamConfig& team : config.teams) {
        if (isLedBy(team, supervisor))
            led.push_back(&team);
    }
    return led;
}

bool leads(const AcdConfig& config, const Agent& supervisor, const Agent& agent) {
    return std::ranges::any_of(teamsLedBy(config, supervisor),
                               [&](const TeamConfig* team) { return team->id == agent.teamId; });
}

std::vector<SwitchEvent> teamConfiguration(const Context& context, const TeamConfig& team) {
    const std::vector<const Agent*> members = membersOf(context.world, team);
    std::span<const Agent* const> rest = members;
    std::vector<SwitchEvent> events;
    do {
        const auto part = rest.first(std::min(rest.size(), membersAtMost));
        rest = rest.subspan(part.size());
        events.push_back(configEvent(
            context, team, events.empty() ? ConfigOperation::RESTORE_PERMANENT : ConfigOperation::ADD_AGENT, part));
    } while (!rest.empty());
    return events;
}

std::vector<SwitchEvent> teamStates(const Context& context, std::uint32_t team) {
    std::vector<SwitchEvent> events;
    for (const Agent& agent : context.world.agents) {
        if (agent.teamId == team && agent.isSignedIn())
            events.push_back(agentStateEvent(context, agent));
    }
    return events;
}

tl::expected<void, std::string> moveToTeam(Context& context, Agent& agent, std::optional<std::uint32_t> team) {
    const std::uint32_t next = team.value_or(agent.config->teamId);
    if (team && !findTeam(context.config, next))
        return tl::make_unexpected("there is no team " + std::to_string(next));
    if (next == agent.teamId)
        return {};
    postMember(context, agent.teamId, ConfigOperation::REMOVE_AGENT, agent);
    agent.teamId = next;
    if (const TeamConfig* const own = team ? nullptr : findTeam(context.config, next)) {
        for (SwitchEvent& event : teamConfiguration(context, *own))
            context.outbox.post(std::move(event));
    } else {
        postMember(context, next, ConfigOperation::ADD_AGENT, agent);
    }
    return {};
}

} // namespace callwright::simulator
