#pragma once

#include "cil/protocol/tables.h"

#include <optional>

namespace callwright {

/// The message that confirms a request, by the names in the table: X_REQ is confirmed by X_CONF, in the reporting
/// messages by X_RESP. nullopt: the request has no confirmation, or none that an InvokeID pairs with it.
std::optional<protocol::MessageType> confirmationOf(protocol::MessageType request);

/// Whether the fixed part begins with an InvokeID.
bool hasInvokeId(const protocol::MessageSpec& message);

} // namespace callwright
