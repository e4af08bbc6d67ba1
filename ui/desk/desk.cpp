#include "ui/desk/desk.h"

#include "cil/events/keywords.h"
#include "ui/calls/data_element.h"
#include "ui/text/call_text.h"
#include "ui/text/failure_text.h"
#include "ui/text/state_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace callwright {

namespace {

/// A time point is computed from a duration that was read a moment later: the same point moves by a little.
Milliseconds steadied(Milliseconds fresh, Milliseconds old) {
    return std::chrono::abs(fresh - old) < std::chrono::milliseconds(500) ? old : fresh;
}

/// A number only where neither the settings nor the system have words for it.
QString reasonOf(const Agent& agent) {
    const QString words = agent.reasonText();
    const bool hasNumber = agent.state() == AgentState::NotReady && agent.isReasonKnown() && agent.reasonCode() != 0;
    return words.isEmpty() && hasNumber ? Desk::tr("reason %1").arg(agent.reasonCode()) : words;
}

/// A takeover that is over so soon is not worth a word: what is not confirmed says so.
constexpr Milliseconds momentOfTakeover = std::chrono::seconds(1);

bool isWrapUp(AgentState state) { return state == AgentState::WorkReady || state == AgentState::WorkNotReady; }

} // namespace

Desk::Desk(Session& session, Clock& clock, QObject* parent) : QObject(parent), m_session(session), m_clock(clock) {
    connect(&session.events(), &Publisher::event, this, &Desk::onEvent);
    connect(&session, &Session::confirmedChanged, this, &Desk::refresh);
    refresh();
    tick();
}

Desk::~Desk() = default;

Desk::Handler Desk::handlerOf(EventId id) {
    static constexpr std::array<std::pair<EventId, Handler>, 10> handlers{{
        {EventId::OnSetAgentModeEvent, &Desk::onAgentModeSet},
        {EventId::OnPostLogout, &Desk::onPostLogout},
        {EventId::OnButtonEnablementChange, &Desk::onMask},
        {EventId::OnAgentControlFailureConf, &Desk::onRequestFailure},
        {EventId::OnCallControlFailureConf, &Desk::onRequestFailure},
        {EventId::OnConnectionFailure, &Desk::onConnectionFailure},
        {EventId::OnCTIOSFailure, &Desk::onSystemFailure},
        {EventId::OnConnectionRejected, &Desk::onConnectionRejected},
        {EventId::OnConnectionClosed, &Desk::onConnectionClosed},
        {EventId::OnCallDataUpdate, &Desk::onCallDataUpdate},
    }};
    const auto found = std::ranges::find(handlers, id, &std::pair<EventId, Handler>::first);
    return found == handlers.end() ? nullptr : found->second;
}

void Desk::onEvent(EventId id, const Arguments& arguments) {
    const Handler handler = handlerOf(id);
    if (handler)
        (this->*handler)(arguments);
    refresh();
}

/// The objects are up to date before an event is published, so what changed shows by comparing values.
void Desk::refresh() {
    refreshLink();
    refreshAgent();
    refreshCalls();
    followWrapUp();
}

void Desk::refreshAgent() {
    AgentView view;
    if (const Agent* agent = m_session.currentAgent()) {
        view = {agent->identity().agentId,
                agent->identity().agentInstrument,
                agent->extension(),
                agent->state(),
                reasonOf(*agent),
                agent->nextState(),
                now() - agent->timeInState(),
                agent->isSignedIn(),
                m_session.isConfirmed(),
                m_session.showsSilentMonitoring()};
        if (m_session.status() == ConnectionStatus::Closed)
            view.state = AgentState::Logout; // no server knows of anybody here
        if (view.state == m_agent.state)
            view.since = steadied(view.since, m_agent.since);
    }
    if (view == m_agent)
        return;
    const AgentView before = std::exchange(m_agent, view);
    Q_EMIT agentChanged(m_agent);
    tellState(before);
}

/// However the state became known, by an event or by an answer.
void Desk::tellState(const AgentView& before) {
    const bool isNew = m_agent.state != before.state || m_agent.since != before.since;
    const bool isKnown = m_agent.state != AgentState::Unknown && m_session.status() == ConnectionStatus::Open;
    if (isNew && isKnown && (m_agent.signedIn || before.signedIn))
        Q_EMIT told(
            tr("%1 since %2")
                .arg(agentStateLook(m_agent.state).text, clockText(m_clock.wallTime() - (now() - m_agent.since))));
}

CallView Desk::viewOf(const Call& call) const {
    CallView view{call.uniqueObjectId(),
                  call.status(),
                  call.isIncoming(),
                  call.isEnded(),
                  call.isConfirmed(),
                  &call == m_session.currentCall(),
                  now() - call.timeInStatus(),
                  now() - call.age(),
                  call.data(),
                  call.pendingData()};
    view.purpose = call.consultPurpose();
    view.isConference = call.isConference();
    view.isRecording = call.isRecording();
    view.failure = call.failure();
    for (const CallParty& party : call.parties())
        view.parties.push_back({party.deviceId, party.status, party.isSelf});
    if (const Call* counterpart = call.counterpart()) {
        view.counterpart = counterpart->uniqueObjectId();
        view.awaited = counterpart->consultPurpose();
    }
    return view;
}

void Desk::refreshCalls() {
    std::vector<CallView> fresh;
    for (const Call* call : m_session.calls()) {
        if (call->isMonitorTarget())
            continue;
        fresh.push_back(viewOf(*call));
        const auto before = std::ranges::find(m_calls, fresh.back().id, &CallView::id);
        if (before != m_calls.end()) {
            fresh.back().begun = steadied(fresh.back().begun, before->begun);
            if (fresh.back().status == before->status)
                fresh.back().since = steadied(fresh.back().since, before->since);
            fresh.back().refused = refusedData(*before, fresh.back());
        }
    }
    for (CallView& call : fresh) {
        const auto counterpart = std::ranges::find(fresh, call.counterpart, &CallView::id);
        if (!call.counterpart.isEmpty() && counterpart != fresh.end())
            call.counterpartParty = otherParty(*counterpart);
    }
    const std::vector<CallView> old = std::exchange(m_calls, fresh);
    for (const CallView& call : old) {
        if (std::ranges::find(fresh, call.id, &CallView::id) == fresh.end())
            Q_EMIT callRemoved(call.id);
    }
    for (const CallView& call : fresh) {
        const auto before = std::ranges::find(old, call.id, &CallView::id);
        if (before == old.end() || !(*before == call))
            Q_EMIT callChanged(call);
    }
}

void Desk::refreshLink() {
    LinkView view{m_session.status(), m_session.currentServer(), m_session.protocolVersion(), m_session.roundTrip(),
                  m_session.nextTryIn()};
    view.nextServer = m_session.nextServer();
    view.standbyServer = m_session.standbyServer();
    const bool isLost = view.status == ConnectionStatus::Reconnecting;
    if (isLost && m_link.status != ConnectionStatus::Reconnecting)
        m_lost = now();
    view.changesSides = isLost && !view.standbyServer.isEmpty() && now() - m_lost < momentOfTakeover;
    view.hindrance = m_session.hindrance();
    if (view.hindrance == Hindrance::SignedOutByOthers)
        view.reason = m_link.hindrance == view.hindrance ? m_link.reason : m_session.currentAgent()->reasonText();
    if (view.server.isEmpty())
        view.server = m_link.server;
    if (view == m_link)
        return;
    m_link = view;
    Q_EMIT linkChanged(m_link);
}

void Desk::tick() {
    refreshLink();
    Q_EMIT ticked();
    m_alarm = m_clock.after(std::chrono::seconds(1), [this] { tick(); });
}

/// The state and the end of the call come in any order: wrap-up has begun for a person when both are there.
void Desk::followWrapUp() {
    constexpr std::uint32_t outgoing = 2;
    const Agent* agent = m_session.currentAgent();
    const bool wrapsUp =
        agent && isWrapUp(agent->state()) && m_session.wrapupCall() && agent->incomingOrOutgoing() != outgoing;
    if (wrapsUp == m_wrappingUp)
        return;
    m_wrappingUp = wrapsUp;
    if (wrapsUp)
        Q_EMIT wrapUpBegan(agent->wrapupDataRequired());
    else
        Q_EMIT wrapUpEnded();
}

void Desk::onAgentModeSet(const Arguments&) { Q_EMIT agentModeSet(); }

void Desk::onPostLogout(const Arguments&) { Q_EMIT signedOut(); }

void Desk::onMask(const Arguments&) { Q_EMIT maskPublished(m_session.enablementMask()); }

void Desk::onRequestFailure(const Arguments& arguments) { Q_EMIT requestFailed(failureOf(arguments)); }

void Desk::onConnectionFailure(const Arguments& arguments) {
    Q_EMIT connectionFailed(connectionFailureText(arguments));
}

/// What the system says to everybody.
void Desk::onSystemFailure(const Arguments& arguments) {
    constexpr std::uint32_t eSysTextFYI = 5;
    if (arguments.toUInt(keyword::SystemEventID) == eSysTextFYI)
        Q_EMIT told(arguments.toString(keyword::ErrorMessage));
}

void Desk::onConnectionRejected(const Arguments&) {
    Q_EMIT connectionFailed(tr("The server speaks no version of the protocol that this program knows."));
}

void Desk::onConnectionClosed(const Arguments&) { Q_EMIT connectionClosed(); }

void Desk::onCallDataUpdate(const Arguments& arguments) {
    const QString oldId = arguments.toString(keyword::OldUniqueObjectID);
    const QString newId = arguments.toString(keyword::UniqueObjectID);
    const auto call = std::ranges::find(m_calls, oldId, &CallView::id);
    if (oldId.isEmpty() || oldId == newId || call == m_calls.end())
        return;
    call->id = newId;
    Q_EMIT callRenamed(oldId, newId);
}

} // namespace callwright
