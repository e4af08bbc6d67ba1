#include "ui/calls/call_delegate.h"

#include "ui/calls/call_cells.h"
#include "ui/calls/call_grid_model.h"
#include "ui/calls/value_editor.h"
#include "ui/theme/colors.h"
#include "ui/theme/tabular.h"

#include <QApplication>
#include <QLineEdit>
#include <QPainter>

#include <utility>

namespace callwright {

namespace {

constexpr int cellMargin = 8;
constexpr int styleMargin = 3; // what item views leave beside a text by themselves

QColor glowColor(const QPalette& palette, qreal strength) {
    QColor color = toneColor(Tone::Alert, palette);
    color.setAlphaF(static_cast<float>(0.22 + 0.26 * strength));
    return color;
}

/// Selection is a quiet tint, so that what ringing, pending and unconfirmed look like stays visible in it.
void paintBackground(QPainter* painter, const QStyleOptionViewItem& cell, bool ringing, qreal glow) {
    painter->fillRect(cell.rect, cell.palette.color(QPalette::Base)); // over the row's own highlight
    if (ringing)
        painter->fillRect(cell.rect, glowColor(cell.palette, glow));
    else if (cell.state & QStyle::State_Selected)
        painter->fillRect(cell.rect, toneBackground(Tone::Accent, cell.palette));
    if (cell.state & QStyle::State_HasFocus)
        painter->fillRect(cell.rect.adjusted(0, cell.rect.height() - 2, 0, 0), toneColor(Tone::Accent, cell.palette));
}

void paintFigures(QPainter* painter, const QStyleOptionViewItem& cell) {
    painter->setFont(cell.font);
    painter->setPen(cell.palette.color(QPalette::Normal, QPalette::Text));
    drawTabular(*painter, QRectF(cell.rect).adjusted(styleMargin, 0, -styleMargin, 0),
                QStyle::visualAlignment(cell.direction, cell.displayAlignment), cell.text);
}

} // namespace

void CallDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    paintBackground(painter, cell, index.data(CallGridModel::RingingRole).toBool(), m_glow);
    cell.state &= ~(QStyle::State_Selected | QStyle::State_HasFocus | QStyle::State_MouseOver);
    const bool tabular = index.data(CallGridModel::TabularRole).toBool();
    const QString figures = tabular ? std::exchange(cell.text, QString()) : QString();
    cell.rect.adjust(cellMargin - styleMargin, 0, styleMargin - cellMargin, 0);
    const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    if (tabular) {
        cell.text = figures;
        painter->save();
        paintFigures(painter, cell);
        painter->restore();
    }
}

QWidget* CallDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const {
    const auto* model = qobject_cast<const CallGridModel*>(index.model());
    if (!model)
        return nullptr;
    const GridColumn& column = model->column(index.column());
    const auto element = changeableElement(column);
    const QString name = model->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
    return element ? makeValueEditor(parent, column, *element, name) : nullptr;
}

void CallDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    fillOnce(*editor, index.data(Qt::EditRole).toString());
}

} // namespace callwright
