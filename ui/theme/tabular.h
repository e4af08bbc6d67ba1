#pragma once

#include <QLabel>

class QPainter;

namespace callwright {

/// Numbers that change must not dance: every digit takes the width of the widest one, whatever the font does.
qreal tabularWidth(const QFontMetricsF& metrics, const QString& text);
/// Draws one line within `rect`, honouring the horizontal and vertical alignment.
void drawTabular(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text);

/// A label of plain text with tabular figures.
class TabularLabel final : public QLabel {
    Q_OBJECT
public:
    explicit TabularLabel(QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace callwright
