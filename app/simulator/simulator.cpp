#include "app/simulator/simulator.h"

#include "app/simulator/acd/demo_callers.h"
#include "app/simulator/acd/demo_colleagues.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace callwright::simulator {

namespace {

constexpr std::size_t garbageLength = 64;

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

tl::unexpected<std::string> noSuchSession() { return tl::unexpected(std::string("there is no such session")); }

} // namespace

Simulator::Simulator(Clock& clock, SimulatorConfig config, std::uint64_t seed, QObject* parent)
    : QObject(parent), m_clock(clock), m_seed(seed), m_acd(clock, config.acd, seed),
      m_server(clock, m_acd, serverConfigOf(config), seed), m_random(seed) {
    if (config.demo) {
        startDemo();
    }
}

Simulator::~Simulator() = default;

Simulator::Outcome<Endpoint> Simulator::listen(std::unique_ptr<Listener> listener, const Endpoint& at) {
    m_listener = std::move(listener);
    connect(m_listener.get(), &Listener::accepted, this, [this](Transport* transport) { m_server.accept(transport); });
    m_address = at;
    if (const auto listening = setListening(true); !listening) {
        return tl::unexpected(listening.error());
    }
    return m_address;
}

Simulator::Outcome<> Simulator::setListening(bool listening) {
    if (!m_listener) {
        return tl::unexpected(std::string("nothing listens here"));
    }
    if (!listening) {
        m_listener->close();
        return {};
    }
    const Endpoint at = m_listener->listen(m_address);
    if (at.port == 0) {
        return tl::unexpected(m_listener->errorText().toStdString());
    }
    m_address = at;
    return {};
}

Simulator::Outcome<std::uint32_t> Simulator::startCall(std::string_view to, std::string_view ani,
                                                       const CallVariables& variables) {
    return m_acd.startCall(to, ani, variables);
}

void Simulator::swapEvents(std::size_t pair) { m_acd.swapEvents(pair); }

std::size_t Simulator::swappablePairs() const { return m_acd.swappablePairs(); }

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

QByteArray Simulator::randomBytes() {
    QByteArray bytes(static_cast<qsizetype>(garbageLength), '\xFF'); // an impossible length to begin with
    for (qsizetype i = 4; i < bytes.size(); ++i) {
        bytes[i] = static_cast<char>(m_random() & 0xFF);
    }
    return bytes;
}

Simulator::Outcome<> Simulator::fault(const Fault& fault) {
    bool isFound = true;
    bool lasts = !fault.session.has_value();
    switch (fault.kind) {
    case FaultKind::Drop:
        isFound = m_server.drop(fault.session);
        lasts = false;
        break;
    case FaultKind::Refuse:
        if (const auto closed = setListening(false); !closed) {
            return closed;
        }
        break;
    case FaultKind::Stall:
        isFound = m_server.setStalled(true, fault.session);
        break;
    case FaultKind::Slow:
        isFound = m_server.setDelay(fault.delay, fault.session);
        break;
    case FaultKind::Garbage:
        isFound = m_server.sendGarbage(fault.bytes.isEmpty() ? randomBytes() : fault.bytes, fault.session);
        lasts = false;
        break;
    case FaultKind::Offline:
        if (fault.concernsPeripheral) {
            m_acd.setOnline(false);
        } else {
            m_server.setOffline(true);
        }
        break;
    }
    if (!isFound) {
        return noSuchSession();
    }
    if (lasts) {
        m_faults.insert(fault.kind);
    }
    return {};
}

Simulator::Outcome<> Simulator::heal(FaultKind kind, std::optional<std::uint32_t> session) {
    bool isFound = true;
    switch (kind) {
    case FaultKind::Drop:
    case FaultKind::Garbage:
        break;
    case FaultKind::Refuse:
        if (m_faults.contains(kind)) {
            if (const auto listening = setListening(true); !listening) {
                return listening;
            }
        }
        break;
    case FaultKind::Stall:
        isFound = m_server.setStalled(false, session);
        break;
    case FaultKind::Slow:
        isFound = m_server.setDelay(Milliseconds(0), session);
        break;
    case FaultKind::Offline:
        m_server.setOffline(false);
        m_acd.setOnline(true);
        break;
    }
    if (!session) {
        m_faults.erase(kind);
    }
    return isFound ? Outcome<>() : noSuchSession();
}

Simulator::Outcome<> Simulator::healAll() {
    for (const FaultKind kind : {FaultKind::Refuse, FaultKind::Stall, FaultKind::Slow, FaultKind::Offline}) {
        if (const auto healed = heal(kind); !healed) {
            return healed;
        }
    }
    return {};
}

nlohmann::ordered_json Simulator::state() const {
    nlohmann::ordered_json json = m_acd.state();
    json["sessions"] = m_server.state();
    json["faults"] = nlohmann::ordered_json::array();
    for (const FaultKind kind : m_faults) {
        json["faults"].push_back(std::string(nameOf(kind)));
    }
    return json;
}

} // namespace callwright::simulator
