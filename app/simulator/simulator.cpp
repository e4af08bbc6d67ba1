#include "app/simulator/simulator.h"

#include "app/simulator/acd/demo_callers.h"
#include "app/simulator/acd/demo_colleagues.h"

#include <QLoggingCategory>

#include <nlohmann/json.hpp>

#include <utility>

namespace callwright::simulator {

namespace {

Q_LOGGING_CATEGORY(logSimulator, "callwright.simulator")

ServerConfig serverConfigOf(const SimulatorConfig& config) {
    ServerConfig server = config.server;
    server.variesEventOrder = config.acd.variesEventOrder;
    for (const EccVariable& variable : config.acd.ecc) {
        NamedVariableConfig known;
        known.name = variable.name;
        known.elements = variable.arraySize;
        server.namedVariables.push_back(known);
    }
    return server;
}

} // namespace

Simulator::Simulator(Clock& clock, SimulatorConfig config, std::uint64_t seed, QObject* parent)
    : QObject(parent), m_clock(clock), m_seed(seed), m_acd(clock, config.acd, seed),
      m_sides(clock, m_acd, serverConfigOf(config), config.sides, seed), m_random(seed) {
    connect(&m_sides, &Sides::reachabilityChanged, this, [this] {
        if (const auto opened = openDoors(m_entrances, m_sides); !opened) {
            qCWarning(logSimulator) << "a side cannot listen any more:" << opened.error().c_str();
        }
    });
    for (const Side side : bothSides) {
        connect(&m_sides.server(side), &Server::messageCut, this, [this, side] {
            if (entranceOf(m_entrances, side).diesWhenCut) {
                std::ignore = fault({.kind = FaultKind::Kill, .side = side}); // a door that shuts does not fail
            }
        });
    }
    if (config.demo) {
        startDemo();
    }
}

Simulator::~Simulator() = default;

Simulator::Outcome<Endpoint> Simulator::listen(Side side, std::unique_ptr<Listener> listener, const Endpoint& at) {
    connect(listener.get(), &Listener::accepted, this,
            [this, side](Transport* transport) { m_sides.server(side).accept(transport); });
    const auto address = entranceOf(m_entrances, side).door.install(std::move(listener), at);
    if (address) {
        m_sides.start(side);
    }
    return address;
}

Simulator::Outcome<std::uint32_t> Simulator::startCall(std::string_view to, std::string_view ani,
                                                       const CallVariables& variables) {
    return m_acd.startCall(to, ani, variables);
}

void Simulator::swapEvents(std::size_t pair) { m_acd.swapEvents(pair); }

std::size_t Simulator::swappablePairs() const { return m_acd.swappablePairs(); }

Simulator::Outcome<> Simulator::renameAgent(std::string_view agentId, const std::string& name) {
    return m_acd.renameAgent(agentId, name);
}

Simulator::Outcome<> Simulator::renameGroup(std::uint32_t groupNumber, const std::string& name) {
    return m_acd.renameGroup(groupNumber, name);
}

Simulator::Outcome<> Simulator::setTeam(std::string_view agentId, std::optional<std::uint32_t> team) {
    return m_acd.setTeam(agentId, team);
}

void Simulator::loseNextCall() { m_acd.loseNextCall(); }

Simulator::Outcome<> Simulator::hangup(std::uint32_t callId) { return m_acd.hangup(callId); }

Simulator::Outcome<> Simulator::answerRemote(std::uint32_t callId) { return m_acd.answerRemote(callId); }

void Simulator::startDemo() { startDemo(DemoOptions()); }

void Simulator::startDemo(const DemoOptions& options) {
    if (!m_demo) {
        m_colleagues = std::make_unique<DemoColleagues>(m_clock, m_acd, options.colleagues);
        m_demo = std::make_unique<DemoCallers>(m_clock, m_acd, m_seed, options);
    }
}

Simulator::Outcome<> Simulator::fault(const Fault& fault) {
    FaultSite site = faultSite();
    if (const auto begun = beginFault(site, fault); !begun) {
        return begun;
    }
    if (lasts(fault) && !fault.session) {
        for (const Side side : sidesOf(m_entrances, fault)) {
            m_faults.insert({fault.kind, side});
        }
    }
    return {};
}

Simulator::Outcome<> Simulator::heal(const Fault& fault) {
    FaultSite site = faultSite();
    if (const auto ended = endFault(site, fault); !ended) {
        return ended;
    }
    if (!fault.session) {
        for (const Side side : sidesOf(m_entrances, fault)) {
            m_faults.erase({fault.kind, side});
        }
    }
    return {};
}

Simulator::Outcome<> Simulator::healAll() {
    for (const FaultKind kind : lastingFaultKinds()) {
        if (const auto healed = heal({.kind = kind}); !healed) {
            return healed;
        }
    }
    return {};
}

nlohmann::ordered_json Simulator::state() const {
    nlohmann::ordered_json json = m_acd.state();
    json["sides"] = m_sides.state();
    json["sessions"] = nlohmann::ordered_json::array();
    for (const Side side : bothSides) {
        for (nlohmann::ordered_json& session : m_sides.server(side).state()) {
            session["side"] = std::string(nameOf(side));
            json["sessions"].push_back(std::move(session));
        }
    }
    json["faults"] = nlohmann::ordered_json::array();
    for (const auto& [kind, side] : m_faults) {
        const std::string name(nameOf(kind));
        const bool isEverywhere =
            !entranceOf(m_entrances, otherSide(side)).door.isInstalled() || m_faults.contains({kind, otherSide(side)});
        if (!isEverywhere) {
            json["faults"].push_back(name + " " + std::string(nameOf(side)));
        } else if (json["faults"].empty() || json["faults"].back() != name) {
            json["faults"].push_back(name);
        }
    }
    return json;
}

} // namespace callwright::simulator
