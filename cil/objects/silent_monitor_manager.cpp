#include "cil/objects/silent_monitor_manager.h"

#include "cil/events/keywords.h"
#include "cil/objects/class_identifiers.h"
#include "cil/objects/requests.h"
#include "cil/objects/session_core.h"
#include "cil/objects/silent_monitor_arguments.h"
#include "cil/objects/silent_monitor_session.h"

#include <algorithm>
#include <array>
#include <utility>

namespace callwright {
namespace {

constexpr std::array timeKeys{keyword::HeartbeatInterval, keyword::HeartbeatTimeout, keyword::MediaTerminationPort};

/// One of a cluster of monitor services, by chance; CIL_OK: there is no cluster, or one was chosen.
CilResult chooseService(SessionCore& core, Arguments& service) {
    const ArgValue* cluster = service.find(keyword::Cluster);
    if (!cluster) {
        if (!service.contains(keyword::SMSAddr))
            service.set(keyword::SMSAddr, QStringLiteral("localhost"));
        return {};
    }
    const ArgArray* members = cluster->array();
    const auto isEmpty = [](const ArgValue& member) { return member.toString().isEmpty(); };
    if (!members || members->empty() || std::ranges::any_of(*members, isEmpty))
        return {CilCode::InvalidArgument};
    service.set(keyword::SMSAddr, (*members)[core.silentMonitors.chance() % members->size()]);
    return {};
}

} // namespace

SilentMonitorManager::SilentMonitorManager(SessionCore& core, const Arguments& times)
    : QObject(&core), m_core(core), m_times{{keyword::MediaTerminationPort,
                                             static_cast<std::int32_t>(core.settings.mediaTerminationPort)}} {
    for (const Keyword key : timeKeys) {
        if (const ArgValue* value = times.find(key))
            m_times.set(key, *value);
    }
    // After all listeners: what they made of DoDefaultMessageHandling.
    connect(&core.publisher, &Publisher::event, this, &SilentMonitorManager::onPublished);
}

SilentMonitorManager::~SilentMonitorManager() {
    if (isInSession())
        end();
    setMedia(nullptr);
}

void SilentMonitorManager::setMedia(SilentMonitorMedia* media) {
    if (m_media)
        m_media->noPackets = {};
    m_media = media;
    if (m_media)
        m_media->noPackets = [this] { onNoPackets(); };
}

Arguments SilentMonitorManager::properties() const {
    Arguments properties = m_times;
    return properties.set(keyword::ClassIdentifier, classIdentifier(ObjectClass::SilentMonitorManager))
        .set(keyword::SMManagerMode, static_cast<std::int16_t>(m_mode));
}

CilResult SilentMonitorManager::startSMMonitoredMode(const Arguments& service) {
    const bool isOwnSupervisor = m_core.own.agentFacts.identity.isSupervisor;
    if (isOwnSupervisor && m_core.forcedMonitoredMode == 0)
        return noted(m_core.own, {CilCode::NotEnabledForSilentMonitor});
    return noted(m_core.own, startMode(SilentMonitorMode::Monitored, service));
}

CilResult SilentMonitorManager::startSMMonitoringMode(const Arguments& service) {
    if (!m_core.own.agentFacts.identity.isSupervisor)
        return noted(m_core.own, {CilCode::InvalidAgent});
    const CilResult result = noted(m_core.own, startMode(SilentMonitorMode::Monitoring, service));
    tellButtons();
    return result;
}

CilResult SilentMonitorManager::startMode(SilentMonitorMode mode, const Arguments& service) {
    if (m_core.settings.ccmBasedSilentMonitor)
        return {CilCode::InvalidSilentMonitorMode};
    if (const CilResult problem = m_core.whyNot(); !problem)
        return problem;
    if (!m_core.profile().silentMonitorEnabled)
        return {CilCode::NotEnabledForSilentMonitor};
    if (m_core.silentMonitors.current() != this)
        return {CilCode::InvalidObjectState};
    if (m_mode != SilentMonitorMode::NotSet)
        return {CilCode::ModeSetAlready};
    const bool isMonitored = mode == SilentMonitorMode::Monitored;
    const auto method =
        isMonitored ? SilentMonitorMethod::StartMonitoredMode : SilentMonitorMethod::StartMonitoringMode;
    if (const CilResult problem = checkArguments(method, service); !problem)
        return problem;
    Arguments chosen = service;
    if (const CilResult problem = chooseService(m_core, chosen); !problem)
        return problem;
    Arguments times = m_times;
    for (const Keyword key : timeKeys) {
        if (const ArgValue* value = service.find(key))
            times.set(key, *value);
    }
    if (const CilResult problem = checkArguments(SilentMonitorMethod::Create, times); !problem)
        return problem;
    m_times = std::move(times);
    m_service = std::move(chosen);
    m_mode = mode;
    return {};
}

CilResult SilentMonitorManager::stopSilentMonitorMode() {
    if (isInSession() && m_mode == SilentMonitorMode::Monitoring)
        stopSilentMonitorRequest(m_session->key());
    else if (isInSession())
        quit(SilentMonitorStatus::TerminatedByMonitoredClient);
    m_mode = SilentMonitorMode::NotSet;
    tellButtons();
    return {};
}

Arguments SilentMonitorManager::getSessionInfo(std::uint16_t sessionKey, const QString& monitoredUniqueObjectId) const {
    if (!isMonitoredTarget(monitoredUniqueObjectId) || m_session->key() != sessionKey)
        return {};
    Arguments info = m_session->info();
    const Keyword phone = Keyword::of(u"MonitoredDeviceIPAddress");
    if (const Arguments own = getIPPhoneInfo(); m_mode == SilentMonitorMode::Monitored && !own.isEmpty())
        info.set(phone, own.value(keyword::ClientAddress));
    return info;
}

Arguments SilentMonitorManager::getSMSessionList() const {
    Arguments list;
    if (isInSession())
        list.set(QString::number(m_session->key()),
                 getSessionInfo(m_session->key(), m_session->facts.toString(keyword::MonitoredUniqueObjectID)));
    return list;
}

bool SilentMonitorManager::isMonitoredTarget(const QString& monitoredUniqueObjectId) const {
    return isInSession() && m_session->facts.toString(keyword::MonitoredUniqueObjectID) == monitoredUniqueObjectId;
}

SilentMonitorStream SilentMonitorManager::stream() const {
    const Arguments& facts = m_session->facts;
    const auto port = [](const Arguments& from, Keyword key) {
        return static_cast<std::uint16_t>(from.toUInt(key).value_or(0));
    };
    return {facts.toString(keyword::MonitoringIPAddress), port(facts, keyword::MonitoringIPPort),
            port(m_times, keyword::MediaTerminationPort), getIPPhoneInfo(), m_service};
}

} // namespace callwright
