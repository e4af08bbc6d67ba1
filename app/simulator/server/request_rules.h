#pragma once

#include "app/simulator/server/open_rules.h"
#include "app/simulator/server/server_config.h"
#include "cil/protocol/message_view.h"
#include "cil/protocol/tables.h"

#include <cstdint>

namespace callwright::simulator {

/// Who answers a request of an open session.
enum class Answerer {
    Session, ///< the server itself
    Switch,
    Monitors,
    Teams,
    Messages,
    ClientMonitors,
    Recorders, ///< server applications, or the switch where there are none
    Configuration,
    Nobody ///< this server does not do it: E_CTI_FUNCTION_NOT_AVAILABLE
};

/// Who answers a message of this type for a client with these services; Nobody when a service that it needs was not
/// granted (CTI Server guide v25, Application Level Interfaces).
Answerer answererOf(protocol::MessageType type, const OpenTerms& terms);

/// What a standby session may send (CTI Server guide v25, PG and CTI Server Graceful Shutdown).
bool isForStandby(protocol::MessageType type);

/// What speaks against the contents of a request, beyond what the tables alone can tell (protocol::validate).
/// E_CTI_NO_ERROR: nothing.
protocol::StatusCode judgeContents(const protocol::MessageView& request, const ServerConfig& config,
                                   std::uint32_t peripheralId);

} // namespace callwright::simulator
