#include "cil/objects/statistics.h"

#include "cil/events/keywords.h"
#include "cil/objects/directory.h"
#include "cil/objects/requests.h"
#include "cil/objects/session_core.h"
#include "cil/service/event_mapping.h"
#include "cil/service/statistics.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace callwright {
namespace {

using protocol::MessageType;

constexpr std::size_t mostGroups = 99 * 4; // an agent has 99 at most

/// On a call, or in a state that a call puts an agent in: states may come after the events of calls.
bool isBusy(const Seat& seat) {
    const AgentState state = seat.agentFacts.state;
    return !seat.book.live().empty() || seat.agentFacts.isWrappingUp() || state == AgentState::Talking ||
           state == AgentState::Hold || state == AgentState::Reserved;
}

bool isOver(const Reply& reply) {
    return reply.outcome == Reply::Outcome::Failure || reply.outcome == Reply::Outcome::ControlFailure;
}

/// The groups of the agent, as the state told them.
std::vector<std::uint32_t> ownGroups(const Seat& seat) {
    std::vector<std::uint32_t> numbers;
    for (int i = 1;; ++i) {
        const Arguments* group = seat.agentFacts.properties.arguments(Keyword::indexed(keyword::SkillGroup, i));
        if (!group)
            return numbers;
        if (const auto number = group->toUInt(keyword::SkillGroupNumber))
            numbers.push_back(*number);
    }
}

CilResult whyNotCount(const Seat& seat) {
    if (const CilResult problem = seat.session.whyNot(); !problem)
        return problem;
    return seat.agentFacts.isSignedIn() ? CilResult() : CilResult{CilCode::AgentNotSignedIn};
}

} // namespace

Statistics::Statistics(SessionCore& session) : m_session(session) {}

Statistics::~Statistics() = default;

std::vector<SkillGroup*> Statistics::skillGroups() const {
    std::vector<SkillGroup*> result;
    for (const GroupEntry& entry : m_groups)
        result.push_back(entry.group.get());
    return result;
}

Statistics::AgentEntry* Statistics::find(const Seat& seat) {
    const auto found = std::ranges::find(m_agents, &seat, &AgentEntry::seat);
    return found != m_agents.end() ? &*found : nullptr;
}

Statistics::GroupEntry* Statistics::find(std::uint32_t number) {
    const auto found =
        std::ranges::find_if(m_groups, [&](const GroupEntry& entry) { return entry.group->number() == number; });
    return found != m_groups.end() ? &*found : nullptr;
}

CilResult Statistics::enableAgent(Seat& seat) {
    AgentEntry* entry = find(seat);
    if (!entry)
        entry = &m_agents.emplace_back(AgentEntry{&seat, false, isBusy(seat)});
    const CilResult result = ask(*entry);
    scheduleAgents();
    return result;
}

void Statistics::disableAgent(const Seat& seat) {
    std::erase_if(m_agents, [&](const AgentEntry& entry) { return entry.seat == &seat; });
}

CilResult Statistics::enableGroup(std::uint32_t number) {
    GroupEntry* entry = find(number);
    if (!entry && m_groups.size() >= mostGroups)
        return {CilCode::InvalidArgument};
    if (!entry) {
        entry = &m_groups.emplace_back();
        entry->group = std::make_unique<SkillGroup>(m_session, m_session.own.agentFacts.identity.peripheralId, number);
    }
    entry->isWanted = true;
    nameGroup(*entry);
    const CilResult result = ask(*entry);
    scheduleGroups();
    return result;
}

void Statistics::disableGroup(std::uint32_t number) {
    if (GroupEntry* entry = find(number))
        entry->isWanted = false;
}

void Statistics::disableAll() {
    m_agents.clear();
    for (GroupEntry& entry : m_groups)
        entry.isWanted = false;
    m_agentAlarm.reset();
    m_groupAlarm.reset();
}

void Statistics::follow() {
    if (!m_agents.empty() && !m_session.own.agentFacts.isSignedIn() && m_session.isAgentModeSet) {
        disableAll();
        return;
    }
    if (!m_session.settings.pollsAgentStatisticsAtEndCall)
        return;
    for (AgentEntry& entry : m_agents) {
        const bool isBusyNow = isBusy(*entry.seat);
        if (std::exchange(entry.wasBusy, isBusyNow) && !isBusyNow)
            ask(entry);
    }
}

CilResult Statistics::ask(AgentEntry& entry) {
    if (entry.isAsking)
        return {};
    Seat& seat = *entry.seat;
    Request request(MessageType::QUERY_AGENT_STATISTICS_REQ, Request::Object::Agent, seat.agentUid(),
                    {{keyword::AgentID, seat.agentFacts.identity.agentId}});
    request.update = [this, &seat](const Reply& reply, const Arguments& wire, Arguments& event) {
        AgentEntry* asked = find(seat);
        if (asked)
            asked->isAsking = false;
        if (isOver(reply))
            disableAgent(seat); // it would be refused again and again
        if (reply.outcome != Reply::Outcome::Confirmed)
            return;
        const Arguments figures = service::statistics(service::StatisticsScope::Agent, wire);
        seat.agentFacts.properties.set(keyword::Statistics, figures);
        event.merge(figures)
            .set(keyword::AgentID, seat.agentFacts.identity.agentId)
            .set(keyword::AgentExtension, seat.agentFacts.extension)
            .set(keyword::AgentInstrument, seat.agentFacts.identity.agentInstrument)
            .set(keyword::UniqueObjectID, seat.agentUid());
    };
    const CilResult result = send(seat, std::move(request));
    entry.isAsking = static_cast<bool>(result);
    return result;
}

CilResult Statistics::ask(GroupEntry& entry) {
    if (entry.isAsking)
        return {};
    const std::uint32_t number = entry.group->number();
    Request request(MessageType::QUERY_SKILL_GROUP_STATISTICS_REQ, Request::Object::Agent,
                    entry.group->uniqueObjectId(), {{keyword::SkillGroupNumber, number}});
    request.update = [this, number](const Reply& reply, const Arguments& wire, Arguments& event) {
        GroupEntry& asked = *find(number); // groups stay
        asked.isAsking = false;
        asked.isWanted = asked.isWanted && !isOver(reply);
        if (reply.outcome != Reply::Outcome::Confirmed)
            return;
        takeGroup(asked, wire);
        event.set(keyword::Statistics, asked.group->statistics())
            .set(keyword::UniqueObjectID, asked.group->uniqueObjectId());
    };
    const CilResult result = send(m_session.own, std::move(request));
    entry.isAsking = static_cast<bool>(result);
    return result;
}

void Statistics::takeGroup(GroupEntry& entry, const Arguments& wire) {
    Arguments& properties = entry.group->m_properties;
    properties.set(keyword::Statistics, service::statistics(service::StatisticsScope::SkillGroup, wire))
        .set(keyword::SkillGroupID, wire.toString(keyword::SkillGroupID));
    for (int i = 1;; ++i) { // the agent's state in it
        const Arguments* own = m_session.own.agentFacts.properties.arguments(Keyword::indexed(keyword::SkillGroup, i));
        if (!own)
            break;
        if (own->toUInt(keyword::SkillGroupNumber) == entry.group->number())
            properties.set(keyword::SkillGroupState, own->value(keyword::SkillGroupState));
    }
}

void Statistics::nameGroup(GroupEntry& entry) {
    const auto name =
        m_session.directory
            ? m_session.directory->skillGroup(m_session.own.agentFacts.identity.peripheralId, entry.group->number())
            : std::nullopt;
    if (!name || entry.group->name() == *name)
        return;
    entry.group->m_properties.set(keyword::SkillGroupName, *name);
    m_session.outbox.post(EventId::OnSkillInfoEvent, {{keyword::SkillGroupNumber, entry.group->number()},
                                                      {keyword::SkillGroupName, *name},
                                                      {keyword::UniqueObjectID, entry.group->uniqueObjectId()}});
    m_session.outbox.flush();
}

void Statistics::scheduleAgents() {
    if (m_session.settings.pollsAgentStatisticsAtEndCall || m_agentAlarm)
        return;
    m_agentAlarm = m_session.clock.after(std::chrono::seconds(m_session.settings.agentStatisticsPollSeconds),
                                         [this] { askAgents(); });
}

void Statistics::scheduleGroups() {
    if (m_groupAlarm)
        return;
    m_groupAlarm =
        m_session.clock.after(std::chrono::seconds(m_session.settings.skillGroupPollSeconds), [this] { askGroups(); });
}

void Statistics::askAgents() {
    const auto ended = std::move(m_agentAlarm); // this very call is its own
    for (AgentEntry& entry : m_agents) {
        if (whyNotCount(*entry.seat))
            ask(entry);
    }
    if (!m_agents.empty())
        scheduleAgents();
}

void Statistics::askGroups() {
    const auto ended = std::move(m_groupAlarm);
    const bool isPossible = static_cast<bool>(whyNotCount(m_session.own));
    bool isAnyWanted = false;
    for (GroupEntry& entry : m_groups) {
        isAnyWanted = isAnyWanted || entry.isWanted;
        if (entry.isWanted && isPossible)
            ask(entry);
    }
    if (isAnyWanted)
        scheduleGroups();
}

CilResult enableAgentStatistics(Seat& seat) {
    if (const CilResult problem = whyNotCount(seat); !problem)
        return problem;
    return seat.session.statistics.enableAgent(seat);
}

CilResult disableAgentStatistics(Seat& seat) {
    seat.session.statistics.disableAgent(seat);
    return {};
}

CilResult enableSkillGroupStatistics(SessionCore& core, const std::vector<std::uint32_t>& numbers) {
    if (const CilResult problem = whyNotCount(core.own); !problem)
        return problem;
    CilResult first;
    for (const std::uint32_t number : numbers.empty() ? ownGroups(core.own) : numbers) {
        const CilResult result = core.statistics.enableGroup(number);
        if (!result)
            return result;
        if (first.invokeId == 0)
            first = result;
    }
    return first;
}

CilResult disableSkillGroupStatistics(SessionCore& core, const std::vector<std::uint32_t>& numbers) {
    if (!numbers.empty()) {
        for (const std::uint32_t number : numbers)
            core.statistics.disableGroup(number);
        return {};
    }
    for (const SkillGroup* group : core.statistics.skillGroups())
        core.statistics.disableGroup(group->number());
    return {};
}

void followStatistics(SessionCore& core) { core.statistics.follow(); }

} // namespace callwright
