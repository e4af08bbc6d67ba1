#include "cil/service/failures.h"

#include "cil/events/keywords.h"
#include "cil/protocol/names.h"
#include "cil/service/failure_table.h"
#include "cil/service/field_keywords.h"
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
    UnknownRequest = 5,
    UnknownEvent = 6,
    UnknownObject = 7,
    RequiredArgMissing = 8,
    InvalidObjectState = 9,
    ServerConnectionStatus = 10,
    InconsistentAgentData = 11,
    AgentAlreadyLoggedIn = 12
};

struct CtiosRow {
    StatusCode status;
    CtiosFailure failure;
};

/// Every other status is an operation that was not taken.
constexpr std::array ctiosRows{
    CtiosRow{StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE, CtiosFailure::ServiceNotSupported},
    CtiosRow{StatusCode::E_CTI_INVALID_SERVICE_MASK, CtiosFailure::ServiceNotSupported},
    CtiosRow{StatusCode::E_CTI_INVALID_PASSWORD, CtiosFailure::InvalidPrivilege},
    CtiosRow{StatusCode::E_CTI_PROTECTED_VARIABLE, CtiosFailure::InvalidPrivilege},
    CtiosRow{StatusCode::E_CTI_INVALID_MSG_TYPE_FOR_VERSION, CtiosFailure::UnknownRequest},
    CtiosRow{StatusCode::E_CTI_INVALID_SYS_EVENT_ID, CtiosFailure::UnknownEvent},
    CtiosRow{StatusCode::E_CTI_INVALID_CALLID, CtiosFailure::UnknownObject},
    CtiosRow{StatusCode::E_CTI_INVALID_PERIPHERAL_ID, CtiosFailure::UnknownObject},
    CtiosRow{StatusCode::E_CTI_INVALID_AGENT_DATA, CtiosFailure::UnknownObject},
    CtiosRow{StatusCode::E_CTI_INVALID_MONITORID, CtiosFailure::UnknownObject},
    CtiosRow{StatusCode::E_CTI_CLIENT_NOT_FOUND, CtiosFailure::UnknownObject},
    CtiosRow{StatusCode::E_CTI_SUPERVISOR_NOT_FOUND, CtiosFailure::UnknownObject},
    CtiosRow{StatusCode::E_CTI_TEAM_NOT_FOUND, CtiosFailure::UnknownObject},
    CtiosRow{StatusCode::E_CTI_REQUIRED_DATA_MISSING, CtiosFailure::RequiredArgMissing},
    CtiosRow{StatusCode::E_CTI_INVALID_OBJECT_STATE, CtiosFailure::InvalidObjectState},
    CtiosRow{StatusCode::E_CTI_CTI_SERVER_OFFLINE, CtiosFailure::ServerConnectionStatus},
    CtiosRow{StatusCode::E_CTI_INCONSISTENT_AGENT_DATA, CtiosFailure::InconsistentAgentData},
    CtiosRow{StatusCode::E_CTI_DEVICE_IN_USE, CtiosFailure::AgentAlreadyLoggedIn},
    CtiosRow{StatusCode::E_CTI_NEW_SESSION_OPENED, CtiosFailure::AgentAlreadyLoggedIn},
};

CtiosFailure ctiosFailure(StatusCode status) {
    const auto row = std::ranges::find(ctiosRows, status, &CtiosRow::status);
    return row == ctiosRows.end() ? CtiosFailure::OperationNotSupported : row->failure;
}

struct SystemRow {
    std::uint32_t event;
    const char* text; ///< %1: the Text of the event; empty: that alone
};

/// The guide's events by their numbers, then those that are computed.
constexpr std::array systemRows{
    SystemRow{1, QT_TRANSLATE_NOOP("SystemEvent", "The central controller is on line again.")},
    SystemRow{2, QT_TRANSLATE_NOOP("SystemEvent", "The central controller is off line: no new calls are routed.")},
    SystemRow{3, QT_TRANSLATE_NOOP("SystemEvent", "The phone system is on line.")},
    SystemRow{4, QT_TRANSLATE_NOOP("SystemEvent", "The phone system is off line.")},
    SystemRow{5, ""},
    SystemRow{6, QT_TRANSLATE_NOOP("SystemEvent", "The peripheral gateway is off line.")},
    SystemRow{7, QT_TRANSLATE_NOOP("SystemEvent", "The CTI server is off line.")},
    SystemRow{8, QT_TRANSLATE_NOOP("SystemEvent", "The CTI server is on line.")},
    SystemRow{9, QT_TRANSLATE_NOOP("SystemEvent", "A new half hour of the reports has begun.")},
    SystemRow{10, QT_TRANSLATE_NOOP("SystemEvent", "The phone %1 is out of service.")},
    SystemRow{11, QT_TRANSLATE_NOOP("SystemEvent", "The phone %1 is back in service.")},
    SystemRow{12, QT_TRANSLATE_NOOP("SystemEvent", "The way to the phone system is up.")},
    SystemRow{13, QT_TRANSLATE_NOOP("SystemEvent", "The way to the phone system is down.")},
    SystemRow{16, QT_TRANSLATE_NOOP("SystemEvent", "Agents can work.")},
    SystemRow{17, QT_TRANSLATE_NOOP("SystemEvent", "Agents cannot work at the moment.")},
};

Arguments systemEvent(const protocol::MessageView& message, protocol::CodePage page) {
    const std::uint32_t event = message.number(Field::SystemEventID, 0);
    Arguments arguments{{keyword::FailureCode, static_cast<std::int32_t>(CtiosFailure::ServerConnectionStatus)},
                        {keyword::SystemEventID, event},
                        {keyword::SystemEventArg1, message.number(Field::SystemEventArg1, 0)}};
    for (const Field more : {Field::SystemEventArg2, Field::SystemEventArg3}) {
        if (const std::uint32_t number = message.number(more, 0); number != 0) {
            arguments.set(keywordOf(more), number);
        }
    }
    if (const auto device = message.text(Field::EventDeviceID)) {
        arguments.set(keywordOf(Field::EventDeviceID), fromWire(*device, page));
    }
    const QString text = fromWire(message.text(Field::Text).value_or(""), page);
    return arguments.set(keyword::ErrorMessage, systemEventText(event, text));
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

Arguments ctiosFailureArguments(ComputedSystemEvent event) {
    const auto number = static_cast<std::uint32_t>(event);
    return {{keyword::FailureCode, static_cast<std::int32_t>(CtiosFailure::ServerConnectionStatus)},
            {keyword::SystemEventID, number},
            {keyword::ErrorMessage, systemEventText(number, {})}};
}

QString systemEventText(std::uint32_t systemEventId, const QString& detail) {
    const auto row = std::ranges::find(systemRows, systemEventId, &SystemRow::event);
    if (row == systemRows.end() || *row->text == '\0') {
        return detail.isEmpty() ? QString::number(systemEventId) : detail;
    }
    const QString text = QCoreApplication::translate("SystemEvent", row->text);
    if (text.contains(QLatin1String("%1"))) {
        return text.arg(detail).simplified();
    }
    return detail.isEmpty() ? text : detail; // the server's own words go before
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
