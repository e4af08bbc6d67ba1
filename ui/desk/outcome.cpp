#include "ui/desk/outcome.h"

#include <algorithm>
#include <tuple>

namespace callwright {

namespace {

const CallView* callIn(const Sight& sight, const QString& id) {
    const auto found = std::ranges::find(sight.calls, id, &CallView::id);
    return found == sight.calls.end() ? nullptr : &*found;
}

auto course(const CallView& call) {
    return std::tuple(call.status, call.ended, call.isConference, call.isRecording, call.purpose);
}

bool isNewCallFromHere(const Sight& before, const CallView& call) { return !call.incoming && !callIn(before, call.id); }

} // namespace

bool isProven(const RequestFailure& unknown, const Sight& before, const Sight& now) {
    if (unknown.isAboutState)
        return before.agent.state != now.agent.state || before.agent.nextState != now.agent.nextState;
    const CallView* was = callIn(before, unknown.callId);
    if (!was) // the agent asked for it, without a call
        return std::ranges::any_of(now.calls, [&](const CallView& call) { return isNewCallFromHere(before, call); });
    const CallView* is = callIn(now, unknown.callId);
    return !is || course(*is) != course(*was);
}

} // namespace callwright
