#pragma once

namespace callwright {

class SessionCore;

/// SNAPSHOT_DEVICE_REQ and what follows: after it the calls are those that the device has. Calls of the lost session
/// that it does not list end, those it lists keep their identity, unknown ones begin; each is asked for its data.
void snapshotDevice(SessionCore& core);

} // namespace callwright
