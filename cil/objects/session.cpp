#include "cil/objects/session.h"

#include "cil/events/keywords.h"
#include "cil/objects/buttons.h"
#include "cil/objects/desktop_settings.h"
#include "cil/objects/generic_requests.h"
#include "cil/objects/monitor_calls.h"
#include "cil/objects/properties.h"
#include "cil/objects/requests.h"
#include "cil/objects/session_connection.h"
#include "cil/objects/session_core.h"
#include "cil/objects/system_events.h"

#include <algorithm>

namespace callwright {

Session::Session(Clock& clock, TransportFactory& transports, const Settings& settings, std::uint64_t seed,
                 QObject* parent)
    : QObject(parent), d(std::make_unique<SessionCore>(clock, transports, settings, seed)) {
    d->confirmed = [this](std::uint32_t invokeId) { Q_EMIT requestConfirmed(invokeId); };
    d->confirmationChanged = [this](bool isConfirmed) { Q_EMIT confirmedChanged(isConfirmed); };
    watchTimes(*d);
    watchLink(*d);
}

Session::~Session() = default;

Publisher& Session::events() { return d->publisher; }

CilResult Session::connectTo(const ConnectParameters& parameters, const AgentIdentity& agent) {
    return openConnection(*d, parameters, agent);
}

CilResult Session::connectTo(const ConnectParameters& parameters, const std::vector<Role>& roles) {
    return openConnection(*d, parameters, roles);
}

CilResult Session::setMessageFilter(const QString& filter, MonitorSessionSnapshotMode mode) {
    const CilResult result = d->monitor.setFilter(filter, mode);
    d->outbox.flush();
    return result;
}

bool Session::isMonitorMode() const { return d->mode == SessionMode::Monitor; }

QString Session::messageFilter() const { return d->monitor.filter() ? d->monitor.filter()->expression() : QString(); }

CilResult Session::disconnectFrom(Disconnect how) { return closeConnection(*d, how); }

CilResult Session::identifyClient() const {
    if (status() == ConnectionStatus::Open)
        return {};
    return d->refusal.isEmpty() ? CilResult{CilCode::NotConnected} : CilResult{CilCode::Fail, 0, d->refusal};
}

void Session::retryNow() { d->link.retryNow(); }

void Session::follow(NetworkWatch& network) { d->link.follow(network); }

void Session::setMemory(ServerMemory& memory) { d->link.setMemory(memory); }

ConnectionStatus Session::status() const { return d->status(); }

QString Session::currentServer() const {
    return status() == ConnectionStatus::Open ? callwright::currentServer(*d) : QString();
}

int Session::protocolVersion() const { return status() == ConnectionStatus::Open ? d->link.version() : 0; }

std::optional<Milliseconds> Session::roundTrip() const { return d->link.roundTrip(); }

std::optional<Milliseconds> Session::nextTryIn() const { return d->link.nextTryIn(); }

void Session::setDirectory(const Directory& directory) { d->directory = &directory; }

QString Session::nextServer() const { return status() == ConnectionStatus::Reconnecting ? d->nextServer : QString(); }

QString Session::standbyServer() const { return callwright::standbyServer(*d); }

Hindrance Session::hindrance() const { return hindranceOf(*d); }

QString Session::missingService(std::uint32_t bits) const {
    return status() == ConnectionStatus::Open ? d->whyNotGranted(bits).problem : QString();
}

bool Session::isConfirmed() const { return d->restoration.isConfirmed; }

bool Session::isAgentModeSet() const { return d->isAgentModeSet; }

Agent* Session::currentAgent() const { return d->own.agent.get(); }

Call* Session::currentCall() const { return isMonitorMode() ? nullptr : d->own.book.current(); }

CilResult Session::setCurrentCall(Call* call) {
    if (isMonitorMode())
        return {CilCode::ModeConflict};
    if (call && (call->isEnded() || d->own.book.findById(call->uniqueObjectId()) != call))
        return {CilCode::InvalidCall};
    if (!d->own.book.setCurrent(call))
        return {CilCode::CallAlreadyCurrent};
    postCurrentCall(d->own);
    postButtons(d->own, EventId::OnCurrentCallChanged, call ? call->uniqueObjectId() : d->own.agentUid());
    d->outbox.flush();
    return {};
}

std::vector<Call*> Session::calls() const { return isMonitorMode() ? d->monitor.objects.calls() : d->own.book.calls(); }

std::vector<Agent*> Session::agents() const {
    if (isMonitorMode())
        return d->monitor.objects.agents();
    std::vector<Agent*> result;
    if (d->own.agent)
        result.push_back(d->own.agent.get());
    for (const TeamMember& member : d->supervision.members()) {
        if (member.isListed)
            result.push_back(member.seat->agent.get());
    }
    return result;
}

Agent* Session::findAgent(const QString& uniqueObjectId) const {
    const auto all = agents();
    const auto found = std::ranges::find(all, uniqueObjectId, &Agent::uniqueObjectId);
    return found != all.end() ? *found : nullptr;
}

std::vector<Call*> Session::allCalls() const {
    std::vector<Call*> result = calls();
    if (const Seat* monitored = d->supervision.monitored) {
        const auto theirs = monitored->book.calls();
        result.insert(result.end(), theirs.begin(), theirs.end());
    }
    return result;
}

Call* Session::findCall(const QString& uniqueObjectId) const {
    const auto all = allCalls();
    const auto found = std::ranges::find(all, uniqueObjectId, &Call::uniqueObjectId);
    return found != all.end() ? *found : nullptr;
}

Call* Session::wrapupCall() const { return d->own.book.kept(); }

std::vector<SkillGroup*> Session::skillGroups() const { return d->statistics.skillGroups(); }

CilResult Session::enableSkillGroupStatistics(const std::vector<std::uint32_t>& numbers) {
    return noted(d->own, callwright::enableSkillGroupStatistics(*d, numbers));
}

CilResult Session::disableSkillGroupStatistics(const std::vector<std::uint32_t>& numbers) {
    return noted(d->own, callwright::disableSkillGroupStatistics(*d, numbers));
}

std::vector<Arguments> Session::announcedCalls() const { return d->own.announced.all(); }

std::uint32_t Session::enablementMask() const { return effectiveMask(d->own); }

Arguments Session::properties() const { return sessionProperties(*d); }

std::int32_t Session::lastError() const { return d->lastError; }

std::int32_t Session::reportError(std::int32_t code) {
    qCCritical(logObjects).noquote() << "reported:" << cilErrorName(code) << cilErrorText(code);
    return d->lastError = code;
}

QObject* Session::findObject(const QString& uniqueObjectId) const {
    if (Agent* agent = findAgent(uniqueObjectId))
        return agent;
    if (Call* call = findCall(uniqueObjectId))
        return call;
    const auto groups = skillGroups();
    const auto group = std::ranges::find(groups, uniqueObjectId, &SkillGroup::uniqueObjectId);
    return group != groups.end() ? *group : nullptr;
}

std::uint32_t Session::systemStatus() const { return d->pgStatus; }

bool Session::isAgent() const { return d->own.agent && !d->own.agentFacts.identity.isSupervisor; }

bool Session::isSupervisor() const { return d->own.agent && d->own.agentFacts.identity.isSupervisor; }

bool Session::isCcmSilentMonitor() const { return d->settings.ccmBasedSilentMonitor; }

bool Session::showsSilentMonitoring() const {
    return (d->profile().showsSilentMonitoring || d->own.agentFacts.isWarnedOfListening) && isListenedTo(*d);
}

CilResult Session::setAgent(const AgentIdentity& agent) {
    if (agent.agentId.isEmpty() || agent.agentInstrument.isEmpty())
        return {CilCode::MissingArgument};
    if (d->link.state() == LinkState::Closed) {
        d->own.setAgent(agent);
        d->outbox.flush();
        return {};
    }
    const AgentIdentity& known = d->own.agentFacts.identity;
    const bool isSame = known.agentId == agent.agentId && known.peripheralId == agent.peripheralId;
    return {isSame ? CilCode::AgentAlreadyInSession : CilCode::SetAgentNeedsDisconnect};
}

CilResult Session::requestDesktopSettings(std::int32_t desktopType) {
    return callwright::requestDesktopSettings(*d, desktopType);
}

CilResult Session::setSupervisorSilentMonitorMode(std::int32_t forceMonitoredMode) {
    if (forceMonitoredMode != 0 && forceMonitoredMode != 1)
        return {CilCode::InvalidArgument};
    d->forcedMonitoredMode = forceMonitoredMode;
    return {};
}

SilentMonitorManager* Session::createSilentMonitorManager(const Arguments& times) {
    return d->silentMonitors.create(times);
}

CilResult Session::destroySilentMonitorManager(SilentMonitorManager* manager) {
    return d->silentMonitors.destroy(manager);
}

CilResult Session::setCurrentSilentMonitor(SilentMonitorManager* manager) {
    return d->silentMonitors.setCurrent(manager);
}

SilentMonitorManager* Session::getCurrentSilentMonitor() const { return d->silentMonitors.current(); }

const Settings& Session::settings() const { return d->settings; }

CilResult Session::request(QStringView messageName, const Arguments& arguments) {
    const CilResult result = sendGeneric(*d, messageName, arguments);
    d->outbox.flush();
    return result;
}

CilResult Session::respond(QStringView messageName, const Arguments& arguments) {
    return respondGeneric(*d, messageName, arguments);
}

CilResult Session::registerVariables(const QList<int>& callVariables, const QStringList& eccNames) {
    std::uint32_t mask = 0;
    for (const int number : callVariables) {
        if (number < 1 || number > 10)
            return {CilCode::InvalidArgument};
        mask |= 1U << (number - 1);
    }
    Arguments ecc;
    for (const QString& name : eccNames)
        ecc.set(name, QString());
    Arguments arguments;
    arguments.set(u"CallVariableMask", mask);
    if (!ecc.isEmpty())
        arguments.set(keyword::ECC, std::move(ecc));
    return request(u"REGISTER_VARIABLES_REQ", arguments);
}

const service::Configuration& Session::configuration() const { return d->configuration.configuration(); }

std::uint64_t Session::ignoredMessages() const { return d->ignoredMessages; }

} // namespace callwright
