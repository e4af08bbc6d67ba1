#include "ui/desk/help_actions.h"

namespace callwright {

HelpActions::HelpActions(RequestBook& requests, QObject* parent) : QObject(parent), m_requests(requests) {
    connect(&requests.desk(), &Desk::agentChanged, this, &HelpActions::onAgent);
}

void HelpActions::assist() {
    Agent* agent = m_requests.agent();
    m_requests.send(DeskAction::SupervisorAssist, agent ? agent->requestSupervisorAssist(m_requests.currentCall())
                                                        : CilResult{CilCode::InvalidAgent});
}

void HelpActions::emergency() {
    Agent* agent = m_requests.agent();
    m_requests.send(DeskAction::EmergencyCall,
                    agent ? agent->makeEmergencyCall(m_requests.currentCall()) : CilResult{CilCode::InvalidAgent});
}

/// A report changes nothing at the desk, so it is said that it arrived.
void HelpActions::reportBadLine() {
    Agent* agent = m_requests.agent();
    m_requests.send(DeskAction::BadLine,
                    agent ? agent->reportBadCallLine(m_requests.currentCall()) : CilResult{CilCode::InvalidAgent},
                    [this](const RequestFailure* refusal) {
                        m_requests.settle(DeskAction::BadLine);
                        if (!refusal)
                            Q_EMIT told(tr("The bad line was reported."));
                    });
}

void HelpActions::toggleGreeting() {
    Agent* agent = m_requests.agent();
    const bool off = !m_greetingOff;
    const GreetingAction wanted = off ? GreetingAction::Disable : GreetingAction::Enable;
    m_requests.send(DeskAction::Greeting, agent ? agent->setGreeting(wanted) : CilResult{CilCode::InvalidAgent},
                    [this, off](const RequestFailure* refusal) {
                        m_requests.settle(DeskAction::Greeting);
                        if (refusal)
                            return;
                        m_greetingOff = off;
                        Q_EMIT greetingChanged(off);
                        Q_EMIT told(off ? tr("Your greeting is off until you sign out.") : tr("Your greeting is on."));
                    });
}

/// On again at each sign-in (CTI Server guide v25, AGENT_GREETING_CONTROL_REQ).
void HelpActions::onAgent(const AgentView& agent) {
    if (agent.signedIn || !m_greetingOff)
        return;
    m_greetingOff = false;
    Q_EMIT greetingChanged(false);
}

} // namespace callwright
