#pragma once

#include "cil/clock/clock.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace callwright {

/// When to ask the server whether it is there, and when to stop believing in it (CTI Server guide v25, Session
/// Maintenance): HEARTBEAT_REQ after an interval in which nothing else was sent; one that is not confirmed by the time
/// the next may be due counts as missed; three in a row are the end.
/// Where there is reason to doubt (a request without answer, a change of the network) it asks at once and allows each
/// answer 5 s only, so that a dead server is known to be dead after 15 s.
/// Held by shared_ptr, as its actions may drop it.
class Heartbeat : public std::enable_shared_from_this<Heartbeat> {
public:
    struct Actions {
        std::function<std::uint32_t()> send; ///< sends HEARTBEAT_REQ, tells noteSent(), and returns the InvokeID
        std::function<void(int inARow)> missed;
        std::function<void()> dead; ///< called once, after the last missed()
    };

    static constexpr int missesAllowed = 3;
    static constexpr Milliseconds doubtfulAnswerTime = std::chrono::seconds(5);

    Heartbeat(Clock& clock, Milliseconds interval, Actions actions);

    void start();
    void stop();     ///< for good: no action is called any more
    void noteSent(); ///< the client has sent something
    void askNow();   ///< ignored without heartbeats (interval 0)
    bool isWaitingFor(std::uint32_t invokeId) const;
    /// The round trip; nullopt: no heartbeat of ours, or one answered already.
    std::optional<Milliseconds> confirm(std::uint32_t invokeId);

private:
    struct Asked {
        std::uint32_t invokeId;
        Milliseconds at;
    };

    bool isRunning() const { return m_isRunning && m_interval > Milliseconds(0); }
    std::unique_ptr<Alarm> in(Milliseconds delay, void (Heartbeat::*action)());
    void onIdle();
    void onAnswerDue() { countMiss(m_isDoubtful); }
    void ask();
    void countMiss(bool isNextDue);

    Clock& m_clock;
    Milliseconds m_interval;
    Actions m_actions;
    std::vector<Asked> m_asked; ///< since the last confirmation
    int m_missed = 0;
    bool m_isDoubtful = false;
    bool m_isRunning = false;
    std::unique_ptr<Alarm> m_idle;
    std::unique_ptr<Alarm> m_answer;
};

} // namespace callwright
