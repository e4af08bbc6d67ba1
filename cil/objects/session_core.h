#pragma once

#include "cil/connection/link.h"
#include "cil/events/publisher.h"
#include "cil/objects/config_acquisition.h"
#include "cil/objects/monitor_mode.h"
#include "cil/objects/outbox.h"
#include "cil/objects/restoration.h"
#include "cil/objects/rtp_events.h"
#include "cil/objects/seat.h"
#include "cil/objects/session.h"
#include "cil/objects/silent_monitors.h"
#include "cil/objects/standing_requests.h"
#include "cil/objects/statistics.h"
#include "cil/objects/supervision.h"

#include <QObject>

#include <cstdint>
#include <functional>

namespace callwright {

class Directory;

/// How a session is used; set with its opening, for as long as it lasts (facts: ConnectionMode).
enum class SessionMode { Agent, Monitor };

/// What the seats of one session share: the link, the events on their way out, and what the server tells of itself.
/// The files beside this one act on it, each on one concern: session_connection (the link's life), opening (what
/// follows an opened session), event_dispatch (which seat a message of the server is for).
class SessionCore final : public QObject {
public:
    SessionCore(Clock& theClock, TransportFactory& transports, const Settings& theSettings, std::uint64_t seed);
    ~SessionCore() override;

    Clock& clock;
    const Settings& settings;
    Publisher publisher;
    Outbox outbox;
    std::function<void(std::uint32_t invokeId)> confirmed;       ///< the session's signals
    std::function<void(bool isConfirmed)> confirmationChanged{}; ///< of the objects
    ConnectParameters parameters;
    Seat own; ///< of the person who signs in with this session; in monitor mode it has every call and no agent
    SessionMode mode = SessionMode::Agent;
    Restoration restoration;
    Hindrance departure = Hindrance::None; ///< how the agent came to be out without having asked for it
    Supervision supervision;
    Statistics statistics;
    StandingRequests standing;
    ConfigAcquisition configuration;
    MonitorMode monitor;
    std::uint64_t ignoredMessages = 0; ///< that nothing is known of
    RtpStreams streams;
    SilentMonitors silentMonitors;

    const Directory* directory = nullptr; ///< nullptr: nobody is named

    bool isAgentModeSet = false;
    bool isReconnecting = false; ///< from a failure until the session is open again
    bool isPeripheralOnline = true;
    bool isPhoneInService = true;
    std::uint32_t pgStatus = 0;
    bool isStatusOld = false;             ///< the last three may be out of date: the other side has taken over since
    Arguments downloadedSettings;         ///< of OnGlobalSettingsDownloadConf
    std::int32_t lastError = 0;           ///< CIL error of the last request; 0: it was sent
    std::int32_t forcedMonitoredMode = 0; ///< SilentMonitorForceMonitoredMode
    std::int32_t connectedSince = 0;      ///< time of day, ms
    std::int32_t tryingSince = 0;         ///< time of day, ms
    QString connectionId;                 ///< CILConnectionID: the session's MonitorID at the server
    QString nextServer;                   ///< "host:port" of the next attempt, while the link waits for it
    QString refusal;                      ///< why the server did not open the session when it was asked last
    QStringList chatPartners;             ///< AgentIDs of who wrote last, the latest at the end
    bool isClosingByForce = false;        ///< ForcedDisconnect

    ConnectionStatus status() const;
    /// What stands against any request now: no connection, failover. Ok: nothing.
    CilResult whyNotConnected() const;
    /// The same for what an agent asks for: no agent, monitor mode.
    CilResult whyNot() const;
    /// What stands against such requests, or against what these buttons do: a service that the server did not grant.
    CilResult whyNotGranted(protocol::MessageType request) const;
    CilResult whyNotGranted(std::uint32_t bits) const;
    protocol::CodePage codePage() const;
    /// The connection profile that this session uses, else the standard one.
    const ConnectionProfile& profile() const;

    Link link; ///< the last member: it goes first
};

} // namespace callwright
