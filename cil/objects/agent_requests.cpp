#include "cil/objects/agent_requests.h"

#include "cil/events/enablement_bits.h"
#include "cil/events/keywords.h"
#include "cil/objects/buttons.h"
#include "cil/objects/dialling.h"
#include "cil/objects/requests.h"
#include "cil/objects/session_core.h"

#include <utility>

namespace callwright {
namespace {

using protocol::MessageType;
using namespace enablement;

Arguments stateArguments(const SessionCore& core, AgentState state) {
    return {{keyword::AgentState, static_cast<std::uint16_t>(state)},
            {keyword::AgentInstrument, core.agentFacts.identity.agentInstrument}};
}

/// Signing in and out also name the agent and prove who it is.
Arguments signArguments(const SessionCore& core, AgentState state) {
    Arguments arguments = stateArguments(core, state);
    arguments.set(keyword::AgentID, core.agentFacts.identity.agentId);
    if (core.agentFacts.isSingleSignOn)
        arguments.set(keyword::SSOEnabled, std::uint16_t(1));
    else
        arguments.set(keyword::AgentPassword, core.agentFacts.password);
    return arguments;
}

CilResult sendForAgent(SessionCore& core, MessageType type, Arguments arguments) {
    return send(core, Request(type, Request::Object::Agent, core.agentUid(), std::move(arguments)));
}

/// What stands against a change of state that takes one of these bits.
CilResult whyNot(const SessionCore& core, std::uint32_t bits) {
    if (const CilResult problem = core.whyNot(); !problem)
        return problem;
    if (!core.agentFacts.isSignedIn())
        return {CilCode::AgentNotSignedIn};
    if ((effectiveMask(core) & bits) == 0)
        return {CilCode::InvalidObjectState};
    return {};
}

/// Unified CCE dials from Not Ready only; its other switches where the mask says so.
bool mayDial(const SessionCore& core) {
    switch (static_cast<protocol::PeripheralType>(core.agentFacts.peripheralType)) {
    case protocol::PeripheralType::PT_ENTERPRISE_AGENT:
    case protocol::PeripheralType::PT_ACMI_IPCC:
    case protocol::PeripheralType::PT_SIMPLIFIED_IPCC:
        return core.agentFacts.state == AgentState::NotReady;
    default:
        return true;
    }
}

} // namespace

CilResult requestLogin(SessionCore& core, const QString& password, SignInMethod method) {
    if (const CilResult problem = core.whyNot(); !problem)
        return problem;
    if (core.agentFacts.isSignedIn())
        return {CilCode::InvalidObjectState};
    core.agentFacts.isSingleSignOn = method == SignInMethod::SingleSignOn;
    core.agentFacts.password = core.agentFacts.isSingleSignOn ? QString() : password;
    Request request(MessageType::SET_AGENT_STATE_REQ, Request::Object::Agent, core.agentUid(),
                    signArguments(core, AgentState::Login));
    request.update = [&core](const Reply& reply, const Arguments&, Arguments&) {
        if (reply.outcome != Reply::Outcome::Confirmed && !core.agentFacts.isSignedIn())
            core.agentFacts.password.clear(); // of no more use
    };
    return send(core, std::move(request));
}

CilResult requestLogout(SessionCore& core, std::optional<std::uint16_t> reasonCode) {
    if (const CilResult problem = whyNot(core, ENABLE_LOGOUT | ENABLE_LOGOUT_WITH_REASON); !problem)
        return problem;
    if (!reasonCode && core.agent->logoutReasonRequired())
        return {CilCode::MissingArgument};
    Arguments arguments = signArguments(core, AgentState::Logout);
    arguments.set(keyword::EventReasonCode, reasonCode.value_or(0));
    return sendForAgent(core, MessageType::SET_AGENT_STATE_REQ, std::move(arguments));
}

CilResult requestReady(SessionCore& core) {
    if (const CilResult problem = whyNot(core, ENABLE_READY); !problem)
        return problem;
    return sendForAgent(core, MessageType::SET_AGENT_STATE_REQ, stateArguments(core, AgentState::Available));
}

CilResult requestNotReady(SessionCore& core, std::optional<std::uint16_t> reasonCode) {
    // Not Ready again, with another reason, is a change as well; the mask has no bit for it.
    const std::uint32_t bits = core.agentFacts.state == AgentState::NotReady
                                   ? ENABLE_READY
                                   : std::uint32_t(ENABLE_NOTREADY) | ENABLE_NOTREADY_WITH_REASON;
    if (const CilResult problem = whyNot(core, bits); !problem)
        return problem;
    if (!reasonCode && core.agent->notReadyReasonRequired())
        return {CilCode::MissingArgument};
    Arguments arguments = stateArguments(core, AgentState::NotReady);
    arguments.set(keyword::EventReasonCode, reasonCode.value_or(0));
    return sendForAgent(core, MessageType::SET_AGENT_STATE_REQ, std::move(arguments));
}

CilResult requestWrapUp(SessionCore& core) {
    if (const CilResult problem = whyNot(core, ENABLE_WORKREADY | std::uint32_t(ENABLE_WORKNOTREADY)); !problem)
        return problem;
    const bool isWorkReady = (effectiveMask(core) & ENABLE_WORKREADY) != 0;
    return sendForAgent(core, MessageType::SET_AGENT_STATE_REQ,
                        stateArguments(core, isWorkReady ? AgentState::WorkReady : AgentState::WorkNotReady));
}

CilResult requestMakeCall(SessionCore& core, const DialOptions& options) {
    if (const CilResult problem = whyNot(core, ENABLE_MAKECALL); !problem)
        return problem;
    if (!mayDial(core))
        return {CilCode::InvalidObjectState};
    auto arguments = dialArguments(options);
    if (!arguments)
        return arguments.error();
    arguments->set(keyword::AgentInstrument, core.agentFacts.identity.agentInstrument);
    if (options.skillGroupNumber)
        arguments->set(keyword::SkillGroupNumber, *options.skillGroupNumber);
    return sendForAgent(core, MessageType::MAKE_CALL_REQ, std::move(*arguments));
}

} // namespace callwright
