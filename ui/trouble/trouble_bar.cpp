#include "ui/trouble/trouble_bar.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace callwright {

namespace {

constexpr int warningSize = 24;
constexpr std::size_t mostKept = 20; // of requests that failed

QLabel* makeText(const char* name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::ClickFocus);
    return label;
}

} // namespace

TroubleBar::TroubleBar(QWidget* parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_what(makeText("troubleWhat", this)),
      m_doing(makeText("troubleDoing", this)), m_detailsText(makeText("troubleDetails", this)),
      m_place(new QLabel(this)),
      m_earlier(makeButton("earlierTroubleButton", tr("Earlier problem"), QStringLiteral("previous"))),
      m_later(makeButton("laterTroubleButton", tr("Later problem"), QStringLiteral("current"))),
      m_retry(makeButton("retryButton", tr("Retry now"), QStringLiteral("retry"))),
      m_copy(makeButton("copyTroubleButton", tr("Copy"), QStringLiteral("copy"))),
      m_details(makeButton("detailsButton", tr("Details"), QStringLiteral("information"))),
      m_dismiss(makeButton("dismissButton", tr("Dismiss"), QStringLiteral("close"))) {
    setObjectName(QStringLiteral("troubleBar"));
    m_icon->setFixedSize(warningSize, warningSize);
    m_place->setObjectName(QStringLiteral("troublePlace"));
    m_details->setCheckable(true);
    m_retry->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    m_retry->setToolTip(
        tr("Try to connect again at once (%1)").arg(m_retry->shortcut().toString(QKeySequence::NativeText)));
    m_copy->setToolTip(tr("Copy what happened, with its codes, for whoever helps you"));
    for (QToolButton* button : {m_earlier, m_later, m_dismiss})
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    connect(m_earlier, &QToolButton::clicked, this, [this] { page(-1); });
    connect(m_later, &QToolButton::clicked, this, [this] { page(1); });
    connect(m_retry, &QToolButton::clicked, this, &TroubleBar::retryRequested);
    connect(m_copy, &QToolButton::clicked, this, &TroubleBar::copy);
    connect(m_details, &QToolButton::toggled, this, &TroubleBar::refresh);
    connect(m_dismiss, &QToolButton::clicked, this, &TroubleBar::dismiss);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(2 * rhythm, rhythm, 2 * rhythm, rhythm);
    grid->setHorizontalSpacing(rhythm);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_icon, 0, 0, 2, 1, Qt::AlignTop);
    grid->addWidget(m_what, 0, 1);
    grid->addWidget(m_doing, 1, 1);
    grid->addWidget(m_detailsText, 2, 1);
    int column = 2;
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_earlier, m_place, m_later, m_retry, m_copy, m_details, m_dismiss})
        grid->addWidget(widget, 0, column++, 2, 1);
    grid->setColumnStretch(1, 1);
    refresh();
}

QToolButton* TroubleBar::makeButton(const char* name, const QString& text, const QString& icon) {
    auto* button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setIcon(lineIcon(icon));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void TroubleBar::setConnectionTrouble(const std::optional<Trouble>& trouble) {
    if (trouble == m_connection)
        return;
    m_connection = trouble;
    refresh();
}

void TroubleBar::setRequestTrouble(const std::optional<Trouble>& trouble) {
    if (!trouble)
        m_requests.clear();
    else if (m_requests.empty() || m_requests.back() != *trouble)
        m_requests.push_back(*trouble);
    if (m_requests.size() > mostKept)
        m_requests.erase(m_requests.begin());
    m_at = m_requests.empty() ? 0 : m_requests.size() - 1;
    refresh();
}

void TroubleBar::withdrawRequestTrouble(const Trouble& trouble) {
    const auto found = std::ranges::find(m_requests, trouble);
    if (found == m_requests.end())
        return;
    const auto at = static_cast<std::size_t>(found - m_requests.begin());
    m_requests.erase(found);
    m_at = m_at > at || m_at == m_requests.size() ? std::max<std::size_t>(m_at, 1) - 1 : m_at;
    refresh();
}

const Trouble* TroubleBar::shown() const {
    if (m_connection)
        return &*m_connection;
    return m_at < m_requests.size() ? &m_requests[m_at] : nullptr;
}

void TroubleBar::page(int by) {
    m_at =
        static_cast<std::size_t>(std::clamp(static_cast<int>(m_at) + by, 0, static_cast<int>(m_requests.size()) - 1));
    refresh();
}

/// Only what is read is dismissed; the next older one shows.
void TroubleBar::dismiss() {
    if (m_at >= m_requests.size())
        return;
    m_requests.erase(m_requests.begin() + static_cast<std::ptrdiff_t>(m_at));
    m_at = m_at > 0 ? m_at - 1 : 0;
    refresh();
}

void TroubleBar::copy() {
    const Trouble* trouble = shown();
    if (!trouble)
        return;
    QStringList lines{trouble->what, trouble->doing, trouble->details};
    lines.removeAll(QString());
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void TroubleBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void TroubleBar::refresh() {
    const Trouble* trouble = shown();
    const bool isNew = trouble && (isHidden() || m_what->text() != trouble->what);
    setVisible(trouble != nullptr);
    if (!trouble)
        return;
    m_icon->setPixmap(
        lineIcon(QStringLiteral("warning"), Tone::Alert).pixmap(QSize(warningSize, warningSize), devicePixelRatioF()));
    m_what->setText(trouble->what);
    m_doing->setText(trouble->doing);
    m_doing->setVisible(!trouble->doing.isEmpty());
    m_detailsText->setText(trouble->details);
    const bool isOpen = m_details->isChecked() && !trouble->details.isEmpty();
    m_detailsText->setVisible(isOpen);
    m_copy->setVisible(isOpen);
    m_details->setVisible(!trouble->details.isEmpty());
    m_retry->setVisible(trouble->canRetry);
    m_dismiss->setVisible(trouble->canDismiss);
    refreshPages();
    setAccessibleName(trouble->what + QLatin1Char(' ') + trouble->doing);
    if (isNew) { // a screen reader says it, nothing takes the focus
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

/// Several requests may have failed one after the other, such as edits of several cells.
void TroubleBar::refreshPages() {
    const bool isOneOfMany = !m_connection && m_requests.size() > 1;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_earlier, m_place, m_later})
        widget->setVisible(isOneOfMany);
    m_earlier->setEnabled(m_at > 0);
    m_later->setEnabled(m_at + 1 < m_requests.size());
    m_place->setText(tr("%1 of %2").arg(m_at + 1).arg(m_requests.size()));
}

} // namespace callwright
