#include "cil/objects/wrapup.h"

#include "cil/objects/session_core.h"

#include <algorithm>

namespace callwright {
namespace {

/// States that a call puts an agent in: wrap-up may still follow them.
bool isAtWork(AgentState state) {
    return state == AgentState::Talking || state == AgentState::Hold || state == AgentState::Reserved;
}

void dropKept(SessionCore& core) {
    if (Call* kept = core.book.kept())
        core.book.remove(*kept);
}

/// A consultation is wrapped up with the call it was about, be that one still there or over already.
bool belongsToAnother(const SessionCore& core, const Call& call) {
    const CallFacts& facts = CallBook::facts(call);
    const auto live = core.book.live();
    const bool hasOther = core.book.kept() || std::ranges::any_of(live, [](const Call* other) {
                              return CallBook::facts(*other).wasTalking;
                          });
    return facts.isMerged || (facts.wasConsult && hasOther);
}

} // namespace

bool keepForWrapup(SessionCore& core, Call& call) {
    const AgentFacts& agent = core.agentFacts;
    if (belongsToAnother(core, call))
        return false;
    if (!CallBook::facts(call).wasTalking || !(agent.isWrappingUp() || isAtWork(agent.state)))
        return false;
    dropKept(core);
    core.book.keep(call);
    return true;
}

void wrapupAfterStateChange(SessionCore& core) {
    if (!core.agentFacts.isWrappingUp() && !isAtWork(core.agentFacts.state))
        dropKept(core);
}

void leaveOldWrapup(SessionCore& core) {
    if (!core.agentFacts.isWrappingUp())
        dropKept(core);
}

} // namespace callwright
