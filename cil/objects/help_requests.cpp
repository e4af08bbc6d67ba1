#include "cil/events/enablement_bits.h"
#include "cil/events/keywords.h"
#include "cil/objects/agent_requests.h"
#include "cil/objects/buttons.h"
#include "cil/objects/consult_requests.h"
#include "cil/objects/session_core.h"
#include "cil/service/requests.h"

#include <utility>

namespace callwright {
namespace {

using protocol::MessageType;
using namespace enablement;

/// What stands against asking for help, or reporting, about this call or about none.
CilResult whyNot(const Seat& seat, const Call* about, std::uint32_t bit) {
    if (!seat.isOwn())
        return {CilCode::InvalidAgent};
    if (const CilResult problem = seat.session.whyNot(); !problem)
        return problem;
    if (!seat.agentFacts.isSignedIn())
        return {CilCode::AgentNotSignedIn};
    if (about && about->isEnded())
        return {CilCode::InvalidCall};
    if (const CilResult problem = seat.session.whyNotGranted(bit); !problem)
        return problem;
    const std::uint32_t mask = about ? maskOfCall(seat, *about) : effectiveMask(seat);
    return isEnabled(mask, bit) ? CilResult() : CilResult{CilCode::InvalidObjectState};
}

Request agentRequest(const Seat& seat, MessageType type, const Call* about) {
    Arguments arguments = about ? service::connectionArguments(CallBook::facts(*about).connection) : Arguments();
    arguments.set(keyword::AgentID, seat.agentFacts.identity.agentId)
        .set(keyword::AgentInstrument, seat.agentFacts.identity.agentInstrument);
    return {type, Request::Object::Agent, seat.agentUid(), std::move(arguments)};
}

/// A new call to somebody who helps: it consults about the call, or joins it at once.
CilResult callForHelp(Seat& seat, Call* about, MessageType type, std::uint32_t bit, bool isBlind) {
    if (const CilResult problem = whyNot(seat, about, bit); !problem)
        return problem;
    Request request = agentRequest(seat, type, about);
    return about && !isBlind ? sendConsult(seat, std::move(request), *about, ConsultPurpose::Any)
                             : send(seat, std::move(request));
}

} // namespace

CilResult requestAssist(Seat& seat, Call* about) {
    return callForHelp(seat, about, MessageType::SUPERVISOR_ASSIST_REQ, ENABLE_SUPERVISOR_ASSIST,
                       seat.agentFacts.isAssistBlind);
}

CilResult requestEmergency(Seat& seat, Call* about) {
    return callForHelp(seat, about, MessageType::EMERGENCY_CALL_REQ, ENABLE_EMERGENCY_CALL,
                       seat.agentFacts.isEmergencyBlind);
}

CilResult requestBadLine(Seat& seat, Call* about) {
    if (!about)
        about = seat.book.current();
    if (const CilResult problem = whyNot(seat, about, ENABLE_BAD_LINE_CALL); !problem)
        return problem;
    return about ? send(seat, agentRequest(seat, MessageType::BAD_CALL_REQ, about)) : CilResult{CilCode::InvalidCall};
}

CilResult requestGreeting(Seat& seat, GreetingAction action) {
    if (!seat.isOwn())
        return {CilCode::InvalidAgent};
    if (const CilResult problem = seat.session.whyNot(); !problem)
        return problem;
    if (!seat.agentFacts.isSignedIn())
        return {CilCode::AgentNotSignedIn};
    Request request = agentRequest(seat, MessageType::AGENT_GREETING_CONTROL_REQ, nullptr);
    request.arguments.set(keyword::AgentAction, static_cast<std::uint16_t>(action));
    request.update = [action](const Reply&, const Arguments&, Arguments& event) {
        event.set(keyword::AgentAction, static_cast<std::uint16_t>(action));
    };
    return send(seat, std::move(request));
}

} // namespace callwright
