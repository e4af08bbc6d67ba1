#include "ui/trouble/request_trouble.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace callwright {

/// The reason is the first sentence, what to do is the rest; a text that has no second sentence is all reason.
Trouble requestTrouble(const RequestFailure& failure) {
    static const QRegularExpression firstSentence(QStringLiteral(R"(^(.*?[.!?])\s+(\S.*)$)"));
    const QRegularExpressionMatch parts = firstSentence.match(failure.text);
    const QString reason = parts.hasMatch() ? parts.captured(1) : failure.text;
    Trouble trouble;
    trouble.what = failure.attempt.isEmpty()
                       ? reason
                       : QCoreApplication::translate("callwright::RequestTrouble", "%1: %2", "what was tried: why not")
                             .arg(failure.attempt, reason);
    trouble.doing = parts.captured(2);
    trouble.details = failure.code;
    trouble.canDismiss = true;
    return trouble;
}

} // namespace callwright
