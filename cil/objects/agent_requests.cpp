#include "cil/objects/agent_requests.h"

#include "cil/events/enablement_bits.h"
#include "cil/events/keywords.h"
#include "cil/objects/agent_events.h"
#include "cil/objects/buttons.h"
#include "cil/objects/dialling.h"
#include "cil/objects/requests.h"
#include "cil/objects/session_core.h"

#include <utility>

namespace callwright {
namespace {

using protocol::MessageType;
using namespace enablement;

Arguments stateArguments(const Seat& seat, AgentState state) {
    return {{keyword::AgentState, static_cast<std::uint16_t>(state)},
            {keyword::AgentInstrument, seat.agentFacts.identity.agentInstrument}};
}

/// Signing in and out also name the agent and prove who it is.
Arguments signArguments(const Seat& seat, AgentState state) {
    Arguments arguments = stateArguments(seat, state);
    arguments.set(keyword::AgentID, seat.agentFacts.identity.agentId);
    if (seat.agentFacts.isSingleSignOn)
        arguments.set(keyword::SSOEnabled, std::uint16_t(1));
    else
        arguments.set(keyword::AgentPassword, seat.agentFacts.password);
    return arguments;
}

CilResult sendForAgent(Seat& seat, MessageType type, Arguments arguments) {
    return send(seat, Request(type, Request::Object::Agent, seat.agentUid(), std::move(arguments)));
}

/// A change of state that the agent is known to want, unless its outcome is `isOver`: not any more.
CilResult sendWish(Seat& seat, Arguments arguments, bool AgentFacts::*wish, bool (*isOver)(Reply::Outcome)) {
    Request request(MessageType::SET_AGENT_STATE_REQ, Request::Object::Agent, seat.agentUid(), std::move(arguments));
    request.update = [&seat, wish, isOver](const Reply& reply, const Arguments&, Arguments&) {
        if (isOver(reply.outcome))
            seat.agentFacts.*wish = false;
    };
    const CilResult result = send(seat, std::move(request));
    seat.agentFacts.*wish = seat.agentFacts.*wish || static_cast<bool>(result);
    return result;
}

/// What stands against a change of state that takes one of these bits.
CilResult whyNot(const Seat& seat, std::uint32_t bits) {
    if (!seat.isOwn())
        return {CilCode::InvalidAgent}; // nobody acts from somebody else's place
    if (const CilResult problem = seat.session.whyNot(); !problem)
        return problem;
    if (!seat.agentFacts.isSignedIn())
        return {CilCode::AgentNotSignedIn};
    if (const CilResult problem = seat.session.whyNotGranted(bits); !problem)
        return problem;
    if ((effectiveMask(seat) & bits) == 0)
        return {CilCode::InvalidObjectState};
    return {};
}

/// Unified CCE dials from Not Ready only; its other switches where the mask says so.
bool mayDial(const Seat& seat) {
    const auto type = static_cast<protocol::PeripheralType>(seat.agentFacts.peripheralType);
    const bool isTold = type != protocol::PeripheralType::PT_NONE; // else the server is left to judge
    return !isTold || !service::isUnifiedCce(type) || seat.agentFacts.state == AgentState::NotReady;
}

} // namespace

Request loginRequest(Seat& seat) {
    seat.agentFacts.isLeaving = false;
    Request request(MessageType::SET_AGENT_STATE_REQ, Request::Object::Agent, seat.agentUid(),
                    signArguments(seat, AgentState::Login));
    request.update = [&seat](const Reply& reply, const Arguments&, Arguments&) {
        if (reply.outcome != Reply::Outcome::Confirmed && !seat.agentFacts.isSignedIn())
            seat.agentFacts.password.clear(); // of no more use
    };
    return request;
}

CilResult requestLogin(Seat& seat, const QString& password, SignInMethod method) {
    if (!seat.isOwn())
        return {CilCode::InvalidAgent};
    if (const CilResult problem = seat.session.whyNot(); !problem)
        return problem;
    if (seat.agentFacts.isSignedIn())
        return {CilCode::InvalidObjectState};
    seat.agentFacts.isSingleSignOn = method == SignInMethod::SingleSignOn;
    seat.agentFacts.password = seat.agentFacts.isSingleSignOn ? QString() : password;
    seat.session.departure = Hindrance::None;
    return send(seat, loginRequest(seat));
}

CilResult requestLogout(Seat& seat, std::optional<std::uint16_t> reasonCode) {
    if (const CilResult problem = whyNot(seat, ENABLE_LOGOUT | ENABLE_LOGOUT_WITH_REASON); !problem)
        return problem;
    if (!reasonCode && seat.agent->logoutReasonRequired())
        return {CilCode::MissingArgument};
    Arguments arguments = signArguments(seat, AgentState::Logout);
    arguments.set(keyword::EventReasonCode, reasonCode.value_or(0));
    return sendWish(seat, std::move(arguments), &AgentFacts::isLeaving, [](Reply::Outcome outcome) {
        return outcome == Reply::Outcome::ControlFailure || outcome == Reply::Outcome::Failure; // else it may happen
    });
}

CilResult requestReady(Seat& seat) {
    if (const CilResult problem = whyNot(seat, ENABLE_READY); !problem)
        return problem;
    return sendWish(seat, stateArguments(seat, AgentState::Available), &AgentFacts::isReadyAsked,
                    [](Reply::Outcome outcome) { return outcome != Reply::Outcome::Confirmed; });
}

CilResult requestNotReady(Seat& seat, std::optional<std::uint16_t> reasonCode) {
    // Not Ready again, with another reason, is a change as well; the mask has no bit for it.
    const std::uint32_t bits = seat.agentFacts.state == AgentState::NotReady
                                   ? ENABLE_READY
                                   : std::uint32_t(ENABLE_NOTREADY) | ENABLE_NOTREADY_WITH_REASON;
    if (const CilResult problem = whyNot(seat, bits); !problem)
        return problem;
    if (!reasonCode && seat.agent->notReadyReasonRequired())
        return {CilCode::MissingArgument};
    Arguments arguments = stateArguments(seat, AgentState::NotReady);
    arguments.set(keyword::EventReasonCode, reasonCode.value_or(0));
    seat.agentFacts.isReadyAsked = false;
    return sendForAgent(seat, MessageType::SET_AGENT_STATE_REQ, std::move(arguments));
}

CilResult requestWrapUp(Seat& seat) {
    if (const CilResult problem = whyNot(seat, ENABLE_WORKREADY | std::uint32_t(ENABLE_WORKNOTREADY)); !problem)
        return problem;
    const bool isWorkReady = (effectiveMask(seat) & ENABLE_WORKREADY) != 0;
    return sendForAgent(seat, MessageType::SET_AGENT_STATE_REQ,
                        stateArguments(seat, isWorkReady ? AgentState::WorkReady : AgentState::WorkNotReady));
}

CilResult requestAgentState(Seat& seat) {
    if (const CilResult problem = seat.session.whyNot(); !problem)
        return problem;
    Request request(
        MessageType::QUERY_AGENT_STATE_REQ, Request::Object::Agent, seat.agentUid(),
        {{keyword::AgentID, seat.agentFacts.identity.agentId}, {keyword::MRDID, seat.agentFacts.voiceDomain}});
    request.update = [&seat](const Reply& reply, const Arguments& wire, Arguments&) {
        if (reply.outcome == Reply::Outcome::Confirmed)
            takeQueriedState(seat, wire);
    };
    request.then = [&seat](const Reply& reply) {
        if (reply.outcome == Reply::Outcome::Confirmed)
            postButtons(seat, EventId::OnQueryAgentStateConf, seat.agentUid());
    };
    return send(seat, std::move(request));
}

CilResult requestMakeCall(Seat& seat, const DialOptions& options) {
    if (const CilResult problem = whyNot(seat, ENABLE_MAKECALL); !problem)
        return problem;
    if (!mayDial(seat))
        return {CilCode::InvalidObjectState};
    auto arguments = dialArguments(options);
    if (!arguments)
        return arguments.error();
    arguments->set(keyword::AgentInstrument, seat.agentFacts.identity.agentInstrument);
    if (options.skillGroupNumber)
        arguments->set(keyword::SkillGroupNumber, *options.skillGroupNumber);
    return sendForAgent(seat, MessageType::MAKE_CALL_REQ, std::move(*arguments));
}

} // namespace callwright
