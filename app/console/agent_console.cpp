#include "app/console/agent_console.h"

#include "app/console/supervisor_verbs.h"
#include "cil/events/json.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace callwright::console {
namespace {

const Verb* verbNamed(const QString& name) {
    for (const auto& verbs : {agentVerbs(), supervisorVerbs()}) {
        const auto found = std::ranges::find_if(
            verbs, [&](const Verb& candidate) { return name == QLatin1StringView(candidate.name); });
        if (found != verbs.end())
            return &*found;
    }
    return nullptr; // no such verb
}

} // namespace

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
    const Verb* command = verbNamed(name);
    const VerbContext context{m_session, m_options, [this] {
                                  QTimer::singleShot(0, this, &AgentConsole::quit); // after its own answer
                              }};
    if (!command)
        answer(name, {{}, QStringLiteral("unknown command; \"help\" lists those there are"), {}});
    else if (words.size() < command->least || (command->most >= 0 && words.size() > command->most))
        answer(name, {{}, QStringLiteral("usage: %1").arg(QLatin1StringView(command->usage)), {}});
    else
        answer(name, command->run(context, words));
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
            line.insert(QStringLiteral("error"), cilErrorText(answer.result));
        if (answer.result.invokeId != 0)
            line.insert(QStringLiteral("invoke"), static_cast<qint64>(answer.result.invokeId));
    }
    m_output(line);
}

} // namespace callwright::console
