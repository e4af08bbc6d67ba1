#pragma once

#include <cstdint>

/// What the server's status codes mean for the life of a session (CTI Server guide v25, Session Management).
namespace callwright {

enum class AfterRefusal {
    LowerVersion, ///< open again, one version lower
    OtherSide,    ///< this side stands by or is being shut down: the other one is the one to ask
    TryLater,     ///< the server's state, which passes
    GiveUp,       ///< what was asked for is wrong: asking this side again would be refused again
    StayAway      ///< somebody else has our place: connecting to either side would throw them out
};
/// For the FAILURE_CONF that answers OPEN_REQ.
AfterRefusal afterRefusal(std::uint32_t status);

enum class AfterFailureEvent {
    Stay,     ///< an event like others
    ComeBack, ///< the session is over; connect again
    StayAway  ///< the session is over, and connecting again would throw out who came after us
};
/// For an unsolicited FAILURE_EVENT.
AfterFailureEvent afterFailureEvent(std::uint32_t status);

} // namespace callwright
