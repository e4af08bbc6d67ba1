#pragma once

#include "cil/protocol/names.h"
#include "cil/service/enablement.h"

#include <cstdint>

/// What a call is for this side: from its CallType and from who is in it.
namespace callwright::service {

struct RoleInput {
    std::uint32_t callType = 0;
    bool isSupervisor = false; ///< of a supervisor's session
    bool isConference = false; ///< three parties or more
};

/// Of a call that does not consult about another one; who is consulted has a plain call.
CallRole roleOf(const RoleInput& input);

/// Whether wrap-up and the like see the call as inbound: by its CallType (guide: CallType); legs of transfers,
/// conferences, consultations and assistance count as outbound.
bool isInbound(std::uint32_t callType);

} // namespace callwright::service
