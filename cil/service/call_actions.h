#pragma once

#include "cil/protocol/names.h"

namespace callwright::service {

/// The requests that are made on a call.
enum class CallAction {
    Answer,
    Hold,
    Retrieve,
    Alternate,
    Reconnect,
    MakeConsultCall,
    Transfer,
    Conference,
    SingleStepTransfer,
    SingleStepConference,
    ClearConnection,
    Clear,
    Deflect,
    SendDtmf,
    StartRecord,
    StopRecord
};

/// Whether a call in this status takes the request at all; which of those are offered is the mask's business. Of the
/// requests on two calls this is asked of the one that talks or is held: the other one of Alternate may ring.
bool takesAction(CallAction action, protocol::LocalConnectionState status);

} // namespace callwright::service
