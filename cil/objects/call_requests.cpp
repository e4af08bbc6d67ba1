#include "cil/objects/call_requests.h"

#include "cil/events/keywords.h"
#include "cil/objects/call_data.h"
#include "cil/objects/requests.h"
#include "cil/objects/session_core.h"
#include "cil/service/requests.h"

#include <QPointer>

#include <utility>

namespace callwright {
namespace {

using protocol::MessageType;

Request callRequest(const SessionCore& core, const Call& call, MessageType type) {
    Request request(type, Request::Object::Call, call.uniqueObjectId(),
                    service::connectionArguments(CallBook::facts(call).connection));
    request.arguments.set(keyword::AgentInstrument, core.agentFacts.identity.agentInstrument);
    return request;
}

/// Call control: on a call that has not ended, in the one status that the request is for.
CilResult control(SessionCore& core, Call& call, MessageType type, CallStatus wanted, std::int32_t otherwise) {
    if (const CilResult problem = core.whyNot(); !problem)
        return problem;
    if (call.isEnded())
        return {CilCode::InvalidCall};
    if (call.status() != wanted)
        return {otherwise};
    return send(core, callRequest(core, call, type));
}

} // namespace

CilResult requestAnswer(SessionCore& core, Call& call) {
    return control(core, call, MessageType::ANSWER_CALL_REQ, CallStatus::Alerting, CilCode::CallNotAlerting);
}

CilResult requestClearConnection(SessionCore& core, Call& call) {
    if (call.status() == CallStatus::Null && !call.isEnded())
        return {CilCode::InvalidObjectState};
    return control(core, call, MessageType::CLEAR_CONNECTION_REQ, call.status(), CilCode::InvalidObjectState);
}

CilResult requestHold(SessionCore& core, Call& call) {
    const bool isHeld = call.status() == CallStatus::Held;
    return control(core, call, MessageType::HOLD_CALL_REQ, CallStatus::Connect,
                   isHeld ? CilCode::CallAlreadyOnHold : CilCode::InvalidObjectState);
}

CilResult requestRetrieve(SessionCore& core, Call& call) {
    return control(core, call, MessageType::RETRIEVE_CALL_REQ, CallStatus::Held, CilCode::CallNotOnHold);
}

CilResult requestSetCallData(SessionCore& core, Call& call, const Arguments& changes) {
    if (const CilResult problem = core.whyNot(); !problem)
        return problem;
    if (call.isEnded() && core.book.kept() != &call)
        return {CilCode::InvalidCall};
    if (changes.isEmpty())
        return {CilCode::MissingArgument};
    if (!isCallData(changes))
        return {CilCode::InvalidArgument};

    Request request = callRequest(core, call, MessageType::SET_CALL_DATA_REQ);
    const Arguments& data = call.data();
    // The guide wants these as last reported; what was never reported stays 0.
    for (const Keyword key :
         {keyword::CallType, keyword::CalledPartyDisposition, keyword::CampaignID, keyword::QueryRuleID}) {
        if (const ArgValue* value = data.find(key))
            request.arguments.set(key, *value);
    }
    request.arguments.merge(completeEcc(data, changes));
    request.update = [target = QPointer<Call>(&call)](const Reply& reply, const Arguments&, Arguments&) {
        if (target)
            settleCallData(CallBook::facts(*target), reply.invokeId, reply.outcome == Reply::Outcome::Confirmed);
    };
    const CilResult result = send(core, std::move(request));
    if (result)
        noteSentData(CallBook::facts(call), result.invokeId, changes);
    return result;
}

} // namespace callwright
