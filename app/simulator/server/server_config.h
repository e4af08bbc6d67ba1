#pragma once

#include "cil/protocol/names.h"
#include "cil/protocol/text_codec.h"
#include "cil/protocol/version.h"

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace callwright::simulator {

/// An expanded call variable as the site has it.
struct NamedVariableConfig {
    std::string name;
    std::size_t maximumLength = 210; ///< of a value, without its NUL
    std::uint32_t elements = 0;      ///< 0: a scalar; otherwise an array of so many
};

/// The services that this server has anything behind. Bits that ask for nothing it would do differently (no data, no
/// alarms, no capture) are left out, so that OPEN_CONF.ServicesGranted tells the truth.
inline constexpr std::uint32_t offeredServices =
    protocol::ServicesRequested::CTI_SERVICE_CLIENT_EVENTS | protocol::ServicesRequested::CTI_SERVICE_CALL_DATA_UPDATE |
    protocol::ServicesRequested::CTI_SERVICE_CLIENT_CONTROL | protocol::ServicesRequested::CTI_SERVICE_ALL_EVENTS |
    protocol::ServicesRequested::CTI_SERVICE_CONNECTION_MONITOR |
    protocol::ServicesRequested::CTI_SERVICE_CLIENT_MONITOR | protocol::ServicesRequested::CTI_SERVICE_SERVER |
    protocol::ServicesRequested::CTI_SERVICE_PERIPHERAL_MONITOR | protocol::ServicesRequested::CTI_SERVICE_SUPERVISOR |
    protocol::ServicesRequested::CTI_SERVICE_IGNORE_DUPLICATE_AGENT_EVENTS |
    protocol::ServicesRequested::CTI_SERVICE_ACD_LINE_ONLY | protocol::ServicesRequested::CTI_SERVICE_ACTIVE_STANDBY;

/// The code page of texts on the wire.
inline constexpr protocol::CodePage serverCodePage = protocol::CodePage::Windows1252;

/// What one CTI Server accepts and grants, whatever switch is behind it.
struct ServerConfig {
    protocol::Version oldestVersion = protocol::oldestVersion;
    protocol::Version newestVersion = protocol::newestVersion;
    std::uint32_t grantedServices = offeredServices; ///< a subset of offeredServices
    bool agentStateControlOnly = false;              ///< grants CTI_AGENT_STATE_CONTROL_ONLY in place of CLIENT_CONTROL
    std::map<std::string, std::string, std::less<>> clientPasswords; ///< by ClientID; others need none
    std::vector<NamedVariableConfig> namedVariables; ///< empty: whatever name a client uses counts as configured
    /// The tag of OPEN_REQ.UniqueInstanceID, which the guide does not print: a site that knows it says it. nullopt: the
    /// field cannot be told from others that nothing is known of.
    std::optional<std::uint16_t> uniqueInstanceTag;
    std::uint32_t protectedCallVariables = 0; ///< CallVariableMask: those that clients may not change
    bool variesEventOrder = true; ///< false: a confirmation always comes before the events that its request causes
};

/// The built-in configuration changed by a JSON object; the named variables are the switch's to tell. The error is a
/// sentence that names the faulty member.
tl::expected<ServerConfig, std::string> serverConfigFromJson(const nlohmann::json& json);

} // namespace callwright::simulator
