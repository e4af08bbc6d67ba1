#pragma once

#include "cil/objects/agent.h"

#include <cstdint>

/// What a supervisor asks of CTI Server about teams and their members (CTI Server guide v25, Supervisor and Peripheral
/// Monitor). All answer E_CTIOS_INVALID_AGENT for anybody else.
namespace callwright {

class SessionCore;

/// What stands against anything a supervisor asks for now.
CilResult whyNotSupervise(const SessionCore& core);

CilResult requestTeamList(SessionCore& core);
CilResult startWatchingTeam(SessionCore& core, std::uint32_t teamId);
CilResult stopWatchingTeam(SessionCore& core, std::uint32_t teamId);
CilResult startWatchingAllTeams(SessionCore& core); ///< asks for the list first when none came yet
CilResult stopWatchingAllTeams(SessionCore& core);

/// OnStartMonitoringAgent follows, and the agent's calls where the server grants Peripheral Monitor: without it,
/// OnCTIOSFailure says so. Whoever was monitored before is not any more.
CilResult startMonitoring(SessionCore& core, Agent* agent);
CilResult stopMonitoring(SessionCore& core, Agent* agent); ///< the calls end here, then OnStopMonitoringAgent
CilResult setMonitoredCall(SessionCore& core, Call* call); ///< nullptr: none

/// A team member's state, set by the supervisor.
CilResult requestMemberState(Seat& member, AgentState state, std::optional<std::uint16_t> reasonCode);

/// After the link was lost: what is watched is not told any more, and not certain.
void loseSupervision(SessionCore& core);
/// After the session is over for good.
void endSupervision(SessionCore& core);
/// After the agent is known to the server again: what was watched is watched again.
void resumeSupervision(SessionCore& core);

} // namespace callwright
