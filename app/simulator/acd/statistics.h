#pragma once

#include "app/simulator/acd/context.h"

/// What agents and skill groups did (CTI Server guide v25, Miscellaneous Service). Times in a state run up to the
/// moment of the question. Calls are counted as soon as the work after them is over: an agent's queue calls as handled,
/// calls to and from inside as internal, outgoing ones as such; direct calls from outside belong to none of these.
/// Dialler calls do not exist here and stay 0; what only an ACD with queues of its own knows is unknown.
namespace callwright::simulator {

/// The agent is about to leave the state it is in: its time is counted.
void countState(Context& context, Agent& agent);
/// A new sign-in: the session's numbers begin.
void beginSession(Context& context, Agent& agent);
/// The agent's part in a call is over; it counts when the work after it is.
void noteFinished(Context& context, const Call& call, const Connection& leg);
/// The agent has done with everything after calls.
void countFinished(Context& context, Agent& agent);
/// Something that supervisors and agents do to a call of the agent's: Tally::BargeIns and the like.
void countOnce(Context& context, const std::string& instrument, Tally what);

SwitchAnswer queryAgentStatistics(Context& context, const std::string& instrument,
                                  const protocol::MessageView& message);
SwitchAnswer queryGroupStatistics(Context& context, const protocol::MessageView& message);

} // namespace callwright::simulator
