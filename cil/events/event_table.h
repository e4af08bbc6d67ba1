#pragma once

#include "cil/events/event_list.h"
#include "cil/events/event_types.h"

namespace callwright::detail {

std::span<const EventSpec> eventTable(); ///< generated, ascending by number

} // namespace callwright::detail
