#include "cil/objects/buttons.h"

#include "cil/events/keywords.h"
#include "cil/objects/session_core.h"
#include "cil/service/call_role.h"
#include "cil/service/enablement.h"

#include <algorithm>

namespace callwright {
namespace {

/// The connection profile that this session uses decides what its switch can do.
std::uint32_t switchCapabilities(const SessionCore& core) {
    const auto& profiles = core.settings.profiles;
    const auto used = std::ranges::find_if(profiles, [&](const ConnectionProfile& profile) {
        return profile.hostA == core.parameters.sideA.host && profile.portA == core.parameters.sideA.port;
    });
    if (used != profiles.end())
        return used->switchCapabilityMask;
    const auto standard = std::ranges::find(profiles, true, &ConnectionProfile::isDefault);
    return standard != profiles.end() ? standard->switchCapabilityMask : ConnectionProfile().switchCapabilityMask;
}

/// What a session may do is what the server granted (OPEN_CONF, ServicesGranted): without Client Control no calls, with
/// CTI_AGENT_STATE_CONTROL_ONLY in its place the agent's state alone.
std::uint32_t grantedBits(const SessionCore& core) {
    using namespace enablement;
    namespace Service = protocol::ServicesRequested;
    constexpr std::uint32_t always = ENABLE_STATISTICS | ENABLE_CHAT;
    constexpr std::uint32_t agentState = ENABLE_LOGIN | ENABLE_LOGOUT | ENABLE_LOGOUT_WITH_REASON | ENABLE_READY |
                                         ENABLE_NOTREADY | ENABLE_NOTREADY_WITH_REASON | ENABLE_WORKREADY |
                                         std::uint32_t(ENABLE_WORKNOTREADY);
    const std::uint32_t granted = core.link.servicesGranted();
    if ((granted & Service::CTI_SERVICE_CLIENT_CONTROL) != 0)
        return ~0U;
    return (granted & Service::CTI_AGENT_STATE_CONTROL_ONLY) != 0 ? always | agentState : always;
}

service::CallRole roleOf(const SessionCore& core, const Call& call) {
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
    const int parties = static_cast<int>(call.parties().size());
    service::RoleInput input;
    input.callType = call.data().toUInt(keyword::CallType).value_or(0);
    input.isSupervisor = core.agentFacts.identity.isSupervisor; // the agent's side of such a call is a plain one
    input.parties = call.isConference() ? std::max(parties, 3) : std::min(parties, 2);
    return service::roleOf(input);
}

service::EnablementCall enablementCall(const SessionCore& core, const Call& call) {
    const CallFacts& facts = CallBook::facts(call);
    const bool isInbound = service::isInbound(facts.data.toUInt(keyword::CallType).value_or(0));
    return {static_cast<protocol::LocalConnectionState>(facts.status), isInbound && !facts.isOutgoing,
            roleOf(core, call), facts.isController, facts.isOffSwitch};
}

/// The call that matters besides this one: the other half of a consultation, else one that rings, else any other.
const Call* otherThatMatters(const SessionCore& core, const Call& call) {
    if (call.counterpart())
        return call.counterpart();
    const Call* found = nullptr;
    for (const Call* other : core.book.live()) {
        const bool isLess = other == &call || other->status() == CallStatus::Null;
        if (!isLess && (!found || other->status() == CallStatus::Alerting))
            found = other;
    }
    return found;
}

service::EnablementInput enablementInput(const SessionCore& core, const Call* call) {
    service::EnablementInput input;
    const AgentFacts& agent = core.agentFacts;
    if (agent.isSignedIn())
        input.agentState = static_cast<protocol::AgentState>(agent.state);
    input.isSupervisor = agent.identity.isSupervisor;
    input.desk = agent.desk;
    input.recordingEnabled = core.settings.recordingEnabled;
    input.switchCapabilityMask = switchCapabilities(core) & grantedBits(core);
    if (const Call* other = call ? otherThatMatters(core, *call) : nullptr)
        input.other = enablementCall(core, *other);
    if (call)
        input.call = enablementCall(core, *call);
    if (agent.peripheralType != 0)
        input.peripheral = static_cast<protocol::PeripheralType>(agent.peripheralType);
    input.anyPartyMayConference = core.settings.anyPartyMayConference;
    return input;
}

} // namespace

std::uint32_t effectiveMask(const SessionCore& core) {
    const ConnectionStatus status = core.status();
    if (status == ConnectionStatus::Closed)
        return enablement::ENABLE_LOGIN & switchCapabilities(core);
    if (status != ConnectionStatus::Open || !core.isAgentModeSet)
        return 0;
    return service::enablementMask(enablementInput(core, core.book.current()));
}

std::uint32_t maskOfAgent(const SessionCore& core) {
    const auto input = enablementInput(core, core.book.current()); // which wrap-up mode counts, the call decides
    return service::agentMask(input) & input.switchCapabilityMask;
}

std::uint32_t maskOfCall(const SessionCore& core, const Call& call) {
    return service::enablementMask(enablementInput(core, &call));
}

void postButtons(SessionCore& core, EventId cause, const QString& uniqueObjectId) {
    core.outbox.post(EventId::OnButtonEnablementChange, {{keyword::EnablementMask, effectiveMask(core)},
                                                         {keyword::UniqueObjectID, uniqueObjectId},
                                                         {keyword::MessageID, static_cast<std::uint32_t>(cause)}});
}

void postCurrentCall(SessionCore& core) {
    if (!core.book.takeCurrentChange())
        return;
    Arguments arguments;
    if (const Call* current = core.book.current())
        arguments.set(keyword::UniqueObjectID, current->uniqueObjectId());
    core.outbox.post(EventId::OnCurrentCallChanged, std::move(arguments));
}

} // namespace callwright
