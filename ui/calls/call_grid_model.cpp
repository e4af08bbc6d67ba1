#include "ui/calls/call_grid_model.h"

#include "ui/calls/call_cells.h"
#include "ui/text/state_text.h"
#include "ui/theme/icon.h"

#include <QFont>
#include <QGuiApplication>

#include <algorithm>

namespace callwright {

namespace {

bool isQuiet(const CallView& call) { return call.ended || !call.confirmed; }

QFont cellFont(const CallView& call, bool pending) {
    QFont font;
    font.setItalic(pending);
    font.setBold(call.current && !isQuiet(call));
    return font;
}

} // namespace

CallGridModel::CallGridModel(std::vector<GridColumn> columns, QObject* parent)
    : QAbstractTableModel(parent), m_columns(std::move(columns)) {}

void CallGridModel::put(const CallView& call) {
    const int row = rowOf(call.id);
    if (row < 0) {
        const int end = rowCount();
        beginInsertRows({}, end, end);
        m_calls.push_back(call);
        endInsertRows();
        return;
    }
    const CallView before = std::exchange(m_calls[static_cast<std::size_t>(row)], call);
    announceCells(row, before);
}

/// Only what looks different is announced, so that an editor or a selection elsewhere is left alone.
void CallGridModel::announceCells(int row, const CallView& before) {
    const CallView& call = m_calls[static_cast<std::size_t>(row)];
    const bool wholeRow = before.status != call.status || before.current != call.current ||
                          before.ended != call.ended || before.confirmed != call.confirmed;
    for (int column = 0; column < columnCount(); ++column) {
        const GridColumn& spec = m_columns[static_cast<std::size_t>(column)];
        const Cell old = cellOf(spec, before, m_now);
        const Cell fresh = cellOf(spec, call, m_now);
        if (wholeRow || old.text != fresh.text || old.pending != fresh.pending)
            Q_EMIT dataChanged(index(row, column), index(row, column));
    }
    if (before.current != call.current)
        Q_EMIT headerDataChanged(Qt::Vertical, row, row);
}

void CallGridModel::remove(const QString& id) {
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_calls.erase(m_calls.begin() + row);
    endRemoveRows();
}

void CallGridModel::rename(const QString& oldId, const QString& newId) {
    const int row = rowOf(oldId);
    if (row < 0)
        return;
    m_calls[static_cast<std::size_t>(row)].id = newId;
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1), {IdRole});
}

void CallGridModel::setNow(Milliseconds now) {
    m_now = now;
    if (m_calls.empty())
        return;
    for (int column = 0; column < columnCount(); ++column) {
        if (showsTime(m_columns[static_cast<std::size_t>(column)]))
            Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column), {Qt::DisplayRole});
    }
}

const CallView* CallGridModel::call(const QModelIndex& index) const {
    const auto row = static_cast<std::size_t>(index.row());
    return index.isValid() && row < m_calls.size() ? &m_calls[row] : nullptr;
}

int CallGridModel::rowOf(const QString& id) const {
    const auto found = std::ranges::find(m_calls, id, &CallView::id);
    return found == m_calls.end() ? -1 : static_cast<int>(found - m_calls.begin());
}

bool CallGridModel::isAnyRinging() const { return std::ranges::any_of(m_calls, &CallView::isRinging); }

int CallGridModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_calls.size());
}

int CallGridModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant CallGridModel::data(const QModelIndex& index, int role) const {
    const CallView* call = this->call(index);
    if (!call)
        return {};
    switch (role) {
    case IdRole:
        return call->id;
    case RingingRole:
        return call->isRinging();
    case CurrentRole:
        return call->current;
    default:
        return cellLook(*call, column(index.column()), role);
    }
}

QVariant CallGridModel::cellLook(const CallView& call, const GridColumn& column, int role) const {
    const StateLook look = callStatusLook(call.status, call.incoming, call.ended);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
    case Qt::AccessibleTextRole:
        return cellOf(column, call, m_now).text;
    case Qt::ToolTipRole:
        return hintOf(call, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(column.alignment | Qt::AlignVCenter);
    case Qt::FontRole:
        return cellFont(call, cellOf(column, call, m_now).pending);
    case Qt::DecorationRole:
        return showsStatus(column) ? QVariant(lineIcon(look.icon, isQuiet(call) ? Tone::Neutral : look.tone))
                                   : QVariant();
    case Qt::ForegroundRole:
        if (isQuiet(call) || cellOf(column, call, m_now).pending)
            return quietText(QGuiApplication::palette());
        return {};
    case TabularRole:
        return showsTime(column);
    default:
        return {};
    }
}

QVariant CallGridModel::hintOf(const CallView& call, const GridColumn& column) const {
    if (cellOf(column, call, m_now).pending)
        return tr("Sent; the server has not confirmed it yet.");
    const bool changes = isChangeable(call, column) && call.current && !call.isRinging(); // a click else does more
    return changes ? QVariant(tr("Double-click or press F2 to change it.")) : QVariant();
}

bool CallGridModel::isChangeable(const CallView& call, const GridColumn& column) const {
    return call.confirmed && cellChange(column, QString());
}

QVariant CallGridModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (section < 0 || section >= (orientation == Qt::Horizontal ? columnCount() : rowCount()))
        return {};
    if (orientation == Qt::Horizontal) {
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(column(section).alignment | Qt::AlignVCenter);
        return role == Qt::DisplayRole ? QVariant(columnHeader(column(section))) : QVariant();
    }
    const bool current = m_calls[static_cast<std::size_t>(section)].current;
    if (role == Qt::DecorationRole && current)
        return lineIcon(QGuiApplication::isRightToLeft() ? QStringLiteral("current-rtl") : QStringLiteral("current"),
                        Tone::Accent);
    if (role == Qt::AccessibleTextRole && current)
        return tr("Current call");
    return role == Qt::DisplayRole ? QVariant(QString()) : QVariant();
}

Qt::ItemFlags CallGridModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const CallView* call = this->call(index);
    if (call && isChangeable(*call, column(index.column())))
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool CallGridModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const CallView* call = this->call(index);
    if (!call || role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const QString text = value.toString();
    const auto changes = cellChange(column(index.column()), text);
    if (!changes || text == cellOf(column(index.column()), *call, m_now).text)
        return false;
    Q_EMIT changeRequested(call->id, *changes);
    return true;
}

} // namespace callwright
