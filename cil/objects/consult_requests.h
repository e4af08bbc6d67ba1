#pragma once

#include "cil/objects/requests.h"

/// What Call's methods ask of the server about two calls, or about one and somebody to be added (CTI Server guide v25,
/// Client Control).
namespace callwright {

CilResult requestAlternate(Seat& seat, Call& call, Call* other);
CilResult requestReconnect(Seat& seat, Call& call);
CilResult requestConsult(Seat& seat, Call& call, const DialOptions& options, ConsultType type);
CilResult requestTransfer(Seat& seat, Call& call, Call* other);
CilResult requestConference(Seat& seat, Call& call, Call* other);
CilResult requestSingleStepTransfer(Seat& seat, Call& call, const DialOptions& options);
CilResult requestSingleStepConference(Seat& seat, Call& call, const DialOptions& options);

/// Any request that begins a consultation about `original`: its confirmation names the new call.
CilResult sendConsult(Seat& seat, Request request, Call& original, ConsultPurpose purpose);

} // namespace callwright
