#pragma once

#include "cil/events/arguments.h"
#include "cil/protocol/tables.h"

#include <cstdint>
#include <optional>
#include <span>

/// What the guide wants in requests beyond "a field takes the argument of its name" (flows of the CTI Server guide
/// v25), as tables.
namespace callwright::service::detail {

using protocol::Field;
using protocol::MessageType;

/// A fixed field that is not 0 when the arguments do not say, or that must be said (nullopt).
struct Default {
    MessageType type;
    Field field;
    std::optional<std::uint32_t> value;
};
const Default* findDefault(MessageType type, Field field); ///< nullptr: 0

/// A field that takes another keyword's value when its own is not given.
struct Substitute {
    MessageType type;
    Field field;
    Keyword keyword;
};
const Substitute* findSubstitute(MessageType type, Field field); ///< nullptr: none

/// A field that depends on whether the request names a connection: its call id is not 0xFFFFFFFF.
struct Dependent {
    enum class When {
        Named,   ///< a floating field that must be there with the connection, and must not be without
        Unnamed, ///< the other way round
        TypeOf   ///< the connection's type: CONNECTION_ID_NONE without one, whatever the arguments say
    };
    MessageType type;
    Field field;
    Field callId;
    When when;
};
const Dependent* findDependent(MessageType type, Field field); ///< nullptr: depends on nothing

} // namespace callwright::service::detail
