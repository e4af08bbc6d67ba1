#pragma once

#include "app/simulator/server/session.h"
#include "app/simulator/server/switch.h"

/// What clients of the client monitor service are told of other sessions (CTI Server guide v25, Client Monitor
/// Service).
namespace callwright::simulator {

SwitchEvent sessionOpened(Session& session);
/// Before the session is shut.
SwitchEvent sessionClosed(Session& session, protocol::StatusCode status);

} // namespace callwright::simulator
