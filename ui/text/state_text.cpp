#include "ui/text/state_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>

namespace callwright {

namespace {

constexpr auto stateContext = "callwright::StateText";

template <class State> struct LookRow {
    State state;
    const char* text;
    const char* icon;
    Tone tone;
};

constexpr std::array agentRows{
    LookRow<AgentState>{AgentState::Login, QT_TRANSLATE_NOOP("callwright::StateText", "Signed in"), "not-ready",
                        Tone::Pause},
    LookRow<AgentState>{AgentState::Logout, QT_TRANSLATE_NOOP("callwright::StateText", "Signed out"), "signed-out",
                        Tone::Neutral},
    LookRow<AgentState>{AgentState::NotReady, QT_TRANSLATE_NOOP("callwright::StateText", "Not ready"), "not-ready",
                        Tone::Pause},
    LookRow<AgentState>{AgentState::Available, QT_TRANSLATE_NOOP("callwright::StateText", "Ready"), "ready",
                        Tone::Good},
    LookRow<AgentState>{AgentState::Talking, QT_TRANSLATE_NOOP("callwright::StateText", "Talking"), "talking",
                        Tone::Talk},
    LookRow<AgentState>{AgentState::WorkNotReady, QT_TRANSLATE_NOOP("callwright::StateText", "Wrap-up"), "wrap-up",
                        Tone::Work},
    LookRow<AgentState>{AgentState::WorkReady, QT_TRANSLATE_NOOP("callwright::StateText", "Wrap-up"), "wrap-up",
                        Tone::Work},
    LookRow<AgentState>{AgentState::BusyOther, QT_TRANSLATE_NOOP("callwright::StateText", "Busy elsewhere"), "busy",
                        Tone::Neutral},
    LookRow<AgentState>{AgentState::Reserved, QT_TRANSLATE_NOOP("callwright::StateText", "Reserved"), "reserved",
                        Tone::Alert},
    LookRow<AgentState>{AgentState::Unknown, QT_TRANSLATE_NOOP("callwright::StateText", "Unknown"), "unknown",
                        Tone::Neutral},
    LookRow<AgentState>{AgentState::Hold, QT_TRANSLATE_NOOP("callwright::StateText", "On hold"), "hold", Tone::Hold},
};

constexpr std::array callRows{
    LookRow<CallStatus>{CallStatus::Null, QT_TRANSLATE_NOOP("callwright::StateText", "Starting"), "unknown",
                        Tone::Neutral},
    LookRow<CallStatus>{CallStatus::Initiate, QT_TRANSLATE_NOOP("callwright::StateText", "Calling"), "dialing",
                        Tone::Talk},
    LookRow<CallStatus>{CallStatus::Alerting, QT_TRANSLATE_NOOP("callwright::StateText", "Ringing"), "ringing",
                        Tone::Alert},
    LookRow<CallStatus>{CallStatus::Connect, QT_TRANSLATE_NOOP("callwright::StateText", "Talking"), "talking",
                        Tone::Talk},
    LookRow<CallStatus>{CallStatus::Held, QT_TRANSLATE_NOOP("callwright::StateText", "On hold"), "hold", Tone::Hold},
    LookRow<CallStatus>{CallStatus::Queued, QT_TRANSLATE_NOOP("callwright::StateText", "Waiting"), "queued",
                        Tone::Neutral},
    LookRow<CallStatus>{CallStatus::Fail, QT_TRANSLATE_NOOP("callwright::StateText", "Failed"), "failed", Tone::Danger},
};

template <class Rows, class State> StateLook lookIn(const Rows& looks, State state) {
    for (const auto& row : looks) {
        if (row.state == state)
            return {QCoreApplication::translate(stateContext, row.text), QString::fromLatin1(row.icon), row.tone};
    }
    return {QCoreApplication::translate("callwright::StateText", "State %1").arg(static_cast<int>(state)),
            QStringLiteral("unknown"), Tone::Neutral};
}

bool looksLikeNumber(const QString& text) {
    for (const QChar character : text) {
        if (character.isLetter())
            return false;
    }
    return true;
}

} // namespace

StateLook agentStateLook(AgentState state) { return lookIn(agentRows, state); }

StateLook callStatusLook(CallStatus status, bool incoming, bool ended) {
    if (ended)
        return {QCoreApplication::translate("callwright::StateText", "Ended"), QStringLiteral("ended"), Tone::Neutral};
    if (status == CallStatus::Alerting && !incoming) // the far end rings
        return lookIn(callRows, CallStatus::Initiate);
    return lookIn(callRows, status);
}

QString durationText(Milliseconds duration) {
    const qint64 seconds = std::max<qint64>(0, std::chrono::duration_cast<std::chrono::seconds>(duration).count());
    const auto two = [](qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    const QString minutes = two(seconds / 60 % 60) + QLatin1Char(':') + two(seconds % 60);
    return seconds < 3600 ? minutes : QString::number(seconds / 3600) + QLatin1Char(':') + minutes;
}

QString clockText(Milliseconds wallTime) {
    const QTime time = QDateTime::fromMSecsSinceEpoch(wallTime.count()).time();
    return QLocale().toString(time, QStringLiteral("HH:mm:ss"));
}

QString dialable(const QString& typed) {
    if (!looksLikeNumber(typed))
        return {};
    QString digits;
    for (const QChar character : typed) {
        if (character.isDigit())
            digits += QString::number(character.digitValue());
        else if (character == QLatin1Char('*') || character == QLatin1Char('#'))
            digits += character;
    }
    return digits;
}

} // namespace callwright
