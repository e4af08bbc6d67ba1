#include "ui/signin/sign_in_flow.h"

#include "cil/objects/profile_connection.h"
#include "ui/text/failure_text.h"

#include <utility>

namespace callwright {

SignInFlow::SignInFlow(Desk& desk, PasswordStore& store, QWidget* window, QObject* parent)
    : QObject(parent), m_desk(desk), m_store(store), m_window(window) {
    connect(&desk, &Desk::agentModeSet, this, &SignInFlow::signIn);
    connect(&desk, &Desk::agentChanged, this, &SignInFlow::watchAgent);
    connect(&desk, &Desk::requestFailed, this, [this](const RequestFailure& failure) { fail(failure.text); });
    connect(&desk, &Desk::connectionFailed, this, &SignInFlow::tryOtherSide);
    connect(&desk, &Desk::connectionClosed, this, [this] {
        if (std::exchange(m_startWhenClosed, false))
            connectNow();
    });
}

void SignInFlow::setPreset(const SignInForm& form) { m_form = form; }

void SignInFlow::open() {
    if (!m_dialog) {
        m_dialog = new SignInDialog(m_desk.session().settings().profiles, m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        m_dialog->fill(m_form);
        connect(m_dialog, &SignInDialog::submitted, this, &SignInFlow::start);
        connect(m_dialog, &SignInDialog::cancelled, this, &SignInFlow::cancel);
        connect(m_dialog, &SignInDialog::identityChanged, this, &SignInFlow::lookUpSecrets);
        lookUpSecrets();
    }
    m_dialog->open();
}

QString SignInFlow::storeKey(const SignInForm& form) const {
    return QStringLiteral("%1@%2").arg(form.agentId, endpointText(connectParametersOf(form.profile).sideA));
}

QString SignInFlow::phraseKey(const SignInForm& form) const {
    const ConnectionProfile& profile = form.profile;
    return QStringLiteral("key:") + (profile.keyFile.isEmpty() ? profile.certificateFile : profile.keyFile);
}

void SignInFlow::lookUpSecrets() {
    lookUpPassword();
    lookUpPassPhrase();
}

void SignInFlow::lookUpPassword() {
    const SignInForm asked = m_dialog->form();
    if (asked.agentId.isEmpty() || !asked.password.isEmpty())
        return;
    m_store.fetch(storeKey(asked),
                  [this, guard = QPointer(m_dialog), key = storeKey(asked)](auto result, const QString& password) {
                      if (!guard || storeKey(guard->form()) != key || !guard->form().password.isEmpty())
                          return;
                      if (result == PasswordStore::Result::Done)
                          guard->setPassword(password);
                      else if (result == PasswordStore::Result::NoStore)
                          guard->setStoreMissing();
                  });
}

void SignInFlow::lookUpPassPhrase() {
    const SignInForm asked = m_dialog->form();
    if (asked.profile.certificateFile.isEmpty() || !asked.keyPassPhrase.isEmpty())
        return;
    m_store.fetch(phraseKey(asked),
                  [this, guard = QPointer(m_dialog), key = phraseKey(asked)](auto result, const QString& phrase) {
                      if (guard && result == PasswordStore::Result::Done && phraseKey(guard->form()) == key &&
                          guard->form().keyPassPhrase.isEmpty())
                          guard->setKeyPassPhrase(phrase);
                  });
}

void SignInFlow::start(const SignInForm& form) {
    m_form = form;
    m_dialog->setBusy(tr("Connecting to %1").arg(endpointText(connectParametersOf(form.profile).sideA)));
    m_step = Step::Connecting;
    if (m_desk.session().status() == ConnectionStatus::Closed) {
        connectNow();
    } else { // what an earlier attempt left
        m_startWhenClosed = true;
        m_desk.session().disconnectFrom();
    }
}

void SignInFlow::connectNow() {
    if (m_step != Step::Connecting)
        return;
    ConnectParameters parameters = connectParametersOf(m_form.profile);
    parameters.security.keyPassPhrase = m_form.keyPassPhrase;
    m_sidesLeft = parameters.sideB.host.isEmpty() ? 1 : 2;
    m_problems.clear();
    const CilResult result =
        m_desk.session().connectTo(parameters, {m_form.profile.peripheralId, m_form.agentId, m_form.instrument, false});
    if (!result)
        fail(failureOf(result).text);
    m_desk.refresh();
}

/// The session goes on to the other side by itself; when neither takes us, the person hears what both said.
void SignInFlow::tryOtherSide(const QString& problem) {
    if (!m_problems.contains(problem))
        m_problems += problem;
    const bool goesOn = m_desk.session().status() == ConnectionStatus::Reconnecting;
    if (m_step != Step::Connecting || !goesOn || --m_sidesLeft <= 0)
        fail(m_problems.join(QLatin1Char('\n')));
    else
        m_dialog->setBusy(tr("Trying the other server"));
}

void SignInFlow::signIn() {
    if (m_step != Step::Connecting)
        return;
    m_step = Step::SigningIn;
    m_dialog->setBusy(tr("Signing in"));
    Agent* agent = m_desk.session().currentAgent();
    if (agent->isSignedIn()) { // kept by the server over a restart
        finish();
        return;
    }
    const CilResult result =
        agent->login(m_form.password, m_form.singleSignOn ? SignInMethod::SingleSignOn : SignInMethod::Password);
    if (!result)
        fail(failureOf(result).text);
}

void SignInFlow::watchAgent(const AgentView& agent) {
    if (m_step == Step::SigningIn && agent.signedIn)
        finish();
}

void SignInFlow::fail(const QString& problem) {
    if (m_step == Step::Idle)
        return;
    m_step = Step::Idle;
    m_desk.session().disconnectFrom();
    m_desk.refresh();
    if (m_dialog)
        m_dialog->setProblem(problem);
}

void SignInFlow::cancel() {
    if (m_step == Step::Idle)
        Q_EMIT cancelled();
    else
        fail(QString());
}

void SignInFlow::finish() {
    m_step = Step::Idle;
    keepPassword();
    keepPassPhrase();
    m_form.password.clear();
    m_form.keyPassPhrase.clear();
    if (m_dialog)
        m_dialog->accept();
    Q_EMIT signedIn();
}

void SignInFlow::keepPassword() {
    if (m_form.singleSignOn)
        return;
    if (!m_form.remember) {
        m_store.forget(storeKey(m_form), [](PasswordStore::Result) {}); // nothing to tell: it was not to be kept
        return;
    }
    m_store.keep(storeKey(m_form), m_form.password, [this](PasswordStore::Result result) {
        if (result != PasswordStore::Result::Done)
            Q_EMIT passwordNotKept();
    });
}

void SignInFlow::keepPassPhrase() {
    if (m_form.remember && !m_form.keyPassPhrase.isEmpty())
        m_store.keep(phraseKey(m_form), m_form.keyPassPhrase, [](PasswordStore::Result) {}); // as for the password
}

} // namespace callwright
