#pragma once

#include "cil/events/arguments.h"
#include "cil/objects/cil_error.h"
#include "cil/objects/session.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace callwright {

class SessionCore;

/// The life of the link as events: OnConnection is opening's; OnConnectionFailure, OnConnectionRejected,
/// OnConnectionClosed, OnHeartbeat, OnMissingHeartbeat and OnCTIOSFailure are posted here.
void watchLink(SessionCore& core);

CilResult openConnection(SessionCore& core, const ConnectParameters& parameters, const AgentIdentity& agent);
/// Without an agent: for monitor mode and the other roles that have none.
CilResult openConnection(SessionCore& core, const ConnectParameters& parameters, std::vector<Role> roles);
CilResult closeConnection(SessionCore& core, Disconnect how);

std::int32_t timeOfDay(const SessionCore& core);             ///< milliseconds since midnight, here
QString currentServer(const SessionCore& core);              ///< "host:port"
QString standbyServer(const SessionCore& core);              ///< "host:port"; empty: none
void postSystemStatus(SessionCore& core);                    ///< OnCTIOSFailure with the peripheral's state
void postCtiosFailure(SessionCore& core, Arguments failure); ///< with what the long form adds

} // namespace callwright
