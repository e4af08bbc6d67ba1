#pragma once

#include "app/console/agent_options.h"
#include "cil/objects/session.h"
#include "cil/settings/settings.h"

#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

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
    struct Command;
    struct Answer;
    static const std::vector<Command>& commands();

    void publish(EventId id, const callwright::Arguments& arguments);
    void answer(const QString& command, const Answer& answer);
    Answer help();
    Answer onAgent(const std::function<CilResult(Agent&)>& method);
    Answer onCall(Call* call, const std::function<CilResult(Call&)>& method);
    Answer withReason(const QStringList& words, CilResult (Agent::*method)(std::optional<std::uint16_t>));
    /// The call meant by no word (the current one), a UniqueObjectID or a ConnectionCallID; nullptr: none.
    Call* callNamed(const QStringList& words) const;
    Call* callToAnswer(const QStringList& words) const; ///< the ringing one, unless told otherwise
    Call* callForData() const;                          ///< the current one, else the one in wrap-up

    AgentOptions m_options;
    Output m_output;
    Settings m_settings;
    Session m_session;
    qint64 m_sequence = 0;
    bool m_isQuitting = false;
};

} // namespace callwright::console
