#pragma once

#include "cil/events/arguments.h"
#include "cil/objects/cil_error.h"
#include "cil/protocol/message_view.h"

#include <QStringView>

namespace callwright {

class SessionCore;

// What the session says under the names of messages, where no method of the CIL says it (Session::request(),
// Session::respond()).
/// Standing requests are made again after a reconnect.
enum class Lasting { Yes, No };
CilResult sendGeneric(SessionCore& core, QStringView messageName, Arguments arguments, Lasting lasts = Lasting::Yes);
CilResult respondGeneric(SessionCore& core, QStringView messageName, const Arguments& arguments);

/// A message that no event of the interfaces stands for: published under its own name with all its fields, and with the
/// UniqueObjectID of the call it is about, where that is known.
void postGeneric(SessionCore& core, const protocol::MessageView& message);

} // namespace callwright
