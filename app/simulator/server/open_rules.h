#pragma once

#include "app/simulator/server/event_masks.h"
#include "app/simulator/server/server_config.h"
#include "app/simulator/server/switch.h"
#include "cil/protocol/message_view.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace callwright::simulator {

/// CTI_SERVICE_ACTIVE_STANDBY exists since this version.
inline constexpr protocol::Version firstWithStandby = 24;

/// What a client asked for in OPEN_REQ, as far as it was granted.
struct OpenTerms {
    protocol::Version version = protocol::newestVersion;
    std::uint32_t idleTimeout = 0xFFFFFFFF; ///< seconds; 0xFFFFFFFF: never
    std::uint32_t peripheralId = protocol::NULL_PERIPHERAL_ID;
    std::uint32_t services = 0; ///< granted
    EventMasks masks;
    std::uint32_t configMsgMask = 0;
    std::string clientId;
    std::string signature;     ///< ClientSignature, or the ClientID when there is none
    std::string instance;      ///< UniqueInstanceID; empty: none was given
    std::string agentId;       ///< as given in OPEN_REQ
    std::string instrument;    ///< the client's device; empty while the agent that it named is not signed in anywhere
    bool followsAgent = false; ///< only an agent was named: the device is where that agent is signed in

    bool has(std::uint32_t service) const { return (services & service) != 0; }
    bool isAgentClient() const { return has(protocol::ServicesRequested::CTI_SERVICE_CLIENT_EVENTS); }
    bool seesEverything() const { return has(protocol::ServicesRequested::CTI_SERVICE_ALL_EVENTS); }
};

/// The VersionNumber of an OPEN_REQ frame, whose place no version moves; nullopt when the frame ends before it.
std::optional<std::uint32_t> versionRequested(std::span<const std::byte> frame);

/// Whether a session may be opened (CTI Server guide v25, Session Initialization), and on what terms; otherwise the
/// status to refuse it with. The message is decoded for the version it asks for, which the server supports.
/// Who else is connected (device in use, eviction) is not looked at.
tl::expected<OpenTerms, protocol::StatusCode> judgeOpen(const protocol::MessageView& request,
                                                        const ServerConfig& config, const Switch& behind);

} // namespace callwright::simulator
