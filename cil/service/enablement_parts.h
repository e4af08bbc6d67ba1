#pragma once

#include "cil/service/enablement.h"

#include <optional>

/// The parts the matrix is made of, each a table of its own.
namespace callwright::service::detail {

inline constexpr std::uint32_t base = enablement::ENABLE_STATISTICS | enablement::ENABLE_CHAT;
inline constexpr std::uint32_t help = enablement::ENABLE_SUPERVISOR_ASSIST | enablement::ENABLE_EMERGENCY_CALL;

/// The agent's part by state and wrap-up mode, before rights and reasons.
std::uint32_t agentBits(const EnablementInput& input);
/// What a call that will force wrap-up leaves of the agent's part, should the agent's state lag behind the call's.
std::uint32_t agentOverlay(const EnablementInput& input);

/// The current call's part: its status, its role and the other call; 0 without one.
std::uint32_t callBits(const EnablementInput& input);
/// One call talks and the other is held, and neither consults about the other.
bool areUnrelatedHalves(const EnablementInput& input);

/// What other peripherals than Unified CCE do otherwise.
std::uint32_t peripheralAgentBits(std::uint32_t bits, const EnablementInput& input);
std::uint32_t peripheralCallBits(std::uint32_t bits, const EnablementInput& input);

/// Rights of the desk settings and of supervisors, and reasons that are required.
std::uint32_t permitted(std::uint32_t bits, const EnablementInput& input);

} // namespace callwright::service::detail
