#include "cil/objects/requests.h"

#include "cil/events/keywords.h"
#include "cil/objects/logging.h"
#include "cil/objects/session_core.h"
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

void postConfirmation(SessionCore& core, const Request& request, const Reply& reply) {
    const Arguments wire = service::wireData(*reply.message, core.codePage());
    const EventId id = service::eventOf(reply.message->number());
    Arguments event;
    if (request.update)
        request.update(reply, wire, event);
    if (id == EventId::None)
        return;
    Arguments arguments = service::eventArguments(id, wire, core.eventContext(nameNow(request)));
    if (request.object == Request::Object::Call) // also where the event list does not promise it
        arguments.set(keyword::UniqueObjectID, nameNow(request));
    arguments.set(keyword::InvokeID, reply.invokeId).merge(event);
    core.outbox.post(id, std::move(arguments));
}

bool isLogout(const Request& request) {
    return request.type == MessageType::SET_AGENT_STATE_REQ &&
           request.arguments.toUInt(keyword::AgentState) == static_cast<std::uint32_t>(AgentState::Logout);
}

void postFailure(SessionCore& core, const Request& request, const Reply& reply) {
    const service::FailedRequest failure{failureKind(reply.outcome),
                                         request.type,
                                         reply.invokeId,
                                         reply.code,
                                         reply.peripheralErrorCode,
                                         core.agentFacts.identity.peripheralId,
                                         core.agentFacts.identity.agentId,
                                         nameNow(request)};
    Arguments event;
    if (request.update)
        request.update(reply, {}, event);
    if (isLogout(request))
        core.outbox.post(EventId::OnLogoutFailed, service::logoutFailedArguments(failure));
    Arguments arguments = service::controlFailureArguments(failure);
    arguments.set(keyword::InvokeID, reply.invokeId).merge(event);
    qCInfo(logObjects).noquote() << "request failed:" << arguments.toString(keyword::ErrorMessage);
    if (request.isMoot && request.isMoot())
        return;
    core.outbox.post(request.object == Request::Object::Call ? EventId::OnCallControlFailureConf
                                                             : EventId::OnAgentControlFailureConf,
                     std::move(arguments));
}

void finish(SessionCore& core, const Request& request, const Reply& reply) {
    if (reply.outcome == Reply::Outcome::Confirmed && reply.message)
        postConfirmation(core, request, reply);
    else
        postFailure(core, request, reply);
    if (request.then)
        request.then(reply);
    if (reply.outcome == Reply::Outcome::Confirmed)
        core.outbox.afterwards([&core, id = reply.invokeId] { core.confirmed(id); });
    core.outbox.flush();
}

} // namespace

CilResult send(SessionCore& core, Request request) {
    auto message = service::buildRequest(request.type, request.arguments,
                                         {core.link.version(), core.codePage(), core.agentFacts.identity.peripheralId});
    if (!message) {
        const QString problem = service::problemText(message.error());
        qCInfo(logObjects).noquote() << "request not sent:" << problem;
        return {errorCode(message.error().kind), 0, problem};
    }
    auto sent = core.link.request(std::move(*message), [&core, request = std::move(request)](const Reply& reply) {
        finish(core, request, reply);
    });
    if (!sent) {
        qCWarning(logObjects).noquote() << "request not sent:" << QString::fromStdString(sent.error().detail);
        return {CilCode::SendFailed};
    }
    return {CilCode::Ok, *sent, {}};
}

void trySend(SessionCore& core, Request request) {
    const MessageType type = request.type;
    if (const CilResult result = send(core, std::move(request)); !result)
        qCWarning(logObjects) << "message" << static_cast<std::uint32_t>(type)
                              << "not sent:" << cilErrorName(result.code);
}

} // namespace callwright
