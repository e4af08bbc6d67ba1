#include "cil/objects/monitor_mode.h"

#include "cil/events/event_types.h"
#include "cil/events/keywords.h"
#include "cil/objects/generic_requests.h"
#include "cil/objects/logging.h"
#include "cil/objects/monitor_events.h"
#include "cil/objects/monitor_snapshot.h"
#include "cil/objects/opening.h"
#include "cil/objects/session_core.h"
#include "cil/service/field_keywords.h"
#include "cil/service/monitor_plan.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace callwright {
namespace {

using protocol::Field;
using protocol::MessageType;
using protocol::ServicesRequested::CTI_SERVICE_ALL_EVENTS;
using protocol::ServicesRequested::CTI_SERVICE_PERIPHERAL_MONITOR;

constexpr std::int32_t eMonitorModeConnectionDenied = 14; // FailureCode of OnCTIOSFailure

/// Events about others, which a filter must ask for; everything else is about the session itself.
bool isOfOthers(EventId id) {
    switch (interfaceOf(id)) {
    case EventInterface::ICallEvents:
    case EventInterface::IAgentEvents:
    case EventInterface::ISkillGroupEvents:
    case EventInterface::ISilentMonitorEvents:
        return true;
    default:
        return id == EventId::OnTranslationRoute;
    }
}

bool isOfConfiguration(EventId id) { return isGeneric(id) && eventName(id).startsWith(u"CONFIG_"); }

bool isSilentMonitorCall(const Call* call) {
    return call && call->data().toUInt(keyword::CallType) ==
                       static_cast<std::uint32_t>(protocol::CallType::CALLTYPE_SUPERVISOR_MONITOR);
}

} // namespace

MonitorMode::MonitorMode(SessionCore& core) : objects(core), m_core(core) {}

MonitorMode::~MonitorMode() = default;

void MonitorMode::begin(std::vector<Role> roles) {
    m_roles = std::move(roles);
    m_filter.reset();
    m_snapshot.reset();
    m_isEstablished = false;
    m_latecomers.clear();
    m_lastFrame.clear();
    peripherals.clear();
    objects.clear();
}

bool MonitorMode::isWatching() const {
    return std::ranges::any_of(m_roles,
                               [](Role role) { return role == Role::Monitor || role == Role::PeripheralMonitor; });
}

CilResult MonitorMode::setFilter(const QString& expression, MonitorSessionSnapshotMode mode) {
    if (m_core.mode != SessionMode::Monitor)
        return {CilCode::ModeConflict};
    if (m_core.status() == ConnectionStatus::Closed || m_core.status() == ConnectionStatus::Closing)
        return m_core.whyNotConnected();
    const auto filter = service::MessageFilter::parse(expression);
    if (!filter)
        return {CilCode::InvalidArgument, 0, service::problemText(filter.error())};
    m_filter = *filter;
    m_snapshotMode = mode;
    return m_core.status() == ConnectionStatus::Open ? establish() : CilResult{};
}

void MonitorMode::onOpened() {
    if (!m_filter)
        return;
    if (const CilResult result = establish(); !result)
        m_core.outbox.post(EventId::OnCTIOSFailure, {{keyword::FailureCode, eMonitorModeConnectionDenied},
                                                     {keyword::ErrorMessage, cilErrorText(result)}});
}

/// What is there is asked for, unless nobody wants to know. Agents named by id alone are asked in any case where each
/// needs a monitor: that takes their phone.
CilResult MonitorMode::establish() {
    m_followed.clear(); // whom the filter does not name any more
    m_lookout.reset();
    if (const CilResult result = startMonitors(); !result)
        return result;
    m_snapshot.reset();
    m_isEstablished = false;
    m_latecomers.clear();
    if (asksForWhatIsThere())
        m_snapshot = std::make_unique<MonitorSnapshot>(m_core, [this] { onEstablished(); });
    else if (isWatching() && objects.hasDoubtful())
        m_snapshot = std::make_unique<MonitorSnapshot>(
            m_core, [this] { onEstablished(); }, MonitorSnapshot::onlyDoubtful);
    else
        onEstablished();
    return {};
}

bool MonitorMode::asksForWhatIsThere() const {
    const bool isAll = (m_core.link.servicesGranted() & CTI_SERVICE_ALL_EVENTS) != 0;
    return m_filter && isWatching() && !m_filter->wantsOnlyStatistics() &&
           (m_snapshotMode == MonitorSessionSnapshotMode::Snapshot ||
            (!isAll && service::monitorPlan(*m_filter).namesAgents()));
}

/// All Events brings everything; without it each of what the filter names has a monitor of its own.
CilResult MonitorMode::startMonitors() {
    const std::uint32_t granted = m_core.link.servicesGranted();
    if (!isWatching() || (granted & CTI_SERVICE_ALL_EVENTS) != 0 || m_filter->wantsOnlyStatistics())
        return {};
    if ((granted & CTI_SERVICE_PERIPHERAL_MONITOR) == 0)
        return {CilCode::ModeConflict, 0,
                QCoreApplication::translate(
                    "Session", "The server granted no service to watch others with. Ask your administrator.")};
    const service::MonitorPlan plan = service::monitorPlan(*m_filter);
    if (!plan.isListed())
        return {CilCode::ModeConflict, 0,
                QCoreApplication::translate("Session", "The server did not grant the All Events service. Name the "
                                                       "agents, devices or calls to watch in the filter.")};
    if (plan.lacksPeripheral())
        return {CilCode::MissingArgument, 0,
                QCoreApplication::translate("Session", "The server did not grant the All Events service. Name the "
                                                       "PeripheralID of the agents or devices in the filter as well.")};
    for (const QString& device : plan.devices) {
        for (const std::uint32_t peripheralId : plan.peripherals)
            watchDevice(peripheralId, device);
    }
    for (const Arguments& call : plan.calls)
        sendGeneric(m_core, u"MONITOR_START_REQ", call, Lasting::No);
    return {};
}

void MonitorMode::watchAgent(std::uint32_t peripheralId, const QString& agentId, const QString& phone) {
    if ((m_core.link.servicesGranted() & CTI_SERVICE_ALL_EVENTS) != 0)
        return;
    m_followed[{peripheralId, agentId}] = !phone.isEmpty();
    if (!phone.isEmpty())
        watchDevice(peripheralId, phone);
    else if (!m_lookout)
        m_lookout = m_core.clock.after(lookoutInterval, [this] { lookOut(); });
}

void MonitorMode::noteSignedOut(std::uint32_t peripheralId, const QString& agentId) {
    if (m_followed.contains({peripheralId, agentId}))
        watchAgent(peripheralId, agentId, {});
}

std::vector<std::pair<std::uint32_t, QString>> MonitorMode::absentAgents() const {
    std::vector<std::pair<std::uint32_t, QString>> absent;
    for (const auto& [agent, hasPhone] : m_followed) {
        if (!hasPhone)
            absent.push_back(agent);
    }
    return absent;
}

void MonitorMode::lookOut() {
    m_lookout.reset();
    if (absentAgents().empty())
        return;
    m_latecomers.insert(MonitorSnapshot::onlyDoubtful);
    if (m_isEstablished)
        askForLatecomers();
}

void MonitorMode::watchDevice(std::uint32_t peripheralId, const QString& device) {
    if (!m_watched.insert({peripheralId, device}).second)
        return;
    const CilResult sent =
        sendGeneric(m_core, u"MONITOR_START_REQ",
                    {{keyword::PeripheralID, peripheralId}, {keyword::MonitoredDeviceID, device}}, Lasting::No);
    if (!sent)
        qCWarning(logObjects).noquote() << "not watched:" << device << cilErrorText(sent);
}

void MonitorMode::onEstablished() {
    m_snapshot.reset();
    m_core.isReconnecting = false;
    m_core.outbox.post(EventId::OnMonitorModeEstablished, {{keyword::CILConnectionID, m_core.connectionId},
                                                           {keyword::StatusSystem, systemStatus(m_core)}});
    m_isEstablished = true;
    askForLatecomers();
    m_core.outbox.flush();
}

/// Peripherals that came on line since: what is there is asked for, one after the other, with what could not be told
/// before, and nothing is established anew.
void MonitorMode::askForLatecomers() {
    if (m_snapshot || m_latecomers.empty())
        return;
    const std::uint32_t peripheralId = m_latecomers.extract(m_latecomers.begin()).value();
    const auto done = [this] {
        m_snapshot.reset();
        askForLatecomers();
        m_core.outbox.flush();
    };
    m_snapshot = std::make_unique<MonitorSnapshot>(m_core, done, peripheralId);
}

void MonitorMode::onLost() {
    m_snapshot.reset();
    m_isEstablished = false;
    m_latecomers.clear();
    m_lastFrame.clear();
    m_watched.clear();
    m_followed.clear();
    m_lookout.reset();
    objects.doubtAll();
}

bool MonitorMode::take(const protocol::MessageView& message) {
    notePeripheral(message);
    return isRepeated(message) || onMonitoredMessage(m_core, message);
}

void MonitorMode::notePeripheral(const protocol::MessageView& message) {
    if (message.type() != MessageType::SYSTEM_EVENT)
        return;
    const auto event = static_cast<protocol::SystemEventID>(message.number(Field::SystemEventID, 0));
    const std::uint32_t peripheralId = message.number(Field::SystemEventArg1, 0);
    const bool isOnline = event == protocol::SystemEventID::SYS_PERIPHERAL_ONLINE;
    const bool isAboutOne = isOnline || event == protocol::SystemEventID::SYS_PERIPHERAL_OFFLINE;
    if (!isAboutOne || (peripherals.size() >= mostPeripherals && !peripherals.contains(peripheralId)))
        return;
    const bool wasOnline = std::exchange(peripherals[peripheralId], isOnline);
    const bool isLate = m_isEstablished || (m_snapshot && m_snapshot->hasBegun());
    const bool isAsked = !wasOnline && asksForWhatIsThere();
    if (!isOnline || !isLate || !(isAsked || objects.hasDoubtful()))
        return;
    m_latecomers.insert(isAsked ? peripheralId : MonitorSnapshot::onlyDoubtful);
    if (m_isEstablished)
        askForLatecomers();
}

/// Where several monitors match, the server sends as many copies, one after the other (CTI Server guide v25, Peripheral
/// Monitor Service); one is enough.
bool MonitorMode::isRepeated(const protocol::MessageView& message) {
    constexpr std::size_t afterMonitorId = protocol::headerSize + 4;
    const bool hasMonitor = !message.fixed().empty() && message.fixed().front().field == Field::MonitorID &&
                            message.fixedNumber(0).value_or(0) != 0;
    const auto frame = message.frame();
    if (!hasMonitor) {
        m_lastFrame.clear();
        return false;
    }
    const auto isSame = [&](std::size_t from, std::size_t to) {
        return std::equal(frame.begin() + static_cast<std::ptrdiff_t>(from),
                          frame.begin() + static_cast<std::ptrdiff_t>(to),
                          m_lastFrame.begin() + static_cast<std::ptrdiff_t>(from));
    };
    const bool isAsBefore =
        m_lastFrame.size() == frame.size() && isSame(0, protocol::headerSize) && isSame(afterMonitorId, frame.size());
    const bool isOther = !m_lastMonitors.contains(message.fixedNumber(0).value_or(0));
    if (m_lastMonitors.size() < mostCopies)
        m_lastMonitors.insert(message.fixedNumber(0).value_or(0));
    if (isAsBefore && isOther)
        return true;
    m_lastFrame.assign(frame.begin(), frame.end());
    m_lastMonitors = {message.fixedNumber(0).value_or(0)};
    return false;
}

bool MonitorMode::wants(EventId id, const Arguments& arguments) {
    if (m_core.mode != SessionMode::Monitor)
        return true;
    if (isOfConfiguration(id))
        return !m_core.configuration.isInternal();
    const QString uid = arguments.toString(keyword::UniqueObjectID);
    const bool isAnswer = arguments.contains(keyword::InvokeID);
    const bool passes =
        isAnswer || (m_filter ? m_filter->passes(id, arguments, isSilentMonitorCall(objects.findCall(uid)))
                              : !isWatching() || !isOfOthers(id));
    if (passes && !uid.isEmpty())
        objects.noteSeen(uid);
    return passes;
}

} // namespace callwright
