#include "ui/dial/dial_field.h"

#include "ui/text/state_text.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>

namespace callwright {

namespace {

/// Numbers are kept as they were dialled; people type brackets and blanks.
class NumberCompleter final : public QCompleter {
public:
    NumberCompleter(QAbstractItemModel* numbers, QObject* parent) : QCompleter(numbers, parent) {
        setFilterMode(Qt::MatchContains);
        setCompletionMode(QCompleter::PopupCompletion);
    }

    QStringList splitPath(const QString& typed) const override {
        const QString digits = dialable(typed);
        return {digits.isEmpty() ? typed : digits};
    }
};

} // namespace

DialField::DialField(QWidget* parent) : QLineEdit(parent) {
    setObjectName(QStringLiteral("dialField"));
    setAccessibleName(tr("Number to call"));
    setPlaceholderText(tr("Number to call"));
    setToolTip(tr("Type or paste a number and press Enter (Ctrl+D)"));
    setMaxLength(60); // a pasted number with spaces and brackets; the switch takes 40 digits
    setMinimumWidth(22 * rhythm);
    setMaximumWidth(36 * rhythm);
}

void DialField::setRecents(QAbstractItemModel& recents) {
    auto* completer = new NumberCompleter(&recents, this);
    completer->popup()->setObjectName(QStringLiteral("recentNumbersPopup"));
    completer->popup()->setAccessibleName(tr("Numbers dialled before"));
    setCompleter(completer);
    m_choose = addAction(lineIcon(QStringLiteral("recent")), QLineEdit::TrailingPosition);
    m_choose->setObjectName(QStringLiteral("recentNumbersAction"));
    m_choose->setText(tr("Numbers dialled before"));
    m_choose->setToolTip(tr("Numbers dialled before (Down)"));
    connect(m_choose, &QAction::triggered, this, &DialField::showRecents);
    const auto follow = [this, &recents] { m_choose->setVisible(recents.rowCount() > 0); };
    connect(&recents, &QAbstractItemModel::modelReset, this, follow);
    follow();
}

QString DialField::number() const { return dialable(text()); }

bool DialField::isSuggesting() const {
    return completer() && completer()->popup()->isVisible() && !completer()->popup()->currentIndex().isValid();
}

void DialField::press(QChar key) {
    insert(key);
    setFocus(Qt::OtherFocusReason);
}

void DialField::showRecents() {
    if (!completer() || completer()->model()->rowCount() == 0)
        return;
    setFocus(Qt::OtherFocusReason);
    completer()->setCompletionPrefix(QString());
    completer()->complete();
}

void DialField::keyPressEvent(QKeyEvent* event) {
    const bool asksForAll = event->key() == Qt::Key_Down && completer() && !completer()->popup()->isVisible();
    if (asksForAll)
        showRecents();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace callwright
