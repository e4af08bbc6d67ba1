#include "cil/objects/joining.h"

#include "cil/events/keywords.h"
#include "cil/objects/call_events.h"
#include "cil/objects/logging.h"
#include "cil/objects/parties.h"
#include "cil/objects/session_core.h"
#include "cil/service/call_match.h"
#include "cil/service/call_status.h"
#include "cil/service/event_mapping.h"
#include "cil/service/wire_data.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace callwright {
namespace {

using protocol::MessageType;

/// How well the list of connected parties knows the call's own connection: 2 with its number, 1 under another one,
/// 0 not at all.
int rank(const Call& call, const std::vector<service::Connection>& parties) {
    const service::Connection& own = CallBook::facts(call).connection;
    int best = 0;
    for (const service::Connection& party : parties) {
        if (party.deviceId == own.deviceId && party.deviceIdType == own.deviceIdType)
            best = std::max(best, party.callId == own.callId ? 2 : 1);
    }
    return best;
}

struct Joined {
    Call* goesOn = nullptr; ///< or, of a transfer made here, the call that was transferred
    Call* merged = nullptr; ///< what went into it; nullptr: the other call was never here
    bool isTransferHere = false;
};

Joined joinedHere(Seat& seat, MessageType type, const Arguments& wire) {
    auto [primary, secondary] = seat.book.findJoined(wire);
    if (!primary)
        std::swap(primary, secondary);
    if (!primary)
        return {};
    const auto parties = service::connectedPartiesOf(wire);
    const int primaryRank = rank(*primary, parties);
    const int secondaryRank = secondary ? rank(*secondary, parties) : 0;
    const auto isByUs = isOwnDevice(seat, wire.toString(keyword::TransferringDeviceID));
    const bool isLeft = secondary && primaryRank == 0 && secondaryRank == 0;
    if (type == MessageType::CALL_TRANSFERRED_EVENT && isByUs.value_or(isLeft))
        return {primary, secondary, true};
    if (secondaryRank > primaryRank)
        std::swap(primary, secondary);
    return {primary, secondary, false};
}

/// The status of the call that goes on: of one that was transferred to or from here by somebody else, as the event
/// tells, where it tells one.
CallStatus statusAfter(const Seat& seat, const Call& call, MessageType type, const Arguments& wire) {
    if (type == MessageType::CALL_CONFERENCED_EVENT || call.status() == CallStatus::Fail)
        return statusAfterEvent(seat, call, type, wire);
    const auto told = wire.toUInt(keyword::LocalConnectionState).value_or(0);
    const bool isStatus =
        told > static_cast<std::uint32_t>(CallStatus::Null) && told <= static_cast<std::uint32_t>(CallStatus::Held);
    return isStatus ? static_cast<CallStatus>(told) : call.status();
}

void joinParties(Seat& seat, const Joined& joined, MessageType type, const Arguments& wire) {
    CallFacts& facts = CallBook::facts(*joined.goesOn);
    takeConnectedParties(seat, *joined.goesOn, joined.merged, wire);
    if (type == MessageType::CALL_CONFERENCED_EVENT) {
        const bool hadBoth = joined.merged != nullptr;
        facts.isController = isOwnDevice(seat, wire.toString(keyword::ControllerDeviceID)).value_or(hadBoth);
    }
    const bool wasConference = joined.goesOn->isConference() || (joined.merged && joined.merged->isConference());
    const bool isConference = type == MessageType::CALL_CONFERENCED_EVENT || wasConference;
    const bool isTold = !service::connectedPartiesOf(wire).empty();
    facts.isConference = isConference && (!isTold || facts.others.size() > 1);
}

} // namespace

void onCallsJoined(Seat& seat, const protocol::MessageView& message) {
    const EventId id = service::eventOf(message.number());
    const Arguments wire = service::wireData(message, seat.session.codePage());
    const Joined joined = joinedHere(seat, message.type(), wire);
    if (!joined.goesOn) {
        qCInfo(logObjects).noquote() << eventName(id)
                                     << "of calls that are not known:" << wire.toString(keyword::PrimaryCallID)
                                     << wire.toString(keyword::SecondaryCallID);
        return;
    }
    Call& call = *joined.goesOn;
    const bool carriesStatus =
        service::carriesStatus(message.type(), static_cast<protocol::LocalConnectionState>(call.status()));
    const bool wasCurrent = seat.book.current() == &call || (joined.merged && seat.book.current() == joined.merged);
    if (joined.merged || joined.isTransferHere)
        seat.consults.end(call);
    if (!joined.isTransferHere)
        joinParties(seat, joined, message.type(), wire);
    setStatus(seat, call, joined.isTransferHere ? CallStatus::Null : statusAfter(seat, call, message.type(), wire));
    CallBook::facts(call).isMoved = true;
    if (joined.merged) {
        CallBook::facts(*joined.merged).isMoved = true;
        CallBook::facts(*joined.merged).isMerged = true;
        setStatus(seat, *joined.merged, CallStatus::Null);
    }
    if (wasCurrent && !joined.isTransferHere) // of a transfer made here nothing goes on
        seat.book.setCurrent(&call);
    absorb(call, wire, message);
    service::EventContext context = seat.eventContext(call);
    if (!carriesStatus)
        context.callStatus.reset();
    Arguments arguments = service::eventArguments(id, wire, context, call.data());
    if (arguments.contains(keyword::IsTransferController))
        arguments.set(keyword::IsTransferController, joined.isTransferHere);
    postCallEvent(seat, id, call, std::move(arguments));
}

} // namespace callwright
