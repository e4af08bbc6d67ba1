#include "ui/signin/sign_in_dialog.h"

#include "cil/objects/profile_connection.h"
#include "ui/signin/security_form.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace callwright {

namespace {

QLineEdit* makeField(const char* name, QWidget* parent) {
    auto* field = new QLineEdit(parent);
    field->setObjectName(QLatin1String(name));
    return field;
}

QLabel* makeNote(const char* name, QWidget* parent) {
    auto* note = new QLabel(parent);
    note->setObjectName(QLatin1String(name));
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->hide();
    return note;
}

} // namespace

SignInDialog::SignInDialog(const std::vector<ConnectionProfile>& profiles, QWidget* parent)
    : QDialog(parent), m_profiles(profiles), m_profile(new QComboBox(this)), m_server(makeField("serverField", this)),
      m_peripheral(new QSpinBox(this)), m_agent(makeField("agentField", this)),
      m_instrument(makeField("instrumentField", this)), m_password(makeField("passwordField", this)),
      m_remember(new QCheckBox(tr("&Remember my password"), this)),
      m_singleSignOn(new QCheckBox(tr("S&ingle sign-on, without a password"), this)),
      m_storeNote(makeNote("storeNote", this)), m_problem(makeNote("signInProblem", this)),
      m_copy(new QToolButton(this)), m_security(new SecurityForm(this)), m_progress(makeNote("signInProgress", this)) {
    setObjectName(QStringLiteral("signInDialog"));
    setWindowTitle(tr("Sign in to Callwright"));
    m_profile->setObjectName(QStringLiteral("profileBox"));
    m_peripheral->setObjectName(QStringLiteral("peripheralField"));
    m_remember->setObjectName(QStringLiteral("rememberBox"));
    m_singleSignOn->setObjectName(QStringLiteral("singleSignOnBox"));
    m_singleSignOn->setToolTip(tr("For agents whom the site has set up for single sign-on."));
    m_password->setEchoMode(QLineEdit::Password);
    m_peripheral->setRange(1, std::numeric_limits<int>::max());
    m_peripheral->setValue(5000);
    m_peripheral->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_peripheral->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_server->setPlaceholderText(tr("host:port"));
    m_progress->setProperty("quiet", true);
    m_storeNote->setProperty("quiet", true);
    m_storeNote->setText(tr("This computer has no key store that could keep it. You will be asked each time."));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * rhythm, 3 * rhythm, 3 * rhythm, 2 * rhythm);
    column->setSpacing(2 * rhythm);
    m_fields = makeForm();
    column->addWidget(m_fields);
    column->addWidget(m_storeNote);
    column->addWidget(makeProblem());
    column->addWidget(m_progress);
    column->addWidget(makeButtons());
    setMinimumWidth(48 * rhythm);

    for (const ConnectionProfile& profile : m_profiles)
        m_profile->addItem(profile.name);
    m_profile->addItem(tr("Another server"));
    connect(m_profile, &QComboBox::currentIndexChanged, this, &SignInDialog::chooseProfile);
    for (QLineEdit* field : {m_server, m_agent, m_instrument})
        connect(field, &QLineEdit::textChanged, this, &SignInDialog::gate);
    connect(m_security, &SecurityForm::changed, this, &SignInDialog::gate);
    connect(m_security, &SecurityForm::securedChanged, this,
            [this](bool isOn) { m_server->setText(withUsualPort(m_server->text(), false, isOn)); });
    for (QLineEdit* field : {m_server, m_agent})
        connect(field, &QLineEdit::editingFinished, this, &SignInDialog::identityChanged);
    connect(m_singleSignOn, &QCheckBox::toggled, this, &SignInDialog::gatePassword);
    const auto preset = std::ranges::find(m_profiles, true, &ConnectionProfile::isDefault);
    m_profile->setCurrentIndex(preset == m_profiles.end() ? 0 : static_cast<int>(preset - m_profiles.begin()));
    chooseProfile(m_profile->currentIndex());
    gate();
}

/// A field that loses the focus while the dialog goes must not tell it any more.
SignInDialog::~SignInDialog() {
    for (QLineEdit* field : {m_server, m_agent, m_instrument})
        field->disconnect(this);
}

QWidget* SignInDialog::makeForm() {
    auto* fields = new QWidget(this);
    auto* form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(2 * rhythm);
    form->setVerticalSpacing(rhythm);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    form->addRow(tr("&Connection"), m_profile);
    form->addRow(tr("&Server"), m_server);
    form->addRow(tr("P&eripheral"), m_peripheral);
    form->addRow(tr("&Agent ID"), m_agent);
    form->addRow(tr("&Phone"), m_instrument);
    form->addRow(tr("Pass&word"), m_password);
    form->addRow(QString(), m_remember);
    form->addRow(QString(), m_singleSignOn);
    m_more = makeMore();
    form->addRow(m_more);
    form->addRow(m_security);
    m_profile->setVisible(!m_profiles.empty());
    form->labelForField(m_profile)->setVisible(!m_profiles.empty());
    return fields;
}

/// What few people ever need stays out of sight until it is asked for, or is in use.
QToolButton* SignInDialog::makeMore() {
    auto* more = new QToolButton(this);
    more->setObjectName(QStringLiteral("moreConnectionButton"));
    more->setText(tr("&More about the connection"));
    more->setCheckable(true);
    more->setAutoRaise(true);
    more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    more->setFocusPolicy(Qt::StrongFocus);
    connect(more, &QToolButton::toggled, this, &SignInDialog::showMore);
    more->setArrowType(Qt::RightArrow);
    m_security->hide();
    return more;
}

void SignInDialog::showMore(bool isShown) {
    m_more->setArrowType(isShown ? Qt::DownArrow : Qt::RightArrow);
    m_security->setVisible(isShown);
}

/// adjustSize() stops at two thirds of the screen and then cuts the fields to make room for a long problem.
void SignInDialog::fit() {
    if (!isVisible())
        return;
    layout()->activate();
    const QSize hint = layout()->totalSizeHint();
    const int tall = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : hint.height();
    setMinimumHeight(std::min(tall, screen()->availableGeometry().height()));
    resize(width(), minimumHeight());
}

/// Text from outside is in it: plain, and to be selected and copied.
QWidget* SignInDialog::makeProblem() {
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copy->setObjectName(QStringLiteral("copyProblemButton"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy what happened for whoever helps you"));
    m_copy->setFocusPolicy(Qt::StrongFocus);
    m_copy->hide();
    connect(m_copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_problem->text()); });
    auto* area = new QWidget(this);
    auto* column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(rhythm);
    column->addWidget(m_problem);
    column->addWidget(m_copy, 0, Qt::AlignLeading);
    return area;
}

QWidget* SignInDialog::makeButtons() {
    auto* buttons = new QDialogButtonBox(this);
    m_ok = buttons->addButton(tr("Sign in"), QDialogButtonBox::AcceptRole);
    m_ok->setObjectName(QStringLiteral("okButton"));
    m_ok->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setObjectName(QStringLiteral("cancelButton"));
    connect(buttons, &QDialogButtonBox::accepted, this, &SignInDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &SignInDialog::reject);
    return buttons;
}

bool SignInDialog::isOtherServer() const { return m_profile->currentIndex() == static_cast<int>(m_profiles.size()); }

void SignInDialog::chooseProfile(int index) {
    m_server->setEnabled(isOtherServer());
    m_peripheral->setEnabled(isOtherServer());
    if (!isOtherServer() && index >= 0) {
        const ConnectionProfile& profile = m_profiles[static_cast<std::size_t>(index)];
        showServers(profile);
    }
    m_security->setLocked(!isOtherServer());
    Q_EMIT identityChanged();
}

void SignInDialog::showServers(const ConnectionProfile& profile) {
    m_security->setProfile(profile); // first: it may change a usual port
    m_server->setText(endpointText(connectParametersOf(profile).sideA));
    m_peripheral->setValue(static_cast<int>(profile.peripheralId));
}

SignInForm SignInDialog::form() const {
    SignInForm form;
    if (isOtherServer())
        form.profile = m_otherServer;
    else
        form.profile = m_profiles[static_cast<std::size_t>(m_profile->currentIndex())];
    if (const auto server = serverA()) {
        form.profile.hostA = server->host;
        form.profile.portA = server->port;
    }
    m_security->fill(form.profile);
    form.keyPassPhrase = m_security->keyPassPhrase();
    form.profile.peripheralId = static_cast<std::uint32_t>(m_peripheral->value());
    form.agentId = m_agent->text().trimmed();
    form.instrument = m_instrument->text().trimmed();
    form.singleSignOn = m_singleSignOn->isChecked();
    if (!form.singleSignOn) {
        form.password = m_password->text();
        form.remember = m_remember->isChecked();
    }
    return form;
}

void SignInDialog::fill(const SignInForm& form) {
    const auto known = std::ranges::find(m_profiles, form.profile.name, &ConnectionProfile::name);
    m_profile->setCurrentIndex(static_cast<int>(known - m_profiles.begin()));
    m_otherServer.expectedClients = form.profile.expectedClients;
    m_otherServer.attemptsAllowed = form.profile.attemptsAllowed;
    showServers(form.profile);
    m_more->setChecked(isOtherServer() && (form.profile.isSecured || !form.profile.hostB.isEmpty()));
    m_security->setKeyPassPhrase(form.keyPassPhrase);
    m_agent->setText(form.agentId);
    m_instrument->setText(form.instrument);
    m_password->setText(form.password);
    m_remember->setChecked(form.remember);
    m_singleSignOn->setChecked(form.singleSignOn);
}

void SignInDialog::setPassword(const QString& password) {
    m_password->setText(password);
    m_remember->setChecked(!password.isEmpty());
}

void SignInDialog::setKeyPassPhrase(const QString& phrase) { m_security->setKeyPassPhrase(phrase); }

std::optional<Endpoint> SignInDialog::serverA() const {
    return endpointFrom(m_server->text(), standardPort(ServerSide::A, m_security->isSecured()));
}

void SignInDialog::gate() {
    const bool hasPerson = !m_agent->text().trimmed().isEmpty() && !m_instrument->text().trimmed().isEmpty();
    const QString problem =
        serverA() && hasPerson ? m_security->problem() : tr("Needs a server, an agent ID and a phone.");
    m_ok->setEnabled(problem.isEmpty() && m_fields->isEnabled());
    m_ok->setToolTip(problem);
}

void SignInDialog::gatePassword() {
    const bool asked = !m_singleSignOn->isChecked();
    m_password->setEnabled(asked);
    m_remember->setEnabled(asked);
}

void SignInDialog::setBusy(const QString& progress) {
    m_fields->setEnabled(false);
    m_problem->hide();
    m_copy->hide();
    m_progress->setText(progress);
    m_progress->show();
    gate();
}

void SignInDialog::setProblem(const QString& problem) {
    m_fields->setEnabled(true);
    m_progress->hide();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_copy->setVisible(problem.contains(QLatin1Char('\n')));
    gate();
    m_password->setFocus();
    m_password->selectAll();
}

void SignInDialog::setStoreMissing() { m_storeNote->show(); }

void SignInDialog::submit() {
    if (m_ok->isEnabled())
        Q_EMIT submitted(form());
}

void SignInDialog::reject() {
    const bool waiting = !m_fields->isEnabled();
    Q_EMIT cancelled();
    if (!waiting)
        QDialog::reject();
}

bool SignInDialog::event(QEvent* event) {
    const bool isDone = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fit(); // something was shown, hidden or has another text
    return isDone;
}

void SignInDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    fit();
    for (QLineEdit* field : {m_agent, m_instrument, m_password}) {
        if (field->isEnabled() && field->text().isEmpty()) {
            field->setFocus();
            return;
        }
    }
    m_ok->setFocus();
}

} // namespace callwright
