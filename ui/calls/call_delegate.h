#pragma once

#include <QStyledItemDelegate>

namespace callwright {

/// Paints the grid's cells: ringing rows glow, times have tabular figures. Editors keep to the column's limits.
class CallDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setGlow(qreal strength) { m_glow = strength; } ///< 0 to 1

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;

private:
    qreal m_glow = 1.0;
};

} // namespace callwright
