#include "cil/connection/open_roles.h"

#include "cil/protocol/names.h"

namespace callwright {

namespace {

using namespace protocol;

constexpr unsigned of(Role role) { return 1U << static_cast<unsigned>(role); }

constexpr unsigned agent = of(Role::Agent);
constexpr unsigned supervisor = of(Role::Supervisor);
constexpr unsigned desks = agent | supervisor;
constexpr unsigned allEvents = of(Role::Monitor);
constexpr unsigned watchers = allEvents | of(Role::PeripheralMonitor);
constexpr unsigned both = desks | watchers; // call and agent events, at a desk and of others

enum class Mask { Services, CallMsg, AgentState, ConfigMsg };

struct Row {
    Mask mask;
    std::uint32_t bits;
    unsigned roles;
};

// Not asked for, because nothing uses it: the legacy form of pre-call events, at a desk what is for watchers only
// (translation routes, changed attributes), and the states of other media routing domains, which never move the voice
// state.
constexpr Row rows[]{
    {Mask::Services, ServicesRequested::CTI_SERVICE_CLIENT_EVENTS, desks},    // events of the own device
    {Mask::Services, ServicesRequested::CTI_SERVICE_CLIENT_CONTROL, both},    // control; a watcher's queries, snapshots
    {Mask::Services, ServicesRequested::CTI_SERVICE_CALL_DATA_UPDATE, desks}, // call variables, wrap-up data
    {Mask::Services, ServicesRequested::CTI_SERVICE_SUPERVISOR, supervisor},  // the team
    {Mask::Services, ServicesRequested::CTI_SERVICE_ALL_EVENTS, allEvents},
    // Where All Events is not granted; calls of the agent a supervisor monitors.
    {Mask::Services, ServicesRequested::CTI_SERVICE_PERIPHERAL_MONITOR, watchers | supervisor},
    {Mask::Services, ServicesRequested::CTI_SERVICE_CLIENT_MONITOR, of(Role::ClientMonitor)},
    {Mask::Services, ServicesRequested::CTI_SERVICE_CONNECTION_MONITOR, of(Role::ConnectionMonitor)},
    {Mask::Services, ServicesRequested::CTI_SERVICE_SERVER, of(Role::Server)},

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
    {Mask::CallMsg, CallMsgMask::CALL_TRANSLATION_ROUTE_MASK | CallMsgMask::CALL_ATTRIBUTE_CHANGE_MASK, watchers},
    {Mask::CallMsg, CallMsgMask::CALL_AGENT_GREETING_MASK, both}, // for IGenericEvents, as network recording is
    {Mask::CallMsg, CallMsgMask::NETWORK_RECORDING_STARTED_MASK | CallMsgMask::NETWORK_RECORDING_ENDED_MASK, both},
    {Mask::CallMsg, CallMsgMask::NETWORK_RECORDING_FAILED_MASK | CallMsgMask::NETWORK_RECORDING_TARGET_INFO_MASK, both},

    {Mask::AgentState, AgentStateMask::AGENT_LOGIN_MASK | AgentStateMask::AGENT_LOGOUT_MASK, both},
    {Mask::AgentState, AgentStateMask::AGENT_NOT_READY_MASK | AgentStateMask::AGENT_AVAILABLE_MASK, both},
    {Mask::AgentState, AgentStateMask::AGENT_RESERVED_MASK | AgentStateMask::AGENT_BUSY_OTHER_MASK, both},
    {Mask::AgentState, AgentStateMask::AGENT_TALKING_MASK | AgentStateMask::AGENT_HOLD_MASK, both},
    {Mask::AgentState, AgentStateMask::AGENT_WORK_NOT_READY_MASK | AgentStateMask::AGENT_WORK_READY_MASK, both},

    {Mask::ConfigMsg, ConfigMsgMask::CONFIG_MSG_SERVICE | ConfigMsgMask::CONFIG_MSG_SKILL_GROUP,
     of(Role::Configuration)},
    {Mask::ConfigMsg, ConfigMsgMask::CONFIG_MSG_AGENT | ConfigMsgMask::CONFIG_MSG_DEVICE, of(Role::Configuration)},
    {Mask::ConfigMsg, ConfigMsgMask::CONFIG_MSG_CALL_TYPE | ConfigMsgMask::CONFIG_MSG_MRD, of(Role::Configuration)},
    {Mask::ConfigMsg, ConfigMsgMask::CONFIG_MSG_PERIPHERAL | ConfigMsgMask::CONFIG_MSG_AGENT_DESK_SETTINGS,
     of(Role::Configuration)},
    {Mask::ConfigMsg, ConfigMsgMask::CONFIG_MSG_TERMINAL | ConfigMsgMask::CONFIG_MSG_AGENT_SERVICE_MASK,
     of(Role::Configuration)},
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
    return {collect(Mask::Services, role), collect(Mask::CallMsg, role), collect(Mask::AgentState, role),
            collect(Mask::ConfigMsg, role)};
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

OpenParameters openParametersFor(std::span<const Role> roles, const QString& clientId) {
    OpenParameters parameters;
    for (const Role role : roles) {
        const RoleMasks masks = masksFor(role);
        parameters.services |= masks.services;
        parameters.callMsgMask |= masks.callMsgMask;
        parameters.agentStateMask |= masks.agentStateMask;
        parameters.configMsgMask |= masks.configMsgMask;
    }
    parameters.clientId = clientId;
    return parameters;
}

} // namespace callwright
