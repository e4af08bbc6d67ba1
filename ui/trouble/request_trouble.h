#pragma once

#include "ui/desk/views.h"
#include "ui/trouble/trouble_bar.h"

namespace callwright {

/// What to say about a request that came to nothing: what was tried and why it failed, then what to do.
Trouble requestTrouble(const RequestFailure& failure);

} // namespace callwright
