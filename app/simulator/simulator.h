#pragma once

#include "app/simulator/acd/acd.h"
#include "app/simulator/fault.h"
#include "app/simulator/fault_actions.h"
#include "app/simulator/server/sides.h"
#include "app/simulator/simulator_config.h"
#include "cil/clock/clock.h"
#include "cil/transport/transport.h"

#include <QObject>

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>

#include <cstdint>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace callwright::simulator {

class DemoCallers;
class DemoColleagues;
struct DemoOptions;

/// A whole simulated site to embed: one CTI Server or two sides with a switch behind, and everything that the control
/// port can do to it as functions. The same seed, clock and actions give the same behaviour.
class Simulator : public QObject {
    Q_OBJECT
public:
    template <class T = void> using Outcome = tl::expected<T, std::string>; ///< the error is an English sentence

    Simulator(Clock& clock, SimulatorConfig config, std::uint64_t seed, QObject* parent = nullptr);
    ~Simulator() override;

    /// The side is there from now on and takes clients from this listener. Returns where it listens; the error says why
    /// it does not. A site whose side B never listens has one server, which is always the active one.
    Outcome<Endpoint> listen(Side side, std::unique_ptr<Listener> listener, const Endpoint& at);
    Outcome<Endpoint> listen(std::unique_ptr<Listener> listener, const Endpoint& at) {
        return listen(Side::A, std::move(listener), at);
    }

    // The outside world. The same as Acd's functions of these names.
    Outcome<std::uint32_t> startCall(std::string_view to, std::string_view ani, const CallVariables& variables = {});
    Outcome<> hangup(std::uint32_t callId);
    Outcome<> answerRemote(std::uint32_t callId);
    void loseNextCall();
    Outcome<> renameAgent(std::string_view agentId, const std::string& name);
    Outcome<> renameGroup(std::uint32_t groupNumber, const std::string& name);
    Outcome<> setTeam(std::string_view agentId, std::optional<std::uint32_t> team);
    void swapEvents(std::size_t pair);
    std::size_t swappablePairs() const;
    /// From now on people call by themselves.
    void startDemo();
    void startDemo(const DemoOptions& options);

    /// Begins a planned change of sides, see PlannedChange.
    Outcome<> switchOver() { return m_sides.changeOver(); }
    Side activeSide() const { return m_sides.active(); }

    Outcome<> fault(const Fault& fault);
    /// Ends faults of a kind, for the side, session or part that is named, else for all; what happens once only (drop,
    /// garbage) leaves nothing to end.
    Outcome<> heal(const Fault& fault);
    Outcome<> healAll();

    /// {"agents":[..],"calls":[..],"queues":[..],"sides":[..],"sessions":[..],"faults":["stall","refuse A",..]}, texts
    /// in UTF-8.
    nlohmann::ordered_json state() const;

private:
    FaultSite faultSite() { return {m_acd, m_sides, m_entrances, m_random}; }

    Clock& m_clock;
    std::uint64_t m_seed;
    Acd m_acd;
    Sides m_sides;
    Entrances m_entrances;
    std::mt19937_64 m_random;
    std::unique_ptr<DemoColleagues> m_colleagues;
    std::unique_ptr<DemoCallers> m_demo;
    std::set<std::pair<FaultKind, Side>> m_faults; ///< those that last, for all sessions
};

} // namespace callwright::simulator
