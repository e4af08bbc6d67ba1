#pragma once

#include "cil/objects/seat.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace callwright {

class SessionCore;

/// Somebody a supervisor's session knows besides the person who signed in.
struct TeamMember {
    std::unique_ptr<Seat> seat;
    std::uint32_t teamId = 0;
    std::uint32_t flags = 0;         ///< AgentFlags
    bool isListed = false;           ///< in the team now; a seat stays after that, for whoever still holds it
    std::uint32_t deviceMonitor = 0; ///< MonitorID of the agent's device; 0: its calls are not shown
    bool isListRefused = false;      ///< the device may have calls of before the monitor, which nothing shows
};

struct Team {
    std::uint32_t id = 0;
    QString name;
    bool isWatched = false;    ///< asked for; goes on after a failover
    std::uint32_t monitor = 0; ///< MonitorID; 0: not running
};

/// Whom a session watches: teams, their members, the one agent whose calls are followed. Publishes nothing. The files
/// beside this one act on it: team_events (the server's messages), team_requests, supervise_requests.
class Supervision {
public:
    explicit Supervision(SessionCore& session) : m_session(session) {}

    static constexpr std::size_t mostMembers = 2048; ///< what a server may make a desk keep
    static constexpr std::size_t mostTeams = 256;

    std::vector<TeamMember>& members() { return m_members; }
    const std::vector<TeamMember>& members() const { return m_members; }
    std::vector<Team>& teams() { return m_teams; }

    TeamMember* findMember(const QString& agentId); ///< listed ones
    const TeamMember* findMember(const Seat& seat) const;
    TeamMember* findMember(const Seat& seat);
    Seat* findByMonitor(std::uint32_t monitorId) const; ///< the seat whose device this monitor watches
    /// Lists somebody, again or for the first time; nullptr: there are too many.
    TeamMember* list(const QString& agentId);

    Team* findTeam(std::uint32_t teamId);
    Team* findTeamByMonitor(std::uint32_t monitorId);
    Team* addTeam(std::uint32_t teamId); ///< the known one, if it is; nullptr: there are too many

    /// The agent of StartMonitoringAgent; the monitored call is that seat's current one.
    Seat* monitored = nullptr;
    QString listeningTo;   ///< UniqueObjectID of the agent of this supervisor's monitor call; empty: nobody, or unknown
    Arguments monitorCall; ///< what OnSilentMonitorStartedEvent said of the monitor call; empty: there is none
    bool isListAsked = false;
    std::uint32_t toldMask = 0; ///< of the last OnSupervisorButtonChange

private:
    SessionCore& m_session;
    std::vector<TeamMember> m_members;
    std::vector<Team> m_teams;
};

} // namespace callwright
