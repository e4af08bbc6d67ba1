#pragma once

#include "app/simulator/acd/context.h"

#include <tl/expected.hpp>

/// Calling a second party while the first one waits (CTI Server guide v25, CONSULTATION_CALL_REQ).
///
/// What the parties hear of a consultation, in this order (agent states and voice come in between anywhere):
///   who consults:  CALL_HELD of the first call; BEGIN_CALL, CALL_SERVICE_INITIATED, CALL_ORIGINATED of the new one;
///                  then CALL_DELIVERED (a phone rings), CALL_REACHED_NETWORK (outside), nothing yet (a queue) or
///                  CALL_FAILED (busy, no such number; the leg is LCS_FAIL until it is cleared); CALL_ESTABLISHED.
///                  Agent state HOLD until the answer, then TALKING. RTP_STOPPED twice for the first call.
///   the consulted: BEGIN_CALL, CALL_DELIVERED, CALL_ESTABLISHED; from a queue as any routed call.
///   everybody else in the first call: nothing.
/// Both sides of the consultation see CallType CALLTYPE_CONSULT and the data of the first call with the request's on
/// top. The router gives a consultation of a queue a call key of its own.
namespace callwright::simulator {

struct ConsultRequest {
    std::string dialled;
    ConsultPurpose purpose = ConsultPurpose::Any;
    CallType type = CallType::CALLTYPE_CONSULT;
    CallDataChange data;                           ///< instead of the first call's
    const protocol::MessageView* making = nullptr; ///< a request that says how to make the call
    bool isCallForHelp = false;     ///< to a supervisor, which desk settings allow by themselves; also of a held call
    bool joinsWhenAnswered = false; ///< blind conference: completed as soon as the other answers
};

/// The phone of `active` holds that call and calls somebody. The new leg, or what stands against it: the call does not
/// talk, too many calls at the phone, the desk settings forbid the number, somebody else in the call consults already.
tl::expected<Leg, SwitchAnswer> consult(Context& context, Leg active, const ConsultRequest& request);

SwitchAnswer consultationCall(Context& context, const std::string& instrument, const protocol::MessageView& message);

} // namespace callwright::simulator
