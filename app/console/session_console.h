#pragma once

#include "app/console/agent_options.h"
#include "app/console/verb.h"
#include "cil/objects/session.h"
#include "cil/settings/settings.h"

#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <span>

namespace callwright::console {

/// What a sub-command makes of a session.
struct ConsolePlan {
    AgentOptions options; ///< of one without an agent only the connection and the seed
    VerbTables verbs;
    std::span<const char* const> notes; ///< what `help` says besides their usages
    std::function<CilResult(Session&)> connect;
};

/// A session without a window: events out, commands in. Knows no streams, so that a test can drive it.
class SessionConsole : public QObject {
    Q_OBJECT
public:
    using Output = std::function<void(const QJsonObject& line)>;

    SessionConsole(ConsolePlan plan, Clock& clock, TransportFactory& transports, Output output);

    /// Connects; false when that was refused at once: the command line was wrong.
    bool start();
    /// One command; its answer goes to the output. What comes before the session is there waits for it, or until
    /// every server was tried in vain: commands from a pipe need not know how long that takes.
    void execute(const QString& line);
    void refuse(const QString& problem); ///< says that a line was no command at all
    void finish();                       ///< quit, when what waits has been executed
    void quit();                         ///< disconnects, then finished()

    Session& session() { return m_session; }

Q_SIGNALS:
    void finished();

private:
    void run(const QString& line);
    void runWaiting();
    void publish(EventId id, const callwright::Arguments& arguments);
    void answer(const QString& command, const Answer& answer);

    ConsolePlan m_plan;
    Output m_output;
    Settings m_settings;
    Session m_session;
    qint64 m_sequence = 0;
    std::optional<QStringList> m_waiting = QStringList{}; ///< lines; nullopt from the first session or failure on
    bool m_isQuitting = false;
};

} // namespace callwright::console
