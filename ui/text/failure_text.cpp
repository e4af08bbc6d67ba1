#include "ui/text/failure_text.h"

#include "cil/events/keywords.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace callwright {

namespace {

constexpr auto context = "callwright::FailureText";

constexpr std::array<const char*, 5> connectionFailures{
    QT_TRANSLATE_NOOP("callwright::FailureText", "The server speaks another version of the protocol."),
    QT_TRANSLATE_NOOP("callwright::FailureText", "The server does not answer any more."),
    QT_TRANSLATE_NOOP("callwright::FailureText", "The connection to the server broke."),
    QT_TRANSLATE_NOOP("callwright::FailureText", "The server cannot be reached."),
    QT_TRANSLATE_NOOP("callwright::FailureText", "The connection to the server failed."),
};

} // namespace

RequestFailure failureOf(const Arguments& arguments) {
    static const QRegularExpression trailingName(QStringLiteral(R"(\s*\(([A-Z][A-Z0-9_]+)\)\s*$)"));
    RequestFailure failure;
    failure.invokeId = arguments.toUInt(keyword::InvokeID).value_or(0);
    failure.text = arguments.toString(keyword::ErrorMessage);
    const QRegularExpressionMatch name = trailingName.match(failure.text);
    failure.text.truncate(name.hasMatch() ? name.capturedStart() : failure.text.size());
    if (failure.text.isEmpty())
        failure.text = QCoreApplication::translate("callwright::FailureText", "The server refused the request.");
    failure.code = QCoreApplication::translate("callwright::FailureText", "Code %1, code of the switch %2, request %3")
                       .arg(arguments.toString(keyword::FailureCode), arguments.toString(keyword::PeripheralErrorCode),
                            arguments.toString(keyword::MessageType));
    if (name.hasMatch()) // the guide's name of the code is for whoever helps, not for whoever calls
        failure.code.prepend(name.captured(1) + QLatin1String(". "));
    return failure;
}

RequestFailure failureOf(const CilResult& refused) {
    return {0, cilErrorText(refused.code), QStringLiteral("%1 (%2)").arg(cilErrorName(refused.code)).arg(refused.code)};
}

QString connectionFailureText(const Arguments& arguments) {
    const auto reason = static_cast<std::size_t>(arguments.toInt(keyword::ReasonCode).value_or(4));
    return QCoreApplication::translate(context, connectionFailures[std::min(reason, connectionFailures.size() - 1)]);
}

} // namespace callwright
