#include "cil/objects/consult_requests.h"

#include "cil/events/enablement_bits.h"
#include "cil/events/keywords.h"
#include "cil/objects/buttons.h"
#include "cil/objects/call_data.h"
#include "cil/objects/call_preconditions.h"
#include "cil/objects/dialling.h"
#include "cil/objects/session_core.h"
#include "cil/service/requests.h"

#include <tl/expected.hpp>

#include <algorithm>
#include <utility>

namespace callwright {
namespace {

using protocol::MessageType;
using service::CallAction;
using namespace enablement;

/// Dialled here, and nobody has answered yet.
bool isUnanswered(const Call& call) {
    return call.status() == CallStatus::Initiate || call.status() == CallStatus::Queued;
}

bool isActive(const Call& call) { return call.status() == CallStatus::Connect || isUnanswered(call); }

/// The two calls of a request: what goes on now, and the one that waits.
struct Pair {
    Call* active = nullptr;
    Call* waiting = nullptr;
};

/// The other call when none is named: the other half of the consultation, else the only other one that may wait.
Call* otherOf(const Seat& seat, Call& call, bool mayRing) {
    if (call.counterpart())
        return call.counterpart();
    Call* found = nullptr;
    for (Call* other : seat.book.live()) {
        const bool isPartner =
            isActive(call) ? other->status() == CallStatus::Held || (mayRing && other->status() == CallStatus::Alerting)
                           : isActive(*other);
        if (other != &call && isPartner && std::exchange(found, other))
            return nullptr; // which one, nobody said
    }
    return found;
}

tl::expected<Pair, CilResult> pairOf(const Seat& seat, Call& call, Call* other, bool mayRing) {
    if (!other)
        other = otherOf(seat, call, mayRing);
    if (!other)
        return tl::unexpected(CilResult{CilCode::InvalidObjectState});
    if (other == &call || other->isEnded() || seat.book.findById(other->uniqueObjectId()) != other)
        return tl::unexpected(CilResult{CilCode::InvalidCall});
    const Pair pair = isActive(call) ? Pair{&call, other} : Pair{other, &call};
    const bool isWaiting =
        pair.waiting->status() == CallStatus::Held || (mayRing && pair.waiting->status() == CallStatus::Alerting);
    if (!isActive(*pair.active) || !isWaiting)
        return tl::unexpected(CilResult{CilCode::InvalidObjectState});
    return pair;
}

const service::Connection& connectionOf(const Call* call) { return CallBook::facts(*call).connection; }

/// What two calls together allow is the matrix's to say (enablement: several calls).
CilResult whyNotWith(const Seat& seat, const Call& call, CallAction action, std::uint32_t bit) {
    if (const CilResult problem = whyNotOn(seat, call, action); !problem)
        return problem;
    if (const CilResult problem = seat.session.whyNotGranted(bit); !problem)
        return problem;
    return isEnabled(maskOfCall(seat, call), bit) ? CilResult() : CilResult{CilCode::InvalidObjectState};
}

/// A request on two calls of the device.
struct PairRequest {
    CallAction action;
    MessageType type;
    std::uint32_t bit;
};

CilResult sendOnPair(Seat& seat, Call& call, Call* other, const PairRequest& what) {
    const bool mayRing = what.type == MessageType::ALTERNATE_CALL_REQ; // the other one is answered by it then
    if (const CilResult problem = whyNotWith(seat, call, what.action, what.bit); !problem)
        return problem;
    const auto pair = pairOf(seat, call, other, mayRing);
    if (!pair)
        return pair.error();
    Request request = callRequest(seat, call, what.type);
    const auto connections = mayRing ? service::activeAndOther : service::activeAndHeld;
    request.arguments = connections(connectionOf(pair->active), connectionOf(pair->waiting));
    request.arguments.set(keyword::AgentInstrument, seat.agentFacts.identity.agentInstrument);
    return send(seat, std::move(request));
}

/// What is dialled about a call, with its ECC variables that were not given anew: they are replaced as one.
tl::expected<Arguments, CilResult> dialArgumentsAbout(const Call& call, const DialOptions& options) {
    auto arguments = dialArguments(options);
    return arguments ? completeEcc(call.data(), *arguments) : arguments;
}

CilResult singleStep(Seat& seat, Call& call, const DialOptions& options, CallAction action, MessageType type) {
    if (const CilResult problem = whyNotOn(seat, call, action); !problem)
        return problem;
    const auto dialled = dialArgumentsAbout(call, options);
    if (!dialled)
        return dialled.error();
    Request request = callRequest(seat, call, type);
    request.arguments = service::activeAndHeld(connectionOf(&call), {});
    request.arguments.merge(*dialled).set(keyword::AgentInstrument, seat.agentFacts.identity.agentInstrument);
    return send(seat, std::move(request));
}

} // namespace

CilResult sendConsult(Seat& seat, Request request, Call& original, ConsultPurpose purpose) {
    const int number = seat.consults.expect(original, purpose);
    request.update = [&seat, number](const Reply& reply, const Arguments& wire, Arguments&) {
        if (reply.outcome == Reply::Outcome::Confirmed)
            seat.consults.confirm(number, wire.contains(keyword::NewConnectionCallID)
                                              ? service::newConnectionOf(wire)
                                              : service::connectionOf(wire)); // of help
        else if (reply.outcome == Reply::Outcome::ControlFailure || reply.outcome == Reply::Outcome::Failure)
            seat.consults.abandon(number); // without an answer it may be there all the same
    };
    const EventId failure = request.object == Request::Object::Call ? EventId::OnCallControlFailureConf
                                                                    : EventId::OnAgentControlFailureConf;
    request.then = [&seat, failure](const Reply& reply) {
        const bool isConfirmed = reply.outcome == Reply::Outcome::Confirmed;
        if (reply.outcome !=
            Reply::Outcome::LinkLost) // the confirmations of asking for help have no event of their own
            postButtons(seat, isConfirmed ? EventId::OnConsultationCallConf : failure, seat.agentUid());
    };
    const CilResult result = send(seat, std::move(request));
    if (!result)
        seat.consults.abandon(number);
    return result;
}

CilResult requestAlternate(Seat& seat, Call& call, Call* other) {
    const CallAction action = call.status() == CallStatus::Alerting ? CallAction::Answer : CallAction::Alternate;
    return sendOnPair(seat, call, other, {action, MessageType::ALTERNATE_CALL_REQ, ENABLE_ALTERNATE});
}

CilResult requestReconnect(Seat& seat, Call& call) {
    // The new half of a consultation is dropped by this as well while nobody has answered it.
    const bool isNewHalf = call.counterpart() && isUnanswered(call);
    const CallAction action = isNewHalf ? CallAction::ClearConnection : CallAction::Reconnect;
    return sendOnPair(seat, call, nullptr, {action, MessageType::RECONNECT_CALL_REQ, ENABLE_RECONNECT});
}

CilResult requestConsult(Seat& seat, Call& call, const DialOptions& options, ConsultType type) {
    const bool isTransfer = type == ConsultType::Transfer;
    const auto bit = isTransfer ? ENABLE_TRANSFER_INIT : ENABLE_CONFERENCE_INIT;
    if (const CilResult problem = whyNotWith(seat, call, CallAction::MakeConsultCall, bit); !problem)
        return problem;
    const auto dialled = dialArgumentsAbout(call, options);
    if (!dialled)
        return dialled.error();
    Request request = callRequest(seat, call, MessageType::CONSULTATION_CALL_REQ);
    request.arguments.merge(*dialled).set(keyword::ConsultType, static_cast<std::uint16_t>(type));
    return sendConsult(seat, std::move(request), call,
                       isTransfer ? ConsultPurpose::Transfer : ConsultPurpose::Conference);
}

CilResult requestTransfer(Seat& seat, Call& call, Call* other) {
    return sendOnPair(seat, call, other,
                      {CallAction::Transfer, MessageType::TRANSFER_CALL_REQ, ENABLE_TRANSFER_COMPLETE});
}

CilResult requestConference(Seat& seat, Call& call, Call* other) {
    return sendOnPair(seat, call, other,
                      {CallAction::Conference, MessageType::CONFERENCE_CALL_REQ, ENABLE_CONFERENCE_COMPLETE});
}

CilResult requestSingleStepTransfer(Seat& seat, Call& call, const DialOptions& options) {
    return singleStep(seat, call, options, CallAction::SingleStepTransfer, MessageType::TRANSFER_CALL_REQ);
}

CilResult requestSingleStepConference(Seat& seat, Call& call, const DialOptions& options) {
    return singleStep(seat, call, options, CallAction::SingleStepConference, MessageType::CONFERENCE_CALL_REQ);
}

} // namespace callwright
