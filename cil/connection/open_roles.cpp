#include "cil/connection/open_roles.h"

#include "cil/protocol/names.h"

namespace callwright {

namespace {

using namespace protocol;

constexpr unsigned agent = 1U << static_cast<unsigned>(Role::Agent);
constexpr unsigned supervisor = 1U << static_cast<unsigned>(Role::Supervisor);
constexpr unsigned both = agent | supervisor;

enum class Mask { Services, CallMsg, AgentState };

struct Row {
    Mask mask;
    std::uint32_t bits;
    unsigned roles;
};

// Not asked for, because nothing uses it: events for All Events clients only (translation routes, pre-call aborts'
// legacy form), network recording, and the states of other media routing domains, which never move the voice state.
constexpr Row rows[]{
    {Mask::Services, ServicesRequested::CTI_SERVICE_CLIENT_EVENTS, both},            // events of the own device
    {Mask::Services, ServicesRequested::CTI_SERVICE_CLIENT_CONTROL, both},           // agent state and call control
    {Mask::Services, ServicesRequested::CTI_SERVICE_CALL_DATA_UPDATE, both},         // call variables, wrap-up data
    {Mask::Services, ServicesRequested::CTI_SERVICE_SUPERVISOR, supervisor},         // the team
    {Mask::Services, ServicesRequested::CTI_SERVICE_PERIPHERAL_MONITOR, supervisor}, // calls of the monitored agent

    {Mask::CallMsg, CallMsgMask::BEGIN_CALL_MASK | CallMsgMask::END_CALL_MASK, both}, // the life of a call
    {Mask::CallMsg, CallMsgMask::CALL_DATA_UPDATE_MASK, both},
    {Mask::CallMsg, CallMsgMask::AGENT_PRE_CALL_MASK | CallMsgMask::AGENT_PRE_CALL_ABORT_MASK, both},
    {Mask::CallMsg, CallMsgMask::CALL_SERVICE_INITIATED_MASK | CallMsgMask::CALL_ORIGINATED_MASK, both},
    {Mask::CallMsg, CallMsgMask::CALL_DELIVERED_MASK | CallMsgMask::CALL_REACHED_NETWORK_MASK, both},
    {Mask::CallMsg, CallMsgMask::CALL_QUEUED_MASK | CallMsgMask::CALL_DEQUEUED_MASK, both},
    {Mask::CallMsg, CallMsgMask::CALL_ESTABLISHED_MASK | CallMsgMask::CALL_FAILED_MASK, both},
    {Mask::CallMsg, CallMsgMask::CALL_HELD_MASK | CallMsgMask::CALL_RETRIEVED_MASK, both},
    {Mask::CallMsg, CallMsgMask::CALL_CONFERENCED_MASK | CallMsgMask::CALL_TRANSFERRED_MASK, both},
    {Mask::CallMsg, CallMsgMask::CALL_DIVERTED_MASK, both},
    {Mask::CallMsg, CallMsgMask::CALL_CONNECTION_CLEARED_MASK | CallMsgMask::CALL_CLEARED_MASK, both},
    {Mask::CallMsg, CallMsgMask::RTP_STARTED_MASK | CallMsgMask::RTP_STOPPED_MASK, both},
    {Mask::CallMsg, CallMsgMask::AGENT_TEAM_CONFIG_MASK, supervisor}, // who is in the team

    {Mask::AgentState, AgentStateMask::AGENT_LOGIN_MASK | AgentStateMask::AGENT_LOGOUT_MASK, both},
    {Mask::AgentState, AgentStateMask::AGENT_NOT_READY_MASK | AgentStateMask::AGENT_AVAILABLE_MASK, both},
    {Mask::AgentState, AgentStateMask::AGENT_RESERVED_MASK | AgentStateMask::AGENT_BUSY_OTHER_MASK, both},
    {Mask::AgentState, AgentStateMask::AGENT_TALKING_MASK | AgentStateMask::AGENT_HOLD_MASK, both},
    {Mask::AgentState, AgentStateMask::AGENT_WORK_NOT_READY_MASK | AgentStateMask::AGENT_WORK_READY_MASK, both},
};

std::uint32_t collect(Mask mask, Role role) {
    std::uint32_t bits = 0;
    for (const Row& row : rows) {
        if (row.mask == mask && (row.roles >> static_cast<unsigned>(role) & 1U))
            bits |= row.bits;
    }
    return bits;
}

} // namespace

RoleMasks masksFor(Role role) {
    return {collect(Mask::Services, role), collect(Mask::CallMsg, role), collect(Mask::AgentState, role)};
}

QString clientIdOf(std::uint32_t peripheralId, const QString& agentId) {
    return QString::number(peripheralId) + u'.' + agentId;
}

OpenParameters openParametersFor(Role role, std::uint32_t peripheralId, const QString& agentId) {
    const RoleMasks masks = masksFor(role);
    OpenParameters parameters;
    parameters.services = masks.services;
    parameters.callMsgMask = masks.callMsgMask;
    parameters.agentStateMask = masks.agentStateMask;
    parameters.peripheralId = peripheralId;
    parameters.clientId = clientIdOf(peripheralId, agentId);
    parameters.agentId = agentId;
    return parameters;
}

} // namespace callwright
