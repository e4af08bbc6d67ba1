#pragma once

#include "cil/objects/call_facts.h"

/// The call just handled stays addressable for wrap-up data until wrap-up is left. The guide promises no order between
/// the end of a call and the agent's next state, so both ends of it count, whichever comes first.
namespace callwright {

/// A call has ended: whether it stays for wrap-up data. An older one that stayed goes.
bool keepForWrapup(Seat& seat, Call& call);
/// The agent's state is another: a call that stayed goes unless this is wrap-up, or wrap-up may still follow.
void wrapupAfterStateChange(Seat& seat);
/// A new call begins outside wrap-up: what stayed of the last one goes.
void leaveOldWrapup(Seat& seat);

} // namespace callwright
