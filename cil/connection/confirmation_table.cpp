#include "cil/connection/confirmation_table.h"

#include <algorithm>
#include <string>

namespace callwright {

using namespace protocol;

bool hasInvokeId(const MessageSpec& message) {
    return std::ranges::any_of(message.fixed, [](const FixedField& field) { return field.field == Field::InvokeID; });
}

std::optional<MessageType> confirmationOf(MessageType request) {
    constexpr std::string_view ending = "_REQ";
    const MessageSpec* const spec = findMessage(static_cast<std::uint32_t>(request));
    if (!spec || spec->direction == Direction::ToClient || !hasInvokeId(*spec) || !spec->name.ends_with(ending))
        return std::nullopt;
    const std::string stem(spec->name.substr(0, spec->name.size() - ending.size()));
    for (const char* const answer : {"_CONF", "_RESP"}) {
        const MessageSpec* const confirmation = findMessage(stem + answer);
        if (confirmation && hasInvokeId(*confirmation))
            return confirmation->type;
    }
    return std::nullopt;
}

} // namespace callwright
