#pragma once

#include "app/console/agent_options.h"
#include "app/console/agent_verbs.h"
#include "cil/objects/session.h"
#include "cil/settings/settings.h"

#include <QJsonObject>
#include <QObject>
#include <QString>

#include <functional>

namespace callwright::console {

/// A headless agent: events out, commands in. Knows no streams, so that a test can drive it.
class AgentConsole : public QObject {
    Q_OBJECT
public:
    using Output = std::function<void(const QJsonObject& line)>;

    AgentConsole(AgentOptions options, Clock& clock, TransportFactory& transports, Output output);

    void start();                        ///< connects
    void execute(const QString& line);   ///< one command; its answer goes to the output
    void refuse(const QString& problem); ///< says that a line was no command at all
    void quit();                         ///< disconnects, then finished()

    Session& session() { return m_session; }

Q_SIGNALS:
    void finished();

private:
    void publish(EventId id, const callwright::Arguments& arguments);
    void answer(const QString& command, const Answer& answer);

    AgentOptions m_options;
    Output m_output;
    Settings m_settings;
    Session m_session;
    qint64 m_sequence = 0;
    bool m_isQuitting = false;
};

} // namespace callwright::console
