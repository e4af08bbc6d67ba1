#pragma once

#include "cil/service/requests.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

/// Which call an event is about: several calls may share a ConnectionCallID (a consultation may have the original's),
/// so a call is known by its connections (CTI Server guide v25, Call Events; ConnectionDeviceIDs are opaque).
namespace callwright::service {

struct KnownCall {
    std::uint32_t connectionCallId = 0;
    std::vector<Connection> connections; ///< every one that was seen in an event of this call
    bool wasEstablished = false;         ///< has its destination connection
};

/// The connection an event names. callId 0xFFFFFFFF when the message names none.
Connection connectionOf(const Arguments& wire);

// CALL_CONFERENCED_EVENT and CALL_TRANSFERRED_EVENT name two connections of the one who joined the calls, and all
// parties; callId 0xFFFFFFFF where a message names none.
Connection primaryOf(const Arguments& wire);   ///< the first call's
Connection secondaryOf(const Arguments& wire); ///< the consultation's
/// Who is in the call now, 16 at most; of the CONFs of both requests too.
std::vector<Connection> connectedPartiesOf(const Arguments& wire);
/// What a request's CONF, or CALL_DATA_UPDATE_EVENT for a connection that changes its name, calls the new connection.
Connection newConnectionOf(const Arguments& wire);

/// Index of the call that the event is about; nullopt: none of them.
/// `createsConnection`: CALL_ESTABLISHED_EVENT, which brings the destination's connection.
std::optional<std::size_t> matchCall(std::span<const KnownCall> calls, const Connection& event, bool createsConnection);

/// The calls that were joined: of those who had one of them only, one. Never the same index twice.
struct JoinedCalls {
    std::optional<std::size_t> primary;
    std::optional<std::size_t> secondary;
};
JoinedCalls matchJoined(std::span<const KnownCall> calls, const Arguments& wire);

/// Index of the call that this very connection was seen in; nullopt: none of them.
std::optional<std::size_t> findCall(std::span<const KnownCall> calls, const Connection& connection);

/// Notes a connection that an event named, 64 of a call at most.
void noteConnection(KnownCall& call, const Connection& connection);

/// A connection got another name (CALL_DATA_UPDATE_EVENT). `isOwn`: the call's own, so that the call's id follows.
void renameConnection(KnownCall& call, const Connection& from, const Connection& to, bool isOwn);

} // namespace callwright::service
