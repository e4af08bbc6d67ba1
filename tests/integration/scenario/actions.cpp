#include "tests/integration/scenario/actions.h"

#include <QRegularExpression>

#include <array>

namespace callwright::testing {

using namespace Qt::StringLiterals;

namespace {

std::optional<std::uint16_t> reason(const Actor& actor) {
    return actor.word(1).isEmpty() ? std::nullopt : std::optional(actor.word(1).toUShort());
}

/// A row for everything that somebody at a desk can do.
struct Verb {
    const char* pattern; ///< of the whole verb
    CilResult (*perform)(const Actor&);
};

using enum CallStatus;

constexpr std::array verbs{
    Verb{"signs in", [](const Actor& a) { return a.agent().login(u"any"_s); }},
    Verb{"signs out(?: for reason (\\d+))?", [](const Actor& a) { return a.agent().logout(reason(a)); }},
    Verb{"is ready", [](const Actor& a) { return a.agent().setReady(); }},
    Verb{"is not ready(?: for reason (\\d+))?", [](const Actor& a) { return a.agent().setNotReady(reason(a)); }},
    Verb{"asks for wrap-up", [](const Actor& a) { return a.agent().setWrapUp(); }},
    Verb{"dials (\\S+)", [](const Actor& a) { return a.agent().makeCall(a.dial(1)); }},
    Verb{"answers", [](const Actor& a) { return a.call({Alerting}).answer(); }},
    Verb{"holds", [](const Actor& a) { return a.call({Connect}).hold(); }},
    Verb{"retrieves", [](const Actor& a) { return a.call({Held}).retrieve(); }},
    Verb{"hangs up",
         [](const Actor& a) {
             return a.call({Connect, Initiate, Fail}).clearConnection();
         }},
    Verb{"sets data", [](const Actor& a) { return a.call({Connect}).setCallData(a.data); }},
    Verb{"completes the wrap-up data",
         [](const Actor& a) {
             Call* ended = a.desk.session.wrapupCall();
             return ended ? ended->setCallData(a.data) : CilResult{CilCode::InvalidCall};
         }},
    Verb{"makes it current", [](const Actor& a) { return a.desk.session.setCurrentCall(&a.call()); }},
};

} // namespace

std::optional<CilResult> act(Actor actor, const QString& verb) {
    for (const Verb& row : verbs) {
        const QRegularExpression pattern(QRegularExpression::anchoredPattern(QLatin1StringView(row.pattern)));
        const auto match = pattern.match(verb);
        if (!match.hasMatch())
            continue;
        actor.words = match.capturedTexts();
        return row.perform(actor);
    }
    return std::nullopt;
}

} // namespace callwright::testing
