#include "app/console/agent_verbs.h"

#include "app/console/agent_state_dump.h"
#include "app/console/common_verbs.h"
#include "app/console/verb_words.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <optional>

namespace callwright::console {
namespace {

using Context = const VerbContext&;
using Words = const QStringList&;

Answer wrongWord(const QString& word, const char* wanted) {
    return {{}, QStringLiteral("\"%1\" is not %2").arg(word, QString::fromLatin1(wanted)), {}};
}

template <class Method> Answer onAgent(Context context, Method method) {
    Agent* agent = context.session.currentAgent();
    return {agent ? std::invoke(method, *agent) : CilResult{CilCode::InvalidAgent}, {}, {}};
}

template <class Method> Answer onCall(Call* call, Method method) {
    return {call ? std::invoke(method, *call) : CilResult{CilCode::InvalidCall}, {}, {}};
}

/// A request of a call without more to say: VERB [CALL].
template <auto method> Answer plain(Context context, Words words) {
    return onCall(callIn(context.session, words), method);
}

/// A request of the agent without more to say.
template <auto method> Answer plainOfAgent(Context context, Words) { return onAgent(context, method); }

/// A request of the agent about a call, the current one unless told otherwise, or about none.
template <auto method> Answer about(Context context, Words words) {
    Call* call = callIn(context.session, words);
    if (!call && !words.isEmpty())
        return {{CilCode::InvalidCall}, {}, {}};
    return onAgent(context, [call](Agent& agent) { return (agent.*method)(call); });
}

template <auto method> Answer withReason(Context context, Words words) {
    std::optional<std::uint16_t> reason;
    if (!words.isEmpty()) {
        bool isNumber = false;
        reason = words.first().toUShort(&isNumber);
        if (!isNumber)
            return wrongWord(words.first(), "a reason: a number from 0 to 65535");
    }
    return onAgent(context, [reason](Agent& agent) { return (agent.*method)(reason); });
}

Answer login(Context context, Words) {
    return onAgent(context,
                   [&](Agent& agent) { return agent.login(context.options.password, context.options.signIn); });
}

Answer answerCall(Context context, Words words) { return onCall(ringingCallIn(context.session, words), &Call::answer); }

Answer setCurrent(Context context, Words words) {
    return onCall(callIn(context.session, words), [&](Call& call) { return context.session.setCurrentCall(&call); });
}

Answer make(Context context, Words words) {
    const auto options = dialOptionsIn(words);
    if (!options)
        return {{}, options.error(), {}};
    return onAgent(context, [&](Agent& agent) { return agent.makeCall(*options); });
}

/// NUMBER [KEY=VALUE ...] [CALL]
template <class Method> Answer dialOn(Context context, QStringList words, Method method) {
    Call* named = takeCall(context.session, words);
    const auto options = dialOptionsIn(words);
    if (!options)
        return {{}, options.error(), {}};
    return onCall(named ? named : context.session.currentCall(), [&](Call& call) { return method(call, *options); });
}

Answer consult(Context context, Words words) {
    const bool isTransfer = words.first() == u"transfer";
    if (!isTransfer && words.first() != u"conference")
        return wrongWord(words.first(), "\"transfer\" or \"conference\"");
    const ConsultType type = isTransfer ? ConsultType::Transfer : ConsultType::Conference;
    return dialOn(context, words.mid(1),
                  [type](Call& call, const DialOptions& options) { return call.makeConsultCall(options, type); });
}

template <auto method> Answer singleStep(Context context, Words words) {
    return dialOn(context, words, [](Call& call, const DialOptions& options) { return (call.*method)(options); });
}

Answer deflect(Context context, Words given) {
    QStringList words = given;
    Call* named = takeCall(context.session, words);
    return onCall(named ? named : ringingCallIn(context.session, {}),
                  [&](Call& call) { return call.deflect(words.join(u' ')); });
}

Answer dtmf(Context context, Words words) {
    return onCall(callIn(context.session, words.mid(1)), [&](Call& call) { return call.sendDtmf({words.first()}); });
}

Answer record(Context context, Words words) {
    const bool isOn = words.first() == u"on";
    if (!isOn && words.first() != u"off")
        return wrongWord(words.first(), "\"on\" or \"off\"");
    return onCall(callIn(context.session, words.mid(1)), isOn ? &Call::startRecord : &Call::stopRecord);
}

Answer greeting(Context context, Words words) {
    constexpr std::array<std::pair<QStringView, GreetingAction>, 3> actions{
        {{u"on", GreetingAction::Enable}, {u"off", GreetingAction::Disable}, {u"stop", GreetingAction::StopCurrent}}};
    const auto action = std::ranges::find(actions, QStringView(words.first()), &decltype(actions)::value_type::first);
    if (action == actions.end())
        return wrongWord(words.first(), "\"on\", \"off\" or \"stop\"");
    return onAgent(context, [action](Agent& agent) { return agent.setGreeting(action->second); });
}

Answer setData(Context context, Words words) {
    const auto change = dataChange(words.first(), words.mid(1).join(u' '));
    Call* call = context.session.currentCall() ? context.session.currentCall() : context.session.wrapupCall();
    return onCall(call, [&](Call& target) { return target.setCallData(change); });
}

Answer dump(Context context, Words) { return {{}, {}, stateDump(context.session)}; }

constexpr const char* notes[] = {
    "CALL is a UniqueObjectID or a ConnectionCallID; without it the current call is meant, or for "
    "answer and deflect the ringing one.",
    "NUMBER may have blanks. The last word is the CALL when it names a call there is; a number that "
    "ends like one is written without blanks.",
    "AGENT is the AgentID or UniqueObjectID of a team member. teams, watch, unwatch, monitor, stop, "
    "monitorcall, supervise and member are for supervisors.",
    "KEY=VALUE is call data (CallVariable1 to 10, CallWrapupData, user.NAME, UserToUserInfo, "
    "AccountCode, AuthorizationCode, FacilityCode) or an option of dialling (CallPlacementType, "
    "CallMannerType, AlertRings, CallOption, FacilityType, AnsweringMachine, Priority, PostRoute, "
    "SkillGroupNumber).",
};

constexpr Verb verbs[] = {
    {"login", "login", 0, 0, login},
    {"ready", "ready", 0, 0, plainOfAgent<&Agent::setReady>},
    {"notready", "notready [REASON]", 0, 1, withReason<&Agent::setNotReady>},
    {"wrapup", "wrapup", 0, 0, plainOfAgent<&Agent::setWrapUp>},
    {"logout", "logout [REASON]", 0, 1, withReason<&Agent::logout>},
    {"answer", "answer [CALL]", 0, 1, answerCall},
    {"hold", "hold [CALL]", 0, 1, plain<&Call::hold>},
    {"retrieve", "retrieve [CALL]", 0, 1, plain<&Call::retrieve>},
    {"release", "release [CALL]", 0, 1, plain<&Call::clearConnection>},
    {"clear", "clear [CALL]", 0, 1, plain<&Call::clear>},
    {"current", "current CALL", 1, 1, setCurrent},
    {"make", "make NUMBER [KEY=VALUE ...]", 1, -1, make},
    {"consult", "consult transfer|conference NUMBER [KEY=VALUE ...] [CALL]", 2, -1, consult},
    {"transfer", "transfer [CALL]", 0, 1,
     [](Context c, Words w) { return onCall(callIn(c.session, w), [](Call& call) { return call.transfer(); }); }},
    {"conference", "conference [CALL]", 0, 1,
     [](Context c, Words w) { return onCall(callIn(c.session, w), [](Call& call) { return call.conference(); }); }},
    {"sst", "sst NUMBER [KEY=VALUE ...] [CALL]", 1, -1, singleStep<&Call::singleStepTransfer>},
    {"ssc", "ssc NUMBER [KEY=VALUE ...] [CALL]", 1, -1, singleStep<&Call::singleStepConference>},
    {"alternate", "alternate [CALL]", 0, 1,
     [](Context c, Words w) { return onCall(callIn(c.session, w), [](Call& call) { return call.alternate(); }); }},
    {"reconnect", "reconnect [CALL]", 0, 1, plain<&Call::reconnect>},
    {"deflect", "deflect NUMBER [CALL]", 1, -1, deflect},
    {"dtmf", "dtmf TONES [CALL]", 1, 2, dtmf},
    {"record", "record on|off [CALL]", 1, 2, record},
    {"snapshot", "snapshot [CALL]", 0, 1, plain<&Call::snapshot>},
    {"badline", "badline [CALL]", 0, 1, about<&Agent::reportBadCallLine>},
    {"assist", "assist [CALL]", 0, 1, about<&Agent::requestSupervisorAssist>},
    {"emergency", "emergency [CALL]", 0, 1, about<&Agent::makeEmergencyCall>},
    {"greeting", "greeting on|off|stop", 1, 1, greeting},
    {"set", "set VARIABLE VALUE", 1, -1, setData},
    {"dump", "dump", 0, 0, dump},
    {"request", requestUsage, 1, -1, sendRequest},
    {"respond", respondUsage, 1, -1, sendAnswer},
    {"help", "help", 0, 0, help},
    {"quit", "quit", 0, 0, quit},
};

} // namespace

std::span<const Verb> agentVerbs() { return verbs; }

std::span<const char* const> agentNotes() { return notes; }

} // namespace callwright::console
