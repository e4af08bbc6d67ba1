#pragma once

#include "cil/events/arguments.h"
#include "cil/protocol/message_builder.h"
#include "cil/protocol/text_codec.h"

#include <tl/expected.hpp>

#include <cstddef>
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
        TooLong,      ///< a text or a variable's value
        NameTooLong,  ///< a variable's name
        TooMuchData,  ///< all variables of ECC together
        NoSuchField,  ///< an argument that is no field of the message, where that is asked (generic_requests.h)
        Unknown       ///< no such request
    };
    Kind kind = Kind::Missing;
    Keyword keyword{};     ///< the argument; of ECC the variable
    std::size_t limit = 0; ///< bytes allowed and bytes there: of the three that are too large
    std::size_t size = 0;
};

/// One sentence for people, with the keyword, the limit and the size; translated.
QString problemText(const RequestProblem& problem);

using RequestResult = tl::expected<protocol::MessageBuilder, RequestProblem>;

/// Builds any request; InvokeID stays 0 for the link to fill. Arguments by their field's name; besides:
///  - PeripheralID is the context's unless given;
///  - ECC (user.name, user.name[n]) becomes NamedVariable and NamedArray, counted, within the limits of ecc.h;
///  - ConnectionCallID, ConnectionDeviceID and ConnectionDeviceIDType serve for the Held... fields of
///    RETRIEVE_CALL_REQ and the Active... fields of CONSULTATION_CALL_REQ and of single step TRANSFER_CALL_REQ and
///    CONFERENCE_CALL_REQ: those name no held call, and then need a DialedNumber;
///  - SUPERVISOR_ASSIST_REQ and EMERGENCY_CALL_REQ name no call unless the arguments do;
///  - UserToUserInfo is bytes: one for each character up to U+00FF;
///  - SET_AGENT_STATE_REQ: AgentRemoteNumber, when there is one, follows the instrument after a semicolon;
///    one SkillGroupNumber with SkillGroupPriority is counted.
/// Arguments that are no field of the message are left out.
RequestResult buildRequest(protocol::MessageType type, const Arguments& arguments, const RequestContext& context);

/// The answer to a request of the server's (START_RECORDING_CONF, CONTROL_FAILURE_CONF ...), by the same rules; its
/// InvokeID is the request's and must be among the arguments.
RequestResult buildAnswer(protocol::MessageType type, const Arguments& arguments, const RequestContext& context);

// The same with the arguments named, for the requests of a softphone.
struct Connection {
    std::uint32_t callId = 0xFFFFFFFF;
    std::uint32_t deviceIdType = 0;
    QString deviceId;
    friend bool operator==(const Connection&, const Connection&) = default;
};
/// ConnectionCallID, ConnectionDeviceIDType, ConnectionDeviceID.
Arguments connectionArguments(const Connection& connection);
/// The two calls of ALTERNATE_CALL_REQ: the one that talks, and the held or ringing one to talk to.
Arguments activeAndOther(const Connection& active, const Connection& other);
/// The two calls of RECONNECT_CALL_REQ (drops the active one), and of TRANSFER_CALL_REQ and CONFERENCE_CALL_REQ (active
/// is the consultation). No held call, Connection(): single step.
Arguments activeAndHeld(const Connection& active, const Connection& held);

/// A number as it is dialled: 0-9, *, # and a leading +, without the blanks, hyphens, dots, slashes and brackets of a
/// written one. Empty when it holds anything else, has nothing to dial, or has more than the 39 characters of the
/// field.
QString dialable(const QString& typed);

/// Tones as they are sent (SEND_DTMF_SIGNAL_REQ): 0-9, *, #, A-D, without blanks and hyphens. Empty when it holds
/// anything else, nothing, or more than the 31 characters of the field.
QString dtmfTones(const QString& typed);

} // namespace callwright::service
