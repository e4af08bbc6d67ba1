#include "ui/signin/security_form.h"

#include "cil/objects/profile_connection.h"
#include "ui/signin/file_field.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace callwright {

SecurityForm::SecurityForm(QWidget* parent)
    : QWidget(parent), m_form(new QFormLayout(this)), m_sideB(new QLineEdit(this)),
      m_secured(new QCheckBox(tr("Secure&d connection (TLS)"), this)), m_trust(new QComboBox(this)) {
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(2 * rhythm);
    m_form->setVerticalSpacing(rhythm);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_sideB->setObjectName(QStringLiteral("sideBField"));
    m_sideB->setPlaceholderText(tr("host:port, if there is a second one"));
    m_secured->setObjectName(QStringLiteral("securedBox"));
    m_trust->setObjectName(QStringLiteral("trustBox"));
    m_trust->addItems({tr("Authorities this computer trusts"), tr("Authorities of a file"), tr("One certificate")});
    m_form->addRow(tr("Server side &B"), m_sideB);
    m_form->addRow(QString(), m_secured);
    m_form->addRow(tr("&Trust"), m_trust);
    m_caFile = addFile("caField", tr("Aut&hority file"), tr("File of certificate authorities"));
    m_pin = addFile("pinField", tr("Server certi&ficate"), tr("Certificate of the server, or its SHA-256"));
    m_certificate = addFile("certificateField", tr("Ow&n certificate"), tr("Certificate to show to the server"));
    m_key = addFile("keyField", tr("Own &key"), tr("Private key of the own certificate"));
    m_phrase = new QLineEdit(this);
    m_phrase->setObjectName(QStringLiteral("phraseField"));
    m_phrase->setEchoMode(QLineEdit::Password);
    m_form->addRow(tr("Ke&y pass phrase"), m_phrase);
    m_certificate->line()->setPlaceholderText(tr("only if the server wants one"));
    m_key->line()->setPlaceholderText(tr("if it is not in the same file"));
    m_pin->line()->setPlaceholderText(tr("file or SHA-256"));

    connect(m_secured, &QCheckBox::toggled, this, [this](bool isOn) {
        m_sideB->setText(withUsualPort(m_sideB->text(), true, isOn));
        gate();
        Q_EMIT securedChanged(isOn);
        Q_EMIT changed();
    });
    connect(m_trust, &QComboBox::currentIndexChanged, this, [this] {
        gate();
        Q_EMIT changed();
    });
    connect(m_sideB, &QLineEdit::textChanged, this, &SecurityForm::changed);
    gate();
}

FileField* SecurityForm::addFile(const char* name, const QString& label, const QString& what) {
    auto* field = new FileField(name, what, this);
    m_form->addRow(label, field);
    connect(field, &FileField::changed, this, &SecurityForm::changed);
    return field;
}

SecurityForm::Trust SecurityForm::trust() const { return static_cast<Trust>(m_trust->currentIndex()); }

bool SecurityForm::isSecured() const { return m_secured->isChecked(); }

void SecurityForm::setProfile(const ConnectionProfile& profile) {
    const ConnectParameters parameters = connectParametersOf(profile);
    m_sideB->setText(endpointText(parameters.sideB));
    m_secured->setChecked(profile.isSecured);
    const Trust trusted = !profile.pin.isEmpty()      ? Trust::Certificate
                          : !profile.caFile.isEmpty() ? Trust::Authorities
                                                      : Trust::Computer;
    m_trust->setCurrentIndex(static_cast<int>(trusted));
    m_caFile->setText(profile.caFile);
    m_pin->setText(profile.pin);
    m_certificate->setText(profile.certificateFile);
    m_key->setText(profile.keyFile);
}

void SecurityForm::fill(ConnectionProfile& profile) const {
    const auto sideB = endpointFrom(m_sideB->text(), standardPort(ServerSide::B, isSecured()));
    profile.hostB = sideB ? sideB->host : QString();
    profile.portB = sideB ? sideB->port : std::uint16_t(0);
    profile.isSecured = isSecured();
    profile.caFile = isSecured() && trust() == Trust::Authorities ? m_caFile->text() : QString();
    profile.pin = isSecured() && trust() == Trust::Certificate ? m_pin->text() : QString();
    profile.certificateFile = isSecured() ? m_certificate->text() : QString();
    profile.keyFile = isSecured() ? m_key->text() : QString();
}

QString SecurityForm::problem() const {
    if (!m_sideB->text().trimmed().isEmpty() && !endpointFrom(m_sideB->text(), 1))
        return tr("The server of side B is no host or host:port.");
    if (isSecured() && trust() == Trust::Authorities && m_caFile->text().isEmpty())
        return tr("Needs the file of the authorities to trust.");
    if (isSecured() && trust() == Trust::Certificate && m_pin->text().isEmpty())
        return tr("Needs the server's certificate, or its SHA-256.");
    if (isSecured() && m_certificate->text().isEmpty() && !m_key->text().isEmpty())
        return tr("The own key needs its certificate.");
    return {};
}

void SecurityForm::setLocked(bool isLocked) {
    m_isLocked = isLocked;
    gate();
}

QString SecurityForm::keyPassPhrase() const { return isSecured() ? m_phrase->text() : QString(); }

void SecurityForm::setKeyPassPhrase(const QString& phrase) { m_phrase->setText(phrase); }

void SecurityForm::gate() {
    const auto showRow = [this](QWidget* field, bool isShown) {
        field->setVisible(isShown);
        m_form->labelForField(field)->setVisible(isShown);
        field->setEnabled(!m_isLocked);
    };
    m_sideB->setEnabled(!m_isLocked);
    m_secured->setEnabled(!m_isLocked);
    showRow(m_trust, isSecured());
    showRow(m_caFile, isSecured() && trust() == Trust::Authorities);
    showRow(m_pin, isSecured() && trust() == Trust::Certificate);
    showRow(m_certificate, isSecured());
    showRow(m_key, isSecured());
    showRow(m_phrase, isSecured());
    m_phrase->setEnabled(true); // the person's own, whoever set the rest
}

QString withUsualPort(const QString& server, bool isSideB, bool isSecured) {
    const ServerSide side = isSideB ? ServerSide::B : ServerSide::A;
    auto endpoint = endpointFrom(server, standardPort(side, !isSecured));
    if (!endpoint || endpoint->port != standardPort(side, !isSecured))
        return server;
    endpoint->port = standardPort(side, isSecured);
    return endpointText(*endpoint);
}

} // namespace callwright
