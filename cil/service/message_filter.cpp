#include "cil/service/message_filter.h"

#include "cil/events/event_types.h"
#include "cil/events/keywords.h"

#include <algorithm>

namespace callwright::service {
namespace {

bool hasValue(const Arguments& arguments, Keyword key, const std::vector<FilterValue>& values) {
    const ArgValue* value = arguments.find(key);
    if (!value)
        return false;
    const QString text = value->toString();
    return std::ranges::any_of(values, [&](const FilterValue& wanted) { return wanted.matches(text); });
}

/// At the top, or in one of the groups that nest in an event (SkillGroup[2]).
bool carries(const Arguments& arguments, Keyword key, const std::vector<FilterValue>& values) {
    if (hasValue(arguments, key, values))
        return true;
    return std::ranges::any_of(arguments, [&](const Arguments::Pair& pair) {
        const Arguments* nested = pair.value.arguments();
        return nested && hasValue(*nested, key, values);
    });
}

bool isStatistics(EventId id) { return id == EventId::OnSkillGroupStatisticsUpdated; }

} // namespace

bool MessageFilter::passes(EventId id, const Arguments& arguments, bool isSilentMonitorCall) const {
    const EventSpec* event = findEvent(id);
    if (!event || !event->isFilterable || id == EventId::OnMonitorModeEstablished)
        return event != nullptr;
    if (m_hidesSilentMonitorCalls && isSilentMonitorCall)
        return false;
    if (m_wantsSkillGroupStatistics && !isStatistics(id))
        return false;
    if (m_events && std::ranges::find(*m_events, id) == m_events->end())
        return false;
    return std::ranges::all_of(
        m_conditions, [&](const Condition& condition) { return carries(arguments, condition.key, condition.values); });
}

std::vector<FilterValue> MessageFilter::valuesOf(Keyword key) const {
    const auto at = std::ranges::find(m_conditions, key, &Condition::key);
    return at != m_conditions.end() ? at->values : std::vector<FilterValue>();
}

} // namespace callwright::service
