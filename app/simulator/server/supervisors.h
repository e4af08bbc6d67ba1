#pragma once

#include "app/simulator/server/open_rules.h"
#include "app/simulator/server/switch.h"
#include "cil/protocol/message_view.h"

#include <string>
#include <vector>

/// What the supervisor service gives a session (CTI Server guide v25, Supervisor Service).
namespace callwright::simulator {

/// The AgentID of whoever the session belongs to; empty: nobody is signed in there.
std::string agentOf(const OpenTerms& terms, const Switch& behind);
/// Whether the session is of a supervisor who leads that team.
bool leadsTeam(const OpenTerms& terms, std::uint32_t team, const Switch& behind);
/// Whether the session is of a supervisor whose team the agent is in.
bool leadsAgent(const OpenTerms& terms, std::string_view agentId, const Switch& behind);

/// The agent of one of the session's teams for whom a request is that agents may make for themselves only; its
/// instrument. nullopt: the request is no such one.
std::optional<std::string> memberAsked(const protocol::MessageView& request, const OpenTerms& terms,
                                       const Switch& behind);

/// LIST_AGENT_TEAM_CONF in as many parts as the teams need; the refusal when SupervisorID is somebody else's.
tl::expected<std::vector<FieldValues>, protocol::StatusCode> listTeams(const protocol::MessageView& request,
                                                                       const OpenTerms& terms, const Switch& behind);

} // namespace callwright::simulator
