#pragma once

#include "app/simulator/simulator.h"
#include "cil/clock/manual_clock.h"
#include "cil/events/publisher.h"
#include "cil/objects/session.h"
#include "cil/protocol/version.h"
#include "cil/transport/memory_transport.h"

#include <QJsonObject>
#include <QString>

#include <nlohmann/json.hpp>

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace callwright::testing {

/// One agent at a desk: a session, and what it published.
struct Desk {
    Desk(Clock& clock, TransportFactory& transports, const Settings& settings, std::uint64_t seed);

    bool isLive() const; ///< connected, known to the server
    std::vector<Call*> liveCalls() const;

    Session session;
    AgentIdentity identity;
    std::map<std::uint32_t, int> open; ///< requests without an outcome, by InvokeID
    std::vector<std::string> faults;   ///< broken promises of the CIL, in words
    std::set<QString> joined;          ///< ConnectionDeviceIDs of calls that were joined to others or transferred
    std::map<EventId, int> seen;       ///< how often each event came

    /// Notes a request that was sent.
    void sent(const CilResult& result);
    /// The same for one whose confirmation no event stands for: what it brings is call events, or a failure.
    void sentQuietly(const CilResult& result);
    bool isQuiet(std::uint32_t invokeId) const { return m_quiet.contains(invokeId); }

private:
    void watch(EventId id, const Arguments& arguments);
    bool isSnapshotsCall(EventId id, const QString& uid, const QString& former);
    std::set<std::uint32_t> m_quiet;
    std::map<QString, int> m_calls; ///< calls that began and did not end yet
    std::set<QString> m_snapshotsCalls;
    bool m_isConfirmed = false;
};

/// Who takes part in a chain, at which site, and how kind the network is.
struct ChainOptions {
    std::uint64_t seed = 1;
    bool isWeatherRough = false;         ///< messages come late and in pieces
    bool hasSideB = false;               ///< a second CTI Server before the same switch; desks know both
    std::vector<AgentIdentity> agents{}; ///< a desk for each
    simulator::SimulatorConfig site{};
    Settings settings = Settings::defaults();
};

/// Agents 1001 to 1012 differ in their desk settings: `first` (0 to 11) says who comes first.
std::vector<AgentIdentity> someAgents(int count, int first = 0);

/// The whole chain in memory: some agents' sessions, the simulated CTI Server and switch, a turned clock, all by seed.
class Chain {
public:
    explicit Chain(ChainOptions options);

    Desk& desk(std::size_t index) { return *m_desks[index]; }
    const Desk& desk(std::size_t index) const { return *m_desks[index]; }
    std::size_t size() const { return m_desks.size(); }
    bool callsShareIds() const { return m_callsShareIds; } ///< a consultation has its original's ConnectionCallID
    simulator::Simulator& simulator() { return *m_simulator; }
    const simulator::Simulator& simulator() const { return *m_simulator; }
    void connect(Desk& desk, protocol::Version version = protocol::newestVersion);
    void settle(); ///< until every desk is live and what was under way has arrived
    /// How the desk's dump differs from the simulator's state once what is under way has arrived; empty: they agree.
    std::vector<std::string> differences(const Desk& desk);

    ManualClock clock;
    MemoryNetwork network;

private:
    std::vector<std::string> differencesNow(const Desk& desk) const;

    Settings m_settings;
    bool m_callsShareIds = false;
    std::unique_ptr<TransportFactory> m_transports;
    std::unique_ptr<simulator::Simulator> m_simulator;
    Endpoint m_server;
    Endpoint m_serverB; ///< an empty host: there is none
    std::vector<std::unique_ptr<Desk>> m_desks;
};

} // namespace callwright::testing
