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

/// What a call is to the other one at the device, or to the people in it.
enum class CallRole {
    Plain,
    ConsultForTransfer,   ///< begun by MakeConsultCall to transfer the original
    ConsultForConference, ///< the same, to join both
    ConsultForBoth, ///< supervisor assist, emergency; or a consultation whose purpose is unknown, as after a reconnect
    Conference,     ///< three parties or more
    BargedIn,       ///< a supervisor's, in an agent's call
    SilentMonitor   ///< a supervisor's own monitor call (Unified CM-based)
};

struct EnablementCall {
    protocol::LocalConnectionState status = protocol::LocalConnectionState::LCS_NULL;
    bool isInbound = false; ///< isInbound() of call_role.h
    CallRole role = CallRole::Plain;
    bool isController = false; ///< with CallRole::Conference: this side joined the parties
    bool isOffSwitch = false;  ///< reached another network (CALL_REACHED_NETWORK_EVENT); Avaya Aura CC only
};

struct EnablementInput {
    std::optional<protocol::AgentState> agentState; ///< nullopt: not signed in as far as is known
    bool isSupervisor = false;
    /// nullopt: not known yet; nothing is forbidden, no reason is required. Of other peripherals than Unified CCE only
    /// the two reason bits count: they stand for LogoutReasonRequired and NotReadyReasonRequired of the settings.
    std::optional<DeskSettings> desk;
    std::optional<EnablementCall> call; ///< the current call
    /// The call that matters besides it: the other half of a consultation, else one that rings, else any other.
    std::optional<EnablementCall> other;
    bool recordingEnabled = false; ///< ScreenPreferences/MainScreen/RecordingEnabled
    protocol::PeripheralType peripheral = protocol::PeripheralType::PT_ENTERPRISE_AGENT;
    bool anyPartyMayConference = true;               ///< Server/CallObject/IPCCConference_SupportsMultipleControllers
    std::uint32_t switchCapabilityMask = 0x7F3F1BFF; ///< of the connection profile
};

/// By the table of peripherals' differences, which also counts what is not told yet (PT_NONE) as one.
bool isUnifiedCce(protocol::PeripheralType peripheral);

/// The agent's part: holds for the agent's state. 0x01000000 (LOGIN) when not signed in.
std::uint32_t agentMask(const EnablementInput& input);
/// The current call's part; 0 without a call.
std::uint32_t callMask(const EnablementInput& input);
/// (agent part OR call part) AND SwitchCapabilityBitMask: what every button obeys.
std::uint32_t enablementMask(const EnablementInput& input);

} // namespace callwright::service
