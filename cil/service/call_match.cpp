#include "cil/service/call_match.h"

#include "cil/events/keywords.h"
#include "cil/service/field_keywords.h"

#include <algorithm>

namespace callwright::service {
namespace {

using protocol::Field;

constexpr std::size_t mostConnections = 64; // of a call; a server that names more is not followed

struct ConnectionKeywords {
    Keyword callId;
    Keyword deviceIdType;
    Keyword deviceId;
};

Connection read(const Arguments& wire, const ConnectionKeywords& keywords) {
    Connection connection;
    connection.callId = wire.toUInt(keywords.callId).value_or(connection.callId);
    connection.deviceIdType = wire.toUInt(keywords.deviceIdType).value_or(0);
    connection.deviceId = wire.toString(keywords.deviceId);
    return connection;
}

/// ConnectionDeviceIDs are opaque, so they are compared whole, with their type.
bool owns(const KnownCall& call, const Connection& connection) {
    return std::ranges::find(call.connections, connection) != call.connections.end();
}

} // namespace

Connection connectionOf(const Arguments& wire) {
    return read(wire, {keyword::ConnectionCallID, keyword::ConnectionDeviceIDType, keyword::ConnectionDeviceID});
}

Connection primaryOf(const Arguments& wire) {
    return read(wire, {keyword::PrimaryCallID, keywordOf(Field::PrimaryDeviceIDType), keyword::PrimaryDeviceID});
}

Connection secondaryOf(const Arguments& wire) {
    return read(wire, {keyword::SecondaryCallID, keywordOf(Field::SecondaryDeviceIDType), keyword::SecondaryDeviceID});
}

Connection newConnectionOf(const Arguments& wire) {
    return read(wire, {keywordOf(Field::NewConnectionCallID), keywordOf(Field::NewConnectionDeviceIDType),
                       keywordOf(Field::NewConnectionDeviceID)});
}

std::vector<Connection> connectedPartiesOf(const Arguments& wire) {
    std::vector<Connection> parties;
    for (int i = 1; i <= static_cast<int>(protocol::MAX_NUM_PARTIES); ++i) {
        const Arguments* party = wire.arguments(Keyword::indexed(keyword::ConnectedParty, i));
        if (!party) {
            break;
        }
        parties.push_back(
            read(*party, {keywordOf(Field::ConnectedPartyCallID), keywordOf(Field::ConnectedPartyDeviceIDType),
                          keywordOf(Field::ConnectedPartyDeviceID)}));
    }
    return parties;
}

std::optional<std::size_t> matchCall(std::span<const KnownCall> calls, const Connection& event,
                                     bool createsConnection) {
    std::vector<std::size_t> sharers;
    for (std::size_t i = 0; i < calls.size(); ++i) {
        if (calls[i].connectionCallId == event.callId) {
            sharers.push_back(i);
        }
    }
    const auto owner = std::ranges::find_if(sharers, [&](std::size_t i) { return owns(calls[i], event); });
    if (owner != sharers.end()) {
        return *owner;
    }
    if (sharers.size() == 1) {
        return sharers.front();
    }
    if (createsConnection) {
        const auto open = std::ranges::find_if(sharers, [&](std::size_t i) { return !calls[i].wasEstablished; });
        if (open != sharers.end()) {
            return *open;
        }
    }
    return std::nullopt; // several could be meant, and nothing tells which: no guess
}

JoinedCalls matchJoined(std::span<const KnownCall> calls, const Arguments& wire) {
    JoinedCalls joined{matchCall(calls, primaryOf(wire), false), matchCall(calls, secondaryOf(wire), false)};
    if (!joined.primary && !joined.secondary) {
        // Of who joins nothing but is in one of the calls: one of the parties is the own connection.
        for (const Connection& party : connectedPartiesOf(wire)) {
            joined.primary = joined.primary ? joined.primary : findCall(calls, party);
        }
    }
    if (joined.primary == joined.secondary) {
        joined.secondary.reset();
    }
    return joined;
}

std::optional<std::size_t> findCall(std::span<const KnownCall> calls, const Connection& connection) {
    const auto at = std::ranges::find_if(calls, [&](const KnownCall& call) {
        return call.connectionCallId == connection.callId && owns(call, connection);
    });
    return at != calls.end() ? std::optional(static_cast<std::size_t>(at - calls.begin())) : std::nullopt;
}

void noteConnection(KnownCall& call, const Connection& connection) {
    if (!owns(call, connection) && call.connections.size() < mostConnections) {
        call.connections.push_back(connection);
    }
}

void renameConnection(KnownCall& call, const Connection& from, const Connection& to, bool isOwn) {
    std::erase(call.connections, from);
    noteConnection(call, to);
    if (isOwn) {
        call.connectionCallId = to.callId;
    }
}

} // namespace callwright::service
