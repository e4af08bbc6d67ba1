#pragma once

#include "cil/events/enablement_bits.h"
#include "cil/protocol/names.h"

#include <cstdint>
#include <optional>

/// Which buttons are on. CTI Server sends no mask: this is the matrix the product goes by, as tables.
namespace callwright::service {

/// AGENT_DESK_SETTINGS_CONF, as far as buttons depend on it.
struct DeskSettings {
    std::uint32_t mask = 0; ///< DeskSettingsMask
    protocol::WrapupDataMode incomingWrapup{};
    protocol::WrapupDataMode outgoingWrapup{};
};

struct EnablementCall {
    protocol::LocalConnectionState status = protocol::LocalConnectionState::LCS_NULL;
    bool isInbound = false; ///< isInbound() of call_status.h
};

struct EnablementInput {
    std::optional<protocol::AgentState> agentState; ///< nullopt: not signed in as far as is known
    bool isSupervisor = false;
    std::optional<DeskSettings> desk;   ///< nullopt: not known yet; nothing is forbidden, no reason is required
    std::optional<EnablementCall> call; ///< the current call
    bool recordingEnabled = false;      ///< ScreenPreferences/MainScreen/RecordingEnabled
    std::uint32_t switchCapabilityMask = 0x7F3F1BFF; ///< of the connection profile
};

/// The agent's part: holds for the agent's state. 0x01000000 (LOGIN) when not signed in.
std::uint32_t agentMask(const EnablementInput& input);
/// The current call's part; 0 without a call.
std::uint32_t callMask(const EnablementInput& input);
/// (agent part OR call part) AND SwitchCapabilityBitMask: what every button obeys.
std::uint32_t enablementMask(const EnablementInput& input);

} // namespace callwright::service
