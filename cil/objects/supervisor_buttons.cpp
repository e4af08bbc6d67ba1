#include "cil/objects/supervisor_buttons.h"

#include "cil/events/keywords.h"
#include "cil/objects/session_core.h"
#include "cil/service/supervisor_mask.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace callwright {
namespace {

using protocol::CallType;

Call* ownCallOf(const SessionCore& core, std::initializer_list<CallType> types) {
    for (Call* call : core.own.book.live()) {
        const auto type = static_cast<CallType>(call->data().toUInt(keyword::CallType).value_or(0));
        if (std::ranges::find(types, type) != types.end() && call->status() != CallStatus::Null)
            return call;
    }
    return nullptr;
}

/// Of an agent whose calls are not shown, the state tells whether there is one to join.
protocol::LocalConnectionState callStatus(const SessionCore& core, const Seat& seat) {
    if (const Call* call = seat.book.current())
        return static_cast<protocol::LocalConnectionState>(call->status());
    const TeamMember* member = core.supervision.findMember(seat);
    const bool isShown = member && member->deviceMonitor != 0;
    return !isShown && seat.agentFacts.state == AgentState::Talking ? protocol::LocalConnectionState::LCS_CONNECT
                                                                    : protocol::LocalConnectionState::LCS_NULL;
}

} // namespace

Call* ownMonitorCall(const SessionCore& core) {
    return ownCallOf(core, {CallType::CALLTYPE_SUPERVISOR_MONITOR, CallType::CALLTYPE_SUPERVISOR_WHISPER});
}

Call* ownBargedInCall(const SessionCore& core) { return ownCallOf(core, {CallType::CALLTYPE_SUPERVISOR_BARGEIN}); }

std::uint32_t supervisorMaskFor(const SessionCore& core, const Seat& seat) {
    service::SupervisorInput input;
    const AgentFacts& own = core.own.agentFacts;
    if (own.peripheralType != 0)
        input.peripheral = static_cast<protocol::PeripheralType>(own.peripheralType);
    input.supervisor = static_cast<protocol::AgentState>(own.state);
    input.agent = static_cast<protocol::AgentState>(seat.agentFacts.state);
    input.isAgentSupervisor = seat.agentFacts.identity.isSupervisor;
    input.call = callStatus(core, seat);
    if (const Call* call = seat.book.current())
        input.callType = call->data().toUInt(keyword::CallType).value_or(0);
    // Audio between desktops has nothing here that could carry it: no button for it.
    input.silentMonitor =
        core.settings.ccmBasedSilentMonitor ? service::SilentMonitorKind::UnifiedCm : service::SilentMonitorKind::None;
    input.stopsAtNonAcdCalls = core.settings.stopsSilentMonitorAtNonAcdCalls;
    input.hasMonitorSession = ownMonitorCall(core) != nullptr;
    input.listensToThisAgent = input.hasMonitorSession && (core.supervision.listeningTo.isEmpty() ||
                                                           core.supervision.listeningTo == seat.agentUid());
    input.hasBargedIn = ownBargedInCall(core) != nullptr;
    return service::supervisorMask(input);
}

std::uint32_t supervisorMask(const SessionCore& core) {
    return core.supervision.monitored ? supervisorMaskFor(core, *core.supervision.monitored) : 0;
}

void postSupervisorButtons(SessionCore& core) {
    const std::uint32_t mask = supervisorMask(core);
    core.supervision.toldMask = mask;
    core.outbox.post(EventId::OnSupervisorButtonChange, {{keyword::SupervisorBtnEnablementMask, mask}});
}

} // namespace callwright
