#pragma once

#include "cil/events/arguments.h"
#include "cil/events/event_list.h"
#include "cil/protocol/message_view.h"

namespace callwright {

class Seat;
class SessionCore;
struct Team;
struct TeamMember;

/// The seat that a message about an agent or a call is for: by AgentID for AGENT_STATE_EVENT, by MonitorID for calls;
/// the own one when nothing says otherwise. nullptr: somebody whom nobody here watches.
Seat* seatFor(SessionCore& core, const protocol::MessageView& message);

/// AGENT_TEAM_CONFIG_EVENT (CTI Server guide v25, Supervisor): who is in a team, joins or leaves it.
/// OnNewAgentTeamMember for each of them.
void onAgentTeamConfig(SessionCore& core, const protocol::MessageView& message);
/// One segment of LIST_AGENT_TEAM_CONF: the teams of the supervisor.
void takeTeamList(SessionCore& core, const protocol::MessageView& message);
/// OnNewAgentTeamMember for somebody who is in the team.
void postTeamMember(SessionCore& core, const TeamMember& member);

/// Sends out what happened at a team member's place: in the monitored form, marked Monitored, with the supervisor's
/// mask when it is the monitored agent's.
void postMonitored(Seat& seat, EventId id, Arguments arguments);

} // namespace callwright
