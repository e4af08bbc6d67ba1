#pragma once

#include "cil/events/event_list.h"
#include "cil/settings/settings.h"
#include "ui/desk/views.h"

#include <QHash>
#include <QString>

#include <vector>

namespace callwright {

struct TimelineEntry {
    Milliseconds wallTime{0};
    QString text;
    friend bool operator==(const TimelineEntry&, const TimelineEntry&) = default;
};

/// Remembers what happened to each call, in words, until the call is forgotten.
class CallTimeline {
public:
    explicit CallTimeline(std::vector<GridColumn> columns = {}); ///< of the settings: what they call the call's data

    /// An event came, and this is how the calls are now.
    void note(EventId event, const Arguments& arguments, const std::vector<CallView>& calls, Milliseconds wallTime);
    void rename(const QString& oldId, const QString& newId);
    void forget(const QString& id);
    std::vector<TimelineEntry> of(const QString& id) const;

private:
    struct Story {
        CallView last;
        std::vector<TimelineEntry> entries;
    };

    std::vector<GridColumn> m_columns;
    QHash<QString, Story> m_stories;
};

} // namespace callwright
