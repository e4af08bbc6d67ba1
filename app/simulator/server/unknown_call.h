#pragma once

#include "app/simulator/server/switch.h"

#include <string>
#include <vector>

namespace callwright::simulator {

/// Events at an instrument of a call that never began, as a server sends them that lost its beginning.
std::vector<SwitchEvent> eventsOfUnknownCall(const std::string& instrument, const Switch& behind);

} // namespace callwright::simulator
