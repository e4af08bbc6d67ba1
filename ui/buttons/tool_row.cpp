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

int ToolRow::widthWithTexts() const { return layout()->totalMinimumSize().width() + (m_compact ? textWidth() : 0); }

QSize ToolRow::minimumSizeHint() const {
    const QSize full = layout()->totalMinimumSize();
    return QSize(full.width() - (m_compact ? 0 : textWidth()), full.height());
}

void ToolRow::fit() {
    const bool compact = width() < widthWithTexts();
    if (compact == m_compact)
        return;
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
