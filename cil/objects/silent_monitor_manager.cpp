#include "cil/objects/silent_monitor_manager.h"

#include "cil/connection/open_roles.h"
#include "cil/events/keywords.h"
#include "cil/objects/class_identifiers.h"
#include "cil/objects/monitor_calls.h"
#include "cil/objects/requests.h"
#include "cil/objects/session_connection.h"
#include "cil/objects/session_core.h"
#include "cil/objects/silent_monitor_arguments.h"
#include "cil/objects/silent_monitor_session.h"
#include "cil/objects/team_requests.h"
#include "cil/service/identity.h"

#include <QPointer>

#include <algorithm>
#include <array>
#include <utility>

namespace callwright {
namespace {

constexpr std::array timeKeys{keyword::HeartbeatInterval, keyword::HeartbeatTimeout, keyword::MediaTerminationPort};

/// Why voice does not flow, as a method's answer.
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

/// Whether a session that has not started may still start after this report of the monitored side.
bool goesOn(SilentMonitorStatus status) {
    return status == SilentMonitorStatus::Ok || status == SilentMonitorStatus::InProgress ||
           status == SilentMonitorStatus::MonitorStarted;
}

/// AgentID of whom a request means: named, or at the team member's device that is. Empty: nobody is known there.
QString targetAgent(const SessionCore& core, const Arguments& target) {
    if (target.contains(keyword::AgentID))
        return target.toString(keyword::AgentID);
    const QString device = target.toString(keyword::DeviceID);
    const auto& members = core.supervision.members();
    const auto found = std::ranges::find_if(members, [&](const TeamMember& member) {
        return member.isListed && member.seat->ownDevices().contains(device);
    });
    return found != members.end() ? found->seat->agentFacts.identity.agentId : QString();
}

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

CilResult SilentMonitorManager::startSilentMonitorRequest(const Arguments& target, std::uint16_t& sessionKey) {
    const CilResult result = noted(m_core.own, ask(target, sessionKey));
    tellButtons();
    return result;
}

CilResult SilentMonitorManager::ask(const Arguments& target, std::uint16_t& sessionKey) {
    if (m_core.settings.ccmBasedSilentMonitor)
        return {CilCode::InvalidSilentMonitorMode};
    if (const CilResult problem = whyNotSupervise(m_core); !problem)
        return problem;
    if (m_mode != SilentMonitorMode::Monitoring)
        return {CilCode::InvalidObjectState};
    if (isInSession())
        return {CilCode::AlreadyMonitoring};
    if (!target.contains(keyword::AgentID) && !target.contains(keyword::DeviceID))
        return {CilCode::MissingArgument};
    if (const CilResult problem = checkArguments(SilentMonitorMethod::StartRequest, target); !problem)
        return problem;
    if (!m_media)
        return resultOf(SilentMonitorStatus::MediaTerminationNotPresent);

    const std::uint32_t peripheral = target.toUInt(keyword::PeripheralID).value_or(0);
    const auto key = static_cast<std::uint16_t>(1 + m_core.silentMonitors.chance() % 0xFFFF);
    const AgentIdentity& own = m_core.own.agentFacts.identity;
    const QString ownClient = clientIdOf(own.peripheralId, own.agentId);
    Arguments facts = target;
    facts.set(keyword::SMSessionKey, key)
        .set(keyword::OriginatingServerID, callwright::currentServer(m_core))
        .set(keyword::OriginatingClientID, ownClient)
        .set(keyword::TargetCILClientID, ownClient);
    if (!facts.contains(keyword::MonitoringIPPort))
        facts.set(keyword::MonitoringIPPort, static_cast<std::int32_t>(m_core.settings.monitoringIpPort));
    facts.set(keyword::MonitoredUniqueObjectID,
              target.contains(keyword::AgentID) ? service::agentId(peripheral, target.toString(keyword::AgentID))
                                                : service::deviceId(peripheral, target.toString(keyword::DeviceID)));
    const service::SilentMonitorMessage start{service::SilentMonitorVerb::Start, facts};
    if (service::silentMonitorText(start).isEmpty())
        return {CilCode::InvalidArgument};
    const QString agentId = targetAgent(m_core, target);
    if (agentId.isEmpty())
        return {CilCode::TargetNotFound};

    begin(clientIdOf(peripheral, agentId), std::move(facts));
    CilResult result = resultOf(m_media->startReceiving(stream())); // before voice can come
    if (result) {
        result = m_core.silentMonitors.say(m_session->peer, start, [self = QPointer(this), key](const Reply& reply) {
            if (!self || !self->isInSession() || self->m_session->key() != key)
                return;
            if (reply.outcome == Reply::Outcome::Confirmed)
                self->post(EventId::OnStartSilentMonitorConf);
            else if (reply.outcome != Reply::Outcome::LinkLost) // which ends it by itself
                self->end();
        });
    }
    if (result)
        sessionKey = key;
    else
        end();
    return result;
}

CilResult SilentMonitorManager::stopSilentMonitorRequest(std::uint16_t sessionKey) {
    if (!isInSession())
        return noted(m_core.own, {CilCode::NoMonitorSession});
    if (m_mode != SilentMonitorMode::Monitoring)
        return noted(m_core.own, {CilCode::InvalidObjectState});
    if (m_session->key() != sessionKey)
        return noted(m_core.own, {CilCode::InvalidMonitorSession});
    Arguments confirmation = m_session->argumentsOf(EventId::OnStopSilentMonitorConf);
    const CilResult result =
        m_core.silentMonitors.say(m_session->peer, {service::SilentMonitorVerb::Stop, m_session->facts},
                                  [&core = m_core, confirmation](const Reply& reply) {
                                      if (reply.outcome == Reply::Outcome::Confirmed)
                                          core.outbox.post(EventId::OnStopSilentMonitorConf, confirmation);
                                  });
    end();
    tellButtons();
    return noted(m_core.own, result);
}

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
    const SilentMonitorStatus status =
        m_media ? m_media->startSending(stream()) : SilentMonitorStatus::MediaTerminationNotPresent;
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
