#include "cil/objects/parties.h"

#include "cil/events/keywords.h"
#include "cil/objects/call_events.h"
#include "cil/objects/session_core.h"
#include "cil/service/call_match.h"

#include <algorithm>
#include <array>
#include <utility>

namespace callwright {
namespace {

using protocol::MessageType;

constexpr std::size_t mostOthers = protocol::MAX_NUM_PARTIES - 1;

/// What an event says about the connection it names, and whom else it names.
struct PartyRow {
    MessageType type;
    Keyword device; ///< of the connection
    CallStatus status;
    Keyword farDevice = {}; ///< of somebody whose connection is not named
    CallStatus farStatus = CallStatus::Null;
};

constexpr std::array partyRows{
    PartyRow{MessageType::CALL_DELIVERED_EVENT, keyword::AlertingDeviceID, CallStatus::Alerting,
             keyword::CallingDeviceID, CallStatus::Initiate},
    PartyRow{MessageType::CALL_ESTABLISHED_EVENT, keyword::AnsweringDeviceID, CallStatus::Connect,
             keyword::CallingDeviceID, CallStatus::Connect},
    PartyRow{MessageType::CALL_HELD_EVENT, keyword::HoldingDeviceID, CallStatus::Held},
    PartyRow{MessageType::CALL_RETRIEVED_EVENT, keyword::RetrievingDeviceID, CallStatus::Connect},
    PartyRow{MessageType::CALL_REACHED_NETWORK_EVENT, Keyword(), CallStatus::Initiate, keyword::CalledDeviceID,
             CallStatus::Alerting},
    PartyRow{MessageType::CALL_CONNECTION_CLEARED_EVENT, keyword::ReleasingDeviceID, CallStatus::Null},
};

bool isNamed(const service::Connection& connection) { return connection.callId != protocol::NULL_CALL_ID; }

/// A leg keeps its ConnectionDeviceID when its call gets another number.
bool isSameLeg(const service::Connection& one, const service::Connection& other) {
    return isNamed(one) && isNamed(other) && one.deviceId == other.deviceId && one.deviceIdType == other.deviceIdType;
}

using Parties = std::vector<PartyFacts>;

/// The party that alone is so; end: none, or several.
template <class Predicate> Parties::iterator onlyOne(Parties& parties, Predicate isSo) {
    const auto first = std::ranges::find_if(parties, isSo);
    const bool hasMore = first != parties.end() && std::find_if(first + 1, parties.end(), isSo) != parties.end();
    return hasMore ? parties.end() : first;
}

bool hasNoDevice(const PartyFacts& party) { return party.device.isEmpty(); }

/// The party with this connection, else the one with this device that no connection is known of, else, of somebody
/// whose connection alone is named, the only one it can be.
Parties::iterator findParty(Parties& parties, const PartyFacts& wanted) {
    auto found = std::ranges::find_if(
        parties, [&](const PartyFacts& party) { return isSameLeg(party.connection, wanted.connection); });
    if (found == parties.end() && !wanted.device.isEmpty()) {
        found = std::ranges::find_if(parties, [&](const PartyFacts& party) {
            return party.device == wanted.device && (!isNamed(party.connection) || !isNamed(wanted.connection));
        });
    }
    if (found == parties.end() && wanted.device.isEmpty())
        found = onlyOne(parties, [](const PartyFacts& party) { return !isNamed(party.connection); });
    return found;
}

/// Whoever was called beyond the switch and answers, be it under another number than the one that was called.
Parties::iterator findCalled(Parties& parties, const PartyFacts& news) {
    const bool answers = news.status == CallStatus::Connect && isNamed(news.connection);
    return !answers ? parties.end() : onlyOne(parties, [](const PartyFacts& party) {
        return !isNamed(party.connection) && party.status == CallStatus::Alerting;
    });
}

void noteParty(Parties& parties, const PartyFacts& news) {
    auto party = findParty(parties, news);
    if (party == parties.end())
        party = findCalled(parties, news);
    if (news.status == CallStatus::Null) {
        if (party != parties.end())
            parties.erase(party);
        return;
    }
    if (party == parties.end()) {
        if (parties.size() < mostOthers)
            parties.push_back(news);
        return;
    }
    const bool isTalking = party->status == CallStatus::Connect || party->status == CallStatus::Held;
    if (!isTalking || news.status != CallStatus::Initiate) // who has others called in goes on talking
        party->status = news.status;
    if (isNamed(news.connection))
        party->connection = news.connection;
    if (!news.device.isEmpty())
        party->device = news.device;
}

/// Somebody who was in the call before, named by device alone: if by none so far, the only one without. Who began a
/// call may have left it meanwhile.
void noteCaller(CallFacts& facts, const PartyFacts& news) {
    const auto unnamed = onlyOne(facts.others, hasNoDevice);
    const bool isUnknown = findParty(facts.others, news) == facts.others.end();
    if (unnamed != facts.others.end() && isUnknown)
        unnamed->device = news.device;
    else if (facts.isListed && isUnknown)
        return;
    noteParty(facts.others, news);
}

bool isOwnLeg(const Call* call, const service::Connection& connection) {
    return call && isSameLeg(CallBook::facts(*call).connection, connection);
}

/// Devices that events have named, given to the listed parties by connection.
void nameDevices(Parties& parties, const Parties& known) {
    for (PartyFacts& party : parties) {
        const auto same = std::ranges::find_if(
            known, [&](const PartyFacts& other) { return isSameLeg(other.connection, party.connection); });
        if (same == known.end())
            continue;
        if (party.device.isEmpty())
            party.device = same->device;
        if (party.status == CallStatus::Connect && same->status == CallStatus::Held)
            party.status = CallStatus::Held;
    }
}

/// A device that no party has is that of the only new party without one, else of the only one at all.
void nameLast(Parties& parties, Parties known) {
    const Parties before = known;
    const auto isNewcomer = [&](const PartyFacts& party) {
        const auto isThat = [&](const PartyFacts& other) { return isSameLeg(other.connection, party.connection); };
        return hasNoDevice(party) && std::ranges::none_of(before, isThat);
    };
    std::erase_if(known, [&](const PartyFacts& candidate) {
        return candidate.device.isEmpty() ||
               std::ranges::find(parties, candidate.device, &PartyFacts::device) != parties.end();
    });
    auto unnamed = onlyOne(parties, isNewcomer);
    if (unnamed == parties.end())
        unnamed = onlyOne(parties, hasNoDevice);
    if (known.size() == 1 && unnamed != parties.end())
        unnamed->device = known.front().device;
}

/// A connection whose device an event names beside it.
void addKnown(Seat& seat, Parties& known, const service::Connection& connection, const QString& device) {
    if (!device.isEmpty() && !isOwnDevice(seat, device).value_or(false))
        noteParty(known, {connection, device, CallStatus::Connect});
}

/// What a list says of a call's connections tells it from another one with the same ConnectionCallID later on.
void keepConnections(CallFacts& facts) {
    for (const PartyFacts& party : facts.others) {
        if (isNamed(party.connection))
            service::noteConnection(facts.known, party.connection);
    }
}

} // namespace

void noteParties(Seat& seat, Call& call, MessageType type, const Arguments& wire) {
    CallFacts& facts = CallBook::facts(call);
    if (type == MessageType::CALL_CLEARED_EVENT)
        facts.others.clear();
    const auto row = std::ranges::find(partyRows, type, &PartyRow::type);
    if (row == partyRows.end())
        return;
    const bool isRedirected =
        type == MessageType::CALL_CONNECTION_CLEARED_EVENT &&
        wire.toUInt(keyword::EventCause) == static_cast<std::uint32_t>(protocol::EventCause::CEC_REDIRECTED);
    const service::Connection connection = service::connectionOf(wire);
    const QString device = wire.toString(row->device);
    const bool isOwn = isOwnLeg(&call, connection) || isOwnDevice(seat, device).value_or(false);
    if (isRedirected) // the leg went elsewhere, be it a queue's or a phone's; nobody else is meant
        std::erase_if(facts.others, [&](const PartyFacts& party) { return isSameLeg(party.connection, connection); });
    else if (!isOwn)
        noteParty(facts.others, {connection, device, row->status});
    const QString farDevice = wire.toString(row->farDevice);
    const bool isFarOther = row->farDevice != Keyword() && !isOwnDevice(seat, farDevice).value_or(farDevice.isEmpty());
    const PartyFacts far{{}, farDevice, row->farStatus};
    if (isFarOther && row->farDevice == keyword::CallingDeviceID)
        noteCaller(facts, far);
    else if (isFarOther)
        noteParty(facts.others, far);
    else if (isOwn && farDevice.isEmpty() && facts.others.empty() && row->farDevice != Keyword())
        facts.others.push_back({{}, {}, row->farStatus}); // there is somebody, who withholds the number
    facts.isConference = facts.isConference && facts.others.size() > 1;
}

void takeConnectedParties(Seat& seat, Call& call, const Call* merged, const Arguments& wire) {
    CallFacts& facts = CallBook::facts(call);
    Parties known = facts.others;
    if (merged)
        known.insert(known.end(), CallBook::facts(*merged).others.begin(), CallBook::facts(*merged).others.end());
    const QString joiner = wire.toString(wire.contains(keyword::ControllerDeviceID) ? keyword::ControllerDeviceID
                                                                                    : keyword::TransferringDeviceID);
    addKnown(seat, known, service::primaryOf(wire), joiner);
    addKnown(seat, known, service::secondaryOf(wire), joiner);
    for (const Keyword added : {keyword::AddedPartyDeviceID, keyword::TransferredDeviceID})
        addKnown(seat, known, {}, wire.toString(added));

    Parties parties;
    const auto legs = service::connectedPartiesOf(wire);
    for (const service::Connection& connection : legs) {
        if (!isOwnLeg(&call, connection) && !isOwnLeg(merged, connection) && parties.size() < mostOthers)
            parties.push_back({connection, {}, CallStatus::Connect});
    }
    if (legs.empty()) {
        for (const PartyFacts& party : known)
            noteParty(parties, party);
    } else {
        nameDevices(parties, known);
        nameDevices(parties, seat.book.departed());
        nameLast(parties, std::move(known));
    }
    facts.others = std::move(parties);
    facts.isListed = !legs.empty();
    keepConnections(facts);
}

void takeSnapshotParties(Seat& seat, Call& call, const Arguments& wire) {
    if (!wire.arguments(Keyword::indexed(keyword::CallConnection, 1)))
        return;
    Parties parties;
    for (int i = 1; i <= static_cast<int>(protocol::MAX_NUM_PARTIES); ++i) {
        const Arguments* item = wire.arguments(Keyword::indexed(keyword::CallConnection, i));
        if (!item)
            break;
        const service::Connection connection{
            item->toUInt(keyword::CallConnectionCallID).value_or(protocol::NULL_CALL_ID),
            item->toUInt(keyword::CallConnectionDeviceIDType).value_or(0),
            item->toString(keyword::CallConnectionDeviceID)};
        const auto state = item->toUInt(keyword::CallDeviceConnectionState).value_or(0);
        const QString device = item->toString(keyword::CallDeviceID);
        const bool isOwn = isOwnLeg(&call, connection) || isOwnDevice(seat, device).value_or(false);
        const bool isIn = state > static_cast<std::uint32_t>(CallStatus::Null) &&
                          state <= static_cast<std::uint32_t>(CallStatus::Fail);
        if (!isOwn && isIn && parties.size() < mostOthers)
            parties.push_back({connection, device, static_cast<CallStatus>(state)});
    }
    CallFacts& facts = CallBook::facts(call);
    nameDevices(parties, facts.others);
    facts.others = std::move(parties);
    facts.isListed = true;
    keepConnections(facts);
    facts.isConference = facts.others.size() > 1;
}

} // namespace callwright
