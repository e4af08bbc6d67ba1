#pragma once

#include "cil/clock/clock.h"
#include "cil/events/arguments.h"
#include "cil/events/event_list.h"
#include "cil/objects/cil_error.h"
#include "cil/objects/silent_monitor_media.h"

#include <QString>

#include <functional>
#include <memory>

namespace callwright {

CilResult resultOf(SilentMonitorStatus status); ///< why voice does not flow, as a method's answer

/// One silent monitor session as one of its two desktops knows it: who and where, how it stands, and its signs of life.
class SilentMonitorSession {
public:
    struct Alarms {
        std::function<void()> beat;   ///< every HeartbeatInterval: a sign of life is due
        std::function<void()> silent; ///< nothing was heard for HeartbeatTimeout
    };

    /// `facts`: what the session's events say, by their keywords. `peer`: ClientID of the other desktop.
    SilentMonitorSession(Clock& clock, QString peer, Arguments facts, Alarms alarms);

    const QString peer;
    Arguments facts;
    SilentMonitorStatus status = SilentMonitorStatus::InProgress;
    bool isStarted = false; ///< the voice goes out
    bool isMuted = false;   ///< but not now: the monitored side is in a call that must not be heard

    std::uint16_t key() const;
    bool is(const QString& sender, const Arguments& message) const; ///< a message of the other desktop about this one
    Arguments argumentsOf(EventId id) const;                        ///< what the event's list names of the facts
    Arguments info() const;                                         ///< GetSessionInfo
    void heard();
    void note(SilentMonitorStatus newStatus);

private:
    void scheduleBeat();

    Clock& m_clock;
    Alarms m_alarms;
    Milliseconds m_interval;
    Milliseconds m_timeout;
    std::unique_ptr<Alarm> m_beat;
    std::unique_ptr<Alarm> m_silence;
};

} // namespace callwright
