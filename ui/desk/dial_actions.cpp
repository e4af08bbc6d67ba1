#include "ui/desk/dial_actions.h"

#include "cil/events/enablement_bits.h"
#include "ui/dial/recent_numbers.h"
#include "ui/text/call_text.h"

#include <algorithm>

namespace callwright {

namespace {

using namespace enablement;

constexpr std::uint32_t callBits = ENABLE_MAKECALL | ENABLE_INSIDE_MAKECALL | ENABLE_OUTSIDE_MAKECALL;

struct PurposeRow {
    DialPurpose purpose;
    DeskAction action; ///< whose button opens the dialog and is off meanwhile
    DeskAction singleStepAction;
    std::uint32_t plainBits;
    std::uint32_t singleStepBits;
};

constexpr std::array purposeRows{
    PurposeRow{DialPurpose::Call, DeskAction::Keypad, DeskAction::Keypad, callBits, 0},
    PurposeRow{DialPurpose::Transfer, DeskAction::Transfer, DeskAction::SingleStepTransfer, ENABLE_TRANSFER_INIT,
               ENABLE_SINGLE_STEP_TRANSFER},
    PurposeRow{DialPurpose::Conference, DeskAction::Conference, DeskAction::SingleStepConference,
               ENABLE_CONFERENCE_INIT, ENABLE_SINGLE_STEP_CONFERENCE},
    PurposeRow{DialPurpose::Forward, DeskAction::Forward, DeskAction::Forward, ENABLE_ANSWER, 0},
};

const PurposeRow& rowOf(DialPurpose purpose) { return *std::ranges::find(purposeRows, purpose, &PurposeRow::purpose); }

DialWays waysOf(DialPurpose purpose, std::uint32_t mask) {
    const PurposeRow& row = rowOf(purpose);
    return {isEnabled(mask, row.plainBits), isEnabled(mask, row.singleStepBits)};
}

} // namespace

DialActions::DialActions(RequestBook& requests, RecentNumbers& recents, QWidget* window, QObject* parent)
    : QObject(parent), m_requests(requests), m_recents(recents), m_window(window) {
    const Desk& desk = requests.desk();
    connect(&desk, &Desk::maskPublished, this, &DialActions::follow);
    connect(&desk, &Desk::callChanged, this, &DialActions::follow);
    connect(&desk, &Desk::callRemoved, this, &DialActions::follow);
    connect(&desk, &Desk::linkChanged, this, &DialActions::follow);
    connect(&desk, &Desk::agentChanged, this, &DialActions::follow);
    connect(&desk, &Desk::connectionClosed, this, [this] {
        closeDialog();
        if (m_tones)
            m_tones->reject();
    });
}

void DialActions::call() {
    const QString number = dialable(m_typed);
    if (number.isEmpty()) {
        m_requests.refuse(DeskAction::Call, tr("There is no number to call. Enter digits, or paste a number."));
        return;
    }
    Agent* agent = m_requests.agent();
    m_requests.send(DeskAction::Call, agent ? agent->makeCall({number}) : CilResult{CilCode::InvalidAgent},
                    [this, number](const RequestFailure* refusal) { finish(number, refusal, nullptr); });
}

void DialActions::transfer() { open(DialPurpose::Transfer, false); }

void DialActions::singleStepTransfer() { open(DialPurpose::Transfer, true); }

void DialActions::conference() { open(DialPurpose::Conference, false); }

void DialActions::singleStepConference() { open(DialPurpose::Conference, true); }

void DialActions::forward() { open(DialPurpose::Forward, false); }

void DialActions::keypad() {
    if (hasCalls())
        openTones();
    else
        open(DialPurpose::Call, false);
}

bool DialActions::hasCalls() const {
    return std::ranges::any_of(m_requests.desk().session().calls(), [](const Call* call) { return !call->isEnded(); });
}

DialDialog::Setup DialActions::setupFor(DialPurpose purpose) const {
    DialDialog::Setup setup;
    setup.purpose = purpose;
    setup.ways = waysOf(purpose, m_requests.desk().mask());
    setup.columns = m_requests.settings().callColumns;
    if (!m_about)
        return setup;
    setup.data = m_about->callData();
    const auto& calls = m_requests.desk().calls();
    const auto view = std::ranges::find(calls, m_about->uniqueObjectId(), &CallView::id);
    setup.about = view == calls.end() ? QString() : otherParty(*view);
    return setup;
}

/// One dialog at a time: another purpose takes the number over.
void DialActions::open(DialPurpose purpose, bool singleStep) {
    QString typed = m_typed;
    if (m_dialog && m_dialog->purpose() != purpose) {
        typed = m_dialog->number();
        closeDialog();
    }
    if (!m_dialog) {
        m_about = purpose == DialPurpose::Call ? nullptr : m_requests.currentCall();
        DialDialog::Setup setup = setupFor(purpose);
        m_dialog = new DialDialog(setup, m_recents, m_window);
        m_dialog->setNumber(typed);
        connect(m_dialog, &DialDialog::dialRequested, this, &DialActions::dial);
        connect(m_dialog, &QDialog::finished, this, [this, purpose] {
            m_dialog.clear(); // it is deleted later, and counts no more
            m_requests.settle(rowOf(purpose).action);
            m_requests.settle(rowOf(purpose).singleStepAction);
        });
    }
    m_dialog->preferSingleStep(singleStep);
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void DialActions::closeDialog() {
    if (m_dialog)
        m_dialog->reject();
}

CilResult DialActions::request(DialPurpose purpose, const DialOptions& options, bool singleStep) {
    if (purpose == DialPurpose::Call)
        return m_requests.agent() ? m_requests.agent()->makeCall(options) : CilResult{CilCode::InvalidAgent};
    if (!m_about)
        return {CilCode::InvalidCall};
    if (purpose == DialPurpose::Forward)
        return m_about->deflect(options.dialedNumber);
    if (purpose == DialPurpose::Transfer)
        return singleStep ? m_about->singleStepTransfer(options)
                          : m_about->makeConsultCall(options, ConsultType::Transfer);
    return singleStep ? m_about->singleStepConference(options)
                      : m_about->makeConsultCall(options, ConsultType::Conference);
}

void DialActions::dial(const DialOptions& options, bool singleStep) {
    const PurposeRow& row = rowOf(m_dialog->purpose());
    m_dialog->setWaiting(true);
    m_requests.send(
        singleStep ? row.singleStepAction : row.action, request(row.purpose, options, singleStep),
        [this, number = options.dialedNumber, dialog = m_dialog](const RequestFailure* refusal) {
            finish(number, refusal, dialog);
        },
        row.purpose == DialPurpose::Call ? QStringLiteral("MAKE_CALL_REQ") : QString());
}

/// A number that was refused stays where it was entered.
void DialActions::finish(const QString& number, const RequestFailure* refusal, QPointer<DialDialog> dialog) {
    if (dialog)
        dialog->setWaiting(false);
    if (refusal) {
        if (dialog)
            dialog->showRefusal(refusal->text);
        return;
    }
    m_recents.add(number);
    Q_EMIT dialled(number);
    if (dialog)
        dialog->accept();
}

/// A dialog about a call that is gone has nothing to ask any more.
void DialActions::follow() {
    followTones();
    if (!m_dialog)
        return;
    const bool isGone = m_dialog->purpose() != DialPurpose::Call && (!m_about || m_about->isEnded());
    if (isGone) {
        closeDialog();
        return;
    }
    const bool isLost = m_requests.desk().link().status == ConnectionStatus::Reconnecting;
    const bool isOther = m_about && m_about != m_requests.currentCall();
    const DialWays ways = waysOf(m_dialog->purpose(), isLost || isOther ? 0 : m_requests.desk().mask());
    if (isLost)
        m_dialog->setWays(ways, tr("There is no connection to the server."));
    else if (isOther)
        m_dialog->setWays(ways, tr("Another call is selected now. Select this call again first."));
    else
        m_dialog->setWays(
            ways, whyOffText(buttonRow(m_dialog->purpose() == DialPurpose::Call ? DeskAction::Call
                                                                                : rowOf(m_dialog->purpose()).action)));
}

Call* DialActions::talkingCall() const {
    const auto talks = [](const Call* call) { return !call->isEnded() && call->status() == CallStatus::Connect; };
    if (m_requests.currentCall() && talks(m_requests.currentCall()))
        return m_requests.currentCall();
    const std::vector<Call*> calls = m_requests.desk().session().calls();
    const auto call = std::ranges::find_if(calls, talks);
    return call == calls.end() ? nullptr : *call;
}

void DialActions::openTones() {
    if (!m_tones) {
        m_tones = new KeypadDialog(m_window);
        connect(m_tones, &KeypadDialog::tonesWanted, this, &DialActions::sendTones);
        connect(m_tones, &QDialog::finished, this, [this] { m_tones.clear(); });
    }
    followTones();
    m_tones->show();
    m_tones->raise();
    m_tones->activateWindow();
    m_requests.settle(DeskAction::Keypad);
}

void DialActions::followTones() {
    if (!m_tones)
        return;
    if (!hasCalls())
        m_tones->reject();
    else
        m_tones->setPossible(talkingCall() && talkingCall()->isConfirmed(), tr("Nobody is on the line to hear tones."));
}

void DialActions::sendTones(const QString& digits) {
    Call* call = talkingCall();
    const CilResult result = call ? call->sendDtmf({digits}) : CilResult{CilCode::InvalidCall};
    if (result)
        m_tones->showSent(result.invokeId, digits);
    m_requests.send(
        DeskAction::Keypad, result,
        [id = result.invokeId, dialog = m_tones](const RequestFailure* refusal) {
            if (refusal && dialog)
                dialog->showRefusal(id, refusal->text);
        },
        QStringLiteral("SEND_DTMF_SIGNAL_REQ"));
}

} // namespace callwright
