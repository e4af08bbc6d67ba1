#include "cil/objects/call_requests.h"

#include "cil/events/keywords.h"
#include "cil/objects/call_data.h"
#include "cil/objects/call_preconditions.h"
#include "cil/objects/dialling.h"
#include "cil/objects/rebuild.h"
#include "cil/objects/session_core.h"
#include "cil/service/field_keywords.h"
#include "cil/service/requests.h"

#include <QCoreApplication>
#include <QPointer>

#include <utility>

namespace callwright {
namespace {

using protocol::MessageType;
using service::CallAction;

/// SessionID and ServerData of a recording go back to the recorder that gave them.
Arguments recordingArguments(const Recording& recording) {
    Arguments arguments{{keyword::SessionID, recording.sessionId}};
    arguments.set(service::keywordOf(protocol::Field::ServerData), recording.serverData);
    return arguments;
}

CilResult sendOn(Seat& seat, Call& call, CallAction action, MessageType type, const Arguments& more = {}) {
    if (const CilResult problem = whyNotOn(seat, call, action); !problem)
        return problem;
    Request request = callRequest(seat, call, type);
    request.arguments.merge(more);
    return send(seat, std::move(request));
}

} // namespace

Request callRequest(const Seat& seat, Call& call, MessageType type) {
    Request request(type, Request::Object::Call, call.uniqueObjectId(),
                    service::connectionArguments(CallBook::facts(call).connection));
    request.call = &call;
    request.arguments.set(keyword::AgentInstrument, seat.agentFacts.identity.agentInstrument);
    return request;
}

CilResult whyNotOn(const Seat& seat, const Call& call, CallAction action) {
    if (const CilResult problem = seat.session.whyNot(); !problem)
        return problem;
    if (call.isEnded() || !seat.isOwn()) // others' calls are supervised, not controlled
        return {CilCode::InvalidCall};
    if (!call.isConfirmed())
        return {CilCode::InFailover};
    if (service::takesAction(action, static_cast<protocol::LocalConnectionState>(call.status())))
        return {};
    switch (action) {
    case CallAction::Answer:
        return {CilCode::CallNotAlerting};
    case CallAction::Retrieve:
        return {CilCode::CallNotOnHold};
    case CallAction::Hold:
        return {call.status() == CallStatus::Held ? CilCode::CallAlreadyOnHold : CilCode::InvalidObjectState};
    default:
        return {CilCode::InvalidObjectState};
    }
}

CilResult requestAnswer(Seat& seat, Call& call) {
    return sendOn(seat, call, CallAction::Answer, MessageType::ANSWER_CALL_REQ);
}

CilResult requestClearConnection(Seat& seat, Call& call) {
    return sendOn(seat, call, CallAction::ClearConnection, MessageType::CLEAR_CONNECTION_REQ);
}

CilResult requestClear(Seat& seat, Call& call) {
    return sendOn(seat, call, CallAction::Clear, MessageType::CLEAR_CALL_REQ);
}

CilResult requestHold(Seat& seat, Call& call) {
    return sendOn(seat, call, CallAction::Hold, MessageType::HOLD_CALL_REQ);
}

CilResult requestRetrieve(Seat& seat, Call& call) {
    return sendOn(seat, call, CallAction::Retrieve, MessageType::RETRIEVE_CALL_REQ);
}

CilResult requestDeflect(Seat& seat, Call& call, const QString& typed) {
    const QString number = service::dialable(typed);
    if (number.isEmpty())
        return notDialable(typed);
    const auto device = static_cast<std::uint16_t>(protocol::DeviceIDType::DEVID_DEVICE_IDENTIFIER);
    return sendOn(seat, call, CallAction::Deflect, MessageType::DEFLECT_CALL_REQ,
                  {{keyword::CalledDeviceType, device}, {keyword::CalledDeviceID, number}});
}

CilResult requestDtmf(Seat& seat, Call& call, const DtmfOptions& options) {
    const QString tones = service::dtmfTones(options.digits);
    if (tones.isEmpty())
        return {CilCode::InvalidArgument, 0,
                QCoreApplication::translate("CilError", "These are no tones to send: \"%1\".").arg(options.digits)};
    return sendOn(seat, call, CallAction::SendDtmf, MessageType::SEND_DTMF_SIGNAL_REQ,
                  {{keyword::DTMFString, tones},
                   {keyword::ToneDuration, options.toneMilliseconds},
                   {keyword::PauseDuration, options.pauseMilliseconds}});
}

CilResult requestStartRecord(Seat& seat, Call& call) {
    if (const CilResult problem = whyNotOn(seat, call, CallAction::StartRecord); !problem)
        return problem;
    if (call.isRecording())
        return {CilCode::InvalidObjectState};
    Request request = callRequest(seat, call, MessageType::START_RECORDING_REQ);
    request.arguments.set(keyword::AgentID, seat.agentFacts.identity.agentId);
    request.update = [target = QPointer<Call>(&call)](const Reply& reply, const Arguments& wire, Arguments&) {
        if (!target || reply.outcome != Reply::Outcome::Confirmed)
            return;
        CallBook::facts(*target).recording =
            Recording{wire.toUInt(keyword::SessionID).value_or(0),
                      wire.toUInt(service::keywordOf(protocol::Field::ServerData)).value_or(0)};
    };
    return send(seat, std::move(request));
}

CilResult requestStopRecord(Seat& seat, Call& call) {
    if (const CilResult problem = whyNotOn(seat, call, CallAction::StopRecord); !problem)
        return problem;
    const auto& recording = CallBook::facts(call).recording;
    if (!recording)
        return {CilCode::InvalidObjectState};
    Request request = callRequest(seat, call, MessageType::STOP_RECORDING_REQ);
    request.arguments.merge(recordingArguments(*recording)).set(keyword::AgentID, seat.agentFacts.identity.agentId);
    request.update = [target = QPointer<Call>(&call)](const Reply& reply, const Arguments&, Arguments&) {
        if (target && reply.outcome == Reply::Outcome::Confirmed)
            CallBook::facts(*target).recording.reset();
    };
    return send(seat, std::move(request));
}

CilResult requestSetCallData(Seat& seat, Call& call, const Arguments& changes) {
    if (const CilResult problem = seat.session.whyNot(); !problem)
        return problem;
    if (call.isEnded() && seat.book.kept() != &call)
        return {CilCode::InvalidCall};
    if (changes.isEmpty())
        return {CilCode::MissingArgument};
    if (!isCallData(changes))
        return {CilCode::InvalidArgument};

    Request request = callRequest(seat, call, MessageType::SET_CALL_DATA_REQ);
    const Arguments& data = call.data();
    // The guide wants these as last reported; what was never reported stays 0.
    for (const Keyword key :
         {keyword::CallType, keyword::CalledPartyDisposition, keyword::CampaignID, keyword::QueryRuleID}) {
        if (const ArgValue* value = data.find(key))
            request.arguments.set(key, *value);
    }
    Arguments upToDate = data; // with what is on its way: the ECC variables are replaced as one
    upToDate.merge(completeEcc(data, call.pendingData()));
    request.arguments.merge(completeEcc(upToDate, changes));
    request.update = [target = QPointer<Call>(&call)](const Reply& reply, const Arguments&, Arguments&) {
        if (target)
            settleCallData(CallBook::facts(*target), reply.invokeId, reply.outcome == Reply::Outcome::Confirmed);
    };
    request.then = [&seat, target = QPointer<Call>(&call)](const Reply& reply) {
        if (target && !target->isEnded() && reply.outcome == Reply::Outcome::TimedOut)
            learnCall(seat, *target); // whether it happened nobody will tell: to who asks for it no event does
    };
    const CilResult result = send(seat, std::move(request));
    if (result)
        noteSentData(CallBook::facts(call), result.invokeId, changes);
    return result;
}

} // namespace callwright
