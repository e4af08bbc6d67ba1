#pragma once

#include "app/simulator/acd/context.h"

/// The recorded greeting that a caller from a queue hears when the agent answers (CTI Server guide v25,
/// CALL_AGENT_GREETING_EVENT, AGENT_GREETING_CONTROL_REQ).
namespace callwright::simulator {

/// The agent who answers has a greeting and has not switched it off: it plays until its end, if the call lets it.
void startGreeting(Context& context, Call& call, Connection& answering);

enum class GreetingEnd { Played, Stopped, CutOff };
/// Nothing when no greeting plays. One that is cut off (hold, hang-up) counts as failed.
void endGreeting(Context& context, const Call& call, Connection& leg, GreetingEnd end);

SwitchAnswer controlGreeting(Context& context, const std::string& instrument, const protocol::MessageView& message);

} // namespace callwright::simulator
