#include "tests/gui/colleague.h"

#include <stdexcept>

namespace callwright::test {

Colleague::Colleague(Clock& clock, TransportFactory& transports, const Settings& settings, const Endpoint& server,
                     const char* agentId, const char* instrument, bool isSupervisor,
                     const std::optional<Endpoint>& serverB)
    : m_session(std::make_unique<Session>(clock, transports, settings, 2)) {
    QObject::connect(&m_session->events(), &Publisher::event, m_session.get(),
                     [this](EventId id, const Arguments&) { onEvent(id); });
    ConnectParameters parameters;
    parameters.sideA = server;
    parameters.sideB = serverB.value_or(Endpoint());
    const AgentIdentity identity{5000, QLatin1String(agentId), QLatin1String(instrument), isSupervisor};
    if (!m_session->connectTo(parameters, identity))
        throw std::runtime_error("a colleague cannot connect");
}

bool Colleague::isSignedIn() const { return m_session->currentAgent() && m_session->currentAgent()->isSignedIn(); }

void Colleague::onEvent(EventId id) {
    if (id == EventId::OnSetAgentModeEvent)
        m_session->currentAgent()->login(QString());
    if (id != EventId::OnCallDelivered)
        return;
    for (Call* call : m_session->calls()) {
        if (call->isIncoming() && call->status() == CallStatus::Alerting)
            call->answer();
    }
}

} // namespace callwright::test
