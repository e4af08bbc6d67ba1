#include "cil/objects/wrapup.h"

#include "cil/objects/session_core.h"

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

} // namespace

bool keepForWrapup(SessionCore& core, Call& call) {
    const AgentFacts& agent = core.agentFacts;
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
