#pragma once

#include "app/simulator/acd/context.h"

/// How calls live: legs come, ring, talk, hold and go, and every device concerned is told.
namespace callwright::simulator {

/// The number, type and data of a call; its legs follow. `id`: a ConnectionCallID to share with another call.
Call& createCall(Context& context, CallType type, const CallDataChange& data,
                 std::optional<std::uint32_t> id = std::nullopt);
CallKey nextCallKey(Context& context);

Connection& addPhone(Context& context, Call& call, const std::string& instrument, LocalConnectionState state);
Connection& addOutside(Context& context, Call& call, const std::string& phoneNumber, LocalConnectionState state);
/// The phone's own part in a supervisor's call.
Connection& addBridge(Context& context, Call& call, const std::string& instrument);
Connection& addQueuePoint(Context& context, Call& call);

/// The phone rings; whoever is in the call already is told too. `queue`: the one that the call was routed through.
Connection& ring(Context& context, Call& call, const std::string& instrument,
                 std::optional<std::size_t> queue = std::nullopt);
/// The leg answers: it talks, and so does an origin that waited for it. Another call at its phone is put on hold.
void establish(Context& context, Call& call, Connection& answering);
void hold(Context& context, Call& call, Connection& phone);
void retrieve(Context& context, Call& call, Connection& phone);
/// Who was called is not: the only one left hears busy or reorder tone until it hangs up; several talk on.
void fail(Context& context, Call& call, EventCause cause);

/// The leg hangs up. When only one would be left, or nobody but the queue point, the call is over.
void hangUp(Context& context, Call& call, Connection& leg, EventCause cause = EventCause::CEC_NONE);
/// The call is over for everybody, because `by` says so.
void clearAll(Context& context, Call& call, Connection& by, EventCause cause = EventCause::CEC_NONE);
/// The leg goes and the call goes on without it; only its own device is told, and the others when `tellsOthers`. When
/// the call goes on to another target, a switch that tells of diversions tells this one.
void detach(Context& context, Call& call, Connection& leg, EventCause cause, bool tellsOthers,
            const std::optional<DeviceName>& divertedTo = std::nullopt);

/// The phone's part is not on hold any more; nobody is told.
void talkAgain(Context& context, Connection& phone);

// What the actions above and those on two calls consist of:

/// The leg's device has no more to do with the call: END_CALL_EVENT; the data stays open for wrap-up.
void leave(Context& context, Call& call, Connection& leg);
/// RTP_STOPPED_EVENT, if the phone talks. Before the leg's state changes.
void stopVoice(Context& context, const Call& call, Connection& leg);
/// A conference that only two are left of is a plain call again, one that the supervisor has left an ordinary one; its
/// phones are told.
void settleType(Context& context, Call& call);

} // namespace callwright::simulator
