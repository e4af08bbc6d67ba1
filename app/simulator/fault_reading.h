#pragma once

#include "app/simulator/control_request.h"
#include "app/simulator/fault.h"

namespace callwright::simulator {

/// The members of the commands "fault" and "heal"; what is wrong with them is the request's to say.
Fault readFault(ControlRequest& request);
Fault readHealed(ControlRequest& request);

} // namespace callwright::simulator
