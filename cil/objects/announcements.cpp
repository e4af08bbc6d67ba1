#include "cil/objects/announcements.h"

#include "cil/events/keywords.h"
#include "cil/objects/call_events.h"
#include "cil/objects/session_core.h"
#include "cil/service/event_mapping.h"
#include "cil/service/wire_data.h"

#include <algorithm>
#include <utility>

namespace callwright {
namespace {

/// Whether both are about one call, by its router call key.
bool isSameCall(const Arguments& one, const Arguments& other) {
    const auto day = one.toUInt(keyword::RouterCallKeyDay);
    const auto call = one.toUInt(keyword::RouterCallKeyCallID);
    return day && call && day == other.toUInt(keyword::RouterCallKeyDay) &&
           call == other.toUInt(keyword::RouterCallKeyCallID);
}

void postAbort(Seat& seat, const Arguments& about) {
    seat.post(EventId::OnAgentPrecallAbortEvent,
              service::eventArguments(EventId::OnAgentPrecallAbortEvent, about, seat.eventContext({})));
}

} // namespace

void Announcements::add(Arguments announcement, Milliseconds timeout, std::function<void(const Arguments&)> expired) {
    take(announcement);
    if (m_entries.size() >= protocol::MAX_NUM_CALLS) // more than a device has: the oldest goes
        m_entries.erase(m_entries.begin());
    auto alarm = m_clock.after(timeout, [this, announcement, expired = std::move(expired)] {
        const Arguments late = announcement; // these captures go with the alarm
        const auto tell = expired;
        take(late);
        tell(late);
    });
    m_entries.push_back({std::move(announcement), std::move(alarm)});
}

Arguments Announcements::take(const Arguments& withKey) {
    const auto at =
        std::ranges::find_if(m_entries, [&](const Entry& entry) { return isSameCall(entry.announcement, withKey); });
    if (at == m_entries.end())
        return {};
    Arguments announcement = std::move(at->announcement);
    m_entries.erase(at);
    return announcement;
}

std::vector<Arguments> Announcements::all() const {
    std::vector<Arguments> result;
    result.reserve(m_entries.size());
    for (const Entry& entry : m_entries)
        result.push_back(entry.announcement);
    return result;
}

void onAgentPreCall(Seat& seat, const protocol::MessageView& message) {
    const Arguments wire = service::wireData(message, seat.session.codePage());
    const QString instrument = wire.toString(keyword::AgentInstrument);
    Arguments event = service::eventArguments(EventId::OnAgentPrecallEvent, wire, seat.eventContext({}));
    const auto calls = seat.book.live(); // the announcement may come after its call
    const auto begun = std::ranges::find_if(calls, [&](const Call* call) { return isSameCall(call->data(), wire); });
    if (begun == calls.end() && (instrument.isEmpty() || instrument == seat.agentFacts.identity.agentInstrument)) {
        seat.announced.add(event, std::chrono::seconds(seat.session.settings.preCallTimeoutSeconds),
                           [&seat](const Arguments& late) {
                               postAbort(seat, late);
                               seat.session.outbox.flush();
                           });
    }
    const Arguments news = service::callData(event);
    seat.post(EventId::OnAgentPrecallEvent, std::move(event));
    if (begun != calls.end())
        learnAnnounced(seat, **begun, news);
}

void onAgentPreCallAbort(Seat& seat, const protocol::MessageView& message) {
    const Arguments wire = service::wireData(message, seat.session.codePage());
    seat.announced.take(wire);
    postAbort(seat, wire);
}

} // namespace callwright
