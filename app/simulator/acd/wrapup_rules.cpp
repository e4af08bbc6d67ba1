#include "app/simulator/acd/wrapup_rules.h"

namespace callwright::simulator {

using protocol::WrapupDataMode;

namespace {

/// The state that follows when nothing was asked for: calls between colleagues, consultations and transfers among them,
/// leave the agent as the agent was.
AgentState unasked(const DeskSettings& desk, Direction direction, AgentState base) {
    if (direction == Direction::OtherIn || direction == Direction::OtherOut || direction == Direction::None)
        return base;
    const std::uint32_t bit = isOutgoing(direction) ? protocol::DeskSettingsMask::DESK_AVAIL_AFTER_OUTGOING_MASK
                                                    : protocol::DeskSettingsMask::DESK_AVAIL_AFTER_INCOMING_MASK;
    return (desk.mask & bit) ? AgentState::AGENT_STATE_AVAILABLE : AgentState::AGENT_STATE_NOT_READY;
}

/// The state that follows a forced wrap-up: when its timer runs out, Ready after incoming calls and Not Ready after
/// outgoing ones; a call that was no business of the queues leaves the agent as it was.
AgentState afterForcedWork(Direction direction, AgentState base) {
    if (direction == Direction::OtherIn)
        return base;
    return isOutgoing(direction) ? AgentState::AGENT_STATE_NOT_READY : AgentState::AGENT_STATE_AVAILABLE;
}

} // namespace

bool isOutgoing(Direction direction) { return direction == Direction::Out || direction == Direction::OtherOut; }

WrapupDataMode wrapupMode(const DeskSettings& desk, Direction direction) {
    return static_cast<WrapupDataMode>(isOutgoing(direction) ? desk.wrapupOutgoing : desk.wrapupIncoming);
}

bool isWrapupRequired(WrapupDataMode mode) {
    return mode == WrapupDataMode::WRAPUP_DATA_MODE_REQUIRED ||
           mode == WrapupDataMode::WRAPUP_DATA_MODE_REQUIRED_WITH_WRAPUP_DATA;
}

bool isWork(AgentState state) {
    return state == AgentState::AGENT_STATE_WORK_READY || state == AgentState::AGENT_STATE_WORK_NOT_READY;
}

AfterCall afterCall(const DeskSettings& desk, Direction direction, AgentState base, std::optional<AgentState> wish) {
    const WrapupDataMode mode = wrapupMode(desk, direction);
    if (isWrapupRequired(mode) && direction != Direction::None) { // none follows a call that one only listened by
        const AgentState next = afterForcedWork(direction, base);
        return {next == AgentState::AGENT_STATE_AVAILABLE ? AgentState::AGENT_STATE_WORK_READY
                                                          : AgentState::AGENT_STATE_WORK_NOT_READY,
                next};
    }
    if (wish && isWork(*wish) && mode == WrapupDataMode::WRAPUP_DATA_MODE_OPTIONAL)
        return {*wish, afterWork(*wish)};
    const AgentState next = wish && !isWork(*wish) ? *wish : unasked(desk, direction, base);
    return {next, next};
}

AgentState afterWork(AgentState work) {
    return work == AgentState::AGENT_STATE_WORK_READY ? AgentState::AGENT_STATE_AVAILABLE
                                                      : AgentState::AGENT_STATE_NOT_READY;
}

} // namespace callwright::simulator
