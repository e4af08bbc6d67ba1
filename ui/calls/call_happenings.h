#pragma once

#include "cil/events/event_list.h"
#include "cil/settings/settings.h"
#include "ui/desk/views.h"

#include <QStringList>

#include <vector>

namespace callwright {

/// What an event means for one call, in words ("Rang at 3101", "4155550134 joined"); empty when a person would not
/// notice. `before` is the call as it was, nullptr for a new one; `isAbout` says whether the event names this call.
QStringList happenings(EventId event, const Arguments& arguments, const CallView* before, const CallView& after,
                       bool isAbout, const std::vector<GridColumn>& columns);

} // namespace callwright
