#include "cil/clock/manual_clock.h"

#include <algorithm>
#include <map>
#include <utility>

namespace callwright {

struct ManualClock::State {
    using Key = std::pair<Milliseconds, std::uint64_t>; // time, then the order in which they were set

    Milliseconds now{0};
    Milliseconds wallStart{0};
    std::uint64_t nextNumber = 0;
    std::map<Key, std::function<void()>> pending;
};

namespace {

template <class State> class ManualAlarm final : public Alarm {
public:
    ManualAlarm(std::weak_ptr<State> state, typename State::Key key) : m_state(std::move(state)), m_key(key) {}
    ~ManualAlarm() override {
        if (const auto state = m_state.lock())
            state->pending.erase(m_key);
    }
    ManualAlarm(const ManualAlarm&) = delete;
    ManualAlarm& operator=(const ManualAlarm&) = delete;

private:
    std::weak_ptr<State> m_state; // an alarm may outlive its clock
    typename State::Key m_key;
};

} // namespace

ManualClock::ManualClock(Milliseconds wallStart) : m_state(std::make_shared<State>()) {
    m_state->wallStart = wallStart;
}

ManualClock::~ManualClock() = default;

Milliseconds ManualClock::now() const { return m_state->now; }

Milliseconds ManualClock::wallTime() const { return m_state->wallStart + m_state->now; }

std::unique_ptr<Alarm> ManualClock::after(Milliseconds delay, std::function<void()> action) {
    const State::Key key{m_state->now + std::max(delay, Milliseconds(0)), m_state->nextNumber++};
    m_state->pending.emplace(key, std::move(action));
    return std::make_unique<ManualAlarm<State>>(m_state, key);
}

void ManualClock::advance(Milliseconds by) {
    const auto state = m_state; // an action may destroy the clock
    const Milliseconds end = state->now + std::max(by, Milliseconds(0));
    while (!state->pending.empty() && state->pending.begin()->first.first <= end) {
        auto alarm = state->pending.extract(state->pending.begin());
        state->now = std::max(state->now, alarm.key().first);
        alarm.mapped()();
    }
    state->now = std::max(state->now, end);
}

} // namespace callwright
