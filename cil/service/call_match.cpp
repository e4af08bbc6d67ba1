#include "cil/service/call_match.h"

#include "cil/events/keywords.h"

#include <algorithm>

namespace callwright::service {
namespace {

/// ConnectionDeviceIDs are opaque, so they are compared whole, with their type.
bool owns(const KnownCall& call, const Connection& connection) {
    return std::ranges::find(call.connections, connection) != call.connections.end();
}

} // namespace

Connection connectionOf(const Arguments& wire) {
    Connection connection;
    connection.callId = wire.toUInt(keyword::ConnectionCallID).value_or(connection.callId);
    connection.deviceIdType = wire.toUInt(keyword::ConnectionDeviceIDType).value_or(0);
    connection.deviceId = wire.toString(keyword::ConnectionDeviceID);
    return connection;
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

std::optional<std::size_t> findCall(std::span<const KnownCall> calls, const Connection& connection) {
    const auto at = std::ranges::find_if(calls, [&](const KnownCall& call) {
        return call.connectionCallId == connection.callId && owns(call, connection);
    });
    return at != calls.end() ? std::optional(static_cast<std::size_t>(at - calls.begin())) : std::nullopt;
}

void noteConnection(KnownCall& call, const Connection& event, bool isEstablished) {
    if (!owns(call, event)) {
        call.connections.push_back(event);
    }
    call.wasEstablished = call.wasEstablished || isEstablished;
}

} // namespace callwright::service
