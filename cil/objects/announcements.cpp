#include "cil/objects/announcements.h"

#include "cil/events/keywords.h"
#include "cil/objects/session_core.h"
#include "cil/service/event_mapping.h"
#include "cil/service/wire_data.h"

#include <algorithm>
#include <utility>

namespace callwright {
namespace {

constexpr std::size_t mostAnnounced =
    16; // as many calls as a device has; a server that announces more loses the oldest

/// Whether both are about one call, by its router call key.
bool isSameCall(const Arguments& one, const Arguments& other) {
    const auto day = one.toUInt(keyword::RouterCallKeyDay);
    const auto call = one.toUInt(keyword::RouterCallKeyCallID);
    return day && call && day == other.toUInt(keyword::RouterCallKeyDay) &&
           call == other.toUInt(keyword::RouterCallKeyCallID);
}

void callOff(Seat& seat, const Arguments& announcement) {
    seat.post(EventId::OnAgentPrecallAbortEvent,
              service::eventArguments(EventId::OnAgentPrecallAbortEvent, announcement, seat.eventContext({})));
    seat.session.outbox.flush();
}

} // namespace

void Announcements::add(Arguments announcement, Milliseconds timeout, std::function<void(const Arguments&)> expired) {
    remove(announcement);
    if (m_entries.size() >= mostAnnounced)
        m_entries.erase(m_entries.begin());
    auto alarm = m_clock.after(timeout, [this, announcement, expired = std::move(expired)] {
        const Arguments late = announcement; // these captures go with the alarm
        const auto tell = expired;
        remove(late);
        tell(late);
    });
    m_entries.push_back({std::move(announcement), std::move(alarm)});
}

void Announcements::remove(const Arguments& withKey) {
    std::erase_if(m_entries, [&](const Entry& entry) { return isSameCall(entry.announcement, withKey); });
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
    const bool hasBegun = std::ranges::any_of(calls, [&](const Call* call) { return isSameCall(call->data(), wire); });
    if (!hasBegun && (instrument.isEmpty() || instrument == seat.agentFacts.identity.agentInstrument)) {
        seat.announced.add(event, std::chrono::seconds(seat.session.settings.preCallTimeoutSeconds),
                           [&seat](const Arguments& announcement) { callOff(seat, announcement); });
    }
    seat.post(EventId::OnAgentPrecallEvent, std::move(event));
}

void onAgentPreCallAbort(Seat& seat, const protocol::MessageView& message) {
    const Arguments wire = service::wireData(message, seat.session.codePage());
    seat.announced.remove(wire);
    seat.post(EventId::OnAgentPrecallAbortEvent,
              service::eventArguments(EventId::OnAgentPrecallAbortEvent, wire, seat.eventContext({})));
}

} // namespace callwright
