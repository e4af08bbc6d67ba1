#include "cil/objects/team_requests.h"

#include "cil/events/keywords.h"
#include "cil/objects/monitoring.h"
#include "cil/objects/requests.h"
#include "cil/objects/session_core.h"
#include "cil/objects/supervisor_buttons.h"
#include "cil/objects/team_events.h"
#include "cil/service/field_keywords.h"

#include <utility>
#include <vector>

namespace callwright {
namespace {

using protocol::MessageType;

constexpr std::uint32_t unknownAgent = 0xFFFFFFFF;   // ICMAgentID of nobody
constexpr std::uint16_t loggedOutBySupervisor = 999; // facts: the reason of a supervisor's logout

Request teamRequest(const SessionCore& core, MessageType type, Arguments arguments) {
    return {type, Request::Object::Agent, core.own.agentUid(), std::move(arguments)};
}

std::vector<std::uint32_t> teamIds(SessionCore& core) {
    std::vector<std::uint32_t> ids;
    for (const Team& team : core.supervision.teams())
        ids.push_back(team.id);
    return ids;
}

CilResult listTeams(SessionCore& core, std::function<void()> then) {
    // The supervisor's skill target id, which the own state told.
    const std::uint32_t supervisor = core.own.agentFacts.properties.toUInt(keyword::ICMAgentID).value_or(0);
    if (supervisor == 0 || supervisor == unknownAgent)
        return {CilCode::InvalidObjectState};
    Request request = teamRequest(core, MessageType::LIST_AGENT_TEAM_REQ, {{keyword::SupervisorID, supervisor}});
    request.update = [&core](const Reply& reply, const Arguments&, Arguments&) {
        if (reply.outcome == Reply::Outcome::Confirmed)
            takeTeamList(core, *reply.message);
    };
    request.then = [then = std::move(then)](const Reply& reply) {
        if (reply.outcome == Reply::Outcome::Confirmed && then)
            then();
    };
    return send(core.own, std::move(request));
}

} // namespace

CilResult whyNotSupervise(const SessionCore& core) {
    if (const CilResult problem = core.whyNot(); !problem)
        return problem;
    if (!core.own.agentFacts.identity.isSupervisor)
        return {CilCode::InvalidAgent};
    return core.own.agentFacts.isSignedIn() ? CilResult() : CilResult{CilCode::AgentNotSignedIn};
}

CilResult requestTeamList(SessionCore& core) {
    if (const CilResult problem = whyNotSupervise(core); !problem)
        return problem;
    core.supervision.isListAsked = true;
    return listTeams(core, [&core] {
        for (const TeamMember& member : core.supervision.members()) {
            if (member.isListed)
                postTeamMember(core, member);
        }
    });
}

CilResult startWatchingTeam(SessionCore& core, std::uint32_t teamId) {
    if (const CilResult problem = whyNotSupervise(core); !problem)
        return problem;
    Team* team = core.supervision.addTeam(teamId);
    if (!team)
        return {CilCode::InvalidArgument};
    if (team->monitor != 0)
        return {}; // it runs already
    team->isWatched = true;
    Request request = teamRequest(core, MessageType::MONITOR_AGENT_TEAM_START_REQ, {{keyword::TeamID, teamId}});
    request.update = [&core, teamId](const Reply& reply, const Arguments& wire, Arguments&) {
        Team* asked = core.supervision.findTeam(teamId);
        if (!asked)
            return;
        if (reply.outcome == Reply::Outcome::Confirmed)
            asked->monitor = wire.toUInt(keyword::MonitorID).value_or(0);
        else if (reply.outcome != Reply::Outcome::LinkLost)
            asked->isWatched = false;
    };
    return send(core.own, std::move(request));
}

CilResult stopWatchingTeam(SessionCore& core, std::uint32_t teamId) {
    if (const CilResult problem = whyNotSupervise(core); !problem)
        return problem;
    Team* team = core.supervision.findTeam(teamId);
    if (!team || !team->isWatched)
        return {CilCode::InvalidArgument};
    team->isWatched = false;
    if (team->monitor == 0)
        return {};
    return send(core.own, teamRequest(core, MessageType::MONITOR_AGENT_TEAM_STOP_REQ,
                                      {{keyword::MonitorID, std::exchange(team->monitor, 0)}}));
}

CilResult startWatchingAllTeams(SessionCore& core) {
    if (const CilResult problem = whyNotSupervise(core); !problem)
        return problem;
    const auto startAll = [&core] {
        for (const std::uint32_t id : teamIds(core))
            startWatchingTeam(core, id);
    };
    if (core.supervision.teams().empty())
        return listTeams(core, startAll);
    CilResult first;
    for (const std::uint32_t id : teamIds(core)) {
        const CilResult result = startWatchingTeam(core, id);
        if (!result)
            return result;
        if (first.invokeId == 0)
            first = result;
    }
    return first;
}

CilResult stopWatchingAllTeams(SessionCore& core) {
    if (const CilResult problem = whyNotSupervise(core); !problem)
        return problem;
    CilResult first;
    for (const std::uint32_t id : teamIds(core)) {
        const Team* team = core.supervision.findTeam(id);
        const CilResult result = team && team->isWatched ? stopWatchingTeam(core, id) : CilResult();
        if (first.invokeId == 0)
            first = result;
    }
    return first;
}

CilResult startMonitoring(SessionCore& core, Agent* agent) {
    if (const CilResult problem = whyNotSupervise(core); !problem)
        return problem;
    Seat* seat = agent ? seatOfMember(core, *agent) : nullptr;
    if (!seat)
        return {CilCode::InvalidArgument};
    if (core.supervision.monitored == seat)
        return {};
    endMonitoring(core);
    const CilResult result = beginMonitoring(*seat);
    core.outbox.flush();
    return result;
}

CilResult stopMonitoring(SessionCore& core, Agent* agent) {
    if (const CilResult problem = whyNotSupervise(core); !problem)
        return problem;
    const Seat* seat = agent ? seatOfMember(core, *agent) : core.supervision.monitored;
    if (!seat || core.supervision.monitored != seat)
        return {CilCode::InvalidArgument};
    endMonitoring(core);
    core.outbox.flush();
    return {};
}

CilResult setMonitoredCall(SessionCore& core, Call* call) {
    if (const CilResult problem = whyNotSupervise(core); !problem)
        return problem;
    Seat* seat = core.supervision.monitored;
    if (!seat || (call && (call->isEnded() || seat->book.findById(call->uniqueObjectId()) != call)))
        return {CilCode::InvalidCall};
    seat->book.setCurrent(call);
    postSupervisorButtons(core);
    core.outbox.flush();
    return {};
}

CilResult requestMemberState(Seat& member, AgentState state, std::optional<std::uint16_t> reasonCode) {
    SessionCore& core = member.session;
    if (const CilResult problem = whyNotSupervise(core); !problem)
        return problem;
    const bool isSignedIn = member.agentFacts.isSignedIn();
    if (!isSignedIn)
        return {CilCode::InvalidObjectState};
    const bool isLogout = state == AgentState::Logout;
    Arguments arguments{{keyword::AgentState, static_cast<std::uint16_t>(state)},
                        {keyword::AgentID, member.agentFacts.identity.agentId},
                        {keyword::AgentInstrument, member.agentFacts.identity.agentInstrument},
                        {keyword::SupervisorID, core.own.agentFacts.identity.agentId},
                        {keyword::EventReasonCode, reasonCode.value_or(isLogout ? loggedOutBySupervisor : 0)},
                        {service::keywordOf(protocol::Field::ForcedFlag), static_cast<std::uint16_t>(1)}};
    if (isLogout)
        arguments.set(keyword::AgentPassword, QString()); // the supervisor does not know it
    return send(member, Request(MessageType::SET_AGENT_STATE_REQ, Request::Object::Agent, member.agentUid(),
                                std::move(arguments)));
}

void loseSupervision(SessionCore& core) {
    for (Team& team : core.supervision.teams())
        team.monitor = 0;
    for (TeamMember& member : core.supervision.members()) {
        member.deviceMonitor = 0;
        member.seat->announced.clear();
        for (Call* call : member.seat->book.live())
            CallBook::facts(*call).isConfirmed = false;
    }
}

void endSupervision(SessionCore& core) {
    loseSupervision(core);
    forgetMonitored(core);
    for (TeamMember& member : core.supervision.members()) {
        member.isListed = false;
        member.seat->agentFacts.state = AgentState::Unknown;
    }
    core.supervision.teams().clear();
    core.supervision.listeningTo.clear();
    core.supervision.isListAsked = false;
}

void resumeSupervision(SessionCore& core) {
    if (!core.own.agentFacts.identity.isSupervisor || !core.own.agentFacts.isSignedIn())
        return;
    if (core.supervision.isListAsked)
        requestTeamList(core);
    for (const std::uint32_t id : teamIds(core)) {
        if (core.supervision.findTeam(id)->isWatched)
            startWatchingTeam(core, id);
    }
    if (core.supervision.monitored)
        beginMonitoring(*core.supervision.monitored);
}

} // namespace callwright
