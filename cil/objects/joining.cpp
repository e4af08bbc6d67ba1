#include "cil/objects/joining.h"

#include "cil/events/keywords.h"
#include "cil/objects/call_events.h"
#include "cil/objects/logging.h"
#include "cil/objects/parties.h"
#include "cil/objects/session_core.h"
#include "cil/service/call_status.h"
#include "cil/service/event_mapping.h"
#include "cil/service/field_keywords.h"
#include "cil/service/wire_data.h"

#include <algorithm>
#include <utility>

namespace callwright {
namespace {

using protocol::Field;
using protocol::MessageType;

/// How well the list of connected parties knows the call's own connection: 2 with its number, 1 under another one,
/// 0 not at all.
int rank(const Call& call, const Arguments& wire) {
    const service::Connection& own = CallBook::facts(call).connection;
    int best = 0;
    for (int i = 1; i <= static_cast<int>(protocol::MAX_NUM_PARTIES); ++i) {
        const Arguments* party = wire.arguments(Keyword::indexed(keyword::ConnectedParty, i));
        if (!party)
            break;
        if (party->toString(service::keywordOf(Field::ConnectedPartyDeviceID)) != own.deviceId)
            continue;
        const bool isSame = party->toUInt(service::keywordOf(Field::ConnectedPartyCallID)) == own.callId;
        best = std::max(best, isSame ? 2 : 1);
    }
    return best;
}

struct Joined {
    Call* goesOn = nullptr; ///< or, of a transfer made here, the call that was transferred
    Call* merged = nullptr; ///< what went into it; nullptr: the other call was never here
    bool isTransferHere = false;
};

Joined joinedHere(SessionCore& core, MessageType type, const Arguments& wire) {
    Call* primary = core.book.findForEvent(joinedConnection(wire, true), false);
    Call* secondary = core.book.findForEvent(joinedConnection(wire, false), false);
    if (!primary)
        std::swap(primary, secondary);
    if (primary == secondary)
        secondary = nullptr;
    if (!primary)
        return {};
    const bool isTransfer = type == MessageType::CALL_TRANSFERRED_EVENT;
    const auto isByUs = isOwnDevice(core, wire.toString(keyword::TransferringDeviceID));
    const bool isLeft = rank(*primary, wire) == 0 && (!secondary || rank(*secondary, wire) == 0);
    if (isTransfer && isByUs.value_or(secondary && isLeft))
        return {primary, secondary, true};
    if (secondary && rank(*secondary, wire) > rank(*primary, wire))
        std::swap(primary, secondary);
    return {primary, secondary, false};
}

/// The status of the call that goes on: as the event tells, where it tells one.
CallStatus statusAfter(const Call& call, MessageType type, const Arguments& wire) {
    if (call.status() == CallStatus::Fail)
        return CallStatus::Fail;
    const auto told = wire.toUInt(keyword::LocalConnectionState);
    if (told && *told > static_cast<std::uint32_t>(CallStatus::Null) &&
        *told <= static_cast<std::uint32_t>(CallStatus::Held))
        return static_cast<CallStatus>(*told);
    return type == MessageType::CALL_CONFERENCED_EVENT ? CallStatus::Connect : call.status();
}

void joinParties(SessionCore& core, const Joined& joined, MessageType type, const Arguments& wire) {
    CallFacts& facts = CallBook::facts(*joined.goesOn);
    takeConnectedParties(core, *joined.goesOn, joined.merged, wire);
    if (type == MessageType::CALL_CONFERENCED_EVENT) {
        const bool hadBoth = joined.merged != nullptr;
        facts.isController = isOwnDevice(core, wire.toString(keyword::ControllerDeviceID)).value_or(hadBoth);
    }
    const bool wasConference = facts.isConference || (joined.merged && joined.merged->isConference());
    const bool isConference = type == MessageType::CALL_CONFERENCED_EVENT || wasConference;
    const bool isTold = wire.arguments(Keyword::indexed(keyword::ConnectedParty, 1)) != nullptr;
    facts.isConference = isConference && (!isTold || facts.others.size() > 1);
}

} // namespace

service::Connection joinedConnection(const Arguments& wire, bool isPrimary) {
    service::Connection connection;
    connection.callId =
        wire.toUInt(isPrimary ? keyword::PrimaryCallID : keyword::SecondaryCallID).value_or(connection.callId);
    connection.deviceIdType =
        wire.toUInt(isPrimary ? keyword::PrimaryDeviceIDType : keyword::SecondaryDeviceIDType).value_or(0);
    connection.deviceId = wire.toString(isPrimary ? keyword::PrimaryDeviceID : keyword::SecondaryDeviceID);
    return connection;
}

void onCallsJoined(SessionCore& core, const protocol::MessageView& message) {
    const EventId id = service::eventOf(message.number());
    const Arguments wire = service::wireData(message, core.codePage());
    const Joined joined = joinedHere(core, message.type(), wire);
    if (!joined.goesOn) {
        qCInfo(logObjects).noquote() << eventName(id)
                                     << "of calls that are not known:" << wire.toString(keyword::PrimaryCallID)
                                     << wire.toString(keyword::SecondaryCallID);
        return;
    }
    Call& call = *joined.goesOn;
    const bool carriesStatus =
        service::carriesStatus(message.type(), static_cast<protocol::LocalConnectionState>(call.status()));
    const bool wasCurrent = core.book.current() == &call || (joined.merged && core.book.current() == joined.merged);
    core.consults.end(call);
    if (!joined.isTransferHere)
        joinParties(core, joined, message.type(), wire);
    setStatus(core, call, joined.isTransferHere ? CallStatus::Null : statusAfter(call, message.type(), wire));
    if (joined.merged) {
        CallBook::facts(*joined.merged).isMerged = true;
        setStatus(core, *joined.merged, CallStatus::Null);
    }
    if (wasCurrent)
        core.book.setCurrent(&call);
    absorb(call, wire, message);
    service::EventContext context = core.eventContext(call);
    if (!carriesStatus)
        context.callStatus.reset();
    Arguments arguments = service::eventArguments(id, wire, context, call.data());
    if (arguments.contains(keyword::IsTransferController))
        arguments.set(keyword::IsTransferController, joined.isTransferHere);
    postCallEvent(core, id, call, std::move(arguments));
}

} // namespace callwright
