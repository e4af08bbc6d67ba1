#include "ui/buttons/tool_row.h"

#include <QEvent>
#include <QLayout>
#include <QToolButton>

namespace callwright {

namespace {

constexpr int gapBesideText = 4; // between icon and text, as the styles have it

} // namespace

int ToolRow::textWidth() const {
    int width = 0;
    for (const QToolButton* button : findChildren<QToolButton*>(Qt::FindDirectChildrenOnly)) {
        if (!button->isHidden())
            width += button->fontMetrics().size(Qt::TextShowMnemonic, button->text()).width() + gapBesideText;
    }
    return width;
}

QSize ToolRow::minimumSizeHint() const {
    const QSize full = layout()->totalMinimumSize();
    return QSize(full.width() - (m_compact ? 0 : textWidth()), full.height());
}

/// What the row needs with its texts is known only while it has them; it is remembered, so that the row does not waver.
void ToolRow::fit() {
    const int needed = layout()->totalMinimumSize().width();
    if (!m_compact && width() < needed) {
        m_fullWidth = needed;
        setCompact(true);
    } else if (m_compact && width() >= m_fullWidth) {
        setCompact(false);
    }
}

void ToolRow::setCompact(bool compact) {
    m_compact = compact;
    for (QToolButton* button : findChildren<QToolButton*>(Qt::FindDirectChildrenOnly))
        button->setToolButtonStyle(compact ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

void ToolRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

/// Buttons that share a place have texts of different lengths.
bool ToolRow::event(QEvent* event) {
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest && isVisible())
        fit();
    return handled;
}

} // namespace callwright
