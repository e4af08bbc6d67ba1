#pragma once

#include "ui/calls/call_timeline.h"
#include "ui/desk/views.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QStackedLayout;
class QTableView;

namespace callwright {

/// What is known about one call as rows of name and value. Values are plain text, whatever they look like.
class CallDetailsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void show(const std::optional<CallView>& call, const std::vector<TimelineEntry>& timeline);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString name;
        QString value;
        bool pending = false;
        friend bool operator==(const Row&, const Row&) = default;
    };
    static std::vector<Row> rowsOf(const CallView& call);

    std::vector<Row> m_rows;
};

/// The Call tab: everything known about the selected call, and what happened to it so far.
class CallDetails final : public QWidget {
    Q_OBJECT
public:
    explicit CallDetails(QWidget* parent = nullptr);

    void showCall(const std::optional<CallView>& call, const std::vector<TimelineEntry>& timeline);

private:
    CallDetailsModel m_model;
    QTableView* m_view;
    QLabel* m_empty;
    QStackedLayout* m_pages;
};

} // namespace callwright
