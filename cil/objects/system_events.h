#pragma once

#include "cil/objects/hindrance.h"
#include "cil/protocol/message_view.h"

#include <cstdint>

namespace callwright {

class SessionCore;

/// SYSTEM_EVENT, FAILURE_EVENT and a FAILURE_CONF that answers nothing: OnCTIOSFailure, what it says of the system, and
/// what follows: while the phone system is away nothing is confirmed, and when it is back everything is asked for
/// again.
void onSystemMessage(SessionCore& core, const protocol::MessageView& message);

Hindrance hindranceOf(const SessionCore& core);
/// Whether the way to the phone system is up.
bool isOperational(const SessionCore& core);
/// As an event told, or the answer about the agent.
bool isPhoneOut(const SessionCore& core);
/// What can be done all the same (EnablementMask bits).
std::uint32_t remainingBits(const SessionCore& core);

} // namespace callwright
