#pragma once

#include "app/simulator/acd/context.h"
#include "app/simulator/server/switch.h"

#include <cstdint>
#include <string>
#include <vector>

/// Events and confirmations that say who is in a call now (CTI Server guide v25, CALL_TRANSFERRED_EVENT,
/// CALL_CONFERENCED_EVENT, CALL_DATA_UPDATE_EVENT).
namespace callwright::simulator {

/// The names of two calls that became one, as everybody is told.
struct JoinedNames {
    std::uint32_t primaryCall = 0;
    std::string primaryLeg;
    std::uint32_t secondaryCall = protocol::NULL_CALL_ID; ///< that and no leg: one call alone, in a single step
    std::string secondaryLeg;
    DeviceName joining;               ///< who transfers, or controls the conference
    DeviceName added;                 ///< who the call was transferred to, or came into the conference
    bool isBargeIn = false;           ///< a supervisor came in
    std::vector<std::string> parties; ///< ConnectionDeviceIDs of those who are in the call now
};

/// All but queue points.
std::vector<std::string> namesOfParties(const Call& call);

void postTransferred(Context& context, const Call& call, const JoinedNames& names, const Connection& at);
void postConferenced(Context& context, const Call& call, const JoinedNames& names, const Connection& at);
/// From the name that the leg had in another call to the one it has in `call`, with everything that is known of it.
void postRenamed(Context& context, const Call& call, std::uint32_t oldCallId, const Connection& at);

/// How every phone stands in every call, one event a leg: CALL_DELIVERED_EVENT where it rings, CALL_ESTABLISHED_EVENT
/// where people talk or hold, with CEC_CALL_PARTY_UPDATE_IND (CTI Server guide v25, PG and CTI Server Graceful
/// Shutdown). A leg that dials still or waits in a queue has neither.
std::vector<SwitchEvent> partyUpdates(const Context& context);

/// TRANSFER_CALL_CONF and CONFERENCE_CALL_CONF for the phone of `at`.
FieldValues joinConfirmation(const Call& call, const JoinedNames& names, const Connection& at);

} // namespace callwright::simulator
