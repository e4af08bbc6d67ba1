#pragma once

#include "cil/events/event_types.h"

#include <string>
#include <vector>

namespace callwright::testing {

/// Parameters that the event list promises of this call event and that are not there, although the call has them.
/// `isSnapshotsCall`: what is known of its beginning is what a snapshot told.
std::vector<std::string> brokenPromises(EventId id, const Arguments& arguments, bool isSnapshotsCall);

} // namespace callwright::testing
