#pragma once

#include "cil/clock/clock.h"
#include "cil/events/arguments.h"
#include "cil/objects/call.h"
#include "cil/service/call_match.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace callwright {

/// Changes that were sent with SET_CALL_DATA_REQ and are not answered yet.
struct SentData {
    std::uint32_t invokeId = 0;
    Arguments changes;
};

/// Somebody else in a call.
struct PartyFacts {
    service::Connection connection; ///< its leg; callId NULL_CALL_ID while no event has named it
    QString device;
    CallStatus status = CallStatus::Null;
};

/// The recorder's own words for a recording (START_RECORDING_CONF), which stopping it repeats.
struct Recording {
    std::uint32_t sessionId = 0;
    std::uint32_t serverData = 0;
};

/// What is known of one call at the agent's device; the state behind a Call object.
struct CallFacts {
    service::Connection connection; ///< the agent's own leg, as in BEGIN_CALL_EVENT or as renamed since
    QString uniqueObjectId;         ///< of `connection`
    service::KnownCall known;       ///< every leg that was seen, to find the call that an event is about
    CallStatus status = CallStatus::Null;
    bool isOutgoing = false; ///< begun by this device
    bool wasTalking = false; ///< wrap-up may follow
    bool hasRung = false;    ///< somebody else began it
    bool isLeft = false;     ///< this side is out of it; its end is to be told
    bool isEnded = false;
    bool isConfirmed = true;
    bool isMoved = false; ///< by an event since the device's calls were asked for, which is newer than the answer
    std::uint32_t eventCount = 0; ///< messages about it that were taken in
    QString failure;              ///< of CALL_FAILED_EVENT, in words

    ConsultPurpose purpose = ConsultPurpose::None; ///< of this call, while it consults about the counterpart
    Call* counterpart = nullptr;                   ///< the other half of the consultation; Consults keeps both in step
    bool wasConsult = false;                       ///< wrap-up data belongs to the original, not here
    bool isMerged = false;                         ///< went into another call; what is left of it is its OnCallEnd
    bool isConference = false;                     ///< three parties or more
    bool isController = false;                     ///< this side joined them
    bool isOffSwitch = false;                      ///< reached another network
    std::uint32_t silentMonitorStatus = 0;         ///< as a snapshot told: which end of a monitor call this is
    std::vector<PartyFacts> others;
    bool isListed = false; ///< who was in the call was told by a list: nobody else is there who was before
    std::optional<Recording> recording;

    Milliseconds begunAt{0};
    std::optional<Milliseconds> queuedAt; ///< while it waits in a queue
    Milliseconds statusSince{0};
    Arguments data;
    std::vector<SentData> sent;
    Arguments pending; ///< all of `sent`; of one keyword the latest
};

} // namespace callwright
