#include "cil/service/supervisor_mask.h"

#include "cil/service/enablement.h"

#include <array>

namespace callwright::service {
namespace {

using protocol::AgentState;
using protocol::LocalConnectionState;

bool isAgentSignedIn(const SupervisorInput& input) {
    return input.agent && input.agent != AgentState::AGENT_STATE_LOGOUT &&
           input.agent != AgentState::AGENT_STATE_UNKNOWN;
}

bool isSupervisorFree(const SupervisorInput& input) { return input.supervisor == AgentState::AGENT_STATE_NOT_READY; }

bool isAgentTalking(const SupervisorInput& input) { return input.call == LocalConnectionState::LCS_CONNECT; }

/// Calls that no queue brought and the site does not want listened to, and those that reserve an agent for a campaign.
bool mayBeListenedTo(const SupervisorInput& input) {
    switch (static_cast<protocol::CallType>(input.callType)) {
    case protocol::CallType::CALLTYPE_RESERVATION:
    case protocol::CallType::RESERVATION_PREVIEW:
    case protocol::CallType::RESERVATION_PREVIEW_DIRECT:
    case protocol::CallType::RESERVATION_PREDICTIVE:
    case protocol::CallType::RESERVATION_CALLBACK:
    case protocol::CallType::RESERVATION_PERSONAL_CALLBACK:
        return false;
    default:
        return !input.stopsAtNonAcdCalls || !isNonAcdCall(input.callType);
    }
}

bool mayStartListening(const SupervisorInput& input) {
    if (input.hasMonitorSession || !isAgentSignedIn(input))
        return false;
    switch (input.silentMonitor) {
    case SilentMonitorKind::UnifiedCm: // on one call, by a call of its own
        return isSupervisorFree(input) && isAgentTalking(input) && !input.hasBargedIn && !input.isMonitoredByOther &&
               mayBeListenedTo(input);
    case SilentMonitorKind::CtiOs: // on the agent, whatever the state of both
        return !input.isAgentSupervisor;
    case SilentMonitorKind::None:
        break;
    }
    return false;
}

bool mayBargeIn(const SupervisorInput& input) {
    const bool hasMonitorCall = input.silentMonitor == SilentMonitorKind::UnifiedCm && input.hasMonitorSession;
    return isAgentTalking(input) && isSupervisorFree(input) && !hasMonitorCall && !input.hasBargedIn;
}

/// Each bit with what it takes.
struct SupervisorRow {
    std::uint32_t bit;
    bool (*isOn)(const SupervisorInput& input);
};

constexpr std::array supervisorRules{
    SupervisorRow{SupervisorBit::SetAgentReady,
                  [](const SupervisorInput& input) { return input.agent == AgentState::AGENT_STATE_NOT_READY; }},
    SupervisorRow{SupervisorBit::SetAgentLogout, isAgentSignedIn},
    SupervisorRow{SupervisorBit::BargeIn, mayBargeIn},
    SupervisorRow{SupervisorBit::Intercept, [](const SupervisorInput& input) { return input.hasBargedIn; }},
    SupervisorRow{SupervisorBit::Clear,
                  [](const SupervisorInput& input) {
                      return input.hasBargedIn ||
                             (input.silentMonitor == SilentMonitorKind::UnifiedCm && input.listensToThisAgent);
                  }},
    SupervisorRow{SupervisorBit::StartSilentMonitor, mayStartListening},
    SupervisorRow{SupervisorBit::StopSilentMonitor,
                  [](const SupervisorInput& input) { return input.hasMonitorSession; }},
};

} // namespace

bool isNonAcdCall(std::uint32_t callType) {
    switch (static_cast<protocol::CallType>(callType)) {
    case protocol::CallType::CALLTYPE_NON_ACD:
    case protocol::CallType::CALLTYPE_AGENT_INSIDE:
    case protocol::CallType::CALLTYPE_OTHER_IN:
    case protocol::CallType::CALLTYPE_OUT:
        return true;
    default:
        return false;
    }
}

std::uint32_t supervisorMask(const SupervisorInput& input) {
    if (!input.agent || !isUnifiedCce(input.peripheral))
        return 0;
    std::uint32_t mask = 0;
    for (const SupervisorRow& row : supervisorRules) {
        if (row.isOn(input))
            mask |= row.bit;
    }
    return mask;
}

} // namespace callwright::service
