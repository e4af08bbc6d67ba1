#pragma once

#include "ui/desk/desk.h"
#include "ui/signin/password_store.h"
#include "ui/signin/sign_in_dialog.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <optional>

namespace callwright {

/// From the dialog to a signed-in agent: connect, wait until the server knows the agent, sign in. What goes wrong is
/// said in the dialog, and the link is closed again.
class SignInFlow final : public QObject {
    Q_OBJECT
public:
    /// All outlive the flow.
    SignInFlow(Desk& desk, PasswordStore& store, QWidget* window, QObject* parent = nullptr);

    void setPreset(const SignInForm& form);           ///< what the dialog starts with
    const SignInForm& form() const { return m_form; } ///< what was submitted last, without its secrets once they served
    bool isUnderWay() const { return m_step != Step::Idle; } ///< what fails meanwhile is said in the dialog
    void open();                                             ///< the dialog, or the one that is open already

Q_SIGNALS:
    void signedIn();
    void cancelled();
    void passwordNotKept(); ///< asked to remember, and there is no key store

private:
    enum class Step { Idle, Connecting, SigningIn };

    void lookUpSecrets();
    void lookUpPassword();
    void lookUpPassPhrase();
    void start(const SignInForm& form);
    void connectNow();
    void signIn();
    void watchAgent(const AgentView& agent);
    void tryOtherSide(const QString& problem);
    void fail(const QString& problem);
    void cancel();
    void finish();
    void keepPassword();
    void keepPassPhrase();
    QString storeKey(const SignInForm& form) const;
    QString phraseKey(const SignInForm& form) const;

    Desk& m_desk;
    PasswordStore& m_store;
    QPointer<QWidget> m_window;
    QPointer<SignInDialog> m_dialog;
    SignInForm m_form;
    Step m_step = Step::Idle;
    int m_sidesLeft = 1;    ///< to be tried before the person hears of it
    QStringList m_problems; ///< of the sides tried
    bool m_startWhenClosed = false;
};

} // namespace callwright
