#pragma once

#include "cil/connection/link.h"
#include "cil/events/arguments.h"
#include "cil/events/event_list.h"
#include "cil/objects/call.h"
#include "cil/objects/cil_error.h"
#include "cil/protocol/names.h"

#include <QPointer>
#include <QString>

#include <functional>
#include <utility>

namespace callwright {

class Seat;
namespace service {
struct RequestProblem;
}

/// A request on its way down, and what its outcome does. Every outcome becomes one event: the confirmation's (of its
/// own name where the CIL has none for it), or OnControlFailureConf in the interface of the object that was asked; what
/// FAILURE_CONF refused is an OnCTIOSFailure besides.
struct Request {
    enum class Object { Agent, Call, Session };

    Request(protocol::MessageType theType, Object theObject, QString uid, Arguments theArguments)
        : type(theType), object(theObject), uniqueObjectId(std::move(uid)), arguments(std::move(theArguments)) {}

    protocol::MessageType type;
    Object object;
    QString uniqueObjectId; ///< of the one that was asked; empty for the session
    QPointer<Call> call;    ///< it, while it is there: its name may change before the answer comes
    Arguments arguments;    ///< by field names; service::buildRequest() fills in the rest
    /// Brings the objects up to date before the outcome is published; `wire` has the confirmation's fields and is
    /// empty for a failure. May add to the event's arguments.
    std::function<void(const Reply& reply, const Arguments& wire, Arguments& event)> update;
    /// Whether nobody needs to hear that it failed, because what it asked for is gone; of what nobody asked for neither
    /// that it was confirmed.
    std::function<bool()> isMoot;
    /// Nobody asked for it: that the link took it away is told by the link's own failure.
    bool isUnasked = false;
    /// What comes next, after the outcome's event has been posted.
    std::function<void(const Reply& reply)> then;
};

/// Sends at once or says why not. The event comes later.
CilResult send(Seat& seat, Request request);
/// The outcome of a method of an object: its code becomes the session's LastError.
CilResult noted(Seat& seat, CilResult result);
/// The same with the message made already.
CilResult send(Seat& seat, Request request, protocol::MessageBuilder message);
/// Why no message could be made of the arguments, as the answer of a request method.
CilResult problemOf(const service::RequestProblem& problem);
/// For requests that nobody asked for: one that cannot be sent is logged. Whether it was sent.
bool trySend(Seat& seat, Request request);

} // namespace callwright
