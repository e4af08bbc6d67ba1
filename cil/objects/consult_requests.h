#pragma once

#include "cil/objects/requests.h"

/// What Call's methods ask of the server about two calls, or about one and somebody to be added (CTI Server guide v25,
/// Client Control).
namespace callwright {

CilResult requestAlternate(SessionCore& core, Call& call, Call* other);
CilResult requestReconnect(SessionCore& core, Call& call);
CilResult requestConsult(SessionCore& core, Call& call, const DialOptions& options, ConsultType type);
CilResult requestTransfer(SessionCore& core, Call& call, Call* other);
CilResult requestConference(SessionCore& core, Call& call, Call* other);
CilResult requestSingleStepTransfer(SessionCore& core, Call& call, const DialOptions& options);
CilResult requestSingleStepConference(SessionCore& core, Call& call, const DialOptions& options);

/// Any request that begins a consultation about `original`: its confirmation names the new call.
CilResult sendConsult(SessionCore& core, Request request, Call& original, ConsultPurpose purpose);

} // namespace callwright
