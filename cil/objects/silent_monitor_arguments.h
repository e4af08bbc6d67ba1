#pragma once

#include "cil/events/arguments.h"
#include "cil/objects/cil_error.h"

/// What the methods about silent monitoring between desktops take; whatever else is in the Arguments is left alone.
/// E_CTIOS_MISSING_ARGUMENT for what is not there, E_CTIOS_INVALID_ARGUMENT for what is not right.
namespace callwright {

enum class SilentMonitorMethod { Create, StartMonitoredMode, StartMonitoringMode, StartRequest, Accept, SetPhone };

CilResult checkArguments(SilentMonitorMethod method, const Arguments& arguments);

} // namespace callwright
