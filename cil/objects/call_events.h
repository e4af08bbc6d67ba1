#pragma once

#include "cil/events/event_list.h"
#include "cil/objects/call_facts.h"
#include "cil/protocol/message_view.h"

#include <optional>

namespace callwright {

/// The server's messages about calls (CTI Server guide v25, Call Events): they move the calls, then become events.
void onBeginCall(Seat& seat, const protocol::MessageView& message);
void onEndCall(Seat& seat, const protocol::MessageView& message);
void onCallDataUpdate(Seat& seat, const protocol::MessageView& message);
/// Any other message that is about one connection of a call.
void onCallEvent(Seat& seat, const protocol::MessageView& message);

/// A call that was not known: begun in the book, not published yet.
Call& beginCall(Seat& seat, const service::Connection& connection, const Arguments& wire);
/// The call is over: OnCallEnd, and all that follows from it. `mayWrapUp`: it may stay for wrap-up data.
void endCall(Seat& seat, Call& call, const Arguments& wire, bool mayWrapUp);
/// Also ends a consultation whose half is over, and lets the current call follow whom one talks to.
void setStatus(Seat& seat, Call& call, CallStatus status);
CallStatus statusAfterEvent(const Seat& seat, const Call& call, protocol::MessageType type, const Arguments& wire);
/// What a message says of the call becomes the call's; its own connection stays what names it.
void absorb(Call& call, const Arguments& wire, const protocol::MessageView& message);
/// What only others than the call's own messages told of it becomes the call's; returns that.
Arguments adopt(Call& call, const Arguments& others);
/// An announcement that came after its call: what only it tells becomes the call's, and an OnCallDataUpdate.
void learnAnnounced(Seat& seat, Call& call, const Arguments& announced);
/// One event about a call, the current call that it may have changed, and the buttons.
void postCallEvent(Seat& seat, EventId id, Call& call, Arguments arguments);
/// Whether this is the agent's own phone; nullopt: no device is named.
std::optional<bool> isOwnDevice(const Seat& seat, const QString& device);

} // namespace callwright
