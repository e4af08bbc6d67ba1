#include "cil/events/keywords.h"
#include "cil/objects/requests.h"
#include "cil/objects/session_core.h"
#include "cil/objects/silent_monitor_arguments.h"
#include "cil/objects/silent_monitor_manager.h"
#include "cil/objects/silent_monitor_session.h"
#include "cil/service/supervisor_mask.h"

#include <algorithm>

/// What an agent's manager does when a supervisor listens.
namespace callwright {
namespace {

/// Whether a session that has not started may still start after this report of the monitored side.
bool goesOn(SilentMonitorStatus status) {
    return status == SilentMonitorStatus::Ok || status == SilentMonitorStatus::InProgress ||
           status == SilentMonitorStatus::MonitorStarted;
}

} // namespace

CilResult SilentMonitorManager::acceptSilentMonitoring(const Arguments& request) {
    if (m_core.settings.ccmBasedSilentMonitor)
        return noted(m_core.own, {CilCode::InvalidSilentMonitorMode});
    if (const CilResult problem = checkArguments(SilentMonitorMethod::Accept, request); !problem)
        return noted(m_core.own, problem);
    if (m_mode != SilentMonitorMode::Monitored || !isInSession() || m_session->isStarted)
        return noted(m_core.own, {CilCode::NoPendingRequest});
    if (request.toUInt(keyword::SMSessionKey) != m_session->key())
        return noted(m_core.own, {CilCode::InvalidMonitorSession});
    // False: the session stays as it is, and the program reports how it goes on.
    const bool isWanted = request.toBool(keyword::DoDefaultMessageHandling).value_or(false);
    const CilResult result = noted(m_core.own, isWanted ? accept() : CilResult());
    m_core.outbox.flush();
    return result;
}

CilResult SilentMonitorManager::accept() {
    m_session->isMuted = mustBeMuted();
    SilentMonitorStatus status = SilentMonitorStatus::MediaTerminationNotPresent;
    if (m_media)
        status = m_session->isMuted ? SilentMonitorStatus::Ok : m_media->startSending(stream());
    const bool isStarted = status == SilentMonitorStatus::Ok;
    const SilentMonitorStatus told = isStarted ? SilentMonitorStatus::MonitorStarted : status;
    m_core.silentMonitors.report(m_session->peer, m_session->key(), told, getIPPhoneInfo());
    if (!isStarted) {
        end();
        return resultOf(status);
    }
    m_session->isStarted = true;
    m_session->note(told);
    post(EventId::OnSilentMonitorStartedEvent);
    return {};
}

CilResult SilentMonitorManager::reportSMSessionStatus(std::uint16_t sessionKey, SilentMonitorStatus status) {
    if (!isInSession())
        return noted(m_core.own, {CilCode::NoMonitorSession});
    if (m_mode != SilentMonitorMode::Monitored)
        return noted(m_core.own, {CilCode::InvalidObjectState});
    if (m_session->key() != sessionKey)
        return noted(m_core.own, {CilCode::InvalidMonitorSession});
    m_session->note(status);
    m_core.silentMonitors.report(m_session->peer, sessionKey, status, getIPPhoneInfo());
    if (!m_session->isStarted && !goesOn(status))
        end();
    return noted(m_core.own, {});
}

CilResult SilentMonitorManager::setIPPhoneInfo(const Arguments& phone) {
    const CilResult result = checkArguments(SilentMonitorMethod::SetPhone, phone);
    if (result)
        m_phone = phone;
    return noted(m_core.own, result);
}

Arguments SilentMonitorManager::getIPPhoneInfo() const {
    return m_phone.isEmpty() ? m_core.silentMonitors.phone : m_phone;
}

bool SilentMonitorManager::mustBeMuted() const {
    const auto calls = m_core.own.book.live();
    return m_core.settings.stopsSilentMonitorAtNonAcdCalls && std::ranges::any_of(calls, [](const Call* call) {
               return call->status() == CallStatus::Connect &&
                      service::isNonAcdCall(call->data().toUInt(keyword::CallType).value_or(0));
           });
}

void SilentMonitorManager::followCalls() {
    const bool isHeard = m_mode == SilentMonitorMode::Monitored && m_session->isStarted && m_media;
    if (!isHeard || m_session->isMuted == mustBeMuted())
        return;
    m_session->isMuted = !m_session->isMuted;
    if (m_session->isMuted)
        return m_media->stop();
    if (const SilentMonitorStatus status = m_media->startSending(stream()); status != SilentMonitorStatus::Ok)
        quit(status);
}

} // namespace callwright
