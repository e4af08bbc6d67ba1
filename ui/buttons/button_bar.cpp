#include "ui/buttons/button_bar.h"

#include "ui/theme/icon.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QStyle>
#include <QToolButton>
#include <QToolTip>
#include <QWidget>

#include <map>
#include <utility>

namespace callwright {

namespace {

constexpr QSize iconSize{20, 20};

bool isButton(const ButtonRow& row) {
    return row.place == ButtonPlace::StateRow || row.place == ButtonPlace::DialRow || row.place == ButtonPlace::CallRow;
}

constexpr int slotsOfGroup = 10; // entries of a menu stand together by tens

QIcon iconOf(const ButtonRow& row, bool isWanted) {
    const QString name = QLatin1String(row.icon);
    if (row.action == DeskAction::EmergencyCall)
        return lineIcon(name, Tone::Danger);
    return isWanted ? lineIcon(name, Tone::OnAccent) : lineIcon(name);
}

void dress(QToolButton& button) {
    button.setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button.setIconSize(iconSize);
    button.setFocusPolicy(Qt::TabFocus); // a click leaves the focus where the person types
    button.setAutoRaise(true);
}

} // namespace

ButtonBar::ButtonBar(QWidget* window)
    : QObject(window), m_window(window), m_moreMenu(new QMenu(window)), m_more(new QToolButton(window)) {
    m_more->setObjectName(QStringLiteral("moreButton"));
    m_more->setText(tr("More"));
    m_more->setToolTip(tr("Everything else"));
    m_more->setIcon(lineIcon(QStringLiteral("more")));
    dress(*m_more);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_moreMenu);
    m_moreMenu->setObjectName(QStringLiteral("moreMenu"));
    m_moreMenu->setToolTipsVisible(true);
    for (const ButtonRow& row : buttonTable()) {
        makeAction(row);
        if (isButton(row))
            makeButton(row);
    }
    fillMenu(*m_moreMenu, ButtonPlace::MoreMenu);
    makeMenu(DeskAction::Transfer, ButtonPlace::TransferMenu);
    makeMenu(DeskAction::Conference, ButtonPlace::ConferenceMenu);
    refresh();
}

void ButtonBar::makeAction(const ButtonRow& row) {
    auto* action = new QAction(buttonText(row), m_window);
    action->setObjectName(QLatin1String(row.name));
    action->setIcon(iconOf(row, false));
    action->setShortcut(QKeySequence::fromString(QLatin1String(row.shortcut), QKeySequence::PortableText));
    action->setShortcutContext(Qt::ApplicationShortcut); // in the keypad, too; dialogs that must be answered keep keys
    action->setAutoRepeat(false);                        // a key held down is one use
    connect(action, &QAction::triggered, this, [this, which = row.action] { use(which); });
    m_window->addAction(action);
    m_actions.insert(row.action, action);
}

void ButtonBar::makeButton(const ButtonRow& row) {
    auto* button = new QToolButton(m_window);
    button->setObjectName(QLatin1String(row.name));
    button->setDefaultAction(m_actions.value(row.action));
    button->setAccessibleName(buttonText(row));
    dress(*button);
    button->installEventFilter(this);
    m_buttons.insert(row.action, button);
}

void ButtonBar::makeMenu(DeskAction parent, ButtonPlace place) {
    QToolButton* button = m_buttons.value(parent);
    auto* menu = new QMenu(button);
    menu->setObjectName(QLatin1String(buttonRow(parent).name) + QStringLiteral("Menu"));
    menu->setToolTipsVisible(true);
    fillMenu(*menu, place);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::MenuButtonPopup);
}

void ButtonBar::fillMenu(QMenu& menu, ButtonPlace place) {
    int group = 0;
    for (const ButtonRow& row : buttonTable()) {
        if (row.place != place && !(place == ButtonPlace::MoreMenu && row.isInMoreToo))
            continue;
        if (row.slot / slotsOfGroup != group)
            menu.addSeparator();
        group = row.slot / slotsOfGroup;
        menu.addAction(m_actions.value(row.action));
    }
}

void ButtonBar::place(ButtonPlace place, QHBoxLayout& row) {
    for (const ButtonRow& entry : buttonTable()) {
        if (entry.place == place)
            row.addWidget(m_buttons.value(entry.action));
    }
    if (place == ButtonPlace::CallRow)
        row.addWidget(m_more);
}

void ButtonBar::use(DeskAction action) {
    if (!isOn(buttonRow(action)))
        return;
    m_waiting.insert(action);
    refresh();
    Q_EMIT triggered(action);
}

/// The second half of a double click is no use: by then another button may stand in the place of the first.
bool ButtonBar::eventFilter(QObject* watched, QEvent* event) {
    return event->type() == QEvent::MouseButtonDblClick || QObject::eventFilter(watched, event);
}

void ButtonBar::setMask(std::uint32_t mask) {
    m_mask = mask;
    m_waiting.clear();
    refresh();
}

void ButtonBar::setOffline(bool offline) {
    if (offline == m_offline) // the link tells of its round trips, too
        return;
    m_offline = offline;
    m_waiting.clear();
    refresh();
}

void ButtonBar::setMissingService(std::function<QString(std::uint32_t bits)> missingService) {
    m_missingService = std::move(missingService);
    refresh();
}

void ButtonBar::settle(DeskAction action) {
    m_waiting.remove(action);
    refresh();
}

void ButtonBar::settleAll() {
    m_waiting.clear();
    refresh();
}

void ButtonBar::setSwitchedOn(DeskAction action, bool on) {
    if (m_switchedOn.contains(action) == on)
        return;
    if (on)
        m_switchedOn.insert(action);
    else
        m_switchedOn.remove(action);
    refresh();
}

bool ButtonBar::isOn(const ButtonRow& row) const {
    return !m_offline && isAllowed(row, m_mask) && !m_waiting.contains(row.action);
}

void ButtonBar::refresh() {
    for (const ButtonRow& row : buttonTable())
        refreshAction(row);
    refreshSlots();
    accent();
    refreshShownTip();
}

void ButtonBar::refreshAction(const ButtonRow& row) {
    QAction* action = m_actions.value(row.action);
    action->setEnabled(isOn(row));
    action->setText(buttonText(row, m_switchedOn.contains(row.action)));
    action->setToolTip(tipOf(row));
}

/// A service that the server does not grant will not come, whatever the person waits for.
QString ButtonBar::whyOff(const ButtonRow& row) const {
    const QString missing = m_missingService ? m_missingService(row.bits) : QString();
    return missing.isEmpty() ? whyOffText(row) : missing;
}

/// The name with its keys, then why it is off or else what is worth knowing.
QString ButtonBar::tipOf(const ButtonRow& row) const {
    const QAction& action = *m_actions.value(row.action);
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    QString tip = keys.isEmpty() ? action.text() : tr("%1 (%2)").arg(action.text(), keys);
    QString more = hintText(row);
    if (m_offline)
        more = tr("There is no connection to the server.");
    else if (!isAllowed(row, m_mask))
        more = whyOff(row);
    else if (m_waiting.contains(row.action))
        more = tr("Under way; waiting for the answer.");
    return more.isEmpty() ? tip : tip + QLatin1Char('\n') + more;
}

/// A tooltip that is on the screen stays as it was when its button changes, and outlives a button that goes.
void ButtonBar::refreshShownTip() {
    if (!QToolTip::isVisible())
        return;
    for (const QToolButton* button : std::as_const(m_buttons)) {
        if (!button->underMouse())
            continue;
        if (button->isHidden())
            QToolTip::hideText();
        else if (QToolTip::text() != button->toolTip())
            QToolTip::showText(QCursor::pos(), button->toolTip());
    }
}

/// In a place shared by several buttons the first one that the mask allows shows, else the first.
void ButtonBar::refreshSlots() {
    std::map<std::pair<ButtonPlace, int>, const ButtonRow*> shown;
    for (const ButtonRow& row : buttonTable()) {
        const ButtonRow*& best = shown[{row.place, row.slot}];
        if (!best || (!isAllowed(*best, m_mask) && isAllowed(row, m_mask)))
            best = &row;
    }
    for (const ButtonRow& row : buttonTable()) {
        if (QToolButton* button = m_buttons.value(row.action))
            button->setVisible(shown.at({row.place, row.slot}) == &row);
    }
}

void ButtonBar::accent() {
    const ButtonRow* wanted = m_offline ? nullptr : wantedNext(m_mask);
    for (const ButtonRow& row : buttonTable()) {
        QToolButton* button = m_buttons.value(row.action);
        const bool isWanted = &row == wanted && isOn(row);
        if (!button || button->property("wanted").toBool() == isWanted)
            continue;
        button->setProperty("wanted", isWanted);
        m_actions.value(row.action)->setIcon(iconOf(row, isWanted));
        button->style()->unpolish(button);
        button->style()->polish(button);
    }
}

} // namespace callwright
