#pragma once

#include "app/simulator/acd/context.h"

#include <tl/expected.hpp>

/// Agent teams and who leads them (CTI Server guide v25, Supervisor Service).
namespace callwright::simulator {

/// The teams that a supervisor leads, as primary supervisor or another one.
std::vector<const TeamConfig*> teamsLedBy(const AcdConfig& config, const Agent& supervisor);
bool leads(const AcdConfig& config, const Agent& supervisor, const Agent& agent);
const TeamConfig* findTeam(const AcdConfig& config, std::uint32_t team);

/// AGENT_TEAM_CONFIG_EVENTs that tell the whole team: the first one says "as configured", further ones add.
std::vector<SwitchEvent> teamConfiguration(const Context& context, const TeamConfig& team);
/// AGENT_STATE_EVENTs of the members who are signed in, as they are now.
std::vector<SwitchEvent> teamStates(const Context& context, std::uint32_t team);

/// The agent is in that team from now on, for the time being; nullopt: in the configured one again. Those who lead the
/// teams concerned are told. The error: no such team.
tl::expected<void, std::string> moveToTeam(Context& context, Agent& agent, std::optional<std::uint32_t> team);

} // namespace callwright::simulator
