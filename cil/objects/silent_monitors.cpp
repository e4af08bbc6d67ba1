#include "cil/objects/silent_monitors.h"

#include "cil/connection/open_roles.h"
#include "cil/events/keywords.h"
#include "cil/objects/logging.h"
#include "cil/objects/requests.h"
#include "cil/objects/session_core.h"
#include "cil/objects/silent_monitor_arguments.h"
#include "cil/objects/silent_monitor_manager.h"
#include "cil/objects/silent_monitor_session.h"
#include "cil/service/identity.h"

#include <algorithm>
#include <utility>

namespace callwright {
namespace {

QString ownClientId(const SessionCore& core) {
    const AgentIdentity& own = core.own.agentFacts.identity;
    return clientIdOf(own.peripheralId, own.agentId);
}

/// Whether a client names itself as desktops do; nobody else listens.
bool isDesktop(const QString& clientId) {
    bool isNumber = false;
    clientId.section(u'.', 0, 0).toUInt(&isNumber);
    return isNumber && !clientId.section(u'.', 1).isEmpty();
}

bool isOwnPlace(const SessionCore& core, const Arguments& start) {
    const AgentIdentity& own = core.own.agentFacts.identity;
    return start.toUInt(keyword::PeripheralID) == own.peripheralId &&
           (start.contains(keyword::AgentID) ? start.toString(keyword::AgentID) == own.agentId
                                             : core.own.ownDevices().contains(start.toString(keyword::DeviceID)));
}

/// Agents are told no team: but who is known to be a member and no supervisor must not listen.
bool isPlainMember(const SessionCore& core, const QString& clientId) {
    constexpr auto anySupervisor = protocol::AgentFlags::PRIMARY_SUPERVISOR | protocol::AgentFlags::SUPERVISOR;
    return std::ranges::any_of(core.supervision.members(), [&](const TeamMember& member) {
        const AgentIdentity& theirs = member.seat->agentFacts.identity;
        return member.isListed && (member.flags & anySupervisor) == 0 &&
               clientIdOf(theirs.peripheralId, theirs.agentId) == clientId;
    });
}

} // namespace

SilentMonitorManager* SilentMonitors::create(const Arguments& times) {
    const std::uint32_t type = m_core.own.agentFacts.peripheralType;
    const bool isElsewhere =
        type != 0 && type != static_cast<std::uint32_t>(protocol::PeripheralType::PT_ENTERPRISE_AGENT);
    const CilResult result =
        isElsewhere ? CilResult{CilCode::NotImplemented} : checkArguments(SilentMonitorMethod::Create, times);
    if (!noted(m_core.own, result))
        return nullptr;
    m_managers.push_back(new SilentMonitorManager(m_core, times)); // a child of the session
    return m_managers.back();
}

CilResult SilentMonitors::destroy(SilentMonitorManager* manager) {
    const auto found = std::ranges::find(m_managers, manager);
    if (found == m_managers.end())
        return noted(m_core.own, {CilCode::InvalidArgument});
    if (m_current == manager)
        setCurrent(nullptr);
    m_managers.erase(found);
    manager->deleteLater(); // it may be at work: an event's listener called this
    return noted(m_core.own, {});
}

CilResult SilentMonitors::setCurrent(SilentMonitorManager* manager) {
    if (manager && std::ranges::find(m_managers, manager) == m_managers.end())
        return noted(m_core.own, {CilCode::InvalidArgument});
    if (m_current && m_current != manager)
        m_current->stopSilentMonitorMode();
    m_current = manager;
    return noted(m_core.own, {});
}

void SilentMonitors::take(const QString& sender, const QString& text) {
    const auto message = service::parseSilentMonitorText(text);
    if (!message || !isDesktop(sender) || sender == ownClientId(m_core)) {
        qCInfo(logObjects) << "a message about silent monitoring that cannot be used";
        return;
    }
    if (message->verb == service::SilentMonitorVerb::Start)
        return takeStart(sender, message->fields);
    if (!m_current || !m_current->isInSession() || !m_current->m_session->is(sender, message->fields))
        return; // of a session that is over, or none of ours
    m_current->m_session->heard();
    const bool isMonitored = m_current->mode() == SilentMonitorMode::Monitored;
    if (message->verb == service::SilentMonitorVerb::Report && !isMonitored)
        m_current->onReport(message->fields);
    if (message->verb == service::SilentMonitorVerb::Stop && isMonitored)
        m_current->onStop();
}

std::optional<SilentMonitorStatus> SilentMonitors::refusal(const QString& sender, const Arguments& start) const {
    if (m_core.settings.ccmBasedSilentMonitor)
        return SilentMonitorStatus::CcmSilentMonitor;
    if (!m_current || m_current->mode() == SilentMonitorMode::NotSet || isPlainMember(m_core, sender))
        return SilentMonitorStatus::PeerSilentMonitorNotEnabled;
    if (m_current->mode() != SilentMonitorMode::Monitored)
        return SilentMonitorStatus::IncorrectSessionMode;
    if (!isOwnPlace(m_core, start))
        return SilentMonitorStatus::RejectedBadParameter;
    if (!m_core.own.agentFacts.isSignedIn())
        return SilentMonitorStatus::PeerLoggedOut;
    if (m_current->isInSession())
        return SilentMonitorStatus::RejectedAlreadyInSession;
    return std::nullopt;
}

void SilentMonitors::takeStart(const QString& sender, Arguments start) {
    if (m_current && m_current->isInSession() && m_current->m_session->is(sender, start))
        return; // said twice
    if (!m_starts.admits(sender, m_core.clock.now())) {
        qCInfo(logObjects) << "asks to listen too often:" << sender;
        return;
    }
    if (const auto status = refusal(sender, start)) {
        report(sender, start.toUInt(keyword::SMSessionKey).value_or(0), *status);
        return;
    }
    const std::uint32_t peripheral = m_core.own.agentFacts.identity.peripheralId;
    start
        .set(keyword::OriginatingClientID, sender) // as the server tells it
        .set(keyword::OriginatingServerID, start.toString(keyword::OriginatingServerID))
        .set(keyword::MonitoredUniqueObjectID, start.contains(keyword::AgentID)
                                                   ? m_core.own.agentUid()
                                                   : service::deviceId(peripheral, start.toString(keyword::DeviceID)));
    m_current->onAsked(sender, std::move(start));
}

void SilentMonitors::lose() {
    phone.clear();
    if (m_current && m_current->isInSession())
        m_current->lose(SilentMonitorStatus::ComError);
}

void SilentMonitors::leave() {
    if (m_current && m_current->isInSession())
        m_current->quit(m_current->mode() == SilentMonitorMode::Monitored
                            ? SilentMonitorStatus::TerminatedByMonitoredClient
                            : SilentMonitorStatus::TerminatedByMonitoringClient);
}

void SilentMonitors::follow() {
    if (!m_current || !m_current->isInSession())
        return;
    if (!m_core.own.agentFacts.isSignedIn())
        m_current->quit(SilentMonitorStatus::PeerLoggedOut);
    else
        m_current->followCalls();
}

bool SilentMonitors::isListenedTo() const {
    return m_current && m_current->mode() == SilentMonitorMode::Monitored && m_current->isInSession() &&
           m_current->m_session->isStarted;
}

CilResult SilentMonitors::say(const QString& peer, const service::SilentMonitorMessage& message,
                              std::function<void(const Reply& reply)> outcome) {
    const QString text = service::silentMonitorText(message);
    if (text.isEmpty())
        return {CilCode::InvalidArgument};
    constexpr auto toClient = static_cast<std::uint16_t>(protocol::DistributionType::DISTRIBUTE_TO_CLIENT);
    Request request(protocol::MessageType::USER_MESSAGE_REQ, Request::Object::Agent, m_core.own.agentUid(),
                    {{keyword::Distribution, toClient}, {keyword::ClientID, peer}, {keyword::Text, text}});
    if (outcome) {
        request.then = std::move(outcome);
        return send(m_core.own, std::move(request));
    }
    request.isMoot = [] { return true; }; // silence shows itself
    return trySend(m_core.own, std::move(request)) ? CilResult() : CilResult{CilCode::SendFailed};
}

void SilentMonitors::report(const QString& peer, std::uint32_t sessionKey, SilentMonitorStatus status,
                            const Arguments& ownPhone) {
    Arguments fields{{keyword::SMSessionKey, static_cast<std::uint16_t>(sessionKey)},
                     {keyword::StatusCode, static_cast<std::int32_t>(status)}};
    if (const ArgValue* address = ownPhone.find(keyword::ClientAddress))
        fields.set(keyword::ClientAddress, *address);
    if (service::silentMonitorText({service::SilentMonitorVerb::Report, fields}).isEmpty())
        fields.remove(keyword::ClientAddress); // no address in figures
    say(peer, {service::SilentMonitorVerb::Report, std::move(fields)});
}

} // namespace callwright
