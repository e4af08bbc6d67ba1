#include "app/simulator/acd/outbox.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace callwright::simulator {

namespace {

using protocol::Field;
using protocol::MessageType;

enum class Stream { Agent, Announcement, Life, Voice, Call, System };

Stream streamOf(MessageType type) {
    switch (type) {
    case MessageType::AGENT_STATE_EVENT:
        return Stream::Agent;
    case MessageType::AGENT_PRE_CALL_EVENT:
    case MessageType::AGENT_PRE_CALL_ABORT_EVENT:
        return Stream::Announcement;
    case MessageType::BEGIN_CALL_EVENT:
    case MessageType::END_CALL_EVENT:
        return Stream::Life;
    case MessageType::RTP_STARTED_EVENT:
    case MessageType::RTP_STOPPED_EVENT:
        return Stream::Voice;
    case MessageType::SYSTEM_EVENT:
        return Stream::System;
    default:
        return Stream::Call;
    }
}

/// A call leg as an event names it.
struct LegName {
    std::uint32_t call = 0;
    std::string_view leg;
    bool operator==(const LegName&) const = default;
};

LegName nameIn(const SwitchEvent& event, Field call, Field leg) {
    LegName name;
    for (const FieldValue& value : event.fields) {
        if (value.field == call)
            name.call = std::get<std::uint32_t>(value.value);
        else if (value.field == leg)
            name.leg = std::get<std::string>(value.value);
    }
    return name;
}

LegName nameIn(const SwitchEvent& event) { return nameIn(event, Field::ConnectionCallID, Field::ConnectionDeviceID); }

/// Whether a voice event may change places with an event about a call.
bool isFreeOf(const SwitchEvent& voice, const SwitchEvent& other) {
    const LegName name = nameIn(voice);
    const LegName subject = nameIn(other);
    if (streamOf(other.type) == Stream::Voice)
        return name != subject || voice.type == other.type;
    if (streamOf(other.type) == Stream::Life)
        return name != subject;
    if (other.type != MessageType::CALL_DATA_UPDATE_EVENT)
        return true;
    const LegName renamed = nameIn(other, Field::NewConnectionCallID, Field::NewConnectionDeviceID);
    return subject == renamed || (name != subject && name != renamed);
}

bool mayLeave(const std::vector<SwitchEvent>& events, std::size_t index) {
    return std::all_of(events.begin(), events.begin() + static_cast<std::ptrdiff_t>(index),
                       [&](const SwitchEvent& earlier) { return mayOvertake(events[index], earlier); });
}

} // namespace

bool mayOvertake(const SwitchEvent& later, const SwitchEvent& earlier) {
    const Stream a = streamOf(earlier.type);
    const Stream b = streamOf(later.type);
    if (a == Stream::System || b == Stream::System)
        return false;
    if (later.instrument != earlier.instrument)
        return true;
    if (a == Stream::Voice || b == Stream::Voice)
        return a == Stream::Voice ? isFreeOf(earlier, later) : isFreeOf(later, earlier);
    if (a == b)
        return false;
    return a == Stream::Agent || b == Stream::Agent || a == Stream::Announcement || b == Stream::Announcement;
}

std::size_t Outbox::pickRandom(std::mt19937_64& random) const {
    std::vector<std::size_t> free;
    for (std::size_t i = 0; i < m_events.size(); ++i) {
        if (mayLeave(m_events, i))
            free.push_back(i);
    }
    return free[random() % free.size()];
}

std::size_t Outbox::pickUsual(EventSwap& swap) {
    if (std::exchange(m_isSwapped, false))
        return 0;
    const auto next = std::find_if(m_events.begin() + 1, m_events.end(),
                                   [&](const SwitchEvent& e) { return e.instrument == m_events.front().instrument; });
    if (next == m_events.end() || !mayOvertake(*next, m_events.front()) || !swap.takesNext())
        return 0;
    m_isSwapped = true;
    return static_cast<std::size_t>(next - m_events.begin());
}

void Outbox::flush(SwitchListener& listener, std::mt19937_64* random, EventSwap& swap) {
    if (m_isFlushing)
        return; // the listener acted on an event; the outer loop sends what that caused
    m_isFlushing = true;
    while (!m_events.empty()) {
        const std::size_t next = random ? pickRandom(*random) : pickUsual(swap);
        const SwitchEvent event = std::move(m_events[next]);
        m_events.erase(m_events.begin() + static_cast<std::ptrdiff_t>(next));
        listener.onSwitchEvent(event);
    }
    m_isFlushing = false;
}

} // namespace callwright::simulator
