#pragma once

#include <QJsonObject>

namespace callwright {
class Session;
}

namespace callwright::console {

/// What the session knows, in the shapes of the simulator's `state`: "agent" as one of its agents, "calls" as its
/// calls with the agent's own connection (the only one such a session is told of), and "mask".
QJsonObject stateDump(const Session& session);

} // namespace callwright::console
