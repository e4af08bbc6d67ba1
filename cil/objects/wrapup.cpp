#include "cil/objects/wrapup.h"

#include "cil/objects/monitor_calls.h"
#include "cil/objects/session_core.h"

#include <algorithm>

namespace callwright {
namespace {

/// States that a call puts an agent in: wrap-up may still follow them.
bool isAtWork(AgentState state) {
    return state == AgentState::Talking || state == AgentState::Hold || state == AgentState::Reserved;
}

void dropKept(Seat& seat) {
    if (Call* kept = seat.book.kept())
        seat.book.remove(*kept);
}

/// A consultation is wrapped up with the call it was about, be that one still there or over already.
bool belongsToAnother(const Seat& seat, const Call& call) {
    const CallFacts& facts = CallBook::facts(call);
    const auto live = seat.book.live();
    const bool hasOther = seat.book.kept() || std::ranges::any_of(live, [](const Call* other) {
                              return CallBook::facts(*other).wasTalking;
                          });
    return facts.isMerged || (facts.wasConsult && hasOther);
}

} // namespace

bool keepForWrapup(Seat& seat, Call& call) {
    const AgentFacts& agent = seat.agentFacts;
    if (!seat.isOwn() || isMonitorCall(call)) // who watches or listens does not wrap up
        return false;
    if (belongsToAnother(seat, call))
        return false;
    if (!CallBook::facts(call).wasTalking || !(agent.isWrappingUp() || isAtWork(agent.state)))
        return false;
    dropKept(seat);
    seat.book.keep(call);
    return true;
}

void wrapupAfterStateChange(Seat& seat) {
    if (!seat.agentFacts.isWrappingUp() && !isAtWork(seat.agentFacts.state))
        dropKept(seat);
}

void leaveOldWrapup(Seat& seat) {
    if (!seat.agentFacts.isWrappingUp())
        dropKept(seat);
}

} // namespace callwright
