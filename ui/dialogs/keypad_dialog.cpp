#include "ui/dialogs/keypad_dialog.h"

#include "ui/dial/keypad.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace callwright {

namespace {

constexpr qsizetype mostAtOnce = 31; // CTI Server guide v25, SEND_DTMF_SIGNAL_REQ: 32 bytes with the final NUL

/// The keys of a phone among what was typed or pasted; A to D are tones, too.
QString tonesIn(const QString& text) {
    QString tones;
    for (const QChar character : text.toUpper()) {
        if (character.isDigit())
            tones += QString::number(character.digitValue());
        else if (QStringLiteral("*#ABCD").contains(character))
            tones += character;
    }
    return tones;
}

} // namespace

KeypadDialog::KeypadDialog(QWidget* parent)
    : QDialog(parent), m_keypad(new Keypad(this)), m_sentField(new QLineEdit(this)), m_problem(new QLabel(this)) {
    setObjectName(QStringLiteral("keypadDialog"));
    setWindowTitle(tr("Keypad"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    m_sentField->setObjectName(QStringLiteral("sentTones"));
    m_sentField->setAccessibleName(tr("Tones sent"));
    m_sentField->setPlaceholderText(tr("Type or click digits"));
    m_sentField->setReadOnly(true);
    m_sentField->setFocusPolicy(Qt::NoFocus);
    m_problem->setObjectName(QStringLiteral("keypadProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* buttons = new QDialogButtonBox(this);
    QPushButton* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setObjectName(QStringLiteral("cancelButton"));
    close->setAutoDefault(false); // Enter is no key of a phone
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_keypad, &Keypad::pressed, this, [this](QChar key) { press(key); });

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * rhythm, 2 * rhythm, 2 * rhythm, 2 * rhythm);
    column->setSpacing(rhythm);
    for (QWidget* part : {static_cast<QWidget*>(m_sentField), static_cast<QWidget*>(m_keypad),
                          static_cast<QWidget*>(m_problem), static_cast<QWidget*>(buttons)})
        column->addWidget(part);
    setMinimumWidth(30 * rhythm);
    setFocusPolicy(Qt::StrongFocus);
    setFocus();
}

void KeypadDialog::press(const QString& keys) {
    const QString tones = tonesIn(keys).left(mostAtOnce);
    if (m_possible && !tones.isEmpty())
        Q_EMIT tonesWanted(tones);
}

void KeypadDialog::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Paste))
        press(QGuiApplication::clipboard()->text());
    else if (!(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) &&
             !tonesIn(event->text()).isEmpty())
        press(event->isAutoRepeat() ? QString() : event->text()); // a key held down is one tone
    else
        QDialog::keyPressEvent(event);
}

void KeypadDialog::setPossible(bool possible, const QString& whyNot) {
    if (possible == m_possible) // what was said about a digit stays
        return;
    m_possible = possible;
    m_keypad->setEnabled(possible);
    say(possible ? QString() : whyNot);
}

void KeypadDialog::showSent(std::uint32_t id, const QString& digits) {
    m_sent.push_back({id, digits});
    say(QString());
    refresh();
}

void KeypadDialog::showRefusal(std::uint32_t id, const QString& text) {
    std::erase_if(m_sent, [id](const Sent& sent) { return sent.id == id; });
    say(text);
    refresh();
}

void KeypadDialog::say(const QString& problem) {
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void KeypadDialog::refresh() {
    QString digits;
    for (const Sent& sent : m_sent)
        digits += sent.digits;
    m_sentField->setText(digits);
}

} // namespace callwright
