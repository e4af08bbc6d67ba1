#include "cil/objects/generic_requests.h"

#include "cil/connection/open_request.h"
#include "cil/connection/open_roles.h"
#include "cil/events/keywords.h"
#include "cil/objects/logging.h"
#include "cil/objects/requests.h"
#include "cil/objects/session_core.h"
#include "cil/service/event_mapping.h"
#include "cil/service/field_keywords.h"
#include "cil/service/generic_requests.h"
#include "cil/service/wire_data.h"

#include <utility>

namespace callwright {
namespace {

using protocol::MessageType;

void setUnlessGiven(Arguments& arguments, Keyword key, std::uint32_t value) {
    if (!arguments.contains(key))
        arguments.set(key, value);
}

/// A call may be named as objects are; then its connection is meant.
void nameConnection(const SessionCore& core, Arguments& arguments) {
    const Call* call = core.own.book.findById(arguments.toString(keyword::UniqueObjectID));
    arguments.remove(keyword::UniqueObjectID);
    if (call)
        arguments.merge(service::connectionArguments(CallBook::facts(*call).connection));
}

/// What a monitor hears unless the arguments say: all that a monitor mode session hears.
void chooseMasks(const SessionCore& core, Arguments& arguments) {
    const RoleMasks masks = masksFor(Role::PeripheralMonitor);
    setUnlessGiven(arguments, keyword::CallMsgMask, callMsgMaskAt(core.link.version(), masks.callMsgMask));
    setUnlessGiven(arguments, keyword::AgentStateMask, masks.agentStateMask);
}

/// Terminals come as updates only.
std::uint32_t everyConfiguration(const SessionCore& core) {
    return configMsgMaskAt(core.link.version(), masksFor(Role::Configuration).configMsgMask) &
           ~std::uint32_t(protocol::ConfigMsgMask::CONFIG_MSG_TERMINAL);
}

service::RequestContext contextOf(const SessionCore& core) {
    return {core.link.version(), core.codePage(), core.own.agentFacts.identity.peripheralId};
}

CilResult whyNot(const SessionCore& core, const service::GenericRequest& request) {
    if (const CilResult problem = core.whyNotConnected(); !problem)
        return problem;
    return request.isControl && core.mode == SessionMode::Monitor ? CilResult{CilCode::ModeConflict} : CilResult{};
}

} // namespace

CilResult sendGeneric(SessionCore& core, QStringView messageName, Arguments arguments, Lasting lasts) {
    const service::GenericRequest* generic = service::findGenericRequest(messageName);
    if (!generic)
        return {CilCode::NotImplemented};
    if (const CilResult problem = whyNot(core, *generic); !problem)
        return problem;
    nameConnection(core, arguments);
    if (generic->type == MessageType::MONITOR_START_REQ)
        chooseMasks(core, arguments);
    if (generic->type == MessageType::CONFIG_REQUEST_EVENT)
        setUnlessGiven(arguments, keyword::ConfigInformation, everyConfiguration(core));
    auto message = service::buildGenericRequest(generic->type, arguments, contextOf(core));
    if (!message)
        return problemOf(message.error());
    if (ConfigAcquisition::isRequest(generic->type))
        return core.configuration.request(core, *message, arguments);
    Request request(generic->type, Request::Object::Session, {}, arguments);
    request.update = [&core, type = generic->type, arguments, lasts](const Reply& reply, const Arguments& wire,
                                                                     Arguments&) {
        if (reply.outcome == Reply::Outcome::Confirmed && lasts == Lasting::Yes)
            core.standing.note(type, arguments, wire);
    };
    return send(core.own, std::move(request), std::move(*message));
}

CilResult respondGeneric(SessionCore& core, QStringView messageName, const Arguments& arguments) {
    const auto answer = service::findAnswer(messageName);
    if (!answer)
        return {CilCode::NotImplemented};
    if (const CilResult problem = core.whyNotConnected(); !problem)
        return problem;
    const auto message = service::buildAnswer(*answer, arguments, contextOf(core));
    if (!message)
        return problemOf(message.error());
    if (const auto sent = core.link.send(*message); !sent) {
        qCWarning(logObjects).noquote() << "answer not sent:" << QString::fromStdString(sent.error().detail);
        return {CilCode::SendFailed};
    }
    return {CilCode::Ok, arguments.toUInt(keyword::InvokeID).value_or(0), {}};
}

void postGeneric(SessionCore& core, const protocol::MessageView& message) {
    Arguments arguments = service::wireData(message, core.codePage());
    if (arguments.contains(keyword::ConnectionCallID)) {
        if (const Call* call = core.own.book.findOwn(service::connectionOf(arguments)))
            arguments.set(keyword::UniqueObjectID, call->uniqueObjectId());
    }
    core.outbox.post(service::eventOrGenericOf(message.number()), std::move(arguments));
}

} // namespace callwright
