#pragma once

#include "cil/objects/call.h"

/// What Call's methods ask of the server (CTI Server guide v25, Client Control; SET_CALL_DATA_REQ: Call Data Update).
namespace callwright {

CilResult requestAnswer(Seat& seat, Call& call);
CilResult requestClearConnection(Seat& seat, Call& call);
CilResult requestHold(Seat& seat, Call& call);
CilResult requestRetrieve(Seat& seat, Call& call);
CilResult requestClear(Seat& seat, Call& call);
CilResult requestDeflect(Seat& seat, Call& call, const QString& number);
CilResult requestDtmf(Seat& seat, Call& call, const DtmfOptions& options);
CilResult requestStartRecord(Seat& seat, Call& call);
CilResult requestStopRecord(Seat& seat, Call& call);
CilResult requestSetCallData(Seat& seat, Call& call, const Arguments& changes);

} // namespace callwright
