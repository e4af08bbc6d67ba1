#include "ui/dialogs/dial_dialog.h"

#include "ui/dial/dial_field.h"
#include "ui/dial/keypad.h"
#include "ui/dial/recent_numbers.h"
#include "ui/dialogs/call_data_form.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace callwright {

namespace {

struct Words {
    QString title;
    QString question; ///< %1: the other party of the call at hand
    QString plain;    ///< on the button
    QString singleStep;
};

Words wordsOf(DialPurpose purpose) {
    switch (purpose) {
    case DialPurpose::Call:
        return {DialDialog::tr("Call"), DialDialog::tr("Call whom?"), DialDialog::tr("Call"), {}};
    case DialPurpose::Transfer:
        return {DialDialog::tr("Transfer"), DialDialog::tr("Transfer %1 to whom?"), DialDialog::tr("Talk to them"),
                DialDialog::tr("Transfer now")};
    case DialPurpose::Conference:
        return {DialDialog::tr("Conference"), DialDialog::tr("Whom do you add to the call with %1?"),
                DialDialog::tr("Talk to them"), DialDialog::tr("Add now")};
    case DialPurpose::Forward:
        break;
    }
    return {DialDialog::tr("Forward"), DialDialog::tr("Forward %1 to whom?"), DialDialog::tr("Forward"), {}};
}

bool hasChoice(DialPurpose purpose) { return purpose == DialPurpose::Transfer || purpose == DialPurpose::Conference; }

} // namespace

DialDialog::DialDialog(const Setup& setup, RecentNumbers& recents, QWidget* parent)
    : QDialog(parent), m_purpose(setup.purpose), m_ways(setup.ways), m_problem(new QLabel(this)) {
    const Words words = wordsOf(m_purpose);
    setObjectName(QStringLiteral("dialDialog"));
    setWindowTitle(words.title);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    auto* question = new QLabel(
        words.question.contains(QLatin1String("%1")) ? words.question.arg(setup.about) : words.question, this);
    question->setTextFormat(Qt::PlainText);
    question->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("dialProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * rhythm, 2 * rhythm, 2 * rhythm, 2 * rhythm);
    column->setSpacing(rhythm);
    column->addWidget(question);
    auto* sides = new QHBoxLayout;
    sides->setSpacing(3 * rhythm);
    sides->addWidget(makeNumberSide(recents));
    if (m_purpose != DialPurpose::Forward) // a deflected call keeps its data
        sides->addWidget(makeData(setup), 1);
    column->addLayout(sides, 1);
    column->addWidget(m_problem);
    column->addWidget(makeButtons());
    question->setBuddy(m_number);
    refresh();
    m_number->setFocus();
}

QWidget* DialDialog::makeNumberSide(RecentNumbers& recents) {
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(rhythm);
    m_number = new DialField(side);
    m_number->setObjectName(QStringLiteral("numberField"));
    m_number->setToolTip(tr("Type or paste a number and press Enter"));
    m_number->setMaximumWidth(QWIDGETSIZE_MAX);
    m_number->setRecents(recents);
    connect(m_number, &QLineEdit::textChanged, this, [this] {
        m_refusal.clear(); // it was about another number
        refresh();
    });
    connect(m_number, &QLineEdit::returnPressed, this, [this] {
        if (m_number->isSuggesting()) // Enter goes no further than the list then
            m_dial->click();
    });
    auto* keypad = new Keypad(side);
    connect(keypad, &Keypad::pressed, m_number, &DialField::press);
    column->addWidget(m_number);
    column->addWidget(keypad);
    if (hasChoice(m_purpose))
        column->addWidget(makeWays(m_ways));
    column->addStretch(1);
    return side;
}

/// A way that the switch lacks is not offered at all; one that is off for the moment is.
QWidget* DialDialog::makeWays(DialWays ways) {
    const bool isTransfer = m_purpose == DialPurpose::Transfer;
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(rhythm / 2);
    m_first = new QRadioButton(tr("Talk to them first"), box);
    m_first->setObjectName(QStringLiteral("consultChoice"));
    m_singleStep = new QRadioButton(isTransfer ? tr("Transfer without asking") : tr("Add without asking"), box);
    m_singleStep->setObjectName(QStringLiteral("singleStepChoice"));
    column->addWidget(m_first);
    column->addWidget(m_singleStep);
    m_first->setChecked(ways.plain || !ways.singleStep);
    m_singleStep->setChecked(!m_first->isChecked());
    m_singleStep->setHidden(!ways.singleStep);
    box->setHidden(!ways.plain || !ways.singleStep);
    connect(m_first, &QRadioButton::toggled, this, &DialDialog::refresh);
    return box;
}

QWidget* DialDialog::makeData(const Setup& setup) {
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(rhythm);
    auto* caption = new QLabel(tr("Goes along with the call"), side);
    caption->setProperty("quiet", true);
    m_data = new CallDataForm(setup.data, setup.columns);
    auto* area = new QScrollArea(side);
    area->setObjectName(QStringLiteral("callDataArea"));
    area->setAccessibleName(caption->text());
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(m_data);
    area->setMinimumWidth(m_data->sizeHint().width() + 3 * rhythm);
    column->addWidget(caption);
    column->addWidget(area, 1);
    return side;
}

QWidget* DialDialog::makeButtons() {
    auto* buttons = new QDialogButtonBox(this);
    m_dial = buttons->addButton(wordsOf(m_purpose).plain, QDialogButtonBox::AcceptRole);
    m_dial->setObjectName(QStringLiteral("okButton"));
    m_dial->setDefault(true);
    QPushButton* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(QStringLiteral("cancelButton"));
    cancel->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &DialDialog::finish);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

QString DialDialog::number() const { return m_number->number(); }

void DialDialog::setNumber(const QString& typed) {
    m_number->setText(typed);
    m_number->selectAll();
}

void DialDialog::setWays(DialWays ways, const QString& whyNot) {
    m_ways = ways;
    m_whyNot = whyNot;
    refresh();
}

void DialDialog::preferSingleStep(bool preferred) {
    if (m_singleStep && !m_singleStep->isHidden() && !m_first->parentWidget()->isHidden())
        (preferred ? m_singleStep : m_first)->setChecked(true);
}

void DialDialog::setWaiting(bool waiting) {
    m_waiting = waiting;
    refresh();
}

void DialDialog::showRefusal(const QString& text) {
    m_refusal = text;
    refresh();
    m_number->setFocus(Qt::OtherFocusReason);
    m_number->selectAll();
}

bool DialDialog::isSingleStep() const { return m_singleStep && m_singleStep->isChecked(); }

void DialDialog::refresh() {
    if (!m_dial)
        return;
    const Words words = wordsOf(m_purpose);
    const bool possible = isSingleStep() ? m_ways.singleStep : m_ways.plain;
    m_dial->setText(isSingleStep() ? words.singleStep : words.plain);
    m_dial->setEnabled(possible && !m_waiting && !number().isEmpty());
    if (m_waiting)
        m_dial->setToolTip(tr("Sent; waiting for the server."));
    else
        m_dial->setToolTip(number().isEmpty() ? tr("Enter or paste a number first.") : QString());
    m_problem->setText(possible ? m_refusal : m_whyNot);
    m_problem->setVisible(!m_problem->text().isEmpty() && !m_waiting);
    if (isVisible() && height() < layout()->totalHeightForWidth(width())) // what is said takes nobody's room
        resize(width(), layout()->totalHeightForWidth(width()));
}

void DialDialog::finish() {
    DialOptions options;
    options.dialedNumber = number();
    if (m_data)
        options.callData = m_data->changes();
    Q_EMIT dialRequested(options, isSingleStep());
}

} // namespace callwright
