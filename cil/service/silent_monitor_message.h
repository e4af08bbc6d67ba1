#pragma once

#include "cil/events/arguments.h"

#include <QString>
#include <QStringView>

#include <optional>

/// What two desktops say to each other when a supervisor listens by audio between desktops ("CTI OS-based" silent
/// monitoring). CTI Server carries nothing for it, so it travels as the text of a user message between two clients:
///     callwright:silent-monitor/1 start key=4711 agent=1002 peripheral=5000 address=10.1.2.3 port=39200 interval=5
///     timeout=15 server=cti-a:42027
/// One line of ASCII, at most 254 bytes: prefix with the version, a verb, fields as name=value. What arrives comes from
/// anybody who may send a user message: it is either right in every field, or nothing.
namespace callwright::service {

enum class SilentMonitorVerb {
    Start,     ///< monitoring to monitored side: AgentID or DeviceID, PeripheralID, MonitoringIPAddress,
               ///< MonitoringIPPort, HeartbeatInterval, HeartbeatTimeout; OriginatingServerID
    Report,    ///< monitored to monitoring side: StatusCode; ClientAddress of the phone, when it is known
    Heartbeat, ///< both ways
    Stop       ///< monitoring to monitored side
};

struct SilentMonitorMessage {
    SilentMonitorVerb verb = SilentMonitorVerb::Heartbeat;
    Arguments fields; ///< the verb's, and SMSessionKey (1 to 65535) with every one
};

/// Whether a text is meant for silent monitoring, in whatever version: then it is no chat.
bool isSilentMonitorText(QStringView text);

/// Fields that the verb does not have are left out, and OriginatingServerID if the text would be too long with it.
/// Empty: a field is missing or holds what it must not.
QString silentMonitorText(const SilentMonitorMessage& message);

/// nullopt: anything wrong in it.
std::optional<SilentMonitorMessage> parseSilentMonitorText(QStringView text);

} // namespace callwright::service
