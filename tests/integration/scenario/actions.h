#pragma once

#include "tests/integration/scenario/people.h"

#include <QString>

#include <optional>

namespace callwright::testing {

/// Does at the desk what `verb` says ("answers", "dials 1002" ...), and expects the outcome. nullopt: nobody knows the
/// verb.
std::optional<CilResult> act(Actor actor, const QString& verb);

} // namespace callwright::testing
