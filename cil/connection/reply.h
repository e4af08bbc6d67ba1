#pragma once

#include "cil/protocol/message_view.h"

#include <cstdint>

namespace callwright {

/// How one request ended. Exactly one Reply comes for every request that got an InvokeID.
struct Reply {
    enum class Outcome {
        Confirmed,      ///< `message` is the *_CONF
        ControlFailure, ///< CONTROL_FAILURE_CONF: `code` is a ControlFailureCode, `peripheralErrorCode` is filled
        Failure,        ///< FAILURE_CONF: `code` is a StatusCode
        TimedOut,
        LinkLost
    };
    std::uint32_t invokeId = 0;
    protocol::MessageType request{}; ///< what was asked
    Outcome outcome = Outcome::LinkLost;
    std::uint32_t code = 0;
    std::uint32_t peripheralErrorCode = 0;
    const protocol::MessageView* message = nullptr; ///< valid during the call-back only; set for the first three
};

/// The StatusCode of a FAILURE_CONF or FAILURE_EVENT, in whichever of the two layouts it came.
std::uint32_t statusOf(const protocol::MessageView& failure);

bool isFailure(const protocol::MessageView& message); ///< FAILURE_CONF or CONTROL_FAILURE_CONF
bool isAnswer(const protocol::MessageView& message);  ///< a confirmation or failure that names its request's InvokeID

/// Fills outcome, codes and message from a confirmation or failure. A FAILURE_CONF in the layout that the guides for
/// 24 and 25 print (FailureCode, PeripheralErrorCode) says what a CONTROL_FAILURE_CONF says.
void readOutcome(const protocol::MessageView& message, Reply& reply);

} // namespace callwright
