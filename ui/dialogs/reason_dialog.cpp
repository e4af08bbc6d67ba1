#include "ui/dialogs/reason_dialog.h"

#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <limits>

namespace callwright {

ReasonDialog::ReasonDialog(const QString& question, const std::vector<ReasonCode>& reasons, const QString& okText,
                           QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("reasonDialog"));
    setWindowTitle(question);
    setAttribute(Qt::WA_DeleteOnClose);
    auto* caption = new QLabel(question, this);
    QWidget* choice = reasons.empty() ? makeNumber() : makeList(reasons);
    caption->setBuddy(choice);
    choice->setAccessibleName(question);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(okText);
    buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("okButton"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("cancelButton"));
    for (QAbstractButton* button : buttons->buttons())
        button->setIcon(QIcon()); // those of some styles; the other dialogs have none
    connect(buttons, &QDialogButtonBox::accepted, this, &ReasonDialog::finish);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * rhythm, 2 * rhythm, 2 * rhythm, 2 * rhythm);
    column->setSpacing(rhythm);
    column->addWidget(caption);
    column->addWidget(choice);
    column->addWidget(buttons);
    setMinimumWidth(40 * rhythm);
    choice->setFocus();
}

QWidget* ReasonDialog::makeList(const std::vector<ReasonCode>& reasons) {
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("reasonList"));
    for (const ReasonCode& reason : reasons) {
        auto* item = new QListWidgetItem(reason.text, m_list);
        item->setData(Qt::UserRole, reason.code);
    }
    m_list->setCurrentRow(0);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &ReasonDialog::finish);
    return m_list;
}

QWidget* ReasonDialog::makeNumber() {
    m_number = new QSpinBox(this);
    m_number->setObjectName(QStringLiteral("reasonNumber"));
    m_number->setRange(0, std::numeric_limits<std::uint16_t>::max());
    m_number->setPrefix(tr("Reason code "));
    return m_number;
}

void ReasonDialog::finish() {
    const int code = m_list ? m_list->currentItem()->data(Qt::UserRole).toInt() : m_number->value();
    Q_EMIT chosen(static_cast<std::uint16_t>(code));
    accept();
}

} // namespace callwright
