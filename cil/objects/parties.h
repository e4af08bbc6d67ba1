#pragma once

#include "cil/objects/call_facts.h"
#include "cil/protocol/names.h"

namespace callwright {

class Seat;

/// Who is in a call, as far as its events tell: a connection is opaque, the device fields beside it say whose it is
/// (CTI Server guide v25, Call Events). At most 16 with the own one, whatever a server says.
void noteParties(Seat& seat, Call& call, protocol::MessageType type, const Arguments& wire);

/// The parties that a message lists completely: ConnectedParty[n] of calls that were joined, CallConnection[n] of a
/// snapshot. `merged`: the call that went into this one, whose parties are known by their devices as well; may be
/// nullptr. Without a list both calls' parties stay.
void takeConnectedParties(Seat& seat, Call& call, const Call* merged, const Arguments& wire);
void takeSnapshotParties(Seat& seat, Call& call, const Arguments& wire);

} // namespace callwright
