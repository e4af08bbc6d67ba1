#pragma once

#include "ui/calls/call_details_model.h"
#include "ui/calls/call_timeline.h"
#include "ui/calls/timeline_model.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QStackedLayout;
class QTableView;
class QTreeView;

namespace callwright {

/// The Call tab: everything known about the selected call in the left part, what happened to it in the right one.
class CallDetails final : public QWidget {
    Q_OBJECT
public:
    explicit CallDetails(QWidget* parent = nullptr);

    void setColumns(const std::vector<GridColumn>& columns) { m_columns = columns; } ///< names and editable values
    /// `clockToWall` turns points of the injected clock into times of day; small changes of it are of no interest.
    void showCall(const std::optional<CallView>& call, const std::vector<TimelineEntry>& timeline,
                  Milliseconds clockToWall = Milliseconds(0));
    void renameCall(const QString& oldId, const QString& newId);
    bool isEditing() const; ///< a value, at this moment

Q_SIGNALS:
    void changeRequested(const QString& callId, const callwright::Arguments& changes);

private:
    QWidget* makeFacts();
    QWidget* makeTimeline();
    void openSections(const QModelIndex& parent, int first, int last);
    void openAll();

    std::vector<GridColumn> m_columns;
    CallDetailsModel m_model;
    TimelineModel m_happened;
    QTreeView* m_view;
    QTableView* m_timeline;
    QLabel* m_empty;
    QStackedLayout* m_pages;
    Milliseconds m_clockToWall{0};
    bool m_showsTechnical = false; ///< as the person left it, from call to call
    QString m_shown;               ///< id of the call
    bool m_followsEnd = true;      ///< the end of the timeline stays in sight
};

} // namespace callwright
