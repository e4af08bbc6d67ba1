#include "ui/trouble/connection_trouble.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <chrono>

namespace callwright {

namespace {

QString translated(const char* text, int count = -1) {
    return QCoreApplication::translate("callwright::ConnectionTrouble", text, nullptr, count);
}

/// What happened, and what it means or what to do.
struct HindranceText {
    Hindrance hindrance;
    const char* what;
    const char* doing;
};

constexpr std::array hindranceTexts{
    HindranceText{
        Hindrance::Evicted,
        QT_TRANSLATE_NOOP("callwright::ConnectionTrouble", "Somebody has signed in with your agent ID elsewhere."),
        QT_TRANSLATE_NOOP("callwright::ConnectionTrouble", "This desk stays away. Sign in to work here again.")},
    HindranceText{Hindrance::GivenUp,
                  QT_TRANSLATE_NOOP("callwright::ConnectionTrouble", "The connection was given up."),
                  QT_TRANSLATE_NOOP("callwright::ConnectionTrouble", "Sign in to try again.")},
    HindranceText{Hindrance::SignedOutByOthers,
                  QT_TRANSLATE_NOOP("callwright::ConnectionTrouble", "You were signed out."),
                  QT_TRANSLATE_NOOP("callwright::ConnectionTrouble", "Sign in again to take calls.")},
    HindranceText{Hindrance::SignInForgotten,
                  QT_TRANSLATE_NOOP("callwright::ConnectionTrouble",
                                    "The server was restarted and no longer knows that you are signed in."),
                  QT_TRANSLATE_NOOP("callwright::ConnectionTrouble", "Sign in again to take calls.")},
    HindranceText{Hindrance::SignInRefused,
                  QT_TRANSLATE_NOOP("callwright::ConnectionTrouble", "The server did not sign you in again by itself."),
                  QT_TRANSLATE_NOOP("callwright::ConnectionTrouble", "Your password may have changed. Sign in again.")},
    HindranceText{Hindrance::GatewayOffline,
                  QT_TRANSLATE_NOOP("callwright::ConnectionTrouble", "The way to the phone system is interrupted."),
                  QT_TRANSLATE_NOOP("callwright::ConnectionTrouble",
                                    "What is shown may be out of date until it is back. Phones go on working.")},
    HindranceText{Hindrance::PeripheralOffline,
                  QT_TRANSLATE_NOOP("callwright::ConnectionTrouble", "The phone system is off line."),
                  QT_TRANSLATE_NOOP("callwright::ConnectionTrouble",
                                    "What is shown may be out of date until it is back. Phones go on working.")},
    HindranceText{
        Hindrance::PhoneOutOfService,
        QT_TRANSLATE_NOOP("callwright::ConnectionTrouble", "Your phone is out of service."),
        QT_TRANSLATE_NOOP("callwright::ConnectionTrouble", "You get no calls until it is back. Check the phone.")},
    HindranceText{
        Hindrance::CentralControllerOffline,
        QT_TRANSLATE_NOOP("callwright::ConnectionTrouble", "The contact centre routes no new calls at the moment."),
        QT_TRANSLATE_NOOP("callwright::ConnectionTrouble", "Calls that are there go on.")},
};

std::optional<Trouble> hindranceTrouble(const LinkView& link, const QString& why) {
    const auto text = std::ranges::find(hindranceTexts, link.hindrance, &HindranceText::hindrance);
    if (text == hindranceTexts.end())
        return std::nullopt;
    Trouble trouble{translated(text->what), translated(text->doing), {}, false, false};
    if (!link.reason.isEmpty())
        trouble.what += QStringLiteral(" %1.").arg(link.reason);
    if (link.status == ConnectionStatus::Closed)
        trouble.details = why;
    return trouble;
}

QString nextTry(const LinkView& link) {
    if (!link.standbyServer.isEmpty())
        return translated(QT_TRANSLATE_NOOP("callwright::ConnectionTrouble", "%1 is about to take over."))
            .arg(link.standbyServer);
    const auto wait = std::chrono::ceil<std::chrono::seconds>(link.nextTryIn.value_or(Milliseconds(0))).count();
    const bool isElsewhere = !link.nextServer.isEmpty() && link.nextServer != link.server;
    if (wait <= 0)
        return isElsewhere ? translated(QT_TRANSLATE_NOOP("callwright::ConnectionTrouble", "Trying %1 now."))
                                 .arg(link.nextServer)
                           : translated(QT_TRANSLATE_NOOP("callwright::ConnectionTrouble", "Trying to connect now."));
    if (isElsewhere)
        return translated(QT_TRANSLATE_N_NOOP("callwright::ConnectionTrouble", "Trying %1 in %n second(s)."),
                          static_cast<int>(wait))
            .arg(link.nextServer);
    return translated(QT_TRANSLATE_N_NOOP("callwright::ConnectionTrouble", "Trying again in %n second(s)."),
                      static_cast<int>(wait));
}

} // namespace

std::optional<Trouble> connectionTrouble(const LinkView& link, const QString& why, int calls) {
    if (link.status != ConnectionStatus::Reconnecting || link.changesSides)
        return hindranceTrouble(link, why);
    Trouble trouble;
    trouble.what =
        translated(QT_TRANSLATE_NOOP("callwright::ConnectionTrouble", "Lost the connection to %1.")).arg(link.server);
    trouble.doing = nextTry(link);
    if (const qsizetype line = why.indexOf(QLatin1Char('\n')); line >= 0) // it says what to do about it
        trouble.doing.prepend(why.left(line) + QLatin1Char(' '));
    if (calls > 0)
        trouble.doing += QLatin1Char(' ') + translated(QT_TRANSLATE_N_NOOP("callwright::ConnectionTrouble",
                                                                           "Your %n call(s) go on at the phone."),
                                                       calls);
    trouble.details = why;
    trouble.canRetry = link.nextTryIn.value_or(Milliseconds(0)) > Milliseconds(0);
    return trouble;
}

} // namespace callwright
