#include "cil/objects/buttons.h"

#include "cil/events/keywords.h"
#include "cil/objects/monitor_calls.h"
#include "cil/objects/session_core.h"
#include "cil/objects/system_events.h"
#include "cil/service/call_role.h"
#include "cil/service/enablement.h"
#include "cil/service/services.h"

#include <algorithm>

namespace callwright {
namespace {

service::CallRole roleOf(const Seat& seat, const Call& call) {
    switch (call.consultPurpose()) {
    case ConsultPurpose::Transfer:
        return service::CallRole::ConsultForTransfer;
    case ConsultPurpose::Conference:
        return service::CallRole::ConsultForConference;
    case ConsultPurpose::Any:
        return service::CallRole::ConsultForBoth;
    case ConsultPurpose::None:
        break;
    }
    service::RoleInput input;
    input.callType = call.data().toUInt(keyword::CallType).value_or(0);
    input.isSupervisor = seat.agentFacts.identity.isSupervisor; // the agent's side of such a call is a plain one
    input.isConference = call.isConference();
    return service::roleOf(input);
}

service::EnablementCall enablementCall(const Seat& seat, const Call& call) {
    const CallFacts& facts = CallBook::facts(call);
    const bool isInbound = service::isInbound(facts.data.toUInt(keyword::CallType).value_or(0));
    return {static_cast<protocol::LocalConnectionState>(facts.status), isInbound && !facts.isOutgoing,
            roleOf(seat, call), facts.isController, facts.isOffSwitch};
}

/// The call that matters besides this one: the other half of a consultation, else one that rings, else any other.
const Call* otherThatMatters(const Seat& seat, const Call& call) {
    if (call.counterpart())
        return call.counterpart();
    const Call* found = nullptr;
    for (const Call* other : seat.book.live()) {
        const bool isLess = other == &call || other->status() == CallStatus::Null || isMonitorTarget(seat, *other);
        if (!isLess && (!found || other->status() == CallStatus::Alerting))
            found = other;
    }
    return found;
}

service::EnablementInput enablementInput(const Seat& seat, const Call* call) {
    service::EnablementInput input;
    const AgentFacts& agent = seat.agentFacts;
    if (agent.isSignedIn())
        input.agentState = static_cast<protocol::AgentState>(agent.state);
    input.isSupervisor = agent.identity.isSupervisor;
    input.desk = agent.desk;
    input.recordingEnabled = seat.session.settings.recordingEnabled;
    input.switchCapabilityMask = seat.session.profile().switchCapabilityMask &
                                 service::allowedBits(seat.session.link.servicesGranted()) &
                                 remainingBits(seat.session);
    if (const Call* other = call ? otherThatMatters(seat, *call) : nullptr)
        input.other = enablementCall(seat, *other);
    if (call && call->isConfirmed()) // else a click might be about what is not there any more
        input.call = enablementCall(seat, *call);
    if (agent.peripheralType != 0)
        input.peripheral = static_cast<protocol::PeripheralType>(agent.peripheralType);
    input.anyPartyMayConference = seat.session.settings.anyPartyMayConference;
    return input;
}

} // namespace

std::uint32_t effectiveMask(const Seat& seat) {
    if (seat.session.mode == SessionMode::Monitor)
        return 0;
    const ConnectionStatus status = seat.session.status();
    if (status == ConnectionStatus::Closed)
        return enablement::ENABLE_LOGIN & seat.session.profile().switchCapabilityMask;
    if (status != ConnectionStatus::Open || !seat.session.isAgentModeSet)
        return 0;
    return service::enablementMask(enablementInput(seat, seat.book.current()));
}

std::uint32_t maskOfAgent(const Seat& seat) {
    const auto input = enablementInput(seat, seat.book.current()); // which wrap-up mode counts, the call decides
    return service::agentMask(input) & input.switchCapabilityMask;
}

std::uint32_t maskOfCall(const Seat& seat, const Call& call) {
    return service::enablementMask(enablementInput(seat, &call));
}

void postButtons(Seat& seat, EventId cause, const QString& uniqueObjectId) {
    if (seat.session.mode == SessionMode::Monitor)
        return; // has no buttons
    seat.post(EventId::OnButtonEnablementChange, {{keyword::EnablementMask, effectiveMask(seat)},
                                                  {keyword::UniqueObjectID, uniqueObjectId},
                                                  {keyword::MessageID, static_cast<std::uint32_t>(cause)},
                                                  {keyword::Monitored, false}});
}

void postCurrentCall(Seat& seat) {
    if (!seat.book.takeCurrentChange() || seat.session.mode == SessionMode::Monitor)
        return;
    Arguments arguments;
    if (const Call* current = seat.book.current())
        arguments.set(keyword::UniqueObjectID, current->uniqueObjectId());
    seat.post(EventId::OnCurrentCallChanged, std::move(arguments));
}

} // namespace callwright
