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
    const char* text;  ///< that it came to nothing
    const char* doubt; ///< that nobody knows; nullptr: it changes nothing
};

constexpr std::array attempts{
    Attempt{"ALTERNATE_CALL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The calls were not swapped"),
            QT_TRANSLATE_NOOP("callwright::FailureText", "It is not known whether the calls were swapped")},
    Attempt{"ANSWER_CALL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The call was not answered"),
            QT_TRANSLATE_NOOP("callwright::FailureText", "It is not known whether the call was answered")},
    Attempt{"CLEAR_CALL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The call was not ended for everybody"),
            QT_TRANSLATE_NOOP("callwright::FailureText", "It is not known whether the call was ended for everybody")},
    Attempt{"CLEAR_CONNECTION_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The call was not hung up"),
            QT_TRANSLATE_NOOP("callwright::FailureText", "It is not known whether the call was hung up")},
    Attempt{"CONFERENCE_CALL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The conference was not made"),
            QT_TRANSLATE_NOOP("callwright::FailureText", "It is not known whether the conference was made")},
    Attempt{"CONSULTATION_CALL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The consultation was not begun"),
            QT_TRANSLATE_NOOP("callwright::FailureText", "It is not known whether the consultation was begun")},
    Attempt{"DEFLECT_CALL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The call was not forwarded"),
            QT_TRANSLATE_NOOP("callwright::FailureText", "It is not known whether the call was forwarded")},
    Attempt{"HOLD_CALL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The call was not put on hold"),
            QT_TRANSLATE_NOOP("callwright::FailureText", "It is not known whether the call was put on hold")},
    Attempt{"MAKE_CALL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The call was not made"),
            QT_TRANSLATE_NOOP("callwright::FailureText", "It is not known whether the call was made")},
    Attempt{
        "RECONNECT_CALL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "You were not taken back to the first call"),
        QT_TRANSLATE_NOOP("callwright::FailureText", "It is not known whether you were taken back to the first call")},
    Attempt{"RETRIEVE_CALL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The call was not taken off hold"),
            QT_TRANSLATE_NOOP("callwright::FailureText", "It is not known whether the call was taken off hold")},
    Attempt{"TRANSFER_CALL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The transfer was not made"),
            QT_TRANSLATE_NOOP("callwright::FailureText", "It is not known whether the transfer was made")},
    Attempt{"SET_CALL_DATA_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The call data was not changed"),
            QT_TRANSLATE_NOOP("callwright::FailureText", "It is not known whether the call data was changed")},
    Attempt{"SEND_DTMF_SIGNAL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The tones were not sent"),
            QT_TRANSLATE_NOOP("callwright::FailureText", "It is not known whether the tones were sent")},
    Attempt{"START_RECORDING_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The recording was not started"),
            QT_TRANSLATE_NOOP("callwright::FailureText", "It is not known whether the recording was started")},
    Attempt{"STOP_RECORDING_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The recording was not stopped"),
            QT_TRANSLATE_NOOP("callwright::FailureText", "It is not known whether the recording was stopped")},
    Attempt{"SUPERVISOR_ASSIST_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "No supervisor was called"),
            QT_TRANSLATE_NOOP("callwright::FailureText", "It is not known whether a supervisor was called")},
    Attempt{"EMERGENCY_CALL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The emergency call was not made"),
            QT_TRANSLATE_NOOP("callwright::FailureText", "It is not known whether the emergency call was made")},
    Attempt{"BAD_CALL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The bad line was not reported"),
            QT_TRANSLATE_NOOP("callwright::FailureText", "It is not known whether the bad line was reported")},
    Attempt{"AGENT_GREETING_CONTROL_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "The greeting was not changed"),
            QT_TRANSLATE_NOOP("callwright::FailureText", "It is not known whether the greeting was changed")},
    Attempt{"SET_AGENT_STATE_REQ", QT_TRANSLATE_NOOP("callwright::FailureText", "Your state was not changed"),
            QT_TRANSLATE_NOOP("callwright::FailureText", "It is not known whether your state was changed")},
    Attempt{"SNAPSHOT_CALL_REQ",
            QT_TRANSLATE_NOOP("callwright::FailureText", "The call could not be read from the server"), nullptr},
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

const Attempt* attemptOf(const QString& request) {
    const auto row = std::ranges::find_if(
        attempts, [&request](const Attempt& attempt) { return request == QLatin1String(attempt.request); });
    return row == attempts.end() ? nullptr : &*row;
}

/// That no answer came says nothing of what was asked for.
bool isUnanswered(const QString& names) {
    return names == QLatin1String("E_CTI_TIMEOUT") || names == QLatin1String("E_CTI_CTI_SERVER_OFFLINE");
}

} // namespace

QString attemptText(const QString& request) {
    const Attempt* attempt = attemptOf(request);
    return attempt ? failureWords(attempt->text) : QString();
}

QString doubtText(const QString& request) {
    const Attempt* attempt = attemptOf(request);
    return attempt && attempt->doubt ? failureWords(attempt->doubt) : attemptText(request);
}

RequestFailure failureOf(const Arguments& arguments) {
    static const QRegularExpression trailingNames(QStringLiteral(R"(\s*\(([A-Z0-9][A-Z0-9_]*(, [A-Z0-9_]+)*)\)\s*$)"));
    RequestFailure failure;
    failure.invokeId = arguments.toUInt(keyword::InvokeID).value_or(0);
    const QString request = messageName(arguments.toUInt(keyword::MessageType).value_or(0));
    failure.isAboutState = request == QLatin1String("SET_AGENT_STATE_REQ");
    failure.text = arguments.toString(keyword::ErrorMessage);
    failure.callId = arguments.toString(keyword::UniqueObjectID);
    const QRegularExpressionMatch names = trailingNames.match(failure.text);
    failure.isOutcomeUnknown = isUnanswered(names.captured(1));
    failure.attempt = failure.isOutcomeUnknown ? doubtText(request) : attemptText(request);
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
