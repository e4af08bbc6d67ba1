#include "ui/desk/request_book.h"

#include "ui/text/failure_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace callwright {

namespace {

/// The guide's name of what a button asks for; for those that nobody answers but this program.
QString requestOf(DeskAction action) {
    static constexpr std::array<std::pair<DeskAction, const char*>, 23> names{{
        {DeskAction::Ready, "SET_AGENT_STATE_REQ"},
        {DeskAction::NotReady, "SET_AGENT_STATE_REQ"},
        {DeskAction::WrapUp, "SET_AGENT_STATE_REQ"},
        {DeskAction::SignOut, "SET_AGENT_STATE_REQ"},
        {DeskAction::Call, "MAKE_CALL_REQ"},
        {DeskAction::Answer, "ANSWER_CALL_REQ"},
        {DeskAction::HangUp, "CLEAR_CONNECTION_REQ"},
        {DeskAction::Hold, "HOLD_CALL_REQ"},
        {DeskAction::Retrieve, "RETRIEVE_CALL_REQ"},
        {DeskAction::Transfer, "CONSULTATION_CALL_REQ"},
        {DeskAction::CompleteTransfer, "TRANSFER_CALL_REQ"},
        {DeskAction::SingleStepTransfer, "TRANSFER_CALL_REQ"},
        {DeskAction::Conference, "CONSULTATION_CALL_REQ"},
        {DeskAction::CompleteConference, "CONFERENCE_CALL_REQ"},
        {DeskAction::SingleStepConference, "CONFERENCE_CALL_REQ"},
        {DeskAction::Forward, "DEFLECT_CALL_REQ"},
        {DeskAction::Swap, "ALTERNATE_CALL_REQ"},
        {DeskAction::Reconnect, "RECONNECT_CALL_REQ"},
        {DeskAction::WrapUpData, "SET_CALL_DATA_REQ"},
        {DeskAction::SupervisorAssist, "SUPERVISOR_ASSIST_REQ"},
        {DeskAction::EmergencyCall, "EMERGENCY_CALL_REQ"},
        {DeskAction::BadLine, "BAD_CALL_REQ"},
        {DeskAction::Greeting, "AGENT_GREETING_CONTROL_REQ"},
    }};
    const auto found = std::ranges::find(names, action, &std::pair<DeskAction, const char*>::first);
    return found == names.end() ? QString() : QString::fromLatin1(found->second);
}

} // namespace

RequestBook::RequestBook(Desk& desk, QObject* parent) : QObject(parent), m_desk(desk) {
    connect(&desk, &Desk::requestFailed, this, &RequestBook::onFailure);
    connect(&desk.session(), &Session::requestConfirmed, this, &RequestBook::onConfirmation);
    connect(&desk, &Desk::callRemoved, this, &RequestBook::forgetProven);
    connect(&desk, &Desk::callChanged, this, &RequestBook::forgetProven);
    connect(&desk, &Desk::agentChanged, this, &RequestBook::forgetProven);
    connect(&desk, &Desk::connectionClosed, this, [this] {
        m_waiting.clear();
        m_doubts.clear();
        Q_EMIT allSettled();
    });
}

void RequestBook::send(DeskAction action, const CilResult& result, Outcome then, const QString& request) {
    if (result) {
        m_waiting.insert(result.invokeId, {action, std::move(then), sight()});
        m_doubts.clear();
        Q_EMIT sent();
    } else {
        const RequestFailure failure = failureOf(result, request.isEmpty() ? requestOf(action) : request);
        Q_EMIT failed(failure);
        Q_EMIT settled(action);
        if (then)
            then(&failure);
    }
    m_desk.refresh();
}

/// The mask may have allowed it a moment ago; what it was allowed for may be gone.
void RequestBook::toAgent(DeskAction action, CilResult (Agent::*request)()) {
    send(action, agent() ? (agent()->*request)() : CilResult{CilCode::InvalidAgent});
}

void RequestBook::toCall(DeskAction action, Call* call, CilResult (Call::*request)()) {
    send(action, call ? (call->*request)() : CilResult{CilCode::InvalidCall});
}

void RequestBook::refuse(DeskAction action, const QString& text) {
    Q_EMIT failed({0, text, QString(), QString(), QString()});
    Q_EMIT settled(action);
}

void RequestBook::onFailure(const RequestFailure& failure) {
    const auto waiting = m_waiting.constFind(failure.invokeId);
    if (waiting == m_waiting.constEnd())
        return tellFailure(failure, sight());
    const Waiting request = *waiting;
    m_waiting.erase(waiting);
    tellFailure(failure, request.before);
    Q_EMIT settled(request.action);
    if (request.then)
        request.then(&failure);
}

/// An answer that did not come is not worth a word where it shows that the request was taken.
void RequestBook::tellFailure(const RequestFailure& failure, const Sight& before) {
    if (failure.isOutcomeUnknown && isProven(failure, before, sight()))
        return;
    if (failure.isOutcomeUnknown)
        m_doubts.push_back({failure, before});
    Q_EMIT failed(failure);
}

void RequestBook::forgetProven() {
    const auto stays = [now = sight()](const Doubt& doubt) { return !isProven(doubt.failure, doubt.before, now); };
    const auto over = std::ranges::stable_partition(m_doubts, stays);
    const std::vector<Doubt> settledNow(over.begin(), over.end());
    m_doubts.erase(over.begin(), over.end());
    for (const Doubt& doubt : settledNow)
        Q_EMIT proven(doubt.failure);
}

void RequestBook::onConfirmation(std::uint32_t invokeId) {
    const Outcome then = m_waiting.take(invokeId).then;
    if (then)
        then(nullptr);
}

} // namespace callwright
