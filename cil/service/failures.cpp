#include "cil/service/failures.h"

#include "cil/events/keywords.h"
#include "cil/protocol/names.h"
#include "cil/service/failure_table.h"
#include "cil/service/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace callwright::service {
namespace {

using detail::Situation;
using protocol::Field;
using protocol::MessageType;
using protocol::StatusCode;

QString translated(const char* text) {
    return *text ? QCoreApplication::translate(detail::translationContext, text) : QString();
}

FailureText textOf(Situation situation, QString name) {
    const detail::SituationText& text = detail::situationText(situation);
    return {std::move(name), translated(text.what), translated(text.toDo)};
}

FailureText lookUp(std::span<const detail::Failure> failures, std::uint32_t code,
                   Situation otherwise = Situation::NotAccepted) {
    const auto at = std::ranges::lower_bound(failures, code, {}, &detail::Failure::code);
    if (at == failures.end() || at->code != code) {
        return textOf(otherwise, QString::number(code));
    }
    return textOf(at->situation, QString::fromLatin1(at->name.data(), static_cast<qsizetype>(at->name.size())));
}

/// "The password is wrong. Type it again. (CF_INVALID_PASSWORD_SPECIFIED)"
QString sentence(const FailureText& text, const QString& name) {
    QStringList parts{text.what};
    if (!text.toDo.isEmpty()) {
        parts << text.toDo;
    }
    parts << u'(' + name + u')';
    return parts.join(u' ');
}

QString errorMessage(const FailedRequest& failure) {
    switch (failure.kind) {
    case FailedRequest::Kind::TimedOut: {
        const FailureText text = statusText(static_cast<std::uint32_t>(StatusCode::E_CTI_TIMEOUT));
        return sentence(text, text.name);
    }
    case FailedRequest::Kind::LinkLost:
        return sentence(textOf(Situation::LinkLost, {}), QStringLiteral("E_CTI_CTI_SERVER_OFFLINE"));
    case FailedRequest::Kind::Failure: {
        const FailureText text = statusText(failure.code);
        return sentence(text, text.name);
    }
    case FailedRequest::Kind::ControlFailure:
        break;
    }
    const FailureText control = controlFailureText(failure.code);
    const FailureText peripheral = peripheralErrorText(failure.peripheralErrorCode);
    if (peripheral.name.isEmpty()) {
        return sentence(control, control.name);
    }
    // The peripheral knows more closely what went wrong, unless it is a number nobody knows.
    const bool isKnown = peripheral.name != QString::number(failure.peripheralErrorCode);
    return sentence(isKnown ? peripheral : control, control.name + QStringLiteral(", ") + peripheral.name);
}

std::uint32_t failureCode(const FailedRequest& failure) {
    switch (failure.kind) {
    case FailedRequest::Kind::TimedOut:
        return static_cast<std::uint32_t>(StatusCode::E_CTI_TIMEOUT);
    case FailedRequest::Kind::LinkLost:
        return static_cast<std::uint32_t>(StatusCode::E_CTI_CTI_SERVER_OFFLINE);
    case FailedRequest::Kind::Failure:
    case FailedRequest::Kind::ControlFailure:
        break;
    }
    return failure.code;
}

/// FailureCode of OnCTIOSFailure (facts: enum FailureCode).
enum class CtiosFailure : std::int32_t {
    ServiceNotSupported = 2,
    OperationNotSupported = 3,
    InvalidPrivilege = 4,
    RequiredArgMissing = 8,
    InvalidObjectState = 9,
    ServerConnectionStatus = 10,
    InconsistentAgentData = 11,
    AgentAlreadyLoggedIn = 12
};

CtiosFailure ctiosFailure(StatusCode status) {
    switch (status) {
    case StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE:
    case StatusCode::E_CTI_INVALID_SERVICE_MASK:
        return CtiosFailure::ServiceNotSupported;
    case StatusCode::E_CTI_INVALID_PASSWORD:
    case StatusCode::E_CTI_PROTECTED_VARIABLE:
        return CtiosFailure::InvalidPrivilege;
    case StatusCode::E_CTI_REQUIRED_DATA_MISSING:
        return CtiosFailure::RequiredArgMissing;
    case StatusCode::E_CTI_INVALID_OBJECT_STATE:
        return CtiosFailure::InvalidObjectState;
    case StatusCode::E_CTI_CTI_SERVER_OFFLINE:
        return CtiosFailure::ServerConnectionStatus;
    case StatusCode::E_CTI_INCONSISTENT_AGENT_DATA:
        return CtiosFailure::InconsistentAgentData;
    case StatusCode::E_CTI_DEVICE_IN_USE:
    case StatusCode::E_CTI_NEW_SESSION_OPENED:
        return CtiosFailure::AgentAlreadyLoggedIn;
    default:
        return CtiosFailure::OperationNotSupported;
    }
}

Arguments systemEvent(const protocol::MessageView& message, protocol::CodePage page) {
    const std::uint32_t event = message.number(Field::SystemEventID, 0);
    const auto name = protocol::enumValueName("SystemEventID", event);
    QString text = fromWire(message.text(Field::Text).value_or(""), page);
    if (text.isEmpty()) {
        text = name.empty() ? QString::number(event) : QString::fromLatin1(name.data(), qsizetype(name.size()));
    }
    return {{keyword::FailureCode, static_cast<std::int32_t>(CtiosFailure::ServerConnectionStatus)},
            {keyword::SystemEventID, event},
            {keyword::SystemEventArg1, message.number(Field::SystemEventArg1, 0)},
            {keyword::ErrorMessage, text}};
}

} // namespace

FailureText statusText(std::uint32_t statusCode) { return lookUp(detail::statusFailures(), statusCode); }

FailureText controlFailureText(std::uint32_t failureCode) { return lookUp(detail::controlFailures(), failureCode); }

FailureText peripheralErrorText(std::uint32_t errorCode) {
    return errorCode == 0 ? FailureText() : lookUp(detail::peripheralFailures(), errorCode);
}

FailureText securityText(std::uint32_t code) {
    return lookUp(detail::securityFailures(), code, Situation::UnverifiedServer);
}

FailureText callFailureText(std::uint32_t eventCause) {
    return lookUp(detail::causeFailures(), eventCause, Situation::CallFailed);
}

QString callFailedMessage(std::uint32_t eventCause) {
    const FailureText text = callFailureText(eventCause);
    return sentence(text, text.name);
}

QString systemReasonText(std::uint32_t reasonCode) {
    const auto reasons = detail::systemReasons();
    const auto at = std::ranges::lower_bound(reasons, reasonCode, {}, &detail::ReasonText::code);
    return at != reasons.end() && at->code == reasonCode ? translated(at->text) : QString();
}

Arguments controlFailureArguments(const FailedRequest& failure) {
    Arguments arguments{{keyword::PeripheralID, failure.peripheralId},
                        {keyword::InvokeID, failure.invokeId},
                        {keyword::FailureCode, failureCode(failure)},
                        {keyword::PeripheralErrorCode, failure.peripheralErrorCode},
                        {keyword::AgentID, failure.agentId},
                        {keyword::UniqueObjectID, failure.uniqueObjectId},
                        {keyword::MessageType, static_cast<std::uint32_t>(failure.request)},
                        {keyword::ErrorMessage, errorMessage(failure)}};
    return arguments;
}

Arguments logoutFailedArguments(const FailedRequest& failure) {
    return {{keyword::InvokeID, failure.invokeId},
            {keyword::FailureCode, failureCode(failure)},
            {keyword::PeripheralErrorCode, failure.peripheralErrorCode}};
}

Arguments ctiosFailureArguments(const protocol::MessageView& message, protocol::CodePage page) {
    if (message.type() == MessageType::SYSTEM_EVENT) {
        return systemEvent(message, page);
    }
    return ctiosFailureArguments(message.number(Field::Status, 0));
}

Arguments ctiosFailureArguments(std::uint32_t status) {
    const CtiosFailure code = ctiosFailure(static_cast<StatusCode>(status));
    const FailureText text = statusText(status);
    Arguments arguments{{keyword::FailureCode, static_cast<std::int32_t>(code)},
                        {keyword::StatusCode, status},
                        {keyword::ErrorMessage, sentence(text, text.name)}};
    if (code == CtiosFailure::ServerConnectionStatus) {
        arguments.set(keyword::SystemEventID,
                      static_cast<std::uint32_t>(protocol::SystemEventID::SYS_CTI_SERVER_OFFLINE));
    }
    return arguments;
}

} // namespace callwright::service
