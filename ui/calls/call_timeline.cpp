#include "ui/calls/call_timeline.h"

#include "cil/events/keywords.h"
#include "ui/calls/call_happenings.h"

#include <utility>

namespace callwright {

CallTimeline::CallTimeline(std::vector<GridColumn> columns) : m_columns(std::move(columns)) {}

void CallTimeline::note(EventId event, const Arguments& arguments, const std::vector<CallView>& calls,
                        Milliseconds wallTime) {
    const QString about = arguments.toString(keyword::UniqueObjectID);
    for (const CallView& call : calls) {
        const auto known = m_stories.constFind(call.id);
        const CallView* before = known == m_stories.constEnd() ? nullptr : &known->last;
        const QStringList words = happenings(event, arguments, before, call, about == call.id, m_columns);
        Story& story = m_stories[call.id];
        for (const QString& text : words)
            story.entries.push_back({wallTime, text});
        story.last = call;
    }
}

void CallTimeline::rename(const QString& oldId, const QString& newId) {
    if (!m_stories.contains(oldId))
        return;
    Story story = m_stories.take(oldId);
    story.last.id = newId;
    m_stories.insert(newId, std::move(story));
}

void CallTimeline::forget(const QString& id) { m_stories.remove(id); }

std::vector<TimelineEntry> CallTimeline::of(const QString& id) const { return m_stories.value(id).entries; }

} // namespace callwright
