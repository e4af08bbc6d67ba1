#include "cil/clock/manual_clock.h"
#include "cil/transport/memory_transport.h"
#include "tests/support/transport_probe.h"

#include <gtest/gtest.h>

#include <memory>
#include <numeric>

namespace callwright {
namespace {

using namespace std::chrono_literals;
using testing::AcceptAll;
using testing::TransportProbe;

struct MemoryTransportTest : ::testing::Test {
    MemoryTransportTest() { server = listener->listen({QStringLiteral("ctisrv"), 42027}); }

    std::unique_ptr<TransportProbe> dial(const Endpoint& peer) {
        auto probe = std::make_unique<TransportProbe>(factory->create(&owner, {}));
        probe->transport->open(peer);
        return probe;
    }
    std::unique_ptr<TransportProbe> connected() {
        auto probe = dial(server);
        clock.advance(1s);
        EXPECT_EQ(probe->openings, 1);
        return probe;
    }
    TransportProbe& accepted(std::size_t index = 0) { return *serverSide.probes.at(index); }

    ManualClock clock;
    MemoryNetwork network{clock, 7};
    std::unique_ptr<TransportFactory> factory = network.clients();
    std::unique_ptr<Listener> listener = network.makeListener();
    AcceptAll serverSide{*listener};
    Endpoint server;
    QObject owner;
};

TEST_F(MemoryTransportTest, ConnectsAndCarriesBytesBothWays) {
    const auto client = connected();
    ASSERT_EQ(serverSide.probes.size(), 1u);
    EXPECT_TRUE(client->transport->isOpen());
    EXPECT_TRUE(accepted().transport->isOpen());
    EXPECT_EQ(client->transport->peerName(), QStringLiteral("ctisrv:42027"));

    client->transport->send("to the server");
    accepted().transport->send("to the client");
    EXPECT_TRUE(client->received.isEmpty()); // never from inside the call
    clock.settle();
    EXPECT_EQ(accepted().received, "to the server");
    EXPECT_EQ(client->received, "to the client");
}

TEST_F(MemoryTransportTest, NothingHappensInsideOpen) {
    auto client = dial(server);
    EXPECT_FALSE(client->transport->isOpen());
    EXPECT_EQ(client->openings, 0);
    client->transport->send("too early");
    clock.settle();
    EXPECT_EQ(client->openings, 1);
    EXPECT_TRUE(accepted().received.isEmpty());
}

TEST_F(MemoryTransportTest, ConnectingWhereNobodyListensFails) {
    auto client = dial({QStringLiteral("ctisrv"), 1});
    clock.settle();
    EXPECT_EQ(client->closedBy, TransportFailure::ConnectFailed);
    EXPECT_EQ(client->openings, 0);
}

TEST_F(MemoryTransportTest, AClosedListenerAcceptsNobody) {
    listener->close();
    auto client = dial(server);
    clock.settle();
    EXPECT_EQ(client->closedBy, TransportFailure::ConnectFailed);
}

TEST_F(MemoryTransportTest, PortZeroIsAnyFreeOneAndATakenPortIsRefused) {
    const auto second = network.makeListener();
    EXPECT_EQ(second->listen(server).port, 0);
    EXPECT_FALSE(second->errorText().isEmpty());
    const Endpoint any = second->listen({QStringLiteral("ctisrv"), 0});
    EXPECT_NE(any.port, 0);
    EXPECT_TRUE(second->errorText().isEmpty());
}

TEST_F(MemoryTransportTest, CloseDeliversWhatWasSentAndThenTellsThePeer) {
    network.setLatency(5ms, 50ms);
    network.setSplitting(true);
    const auto client = connected();
    client->transport->send(QByteArray(1000, 'x'));
    client->transport->close();
    clock.advance(10s);
    EXPECT_EQ(accepted().received, QByteArray(1000, 'x'));
    EXPECT_EQ(accepted().closedBy, TransportFailure::ClosedByPeer);
    EXPECT_EQ(client->closings, 0);
    EXPECT_FALSE(client->transport->isOpen());
}

TEST_F(MemoryTransportTest, WhatWasSentArrivesEvenIfTheSenderIsDestroyedAfterClose) {
    network.setLatency(5ms, 5ms);
    const auto client = connected();
    client->transport->send("last words");
    client->transport->close();
    delete client->transport.data();
    clock.advance(1s);
    EXPECT_EQ(accepted().received, "last words");
    EXPECT_EQ(accepted().closedBy, TransportFailure::ClosedByPeer);
}

TEST_F(MemoryTransportTest, AbortDropsWhatWasSentAndResetsThePeer) {
    network.setLatency(5ms, 5ms);
    const auto client = connected();
    client->transport->send("dropped");
    client->transport->abort();
    clock.advance(1s);
    EXPECT_TRUE(accepted().received.isEmpty());
    EXPECT_EQ(accepted().closedBy, TransportFailure::Broken);
    EXPECT_EQ(client->closings, 0);
}

TEST_F(MemoryTransportTest, DestroyingAnEndResetsThePeer) {
    const auto client = connected();
    delete client->transport.data();
    clock.settle();
    EXPECT_EQ(accepted().closedBy, TransportFailure::Broken);
}

TEST_F(MemoryTransportTest, AnAbortBeforeTheConnectionStandsIsSilent) {
    auto client = dial(server);
    client->transport->abort();
    clock.advance(1s);
    EXPECT_TRUE(serverSide.probes.empty());
    EXPECT_EQ(client->closings, 0);
}

TEST_F(MemoryTransportTest, ATransportNobodyTakesIsRefused) {
    const auto lonely = network.makeListener();
    auto client = dial(lonely->listen({QStringLiteral("nobody"), 0}));
    clock.settle();
    EXPECT_EQ(client->closedBy, TransportFailure::ConnectFailed);
}

TEST_F(MemoryTransportTest, LatencyDelaysEveryPieceAndKeepsTheOrder) {
    const auto client = connected();
    network.setLatency(10ms, 90ms);
    network.setSplitting(true);
    QByteArray sent(4096, '\0');
    std::iota(sent.begin(), sent.end(), '\0');
    for (qsizetype at = 0; at < sent.size(); at += 512)
        client->transport->send(QByteArrayView(sent).sliced(at, 512));
    clock.advance(9ms);
    EXPECT_TRUE(accepted().received.isEmpty());
    clock.advance(1s);
    EXPECT_EQ(accepted().received, sent);
    EXPECT_GT(accepted().pieces.size(), 8u);
}

TEST_F(MemoryTransportTest, TheSeedDecidesTheCuts) {
    const auto cutsWith = [](std::uint64_t seed) {
        ManualClock time;
        MemoryNetwork net(time, seed);
        net.setSplitting(true);
        const auto door = net.makeListener();
        AcceptAll inside(*door);
        const auto outside = net.clients();
        QObject parent;
        Transport* const transport = outside->create(&parent, {});
        transport->open(door->listen({QStringLiteral("host"), 0}));
        time.settle();
        transport->send(QByteArray(500, 'x'));
        time.settle();
        return inside.probes.at(0)->pieces;
    };
    EXPECT_EQ(cutsWith(1), cutsWith(1));
    EXPECT_NE(cutsWith(1), cutsWith(2));
}

TEST_F(MemoryTransportTest, CuttingTheCableBreaksBothEndsAndDropsWhatWasUnderWay) {
    network.setLatency(50ms, 50ms);
    const auto client = connected();
    client->transport->send("under way");
    network.cutAll();
    EXPECT_EQ(client->closings, 0); // never from inside the call
    clock.settle();
    EXPECT_EQ(client->closedBy, TransportFailure::Broken);
    EXPECT_EQ(accepted().closedBy, TransportFailure::Broken);
    clock.advance(1s);
    EXPECT_TRUE(accepted().received.isEmpty());
    EXPECT_EQ(client->closings, 1);
}

TEST_F(MemoryTransportTest, ANewConnectionIsPossibleAfterACut) {
    const auto first = connected();
    network.cutAll();
    clock.settle();
    const auto second = connected();
    second->transport->send("again");
    clock.settle();
    EXPECT_EQ(accepted(1).received, "again");
}

TEST_F(MemoryTransportTest, ASilentNetworkSwallowsEverythingAndTellsNobody) {
    const auto client = connected();
    network.setSilent(true);
    client->transport->send("lost");
    clock.advance(1h);
    EXPECT_TRUE(accepted().received.isEmpty());
    EXPECT_TRUE(client->transport->isOpen());
    accepted().transport->close();
    auto late = dial(server);
    clock.advance(1h);
    EXPECT_EQ(client->closings, 0);
    EXPECT_EQ(late->openings + late->closings, 0);
}

TEST_F(MemoryTransportTest, AStreamWithAHoleIsResetWhenTheNetworkComesBack) {
    const auto client = connected();
    network.setSilent(true);
    client->transport->send("lost");
    network.setSilent(false);
    client->transport->send("after the hole");
    clock.settle();
    EXPECT_TRUE(accepted().received.isEmpty());
    EXPECT_EQ(client->closedBy, TransportFailure::Broken);
    EXPECT_EQ(accepted().closedBy, TransportFailure::Broken);
}

TEST_F(MemoryTransportTest, APieceLostOnTheWayIsAHoleForTheNext) {
    network.setLatency(10ms, 10ms);
    const auto client = connected();
    client->transport->send("lost");
    clock.advance(5ms);
    client->transport->send("after the hole");
    network.setSilent(true);
    clock.advance(5ms);
    network.setSilent(false);
    clock.advance(5ms);
    clock.settle();
    EXPECT_TRUE(accepted().received.isEmpty());
    EXPECT_EQ(client->closedBy, TransportFailure::Broken);
}

TEST_F(MemoryTransportTest, SilenceIsNoticedByKeepAliveIfThereIsAny) {
    network.setKeepAlive(15s);
    const auto client = connected();
    network.setSilent(true);
    clock.advance(15s - 1ms);
    EXPECT_EQ(client->closings, 0);
    clock.advance(1ms);
    EXPECT_EQ(client->closedBy, TransportFailure::Broken);
    EXPECT_EQ(accepted().closedBy, TransportFailure::Broken);
    network.setSilent(false);
    const auto second = connected();
    clock.advance(1h);
    EXPECT_EQ(second->closings, 0);
}

TEST_F(MemoryTransportTest, AReceiverMayDestroyItsTransport) {
    const auto client = connected();
    QObject::connect(client->transport, &Transport::received, &owner, [&] { delete client->transport.data(); });
    accepted().transport->send("one");
    accepted().transport->send("two");
    clock.settle();
    EXPECT_EQ(client->received, "one");
    EXPECT_EQ(accepted().closedBy, TransportFailure::Broken);
}

TEST_F(MemoryTransportTest, NothingIsEmittedAfterClosed) {
    const auto client = connected();
    accepted().transport->send("before");
    accepted().transport->abort();
    client->transport->send("to nobody");
    clock.advance(1s);
    EXPECT_EQ(client->closings, 1);
    client->transport->send("closed by now");
    client->transport->close();
    client->transport->abort();
    clock.advance(1s);
    EXPECT_EQ(client->closings, 1);
}

} // namespace
} // namespace callwright
