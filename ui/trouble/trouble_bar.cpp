#include "ui/trouble/trouble_bar.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

namespace callwright {

namespace {

constexpr int iconSize = 24;

QLabel* makeText(const char* name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

TroubleBar::TroubleBar(QWidget* parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_what(makeText("troubleWhat", this)),
      m_doing(makeText("troubleDoing", this)), m_detailsText(makeText("troubleDetails", this)),
      m_retry(makeButton("retryButton", tr("Retry now"), QStringLiteral("retry"))),
      m_details(makeButton("detailsButton", tr("Details"), QStringLiteral("information"))),
      m_dismiss(makeButton("dismissButton", tr("Dismiss"), QStringLiteral("close"))) {
    setObjectName(QStringLiteral("troubleBar"));
    m_icon->setFixedSize(iconSize, iconSize);
    m_details->setCheckable(true);
    m_retry->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    m_retry->setToolTip(
        tr("Try to connect again at once (%1)").arg(m_retry->shortcut().toString(QKeySequence::NativeText)));
    m_dismiss->setToolButtonStyle(Qt::ToolButtonIconOnly);
    connect(m_retry, &QToolButton::clicked, this, &TroubleBar::retryRequested);
    connect(m_details, &QToolButton::toggled, this, &TroubleBar::refresh);
    connect(m_dismiss, &QToolButton::clicked, this, [this] { setRequestTrouble(std::nullopt); });

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(2 * rhythm, rhythm, 2 * rhythm, rhythm);
    grid->setHorizontalSpacing(rhythm);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_icon, 0, 0, 2, 1, Qt::AlignTop);
    grid->addWidget(m_what, 0, 1);
    grid->addWidget(m_doing, 1, 1);
    grid->addWidget(m_detailsText, 2, 1, 1, 4);
    grid->addWidget(m_retry, 0, 2, 2, 1);
    grid->addWidget(m_details, 0, 3, 2, 1);
    grid->addWidget(m_dismiss, 0, 4, 2, 1);
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
    if (trouble == m_request)
        return;
    m_request = trouble;
    refresh();
}

void TroubleBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void TroubleBar::refresh() {
    const Trouble* trouble = m_connection ? &*m_connection : m_request ? &*m_request : nullptr;
    const bool isNew = trouble && (isHidden() || m_what->text() != trouble->what);
    setVisible(trouble != nullptr);
    if (!trouble)
        return;
    m_icon->setPixmap(
        lineIcon(QStringLiteral("warning"), Tone::Alert).pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
    m_what->setText(trouble->what);
    m_doing->setText(trouble->doing);
    m_doing->setVisible(!trouble->doing.isEmpty());
    m_detailsText->setText(trouble->details);
    m_detailsText->setVisible(m_details->isChecked() && !trouble->details.isEmpty());
    m_details->setVisible(!trouble->details.isEmpty());
    m_retry->setVisible(trouble->canRetry);
    m_dismiss->setVisible(trouble->canDismiss);
    setAccessibleName(trouble->what + QLatin1Char(' ') + trouble->doing);
    if (isNew) { // a screen reader says it, nothing takes the focus
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

} // namespace callwright
