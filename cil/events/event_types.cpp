#include "cil/events/event_types.h"

#include "cil/events/event_table.h"

#include <algorithm>

namespace callwright {

namespace {

const EventSpec* findIn(std::span<const EventSpec> events, EventId id) {
    const auto at = std::ranges::lower_bound(events, id, {}, &EventSpec::id);
    return at != events.end() && at->id == id ? &*at : nullptr;
}

} // namespace

std::span<const EventSpec> allEvents() { return detail::eventTable(); }

std::span<const EventSpec> genericEvents() { return detail::genericTable(); }

bool isGeneric(EventId id) { return findIn(detail::genericTable(), id) != nullptr; }

const EventSpec* findEvent(EventId id) {
    const EventSpec* generic =
        findIn(detail::genericTable(), id); // first: an event that is never fired may bear its number
    return generic ? generic : findIn(detail::eventTable(), id);
}

QString eventName(EventId id) {
    const EventSpec* event = findEvent(id);
    return event ? event->name.toString() : QString();
}

EventInterface interfaceOf(EventId id) {
    const EventSpec* event = findEvent(id);
    return event ? event->interface : EventInterface::ISessionEvents;
}

QString interfaceName(EventInterface interface) {
    constexpr QStringView names[] = {
        u"ISessionEvents",          u"ICallEvents",           u"IAgentEvents",         u"ISkillGroupEvents",
        u"IButtonEnablementEvents", u"IMonitoredAgentEvents", u"IMonitoredCallEvents", u"ISilentMonitorEvents",
        u"IGenericEvents"};
    return names[static_cast<std::size_t>(interface)].toString();
}

std::span<const Parameter> parametersOf(EventId id) {
    const EventSpec* event = findEvent(id);
    return event ? event->parameters : std::span<const Parameter>();
}

} // namespace callwright
