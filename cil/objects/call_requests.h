#pragma once

#include "cil/objects/call.h"

/// What Call's methods ask of the server (CTI Server guide v25, Client Control; SET_CALL_DATA_REQ: Call Data Update).
namespace callwright {

CilResult requestAnswer(SessionCore& core, Call& call);
CilResult requestClearConnection(SessionCore& core, Call& call);
CilResult requestHold(SessionCore& core, Call& call);
CilResult requestRetrieve(SessionCore& core, Call& call);
CilResult requestClear(SessionCore& core, Call& call);
CilResult requestDeflect(SessionCore& core, Call& call, const QString& number);
CilResult requestDtmf(SessionCore& core, Call& call, const DtmfOptions& options);
CilResult requestStartRecord(SessionCore& core, Call& call);
CilResult requestStopRecord(SessionCore& core, Call& call);
CilResult requestSetCallData(SessionCore& core, Call& call, const Arguments& changes);

} // namespace callwright
