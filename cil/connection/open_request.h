#pragma once

#include "cil/clock/clock.h"
#include "cil/protocol/error.h"
#include "cil/protocol/text_codec.h"
#include "cil/protocol/version.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace callwright {

/// What an application says of itself in OPEN_REQ (CTI Server guide v25, Session Management, OPEN_REQ).
struct OpenParameters {
    std::uint32_t services = 0; ///< mask ServicesRequested
    std::uint32_t callMsgMask = 0;
    std::uint32_t agentStateMask = 0;
    std::uint32_t configMsgMask = 0;
    std::uint32_t peripheralId = 0xFFFFFFFF;
    QString clientId;
    QString clientPassword; ///< may be empty, is always sent
    QString clientSignature;
    QString agentExtension;
    QString agentId;
    QString agentInstrument;
};

// The bits of a mask that a version has already: a server of that version refuses bits it does not know.
std::uint32_t callMsgMaskAt(protocol::Version version, std::uint32_t mask);
std::uint32_t configMsgMaskAt(protocol::Version version, std::uint32_t mask);

/// Seconds: four heartbeat intervals, at least the 20 the server insists on; all ones without heartbeats.
std::uint32_t idleTimeoutFor(Milliseconds heartbeatInterval);

/// The OPEN_REQ. Bits of the masks that the version does not have yet are left out.
protocol::Result<std::vector<std::byte>> buildOpenRequest(const OpenParameters& parameters, protocol::Version version,
                                                          protocol::CodePage codePage, Milliseconds heartbeatInterval,
                                                          std::uint32_t invokeId);

} // namespace callwright
