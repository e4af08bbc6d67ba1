#include "cil/service/enablement.h"

#include <algorithm>
#include <array>

namespace callwright::service {
namespace {

using namespace enablement;
using protocol::AgentState;
using protocol::LocalConnectionState;
using protocol::WrapupDataMode;
using enum protocol::LocalConnectionState;
namespace Desk = protocol::DeskSettingsMask;

constexpr std::uint32_t base = ENABLE_STATISTICS | ENABLE_CHAT;
constexpr std::uint32_t help = ENABLE_SUPERVISOR_ASSIST | ENABLE_EMERGENCY_CALL;
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

/// Section "call part, one call". What depends on a call's siblings will be further rows with a condition.
struct CallRow {
    LocalConnectionState status;
    std::uint32_t bits;
};

constexpr std::array callRows{
    CallRow{LCS_INITIATE, base | ENABLE_RELEASE | ENABLE_BAD_LINE_CALL},
    CallRow{LCS_ALERTING, base | ENABLE_ANSWER | ENABLE_BAD_LINE_CALL},
    CallRow{LCS_CONNECT, base | help | ENABLE_HOLD | ENABLE_RELEASE | ENABLE_TRANSFER_INIT | ENABLE_CONFERENCE_INIT |
                             ENABLE_SINGLE_STEP_TRANSFER | ENABLE_BAD_LINE_CALL},
    CallRow{LCS_HOLD, base | help | ENABLE_RETRIEVE | ENABLE_RELEASE | ENABLE_BAD_LINE_CALL},
    CallRow{LCS_QUEUED, base | ENABLE_RELEASE | ENABLE_BAD_LINE_CALL},
    CallRow{LCS_FAIL, base | ENABLE_RELEASE | ENABLE_BAD_LINE_CALL},
};

/// Any of these lets an agent dial somebody.
constexpr std::uint32_t dialRights =
    Desk::DESK_AGENT_TO_AGENT_CALLS_ALLOWED | Desk::DESK_OUTBOUND_ACCESS_INTERNATIONAL_MASK |
    Desk::DESK_OUTBOUND_ACCESS_PUBLIC_NET_MASK | Desk::DESK_OUTBOUND_ACCESS_PRIVATE_NET_MASK |
    Desk::DESK_OUTBOUND_ACCESS_OPERATOR_ASSISTED_MASK | Desk::DESK_OUTBOUND_ACCESS_PBX_MASK |
    Desk::DESK_NON_ACD_CALLS_ALLOWED_MASK;

/// Desk settings and rights that take bits away: what is not in the desk mask clears `cleared`.
struct DeskRow {
    std::uint32_t neededAny;
    std::uint32_t cleared;
};

constexpr std::array deskRows{
    DeskRow{Desk::DESK_SUPERVISOR_CALLS_ALLOWED_MASK, help},
    DeskRow{dialRights, ENABLE_MAKECALL},
};

/// Desk settings that ask for a reason: the button is another one then.
struct ReasonRow {
    std::uint32_t required;
    std::uint32_t plain;
    std::uint32_t withReason;
};

constexpr std::array reasonRows{
    ReasonRow{Desk::DESK_IDLE_REASON_REQUIRED_MASK, ENABLE_NOTREADY, ENABLE_NOTREADY_WITH_REASON},
    ReasonRow{Desk::DESK_LOGOUT_REASON_REQUIRED_MASK, ENABLE_LOGOUT, ENABLE_LOGOUT_WITH_REASON},
};

std::uint32_t permitted(std::uint32_t bits, const EnablementInput& input) {
    if (input.isSupervisor) {
        bits &= ~help;
    }
    if (!input.desk) {
        return bits;
    }
    for (const DeskRow& row : deskRows) {
        if ((input.desk->mask & row.neededAny) == 0) {
            bits &= ~row.cleared;
        }
    }
    for (const ReasonRow& row : reasonRows) {
        if ((input.desk->mask & row.required) != 0 && (bits & row.plain) != 0) {
            bits = (bits & ~row.plain) | row.withReason;
        }
    }
    return bits;
}

bool isOnCall(const EnablementInput& input) {
    return input.call && (input.call->status == LCS_CONNECT || input.call->status == LCS_HOLD);
}

/// The wrap-up mode that counts for the current call; nullopt: no call, or nothing known.
std::optional<WrapupDataMode> wrapupMode(const EnablementInput& input) {
    if (!input.desk || !input.call) {
        return std::nullopt;
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

/// What a call that will force wrap-up takes from the agent's part, should the agent's state lag behind the call's.
std::uint32_t overlay(const EnablementInput& input) {
    const auto mode = wrapupMode(input);
    const bool isForced = isOnCall(input) && (mode == WrapupDataMode::WRAPUP_DATA_MODE_REQUIRED ||
                                              mode == WrapupDataMode::WRAPUP_DATA_MODE_REQUIRED_WITH_WRAPUP_DATA);
    return isForced ? DISABLE_READY & DISABLE_NOTREADY & DISABLE_WORKREADY : 0xFFFFFFFFU;
}

} // namespace

std::uint32_t agentMask(const EnablementInput& input) {
    const AgentState state = input.agentState.value_or(AgentState::AGENT_STATE_UNKNOWN);
    const auto row = std::ranges::find(agentRows, state, &AgentRow::state);
    const std::uint32_t bits = row != agentRows.end() ? row->bits : base;
    return permitted(bits | whileTalking(input), input);
}

std::uint32_t callMask(const EnablementInput& input) {
    const auto row = input.call ? std::ranges::find(callRows, input.call->status, &CallRow::status) : callRows.end();
    if (row == callRows.end()) {
        return 0;
    }
    std::uint32_t bits = row->bits;
    if (row->status == LCS_CONNECT && input.recordingEnabled) {
        bits |= ENABLE_RECORD;
    }
    if (input.desk && (input.desk->mask & Desk::DESK_AUTO_ANSWER_ENABLED_MASK) != 0) {
        bits &= ~static_cast<std::uint32_t>(ENABLE_ANSWER); // the phone answers by itself
    }
    return permitted(bits, input);
}

std::uint32_t enablementMask(const EnablementInput& input) {
    return ((agentMask(input) & overlay(input)) | callMask(input)) & input.switchCapabilityMask;
}

} // namespace callwright::service
