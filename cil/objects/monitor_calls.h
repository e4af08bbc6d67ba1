#pragma once

namespace callwright {

class SessionCore;

/// Unified CM-based silent monitoring is a call of its own: OnSilentMonitorStartedEvent when it is established at the
/// supervisor's or the agent's phone, OnSilentMonitorStopRequestedEvent when it is over, and the properties of the own
/// Agent that name it.
void followMonitorCall(SessionCore& core);

/// After anything that may have moved a call or a state: followMonitorCall(), and OnSupervisorButtonChange if the mask
/// is another one than was said last.
void followSupervision(SessionCore& core);

} // namespace callwright
