#include "cil/objects/agent.h"

#include "cil/objects/agent_events.h"
#include "cil/objects/agent_facts.h"
#include "cil/objects/agent_requests.h"
#include "cil/objects/chat.h"
#include "cil/objects/properties.h"
#include "cil/objects/requests.h"
#include "cil/objects/session_core.h"
#include "cil/objects/statistics.h"
#include "cil/objects/supervise_requests.h"
#include "cil/objects/team_requests.h"
#include "cil/service/failures.h"

#include <algorithm>

namespace callwright {
namespace {

/// Nobody asks for these from somebody else's place.
template <class Method, class... Values> CilResult fromOwnSeat(Seat& seat, Method method, const Values&... values) {
    return seat.isOwn() ? method(seat.session, values...) : CilResult{CilCode::InvalidAgent};
}

} // namespace

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

bool Agent::isAgent() const { return !isSupervisor(); }

bool Agent::isSupervisor() const { return m_facts.identity.isSupervisor; }

Arguments Agent::properties() const { return agentProperties(m_seat); }

bool Agent::setValue(Keyword key, const ArgValue& value) { return setAgentValue(m_seat, key, value); }

bool Agent::notReadyReasonRequired() const {
    return m_facts.desk && (m_facts.desk->mask & protocol::DeskSettingsMask::DESK_IDLE_REASON_REQUIRED_MASK) != 0;
}

bool Agent::logoutReasonRequired() const {
    return m_facts.desk && (m_facts.desk->mask & protocol::DeskSettingsMask::DESK_LOGOUT_REASON_REQUIRED_MASK) != 0;
}

bool Agent::wrapupDataRequired() const { return callwright::wrapupDataRequired(m_facts); }

CilResult Agent::login(const QString& password, SignInMethod method) {
    return noted(m_seat, requestLogin(m_seat, password, method));
}

CilResult Agent::logout(std::optional<std::uint16_t> reasonCode) {
    return noted(m_seat, m_seat.isOwn() ? requestLogout(m_seat, reasonCode)
                                        : requestMemberState(m_seat, AgentState::Logout, reasonCode));
}

CilResult Agent::setReady() {
    return noted(m_seat, m_seat.isOwn() ? requestReady(m_seat) : requestMemberState(m_seat, AgentState::Available, {}));
}

CilResult Agent::setNotReady(std::optional<std::uint16_t> reasonCode) {
    return noted(m_seat, m_seat.isOwn() ? requestNotReady(m_seat, reasonCode)
                                        : requestMemberState(m_seat, AgentState::NotReady, reasonCode));
}

CilResult Agent::setWrapUp() { return noted(m_seat, requestWrapUp(m_seat)); }

CilResult Agent::makeCall(const DialOptions& options) { return noted(m_seat, requestMakeCall(m_seat, options)); }

CilResult Agent::queryAgentState() { return noted(m_seat, requestAgentState(m_seat)); }

CilResult Agent::requestSupervisorAssist(Call* about) { return noted(m_seat, requestAssist(m_seat, about)); }

CilResult Agent::makeEmergencyCall(Call* about) { return noted(m_seat, requestEmergency(m_seat, about)); }

CilResult Agent::reportBadCallLine(Call* about) { return noted(m_seat, requestBadLine(m_seat, about)); }

CilResult Agent::setGreeting(GreetingAction action) { return noted(m_seat, requestGreeting(m_seat, action)); }

CilResult Agent::sendChatMessage(ChatTo to, const QString& target, const QString& text) {
    return noted(m_seat, requestChat(m_seat, to, target, text));
}

CilResult Agent::enableAgentStatistics() { return noted(m_seat, callwright::enableAgentStatistics(m_seat)); }

CilResult Agent::disableAgentStatistics() { return noted(m_seat, callwright::disableAgentStatistics(m_seat)); }

CilResult Agent::enableSkillGroupStatistics(const std::vector<std::uint32_t>& numbers) {
    return noted(m_seat, fromOwnSeat(m_seat, callwright::enableSkillGroupStatistics, numbers));
}

CilResult Agent::disableSkillGroupStatistics(const std::vector<std::uint32_t>& numbers) {
    return noted(m_seat, fromOwnSeat(m_seat, callwright::disableSkillGroupStatistics, numbers));
}

std::vector<SkillGroup*> Agent::skillGroups() const { return m_seat.session.statistics.skillGroups(); }

bool Agent::isTeamMember() const { return !m_seat.isOwn(); }

CilResult Agent::requestAgentTeamList() { return noted(m_seat, fromOwnSeat(m_seat, requestTeamList)); }

CilResult Agent::startMonitoringAgentTeam(std::uint32_t teamId) {
    return noted(m_seat, fromOwnSeat(m_seat, startWatchingTeam, teamId));
}

CilResult Agent::stopMonitoringAgentTeam(std::uint32_t teamId) {
    return noted(m_seat, fromOwnSeat(m_seat, stopWatchingTeam, teamId));
}

CilResult Agent::startMonitoringAllAgentTeams() { return noted(m_seat, fromOwnSeat(m_seat, startWatchingAllTeams)); }

CilResult Agent::stopMonitoringAllAgentTeams() { return noted(m_seat, fromOwnSeat(m_seat, stopWatchingAllTeams)); }

CilResult Agent::startMonitoringAgent(Agent* member) {
    return noted(m_seat, fromOwnSeat(m_seat, startMonitoring, member));
}

CilResult Agent::stopMonitoringAgent(Agent* member) {
    return noted(m_seat, fromOwnSeat(m_seat, stopMonitoring, member));
}

CilResult Agent::startMonitoringCall(Call* call) { return noted(m_seat, fromOwnSeat(m_seat, setMonitoredCall, call)); }

CilResult Agent::superviseCall(Agent* member, Call* call, SupervisoryAction action) {
    return noted(m_seat, fromOwnSeat(m_seat, requestSupervise, member, call, action));
}

Agent* Agent::monitoredAgent() const {
    const Seat* seat = m_seat.isOwn() ? m_seat.session.supervision.monitored : nullptr;
    return seat ? seat->agent.get() : nullptr;
}

Call* Agent::monitoredCall() const {
    const Seat* seat = m_seat.isOwn() ? m_seat.session.supervision.monitored : nullptr;
    return seat ? seat->book.current() : nullptr;
}

} // namespace callwright
