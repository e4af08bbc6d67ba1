#include "ui/calls/call_row_header.h"

#include "ui/calls/call_grid_model.h"
#include "ui/theme/colors.h"

#include <QPainter>

#include <algorithm>

namespace callwright {

namespace {

constexpr int bracketInset = 3;
constexpr int bracketArm = 4;

/// The part of a bracket over the rows `first` to `last` that belongs to `row`, in a cell of the left edge.
void paintBracket(QPainter& painter, const QRect& rect, int row, int first, int last) {
    const int x = rect.left() + bracketInset;
    const int middle = rect.center().y();
    painter.drawLine(x, row == first ? middle : rect.top(), x, row == last ? middle : rect.bottom());
    if (row == first || row == last)
        painter.drawLine(x, middle, x + bracketArm, middle);
}

} // namespace

CallRowHeader::CallRowHeader(CallGridModel& model, QWidget* parent)
    : QHeaderView(Qt::Vertical, parent), m_model(model) {
    connect(&model, &CallGridModel::linksChanged, viewport(), [this] { viewport()->update(); });
}

void CallRowHeader::paintSection(QPainter* painter, const QRect& rect, int row) const {
    painter->save();
    QHeaderView::paintSection(painter, rect, row);
    painter->restore();
    for (int one = 0; one < m_model.rowCount(); ++one) {
        const int other = m_model.counterpartOf(one);
        if (other <= one || row < one || row > other)
            continue;
        painter->save();
        painter->setPen(QPen(toneColor(Tone::Hold, palette()), 2));
        if (isRightToLeft()) {
            painter->translate(rect.left() + rect.right() + 1, 0);
            painter->scale(-1, 1);
        }
        paintBracket(*painter, rect, row, one, other);
        painter->restore();
    }
}

} // namespace callwright
