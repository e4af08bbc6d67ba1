#pragma once

#include "cil/objects/call.h"

namespace callwright {

/// SNAPSHOT_DEVICE_REQ and what follows: after it the calls are those that the device has. Calls of the lost session
/// that it does not list end, those it lists keep their identity, unknown ones begin; each is asked for its data.
void snapshotDevice(Seat& seat);

/// SNAPSHOT_CALL_REQ: data and parties of one call, as they are now.
CilResult requestSnapshot(Seat& seat, Call& call);

} // namespace callwright
