#include "app/console/session_console.h"

#include "cil/events/json.h"
#include "cil/events/keywords.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace callwright::console {
namespace {

const Verb* verbNamed(const VerbTables& tables, const QString& name) {
    for (const auto& table : tables) {
        const auto found = std::ranges::find_if(
            table, [&](const Verb& candidate) { return name == QLatin1StringView(candidate.name); });
        if (found != table.end())
            return &*found;
    }
    return nullptr; // no such verb
}

/// Whether commands make sense now: the session is there, or every server was tried in vain.
bool endsTheWait(EventId id, const callwright::Arguments& arguments, bool isMonitorMode) {
    switch (id) {
    case EventId::OnSetAgentModeEvent:
    case EventId::OnConnectionRejected:
        return true;
    case EventId::OnConnection:
        return isMonitorMode;
    case EventId::OnConnectionFailure:
        return arguments.toInt(keyword::RetryIn) != 0; // 0: the next one is tried at once
    default:
        return false;
    }
}

} // namespace

SessionConsole::SessionConsole(ConsolePlan plan, Clock& clock, TransportFactory& transports, Output output)
    : m_plan(std::move(plan)), m_output(std::move(output)), m_settings(Settings::defaults()),
      m_session(clock, transports, m_settings, m_plan.options.seed) {
    connect(&m_session.events(), &Publisher::event, this, &SessionConsole::publish);
}

bool SessionConsole::start() {
    const CilResult result = m_plan.connect(m_session);
    answer(QStringLiteral("connect"), {result, {}, {}});
    return static_cast<bool>(result);
}

void SessionConsole::execute(const QString& line) {
    if (m_waiting)
        m_waiting->append(line);
    else
        run(line);
}

void SessionConsole::finish() {
    if (m_waiting)
        m_waiting->append(QStringLiteral("quit"));
    else
        quit();
}

void SessionConsole::runWaiting() {
    for (const QString& line : std::exchange(m_waiting, std::nullopt).value_or(QStringList()))
        run(line);
}

void SessionConsole::run(const QString& line) {
    QStringList words = line.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return;
    const QString name = words.takeFirst();
    const Verb* command = verbNamed(m_plan.verbs, name);
    const VerbContext context{m_session, m_plan.options, m_plan.verbs, m_plan.notes, [this] {
                                  QTimer::singleShot(0, this, &SessionConsole::quit); // after its own answer
                              }};
    if (!command)
        answer(name, {{}, QStringLiteral("unknown command; \"help\" lists those there are"), {}});
    else if (words.size() < command->least || (command->most >= 0 && words.size() > command->most))
        answer(name, {{}, QStringLiteral("usage: %1").arg(QLatin1StringView(command->usage)), {}});
    else
        answer(name, command->run(context, words));
}

void SessionConsole::refuse(const QString& problem) {
    m_output({{QStringLiteral("command"), QJsonValue()}, {QStringLiteral("error"), problem}});
}

void SessionConsole::quit() {
    if (std::exchange(m_isQuitting, true))
        return;
    if (!m_session.disconnectFrom() && m_session.status() != ConnectionStatus::Closing)
        Q_EMIT finished(); // nothing to close
}

void SessionConsole::publish(EventId id, const callwright::Arguments& arguments) {
    m_output({{QStringLiteral("seq"), ++m_sequence},
              {QStringLiteral("event"), eventName(id)},
              {QStringLiteral("interface"), interfaceName(interfaceOf(id))},
              {QStringLiteral("args"), toJson(arguments)}});
    if (endsTheWait(id, arguments, m_session.isMonitorMode()))
        QTimer::singleShot(0, this, &SessionConsole::runWaiting); // when everything that comes with it has been said
    if (id == EventId::OnConnectionClosed && m_isQuitting)
        QTimer::singleShot(0, this, &SessionConsole::finished); // when everything about the end has been said
}

void SessionConsole::answer(const QString& command, const Answer& answer) {
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
