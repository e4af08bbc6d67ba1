#pragma once

#include "cil/events/arguments.h"
#include "cil/protocol/message_view.h"
#include "cil/protocol/text_codec.h"

/// One field of a message as a value: numbers with the wire's own type, texts decoded.
namespace callwright::service {

ArgValue fieldNumber(protocol::FieldType type, std::uint32_t value);
/// NotSet when the data is no value of the field's type.
ArgValue fieldValue(const protocol::FieldView& field, protocol::CodePage page);
/// The elements of an array field, one or many of which a field may hold (README of the facts, open question 20).
ArgArray fieldElements(const protocol::FieldView& field, protocol::CodePage page);

} // namespace callwright::service
