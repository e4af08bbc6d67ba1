#pragma once

#include "cil/clock/clock.h"
#include "cil/transport/transport.h"

#include <QByteArray>

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <random>
#include <vector>

/// The parts of MemoryNetwork; nobody else includes this.
namespace callwright::memory {

/// How the whole network behaves now.
struct Weather {
    explicit Weather(Clock& theClock, std::uint64_t seed) : clock(theClock), random(seed) {}

    Milliseconds drawLatency();
    std::vector<QByteArray> cut(QByteArrayView bytes);
    std::uint64_t draw(std::uint64_t count); ///< 0 .. count - 1; the same on every system, unlike std's distributions

    Clock& clock;
    std::mt19937_64 random;
    Milliseconds least{0};
    Milliseconds most{0};
    bool splits = false;
    bool isSilent = false;
    Milliseconds silenceAllowed{0};  ///< 0: for ever
    std::unique_ptr<Alarm> noticing; ///< while silent, and not for ever
};

class MemoryTransport;

/// Two directions between two ends. It lives as long as one end does, so that what one end sent before it closed still
/// arrives at the other.
class Pipe : public std::enable_shared_from_this<Pipe> {
public:
    enum class What { Open, Data, Close, Reset };
    static constexpr std::size_t client = 0;
    static constexpr std::size_t server = 1;

    explicit Pipe(std::shared_ptr<Weather> weather) : m_weather(std::move(weather)) {}

    void attach(std::size_t side, MemoryTransport* end) { m_ends[side] = end; }
    void push(std::size_t to, What what, const QByteArray& bytes = {});
    void send(std::size_t to, QByteArrayView bytes);
    void dropQueuedTo(std::size_t side);
    void cut(); ///< both ends get closed(Broken), at once and whatever the weather

private:
    struct Item {
        Milliseconds due;
        What what;
        QByteArray bytes;
    };
    struct Lane {
        std::deque<Item> items;
        std::unique_ptr<Alarm> alarm;
        Milliseconds lastDue{0};
        bool hasHole = false; ///< something vanished: what comes after it can never be delivered in order
    };

    void arm(std::size_t to);
    void deliver(std::size_t to);

    std::shared_ptr<Weather> m_weather;
    std::array<MemoryTransport*, 2> m_ends{};
    std::array<Lane, 2> m_lanes; ///< by the side they lead to
};

class MemoryListener;

struct Network {
    Network(Clock& clock, std::uint64_t seed) : weather(std::make_shared<Weather>(clock, seed)) {}

    MemoryListener* listenerAt(const Endpoint& at) const;
    std::shared_ptr<Pipe> makePipe();
    void cutAll() const;

    std::shared_ptr<Weather> weather;
    std::vector<std::pair<Endpoint, MemoryListener*>> listeners;
    std::vector<std::weak_ptr<Pipe>> pipes;
    std::uint16_t nextPort = 40000;
    std::uint32_t nextClient = 1;
};

class MemoryTransport final : public Transport {
    Q_OBJECT
public:
    MemoryTransport(std::weak_ptr<Network> network, QObject* parent); ///< the client's end
    MemoryTransport(std::shared_ptr<Pipe> pipe, QString peerName);    ///< the server's end
    ~MemoryTransport() override;

    void open(const Endpoint& peer) override;
    void send(QByteArrayView bytes) override;
    void close() override { leave(Pipe::What::Close); }
    void abort() override;
    bool isOpen() const override { return m_isOpen; }
    QString peerName() const override { return m_peerName; }

    void arrive(Pipe::What what, const QByteArray& bytes);
    void lose(TransportFailure failure, const QString& detail);

private:
    void reach(const Endpoint& peer);
    void leave(Pipe::What lastWord);

    std::weak_ptr<Network> m_network;
    std::shared_ptr<Pipe> m_pipe; ///< nullptr: not connected, or closed
    std::unique_ptr<Alarm> m_reaching;
    QString m_peerName;
    std::size_t m_side = Pipe::client;
    bool m_isOpen = false;
};

class MemoryListener final : public Listener {
    Q_OBJECT
public:
    explicit MemoryListener(std::weak_ptr<Network> network) : m_network(std::move(network)) {}
    ~MemoryListener() override { MemoryListener::close(); }

    Endpoint listen(const Endpoint& at) override;
    void close() override;
    QString errorText() const override { return m_error; }

    void take(std::shared_ptr<Pipe> pipe, const QString& peerName);

private:
    std::weak_ptr<Network> m_network;
    QString m_error;
};

} // namespace callwright::memory
