#include "app/simulator/acd/agents.h"
#include "app/simulator/acd/answers.h"
#include "app/simulator/acd/wrapup_rules.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

using protocol::DeskSettingsMask::DESK_IDLE_REASON_REQUIRED_MASK;
using protocol::DeskSettingsMask::DESK_LOGOUT_REASON_REQUIRED_MASK;

using Refusal = std::optional<SwitchAnswer>;

bool isForced(const protocol::MessageView& message) {
    return message.number(Field::ForcedFlag) == number(protocol::ForcedFlag::FORCED_FLAG_TRUE);
}

/// Single sign-on: the password was checked elsewhere. Said at sign-in, remembered for the sign-out.
bool usesSingleSignOn(const Agent* agent, const protocol::MessageView& message) {
    return message.number(Field::SSOEnabled) == 1u || (agent && agent->isSignedIn() && agent->usesSingleSignOn);
}

/// AgentID and AgentPassword, which signing in and out need (the password not with single sign-on).
Refusal checkIdentity(const Agent* agent, const protocol::MessageView& message) {
    if (!message.has(Field::AgentID))
        return failed(StatusCode::E_CTI_REQUIRED_DATA_MISSING);
    if (!usesSingleSignOn(agent, message) && !message.has(Field::AgentPassword))
        return failed(StatusCode::E_CTI_REQUIRED_DATA_MISSING);
    if (!agent || agent->config->id != message.text(Field::AgentID))
        return refused(ControlFailureCode::CF_INVALID_AGENT_ID_SPECIFIED);
    const auto& password = agent->config->password;
    if (!usesSingleSignOn(agent, message) && password && *password != message.text(Field::AgentPassword))
        return refused(ControlFailureCode::CF_INVALID_PASSWORD_SPECIFIED);
    return std::nullopt;
}

Refusal checkWorkMode(const protocol::MessageView& message) {
    const auto mode = static_cast<AgentWorkMode>(message.number(Field::AgentWorkMode, 0));
    if (mode > AgentWorkMode::RA_NAILED_CONNECTION)
        return failed(StatusCode::E_CTI_INVALID_AGENT_WORK_MODE);
    if (mode > AgentWorkMode::AWM_MANUAL_IN) // remote agents are not set up here
        return refused(ControlFailureCode::CF_INVALID_AGENT_WORKMODE);
    return std::nullopt;
}

/// Frees agent and instrument for a forced sign-in; nothing is forced while a call is there.
Refusal makeRoom(Context& context, Agent& agent, Agent* occupant, bool forced) {
    for (Agent* const other : {&agent, occupant}) {
        if (!other || !other->isSignedIn())
            continue;
        if (forced && countLegsAt(context.world, other->instrument) == 0)
            continue;
        return other == &agent ? refused(ControlFailureCode::CF_SPECIFIED_AGENT_ALREADY_SIGNED_ON,
                                         PeripheralError::AgentAlreadySignedOn)
                               : refused(ControlFailureCode::CF_SPECIFIED_EXTENSION_ALREADY_IN_USE);
    }
    for (Agent* const other : {&agent, occupant}) {
        if (other && other->isSignedIn())
            signOut(context, *other, 0);
    }
    return std::nullopt;
}

/// The skill groups to sign in to: those asked for, otherwise all of the agent's; nullopt when one is not the agent's.
std::optional<std::vector<std::uint32_t>> groupsFor(const Agent& agent, const protocol::MessageView& message) {
    std::vector<std::uint32_t> groups;
    for (std::size_t i = 0; const auto* field = message.find(Field::SkillGroupNumber, i); ++i) {
        const auto group = field->number();
        if (!group || std::ranges::find(agent.config->skillGroups, *group) == agent.config->skillGroups.end())
            return std::nullopt;
        groups.push_back(*group);
    }
    return groups.empty() ? agent.config->skillGroups : groups;
}

SwitchAnswer requestLogin(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    if (!findInstrument(context.config, instrument)) {
        return refused(ControlFailureCode::CF_INVALID_LOGON_DEVICE_SPECIFIED,
                       PeripheralError::NoInstrumentForExtension);
    }
    Agent* const agent = agentWithId(context.world, message.text(Field::AgentID).value_or(""));
    if (const auto refusal = checkIdentity(agent, message))
        return *refusal;
    if (const auto refusal = checkWorkMode(message))
        return *refusal;
    auto groups = groupsFor(*agent, message);
    if (!groups)
        return refused(ControlFailureCode::CF_INVALID_SKILL_GROUP_SPECIFIED);
    if (message.number(Field::ForcedFlag) == number(protocol::ForcedFlag::FORCED_FLAG_AUTHENTICATION_ONLY))
        return confirmed();
    Agent* const occupant = agentAt(context.world, instrument);
    if (const auto refusal = makeRoom(context, *agent, occupant == agent ? nullptr : occupant, isForced(message)))
        return *refusal;
    agent->usesSingleSignOn = message.number(Field::SSOEnabled) == 1u;
    signIn(context, *agent, instrument, std::move(*groups));
    return confirmed();
}

SwitchAnswer requestLogout(Context& context, Agent* agent, const protocol::MessageView& message) {
    if (!agent)
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::AgentAlreadyLoggedOut);
    if (const auto refusal = checkIdentity(agent, message))
        return *refusal;
    const bool isFree = countLegsAt(context.world, agent->instrument) == 0 && !agent->reservedFor;
    if (!isFree || (agent->state != AgentState::AGENT_STATE_NOT_READY && !isForced(message))) {
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::CannotLogoutFromCurrentState);
    }
    const std::uint32_t reason = message.number(Field::EventReasonCode, 0);
    if (reason == 0 && (agent->config->desk.mask & DESK_LOGOUT_REASON_REQUIRED_MASK))
        return refused(ControlFailureCode::CF_REASON_CODE_REQUIRED);
    signOut(context, *agent, reason);
    return confirmed();
}

SwitchAnswer badTransition(AgentState wanted) {
    return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, wanted == AgentState::AGENT_STATE_AVAILABLE
                                                                    ? PeripheralError::CannotGoReadyFromCurrentState
                                                                    : PeripheralError::BadStateTransition);
}

/// On a call: kept as a wish, where the wrap-up mode leaves the agent a choice.
SwitchAnswer requestDuringCall(Context& context, Agent& agent, AgentState wanted, std::uint32_t reason) {
    const auto mode = wrapupMode(agent.config->desk, agent.work ? agent.work->direction : Direction::None);
    if (mode != protocol::WrapupDataMode::WRAPUP_DATA_MODE_OPTIONAL)
        return badTransition(wanted);
    wishState(context, agent, {wanted, reason});
    return confirmed();
}

bool lacksWrapupData(const Agent& agent) {
    return isWork(agent.state) && agent.work && !agent.work->hasWrapupData &&
           wrapupMode(agent.config->desk, agent.work->direction) ==
               protocol::WrapupDataMode::WRAPUP_DATA_MODE_REQUIRED_WITH_WRAPUP_DATA;
}

SwitchAnswer requestState(Context& context, Agent& agent, AgentState wanted, std::uint32_t reason) {
    const bool idles = wanted == AgentState::AGENT_STATE_NOT_READY;
    if (idles && reason == 0 && (agent.config->desk.mask & DESK_IDLE_REASON_REQUIRED_MASK))
        return refused(ControlFailureCode::CF_REASON_CODE_REQUIRED);
    switch (agent.state) {
    case AgentState::AGENT_STATE_TALKING:
    case AgentState::AGENT_STATE_HOLD:
        return requestDuringCall(context, agent, wanted, idles ? reason : 0);
    case AgentState::AGENT_STATE_AVAILABLE:
    case AgentState::AGENT_STATE_NOT_READY:
        if (isWork(wanted))
            return badTransition(wanted);
        break;
    case AgentState::AGENT_STATE_WORK_READY:
    case AgentState::AGENT_STATE_WORK_NOT_READY:
        if (!isWork(wanted) && lacksWrapupData(agent))
            return refused(ControlFailureCode::CF_WRAPUP_DATA_REQUIRED);
        break;
    default:
        return badTransition(wanted);
    }
    if (wanted == AgentState::AGENT_STATE_AVAILABLE && countLegsAt(context.world, agent.instrument) > 0)
        return badTransition(wanted);
    if (wanted != agent.state || idles)
        enterState(context, agent, wanted, idles ? reason : 0);
    return confirmed();
}

bool setsState(AgentState wanted) {
    return wanted == AgentState::AGENT_STATE_AVAILABLE || wanted == AgentState::AGENT_STATE_NOT_READY ||
           wanted == AgentState::AGENT_STATE_WORK_READY || wanted == AgentState::AGENT_STATE_WORK_NOT_READY;
}

} // namespace

SwitchAnswer setStateOfMember(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    Agent* const agent = agentAt(context.world, instrument);
    if (!agent)
        return failed(StatusCode::E_CTI_AGENT_NOT_LOGGED_ON);
    const auto wanted = static_cast<AgentState>(message.number(Field::AgentState, ~0u));
    const std::uint32_t reason = message.number(Field::EventReasonCode, 0);
    if (setsState(wanted))
        return requestState(context, *agent, wanted, reason);
    if (wanted != AgentState::AGENT_STATE_LOGOUT)
        return badTransition(wanted);
    if (countLegsAt(context.world, agent->instrument) > 0 || agent->reservedFor)
        wishState(context, *agent, {wanted, reason});
    else
        signOut(context, *agent, reason);
    return confirmed();
}

SwitchAnswer setAgentState(Context& context, const std::string& instrument, const protocol::MessageView& message) {
    const auto wanted = static_cast<AgentState>(message.number(Field::AgentState, ~0u));
    if (wanted == AgentState::AGENT_STATE_LOGIN)
        return requestLogin(context, instrument, message);
    Agent* const agent = agentAt(context.world, instrument);
    if (wanted == AgentState::AGENT_STATE_LOGOUT)
        return requestLogout(context, agent, message);
    if (setsState(wanted)) {
        return agent ? requestState(context, *agent, wanted, message.number(Field::EventReasonCode, 0))
                     : failed(StatusCode::E_CTI_AGENT_NOT_LOGGED_ON);
    }
    if (wanted <= AgentState::AGENT_STATE_NOT_ACTIVE) // only the system sets those
        return refused(ControlFailureCode::CF_INVALID_OBJECT_STATE, PeripheralError::BadStateTransition);
    return refused(ControlFailureCode::CF_VALUE_OUT_OF_RANGE);
}

} // namespace callwright::simulator
