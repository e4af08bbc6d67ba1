#include "cil/transport/tcp_transport.h"
#include "tests/support/transport_probe.h"
#include "tests/support/wait.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <gtest/gtest.h>

#include <memory>

#ifdef Q_OS_LINUX
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

namespace callwright {
namespace {

using testing::AcceptAll;
using testing::TransportProbe;
using testing::waitUntil;

struct TcpTransportTest : ::testing::Test {
    TcpTransportTest() { server = listener->listen({QStringLiteral("127.0.0.1"), 0}); }
    ~TcpTransportTest() override {
        owner.reset();
        testing::drainEvents();
    }

    std::unique_ptr<TransportProbe> connected() {
        auto probe = std::make_unique<TransportProbe>(factory.create(owner.get(), {}));
        const auto before = serverSide.probes.size();
        probe->transport->open(server);
        EXPECT_TRUE(waitUntil([&] { return probe->openings == 1 && serverSide.probes.size() == before + 1; }));
        return probe;
    }
    TransportProbe& accepted() { return *serverSide.probes.back(); }

    TcpTransportFactory factory;
    std::unique_ptr<Listener> listener = makeTcpListener();
    AcceptAll serverSide{*listener};
    Endpoint server;
    std::unique_ptr<QObject> owner = std::make_unique<QObject>();
};

TEST_F(TcpTransportTest, CarriesBytesBothWays) {
    ASSERT_NE(server.port, 0) << listener->errorText().toStdString();
    const auto client = connected();
    const QByteArray much(1'000'000, 'x');
    client->transport->send(much);
    accepted().transport->send("hello");
    EXPECT_TRUE(waitUntil([&] { return accepted().received.size() == much.size() && client->received == "hello"; }));
    EXPECT_EQ(accepted().received, much);
    EXPECT_EQ(client->transport->peerName(), QStringLiteral("127.0.0.1:%1").arg(server.port));
}

TEST_F(TcpTransportTest, CloseSendsWhatIsQueuedEvenIfTheTransportIsDestroyedThen) {
    const auto client = connected();
    const QByteArray much(3'000'000, 'y');
    client->transport->send(much);
    client->transport->close();
    delete client->transport.data();
    ASSERT_TRUE(waitUntil([&] { return accepted().closings == 1; }));
    EXPECT_EQ(accepted().received.size(), much.size());
    EXPECT_EQ(accepted().closedBy, TransportFailure::ClosedByPeer);
}

TEST_F(TcpTransportTest, AbortResetsThePeer) {
    const auto client = connected();
    client->transport->abort();
    ASSERT_TRUE(waitUntil([&] { return accepted().closings == 1; }));
    EXPECT_EQ(client->closings, 0);
    EXPECT_FALSE(client->transport->isOpen());
}

TEST_F(TcpTransportTest, ThePeersCloseIsToldOnceAfterItsLastBytes) {
    const auto client = connected();
    accepted().transport->send("bye");
    accepted().transport->close();
    ASSERT_TRUE(waitUntil([&] { return client->closings == 1; }));
    EXPECT_EQ(client->received, "bye");
    EXPECT_EQ(client->closedBy, TransportFailure::ClosedByPeer);
    testing::drainEvents();
    EXPECT_EQ(client->closings, 1);
}

TEST_F(TcpTransportTest, ConnectingWhereNobodyListensFailsButNotInsideOpen) {
    listener->close();
    TransportProbe client(factory.create(owner.get(), {}));
    client.transport->open(server);
    EXPECT_EQ(client.closings, 0);
    ASSERT_TRUE(waitUntil([&] { return client.closings == 1; }));
    EXPECT_EQ(client.closedBy, TransportFailure::ConnectFailed);
    EXPECT_EQ(client.openings, 0);
}

TEST_F(TcpTransportTest, AnAbortWhileConnectingIsSilent) {
    TransportProbe client(factory.create(owner.get(), {}));
    client.transport->open(server);
    client.transport->abort();
    const auto other = connected();
    EXPECT_EQ(client.openings + client.closings, 0);
}

TEST_F(TcpTransportTest, AnAddressThatIsNotOursIsRefusedWithAReason) {
    const auto second = makeTcpListener();
    EXPECT_EQ(second->listen({QStringLiteral("no such host"), 0}).port, 0);
    EXPECT_FALSE(second->errorText().isEmpty());
    EXPECT_EQ(second->listen(server).port, 0);
    EXPECT_FALSE(second->errorText().isEmpty());
}

TEST_F(TcpTransportTest, ATransportMayBeDestroyedWhileItReceives) {
    const auto client = connected();
    QObject::connect(client->transport, &Transport::received, owner.get(), [&] { client->transport->deleteLater(); });
    accepted().transport->send("x");
    EXPECT_TRUE(waitUntil([&] { return client->transport.isNull() && accepted().closings == 1; }));
}

TEST_F(TcpTransportTest, APeerThatDoesNotReadIsGivenUpBeforeItEatsTheMemory) {
    QTcpServer deaf;
    ASSERT_TRUE(deaf.listen(QHostAddress::LocalHost));
    TransportProbe client(factory.create(owner.get(), {}));
    client.transport->open({QStringLiteral("127.0.0.1"), deaf.serverPort()});
    ASSERT_TRUE(waitUntil([&] { return client.openings == 1 && deaf.hasPendingConnections(); }));
    const std::unique_ptr<QTcpSocket> peer(deaf.nextPendingConnection());
    peer->setReadBufferSize(1024);
    const QByteArray megabyte(1024 * 1024, 'z');
    EXPECT_TRUE(waitUntil([&] {
        client.transport->send(megabyte);
        return client.closings == 1;
    }));
    EXPECT_EQ(client.closedBy, TransportFailure::Broken);
}

#ifdef Q_OS_LINUX
int option(const QTcpSocket& socket, int level, int name) {
    int value = -1;
    socklen_t size = sizeof value;
    EXPECT_EQ(::getsockopt(static_cast<int>(socket.socketDescriptor()), level, name, &value, &size), 0);
    return value;
}

TEST_F(TcpTransportTest, TheSocketIsTunedSoThatASilentNetworkIsNoticedInTwentySeconds) {
    const auto client = connected();
    for (const Transport* end : {client->transport.data(), accepted().transport.data()}) {
        const auto* const socket = end->findChild<QTcpSocket*>();
        ASSERT_NE(socket, nullptr);
        EXPECT_NE(option(*socket, IPPROTO_TCP, TCP_NODELAY), 0);
        EXPECT_NE(option(*socket, SOL_SOCKET, SO_KEEPALIVE), 0);
        const int idle = option(*socket, IPPROTO_TCP, TCP_KEEPIDLE);
        const int interval = option(*socket, IPPROTO_TCP, TCP_KEEPINTVL);
        const int count = option(*socket, IPPROTO_TCP, TCP_KEEPCNT);
        EXPECT_LT(idle + interval * count, 20);
        EXPECT_LT(option(*socket, IPPROTO_TCP, TCP_USER_TIMEOUT), 20'000);
        EXPECT_GT(option(*socket, IPPROTO_TCP, TCP_USER_TIMEOUT), 0);
    }
}
#endif

} // namespace
} // namespace callwright
