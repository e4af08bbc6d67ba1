#pragma once

#include "ui/desk/views.h"

#include <QString>

namespace callwright {

/// For OnControlFailureConf: what happened, from ErrorMessage, and the codes for Details.
RequestFailure failureOf(const Arguments& arguments);
/// For a request that was refused here and never sent.
RequestFailure failureOf(const CilResult& refused);
/// For OnConnectionFailure: why the link is gone (facts: ConnectionFailureReason).
QString connectionFailureText(const Arguments& arguments);

} // namespace callwright
