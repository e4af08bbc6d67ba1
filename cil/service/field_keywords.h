#pragma once

#include "cil/events/arguments.h"
#include "cil/protocol/tables.h"

namespace callwright::service {

/// The keyword that bears a field's name.
Keyword keywordOf(protocol::Field field);

} // namespace callwright::service
