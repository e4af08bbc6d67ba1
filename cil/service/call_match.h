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

/// Index of the call that the event is about; nullopt: none of them.
/// `createsConnection`: CALL_ESTABLISHED_EVENT, which brings the destination's connection.
std::optional<std::size_t> matchCall(std::span<const KnownCall> calls, const Connection& event, bool createsConnection);

/// Index of the call that already is what a BEGIN_CALL_EVENT or a snapshot names; nullopt: it is a new call.
std::optional<std::size_t> findCall(std::span<const KnownCall> calls, const Connection& connection);

/// Notes the connection an event named, and that the call was established.
void noteConnection(KnownCall& call, const Connection& event, bool isEstablished);

} // namespace callwright::service
