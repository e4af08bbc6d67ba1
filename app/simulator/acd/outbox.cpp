#include "app/simulator/acd/outbox.h"

#include <algorithm>
#include <cstddef>

namespace callwright::simulator {

namespace {

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
    if (a == b)
        return a == Stream::Voice && later.type == earlier.type;
    if (a == Stream::Agent || b == Stream::Agent || a == Stream::Announcement || b == Stream::Announcement)
        return true;
    return a != Stream::Life && b != Stream::Life;
}

void Outbox::flush(SwitchListener* listener, std::mt19937_64* random) {
    if (m_isFlushing)
        return; // the listener acted on an event; the outer loop sends what that caused
    m_isFlushing = true;
    while (!m_events.empty()) {
        std::size_t next = 0;
        if (random) {
            std::vector<std::size_t> free;
            for (std::size_t i = 0; i < m_events.size(); ++i) {
                if (mayLeave(m_events, i))
                    free.push_back(i);
            }
            next = free[(*random)() % free.size()];
        }
        const SwitchEvent event = std::move(m_events[next]);
        m_events.erase(m_events.begin() + static_cast<std::ptrdiff_t>(next));
        if (listener)
            listener->onSwitchEvent(event);
    }
    m_isFlushing = false;
}

} // namespace callwright::simulator
