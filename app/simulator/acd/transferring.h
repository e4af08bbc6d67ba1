#pragma once

#include "app/simulator/acd/context.h"

/// TRANSFER_CALL_REQ (CTI Server guide v25): the completion of a consultation (see joining.h), or a single step.
///
/// The single step (no held call, a DialedNumber) sends the other party to the number at once. A number that is busy or
/// does not exist is refused, and the caller stays with the agent. What the phones hear:
///   who transfers:  CALL_TRANSFERRED (LCS_NULL; no Secondary*: call 0xFFFFFFFF, CONNECTION_ID_NONE), END_CALL;
///                   RTP_STOPPED twice
///   the target:     BEGIN_CALL (CallType CALLTYPE_OFFERED, all data), CALL_DELIVERED, CALL_ESTABLISHED; from a queue
///                   as any routed call
///   everybody else: CALL_TRANSFERRED, CALL_DATA_UPDATE (CallType), then the target's CALL_DELIVERED,
///                   CALL_REACHED_NETWORK or nothing (a queue), and CALL_ESTABLISHED
/// If the target does not answer, a caller outside is cut off, a phone hears CALL_FAILED, a conference goes on.
namespace callwright::simulator {

SwitchAnswer transferCall(Context& context, const std::string& instrument, const protocol::MessageView& message);

} // namespace callwright::simulator
