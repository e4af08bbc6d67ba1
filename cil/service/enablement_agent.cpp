#include "cil/service/enablement_parts.h"

#include <algorithm>
#include <array>

namespace callwright::service::detail {
namespace {

using namespace enablement;
using protocol::AgentState;
using protocol::WrapupDataMode;
using enum protocol::LocalConnectionState;

constexpr std::uint32_t notReady = base | help | ENABLE_READY | ENABLE_LOGOUT | ENABLE_MAKECALL;
constexpr std::uint32_t wrapUp = base | ENABLE_READY | ENABLE_NOTREADY;

/// Section "agent part": the plain forms; reasons and permissions come afterwards.
struct AgentRow {
    AgentState state;
    std::uint32_t bits;
};

constexpr std::array agentRows{
    AgentRow{AgentState::AGENT_STATE_LOGOUT, ENABLE_LOGIN},
    AgentRow{AgentState::AGENT_STATE_UNKNOWN, ENABLE_LOGIN},
    AgentRow{AgentState::AGENT_STATE_LOGIN, notReady},
    AgentRow{AgentState::AGENT_STATE_NOT_READY, notReady},
    AgentRow{AgentState::AGENT_STATE_AVAILABLE, base | help | ENABLE_NOTREADY | ENABLE_MAKECALL},
    AgentRow{AgentState::AGENT_STATE_RESERVED, base | ENABLE_BAD_LINE_CALL},
    AgentRow{AgentState::AGENT_STATE_TALKING, base},
    AgentRow{AgentState::AGENT_STATE_HOLD, base},
    AgentRow{AgentState::AGENT_STATE_WORK_NOT_READY, wrapUp},
    AgentRow{AgentState::AGENT_STATE_WORK_READY, wrapUp},
    AgentRow{AgentState::AGENT_STATE_BUSY_OTHER, base | ENABLE_NOTREADY},
};

/// The wrap-up mode that counts for the current call; nullopt: no call, nothing known, or the ACD decides.
std::optional<WrapupDataMode> wrapupMode(const EnablementInput& input) {
    if (!input.desk || !input.call || !isUnifiedCce(input.peripheral)) {
        return std::nullopt;
    }
    if (input.call->role == CallRole::SilentMonitor) {
        return WrapupDataMode::WRAPUP_DATA_MODE_NOT_ALLOWED; // whatever the desk settings say
    }
    return input.call->isInbound ? input.desk->incomingWrapup : input.desk->outgoingWrapup;
}

/// Agent-state bits while talking: only where wrap-up is a choice.
std::uint32_t whileTalking(const EnablementInput& input) {
    const bool talks =
        input.agentState == AgentState::AGENT_STATE_TALKING || input.agentState == AgentState::AGENT_STATE_HOLD;
    const bool mayChoose = talks && wrapupMode(input) == WrapupDataMode::WRAPUP_DATA_MODE_OPTIONAL;
    return mayChoose ? ENABLE_READY | ENABLE_NOTREADY | ENABLE_WORKREADY : 0U;
}

} // namespace

std::uint32_t agentBits(const EnablementInput& input) {
    const AgentState state = input.agentState.value_or(AgentState::AGENT_STATE_UNKNOWN);
    const auto row = std::ranges::find(agentRows, state, &AgentRow::state);
    return (row != agentRows.end() ? row->bits : base) | whileTalking(input);
}

std::uint32_t agentOverlay(const EnablementInput& input) {
    const bool isOnCall = input.call && (input.call->status == LCS_CONNECT || input.call->status == LCS_HOLD);
    const auto mode = wrapupMode(input);
    const bool isForced = isOnCall && (mode == WrapupDataMode::WRAPUP_DATA_MODE_REQUIRED ||
                                       mode == WrapupDataMode::WRAPUP_DATA_MODE_REQUIRED_WITH_WRAPUP_DATA);
    return isForced ? DISABLE_READY & DISABLE_NOTREADY & DISABLE_WORKREADY : 0xFFFFFFFFU;
}

} // namespace callwright::service::detail
