#include "cil/objects/silent_monitor_session.h"

#include "cil/events/event_types.h"
#include "cil/events/keywords.h"

#include <array>
#include <chrono>
#include <utility>

namespace callwright {
namespace {

Milliseconds secondsOf(const Arguments& facts, Keyword key) {
    return std::chrono::seconds(facts.toInt(key).value_or(1));
}

} // namespace

CilResult resultOf(SilentMonitorStatus status) {
    switch (status) {
    case SilentMonitorStatus::Ok:
        return {};
    case SilentMonitorStatus::MediaTerminationNotPresent:
        return {CilCode::MediaTerminationNotInstalled};
    case SilentMonitorStatus::PortUnavailable:
        return {CilCode::PortUnavailable};
    default:
        return {CilCode::MediaTerminationFailed};
    }
}

SilentMonitorSession::SilentMonitorSession(Clock& clock, QString thePeer, Arguments theFacts, Alarms alarms)
    : peer(std::move(thePeer)), facts(std::move(theFacts)), m_clock(clock), m_alarms(std::move(alarms)),
      m_interval(secondsOf(facts, keyword::HeartbeatInterval)), m_timeout(secondsOf(facts, keyword::HeartbeatTimeout)) {
    scheduleBeat();
    heard();
}

std::uint16_t SilentMonitorSession::key() const {
    return static_cast<std::uint16_t>(facts.toUInt(keyword::SMSessionKey).value_or(0));
}

bool SilentMonitorSession::is(const QString& sender, const Arguments& message) const {
    return sender == peer && message.toUInt(keyword::SMSessionKey) == key();
}

Arguments SilentMonitorSession::argumentsOf(EventId id) const {
    Arguments arguments;
    for (const Parameter& parameter : parametersOf(id)) {
        if (const ArgValue* value = facts.find(parameter.keyword))
            arguments.set(parameter.keyword, *value);
    }
    return arguments;
}

Arguments SilentMonitorSession::info() const {
    constexpr std::array told{keyword::SMSessionKey,    keyword::AgentID,
                              keyword::DeviceID,        keyword::MonitoredUniqueObjectID,
                              keyword::PeripheralID,    keyword::MonitoringIPAddress,
                              keyword::MonitoringIPPort};
    Arguments info{{Keyword::of(u"SMSessionStatus"), static_cast<std::int32_t>(status)},
                   {Keyword::of(u"AudioMode"), 0}}; // reserved
    for (const Keyword key : told) {
        if (const ArgValue* value = facts.find(key))
            info.set(key, *value);
    }
    if (const ArgValue* phone = facts.find(keyword::ClientAddress))
        info.set(Keyword::of(u"MonitoredDeviceIPAddress"), *phone);
    return info;
}

void SilentMonitorSession::heard() {
    m_silence = m_clock.after(m_timeout, [silent = m_alarms.silent] { silent(); }); // which may end the session
}

void SilentMonitorSession::note(SilentMonitorStatus newStatus) {
    status = newStatus;
    facts.set(keyword::StatusCode, static_cast<std::int32_t>(newStatus));
}

void SilentMonitorSession::scheduleBeat() {
    m_beat = m_clock.after(m_interval, [this] {
        scheduleBeat();
        m_alarms.beat();
    });
}

} // namespace callwright
