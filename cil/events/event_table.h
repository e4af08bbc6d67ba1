#pragma once

#include "cil/events/event_list.h"
#include "cil/events/event_types.h"

namespace callwright::detail {

// Generated, ascending by number.
std::span<const EventSpec> eventTable();
std::span<const EventSpec> genericTable();

} // namespace callwright::detail
