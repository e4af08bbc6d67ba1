#include "cil/objects/team_events.h"

#include "cil/events/keywords.h"
#include "cil/objects/agent_events.h"
#include "cil/objects/logging.h"
#include "cil/objects/names.h"
#include "cil/objects/session_core.h"
#include "cil/objects/supervisor_buttons.h"
#include "cil/service/event_mapping.h"
#include "cil/service/monitored_events.h"
#include "cil/service/text.h"
#include "cil/service/wire_data.h"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

namespace callwright {
namespace {

using protocol::ConfigOperation;
using protocol::Field;
using protocol::MessageType;

// What a client is told (facts: ConfigOperation); back to the configured team is another way of adding.
constexpr std::uint16_t addAgent = 1;
constexpr std::uint16_t removeAgent = 2;

/// One group of AGENT_TEAM_CONFIG_EVENT.
struct ListedAgent {
    QString agentId;
    std::uint32_t flags = 0;
    std::optional<AgentState> state;
    std::chrono::seconds stateDuration{0};
};

ListedAgent readAgent(std::span<const protocol::FieldView> fields, protocol::CodePage page) {
    ListedAgent agent;
    for (const protocol::FieldView& field : fields) {
        if (!field.spec)
            continue;
        switch (field.spec->field) {
        case Field::AtcAgentID:
            agent.agentId = service::fromWire(field.text(), page);
            break;
        case Field::AgentFlags:
            agent.flags = field.number().value_or(0);
            break;
        case Field::AtcAgentState:
            if (const auto state = field.number())
                agent.state = static_cast<AgentState>(*state);
            break;
        case Field::AtcStateDuration:
            agent.stateDuration = std::chrono::seconds(field.number().value_or(0));
            break;
        default:
            break;
        }
    }
    return agent;
}

std::vector<ListedAgent> listedAgents(const protocol::MessageView& message, protocol::CodePage page) {
    std::vector<ListedAgent> agents;
    for (const auto& fields : message.groups(Field::AtcAgentID)) {
        ListedAgent agent = readAgent(fields, page);
        if (!agent.agentId.isEmpty())
            agents.push_back(std::move(agent));
    }
    return agents;
}

bool isOwnAgent(const SessionCore& core, const QString& agentId) {
    return agentId == core.own.agentFacts.identity.agentId;
}

Arguments memberArguments(const SessionCore& core, const TeamMember& member, std::uint16_t operation) {
    const AgentFacts& agent = member.seat->agentFacts;
    Arguments arguments = service::eventArguments(EventId::OnNewAgentTeamMember, agent.properties,
                                                  member.seat->eventContext(member.seat->agentUid()));
    // Also what is not known yet: the list's columns are fixed.
    arguments.set(keyword::PeripheralID, QString::number(agent.identity.peripheralId))
        .set(keyword::AgentState, static_cast<std::int16_t>(agent.state))
        .set(keyword::NumSkillGroups, agent.properties.toInt(keyword::NumSkillGroups).value_or(0))
        .set(keyword::AgentExtension, agent.extension)
        .set(keyword::AgentInstrument, agent.identity.agentInstrument)
        .set(keyword::AgentAvailabilityStatus,
             static_cast<std::int16_t>(agent.properties.toInt(keyword::AgentAvailabilityStatus).value_or(0)))
        .set(keyword::EventReasonCode, static_cast<std::int16_t>(agent.reasonCode.value_or(0)))
        .set(keyword::EnablementMask, supervisorMaskFor(core, *member.seat))
        .set(keyword::SupervisorID, core.own.agentFacts.identity.agentId)
        .set(keyword::AgentFlags, member.flags)
        .set(keyword::ConfigOperation, operation);
    return arguments.merge(nameArguments(core, agent.identity));
}

void unlist(SessionCore& core, TeamMember& member) {
    Arguments arguments = memberArguments(core, member, removeAgent);
    member.isListed = false;
    core.outbox.post(EventId::OnNewAgentTeamMember, std::move(arguments));
}

void takeListedAgent(SessionCore& core, const ListedAgent& listed, std::uint32_t teamId) {
    TeamMember* member = core.supervision.list(listed.agentId);
    if (!member)
        return; // there are more than can be
    member->teamId = teamId;
    member->flags = listed.flags;
    AgentFacts& agent = member->seat->agentFacts;
    agent.identity.isSupervisor =
        (listed.flags & (protocol::AgentFlags::PRIMARY_SUPERVISOR | protocol::AgentFlags::SUPERVISOR)) != 0;
    agent.properties.set(keyword::AgentFlags, listed.flags)
        .set(keyword::IsSupervisor, agent.identity.isSupervisor)
        .set(keyword::SupervisorID, core.own.agentFacts.identity.agentId);
    if (listed.state) {
        agent.state = *listed.state;
        agent.stateSince = core.clock.now() - listed.stateDuration;
        agent.properties.set(keyword::AgentState, static_cast<std::uint16_t>(agent.state));
    }
    postTeamMember(core, *member);
}

/// Back to the configured team: who was in it for a time, and is not listed, leaves.
void endTemporaryMembers(SessionCore& core, std::uint32_t teamId, const std::vector<ListedAgent>& listed) {
    for (TeamMember& member : core.supervision.members()) {
        const bool isTemporary = (member.flags & protocol::AgentFlags::TEMPORARY_AGENT) != 0;
        if (member.isListed && member.teamId == teamId && isTemporary &&
            std::ranges::find(listed, member.seat->agentFacts.identity.agentId, &ListedAgent::agentId) == listed.end())
            unlist(core, member);
    }
}

Seat* seatOfState(SessionCore& core, const protocol::MessageView& message) {
    const QString agentId = service::fromWire(message.text(Field::AgentID).value_or(""), core.codePage());
    Supervision& watched = core.supervision;
    const bool isOfTeam = watched.findTeamByMonitor(message.number(Field::MonitorID, 0)) != nullptr;
    if (agentId.isEmpty() || isOwnAgent(core, agentId))
        return isOfTeam ? nullptr : &core.own; // the session's own events tell it, too
    TeamMember* member = watched.findMember(agentId);
    if (!member && isOfTeam) {
        member = watched.list(agentId); // the team's events came before its configuration
        if (member)
            postTeamMember(core, *member);
    }
    return member ? member->seat.get() : nullptr;
}

} // namespace

Seat* seatFor(SessionCore& core, const protocol::MessageView& message) {
    if (message.type() == MessageType::AGENT_STATE_EVENT)
        return seatOfState(core, message);
    Seat* watched = core.supervision.findByMonitor(message.number(Field::MonitorID, 0));
    return watched ? watched : &core.own;
}

void postTeamMember(SessionCore& core, const TeamMember& member) {
    core.outbox.post(EventId::OnNewAgentTeamMember, memberArguments(core, member, addAgent));
    postAgentName(*member.seat);
}

void onAgentTeamConfig(SessionCore& core, const protocol::MessageView& message) {
    const std::uint32_t teamId = message.number(Field::TeamID, 0);
    const auto operation = static_cast<ConfigOperation>(message.number(Field::ConfigOperation, 0));
    if (Team* team = core.supervision.addTeam(teamId))
        team->name = service::fromWire(message.text(Field::AgentTeamName).value_or(""), core.codePage());
    const auto listed = listedAgents(message, core.codePage());
    for (const ListedAgent& agent : listed) {
        TeamMember* member = core.supervision.findMember(agent.agentId);
        if (isOwnAgent(core, agent.agentId))
            core.own.agentFacts.properties.set(keyword::AgentFlags, agent.flags);
        else if (operation != ConfigOperation::REMOVE_AGENT)
            takeListedAgent(core, agent, teamId);
        else if (member)
            unlist(core, *member);
    }
    if (operation == ConfigOperation::RESTORE_PERMANENT)
        endTemporaryMembers(core, teamId, listed);
}

void takeTeamList(SessionCore& core, const protocol::MessageView& message) {
    for (std::size_t i = 0; const protocol::FieldView* field = message.find(Field::TeamID, i); ++i) {
        if (const auto teamId = field->number(); teamId && !core.supervision.addTeam(*teamId))
            qCWarning(logObjects) << "more teams than are kept:" << *teamId;
    }
}

void postMonitored(Seat& seat, EventId id, Arguments arguments) {
    SessionCore& core = seat.session;
    const auto variant = service::monitoredVariant(id);
    if (variant == EventId::None)
        return;
    arguments.set(keyword::Monitored, true);
    if (variant && core.supervision.monitored == &seat)
        arguments.set(keyword::SupervisorBtnEnablementMask, supervisorMaskFor(core, seat));
    if (id == EventId::OnAgentStateChange)
        arguments.merge(nameArguments(core, seat.agentFacts.identity));
    core.outbox.post(variant.value_or(id), std::move(arguments));
}

} // namespace callwright
