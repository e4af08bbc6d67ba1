#include "cil/connection/open_roles.h"
#include "cil/events/keywords.h"
#include "cil/objects/requests.h"
#include "cil/objects/session_connection.h"
#include "cil/objects/session_core.h"
#include "cil/objects/silent_monitor_arguments.h"
#include "cil/objects/silent_monitor_manager.h"
#include "cil/objects/silent_monitor_session.h"
#include "cil/objects/team_requests.h"
#include "cil/service/identity.h"

#include <QPointer>

#include <algorithm>
#include <utility>

/// What a supervisor's manager asks of the other desktop.
namespace callwright {
namespace {

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

/// The server has told who is in this supervisor's teams, and that agent is not.
bool isKnownElsewhere(SessionCore& core, const QString& agentId) {
    return std::ranges::any_of(core.supervision.members(), &TeamMember::isListed) &&
           core.supervision.findMember(agentId) == nullptr;
}

} // namespace

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
    if (agentId.isEmpty() || isKnownElsewhere(m_core, agentId))
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

} // namespace callwright
