#pragma once

#include "cil/connection/reply.h"
#include "cil/objects/call.h"

namespace callwright {

/// SNAPSHOT_DEVICE_REQ and what follows: after it the calls are those that the device has. Calls of the lost session
/// that it does not list end, those it lists keep their identity, each is asked for its data, and unknown ones begin
/// with theirs. `again`: how often the device may be asked once more, for a call that is not found under its name.
void snapshotDevice(Seat& seat, int again = 2);

/// Asks for what there is to know of a call, without anybody having asked; until the answer is newer than every event.
void learnCall(Seat& seat, Call& call);

/// What the refusal of SNAPSHOT_CALL_REQ tells: there is no such call; there is one, but not with this connection, or
/// with one that whoever asks is not shown.
bool saysCallIsGone(const Reply& reply);
bool saysConnectionIsGone(const Reply& reply);

/// SNAPSHOT_CALL_REQ: data and parties of one call, as they are now.
CilResult requestSnapshot(Seat& seat, Call& call);

} // namespace callwright
