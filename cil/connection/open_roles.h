#pragma once

#include "cil/connection/open_request.h"
#include "cil/connection/role.h"

#include <QString>

#include <cstdint>
#include <span>

namespace callwright {

/// What a session of that role asks for in OPEN_REQ: no more than the CIL uses, as every bit costs network at every
/// desk (CTI Server guide v25, CTI Client Application Guidelines, message masks).
struct RoleMasks {
    std::uint32_t services = 0;
    std::uint32_t callMsgMask = 0;
    std::uint32_t agentStateMask = 0;
    std::uint32_t configMsgMask = 0;
};
RoleMasks masksFor(Role role);

/// `<PeripheralID>.<AgentID>`: stable over desks and restarts; the same person opening again evicts the older session.
QString clientIdOf(std::uint32_t peripheralId, const QString& agentId);

/// The role's masks and the agent's ClientID filled in; password, signature, extension and instrument are the caller's.
OpenParameters openParametersFor(Role role, std::uint32_t peripheralId, const QString& agentId);

/// A session without an agent: what all its roles ask for together. No peripheral, no device, and the ClientID given.
OpenParameters openParametersFor(std::span<const Role> roles, const QString& clientId);

} // namespace callwright
