#pragma once

#include "ui/desk/views.h"

#include <QObject>

#include <functional>
#include <memory>

namespace callwright {

/// Turns the CIL's events into values for the widgets, one delta at a time. Knows nothing of widgets.
class Desk final : public QObject {
    Q_OBJECT
public:
    /// Both outlive the desk.
    Desk(Session& session, Clock& clock, QObject* parent = nullptr);
    ~Desk() override;

    Session& session() const { return m_session; }
    Milliseconds now() const { return m_clock.now(); }
    Milliseconds wallTime() const { return m_clock.wallTime(); }

    const AgentView& agent() const { return m_agent; }
    const std::vector<CallView>& calls() const { return m_calls; }
    const LinkView& link() const { return m_link; }
    std::uint32_t mask() const { return m_session.enablementMask(); }
    /// Looks again at the objects; for after a request, which changes what is pending without an event.
    void refresh();

Q_SIGNALS:
    void agentChanged(const callwright::AgentView& agent);
    void callChanged(const callwright::CallView& call); ///< also for a new one
    void callRemoved(const QString& id);
    void callRenamed(const QString& oldId, const QString& newId);
    void linkChanged(const callwright::LinkView& link);
    void maskPublished(std::uint32_t mask); ///< also when it is the same again
    void requestFailed(const callwright::RequestFailure& failure);
    void agentModeSet(); ///< connected, the agent may sign in
    void connectionFailed(const QString& why);
    void connectionClosed();
    void signedOut();
    void wrapUpBegan(bool dataRequired); ///< of a call that may carry data
    void wrapUpEnded();
    void told(const QString& message); ///< for the status line
    void ticked();                     ///< once a second

private:
    using Handler = void (Desk::*)(const Arguments&);
    static Handler handlerOf(EventId id);

    void onEvent(EventId id, const Arguments& arguments);
    void refreshAgent();
    void tellState(const AgentView& before);
    void refreshCalls();
    void refreshLink();
    void followWrapUp();
    void tick();

    void onAgentModeSet(const Arguments& arguments);
    void onPostLogout(const Arguments& arguments);
    void onMask(const Arguments& arguments);
    void onRequestFailure(const Arguments& arguments);
    void onConnectionFailure(const Arguments& arguments);
    void onSystemFailure(const Arguments& arguments);
    void onConnectionRejected(const Arguments& arguments);
    void onConnectionClosed(const Arguments& arguments);
    void onCallDataUpdate(const Arguments& arguments);

    CallView viewOf(const Call& call) const;

    Session& m_session;
    Clock& m_clock;
    AgentView m_agent;
    std::vector<CallView> m_calls;
    LinkView m_link;
    Milliseconds m_lost{0}; ///< when the link was lost last
    bool m_wrappingUp = false;
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace callwright
