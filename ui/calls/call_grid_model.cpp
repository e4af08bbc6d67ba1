#include "ui/calls/call_grid_model.h"

#include "ui/calls/call_cells.h"
#include "ui/text/call_text.h"
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
        const auto at = std::ranges::upper_bound(m_calls, call.begun, {}, &CallView::begun);
        const int place = static_cast<int>(at - m_calls.begin());
        beginInsertRows({}, place, place);
        m_calls.insert(at, call);
        endInsertRows();
        Q_EMIT linksChanged();
        return;
    }
    const CallView before = std::exchange(m_calls[static_cast<std::size_t>(row)], call);
    announceCells(row, before);
}

/// Only what looks different is announced, so that an editor or a selection elsewhere is left alone.
void CallGridModel::announceCells(int row, const CallView& before) {
    const CallView& call = m_calls[static_cast<std::size_t>(row)];
    const bool wholeRow = before.status != call.status || before.current != call.current ||
                          before.ended != call.ended || before.confirmed != call.confirmed ||
                          before.counterpart != call.counterpart;
    for (int column = 0; column < columnCount(); ++column) {
        const GridColumn& spec = m_columns[static_cast<std::size_t>(column)];
        const Cell old = cellOf(spec, before, m_now);
        const Cell fresh = cellOf(spec, call, m_now);
        if (wholeRow || old != fresh)
            Q_EMIT dataChanged(index(row, column), index(row, column));
    }
    if (before.current != call.current)
        Q_EMIT headerDataChanged(Qt::Vertical, row, row);
    if (before.counterpart != call.counterpart)
        Q_EMIT linksChanged();
}

void CallGridModel::remove(const QString& id) {
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_calls.erase(m_calls.begin() + row);
    endRemoveRows();
    Q_EMIT linksChanged();
}

void CallGridModel::rename(const QString& oldId, const QString& newId) {
    const int row = rowOf(oldId);
    if (row < 0)
        return;
    m_calls[static_cast<std::size_t>(row)].id = newId;
    for (CallView& call : m_calls) {
        if (call.counterpart == oldId)
            call.counterpart = newId;
    }
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

int CallGridModel::counterpartOf(int row) const {
    const QString& counterpart = m_calls[static_cast<std::size_t>(row)].counterpart;
    return counterpart.isEmpty() ? -1 : rowOf(counterpart);
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
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return cellOf(column, call, m_now).text;
    case Qt::AccessibleTextRole:
        return spokenOf(call, column);
    case Qt::ToolTipRole:
        return hintOf(call, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(column.alignment | Qt::AlignVCenter);
    case Qt::FontRole:
        return cellFont(call, cellOf(column, call, m_now).pending);
    case Qt::DecorationRole:
        return iconOf(call, column);
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

QVariant CallGridModel::iconOf(const CallView& call, const GridColumn& column) const {
    if (showsStatus(column)) {
        const StateLook look = callLook(call);
        return lineIcon(look.icon, isQuiet(call) ? Tone::Neutral : look.tone);
    }
    const bool isRefused = !cellOf(column, call, m_now).refused.isEmpty();
    return isRefused ? QVariant(lineIcon(QStringLiteral("warning"), Tone::Alert)) : QVariant();
}

/// What a screen reader says: also what others see by place, shape or slant.
QString CallGridModel::spokenOf(const CallView& call, const GridColumn& column) const {
    const Cell cell = cellOf(column, call, m_now);
    if (showsStatus(column)) {
        const QString text = call.current ? tr("%1, current call").arg(cell.text) : cell.text;
        const QString relation = relationText(call);
        return relation.isEmpty() ? text : text + QStringLiteral(". ") + relation;
    }
    return spokenCell(cell);
}

QVariant CallGridModel::hintOf(const CallView& call, const GridColumn& column) const {
    const Cell cell = cellOf(column, call, m_now);
    if (showsStatus(column) && !call.counterpart.isEmpty())
        return relationText(call);
    if (showsStatus(column) && !call.confirmed) // a long one may be cut
        return cell.text;
    if (call.isConference && cell.text == otherParty(call)) // there may be no room for everybody
        return cell.text;
    const bool changes = isChangeable(call, column) && call.current && !call.isRinging(); // a click else does more
    const QString hint = cellHint(cell, changes);
    return hint.isEmpty() ? QVariant() : QVariant(hint);
}

bool CallGridModel::isChangeable(const CallView& call, const GridColumn& column) const {
    return call.confirmed && changeableElement(column);
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
    if (role == Qt::ToolTipRole && current)
        return tr("Current call: the buttons act on it.");
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
    const auto element = changeableElement(column(index.column()));
    if (!element || text == cellOf(column(index.column()), *call, m_now).text)
        return false;
    Q_EMIT changeRequested(call->id, changeOf(*element, text));
    return true;
}

} // namespace callwright
