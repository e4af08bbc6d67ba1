#pragma once

#include "cil/clock/clock.h"
#include "cil/events/arguments.h"
#include "cil/objects/cil_error.h"
#include "cil/objects/dial_options.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace callwright {

class Call;
class Seat;
class SkillGroup;
struct AgentFacts;

struct AgentIdentity {
    std::uint32_t peripheralId = 0;
    QString agentId;
    QString agentInstrument;
    bool isSupervisor = false; ///< asks for the Supervisor service
};

/// Agent states as published (facts: AgentState; the same numbers as on the wire).
enum class AgentState : std::uint16_t {
    Login = 0,
    Logout = 1,
    NotReady = 2,
    Available = 3,
    Talking = 4,
    WorkNotReady = 5,
    WorkReady = 6,
    BusyOther = 7,
    Reserved = 8,
    Unknown = 9,
    Hold = 10
};

enum class SignInMethod { Password, SingleSignOn };

enum class GreetingAction : std::uint16_t { StopCurrent = 0, Disable = 1, Enable = 2 };

/// SuperviseCall (facts: SupervisoryAction, the numbers on the wire).
enum class SupervisoryAction : std::uint16_t { Clear = 0, Monitor = 1, BargeIn = 3, Intercept = 4 };

/// Whom a chat message goes to (the numbers of Distribution on the wire). The supervisor of one's own team, all of the
/// team, everybody.
enum class ChatTo : std::uint16_t { Agent = 0, Supervisor = 1, Team = 2, All = 3 };

/// The signed-in person. Requests return at once: an error code for what is wrong here, or the InvokeID; the outcome
/// comes as exactly one ...Conf or OnControlFailureConf event.
class Agent : public QObject {
    Q_OBJECT
public:
    const AgentIdentity& identity() const;
    QString uniqueObjectId() const; ///< agent.<PeripheralID>.<AgentID>
    QString extension() const;
    AgentState state() const;
    std::uint32_t reasonCode() const; ///< EventReasonCode of the state; meaningful for NotReady and Logout
    /// Whether the server told the reason: not after a failover, nor of an agent who was signed in before.
    bool isReasonKnown() const;
    /// The reason in words: as the settings name it, else as the system's own reasons are named; empty for others.
    QString reasonText() const;
    std::optional<AgentState> nextState() const; ///< asked for, comes after the call (NextAgentState)
    std::uint32_t incomingOrOutgoing() const;    ///< of the call behind this state: 0 unknown, 1 incoming, 2 outgoing
    Milliseconds timeInState() const;            ///< server's duration carried on by the local clock
    bool isSignedIn() const;
    bool isAgent() const; ///< no supervisor
    bool isSupervisor() const;
    Arguments properties() const; ///< every property under its keyword (properties.tsv)
    /// SetValue: AgentID, AgentInstrument, PeripheralID while the session is closed, AgentPassword before the sign-in;
    /// false for anything else.
    bool setValue(Keyword key, const ArgValue& value);

    // desk settings, as far as the face needs them (AGENT_DESK_SETTINGS_CONF); the enablement uses them too
    bool notReadyReasonRequired() const;
    bool logoutReasonRequired() const;
    bool wrapupDataRequired() const; ///< WrapupDataMode of the call just ended is REQUIRED_WITH_DATA

    CilResult login(const QString& password, SignInMethod method = SignInMethod::Password);
    CilResult logout(std::optional<std::uint16_t> reasonCode = {});
    CilResult setReady();
    CilResult setNotReady(std::optional<std::uint16_t> reasonCode = {});
    CilResult setWrapUp(); ///< WORK_READY or WORK_NOT_READY, as the mask allows
    CilResult makeCall(const DialOptions& options);
    CilResult queryAgentState(); ///< OnQueryAgentStateConf; also of a team member

    // Help and reports, about a call (nullptr: without one). The new call of the first two comes with its events; a
    // refusal, or that nobody was found, as OnControlFailureConf.
    CilResult requestSupervisorAssist(Call* about = nullptr);
    CilResult makeEmergencyCall(Call* about = nullptr);
    CilResult reportBadCallLine(Call* about = nullptr); ///< nullptr: the current call
    CilResult setGreeting(GreetingAction action);       ///< SetAgentGreetingAction; until the agent signs out

    /// At most 254 bytes in the connection's code page. `target` is the AgentID, or a team member's login name, with
    /// ChatTo::Agent. There is no event of its own for having been sent: Session::requestConfirmed().
    CilResult sendChatMessage(ChatTo to, const QString& target, const QString& text);

    // Figures of this agent, and of skill groups. Asked for sparingly: those of the agent when a call is over or at an
    // interval (Server/Agent/PollForAgentStatsAtEndCall, PollingIntervalSec), those of groups at theirs
    // (Server/SkillGroup/PollingIntervalSec), and at once. They end with the sign-out, and when the server refuses.
    CilResult enableAgentStatistics(); ///< OnAgentStatistics, again and again
    CilResult disableAgentStatistics();
    /// OnSkillGroupStatisticsUpdated, OnSkillInfoEvent where a name is known; none: the agent's own groups.
    CilResult enableSkillGroupStatistics(const std::vector<std::uint32_t>& numbers = {});
    CilResult disableSkillGroupStatistics(const std::vector<std::uint32_t>& numbers = {}); ///< none: all
    std::vector<SkillGroup*> skillGroups() const; ///< GetSkillGroups: those that were asked for

    // --- as a supervisor (E_CTIOS_INVALID_AGENT for others). The Agents of team members are Session::agents(); on them
    // setReady(), setNotReady() and logout() (reason 999 unless given) are the supervisor's requests, and no others.
    bool isTeamMember() const;                                ///< somebody else, whom this session's supervisor watches
    CilResult requestAgentTeamList();                         ///< OnNewAgentTeamMember for each member
    CilResult startMonitoringAgentTeam(std::uint32_t teamId); ///< OnMonitoredAgentStateChange from now on
    CilResult stopMonitoringAgentTeam(std::uint32_t teamId);
    CilResult startMonitoringAllAgentTeams();
    CilResult stopMonitoringAllAgentTeams();
    /// One agent at a time: OnStartMonitoringAgent, then the monitored forms of this agent's call events. Where the
    /// server does not show others' calls, OnCTIOSFailure (eServiceNotSupported) says so.
    CilResult startMonitoringAgent(Agent* member);
    CilResult stopMonitoringAgent(Agent* member); ///< OnMonitoredCallEnd for each call, OnStopMonitoringAgent
    /// The call that the supervisor's buttons are about. An only call is it by itself; nullptr: none.
    CilResult startMonitoringCall(Call* call);
    /// On a member's call; nullptr: the one that is active there, where others' calls are not shown. Monitor is for
    /// Unified CM-based silent monitoring, Intercept for a call that was barged into, Clear ends what the others began.
    CilResult superviseCall(Agent* member, Call* call, SupervisoryAction action);
    Agent* monitoredAgent() const;
    Call* monitoredCall() const;

private:
    friend class Seat;
    Agent(Seat& seat, const AgentFacts& facts, QObject* parent);

    Seat& m_seat;
    const AgentFacts& m_facts; // the seat's: it follows the server's messages
};

} // namespace callwright
