#include "cil/transport/memory_transport.h"

#include "cil/transport/memory_pipe.h"

#include <algorithm>

namespace callwright {

struct MemoryNetwork::State : memory::Network {
    using memory::Network::Network;
};

namespace {

class MemoryFactory final : public TransportFactory {
public:
    explicit MemoryFactory(std::weak_ptr<memory::Network> network) : m_network(std::move(network)) {}
    Transport* create(QObject* parent, const Security&) override {
        return new memory::MemoryTransport(m_network, parent);
    }

private:
    std::weak_ptr<memory::Network> m_network;
};

} // namespace

MemoryNetwork::MemoryNetwork(Clock& clock, std::uint64_t seed) : m_state(std::make_shared<State>(clock, seed)) {}

MemoryNetwork::~MemoryNetwork() = default;

std::unique_ptr<TransportFactory> MemoryNetwork::clients() { return std::make_unique<MemoryFactory>(m_state); }

std::unique_ptr<Listener> MemoryNetwork::makeListener() { return std::make_unique<memory::MemoryListener>(m_state); }

void MemoryNetwork::setLatency(Milliseconds least, Milliseconds most) {
    m_state->weather->least = std::max(least, Milliseconds(0));
    m_state->weather->most = std::max(m_state->weather->least, most);
}

void MemoryNetwork::setSplitting(bool atRandomPlaces) { m_state->weather->splits = atRandomPlaces; }

void MemoryNetwork::setSilent(bool silent) {
    memory::Weather& weather = *m_state->weather;
    weather.isSilent = silent;
    weather.noticing.reset();
    if (silent && weather.silenceAllowed > Milliseconds(0))
        weather.noticing = weather.clock.after(weather.silenceAllowed, [weak = std::weak_ptr(m_state)] {
            if (const auto state = weak.lock())
                state->cutAll();
        });
}

void MemoryNetwork::setKeepAlive(Milliseconds allowed) { m_state->weather->silenceAllowed = allowed; }

void MemoryNetwork::cutAll() { m_state->cutAll(); }

} // namespace callwright
