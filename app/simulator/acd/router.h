#pragma once

#include "app/simulator/acd/context.h"

/// Queues: who waits, and which agent gets whom.
namespace callwright::simulator {

/// The call wants an agent of its queue. It waits behind those who came before it.
void enterQueue(Context& context, Call& call);
/// Who gets the next call of the queue, as things are; nullptr when nobody is available.
const Agent* nextAgentFor(const Context& context, std::size_t queue);
void leaveQueue(Context& context, Call& call);

/// Gives waiting calls, the oldest first, to the agents who have been available the longest. Calls that find nobody
/// go to the queue point.
void matchCallsWithAgents(Context& context);

} // namespace callwright::simulator
