#pragma once

#include "cil/events/arguments.h"
#include "cil/objects/cil_error.h"
#include "cil/objects/dial_options.h"

#include <tl/expected.hpp>

namespace callwright {

/// DialOptions as the fields that MAKE_CALL_REQ, CONSULTATION_CALL_REQ and the single steps share (CTI Server guide
/// v25), or why nobody can be dialled with them.
tl::expected<Arguments, CilResult> dialArguments(const DialOptions& options);
/// The answer to a number that cannot be dialled.
CilResult notDialable(const QString& typed);

} // namespace callwright
