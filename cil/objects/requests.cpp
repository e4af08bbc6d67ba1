#include "cil/objects/requests.h"

#include "cil/events/keywords.h"
#include "cil/objects/buttons.h"
#include "cil/objects/logging.h"
#include "cil/objects/monitor_calls.h"
#include "cil/objects/session_core.h"
#include "cil/service/call_match.h"
#include "cil/service/event_mapping.h"
#include "cil/service/failures.h"
#include "cil/service/requests.h"
#include "cil/service/wire_data.h"

#include <utility>

namespace callwright {
namespace {

using protocol::MessageType;

std::int32_t errorCode(service::RequestProblem::Kind kind) {
    switch (kind) {
    case service::RequestProblem::Kind::Missing:
        return CilCode::MissingArgument;
    case service::RequestProblem::Kind::Unknown:
        return CilCode::NotImplemented;
    default:
        return CilCode::InvalidArgument;
    }
}

QString nameNow(const Request& request) {
    return request.call ? request.call->uniqueObjectId() : request.uniqueObjectId;
}

service::FailedRequest::Kind failureKind(Reply::Outcome outcome) {
    using Kind = service::FailedRequest::Kind;
    switch (outcome) {
    case Reply::Outcome::ControlFailure:
        return Kind::ControlFailure;
    case Reply::Outcome::Failure:
        return Kind::Failure;
    case Reply::Outcome::TimedOut:
        return Kind::TimedOut;
    case Reply::Outcome::Confirmed: // not a failure
    case Reply::Outcome::LinkLost:
        break;
    }
    return Kind::LinkLost;
}

void postConfirmation(Seat& seat, const Request& request, const Reply& reply) {
    const Arguments wire = service::wireData(*reply.message, seat.session.codePage());
    const EventId id = service::eventOrGenericOf(reply.message->number());
    Arguments event;
    if (request.update)
        request.update(reply, wire, event);
    if (id == EventId::None || (request.isUnasked && request.isMoot && request.isMoot()))
        return;
    Arguments arguments = isGeneric(id) ? wire : service::eventArguments(id, wire, seat.eventContext(nameNow(request)));
    if (isGeneric(id) && wire.contains(keyword::ConnectionCallID)) // the call that it makes, or is about
        arguments.set(keyword::UniqueObjectID, seat.callUid(service::connectionOf(wire)));
    if (request.object != Request::Object::Agent &&
        !nameNow(request).isEmpty()) // also where the event list does not promise it
        arguments.set(keyword::UniqueObjectID, nameNow(request));
    arguments.set(keyword::InvokeID, reply.invokeId).merge(event);
    seat.post(id, std::move(arguments));
}

bool isLogout(const Request& request) {
    return request.type == MessageType::SET_AGENT_STATE_REQ &&
           request.arguments.toUInt(keyword::AgentState) == static_cast<std::uint32_t>(AgentState::Logout);
}

/// What the long form tells besides: of the call that was asked, else of the agent.
service::EventContext failureContext(const Seat& seat, const Request& request) {
    if (request.call) {
        service::EventContext context = seat.eventContext(*request.call);
        if (request.call->status() == CallStatus::Fail)
            context.callStatus.reset();
        return context;
    }
    service::EventContext context = seat.eventContext(nameNow(request));
    if (seat.agent)
        context.enablementMask = maskOfAgent(seat);
    else
        context.agentUniqueObjectId.clear(); // a session without one asked
    return context;
}

void postFailure(Seat& seat, const Request& request, const Reply& reply) {
    const service::FailedRequest failure{failureKind(reply.outcome),
                                         request.type,
                                         reply.invokeId,
                                         reply.code,
                                         reply.peripheralErrorCode,
                                         seat.agentFacts.identity.peripheralId,
                                         seat.agentFacts.identity.agentId,
                                         nameNow(request)};
    Arguments event;
    if (request.update)
        request.update(reply, {}, event);
    if (isLogout(request))
        seat.post(EventId::OnLogoutFailed, service::logoutFailedArguments(failure));
    const EventId id = request.object == Request::Object::Call ? EventId::OnCallControlFailureConf
                                                               : EventId::OnAgentControlFailureConf;
    Arguments arguments = service::eventArguments(id, {}, failureContext(seat, request));
    arguments.merge(service::controlFailureArguments(failure));
    if (const ArgValue* peripheral = request.arguments.find(keyword::PeripheralID))
        arguments.set(keyword::PeripheralID, *peripheral); // a session's request may be about any
    arguments.set(keyword::InvokeID, reply.invokeId).merge(event);
    const QString what = arguments.toString(keyword::ErrorMessage);
    if ((request.isMoot && request.isMoot()) || (request.isUnasked && reply.outcome == Reply::Outcome::LinkLost)) {
        qCDebug(logObjects).noquote() << "request failed, of no interest:" << what;
        return;
    }
    qCInfo(logObjects).noquote() << "request failed:" << what;
    if (reply.outcome == Reply::Outcome::Failure) // of the server's, not of the switch's: a failure of the system too
        seat.session.outbox.post(EventId::OnCTIOSFailure,
                                 service::eventArguments(EventId::OnCTIOSFailure, {}, failureContext(seat, request))
                                     .merge(service::ctiosFailureArguments(reply.code))
                                     .set(keyword::InvokeID, reply.invokeId));
    seat.post(id, std::move(arguments));
}

void finish(Seat& seat, const Request& request, const Reply& reply) {
    if (reply.outcome == Reply::Outcome::Confirmed && reply.message)
        postConfirmation(seat, request, reply);
    else
        postFailure(seat, request, reply);
    if (request.then)
        request.then(reply);
    if (reply.outcome == Reply::Outcome::Confirmed)
        seat.session.outbox.afterwards([&seat, id = reply.invokeId] { seat.session.confirmed(id); });
    followSupervision(seat.session);
    seat.session.outbox.flush();
}

} // namespace

CilResult problemOf(const service::RequestProblem& problem) {
    const QString text = service::problemText(problem);
    qCInfo(logObjects).noquote() << "request not sent:" << text;
    return {errorCode(problem.kind), 0, text};
}

CilResult send(Seat& seat, Request request) {
    if (const CilResult problem = seat.session.whyNotGranted(request.type); !problem)
        return problem;
    auto message = service::buildRequest(
        request.type, request.arguments,
        {seat.session.link.version(), seat.session.codePage(), seat.agentFacts.identity.peripheralId});
    return message ? send(seat, std::move(request), std::move(*message)) : problemOf(message.error());
}

CilResult send(Seat& seat, Request request, protocol::MessageBuilder message) {
    auto sent =
        seat.session.link.request(std::move(message), [&seat, request = std::move(request)](const Reply& reply) {
            finish(seat, request, reply);
        });
    if (!sent) {
        qCWarning(logObjects).noquote() << "request not sent:" << QString::fromStdString(sent.error().detail);
        return {CilCode::SendFailed};
    }
    return {CilCode::Ok, *sent, {}};
}

bool trySend(Seat& seat, Request request) {
    const MessageType type = request.type;
    request.isUnasked = true;
    const CilResult result = send(seat, std::move(request));
    if (!result)
        qCWarning(logObjects) << "message" << static_cast<std::uint32_t>(type)
                              << "not sent:" << cilErrorName(result.code);
    return static_cast<bool>(result);
}

CilResult noted(Seat& seat, CilResult result) {
    seat.session.lastError = result ? 0 : result.code;
    return result;
}

} // namespace callwright
