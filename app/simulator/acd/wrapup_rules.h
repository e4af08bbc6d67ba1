#pragma once

#include "app/simulator/acd/model.h"

#include <optional>

/// What becomes of an agent when a call is over, as pure functions of desk settings and wishes (CTI Server guide v25,
/// AGENT_DESK_SETTINGS_CONF: WrapupDataIncomingMode, WrapupDataOutgoingMode, DESK_AVAIL_AFTER_*).
namespace callwright::simulator {

struct AfterCall {
    AgentState state; ///< entered when the call ends
    AgentState next;  ///< what follows; the same when there is no wrap-up
    friend bool operator==(const AfterCall&, const AfterCall&) = default;
};

bool isOutgoing(Direction direction);
protocol::WrapupDataMode wrapupMode(const DeskSettings& desk, Direction direction);
bool isWrapupRequired(protocol::WrapupDataMode mode);
bool isWork(AgentState state);

/// `base` is the state that the call interrupted, `wish` what the agent asked for while on the call.
AfterCall afterCall(const DeskSettings& desk, Direction direction, AgentState base, std::optional<AgentState> wish);

/// Where wrap-up leads: WORK_READY to AVAILABLE, WORK_NOT_READY to NOT_READY.
AgentState afterWork(AgentState work);

} // namespace callwright::simulator
