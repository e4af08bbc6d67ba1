#pragma once

#include "cil/protocol/message_view.h"

#include <vector>

namespace callwright::protocol {

/// The part of validate() about repeating groups: the fields that count them, and members that stand alone.
void validateGroups(const MessageView& message, std::vector<Error>& findings);

} // namespace callwright::protocol
