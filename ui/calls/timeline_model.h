#pragma once

#include "ui/calls/call_timeline.h"

#include <QAbstractTableModel>

#include <vector>

namespace callwright {

/// What happened to one call, a row each with its time of day. Grows in place.
class TimelineModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void show(const std::vector<TimelineEntry>& entries);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<TimelineEntry> m_entries;
};

} // namespace callwright
