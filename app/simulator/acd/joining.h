#pragma once

#include "app/simulator/acd/context.h"

#include <tl/expected.hpp>

/// Making one call of two, as completing a transfer or a conference does.
///
/// The survivor is the first (held) call: its ConnectionCallID, its router call key and its data stay, with what the
/// consultation was given or got set, and then what the request carries, on top. The parties of the consultation keep
/// their ConnectionDeviceIDs; where the ConnectionCallID changes, CALL_DATA_UPDATE_EVENT leads from the old name
/// (Connection*) to the new one (NewConnection*) and carries all data. Primary* is the leg of whoever joins in the
/// first call, Secondary* the one in the consultation. What each phone hears, in this order:
///   transfer:   who transfers  CALL_TRANSFERRED (LCS_NULL), END_CALL of the first call, END_CALL of the consultation;
///                              RTP_STOPPED twice
///               everybody else CALL_TRANSFERRED, CALL_DATA_UPDATE (CallType CALLTYPE_CONSULT_OFFERRED, or
///                              CALLTYPE_CONFERENCE while three or more are left)
///   conference: the controller CALL_CONFERENCED (LCS_CONNECT), END_CALL of the consultation, CALL_DATA_UPDATE
///                              (CallType CALLTYPE_CONFERENCE); RTP_STOPPED twice, then RTP_STARTED twice
///               everybody else CALL_CONFERENCED, CALL_DATA_UPDATE
///   Phones whose leg gets another name: RTP_STOPPED under the old one, RTP_STARTED under the new one.
/// Every phone's CALL_TRANSFERRED or CALL_CONFERENCED lists all who are in the call now (ConnectedParty groups).
namespace callwright::simulator {

struct Halves {
    Leg held;   ///< the first call
    Leg active; ///< the consultation, at the same phone
};

enum class JoinKind { Transfer, Conference };

/// The two calls that a request names and may join, or what stands against it.
tl::expected<Halves, SwitchAnswer> findHalves(Context& context, const std::string& instrument,
                                              const protocol::MessageView& message, JoinKind kind);

/// Joins them; the confirmation names the joined call's legs.
Confirmation join(Context& context, const Halves& halves, JoinKind kind, const CallDataChange& data);

/// The consultation was answered: a blind conference is complete then; it stays two calls where they cannot be joined
/// any more.
void joinBlindConference(Context& context, Call& consultation);

/// Whoever transferred is gone from the call, and no longer named as the one who calls.
void removeTransferring(Call& call, const Connection& gone);

} // namespace callwright::simulator
