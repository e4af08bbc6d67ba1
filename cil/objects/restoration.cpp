#include "cil/objects/restoration.h"

#include "cil/objects/agent_requests.h"
#include "cil/objects/logging.h"
#include "cil/objects/opening.h"
#include "cil/objects/session_core.h"
#include "cil/objects/system_events.h"
#include "cil/service/enablement.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace callwright {
namespace {

/// How long the state that follows a confirmed sign-in may take.
constexpr Milliseconds signInPatience = std::chrono::seconds(5);

/// Until what was not answered is asked again.
constexpr Milliseconds unansweredPause = std::chrono::seconds(30);

/// EventReasonCodes with which Unified CCE puts an agent aside whose desktop it has lost.
constexpr std::array<std::uint32_t, 2> putAside{50001, 50002};

void setConfirmed(SessionCore& core, bool isConfirmed) {
    if (std::exchange(core.restoration.isConfirmed, isConfirmed) != isConfirmed)
        core.outbox.afterwards([&core, isConfirmed] { core.confirmationChanged(isConfirmed); });
}

/// Whether nobody but the loss made the agent Not Ready. Without a reason told only an own sign-in is known to have.
bool isPutAside(const SessionCore& core) {
    const AgentFacts& agent = core.own.agentFacts;
    const std::uint32_t reason = agent.reasonCode.value_or(0);
    return std::ranges::find(putAside, reason) != putAside.end() || (reason == 0 && core.restoration.hasSignedIn);
}

void restoreReady(SessionCore& core) {
    const Seat& seat = core.own;
    const bool isWanted = core.restoration.standing && core.restoration.standing->isReadyChosen;
    if (!isWanted || seat.agentFacts.state != AgentState::NotReady || !isPutAside(core) || !seat.book.live().empty())
        return;
    if (const CilResult result = requestReady(core.own); !result)
        qCInfo(logObjects) << "not made ready again:" << cilErrorName(result.code);
}

void release(SessionCore& core) {
    --core.restoration.awaited;
    settle(core);
}

void askAgainLater(SessionCore& core) {
    core.restoration.unanswered = core.clock.after(unansweredPause, [&core] {
        SessionCore& session = core; // what is captured goes with the alarm
        if (session.status() != ConnectionStatus::Open || !isOperational(session))
            return; // then everything is asked for again anyhow
        relearn(session);
        session.outbox.flush();
    });
}

bool isAutoLogin(const SessionCore& core) {
    const auto type = static_cast<protocol::PeripheralType>(core.own.agentFacts.peripheralType);
    return core.profile().autoLogin && type != protocol::PeripheralType::PT_NONE && service::isUnifiedCce(type);
}

/// The state comes by an event, before or after the confirmation.
void awaitSignIn(SessionCore& core) {
    if (core.own.agentFacts.isSignedIn())
        return;
    ++core.restoration.awaited;
    core.restoration.patience = core.clock.after(signInPatience, [&core, run = core.restoration.run] {
        if (run != core.restoration.run)
            return;
        learnDesk(core.own); // whoever is signed in: calls may be there
        release(core);
        core.outbox.flush();
    });
}

} // namespace

void suspend(SessionCore& core) {
    setConfirmed(core, false);
    for (Call* call : core.own.book.live())
        CallBook::facts(*call).isConfirmed = false;
}

void noteLoss(SessionCore& core) {
    const AgentFacts& agent = core.own.agentFacts;
    suspend(core);
    if (!core.restoration.standing)
        core.restoration.standing =
            Standing{agent.isSignedIn() && !agent.isLeaving, agent.isReadyChosen && !agent.isWrappingUp(),
                     agent.isSingleSignOn, agent.password};
}

void beginRestoration(SessionCore& core, bool isNewSession) {
    Restoration& restoration = core.restoration;
    ++restoration.run;
    restoration.awaited = 0;
    restoration.patience.reset();
    restoration.unanswered.reset();
    restoration.hasSignedIn = false;
    restoration.isPhoneOut = false;
    restoration.isStateUntold = false;
    restoration.isNewSession = isNewSession;
    if (isNewSession)
        core.own.book.forgetEarly();
    suspend(core);
}

void forgetStanding(SessionCore& core) {
    core.restoration.standing.reset();
    core.restoration.patience.reset();
}

void ask(Seat& seat, Request request) {
    SessionCore& core = seat.session;
    if (!seat.isOwn()) {
        trySend(seat, std::move(request));
        return;
    }
    const auto isOfThisRun = [&core, run = core.restoration.run] { return run == core.restoration.run; };
    request.update = [isOfThisRun, update = std::move(request.update)](const Reply& reply, const Arguments& wire,
                                                                       Arguments& event) {
        if (update && isOfThisRun())
            update(reply, wire, event);
    };
    request.isMoot = [isOfThisRun, isMoot = std::move(request.isMoot)] {
        return !isOfThisRun() || (isMoot && isMoot());
    };
    request.then = [&core, isOfThisRun, then = std::move(request.then)](const Reply& reply) {
        if (reply.outcome == Reply::Outcome::LinkLost || !isOfThisRun())
            return; // the next run asks anew
        if (reply.outcome == Reply::Outcome::TimedOut || core.restoration.isStateUntold)
            askAgainLater(core);
        if (then)
            then(reply);
        release(core);
    };
    ++core.restoration.awaited;
    if (!trySend(seat, std::move(request)))
        --core.restoration.awaited;
}

void settle(SessionCore& core) {
    const Restoration& restoration = core.restoration;
    if (restoration.awaited > 0 || restoration.isConfirmed || restoration.isStateUntold ||
        core.status() != ConnectionStatus::Open || !isOperational(core))
        return;
    core.own.consults.clear(); // what is not there by now did not come about
    restoreReady(core);
    forgetStanding(core);
    setConfirmed(core, true);
}

bool restoreSignIn(SessionCore& core) {
    auto& standing = core.restoration.standing;
    if (!isOperational(core) || isPhoneOut(core)) // nothing has said that the agent is out
        return false;
    if (!standing || !standing->isSignedIn || core.own.agentFacts.isSignedIn())
        return false;
    if (!isAutoLogin(core)) {
        core.departure = Hindrance::SignInForgotten;
        return false;
    }
    core.own.agentFacts.isSingleSignOn = standing->isSingleSignOn;
    core.own.agentFacts.password = standing->password;
    Request request = loginRequest(core.own);
    request.then = [&core](const Reply& reply) {
        if (reply.outcome == Reply::Outcome::Confirmed)
            return awaitSignIn(core);
        core.departure = Hindrance::SignInRefused;
        core.restoration.standing->isSignedIn = false; // nor is it tried again
        learnDesk(core.own);
    };
    core.restoration.hasSignedIn = true;
    qCInfo(logObjects) << "signed out meanwhile: signing in again";
    ask(core.own, std::move(request));
    return true;
}

void noteStateTold(SessionCore& core) {
    const AgentFacts& agent = core.own.agentFacts;
    if (agent.isSignedIn()) {
        if (std::exchange(core.restoration.patience, nullptr))
            release(core);
    } else if (core.restoration.standing && !core.restoration.isConfirmed && !isPutAside(core)) {
        core.restoration.standing->isSignedIn = false; // told in so many words: somebody wanted it so
    }
    if (std::exchange(core.restoration.isStateUntold, false)) {
        core.restoration.unanswered.reset();
        settle(core);
    }
}

} // namespace callwright
