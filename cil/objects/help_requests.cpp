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
CilResult whyNot(const SessionCore& core, const Call* about, std::uint32_t bit) {
    if (const CilResult problem = core.whyNot(); !problem)
        return problem;
    if (!core.agentFacts.isSignedIn())
        return {CilCode::AgentNotSignedIn};
    if (about && about->isEnded())
        return {CilCode::InvalidCall};
    const std::uint32_t mask = about ? maskOfCall(core, *about) : effectiveMask(core);
    return isEnabled(mask, bit) ? CilResult() : CilResult{CilCode::InvalidObjectState};
}

Request agentRequest(const SessionCore& core, MessageType type, const Call* about) {
    Arguments arguments = about ? service::connectionArguments(CallBook::facts(*about).connection) : Arguments();
    arguments.set(keyword::AgentID, core.agentFacts.identity.agentId)
        .set(keyword::AgentInstrument, core.agentFacts.identity.agentInstrument);
    return {type, Request::Object::Agent, core.agentUid(), std::move(arguments)};
}

/// A new call to somebody who helps: it consults about the call, or joins it at once.
CilResult callForHelp(SessionCore& core, Call* about, MessageType type, std::uint32_t bit, bool isBlind) {
    if (const CilResult problem = whyNot(core, about, bit); !problem)
        return problem;
    Request request = agentRequest(core, type, about);
    return about && !isBlind ? sendConsult(core, std::move(request), *about, ConsultPurpose::Any)
                             : send(core, std::move(request));
}

} // namespace

CilResult requestAssist(SessionCore& core, Call* about) {
    return callForHelp(core, about, MessageType::SUPERVISOR_ASSIST_REQ, ENABLE_SUPERVISOR_ASSIST,
                       core.agentFacts.isAssistBlind);
}

CilResult requestEmergency(SessionCore& core, Call* about) {
    return callForHelp(core, about, MessageType::EMERGENCY_CALL_REQ, ENABLE_EMERGENCY_CALL,
                       core.agentFacts.isEmergencyBlind);
}

CilResult requestBadLine(SessionCore& core, Call* about) {
    if (!about)
        about = core.book.current();
    if (const CilResult problem = whyNot(core, about, ENABLE_BAD_LINE_CALL); !problem)
        return problem;
    return about ? send(core, agentRequest(core, MessageType::BAD_CALL_REQ, about)) : CilResult{CilCode::InvalidCall};
}

CilResult requestGreeting(SessionCore& core, GreetingAction action) {
    if (const CilResult problem = core.whyNot(); !problem)
        return problem;
    if (!core.agentFacts.isSignedIn())
        return {CilCode::AgentNotSignedIn};
    Request request = agentRequest(core, MessageType::AGENT_GREETING_CONTROL_REQ, nullptr);
    request.arguments.set(keyword::AgentAction, static_cast<std::uint16_t>(action));
    request.update = [action](const Reply&, const Arguments&, Arguments& event) {
        event.set(keyword::AgentAction, static_cast<std::uint16_t>(action));
    };
    return send(core, std::move(request));
}

} // namespace callwright
