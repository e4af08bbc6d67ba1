#pragma once

#include "ui/desk/views.h"
#include "ui/trouble/trouble_bar.h"

#include <optional>

namespace callwright {

/// What to say about the link while somebody is signed in; nullopt while it is well.
std::optional<Trouble> connectionTrouble(const LinkView& link, const QString& why, int calls);

} // namespace callwright
