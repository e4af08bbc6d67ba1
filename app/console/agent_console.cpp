#include "app/console/agent_console.h"

#include "app/console/agent_state_dump.h"
#include "cil/events/json.h"
#include "cil/events/keywords.h"

#include <QJsonArray>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace callwright::console {

/// What a command says back: the code of the request, what else there is to say, or why it was none.
struct AgentConsole::Answer {
    CilResult result;
    QString error; ///< the line was no good; empty: it was
    QJsonObject more;
};

struct AgentConsole::Command {
    const char* name;
    const char* usage;
    int least; ///< words behind the name
    int most;
    Answer (*run)(AgentConsole& console, const QStringList& words);
};

namespace {

/// A reason code in a word; nullopt: it is none.
std::optional<std::uint16_t> reasonIn(const QString& word) {
    bool ok = false;
    const ushort code = word.toUShort(&ok);
    return ok ? std::optional<std::uint16_t>(code) : std::nullopt;
}

/// CallVariable3=x as Arguments; ECC variables by their name ("user.account", "user.line[2]").
callwright::Arguments dataChange(const QString& name, const QString& value) {
    if (name.startsWith(u"user.", Qt::CaseInsensitive)) {
        callwright::Arguments ecc;
        ecc.set(name, value);
        return {{keyword::ECC, ecc}};
    }
    callwright::Arguments change;
    change.set(name, value);
    return change;
}

} // namespace

const std::vector<AgentConsole::Command>& AgentConsole::commands() {
    using Words = const QStringList&;
    static const std::vector<Command> all = {
        {"login", "login", 0, 0,
         [](AgentConsole& c, Words) {
             return c.onAgent([&c](Agent& a) { return a.login(c.m_options.password, c.m_options.signIn); });
         }},
        {"ready", "ready", 0, 0, [](AgentConsole& c, Words) { return c.onAgent(&Agent::setReady); }},
        {"notready", "notready [REASON]", 0, 1,
         [](AgentConsole& c, Words words) { return c.withReason(words, &Agent::setNotReady); }},
        {"wrapup", "wrapup", 0, 0, [](AgentConsole& c, Words) { return c.onAgent(&Agent::setWrapUp); }},
        {"logout", "logout [REASON]", 0, 1,
         [](AgentConsole& c, Words words) { return c.withReason(words, &Agent::logout); }},
        {"answer", "answer [CALL]", 0, 1,
         [](AgentConsole& c, Words words) { return c.onCall(c.callToAnswer(words), &Call::answer); }},
        {"hold", "hold [CALL]", 0, 1,
         [](AgentConsole& c, Words words) { return c.onCall(c.callNamed(words), &Call::hold); }},
        {"retrieve", "retrieve [CALL]", 0, 1,
         [](AgentConsole& c, Words words) { return c.onCall(c.callNamed(words), &Call::retrieve); }},
        {"release", "release [CALL]", 0, 1,
         [](AgentConsole& c, Words words) { return c.onCall(c.callNamed(words), &Call::clearConnection); }},
        {"current", "current CALL", 1, 1,
         [](AgentConsole& c, Words words) {
             return c.onCall(c.callNamed(words), [&c](Call& call) { return c.m_session.setCurrentCall(&call); });
         }},
        {"make", "make NUMBER", 1, -1,
         [](AgentConsole& c, Words words) {
             return c.onAgent([&](Agent& a) { return a.makeCall({words.join(u' '), {}}); });
         }},
        {"set", "set VARIABLE VALUE", 1, -1,
         [](AgentConsole& c, Words words) {
             const auto change = dataChange(words.first(), words.mid(1).join(u' '));
             return c.onCall(c.callForData(), [&](Call& call) { return call.setCallData(change); });
         }},
        {"dump", "dump", 0, 0,
         [](AgentConsole& c, Words) {
             return Answer{{}, {}, stateDump(c.m_session)};
         }},
        {"help", "help", 0, 0, [](AgentConsole& c, Words) { return c.help(); }},
        {"quit", "quit", 0, 0,
         [](AgentConsole& c, Words) {
             QTimer::singleShot(0, &c, &AgentConsole::quit); // after its own answer
             return Answer();
         }},
    };
    return all;
}

AgentConsole::AgentConsole(AgentOptions options, Clock& clock, TransportFactory& transports, Output output)
    : m_options(std::move(options)), m_output(std::move(output)), m_settings(Settings::defaults()),
      m_session(clock, transports, m_settings, m_options.seed) {
    connect(&m_session.events(), &Publisher::event, this, &AgentConsole::publish);
}

void AgentConsole::start() {
    const CilResult result = m_session.connectTo(m_options.connection, m_options.agent);
    answer(QStringLiteral("connect"), {result, {}, {}});
}

void AgentConsole::execute(const QString& line) {
    QStringList words = line.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return;
    const QString name = words.takeFirst();
    const auto command = std::ranges::find_if(
        commands(), [&](const Command& candidate) { return name == QLatin1StringView(candidate.name); });
    if (command == commands().end())
        answer(name, {{}, QStringLiteral("unknown command; \"help\" lists those there are"), {}});
    else if (words.size() < command->least || (command->most >= 0 && words.size() > command->most))
        answer(name, {{}, QStringLiteral("usage: %1").arg(QLatin1StringView(command->usage)), {}});
    else
        answer(name, command->run(*this, words));
}

void AgentConsole::refuse(const QString& problem) {
    m_output({{QStringLiteral("command"), QJsonValue()}, {QStringLiteral("error"), problem}});
}

void AgentConsole::quit() {
    if (std::exchange(m_isQuitting, true))
        return;
    if (!m_session.disconnectFrom() && m_session.status() != ConnectionStatus::Closing)
        Q_EMIT finished(); // nothing to close
}

void AgentConsole::publish(EventId id, const callwright::Arguments& arguments) {
    m_output({{QStringLiteral("seq"), ++m_sequence},
              {QStringLiteral("event"), eventName(id)},
              {QStringLiteral("interface"), interfaceName(interfaceOf(id))},
              {QStringLiteral("args"), toJson(arguments)}});
    if (id == EventId::OnConnectionClosed && m_isQuitting)
        QTimer::singleShot(0, this, &AgentConsole::finished); // when everything about the end has been said
}

void AgentConsole::answer(const QString& command, const Answer& answer) {
    QJsonObject line = answer.more;
    line.insert(QStringLiteral("command"), command);
    if (!answer.error.isEmpty()) {
        line.insert(QStringLiteral("error"), answer.error);
    } else {
        line.insert(QStringLiteral("result"), cilErrorName(answer.result.code));
        if (!answer.result)
            line.insert(QStringLiteral("error"), cilErrorText(answer.result.code));
        if (answer.result.invokeId != 0)
            line.insert(QStringLiteral("invoke"), static_cast<qint64>(answer.result.invokeId));
    }
    m_output(line);
}

AgentConsole::Answer AgentConsole::help() {
    QJsonArray usages;
    for (const Command& command : commands())
        usages.append(QString::fromLatin1(command.usage));
    return {{}, {}, {{QStringLiteral("commands"), usages}}};
}

AgentConsole::Answer AgentConsole::onAgent(const std::function<CilResult(Agent&)>& method) {
    Agent* agent = m_session.currentAgent();
    return {agent ? method(*agent) : CilResult{CilCode::InvalidAgent}, {}, {}};
}

AgentConsole::Answer AgentConsole::onCall(Call* call, const std::function<CilResult(Call&)>& method) {
    return {call ? method(*call) : CilResult{CilCode::InvalidCall}, {}, {}};
}

AgentConsole::Answer AgentConsole::withReason(const QStringList& words,
                                              CilResult (Agent::*method)(std::optional<std::uint16_t>)) {
    std::optional<std::uint16_t> reason;
    if (!words.isEmpty() && !(reason = reasonIn(words.first())))
        return {{}, QStringLiteral("a reason is a number from 0 to 65535, not \"%1\"").arg(words.first()), {}};
    return onAgent([&](Agent& agent) { return (agent.*method)(reason); });
}

Call* AgentConsole::callNamed(const QStringList& words) const {
    if (words.isEmpty())
        return m_session.currentCall();
    if (Call* call = m_session.findCall(words.first()))
        return call;
    for (Call* call : m_session.calls()) {
        if (!call->isEnded() && QString::number(call->connectionCallId()) == words.first())
            return call;
    }
    return nullptr;
}

Call* AgentConsole::callToAnswer(const QStringList& words) const {
    if (!words.isEmpty())
        return callNamed(words);
    for (Call* call : m_session.calls()) {
        if (call->status() == CallStatus::Alerting)
            return call;
    }
    return m_session.currentCall();
}

Call* AgentConsole::callForData() const {
    return m_session.currentCall() ? m_session.currentCall() : m_session.wrapupCall();
}

} // namespace callwright::console
