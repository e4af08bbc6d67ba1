#pragma once

#include "cil/objects/agent.h"

namespace callwright {

class SessionCore;

/// The seat of a team member's Agent; nullptr: it is none.
Seat* seatOfMember(SessionCore& core, const Agent& agent);

/// Makes this the monitored agent, now or again after a failover: learns the instrument where nobody told it, watches
/// the device where the server lets this session, and learns its calls.
CilResult beginMonitoring(Seat& seat);
/// Ends what beginMonitoring() began; nothing happens when nobody is monitored.
void endMonitoring(SessionCore& core);
/// The same when there is no server to be told.
void forgetMonitored(SessionCore& core);

} // namespace callwright
