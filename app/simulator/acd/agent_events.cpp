#include "app/simulator/acd/agents.h"
#include "app/simulator/acd/fields.h"
#include "app/simulator/acd/wrapup_rules.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

using protocol::CallDirection;

constexpr std::uint32_t voiceDomain = 1;

CallDirection callDirection(Direction direction) {
    switch (direction) {
    case Direction::None:
        return CallDirection::CALL_DIRECTION_NONE;
    case Direction::In:
        return CallDirection::CALL_DIRECTION_IN;
    case Direction::OtherIn:
        return CallDirection::CALL_DIRECTION_OTHER_IN;
    case Direction::Out:
        return CallDirection::CALL_DIRECTION_OUT;
    case Direction::OtherOut:
        return CallDirection::CALL_DIRECTION_OTHER_OUT;
    }
    return CallDirection::CALL_DIRECTION_NONE;
}

bool isBusyWithCall(AgentState state) {
    return state == AgentState::AGENT_STATE_TALKING || state == AgentState::AGENT_STATE_HOLD ||
           state == AgentState::AGENT_STATE_RESERVED || isWork(state);
}

std::uint32_t groupId(const Context& context, std::uint32_t groupNumber) {
    const SkillGroupConfig* const group = findSkillGroup(context.config, groupNumber);
    return group ? group->id : protocol::NULL_SKILL_GROUP;
}

/// The group that the change is about: that of the call, or the only one there is.
std::uint32_t mainGroup(const Agent& agent) {
    if (agent.work && agent.work->skillGroup != protocol::NULL_SKILL_GROUP)
        return agent.work->skillGroup;
    return agent.skillGroups.size() == 1 ? agent.skillGroups.front() : protocol::NULL_SKILL_GROUP;
}

void addGroups(Fields& fields, const Context& context, const Agent& agent) {
    const bool listsGroups = agent.skillGroups.size() > 1;
    fields.set(Field::NumFltSkillGroups, listsGroups ? static_cast<std::uint32_t>(agent.skillGroups.size()) : 0u);
    if (!listsGroups)
        return;
    for (const std::uint32_t group : agent.skillGroups) {
        fields.set(Field::FltSkillGroupNumber, group)
            .set(Field::FltSkillGroupID, groupId(context, group))
            .set(Field::FltSkillGroupPriority, 0u)
            .set(Field::FltSkillGroupState, stateInGroup(agent, group));
    }
}

} // namespace

AgentState stateInGroup(const Agent& agent, std::uint32_t skillGroup) {
    const bool isForAnother =
        agent.work && agent.work->skillGroup != protocol::NULL_SKILL_GROUP && agent.work->skillGroup != skillGroup;
    return isBusyWithCall(agent.state) && isForAnother ? AgentState::AGENT_STATE_BUSY_OTHER : agent.state;
}

std::uint32_t availability(const Agent& agent) {
    return number(agent.state == AgentState::AGENT_STATE_AVAILABLE ? protocol::AgentAvailabilityStatus::ICM_AVAILABLE
                                                                   : protocol::AgentAvailabilityStatus::NOT_AVAILABLE);
}

std::uint32_t taskCount(const Context& context, const Agent& agent) {
    if (!agent.isSignedIn())
        return 0;
    const auto calls = static_cast<std::uint32_t>(countLegsAt(context.world, agent.instrument));
    return std::max(calls, isBusyWithCall(agent.state) ? 1u : 0u);
}

SwitchEvent agentStateEvent(const Context& context, const Agent& agent) {
    const std::uint32_t group = mainGroup(agent);
    Fields fields;
    fields.set(Field::PeripheralID, context.config.peripheralId)
        .set(Field::PeripheralType, context.config.peripheralType)
        .set(Field::SkillGroupState, group == protocol::NULL_SKILL_GROUP ? agent.state : stateInGroup(agent, group))
        .set(Field::StateDuration, 0u)
        .set(Field::SkillGroupNumber, group)
        .set(Field::SkillGroupID, groupId(context, group))
        .set(Field::SkillGroupPriority, 0u)
        .set(Field::AgentState, agent.state)
        .set(Field::EventReasonCode, agent.reason)
        .set(Field::MRDID, voiceDomain)
        .set(Field::NumTasks, taskCount(context, agent))
        .set(Field::AgentMode, protocol::AgentMode::AGENT_MODE_ROUTABLE)
        .set(Field::MaxTaskLimit, 1u)
        .set(Field::ICMAgentID, agent.config->skillTargetId)
        .set(Field::AgentAvailabilityStatus, availability(agent))
        .set(Field::DepartmentID, 0u)
        .set(Field::AgentID, agent.config->id)
        .set(Field::AgentExtension, deviceOf(context.config, context.world, agent.instrument).id)
        .set(Field::AgentInstrument, agent.instrument);
    if (isWork(agent.state) && agent.config->desk.workModeTimer > 0)
        fields.set(Field::Duration, agent.config->desk.workModeTimer);
    if (agent.next)
        fields.set(Field::NextAgentState, *agent.next);
    if (agent.work && isBusyWithCall(agent.state))
        fields.set(Field::Direction, callDirection(agent.work->direction));
    addGroups(fields, context, agent);
    return {MessageType::AGENT_STATE_EVENT, agent.instrument, fields.take()};
}

void postAgentState(Context& context, const Agent& agent) { context.outbox.post(agentStateEvent(context, agent)); }

} // namespace callwright::simulator
