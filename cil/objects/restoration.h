#pragma once

#include "cil/clock/clock.h"
#include "cil/objects/requests.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>

/// From an opened session to one whose objects equal the server's, and to an agent who has again what the loss took
/// (CTI Server guide v25, CTI Operations During Unified CCE Failures; facts: after reconnect, AutoLogin). What is asked
/// on the way is asked by ask(), so that it shows when the last answer is in.
namespace callwright {

class SessionCore;

/// What the agent had when the session was lost.
struct Standing {
    bool isSignedIn = false;
    bool isReadyChosen = false; ///< by the agent, and no wrap-up was under way
    bool isSingleSignOn = false;
    QString password;
};

struct Restoration {
    std::optional<Standing> standing; ///< from a loss until all is confirmed again
    std::uint32_t run = 0;            ///< counts beginnings: what an earlier run asked for is not waited for any more
    int awaited = 0;                  ///< answers of this run still to come
    bool isConfirmed = false;
    bool isNewSession = true;   ///< the server tells the calls there are by BEGIN_CALL_EVENT
    bool hasSignedIn = false;   ///< by itself, in this run
    bool isPhoneOut = false;    ///< that the phone is out of service was the answer about the agent
    bool isStateUntold = false; ///< and no event has told the state since: it is as before, but nothing is confirmed
    std::unique_ptr<Alarm> patience;
    std::unique_ptr<Alarm> unanswered; ///< something was not answered: when it goes off everything is asked again
};

/// What is known is not confirmed any more.
void suspend(SessionCore& core);
/// The link is lost: the same, and what the agent had is kept for later.
void noteLoss(SessionCore& core);
/// A session was opened, or the phone system is back in the one there is: nothing is confirmed until it was asked for.
void beginRestoration(SessionCore& core, bool isNewSession);
/// There is nothing to come back to: the agent has left, or the session is over for good.
void forgetStanding(SessionCore& core);

/// A request of which the confirmation of the own seat's objects depends. Of other seats it is sent as it is.
void ask(Seat& seat, Request request);
/// With everything asked that is to be asked now: confirms at once when no answer is awaited.
void settle(SessionCore& core);

/// Whether the agent was found signed out and is signed in again by the session itself: on Unified CCE, where the
/// profile's AutoLogin says so, once, as the agent signed in before.
bool restoreSignIn(SessionCore& core);
/// A state of the agent was told by an event: what it says of the agent's standing.
void noteStateTold(SessionCore& core);

} // namespace callwright
