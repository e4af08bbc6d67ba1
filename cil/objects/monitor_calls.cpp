#include "cil/objects/monitor_calls.h"

#include "cil/events/keywords.h"
#include "cil/objects/session_core.h"
#include "cil/objects/supervisor_buttons.h"
#include "cil/service/identity.h"

#include <algorithm>
#include <array>
#include <utility>

namespace callwright {
namespace {

constexpr auto target = static_cast<std::uint32_t>(protocol::SilentMonitorStatus::SILENT_MONITOR_TARGET);
constexpr auto initiator = static_cast<std::uint32_t>(protocol::SilentMonitorStatus::SILENT_MONITOR_INITIATOR);

/// Whether this is the end that listens: the snapshot says it, a supervisor who asked for it knows it.
bool listensHere(const Seat& seat, const Call& call) {
    const std::uint32_t told = CallBook::facts(call).silentMonitorStatus;
    if (told == target || told == initiator)
        return told == initiator;
    const bool hasAsked = seat.isOwn() && !seat.session.supervision.listeningTo.isEmpty();
    return seat.agentFacts.identity.isSupervisor && (hasAsked || !call.isIncoming());
}

QString otherDevice(const Call& call) {
    for (const CallParty& party : call.parties()) {
        if (!party.isSelf && !party.deviceId.isEmpty())
            return party.deviceId;
    }
    return {};
}

/// Who sits at a device, as far as the team tells.
const Seat* seatAt(const SessionCore& core, const QString& device) {
    for (const TeamMember& member : core.supervision.members()) {
        if (member.isListed && !device.isEmpty() && member.seat->ownDevices().contains(device))
            return member.seat.get();
    }
    return nullptr;
}

Arguments monitorArguments(const SessionCore& core, const Call& call) {
    struct End {
        QString agent;
        QString device;
    };
    const End own{core.own.agentUid(), core.own.agentFacts.identity.agentInstrument};
    End other{{}, otherDevice(call)};
    if (const Seat* seat = seatAt(core, other.device))
        other.agent = seat->agentUid();
    const bool listens = listensHere(core.own, call);
    if (listens && !core.supervision.listeningTo.isEmpty())
        other.agent = core.supervision.listeningTo;
    for (const TeamMember& member : core.supervision.members()) {
        if (other.device.isEmpty() && member.seat->agentUid() == other.agent)
            other.device = member.seat->agentFacts.identity.agentInstrument;
    }
    const End& from = listens ? own : other;
    const End& to = listens ? other : own;
    return {{keyword::SilentMonitorInitiatingAgentUID, from.agent},
            {keyword::SilentMonitorInitiatingDeviceID, from.device},
            {keyword::SilentMonitorTargetAgentUID, to.agent},
            {keyword::SilentMonitorTargetDeviceID, to.device},
            {keyword::SilentMonitorCallUID, call.uniqueObjectId()}};
}

void begin(SessionCore& core, const Call& call) {
    Arguments event = monitorArguments(core, call);
    core.supervision.monitorCall = event;
    core.own.agentFacts.properties.set(keyword::SilentMonitorCallUID, call.uniqueObjectId())
        .set(keyword::SilentMonitorTargetAgentUID, event.value(keyword::SilentMonitorTargetAgentUID));
    core.outbox.post(EventId::OnSilentMonitorStartedEvent, std::move(event));
}

void end(SessionCore& core) {
    Arguments event = std::exchange(core.supervision.monitorCall, {});
    event.set(keyword::SilentMonitorCallDisposition, 0U);
    core.supervision.listeningTo.clear();
    core.own.agentFacts.properties.remove(keyword::SilentMonitorCallUID);
    core.own.agentFacts.properties.remove(keyword::SilentMonitorTargetAgentUID);
    core.outbox.post(EventId::OnSilentMonitorStopRequestedEvent, std::move(event));
}

} // namespace

bool isMonitorCall(const Call& call) {
    constexpr std::array types{protocol::CallType::CALLTYPE_SUPERVISOR_MONITOR,
                               protocol::CallType::CALLTYPE_SUPERVISOR_WHISPER};
    const auto type = static_cast<protocol::CallType>(call.data().toUInt(keyword::CallType).value_or(0));
    return std::ranges::find(types, type) != types.end();
}

bool isMonitorTarget(const Seat& seat, const Call& call) { return isMonitorCall(call) && !listensHere(seat, call); }

void followMonitorCall(SessionCore& core) {
    const auto calls = core.own.book.live();
    const auto found = std::ranges::find_if(
        calls, [](const Call* own) { return isMonitorCall(*own) && own->status() != CallStatus::Null; });
    const Call* call = found != calls.end() ? *found : nullptr;
    const bool isTold = !core.supervision.monitorCall.isEmpty();
    if (call && call->status() == CallStatus::Connect && !isTold)
        begin(core, *call);
    else if (!call && isTold)
        end(core);
}

bool isListenedTo(const SessionCore& core) {
    const QString& target = core.supervision.monitorCall.toString(keyword::SilentMonitorTargetAgentUID);
    return core.silentMonitors.isListenedTo() || (!target.isEmpty() && target == core.own.agentUid());
}

void followSupervision(SessionCore& core) {
    followMonitorCall(core);
    if (supervisorMask(core) != core.supervision.toldMask)
        postSupervisorButtons(core);
}

} // namespace callwright
