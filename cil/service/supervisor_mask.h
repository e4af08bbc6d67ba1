#pragma once

#include "cil/protocol/names.h"

#include <cstdint>
#include <optional>

/// What a supervisor may do about the monitored agent and the monitored call (Unified CCE only).
namespace callwright::service {

/// The bits of SupervisorBtnEnablementMask.
namespace SupervisorBit {
inline constexpr std::uint32_t SetAgentLogout = 0x01;
inline constexpr std::uint32_t SetAgentReady = 0x02;
inline constexpr std::uint32_t BargeIn = 0x04;
inline constexpr std::uint32_t Intercept = 0x08;
inline constexpr std::uint32_t Clear = 0x10;
inline constexpr std::uint32_t StartSilentMonitor = 0x20;
inline constexpr std::uint32_t StopSilentMonitor = 0x40;
} // namespace SupervisorBit

/// Of the two kinds of silent monitoring a site has exactly one.
enum class SilentMonitorKind { None, CtiOs, UnifiedCm };

struct SupervisorInput {
    protocol::PeripheralType peripheral = protocol::PeripheralType::PT_ENTERPRISE_AGENT;
    protocol::AgentState supervisor = protocol::AgentState::AGENT_STATE_UNKNOWN;
    std::optional<protocol::AgentState> agent; ///< nullopt: no agent is monitored
    bool isAgentSupervisor = false;            ///< the monitored agent is one too
    /// Of the monitored call; LCS_NULL: there is none.
    protocol::LocalConnectionState call = protocol::LocalConnectionState::LCS_NULL;
    std::uint32_t callType = 0;
    bool stopsAtNonAcdCalls = false; ///< IPCCSilentMonitor/Settings/StopSMNonACDCall
    bool isMonitoredByOther = false; ///< somebody else listens to the agent
    bool hasMonitorSession = false;  ///< this supervisor listens to somebody
    bool listensToThisAgent = false; ///< namely to the monitored agent
    bool hasBargedIn = false;        ///< this supervisor is in the monitored call
    SilentMonitorKind silentMonitor = SilentMonitorKind::UnifiedCm;
};

/// A call that no queue brought to the agent, by its CallType.
bool isNonAcdCall(std::uint32_t callType);

/// SupervisorBtnEnablementMask; 0 when no agent is monitored.
std::uint32_t supervisorMask(const SupervisorInput& input);

} // namespace callwright::service
