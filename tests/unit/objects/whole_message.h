#pragma once

#include "cil/events/event_types.h"
#include "cil/protocol/message_builder.h"
#include "cil/protocol/names.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>

namespace callwright::testing {

/// A message with every field that the guide gives it, each with its own name or a number of its own; those that decide
/// whose it is are those of the fixtures' agent and call. `sent`: what went into it, by the names of the fields.
struct WholeMessage {
    protocol::MessageBuilder builder;
    std::map<std::string, std::string> sent;
};

/// `numbers` and `texts` replace what fields would have.
WholeMessage wholeMessage(protocol::MessageBuilder builder,
                          const std::map<protocol::Field, std::uint32_t>& numbers = {},
                          const std::map<protocol::Field, std::string>& texts = {});

/// Every parameter that the list gives the event is there, and what was sent under its name. `others`: those that it
/// takes more than this message to tell.
void expectWhole(EventId id, const Arguments& event, const WholeMessage& message, const std::set<QString>& others = {});

} // namespace callwright::testing
