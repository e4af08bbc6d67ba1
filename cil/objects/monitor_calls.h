#pragma once

namespace callwright {

class Call;
class Seat;
class SessionCore;

/// A call by which a supervisor listens, be it the listening end or the other one.
bool isMonitorCall(const Call& call);
/// The end of such a call that is listened to: nothing for whoever sits there to see or to act on.
bool isMonitorTarget(const Seat& seat, const Call& call);

/// Unified CM-based silent monitoring is a call of its own: OnSilentMonitorStartedEvent when it is established at the
/// supervisor's or the agent's phone, OnSilentMonitorStopRequestedEvent when it is over, and the properties of the own
/// Agent that name it.
void followMonitorCall(SessionCore& core);

/// After anything that may have moved a call or a state: followMonitorCall(), and OnSupervisorButtonChange if the mask
/// is another one than was said last.
void followSupervision(SessionCore& core);

/// A supervisor listens to the own agent, by either kind of silent monitoring.
bool isListenedTo(const SessionCore& core);

} // namespace callwright
