#pragma once

#include "cil/events/arguments.h"
#include "cil/protocol/message_view.h"
#include "cil/protocol/text_codec.h"

#include <vector>

/// Messages of configuration acquisition hold records in their floating part (CTI Server guide v25, Configuration
/// Acquisition Messages).
namespace callwright::service {

/// Whether the field belongs to such a record.
bool isOfRecord(const protocol::FloatingField& field);

/// The records of a message, fields under their names, in order; empty for any other message. A record begins when a
/// field repeats that is no list: the guide does not put the same one first everywhere. Lists (NumSkills skill groups)
/// are arrays, whether they come as one field or as many.
std::vector<Arguments> configRecords(const protocol::MessageView& message, protocol::CodePage page);

} // namespace callwright::service
