#pragma once

#include "cil/events/arguments.h"
#include "cil/protocol/message_builder.h"
#include "cil/protocol/text_codec.h"

#include <tl/expected.hpp>

#include <cstdint>

/// Requests: Arguments to messages. One rule for all (a field takes the argument of its name) over a table of what the
/// guide wants filled when the arguments do not say (flows of the CTI Server guide v25).
namespace callwright::service {

struct RequestContext {
    protocol::Version version = protocol::newestVersion;
    protocol::CodePage codePage = protocol::CodePage::Windows1252;
    std::uint32_t peripheralId = 0;
};

/// Why a request cannot be made of these arguments.
struct RequestProblem {
    enum class Kind {
        Missing,      ///< a field that the message needs
        NotANumber,   ///< text where a number belongs, or a number too large for the field
        NotEncodable, ///< a character that the connection's code page lacks
        TooLong,
        Unknown ///< no such request
    };
    Kind kind = Kind::Missing;
    Keyword keyword;
};

using RequestResult = tl::expected<protocol::MessageBuilder, RequestProblem>;

/// Builds any request; InvokeID stays 0 for the link to fill. Arguments by their field's name; besides:
///  - PeripheralID is the context's unless given;
///  - ECC (user.name, user.name[n]) becomes NamedVariable and NamedArray, counted;
///  - RETRIEVE_CALL_REQ takes ConnectionCallID, ConnectionDeviceID, ConnectionDeviceIDType for its Held... fields;
///  - SET_AGENT_STATE_REQ: AgentRemoteNumber, when there is one, follows the instrument after a semicolon;
///    one SkillGroupNumber with SkillGroupPriority is counted.
/// Arguments that are no field of the message are left out.
RequestResult buildRequest(protocol::MessageType type, const Arguments& arguments, const RequestContext& context);

// The same with the arguments named, for the requests of a softphone.
struct Connection {
    std::uint32_t callId = 0xFFFFFFFF;
    std::uint32_t deviceIdType = 0;
    QString deviceId;
    friend bool operator==(const Connection&, const Connection&) = default;
};
/// ConnectionCallID, ConnectionDeviceIDType, ConnectionDeviceID.
Arguments connectionArguments(const Connection& connection);

/// A number as it is dialled: 0-9, *, # and a leading +, without the blanks, hyphens, dots, slashes and brackets of a
/// written one. Empty when it holds anything else, has nothing to dial, or has more than the 39 characters of the
/// field.
QString dialable(const QString& typed);

} // namespace callwright::service
