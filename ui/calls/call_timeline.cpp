#include "ui/calls/call_timeline.h"

#include "ui/text/state_text.h"

namespace callwright {

void CallTimeline::note(const CallView& call, Milliseconds wallTime) {
    std::vector<TimelineEntry>& entries = m_entries[call.id];
    const QString text = callStatusLook(call.status, call.incoming, call.ended).text;
    if (entries.empty() || entries.back().text != text)
        entries.push_back({wallTime, text});
}

void CallTimeline::rename(const QString& oldId, const QString& newId) {
    if (m_entries.contains(oldId))
        m_entries.insert(newId, m_entries.take(oldId));
}

void CallTimeline::forget(const QString& id) { m_entries.remove(id); }

std::vector<TimelineEntry> CallTimeline::of(const QString& id) const { return m_entries.value(id); }

} // namespace callwright
