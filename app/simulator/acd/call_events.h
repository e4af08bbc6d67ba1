#pragma once

#include "app/simulator/acd/context.h"

/// The call events of the guide (CTI Server guide v25, Client Events Service) with every fixed field filled from the
/// model. The last connection of each function is the leg whose device is told; legs outside hear nothing.
namespace callwright::simulator {

class Fields;
/// CALL_DATA_UPDATE_EVENT without the data: the leg, called so far as in the call with that ConnectionCallID.
Fields dataUpdate(const Context& context, const Call& call, std::uint32_t callId, const Connection& at);

SwitchEvent beginCallEvent(const Context& context, const Call& call, const Connection& at);

void postBeginCall(Context& context, const Call& call, const Connection& at);
void postEndCall(Context& context, const Call& call, const Connection& at);
void postServiceInitiated(Context& context, const Call& call, const Connection& at);
void postOriginated(Context& context, const Call& call, const Connection& at);
void postDelivered(Context& context, const Call& call, const Connection& alerting, const Connection& at);
void postReachedNetwork(Context& context, const Call& call, const Connection& at);
/// `waitingCalls`: how many wait in that queue.
void postQueued(Context& context, const Call& call, const Connection& queuePoint, std::uint32_t waitingCalls,
                const Connection& at);
void postDequeued(Context& context, const Call& call, std::uint32_t waitingCalls, const Connection& at);
void postEstablished(Context& context, const Call& call, const Connection& answering, const Connection& at);
void postHeld(Context& context, const Call& call, const Connection& at);
void postRetrieved(Context& context, const Call& call, const Connection& at);
void postFailed(Context& context, const Call& call, EventCause cause, const Connection& at);
void postConnectionCleared(Context& context, const Call& call, const Connection& cleared, EventCause cause,
                           const Connection& at);
/// The call left the phone `diverting` for another target.
void postDiverted(Context& context, const Call& call, const Connection& diverting, const DeviceName& to,
                  EventCause cause, const Connection& at);
void postCallCleared(Context& context, const Call& call, EventCause cause, const Connection& at);
void postDataUpdate(Context& context, const Call& call, const CallDataChange& change, const Connection& at);

/// Both directions of the voice between the phone and whoever it talks to.
void postVoiceStarted(Context& context, const Call& call, const Connection& at);
void postVoiceStopped(Context& context, const Call& call, const Connection& at);

/// A routed call is on its way to the switch: for bridges only.
void postTranslationRoute(Context& context, const Call& call);
void postPreCall(Context& context, const Call& call, const Agent& agent);
void postPreCallAbort(Context& context, const Call& call, const std::string& instrument);

} // namespace callwright::simulator
