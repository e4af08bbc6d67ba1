#include "ui/desk/call_actions.h"

#include "ui/text/failure_text.h"

namespace callwright {

CallActions::CallActions(RequestBook& requests, QObject* parent) : QObject(parent), m_requests(requests) {
    connect(&requests, &RequestBook::settled, this, [this](DeskAction action) {
        if (action == DeskAction::Answer)
            m_answering.clear();
    });
    connect(&requests, &RequestBook::allSettled, this, [this] { m_answering.clear(); });
}

void CallActions::answer() { answerOnce(m_requests.currentCall()); }

void CallActions::hangUp() { m_requests.toCall(DeskAction::HangUp, m_requests.currentCall(), &Call::clearConnection); }

void CallActions::hold() { m_requests.toCall(DeskAction::Hold, m_requests.currentCall(), &Call::hold); }

void CallActions::retrieve() { m_requests.toCall(DeskAction::Retrieve, m_requests.currentCall(), &Call::retrieve); }

void CallActions::swap() {
    Call* call = m_requests.currentCall();
    m_requests.send(DeskAction::Swap, call ? call->alternate() : CilResult{CilCode::InvalidCall});
}

void CallActions::reconnect() { m_requests.toCall(DeskAction::Reconnect, m_requests.currentCall(), &Call::reconnect); }

void CallActions::completeTransfer() {
    Call* call = m_requests.currentCall();
    m_requests.send(DeskAction::CompleteTransfer, call ? call->transfer() : CilResult{CilCode::InvalidCall});
}

void CallActions::completeConference() {
    Call* call = m_requests.currentCall();
    m_requests.send(DeskAction::CompleteConference, call ? call->conference() : CilResult{CilCode::InvalidCall});
}

/// Recording changes no mask: the button may be used again as soon as the answer is there.
void CallActions::record() {
    Call* call = m_requests.currentCall();
    const auto settle = [this](const RequestFailure*) { m_requests.settle(DeskAction::Record); };
    if (call && call->isRecording())
        m_requests.send(DeskAction::Record, call->stopRecord(), settle, QStringLiteral("STOP_RECORDING_REQ"));
    else
        m_requests.send(DeskAction::Record, call ? call->startRecord() : CilResult{CilCode::InvalidCall}, settle,
                        QStringLiteral("START_RECORDING_REQ"));
}

void CallActions::answerCall(const QString& callId) { answerOnce(m_requests.desk().session().findCall(callId)); }

/// The button, the grid and the notification are three ways to answer the same call once.
void CallActions::answerOnce(Call* call) {
    if (call && call == m_answering)
        return;
    m_answering = call; // before it is sent: what cannot be sent settles at once
    m_requests.toCall(DeskAction::Answer, call, &Call::answer);
}

void CallActions::makeCurrent(const QString& callId) {
    Session& session = m_requests.desk().session();
    if (Call* call = session.findCall(callId))
        session.setCurrentCall(call);
    m_requests.desk().refresh();
}

void CallActions::changeData(const QString& callId, const Arguments& changes) {
    Call* call = m_requests.desk().session().findCall(callId);
    if (!call)
        return;
    if (const CilResult result = call->setCallData(changes); !result)
        m_requests.fail(failureOf(result, QStringLiteral("SET_CALL_DATA_REQ")));
    m_requests.desk().refresh();
}

} // namespace callwright
