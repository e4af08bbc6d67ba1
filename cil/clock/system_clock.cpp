#include "cil/clock/system_clock.h"

#include <QTimer>

#include <algorithm>
#include <limits>
#include <utility>

namespace callwright {

namespace {

class TimerAlarm final : public Alarm {
public:
    TimerAlarm(Milliseconds delay, std::function<void()> action) : m_action(std::move(action)) {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer); // a coarse one may ring early
        // The action is moved out first: it may destroy this alarm, and itself with it.
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { std::exchange(m_action, nullptr)(); });
        m_timer.start(std::clamp(delay, Milliseconds(0), Milliseconds(std::numeric_limits<int>::max())));
    }

private:
    QTimer m_timer;
    std::function<void()> m_action;
};

template <class TimePoint> Milliseconds sinceEpoch(TimePoint time) {
    return std::chrono::duration_cast<Milliseconds>(time.time_since_epoch());
}

} // namespace

Milliseconds SystemClock::now() const { return sinceEpoch(std::chrono::steady_clock::now()); }

Milliseconds SystemClock::wallTime() const { return sinceEpoch(std::chrono::system_clock::now()); }

std::unique_ptr<Alarm> SystemClock::after(Milliseconds delay, std::function<void()> action) {
    return std::make_unique<TimerAlarm>(delay, std::move(action));
}

} // namespace callwright
