#include "ui/trouble/connection_trouble.h"

#include <QCoreApplication>

#include <chrono>

namespace callwright {

namespace {

QString translated(const char* text, int count = -1) {
    return QCoreApplication::translate("callwright::ConnectionTrouble", text, nullptr, count);
}

} // namespace

std::optional<Trouble> connectionTrouble(const LinkView& link, const QString& why, int calls) {
    if (link.status != ConnectionStatus::Reconnecting)
        return std::nullopt;
    const auto wait = std::chrono::ceil<std::chrono::seconds>(link.nextTryIn.value_or(Milliseconds(0))).count();
    Trouble trouble;
    trouble.what =
        translated(QT_TRANSLATE_NOOP("callwright::ConnectionTrouble", "Lost the connection to %1.")).arg(link.server);
    trouble.doing =
        wait > 0 ? translated(QT_TRANSLATE_N_NOOP("callwright::ConnectionTrouble", "Trying again in %n second(s)."),
                              static_cast<int>(wait))
                 : translated(QT_TRANSLATE_NOOP("callwright::ConnectionTrouble", "Trying to connect now."));
    if (const qsizetype line = why.indexOf(QLatin1Char('\n')); line >= 0) // it says what to do about it
        trouble.doing.prepend(why.left(line) + QLatin1Char(' '));
    if (calls > 0)
        trouble.doing += QLatin1Char(' ') + translated(QT_TRANSLATE_N_NOOP("callwright::ConnectionTrouble",
                                                                           "Your %n call(s) go on at the phone."),
                                                       calls);
    trouble.details = why;
    trouble.canRetry = wait > 0;
    return trouble;
}

} // namespace callwright
