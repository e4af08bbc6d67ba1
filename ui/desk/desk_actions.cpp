#include "ui/desk/desk_actions.h"

#include "cil/events/enablement_bits.h"
#include "cil/events/keywords.h"
#include "ui/text/failure_text.h"

namespace callwright {

DeskActions::DeskActions(Desk& desk, QWidget* window, QObject* parent)
    : QObject(parent), m_desk(desk), m_window(window) {
    connect(&desk, &Desk::requestFailed, this, &DeskActions::settleFailure);
    connect(&desk, &Desk::wrapUpBegan, this, &DeskActions::onWrapUp);
    connect(&desk, &Desk::wrapUpEnded, this, &DeskActions::closeWrapUp);
    connect(&desk, &Desk::connectionClosed, this, &DeskActions::allSettled);
}

/// A request that could not be sent settles at once; the outcome of any other comes by its InvokeID.
void DeskActions::send(DeskAction action, const CilResult& result) {
    if (result) {
        m_waiting.insert(result.invokeId, action);
        Q_EMIT sent();
    } else {
        Q_EMIT failed(failureOf(result));
        Q_EMIT settled(action);
    }
    m_desk.refresh();
}

/// The mask may have allowed it a moment ago; what it was allowed for may be gone.
void DeskActions::sendToAgent(DeskAction action, CilResult (Agent::*request)()) {
    send(action, agent() ? (agent()->*request)() : CilResult{CilCode::InvalidAgent});
}

void DeskActions::sendToCall(DeskAction action, Call* call, CilResult (Call::*request)()) {
    send(action, call ? (call->*request)() : CilResult{CilCode::InvalidCall});
}

void DeskActions::settleFailure(const RequestFailure& failure) {
    Q_EMIT failed(failure);
    const auto waiting = m_waiting.constFind(failure.invokeId);
    if (waiting == m_waiting.constEnd())
        return;
    const DeskAction action = *waiting;
    m_waiting.erase(waiting);
    Q_EMIT settled(action);
}

void DeskActions::signIn() {
    Q_EMIT signInWanted();
    Q_EMIT settled(DeskAction::SignIn);
}

void DeskActions::ready() {
    if (!isWrapUpDataMissing(DeskAction::Ready))
        sendToAgent(DeskAction::Ready, &Agent::setReady);
}

void DeskActions::notReady() {
    if (isWrapUpDataMissing(DeskAction::NotReady))
        return;
    if (m_desk.mask() & enablement::ENABLE_NOTREADY_WITH_REASON)
        askReason(DeskAction::NotReady, tr("Why not ready?"), settings().notReadyReasons, &DeskActions::sendNotReady);
    else
        sendNotReady(std::nullopt);
}

void DeskActions::sendNotReady(std::optional<std::uint16_t> reason) {
    send(DeskAction::NotReady, agent() ? agent()->setNotReady(reason) : CilResult{CilCode::InvalidAgent});
}

void DeskActions::wrapUp() { sendToAgent(DeskAction::WrapUp, &Agent::setWrapUp); }

void DeskActions::signOut() {
    if (m_desk.mask() & enablement::ENABLE_LOGOUT_WITH_REASON)
        askReason(DeskAction::SignOut, tr("Why sign out?"), settings().logoutReasons, &DeskActions::sendSignOut);
    else
        sendSignOut(std::nullopt);
}

void DeskActions::sendSignOut(std::optional<std::uint16_t> reason) {
    send(DeskAction::SignOut, agent() ? agent()->logout(reason) : CilResult{CilCode::InvalidAgent});
}

void DeskActions::askReason(DeskAction action, const QString& question, const std::vector<ReasonCode>& reasons,
                            void (DeskActions::*then)(std::optional<std::uint16_t>)) {
    auto* dialog = new ReasonDialog(question, reasons, buttonText(buttonRow(action)), m_window);
    connect(dialog, &ReasonDialog::chosen, this, [this, then](std::uint16_t code) { (this->*then)(code); });
    connect(dialog, &QDialog::rejected, this, [this, action] { Q_EMIT settled(action); });
    connect(&m_desk, &Desk::connectionClosed, dialog, &QDialog::reject);
    dialog->open();
}

void DeskActions::call() {
    if (m_number.isEmpty()) {
        Q_EMIT failed({0, tr("There is no number to call. Enter digits, or paste a number."), QString()});
        Q_EMIT settled(DeskAction::Call);
        return;
    }
    const CilResult result = agent() ? agent()->makeCall({m_number, {}}) : CilResult{CilCode::InvalidAgent};
    send(DeskAction::Call, result);
    if (result)
        Q_EMIT dialled();
}

void DeskActions::answer() { sendToCall(DeskAction::Answer, currentCall(), &Call::answer); }

void DeskActions::hangUp() { sendToCall(DeskAction::HangUp, currentCall(), &Call::clearConnection); }

void DeskActions::hold() { sendToCall(DeskAction::Hold, currentCall(), &Call::hold); }

void DeskActions::retrieve() { sendToCall(DeskAction::Retrieve, currentCall(), &Call::retrieve); }

void DeskActions::answerCall(const QString& callId) {
    sendToCall(DeskAction::Answer, m_desk.session().findCall(callId), &Call::answer);
}

void DeskActions::makeCurrent(const QString& callId) {
    if (Call* call = m_desk.session().findCall(callId))
        m_desk.session().setCurrentCall(call);
    m_desk.refresh();
}

void DeskActions::changeData(const QString& callId, const Arguments& changes) {
    Call* call = m_desk.session().findCall(callId);
    if (!call)
        return;
    const CilResult result = call->setCallData(changes);
    if (!result)
        Q_EMIT failed(failureOf(result));
    m_desk.refresh();
}

void DeskActions::wrapUpData() {
    openWrapUp(agent() && agent()->wrapupDataRequired());
    Q_EMIT settled(DeskAction::WrapUpData);
}

void DeskActions::onWrapUp(bool dataRequired) {
    if (settings().wrapupDialogEnabled)
        openWrapUp(dataRequired);
}

/// Leaving wrap-up without the data that is required would fail with 280: ask instead.
bool DeskActions::isWrapUpDataMissing(DeskAction action) {
    const Call* call = m_desk.session().wrapupCall();
    if (!call || !agent() || !agent()->wrapupDataRequired())
        return false;
    const bool given = !call->data().toString(keyword::CallWrapupData).isEmpty() ||
                       !call->pendingData().toString(keyword::CallWrapupData).isEmpty();
    if (!given) {
        openWrapUp(true);
        Q_EMIT settled(action);
    }
    return !given;
}

void DeskActions::openWrapUp(bool dataRequired) {
    const Call* call = m_desk.session().wrapupCall();
    if (!call)
        return;
    if (!m_wrapUp) {
        m_wrapUp = new WrapupDialog(settings().incomingWrapupStrings, call->data().toString(keyword::CallWrapupData),
                                    dataRequired, m_window);
        connect(m_wrapUp, &WrapupDialog::saved, this, &DeskActions::saveWrapUp);
    }
    m_wrapUp->show();
    m_wrapUp->raise();
    m_wrapUp->activateWindow();
}

void DeskActions::closeWrapUp() {
    if (m_wrapUp)
        m_wrapUp->done(QDialog::Rejected);
}

void DeskActions::saveWrapUp(const QString& data) {
    if (const Call* call = m_desk.session().wrapupCall())
        changeData(call->uniqueObjectId(), Arguments().set(keyword::CallWrapupData, data));
}

} // namespace callwright
