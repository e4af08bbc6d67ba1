#include "cil/transport/memory_pipe.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace callwright::memory {

std::uint64_t Weather::draw(std::uint64_t count) { return count == 0 ? 0 : random() % count; }

Milliseconds Weather::drawLatency() {
    const auto spread = static_cast<std::uint64_t>(std::max(most - least, Milliseconds(0)).count()) + 1;
    return least + Milliseconds(spread == 1 ? 0 : static_cast<Milliseconds::rep>(draw(spread)));
}

std::vector<QByteArray> Weather::cut(QByteArrayView bytes) {
    std::vector<QByteArray> pieces;
    while (!bytes.isEmpty()) {
        const auto size =
            splits ? static_cast<qsizetype>(1 + draw(static_cast<std::uint64_t>(bytes.size()))) : bytes.size();
        pieces.push_back(bytes.first(size).toByteArray());
        bytes = bytes.sliced(size);
    }
    return pieces;
}

void Pipe::send(std::size_t to, QByteArrayView bytes) {
    for (const QByteArray& piece : m_weather->cut(bytes))
        push(to, What::Data, piece);
}

void Pipe::push(std::size_t to, What what, const QByteArray& bytes) {
    Lane& lane = m_lanes[to];
    if (m_weather->isSilent) {
        lane.hasHole = true;
        return;
    }
    if (lane.hasHole) { // the peer's network stack answers with a reset what does not fit on what it has
        cut();
        return;
    }
    lane.lastDue = std::max(lane.lastDue, m_weather->clock.now() + m_weather->drawLatency());
    lane.items.push_back({lane.lastDue, what, bytes});
    if (!lane.alarm)
        arm(to);
}

void Pipe::arm(std::size_t to) {
    Lane& lane = m_lanes[to];
    if (lane.items.empty())
        return;
    const auto wait = std::max(lane.items.front().due - m_weather->clock.now(), Milliseconds(0));
    lane.alarm = m_weather->clock.after(wait, [weak = weak_from_this(), to] {
        if (const auto pipe = weak.lock())
            pipe->deliver(to);
    });
}

void Pipe::deliver(std::size_t to) {
    Lane& lane = m_lanes[to];
    const std::unique_ptr<Alarm> rung = std::move(lane.alarm);
    const Item item = std::move(lane.items.front());
    lane.items.pop_front();
    arm(to);
    if (MemoryTransport* const end = m_ends[to]) {
        if (m_weather->isSilent)
            lane.hasHole = true; // was under way when the silence began
        else if (lane.hasHole)
            cut();
        else
            end->arrive(item.what, item.bytes);
    }
}

void Pipe::dropQueuedTo(std::size_t side) {
    m_lanes[side].items.clear();
    m_lanes[side].alarm.reset();
}

void Pipe::cut() {
    for (const std::size_t side : {client, server}) {
        dropQueuedTo(side);
        m_lanes[side].hasHole = false;
        m_lanes[side].items.push_back({m_weather->clock.now(), What::Reset, {}});
        m_lanes[side].alarm = m_weather->clock.after(Milliseconds(0), [weak = weak_from_this(), side] {
            const auto pipe = weak.lock();
            if (!pipe)
                return;
            pipe->dropQueuedTo(side);
            if (MemoryTransport* const end = pipe->m_ends[side])
                end->arrive(What::Reset, {});
        });
    }
}

MemoryListener* Network::listenerAt(const Endpoint& at) const {
    const auto found =
        std::find_if(listeners.begin(), listeners.end(), [&](const auto& entry) { return entry.first == at; });
    return found == listeners.end() ? nullptr : found->second;
}

std::shared_ptr<Pipe> Network::makePipe() {
    std::erase_if(pipes, [](const auto& pipe) { return pipe.expired(); });
    auto pipe = std::make_shared<Pipe>(weather);
    pipes.push_back(pipe);
    return pipe;
}

void Network::cutAll() const {
    for (const auto& weak : pipes) {
        if (const auto pipe = weak.lock())
            pipe->cut();
    }
}

MemoryTransport::MemoryTransport(std::weak_ptr<Network> network, QObject* parent)
    : Transport(parent), m_network(std::move(network)) {}

MemoryTransport::MemoryTransport(std::shared_ptr<Pipe> pipe, QString peerName)
    : Transport(nullptr), m_pipe(std::move(pipe)), m_peerName(std::move(peerName)), m_side(Pipe::server),
      m_isOpen(true) {
    m_pipe->attach(m_side, this);
}

MemoryTransport::~MemoryTransport() { MemoryTransport::abort(); }

void MemoryTransport::open(const Endpoint& peer) {
    const auto network = m_network.lock();
    if (!network || m_pipe || m_reaching)
        return;
    m_peerName = peer.host + u':' + QString::number(peer.port);
    const auto latency = network->weather->drawLatency();
    m_reaching = network->weather->clock.after(latency, [this, peer] { reach(peer); });
}

void MemoryTransport::reach(const Endpoint& peer) {
    const std::unique_ptr<Alarm> rung = std::move(m_reaching);
    const auto network = m_network.lock();
    if (!network) {
        lose(TransportFailure::ConnectFailed, QStringLiteral("the network is gone"));
        return;
    }
    if (network->weather->isSilent)
        return; // nobody says no, and nobody says yes
    MemoryListener* const listener = network->listenerAt(peer);
    if (!listener) {
        lose(TransportFailure::ConnectFailed, QStringLiteral("connection refused"));
        return;
    }
    const auto pipe = network->makePipe();
    m_pipe = pipe;
    pipe->attach(m_side, this);
    pipe->push(m_side, Pipe::What::Open);
    listener->take(pipe, QStringLiteral("memory:%1").arg(network->nextClient++));
}

void MemoryTransport::send(QByteArrayView bytes) {
    if (m_isOpen)
        m_pipe->send(1 - m_side, bytes);
}

void MemoryTransport::leave(Pipe::What lastWord) {
    m_isOpen = false;
    m_reaching.reset();
    const auto pipe = std::exchange(m_pipe, nullptr);
    if (!pipe)
        return;
    pipe->attach(m_side, nullptr);
    pipe->push(1 - m_side, lastWord);
}

void MemoryTransport::abort() {
    if (m_pipe)
        m_pipe->dropQueuedTo(1 - m_side);
    leave(Pipe::What::Reset);
}

void MemoryTransport::arrive(Pipe::What what, const QByteArray& bytes) {
    switch (what) {
    case Pipe::What::Open:
        m_isOpen = true;
        Q_EMIT opened();
        return;
    case Pipe::What::Data:
        Q_EMIT received(bytes);
        return;
    case Pipe::What::Close:
        lose(m_isOpen ? TransportFailure::ClosedByPeer : TransportFailure::ConnectFailed, QStringLiteral("closed"));
        return;
    case Pipe::What::Reset:
        lose(m_isOpen ? TransportFailure::Broken : TransportFailure::ConnectFailed, QStringLiteral("reset"));
        return;
    }
}

void MemoryTransport::lose(TransportFailure failure, const QString& detail) {
    m_isOpen = false;
    if (const auto pipe = std::exchange(m_pipe, nullptr))
        pipe->attach(m_side, nullptr);
    Q_EMIT closed(failure, detail);
}

Endpoint MemoryListener::listen(const Endpoint& at) {
    close();
    m_error.clear();
    const auto network = m_network.lock();
    Endpoint actual = at;
    if (network && actual.port == 0)
        actual.port = network->nextPort++;
    if (!network)
        m_error = QStringLiteral("the network is gone");
    else if (network->listenerAt(actual))
        m_error = QStringLiteral("the address is in use");
    if (!m_error.isEmpty())
        return {at.host, 0};
    network->listeners.emplace_back(actual, this);
    return actual;
}

void MemoryListener::close() {
    if (const auto network = m_network.lock())
        std::erase_if(network->listeners, [this](const auto& entry) { return entry.second == this; });
}

void MemoryListener::take(std::shared_ptr<Pipe> pipe, const QString& peerName) {
    const QPointer<Transport> transport = new MemoryTransport(std::move(pipe), peerName);
    Q_EMIT accepted(transport);
    if (transport && !transport->parent())
        delete transport;
}

} // namespace callwright::memory
