#pragma once

#include "app/simulator/acd/acd.h"
#include "app/simulator/fault.h"
#include "app/simulator/server/server.h"
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

namespace callwright::simulator {

class DemoCallers;
class DemoColleagues;
struct DemoOptions;

/// A whole simulated site to embed: a CTI Server with a switch behind it, and everything that the control port can do
/// to it as functions. The same seed, clock and actions give the same behaviour.
class Simulator : public QObject {
    Q_OBJECT
public:
    template <class T = void> using Outcome = tl::expected<T, std::string>; ///< the error is an English sentence

    Simulator(Clock& clock, SimulatorConfig config, std::uint64_t seed, QObject* parent = nullptr);
    ~Simulator() override;

    /// Takes clients from this listener. Returns where it listens; the error says why it does not.
    Outcome<Endpoint> listen(std::unique_ptr<Listener> listener, const Endpoint& at);

    // The outside world. The same as Acd's functions of these names.
    Outcome<std::uint32_t> startCall(std::string_view to, std::string_view ani, const CallVariables& variables = {});
    Outcome<> hangup(std::uint32_t callId);
    Outcome<> answerRemote(std::uint32_t callId);
    void loseNextCall();
    void swapEvents(std::size_t pair);
    std::size_t swappablePairs() const;
    /// From now on people call by themselves.
    void startDemo();
    void startDemo(const DemoOptions& options);

    Outcome<> fault(const Fault& fault);
    /// Ends faults of a kind; what happens once only (drop, garbage) leaves nothing to end.
    Outcome<> heal(FaultKind kind, std::optional<std::uint32_t> session = {});
    Outcome<> healAll();

    /// {"agents":[..],"calls":[..],"queues":[..],"sessions":[..],"faults":["stall",..]}, texts in UTF-8.
    nlohmann::ordered_json state() const;

private:
    QByteArray randomBytes();
    Outcome<> setListening(bool listening);

    Clock& m_clock;
    std::uint64_t m_seed;
    Acd m_acd;
    Server m_server;
    std::mt19937_64 m_random;
    std::unique_ptr<Listener> m_listener;
    Endpoint m_address;
    std::unique_ptr<DemoColleagues> m_colleagues;
    std::unique_ptr<DemoCallers> m_demo;
    std::set<FaultKind> m_faults; ///< those that last, for all sessions
};

} // namespace callwright::simulator
