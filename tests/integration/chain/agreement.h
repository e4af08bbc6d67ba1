#pragma once

#include "cil/objects/agent.h"

#include <QString>

#include <nlohmann/json_fwd.hpp>

#include <set>
#include <string>
#include <vector>

namespace callwright {
class Session;
}

namespace callwright::testing {

/// How what a session knows differs from what the simulator has: the agent, each call by ConnectionCallID and
/// ConnectionDeviceID with its data and own connection, and who else talks in it. Empty: they agree.
/// `joined`: ConnectionDeviceIDs of calls that went into others; `callsShareIds`: calls may share a ConnectionCallID.
std::vector<std::string> disagreementsOf(const Session& session, const AgentIdentity& identity,
                                         const nlohmann::ordered_json& switchState, const std::set<QString>& joined,
                                         bool callsShareIds);

} // namespace callwright::testing
