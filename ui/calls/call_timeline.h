#pragma once

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

/// Remembers when each call changed its status.
class CallTimeline {
public:
    void note(const CallView& call, Milliseconds wallTime);
    void rename(const QString& oldId, const QString& newId);
    void forget(const QString& id);
    std::vector<TimelineEntry> of(const QString& id) const;

private:
    QHash<QString, std::vector<TimelineEntry>> m_entries;
};

} // namespace callwright
