#include "cil/objects/agent.h"

#include "cil/objects/agent_events.h"
#include "cil/objects/agent_facts.h"
#include "cil/objects/agent_requests.h"
#include "cil/objects/session_core.h"
#include "cil/service/failures.h"

#include <algorithm>

namespace callwright {

Agent::Agent(Seat& seat, const AgentFacts& facts, QObject* parent) : QObject(parent), m_seat(seat), m_facts(facts) {}

const AgentIdentity& Agent::identity() const { return m_facts.identity; }

QString Agent::uniqueObjectId() const { return m_seat.agentUid(); }

QString Agent::extension() const { return m_facts.extension; }

AgentState Agent::state() const { return m_facts.state; }

std::uint32_t Agent::reasonCode() const { return m_facts.reasonCode.value_or(0); }

QString Agent::reasonText() const {
    const bool isOut = m_facts.state == AgentState::Logout;
    if (!m_facts.reasonCode || (!isOut && m_facts.state != AgentState::NotReady))
        return {}; // the guide: the code of other states means nothing
    const auto& reasons = isOut ? m_seat.session.settings.logoutReasons : m_seat.session.settings.notReadyReasons;
    const auto named = std::ranges::find(reasons, *m_facts.reasonCode, &ReasonCode::code);
    return named != reasons.end() ? named->text : service::systemReasonText(*m_facts.reasonCode);
}

bool Agent::isReasonKnown() const { return m_facts.reasonCode.has_value(); }

std::optional<AgentState> Agent::nextState() const { return m_facts.nextState; }

std::uint32_t Agent::incomingOrOutgoing() const { return m_facts.incomingOrOutgoing; }

Milliseconds Agent::timeInState() const { return m_seat.session.clock.now() - m_facts.stateSince; }

bool Agent::isSignedIn() const { return m_facts.isSignedIn(); }

Arguments Agent::properties() const { return m_facts.properties; }

bool Agent::notReadyReasonRequired() const {
    return m_facts.desk && (m_facts.desk->mask & protocol::DeskSettingsMask::DESK_IDLE_REASON_REQUIRED_MASK) != 0;
}

bool Agent::logoutReasonRequired() const {
    return m_facts.desk && (m_facts.desk->mask & protocol::DeskSettingsMask::DESK_LOGOUT_REASON_REQUIRED_MASK) != 0;
}

bool Agent::wrapupDataRequired() const { return callwright::wrapupDataRequired(m_facts); }

CilResult Agent::login(const QString& password, SignInMethod method) { return requestLogin(m_seat, password, method); }

CilResult Agent::logout(std::optional<std::uint16_t> reasonCode) { return requestLogout(m_seat, reasonCode); }

CilResult Agent::setReady() { return requestReady(m_seat); }

CilResult Agent::setNotReady(std::optional<std::uint16_t> reasonCode) { return requestNotReady(m_seat, reasonCode); }

CilResult Agent::setWrapUp() { return requestWrapUp(m_seat); }

CilResult Agent::makeCall(const DialOptions& options) { return requestMakeCall(m_seat, options); }

CilResult Agent::requestSupervisorAssist(Call* about) { return requestAssist(m_seat, about); }

CilResult Agent::makeEmergencyCall(Call* about) { return requestEmergency(m_seat, about); }

CilResult Agent::reportBadCallLine(Call* about) { return requestBadLine(m_seat, about); }

CilResult Agent::setGreeting(GreetingAction action) { return requestGreeting(m_seat, action); }

} // namespace callwright
