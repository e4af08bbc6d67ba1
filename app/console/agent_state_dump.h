#pragma once

#include <QJsonObject>

namespace callwright {
class Session;
}

namespace callwright::console {

/// What the session knows, in the shapes of the simulator's `state`: "agent" as one of its agents, "calls" as its
/// calls with the agent's own connection, and "mask". Besides: "current" names the current call, "details" has for each
/// call the parties (the own one first), whether it is a conference or recorded, what it consults for ("none",
/// "transfer", "conference", "any") and about which call; "announced" the calls that are still to begin.
QJsonObject stateDump(const Session& session);

} // namespace callwright::console
