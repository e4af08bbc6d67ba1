#pragma once

#include "cil/events/event_list.h"

#include <optional>

/// What a supervisor hears of somebody else's place: for events of the own place, which ones stand for the same there.
namespace callwright::service {

/// The event that tells a supervisor the same of a team member: OnMonitoredCallBegin for OnCallBegin ...
/// EventId::None: that is nobody's business but the member's (buttons, the current call, desk settings).
/// nullopt: there is no other form; it goes out as it is, marked Monitored.
std::optional<EventId> monitoredVariant(EventId event);

} // namespace callwright::service
