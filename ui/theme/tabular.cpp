#include "ui/theme/tabular.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace callwright {

namespace {

qreal digitWidth(const QFontMetricsF& metrics) {
    qreal widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

} // namespace

qreal tabularWidth(const QFontMetricsF& metrics, const QString& text) {
    const qreal digit = digitWidth(metrics);
    qreal width = 0;
    for (const QChar character : text)
        width += character.isDigit() ? digit : metrics.horizontalAdvance(character);
    return width;
}

void drawTabular(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text) {
    const QFontMetricsF metrics(painter.font());
    const qreal digit = digitWidth(metrics);
    const qreal width = tabularWidth(metrics, text);
    qreal x = rect.left();
    if (alignment & Qt::AlignRight)
        x = rect.right() - width;
    else if (alignment & Qt::AlignHCenter)
        x = rect.center().x() - width / 2;
    const qreal baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    for (const QChar character : text) {
        const qreal advance = metrics.horizontalAdvance(character);
        const qreal cell = character.isDigit() ? digit : advance;
        painter.drawText(QPointF(x + (cell - advance) / 2, baseline), QString(character));
        x += cell;
    }
}

TabularLabel::TabularLabel(QWidget* parent) : QLabel(parent) { setTextFormat(Qt::PlainText); }

QSize TabularLabel::sizeHint() const {
    const QFontMetricsF metrics(font());
    const QMargins margins = contentsMargins();
    return QSize(static_cast<int>(std::ceil(tabularWidth(metrics, text()))) + margins.left() + margins.right(),
                 static_cast<int>(std::ceil(metrics.height())) + margins.top() + margins.bottom());
}

QSize TabularLabel::minimumSizeHint() const { return sizeHint(); }

void TabularLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, foregroundRole()));
    drawTabular(painter, contentsRect(), QStyle::visualAlignment(layoutDirection(), alignment()), text());
}

} // namespace callwright
