#include "ui/text/failure_text.h"

#include "cil/events/keywords.h"
#include "cil/objects/protocol_names.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace callwright {

namespace {

constexpr auto failureContext = "callwright::FailureText";

constexpr std::array<const char*, 5> connectionFailures{
    QT_TRANSLATE_NOOP("callwright::FailureText", "The server speaks another version of the protocol."),
    QT_TRANSLATE_NOOP("callwright::FailureText", "The server does not answer any more."),
    QT_TRANSLATE_NOOP("callwright::FailureText", "The connection to the server broke."),
    QT_TRANSLATE_NOOP("callwright::FailureText", "The server cannot be reached."),
    QT_TRANSLATE_NOOP("callwright::FailureText", "The connection to the server failed."),
};

struct Attempt {
    const char* request;
    const char* text;
};

constexpr std::array attempts{
    Attempt{"ALTERNATE_CALL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The calls were not swapped")},
    Attempt{"ANSWER_CALL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The call was not answered")},
    Attempt{"CLEAR_CALL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The call was not ended for everybody")},
    Attempt{"CLEAR_CONNECTION_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The call was not hung up")},
    Attempt{"CONFERENCE_CALL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The conference was not made")},
    Attempt{"CONSULTATION_CALL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The consultation was not begun")},
    Attempt{"DEFLECT_CALL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The call was not forwarded")},
    Attempt{"HOLD_CALL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The call was not put on hold")},
    Attempt{"MAKE_CALL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The call was not made")},
    Attempt{"RECONNECT_CALL_REQ",
            QT_TRANSLATE_NOOP("callwright::FailureText", "You were not taken back to the first call")},
    Attempt{"RETRIEVE_CALL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The call was not taken off hold")},
    Attempt{"TRANSFER_CALL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The transfer was not made")},
    Attempt{"SET_CALL_DATA_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The call data was not changed")},
    Attempt{"SEND_DTMF_SIGNAL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The tones were not sent")},
    Attempt{"START_RECORDING_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The recording was not started")},
    Attempt{"STOP_RECORDING_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The recording was not stopped")},
    Attempt{"SUPERVISOR_ASSIST_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "No supervisor was called")},
    Attempt{"EMERGENCY_CALL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The emergency call was not made")},
    Attempt{"BAD_CALL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The bad line was not reported")},
    Attempt{"AGENT_GREETING_CONTROL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The greeting was not changed")},
    Attempt{"SET_AGENT_STATE_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "Your state was not changed")},
    Attempt{"SNAPSHOT_CALL_REQ",
            QT_TRANSLATE_NOOP("callwright::FailureText", "The call could not be read from the server")},
};

QString failureWords(const char* text) { return QCoreApplication::translate(failureContext, text); }

/// One fact a line, in the order in which whoever helps asks for them. The guide's names are for them only.
QString codesOf(const Arguments& arguments, const QString& names) {
    const std::uint32_t request = arguments.toUInt(keyword::MessageType).value_or(0);
    const QString requestName = messageName(request);
    QStringList lines;
    if (!names.isEmpty())
        lines += names;
    lines += failureWords(QT_TRANSLATE_NOOP("callwright::FailureText", "Code %1, code of the switch %2"))
                 .arg(arguments.toString(keyword::FailureCode), arguments.toString(keyword::PeripheralErrorCode));
    lines += failureWords(QT_TRANSLATE_NOOP("callwright::FailureText", "Request %1"))
                 .arg(requestName.isEmpty() ? QString::number(request)
                                            : QStringLiteral("%1 (%2)").arg(requestName).arg(request));
    if (const QString object = arguments.toString(keyword::UniqueObjectID); !object.isEmpty())
        lines += object;
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString attemptText(const QString& request) {
    const auto row = std::ranges::find_if(
        attempts, [&request](const Attempt& attempt) { return request == QLatin1String(attempt.request); });
    return row == attempts.end() ? QString() : failureWords(row->text);
}

RequestFailure failureOf(const Arguments& arguments) {
    static const QRegularExpression trailingNames(QStringLiteral(R"(\s*\(([A-Z0-9][A-Z0-9_]*(, [A-Z0-9_]+)*)\)\s*$)"));
    RequestFailure failure;
    failure.invokeId = arguments.toUInt(keyword::InvokeID).value_or(0);
    failure.attempt = attemptText(messageName(arguments.toUInt(keyword::MessageType).value_or(0)));
    failure.text = arguments.toString(keyword::ErrorMessage);
    failure.callId = arguments.toString(keyword::UniqueObjectID);
    const QRegularExpressionMatch names = trailingNames.match(failure.text);
    failure.text.truncate(names.hasMatch() ? names.capturedStart() : failure.text.size());
    if (failure.text.isEmpty())
        failure.text = failureWords(QT_TRANSLATE_NOOP("callwright::FailureText", "The server refused the request."));
    failure.code = codesOf(arguments, names.captured(1));
    return failure;
}

RequestFailure failureOf(const CilResult& refused, const QString& request) {
    return {0, cilErrorText(refused), QStringLiteral("%1 (%2)").arg(cilErrorName(refused.code)).arg(refused.code),
            attemptText(request)};
}

QString connectionFailureText(const Arguments& arguments) {
    if (arguments.contains(keyword::FailureCode))
        return arguments.toString(keyword::ErrorMessage); // a failure with a text of its own
    const auto reason = static_cast<std::size_t>(arguments.toInt(keyword::ReasonCode).value_or(4));
    return failureWords(connectionFailures[std::min(reason, connectionFailures.size() - 1)]);
}

} // namespace callwright
