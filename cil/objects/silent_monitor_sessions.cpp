#include "cil/events/keywords.h"
#include "cil/objects/monitor_calls.h"
#include "cil/objects/session_core.h"
#include "cil/objects/silent_monitor_manager.h"
#include "cil/objects/silent_monitor_session.h"

#include <utility>

/// How a manager's session begins, goes on and ends.
namespace callwright {

void SilentMonitorManager::begin(const QString& peer, Arguments facts) {
    SilentMonitorSession::Alarms alarms;
    alarms.beat = [this] {
        m_core.silentMonitors.say(m_session->peer, {service::SilentMonitorVerb::Heartbeat, m_session->facts});
    };
    alarms.silent = [this] {
        lose(m_session->isStarted ? SilentMonitorStatus::HeartbeatTimeout : SilentMonitorStatus::NoResponseFromPeer);
        tellButtons();
    };
    m_session = std::make_unique<SilentMonitorSession>(m_core.clock, peer, std::move(facts), std::move(alarms));
}

void SilentMonitorManager::end() {
    const bool hasMedia =
        m_media && !m_session->isMuted && (m_session->isStarted || m_mode == SilentMonitorMode::Monitoring);
    m_session.reset();
    if (hasMedia)
        m_media->stop();
}

void SilentMonitorManager::quit(SilentMonitorStatus why) {
    m_session->note(why);
    if (m_mode == SilentMonitorMode::Monitored) {
        m_core.silentMonitors.report(m_session->peer, m_session->key(), why);
        post(EventId::OnSilentMonitorStopRequestedEvent);
    } else {
        m_core.silentMonitors.say(m_session->peer, {service::SilentMonitorVerb::Stop, m_session->facts});
        post(EventId::OnSilentMonitorSessionDisconnected);
    }
    end();
}

void SilentMonitorManager::lose(SilentMonitorStatus why) {
    m_session->note(why);
    post(EventId::OnSilentMonitorSessionDisconnected);
    end();
}

void SilentMonitorManager::tellButtons() {
    followSupervision(m_core);
    m_core.outbox.flush();
}

void SilentMonitorManager::post(EventId id) { m_core.outbox.post(id, m_session->argumentsOf(id)); }

void SilentMonitorManager::onNoPackets() {
    if (!isInSession() || m_mode != SilentMonitorMode::Monitored || !m_session->isStarted || m_session->isMuted)
        return;
    m_session->note(SilentMonitorStatus::NoPacketsFromPhone);
    m_core.silentMonitors.report(m_session->peer, m_session->key(), m_session->status);
    post(EventId::OnRTPStreamTimedoutEvent);
    m_core.outbox.flush();
}

void SilentMonitorManager::onAsked(const QString& peer, Arguments facts) {
    facts.set(keyword::DoDefaultMessageHandling, true);
    begin(peer, std::move(facts));
    post(EventId::OnSilentMonitorStartRequestedEvent);
}

void SilentMonitorManager::onPublished(EventId id, const Arguments& arguments) {
    if (id != EventId::OnSilentMonitorStartRequestedEvent || !isInSession() || m_session->isStarted ||
        m_mode != SilentMonitorMode::Monitored || arguments.toUInt(keyword::SMSessionKey) != m_session->key())
        return;
    if (arguments.toBool(keyword::DoDefaultMessageHandling).value_or(true))
        accept();
    else
        m_core.silentMonitors.report(m_session->peer, m_session->key(), m_session->status);
}

void SilentMonitorManager::onReport(const Arguments& report) {
    const auto status = static_cast<SilentMonitorStatus>(report.toInt(keyword::StatusCode).value_or(-1));
    m_session->note(status);
    if (const ArgValue* phone = report.find(keyword::ClientAddress))
        m_session->facts.set(keyword::ClientAddress, *phone);
    post(EventId::OnSilentMonitorStatusReportEvent);
    switch (status) {
    case SilentMonitorStatus::MonitorStarted:
        if (!std::exchange(m_session->isStarted, true))
            post(EventId::OnSilentMonitorStartedEvent);
        break;
    case SilentMonitorStatus::Ok:
    case SilentMonitorStatus::InProgress:
    case SilentMonitorStatus::NoPacketsFromPhone:
        break;
    default:
        end();
    }
}

void SilentMonitorManager::onStop() {
    post(EventId::OnSilentMonitorStopRequestedEvent);
    end();
}

} // namespace callwright
