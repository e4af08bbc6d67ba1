#pragma once

#include "ui/desk/views.h"

#include <vector>

namespace callwright {

/// What the desk shows at a moment.
struct Sight {
    AgentView agent;
    std::vector<CallView> calls;
};

/// Whether a request whose outcome nobody told has come about, or does not matter any more: what it was about shows
/// something else `now` than `before` it was sent.
bool isProven(const RequestFailure& unknown, const Sight& before, const Sight& now);

} // namespace callwright
