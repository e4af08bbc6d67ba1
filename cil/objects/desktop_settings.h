#pragma once

#include "cil/events/arguments.h"
#include "cil/objects/cil_error.h"
#include "cil/settings/schema.h"

#include <cstdint>

namespace callwright {

class SessionCore;

/// The desktop's part of a settings tree as nested Arguments: Grid, IPCCSilentMonitor, Login, ScreenPreferences ...
Arguments desktopSettings(const SettingsTree& tree);

/// RequestDesktopSettings: OnGlobalSettingsDownloadConf follows, of the settings that the session was given; they are
/// properties of the session from then on. 0 is an agent's desktop, 1 a supervisor's; both get the same.
CilResult requestDesktopSettings(SessionCore& core, std::int32_t desktopType);

} // namespace callwright
