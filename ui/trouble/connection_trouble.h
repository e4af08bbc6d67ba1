#pragma once

#include "ui/desk/views.h"
#include "ui/trouble/trouble_bar.h"

#include <optional>

namespace callwright {

/// What to say about the link and what keeps the agent from work; nullopt while all is well.
std::optional<Trouble> connectionTrouble(const LinkView& link, const QString& why, int calls);

} // namespace callwright
