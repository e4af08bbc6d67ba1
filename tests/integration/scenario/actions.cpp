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
    bool isQuiet = false; ///< no event stands for its confirmation
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
    Verb{"alternates", [](const Actor& a) { return a.call({Connect}).alternate(); }},
    Verb{"reconnects",
         [](const Actor& a) {
             return a.call({Connect, Initiate, Fail}).reconnect();
         }},
    Verb{"consults (\\S+) for transfer",
         [](const Actor& a) { return a.call({Connect}).makeConsultCall(a.dial(1), ConsultType::Transfer); }},
    Verb{"consults (\\S+) for conference",
         [](const Actor& a) { return a.call({Connect}).makeConsultCall(a.dial(1), ConsultType::Conference); }},
    Verb{"completes the transfer", [](const Actor& a) { return a.call({Connect}).transfer(); }},
    Verb{"completes the conference", [](const Actor& a) { return a.call({Connect}).conference(); }},
    Verb{"transfers to (\\S+)", [](const Actor& a) { return a.call({Connect}).singleStepTransfer(a.dial(1)); }},
    Verb{"adds (\\S+)", [](const Actor& a) { return a.call({Connect}).singleStepConference(a.dial(1)); }},
    Verb{"deflects to (\\S+)", [](const Actor& a) { return a.call({Alerting}).deflect(a.word(1)); }, true},
    Verb{"clears the call", [](const Actor& a) { return a.call({Connect}).clear(); }},
    Verb{"sends tones (\\S+)", [](const Actor& a) { return a.call({Connect}).sendDtmf({a.word(1)}); }},
    Verb{"starts recording", [](const Actor& a) { return a.call({Connect}).startRecord(); }},
    Verb{"stops recording", [](const Actor& a) { return a.call({Connect}).stopRecord(); }},
    Verb{"reports a bad line", [](const Actor& a) { return a.agent().reportBadCallLine(a.callOrNone()); }, true},
    Verb{"asks for assistance", [](const Actor& a) { return a.agent().requestSupervisorAssist(a.callOrNone()); }, true},
    Verb{"declares an emergency", [](const Actor& a) { return a.agent().makeEmergencyCall(a.callOrNone()); }, true},
    Verb{"stops the greeting", [](const Actor& a) { return a.agent().setGreeting(GreetingAction::StopCurrent); }},
    Verb{"disables greetings", [](const Actor& a) { return a.agent().setGreeting(GreetingAction::Disable); }},
    Verb{"enables greetings", [](const Actor& a) { return a.agent().setGreeting(GreetingAction::Enable); }},
};

} // namespace

std::optional<CilResult> act(Actor actor, const QString& verb) {
    for (const Verb& row : verbs) {
        const QRegularExpression pattern(QRegularExpression::anchoredPattern(QLatin1StringView(row.pattern)));
        const auto match = pattern.match(verb);
        if (!match.hasMatch())
            continue;
        actor.words = match.capturedTexts();
        const CilResult result = row.perform(actor);
        if (result && result.invokeId != 0)
            row.isQuiet ? actor.desk.sentQuietly(result) : actor.desk.sent(result);
        return result;
    }
    return std::nullopt;
}

} // namespace callwright::testing
