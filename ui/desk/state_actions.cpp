#include "ui/desk/state_actions.h"

#include "cil/events/enablement_bits.h"
#include "cil/events/keywords.h"
#include "ui/dialogs/reason_dialog.h"

namespace callwright {

StateActions::StateActions(RequestBook& requests, QWidget* window, QObject* parent)
    : QObject(parent), m_requests(requests), m_window(window) {
    connect(&requests.desk(), &Desk::wrapUpBegan, this, &StateActions::onWrapUp);
    connect(&requests.desk(), &Desk::wrapUpEnded, this, &StateActions::closeWrapUp);
}

void StateActions::signIn() {
    Q_EMIT signInWanted();
    m_requests.settle(DeskAction::SignIn);
}

void StateActions::ready() {
    if (!isWrapUpDataMissing(DeskAction::Ready))
        m_requests.toAgent(DeskAction::Ready, &Agent::setReady);
}

void StateActions::notReady() {
    if (isWrapUpDataMissing(DeskAction::NotReady))
        return;
    if (m_requests.desk().mask() & enablement::ENABLE_NOTREADY_WITH_REASON)
        askReason(DeskAction::NotReady, tr("Why not ready?"), m_requests.settings().notReadyReasons,
                  &StateActions::sendNotReady);
    else
        sendNotReady(std::nullopt);
}

void StateActions::sendNotReady(std::optional<std::uint16_t> reason) {
    Agent* agent = m_requests.agent();
    m_requests.send(DeskAction::NotReady, agent ? agent->setNotReady(reason) : CilResult{CilCode::InvalidAgent});
}

void StateActions::wrapUp() { m_requests.toAgent(DeskAction::WrapUp, &Agent::setWrapUp); }

void StateActions::signOut() {
    if (m_requests.desk().mask() & enablement::ENABLE_LOGOUT_WITH_REASON)
        askReason(DeskAction::SignOut, tr("Why sign out?"), m_requests.settings().logoutReasons,
                  &StateActions::sendSignOut);
    else
        sendSignOut(std::nullopt);
}

void StateActions::sendSignOut(std::optional<std::uint16_t> reason) {
    Agent* agent = m_requests.agent();
    m_requests.send(DeskAction::SignOut, agent ? agent->logout(reason) : CilResult{CilCode::InvalidAgent});
}

void StateActions::askReason(DeskAction action, const QString& question, const std::vector<ReasonCode>& reasons,
                             void (StateActions::*then)(std::optional<std::uint16_t>)) {
    auto* dialog = new ReasonDialog(question, reasons, buttonText(buttonRow(action)), m_window);
    connect(dialog, &ReasonDialog::chosen, this, [this, then](std::uint16_t code) { (this->*then)(code); });
    connect(dialog, &QDialog::rejected, this, [this, action] { m_requests.settle(action); });
    connect(&m_requests.desk(), &Desk::connectionClosed, dialog, &QDialog::reject);
    dialog->open();
}

void StateActions::wrapUpData() {
    openWrapUp(m_requests.agent() && m_requests.agent()->wrapupDataRequired());
    m_requests.settle(DeskAction::WrapUpData);
}

void StateActions::onWrapUp(bool dataRequired) {
    if (m_requests.settings().wrapupDialogEnabled)
        openWrapUp(dataRequired);
}

/// Leaving wrap-up without the data that is required would fail with 280: ask instead.
bool StateActions::isWrapUpDataMissing(DeskAction action) {
    const Call* call = m_requests.desk().session().wrapupCall();
    if (!call || !m_requests.agent() || !m_requests.agent()->wrapupDataRequired())
        return false;
    const bool given = !call->data().toString(keyword::CallWrapupData).isEmpty() ||
                       !call->pendingData().toString(keyword::CallWrapupData).isEmpty();
    if (!given) {
        openWrapUp(true);
        m_requests.settle(action);
    }
    return !given;
}

void StateActions::openWrapUp(bool dataRequired) {
    const Call* call = m_requests.desk().session().wrapupCall();
    if (!call)
        return;
    if (!m_wrapUp) {
        m_wrapUp = new WrapupDialog(m_requests.settings().incomingWrapupStrings,
                                    call->data().toString(keyword::CallWrapupData), dataRequired, m_window);
        connect(m_wrapUp, &WrapupDialog::saved, this, &StateActions::saveWrapUp);
    }
    m_wrapUp->show();
    m_wrapUp->raise();
    m_wrapUp->activateWindow();
}

void StateActions::closeWrapUp() {
    if (m_wrapUp)
        m_wrapUp->done(QDialog::Rejected);
}

void StateActions::saveWrapUp(const QString& data) {
    if (Call* call = m_requests.desk().session().wrapupCall())
        m_requests.send(DeskAction::WrapUpData, call->setCallData(Arguments().set(keyword::CallWrapupData, data)));
}

} // namespace callwright
