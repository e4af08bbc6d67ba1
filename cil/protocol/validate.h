#pragma once

#include "cil/protocol/message_view.h"

#include <vector>

namespace callwright::protocol {

/// Everything the tables hold against a decoded message: required fields missing, fields not allowed for message or
/// version, lengths, group counts, reserved fields. Each finding carries the code the guide has for it
/// (E_CTI_REQUIRED_DATA_MISSING, E_CTI_INVALID_FIELD_TAG, E_CTI_INVALID_FIELD_LENGTH ...). Empty: nothing to object.
std::vector<Error> validate(const MessageView& message);

} // namespace callwright::protocol
