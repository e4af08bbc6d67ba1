#pragma once

#include "cil/objects/session.h"
#include "cil/settings/settings.h"

#include <QDialog>

#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace callwright {

class SecurityForm;

/// What is needed to sign in.
struct SignInForm {
    ConnectionProfile profile;
    QString agentId;
    QString instrument;
    QString password;
    QString keyPassPhrase{}; ///< of the key of a secured connection
    bool remember = false;
    bool singleSignOn = false; ///< the site knows who it is: no password
    friend bool operator==(const SignInForm&, const SignInForm&) = default;
};

/// Asks who signs in, where. Stays open while the server is asked, and says what went wrong.
class SignInDialog final : public QDialog {
    Q_OBJECT
public:
    SignInDialog(const std::vector<ConnectionProfile>& profiles, QWidget* parent);
    ~SignInDialog() override;

    SignInForm form() const;
    void fill(const SignInForm& form);
    void setPassword(const QString& password);    ///< found in the key store
    void setKeyPassPhrase(const QString& phrase); ///< likewise
    void setBusy(const QString& progress);        ///< waits; only Cancel works
    /// Waits no longer. Lines after the first are what may be copied for whoever helps.
    void setProblem(const QString& problem);
    void setStoreMissing(); ///< says that passwords cannot be kept here

Q_SIGNALS:
    void submitted(const callwright::SignInForm& form);
    void cancelled();
    void identityChanged(); ///< another agent or server: another remembered password

protected:
    void reject() override;
    bool event(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeForm();
    QToolButton* makeMore();
    QWidget* makeProblem();
    QWidget* makeButtons();
    void showMore(bool isShown);
    void fit();
    void showServers(const ConnectionProfile& profile);
    std::optional<Endpoint> serverA() const;
    void chooseProfile(int index);
    void gate();
    void gatePassword();
    void submit();
    bool isOtherServer() const;

    std::vector<ConnectionProfile> m_profiles;
    ConnectionProfile m_otherServer; ///< what is not to be seen in the dialog
    QComboBox* m_profile;
    QLineEdit* m_server;
    QSpinBox* m_peripheral;
    QLineEdit* m_agent;
    QLineEdit* m_instrument;
    QLineEdit* m_password;
    QCheckBox* m_remember;
    QCheckBox* m_singleSignOn;
    QLabel* m_storeNote;
    QLabel* m_problem;
    QToolButton* m_copy;
    SecurityForm* m_security;
    QToolButton* m_more = nullptr;
    QLabel* m_progress;
    QPushButton* m_ok = nullptr;
    QWidget* m_fields = nullptr;
};

} // namespace callwright
