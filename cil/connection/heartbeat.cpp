#include "cil/connection/heartbeat.h"

#include <algorithm>
#include <utility>

namespace callwright {

Heartbeat::Heartbeat(Clock& clock, Milliseconds interval, Actions actions)
    : m_clock(clock), m_interval(std::max(interval, Milliseconds(0))), m_actions(std::move(actions)) {}

void Heartbeat::start() {
    m_isRunning = true;
    noteSent();
}

void Heartbeat::stop() {
    m_isRunning = false;
    m_idle.reset();
    m_answer.reset();
}

std::unique_ptr<Alarm> Heartbeat::in(Milliseconds delay, void (Heartbeat::*action)()) {
    return m_clock.after(delay, [weak = weak_from_this(), action] {
        if (const auto self = weak.lock())
            (self.get()->*action)();
    });
}

void Heartbeat::noteSent() {
    if (isRunning())
        m_idle = in(m_interval, &Heartbeat::onIdle);
}

void Heartbeat::askNow() {
    if (!isRunning() || m_isDoubtful)
        return;
    m_isDoubtful = true;
    ask();
}

void Heartbeat::onIdle() {
    if (m_answer) // due at the same time, and the system rang this one first
        countMiss(true);
    else
        ask();
}

void Heartbeat::ask() {
    m_answer = in(m_isDoubtful ? std::min(doubtfulAnswerTime, m_interval) : m_interval, &Heartbeat::onAnswerDue);
    const Milliseconds at = m_clock.now();
    m_asked.push_back({m_actions.send(), at});
}

void Heartbeat::countMiss(bool isNextDue) {
    m_answer.reset();
    const int inARow = ++m_missed;
    m_actions.missed(inARow);
    if (!m_isRunning)
        return;
    if (inARow >= missesAllowed) {
        stop();
        m_actions.dead();
    } else if (isNextDue) {
        ask();
    }
}

bool Heartbeat::isWaitingFor(std::uint32_t invokeId) const {
    return std::ranges::any_of(m_asked, [invokeId](const Asked& asked) { return asked.invokeId == invokeId; });
}

std::optional<Milliseconds> Heartbeat::confirm(std::uint32_t invokeId) {
    const auto found = std::ranges::find(m_asked, invokeId, &Asked::invokeId);
    if (found == m_asked.end())
        return std::nullopt;
    const Milliseconds roundTrip = m_clock.now() - found->at;
    m_asked.clear();
    m_answer.reset();
    m_missed = 0;
    m_isDoubtful = false;
    return roundTrip;
}

} // namespace callwright
