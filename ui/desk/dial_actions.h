#pragma once

#include "ui/desk/request_book.h"
#include "ui/dialogs/dial_dialog.h"
#include "ui/dialogs/keypad_dialog.h"

#include <QPointer>

namespace callwright {

class RecentNumbers;

/// Everything that takes a number: calling, consulting, transferring, adding, forwarding, and tones.
class DialActions final : public QObject {
    Q_OBJECT
public:
    /// All outlive the actions; dialogs belong to the window.
    DialActions(RequestBook& requests, RecentNumbers& recents, QWidget* window, QObject* parent = nullptr);

    /// What is in the dial field: called at once, or what a dialog starts with.
    void setTyped(const QString& typed) { m_typed = typed; }

    void call();
    void transfer();
    void singleStepTransfer();
    void conference();
    void singleStepConference();
    void forward();
    void keypad(); ///< tones during a call, else a number to call

Q_SIGNALS:
    void dialled(const QString& number); ///< the server has taken it

private:
    void open(DialPurpose purpose, bool singleStep);
    void closeDialog();
    void dial(const DialOptions& options, bool singleStep);
    CilResult request(DialPurpose purpose, const DialOptions& options, bool singleStep);
    void finish(const QString& number, const RequestFailure* refusal, QPointer<DialDialog> dialog);
    void follow(); ///< what is possible changes while a dialog is open
    void openTones();
    void sendTones(const QString& digits);
    void followTones();
    Call* talkingCall() const;
    bool hasCalls() const;
    DialDialog::Setup setupFor(DialPurpose purpose) const;

    RequestBook& m_requests;
    RecentNumbers& m_recents;
    QPointer<QWidget> m_window;
    QPointer<DialDialog> m_dialog;
    QPointer<KeypadDialog> m_tones;
    QPointer<Call> m_about; ///< what the dialog is about
    QString m_typed;
};

} // namespace callwright
