#include "ui/dialogs/wrapup_dialog.h"

#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace callwright {

namespace {

constexpr int longestData = 39; // CTI Server guide v25, SET_CALL_DATA_REQ: CallWrapupData, 40 bytes with the final NUL

} // namespace

WrapupDialog::WrapupDialog(const QStringList& texts, const QString& present, bool dataRequired, QWidget* parent)
    : QDialog(parent), m_required(dataRequired), m_list(new QListWidget(this)), m_text(new QLineEdit(this)) {
    setObjectName(QStringLiteral("wrapUpDialog"));
    setWindowTitle(tr("Wrap-up"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);

    auto* caption = new QLabel(dataRequired ? tr("What was the call about? An answer is required before the next call.")
                                            : tr("What was the call about?"),
                               this);
    caption->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("wrapUpList"));
    m_list->setAccessibleName(tr("Wrap-up texts"));
    m_list->addItems(texts);
    m_list->setVisible(!texts.isEmpty());
    m_text->setObjectName(QStringLiteral("wrapUpText"));
    m_text->setAccessibleName(tr("Wrap-up data"));
    m_text->setPlaceholderText(texts.isEmpty() ? tr("A few words") : tr("Or a few words of your own"));
    m_text->setMaxLength(longestData);
    m_text->setText(present);

    auto* buttons = new QDialogButtonBox(this);
    m_ok = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    m_close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    m_ok->setObjectName(QStringLiteral("okButton"));
    m_close->setObjectName(QStringLiteral("cancelButton"));
    connect(buttons, &QDialogButtonBox::accepted, this, &WrapupDialog::finish);
    connect(buttons, &QDialogButtonBox::rejected, this, &WrapupDialog::reject);
    connect(m_text, &QLineEdit::textChanged, this, &WrapupDialog::gate);
    connect(m_list, &QListWidget::itemSelectionChanged, this, [this] { // the current item changes by mere focus
        if (!m_list->selectedItems().isEmpty())
            m_text->setText(m_list->currentItem()->text());
    });
    connect(m_list, &QListWidget::itemDoubleClicked, this, &WrapupDialog::finish);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * rhythm, 2 * rhythm, 2 * rhythm, 2 * rhythm);
    column->setSpacing(rhythm);
    for (QWidget* part : {static_cast<QWidget*>(caption), static_cast<QWidget*>(m_list), static_cast<QWidget*>(m_text),
                          static_cast<QWidget*>(buttons)})
        column->addWidget(part);
    setMinimumWidth(42 * rhythm);
    gate();
}

void WrapupDialog::gate() {
    m_ok->setEnabled(!m_text->text().trimmed().isEmpty());
    m_ok->setToolTip(m_ok->isEnabled() ? QString() : tr("Choose or enter what the call was about first."));
    m_close->setEnabled(!m_required);
    m_close->setToolTip(m_required ? tr("Your desk settings ask for wrap-up data after each call.") : QString());
}

void WrapupDialog::finish() {
    const QString entered = m_text->text().trimmed();
    if (entered.isEmpty())
        return;
    m_required = false;
    Q_EMIT saved(entered);
    accept();
}

void WrapupDialog::reject() {
    if (!m_required)
        QDialog::reject();
}

} // namespace callwright
