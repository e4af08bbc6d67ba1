#pragma once

#include "cil/events/arguments.h"
#include "cil/events/event_list.h"
#include "cil/objects/cil_error.h"
#include "cil/objects/silent_monitor_media.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <memory>

namespace callwright {

class SessionCore;
class SilentMonitorSession;

/// SMManagerMode.
enum class SilentMonitorMode : std::int16_t {
    NotSet = -1,
    Monitored = 0, ///< takes requests of supervisors, and gives voice
    Monitoring = 1 ///< asks, and takes voice
};

/// Silent monitoring by audio between two desktops (facts: CTI OS-based; where a site listens by calls of Unified CM,
/// every method that begins something answers E_CTIOS_INVALID_SILENT_MONITOR_MODE). Made by
/// Session::createSilentMonitorManager(); works while it is the session's current one. One session at a time; it ends
/// on both sides when either loses its server, falls silent or signs out, and does not come back by itself.
///
/// The desktops talk by user messages of the CTI Server. Voice is SilentMonitorMedia's: without it a monitored desktop
/// says who asks, and answers with the status MediaTerminationNotPresent.
class SilentMonitorManager : public QObject {
    Q_OBJECT
public:
    ~SilentMonitorManager() override;

    void
    setMedia(SilentMonitorMedia* media); ///< nullptr: there is none. It outlives the manager. Between sessions only
    bool hasMedia() const { return m_media != nullptr; }
    SilentMonitorMode mode() const { return m_mode; }
    bool isInSession() const { return m_session != nullptr; }
    /// HeartbeatInterval, HeartbeatTimeout (seconds), MediaTerminationPort, SMManagerMode.
    Arguments properties() const;

    // The Arguments of these are the facts' (methods.tsv), checked in silent_monitor_arguments.cpp.
    CilResult startSMMonitoredMode(const Arguments& service);
    CilResult startSMMonitoringMode(const Arguments& service);
    CilResult stopSilentMonitorMode(); ///< ends a session

    // --- the monitoring side
    /// OnStartSilentMonitorConf when the server took it, OnSilentMonitorStatusReportEvent with the other side's answer,
    /// OnSilentMonitorStartedEvent; OnSilentMonitorSessionDisconnected when there is no answer. A DeviceID is that of a
    /// team member. `sessionKey` takes the session's key.
    CilResult startSilentMonitorRequest(const Arguments& target, std::uint16_t& sessionKey);
    CilResult stopSilentMonitorRequest(std::uint16_t sessionKey); ///< OnStopSilentMonitorConf follows

    // --- the monitored side
    /// After a listener of OnSilentMonitorStartRequestedEvent set DoDefaultMessageHandling to false.
    CilResult acceptSilentMonitoring(const Arguments& request);
    /// Tells the other side how the session stands; anything but Ok, InProgress and MonitorStarted refuses a session
    /// that has not started yet.
    CilResult reportSMSessionStatus(std::uint16_t sessionKey, SilentMonitorStatus status);
    /// Limits what is captured to one phone; else it is the one that RTP events tell of.
    CilResult setIPPhoneInfo(const Arguments& phone);
    Arguments getIPPhoneInfo() const; ///< empty: not known

    // --- both
    Arguments getSessionInfo(std::uint16_t sessionKey, const QString& monitoredUniqueObjectId) const; ///< or empty
    Arguments getSMSessionList() const; ///< by key; at most one
    bool isMonitoredTarget(const QString& monitoredUniqueObjectId) const;

private:
    friend class SilentMonitors;
    SilentMonitorManager(SessionCore& core, const Arguments& times);

    CilResult startMode(SilentMonitorMode mode, const Arguments& service);
    CilResult ask(const Arguments& target, std::uint16_t& sessionKey);
    CilResult accept();
    void begin(const QString& peer, Arguments facts);
    void end();                         ///< says nothing to anybody
    void quit(SilentMonitorStatus why); ///< tells the other side, and whoever listens here
    void lose(SilentMonitorStatus why); ///< the other side cannot be told
    void post(EventId id);
    void tellButtons(); ///< the supervisor's, if they are others now; with all that waits to be published
    SilentMonitorStream stream() const;
    void onNoPackets();
    void onPublished(EventId id, const Arguments& arguments);

    bool mustBeMuted() const; ///< StopSMNonACDCall: calls that no queue brought are not heard
    void followCalls();       ///< during a session, after anything that may have moved a call

    // What the other side says; of a session of ours but for the first.
    void onAsked(const QString& peer, Arguments facts);
    void onReport(const Arguments& report);
    void onStop();

    SessionCore& m_core;
    SilentMonitorMode m_mode = SilentMonitorMode::NotSet;
    Arguments m_times;   ///< HeartbeatInterval, HeartbeatTimeout, MediaTerminationPort
    Arguments m_service; ///< of startMode()
    Arguments m_phone;   ///< of setIPPhoneInfo()
    SilentMonitorMedia* m_media = nullptr;
    std::unique_ptr<SilentMonitorSession> m_session;
};

} // namespace callwright
