#pragma once

#include <cstdint>

namespace callwright {

class Call;
class Seat;
class SessionCore;

/// What this supervisor may do about somebody and the call of that seat that is looked at: the bits of
/// SupervisorBtnEnablementMask.
std::uint32_t supervisorMaskFor(const SessionCore& core, const Seat& seat);
/// The same of the monitored agent; 0 without one.
std::uint32_t supervisorMask(const SessionCore& core);

/// OnSupervisorButtonChange with the mask as it is now.
void postSupervisorButtons(SessionCore& core);

/// The supervisor's own calls by which a team member's call is listened to or joined; nullptr: there is none.
Call* ownMonitorCall(const SessionCore& core);
Call* ownBargedInCall(const SessionCore& core);

} // namespace callwright
