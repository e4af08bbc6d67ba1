#include "cil/objects/supervisor_buttons.h"

#include "cil/events/keywords.h"
#include "cil/objects/monitor_calls.h"
#include "cil/objects/session_core.h"
#include "cil/objects/silent_monitor_manager.h"
#include "cil/service/identity.h"
#include "cil/service/supervisor_mask.h"

#include <algorithm>
#include <utility>

namespace callwright {
namespace {

using protocol::CallType;

template <class Predicate> Call* findCall(const Seat& seat, Predicate isIt) {
    const auto calls = seat.book.live();
    const auto found = std::ranges::find_if(
        calls, [&](const Call* call) { return call->status() != CallStatus::Null && isIt(*call); });
    return found != calls.end() ? *found : nullptr;
}

bool isBargedInto(const Call& call) {
    return call.data().toUInt(keyword::CallType) == static_cast<std::uint32_t>(CallType::CALLTYPE_SUPERVISOR_BARGEIN);
}

/// Audio between desktops takes a site and a profile for it, and something that carries it.
service::SilentMonitorKind silentMonitorKind(const SessionCore& core) {
    using enum service::SilentMonitorKind;
    if (core.settings.ccmBasedSilentMonitor)
        return UnifiedCm;
    const SilentMonitorManager* manager = core.silentMonitors.current();
    const bool canListen = manager && manager->mode() == SilentMonitorMode::Monitoring && manager->hasMedia();
    return canListen && core.profile().silentMonitorEnabled ? CtiOs : None;
}

/// Who listens to whom.
void noteListening(const SessionCore& core, const Seat& seat, service::SupervisorInput& input) {
    if (input.silentMonitor == service::SilentMonitorKind::CtiOs) {
        const SilentMonitorManager& manager = *core.silentMonitors.current();
        const AgentIdentity& agent = seat.agentFacts.identity;
        input.hasMonitorSession = manager.isInSession();
        input.listensToThisAgent =
            manager.isMonitoredTarget(seat.agentUid()) ||
            manager.isMonitoredTarget(service::deviceId(agent.peripheralId, agent.agentInstrument));
        return;
    }
    const QString& whom = core.supervision.listeningTo;
    input.hasMonitorSession = ownMonitorCall(core) != nullptr;
    input.listensToThisAgent = input.hasMonitorSession && (whom.isEmpty() || whom == seat.agentUid());
    input.isMonitoredByOther =
        !input.listensToThisAgent && findCall(seat, [&](const Call& call) { return isMonitorTarget(seat, call); });
}

/// Of an agent whose calls are not shown, the state tells whether there is one to join.
protocol::LocalConnectionState callStatus(const SessionCore& core, const Seat& seat) {
    if (const Call* call = seat.book.current())
        return static_cast<protocol::LocalConnectionState>(call->status());
    const TeamMember* member = core.supervision.findMember(seat);
    const bool isShown = member && member->deviceMonitor != 0 && !member->isListRefused;
    return !isShown && seat.agentFacts.state == AgentState::Talking ? protocol::LocalConnectionState::LCS_CONNECT
                                                                    : protocol::LocalConnectionState::LCS_NULL;
}

} // namespace

Call* ownMonitorCall(const SessionCore& core) {
    return findCall(core.own,
                    [&](const Call& call) { return isMonitorCall(call) && !isMonitorTarget(core.own, call); });
}

Call* ownBargedInCall(const SessionCore& core) { return findCall(core.own, isBargedInto); }

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
    input.silentMonitor = silentMonitorKind(core);
    input.stopsAtNonAcdCalls = core.settings.stopsSilentMonitorAtNonAcdCalls;
    noteListening(core, seat, input);
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
