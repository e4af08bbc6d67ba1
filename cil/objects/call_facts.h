#pragma once

#include "cil/clock/clock.h"
#include "cil/events/arguments.h"
#include "cil/objects/call.h"
#include "cil/service/call_match.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace callwright {

/// Changes that were sent with SET_CALL_DATA_REQ and are not answered yet.
struct SentData {
    std::uint32_t invokeId = 0;
    Arguments changes;
};

/// What is known of one call at the agent's device; the state behind a Call object.
struct CallFacts {
    service::Connection connection; ///< the agent's own leg, as in BEGIN_CALL_EVENT or as renamed since
    QString uniqueObjectId;         ///< of `connection`
    service::KnownCall known;       ///< every leg that was seen, to find the call that an event is about
    CallStatus status = CallStatus::Null;
    bool isOutgoing = false; ///< begun by this device
    bool wasTalking = false; ///< wrap-up may follow
    bool isEnded = false;
    bool isConfirmed = true;
    Milliseconds begunAt{0};
    Milliseconds statusSince{0};
    Arguments data;
    std::vector<SentData> sent;
    Arguments pending; ///< all of `sent`; of one keyword the latest
};

} // namespace callwright
