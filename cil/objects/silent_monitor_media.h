#pragma once

#include "cil/events/arguments.h"

#include <QString>

#include <cstdint>
#include <functional>

namespace callwright {

/// How a silent monitor session stands (facts: SilentMonitorStatus); what StatusCode and SMSessionStatus hold.
enum class SilentMonitorStatus : std::int32_t {
    Unknown = -1,
    Ok = 0,
    Failed = 1,
    ComError = 2,
    MonitorStarted = 3,
    MonitorStopped = 4,
    HeartbeatTimeout = 5,
    OutOfMemory = 6,
    PortUnavailable = 7,
    IncorrectStateForThisAction = 8,
    ResourceError = 9,
    RejectedBadParameter = 0x0A,
    SocketError = 0x0B,
    MediaTerminationNotPresent = 0x0C,
    PhoneInformationNotAvailable = 0x0D,
    MissingParameter = 0x0E,
    SessionNotFound = 0x0F,
    SessionAlreadyExists = 0x10,
    Disconnected = 0x11,
    InvalidStateForAction = 0x12,
    InProgress = 0x13,
    MaxSessionsExceeded = 0x14,
    CcmSilentMonitor = 0x15,
    SessionTerminatedAbnormally = 0x10000000,
    RejectedAlreadyInSession = 0x10000001,
    RejectedCaptureNotPresent = 0x10000002,
    CaptureError = 0x10000003,
    MediaUnknownCodec = 0x10000004,
    IncorrectSessionMode = 0x10000005,
    PeerSilentMonitorNotEnabled = 0x10000006,
    SilentMonitorNotEnabled = 0x10000007,
    NoResponseFromPeer = 0x10000008,
    PeerLoggedOut = 0x10000009,
    TerminatedByMonitoredClient = 0x1000000A,
    TerminatedByMonitoringClient = 0x1000000B,
    NoPacketsFromPhone = 0x1000000C,
    ConnectionToDelegateLost = 0x1000000D,
    MediaTerminationError = 0x20000000,
    CaptureNoPackets = 0x30000000,
    CaptureFailedToOpenDevice = 0x30000001,
    CaptureFailedToSetFilter = 0x30000002,
    CaptureErrorInFilter = 0x30000003
};

/// Where the voice of a session goes.
struct SilentMonitorStream {
    QString address; ///< of the monitoring side, in figures; port: where it takes the voice
    std::uint16_t port = 0;
    std::uint16_t mediaTerminationPort = 0; ///< at the monitoring side, for playing it
    Arguments phone;                        ///< the monitored phone (GetIPPhoneInfo); empty: not known, find it
    Arguments service;                      ///< what StartSM...Mode was called with; SMSAddr is the service to use
};

/// Captures, sends, takes and plays the voice of a silent monitor session; one at a time. Everything on the event
/// loop's thread.
class SilentMonitorMedia {
public:
    virtual ~SilentMonitorMedia() = default;
    /// The monitored side: the phone's voice goes out until stop(). Ok, or why not.
    virtual SilentMonitorStatus startSending(const SilentMonitorStream& stream) = 0;
    /// The monitoring side: what comes is played until stop().
    virtual SilentMonitorStatus startReceiving(const SilentMonitorStream& stream) = 0;
    virtual void stop() = 0;

    std::function<void()> noPackets; ///< to be called when nothing is seen of the phone's voice; the manager's to set
};

} // namespace callwright
