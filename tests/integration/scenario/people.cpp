#include "tests/integration/scenario/people.h"

#include "tests/integration/scenario/wording.h"

#include <algorithm>
#include <stdexcept>

namespace callwright::testing {

Agent& Actor::agent() const { return *desk.session.currentAgent(); }

DialOptions Actor::dial(qsizetype index) const {
    DialOptions options;
    options.dialedNumber = word(index);
    options.callData = data;
    return options;
}

Call* Actor::callOrNone() const {
    if (about.isEmpty())
        return nullptr;
    for (Call* call : desk.session.calls()) {
        if (names.find(desk.identity.agentId, call->uniqueObjectId()) == about)
            return call;
    }
    throw std::runtime_error(desk.identity.agentId.toStdString() + " has no call " + about.toStdString());
}

Call& Actor::call(std::initializer_list<CallStatus> statuses) const {
    if (Call* named = callOrNone())
        return *named;
    const auto calls = desk.liveCalls();
    for (const CallStatus status : statuses) {
        const auto found = std::ranges::find(calls, status, &Call::status);
        if (found != calls.end())
            return **found;
    }
    if (Call* current = desk.session.currentCall())
        return *current;
    if (calls.empty())
        throw std::runtime_error(desk.identity.agentId.toStdString() + " has no call");
    return *calls.front();
}

} // namespace callwright::testing
