#pragma once

#include "cil/objects/call_facts.h"
#include "cil/protocol/message_view.h"

namespace callwright {

/// The server's messages about calls (CTI Server guide v25, Call Events): they move the calls, then become events.
void onBeginCall(SessionCore& core, const protocol::MessageView& message);
void onEndCall(SessionCore& core, const protocol::MessageView& message);
void onCallDataUpdate(SessionCore& core, const protocol::MessageView& message);
/// Any other message that is about one connection of a call.
void onCallEvent(SessionCore& core, const protocol::MessageView& message);

/// A call that was not known: begun in the book, not published yet.
Call& beginCall(SessionCore& core, const service::Connection& connection, const Arguments& wire);
/// The call is over: OnCallEnd, and all that follows from it. `mayWrapUp`: it may stay for wrap-up data.
void endCall(SessionCore& core, Call& call, const Arguments& wire, bool mayWrapUp);
void setStatus(SessionCore& core, Call& call, CallStatus status);

} // namespace callwright
