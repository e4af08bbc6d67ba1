#include "ui/calls/timeline_model.h"

#include "ui/text/state_text.h"
#include "ui/theme/colors.h"

#include <QGuiApplication>

#include <algorithm>

namespace callwright {

void TimelineModel::show(const std::vector<TimelineEntry>& entries) {
    const auto common = std::ranges::mismatch(m_entries, entries);
    const auto same = static_cast<int>(common.in1 - m_entries.begin());
    if (same < rowCount()) {
        beginRemoveRows({}, same, rowCount() - 1);
        m_entries.resize(static_cast<std::size_t>(same));
        endRemoveRows();
    }
    if (common.in2 == entries.end())
        return;
    beginInsertRows({}, same, static_cast<int>(entries.size()) - 1);
    m_entries.insert(m_entries.end(), entries.begin() + same, entries.end());
    endInsertRows();
}

int TimelineModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int TimelineModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : 2; }

QVariant TimelineModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const TimelineEntry& entry = m_entries[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole)
        return index.column() == 0 ? clockText(entry.wallTime) : entry.text;
    if (role == Qt::ToolTipRole && index.column() == 1)
        return entry.text;
    if (role == Qt::ForegroundRole && index.column() == 0)
        return quietText(QGuiApplication::palette());
    return {};
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Time") : tr("What happened");
}

} // namespace callwright
