#include "tests/integration/chain/chain.h"

#include "cil/events/json.h"
#include "cil/events/keywords.h"
#include "tests/integration/chain/agreement.h"
#include "tests/integration/chain/promises.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace callwright::testing {

using namespace Qt::StringLiterals;

namespace {

bool isOutcome(EventId id) {
    const QString name = eventName(id);
    return name.endsWith(u"Conf") && id != EventId::OnGlobalSettingsDownloadConf;
}

} // namespace

Desk::Desk(Clock& clock, TransportFactory& transports, const Settings& settings, std::uint64_t seed)
    : session(clock, transports, settings, seed) {
    QObject::connect(&session.events(), &Publisher::event, &session,
                     [this](EventId id, const Arguments& arguments) { watch(id, arguments); });
    QObject::connect(&session, &Session::confirmedChanged, &session, [this](bool is) { m_isConfirmed = is; });
}

bool Desk::isLive() const { return session.status() == ConnectionStatus::Open && session.isAgentModeSet(); }

std::vector<Call*> Desk::liveCalls() const {
    auto calls = session.calls();
    std::erase_if(calls, [](const Call* call) { return call->isEnded(); });
    return calls;
}

void Desk::sent(const CilResult& result) {
    if (result && ++open[result.invokeId] != 1)
        faults.push_back("InvokeID used twice: " + std::to_string(result.invokeId));
}

void Desk::sentQuietly(const CilResult& result) {
    sent(result);
    if (result)
        m_quiet.insert(result.invokeId);
}

/// Calls that begin while the session is not confirmed may be begun by a snapshot.
bool Desk::isSnapshotsCall(EventId id, const QString& uid, const QString& former) {
    if ((id == EventId::OnCallBegin && !m_isConfirmed) || m_snapshotsCalls.contains(former))
        m_snapshotsCalls.insert(uid);
    return m_snapshotsCalls.contains(uid);
}

void Desk::watch(EventId id, const Arguments& arguments) {
    const QString uid = arguments.toString(keyword::UniqueObjectID);
    ++seen[id];
    if (isOutcome(id)) {
        const auto request = open.find(arguments.toUInt(keyword::InvokeID).value_or(0));
        if (request != open.end() && --request->second < 0)
            faults.push_back("a second outcome: " + eventName(id).toStdString());
    }
    if (id == EventId::OnCallBegin && ++m_calls[uid] != 1)
        faults.push_back("begun twice: " + uid.toStdString());
    const QString former = arguments.toString(keyword::OldUniqueObjectID);
    if (!former.isEmpty() || id == EventId::OnCallConferenced || id == EventId::OnCallTransferred)
        joined.insert(uid.section(u'.', 3));
    if (!former.isEmpty())
        m_calls[uid] = std::exchange(m_calls[former], 0);
    if (id == EventId::OnCallEnd && --m_calls[uid] != 0)
        faults.push_back("ended without a beginning: " + uid.toStdString());
    if (interfaceOf(id) == EventInterface::ICallEvents && id != EventId::OnCallControlFailureConf && !isOutcome(id) &&
        id != EventId::OnAgentPrecallEvent && id != EventId::OnAgentPrecallAbortEvent && !session.findCall(uid))
        faults.push_back(eventName(id).toStdString() + " about no call: " + uid.toStdString());
    for (std::string& broken : brokenPromises(id, arguments, isSnapshotsCall(id, uid, former)))
        faults.push_back(std::move(broken));
    if (id == EventId::OnButtonEnablementChange && arguments.toBool(keyword::Monitored).value_or(true))
        faults.push_back("a mask of somebody else");
}

std::vector<AgentIdentity> someAgents(int count, int first) {
    std::vector<AgentIdentity> agents;
    for (int i = 0; i < count; ++i)
        agents.push_back({5000, QString::number(1001 + (first + i) % 12), QString::number(3101 + i), false});
    return agents;
}

Chain::Chain(ChainOptions options)
    : network(clock, options.seed), m_settings(std::move(options.settings)), m_transports(network.clients()) {
    if (options.isWeatherRough) {
        network.setLatency(Milliseconds(0), Milliseconds(30));
        network.setSplitting(true);
    }
    m_callsShareIds = options.site.acd.consultSharesCallId;
    m_simulator = std::make_unique<simulator::Simulator>(clock, std::move(options.site), options.seed);
    const auto endpoint = m_simulator->listen(network.makeListener(), {u"cti"_s, 42027});
    if (!endpoint)
        throw std::runtime_error(endpoint.error());
    m_server = *endpoint;
    if (options.hasSideB) {
        const auto second = m_simulator->listen(simulator::Side::B, network.makeListener(), {u"cti-b"_s, 42027});
        if (!second)
            throw std::runtime_error(second.error());
        m_serverB = *second;
    }
    for (const AgentIdentity& agent : options.agents) {
        m_desks.push_back(std::make_unique<Desk>(clock, *m_transports, m_settings, options.seed + m_desks.size()));
        m_desks.back()->identity = agent;
    }
}

void Chain::connect(Desk& desk, protocol::Version version) {
    ConnectParameters parameters;
    parameters.sideA = m_server;
    parameters.sideB = m_serverB;
    parameters.sideB = m_serverB;
    parameters.highestVersion = version;
    if (!desk.session.connectTo(parameters, desk.identity))
        throw std::runtime_error("cannot connect");
}

void Chain::settle() {
    clock.advance(std::chrono::seconds(1));
    const auto isLive = [](const auto& desk) { return desk->isLive(); };
    for (int i = 0; i < 300 && !std::ranges::all_of(m_desks, isLive); ++i)
        clock.advance(std::chrono::seconds(1));
    clock.advance(std::chrono::seconds(1));
}

std::vector<std::string> Chain::differences(const Desk& desk) {
    auto result = differencesNow(desk);
    // A timer of the switch may have gone off this very moment: its events need their time on the way.
    for (int i = 0; i < 3 && !result.empty(); ++i) {
        clock.advance(Milliseconds(100));
        result = differencesNow(desk);
    }
    return result;
}

std::vector<std::string> Chain::differencesNow(const Desk& desk) const {
    std::vector<std::string> result = desk.faults;
    const auto disagreements =
        disagreementsOf(desk.session, desk.identity, m_simulator->state(), desk.joined, m_callsShareIds);
    result.insert(result.end(), disagreements.begin(), disagreements.end());
    for (const auto& [invokeId, outcomes] : desk.open) {
        if (outcomes != 0 && !desk.isQuiet(invokeId))
            result.push_back("request " + std::to_string(invokeId) + " has no outcome");
    }
    return result;
}

} // namespace callwright::testing
