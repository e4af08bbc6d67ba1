#pragma once

#include "cil/events/arguments.h"
#include "cil/protocol/message_view.h"
#include "cil/protocol/text_codec.h"

#include <QString>

#include <cstdint>

/// Failures for people and for programs: code -> name -> what happened and what to do (translatable).
namespace callwright::service {

struct FailureText {
    QString name; ///< the guide's, e.g. "CF_REASON_CODE_REQUIRED"; the number when it has none
    QString what; ///< one sentence; never empty
    QString toDo; ///< one sentence; may be empty
};

FailureText statusText(std::uint32_t statusCode);          ///< StatusCode of FAILURE_CONF, FAILURE_EVENT
FailureText controlFailureText(std::uint32_t failureCode); ///< ControlFailureCode of CONTROL_FAILURE_CONF
FailureText
peripheralErrorText(std::uint32_t errorCode); ///< PeripheralErrorCode of Unified CCE; 0: empty name, no text

/// Why a connection could not be secured (numbers of TransportFailure).
FailureText securityText(std::uint32_t code);

/// Why a call failed (EventCause of CALL_FAILED_EVENT).
FailureText callFailureText(std::uint32_t eventCause);
/// The same as one text: what happened, what to do, and the cause's name in brackets.
QString callFailedMessage(std::uint32_t eventCause);

/// A reason code that the system sets by itself (EventReasonCode of AGENT_STATE_EVENT), named; empty for any other.
QString systemReasonText(std::uint32_t reasonCode);

/// A request that came to nothing.
struct FailedRequest {
    enum class Kind { ControlFailure, Failure, TimedOut, LinkLost };
    Kind kind = Kind::ControlFailure;
    protocol::MessageType request{};
    std::uint32_t invokeId = 0;
    std::uint32_t code = 0; ///< ControlFailureCode or StatusCode, by kind; not used otherwise
    std::uint32_t peripheralErrorCode = 0;
    std::uint32_t peripheralId = 0;
    QString agentId;
    QString uniqueObjectId; ///< of the call or agent the request was made on
};

/// OnControlFailureConf, in either interface: FailureCode, PeripheralErrorCode, MessageType (number of the request),
/// ErrorMessage (translated; name, what happened, what to do) and the rest of its parameters.
/// FailureCode of a time-out is E_CTI_TIMEOUT, of a lost link E_CTI_CTI_SERVER_OFFLINE.
Arguments controlFailureArguments(const FailedRequest& failure);
/// OnLogoutFailed.
Arguments logoutFailedArguments(const FailedRequest& failure);

/// OnCTIOSFailure for SYSTEM_EVENT, FAILURE_EVENT or a FAILURE_CONF that answers no request of ours.
Arguments ctiosFailureArguments(const protocol::MessageView& message, protocol::CodePage page);
/// System events that no message carries: the client computes them from others (facts: SystemEventID).
enum class ComputedSystemEvent : std::uint32_t {
    DriverOnline = 12,
    DriverOffline = 13,
    AgentSummaryOnline = 16,
    AgentSummaryOffline = 17
};
Arguments ctiosFailureArguments(ComputedSystemEvent event);
/// What an event of the system says, as a sentence. `detail` is its Text: what is said, or the instrument it is about.
QString systemEventText(std::uint32_t systemEventId, const QString& detail);
/// The same for a StatusCode with which the server ended the session or refused to open it.
Arguments ctiosFailureArguments(std::uint32_t status);

} // namespace callwright::service
