// A network that is gone without a word, over real sockets: who hears what, and when each side gives the other up (CTI
// Server guide v25, Session Maintenance). Sockets are real, time is turned by hand.

#include "app/simulator/simulator.h"
#include "cil/clock/manual_clock.h"
#include "cil/connection/heartbeat.h"
#include "cil/connection/link.h"
#include "cil/connection/open_roles.h"
#include "cil/transport/tcp_transport.h"
#include "tests/support/cti_client.h"
#include "tests/support/link_probe.h"
#include "tests/support/wait.h"

#include <QTcpSocket>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cerrno>
#include <memory>
#include <optional>
#include <vector>

#ifdef Q_OS_LINUX
#include <sys/socket.h>
#endif

namespace callwright {
namespace {

using namespace std::chrono_literals;
using simulator::Fault;
using simulator::FaultKind;
using testing::waitUntil;

struct HalfOpenTest : ::testing::Test {
    HalfOpenTest() { server = site.listen(makeTcpListener(), {QStringLiteral("127.0.0.1"), 0}).value(); }
    ~HalfOpenTest() override { testing::drainEvents(); }

    /// Turns the clock, and lets what is on the sockets arrive after each second.
    void pass(std::chrono::seconds time) {
        for (; time > 0s; time -= 1s) {
            clock.advance(1s);
            testing::drainEvents();
        }
    }
    std::size_t sessions() const { return site.state().at("sessions").size(); }

    ManualClock clock;
    simulator::Simulator site{clock, {}, 1};
    TcpTransportFactory transports;
    Endpoint server;
};

struct OpenLink {
    OpenLink(HalfOpenTest& test, Milliseconds heartbeat) : link(test.clock, test.transports, 1) {
        LinkOptions options;
        options.sides = {test.server};
        options.heartbeatInterval = heartbeat;
        OpenParameters agent = openParametersFor(Role::Agent, 5000, QStringLiteral("1001"));
        agent.agentInstrument = QStringLiteral("3101");
        link.open(options, agent);
        EXPECT_TRUE(waitUntil([this] { return link.state() == LinkState::Open; }));
    }
    Link link;
    testing::LinkProbe probe{link};
};

TEST_F(HalfOpenTest, AClientNoticesByThreeHeartbeatsThatTheServerIsGone) {
    OpenLink open(*this, 5s);
    pass(60s);
    ASSERT_TRUE(open.probe.misses.empty()); // it works as long as the network does
    ASSERT_TRUE(site.fault({.kind = FaultKind::HalfOpen}));
    int noticedAfter = 0;
    for (; open.probe.failures.empty() && noticedAfter < 60; ++noticedAfter)
        pass(1s);
    ASSERT_EQ(open.probe.failures.size(), 1u);
    EXPECT_EQ(open.probe.failures[0].reason, LinkFailure::Reason::MissedHeartbeats);
    EXPECT_EQ(open.probe.misses, (std::vector{1, 2, 3}));
    EXPECT_LE(noticedAfter, 25);
}

TEST_F(HalfOpenTest, AClientThatWaitsForAnAnswerNoticesSoonerThanByItsHeartbeats) {
    OpenLink open(*this, 90s);
    pass(1s);
    ASSERT_TRUE(site.fault({.kind = FaultKind::HalfOpen}));
    open.probe.ask(open.link);
    int noticedAfter = 0;
    for (; open.probe.failures.empty() && noticedAfter < 90; ++noticedAfter)
        pass(1s);
    ASSERT_EQ(open.probe.failures.size(), 1u);
    EXPECT_EQ(open.probe.failures[0].reason, LinkFailure::Reason::MissedHeartbeats);
    const auto allowed = LinkOptions().requestTimeout + Heartbeat::missesAllowed * Heartbeat::doubtfulAnswerTime;
    EXPECT_LE(std::chrono::seconds(noticedAfter), allowed);
}

TEST_F(HalfOpenTest, AClientComesBackWhenTheNetworkDoes) {
    OpenLink open(*this, 5s);
    ASSERT_TRUE(site.fault({.kind = FaultKind::HalfOpen}));
    pass(30s);
    ASSERT_EQ(open.probe.failures.size(), 1u);
    ASSERT_TRUE(site.heal({.kind = FaultKind::HalfOpen}));
    for (int i = 0; i < 180 && open.link.state() != LinkState::Open; ++i)
        pass(1s);
    EXPECT_EQ(open.link.state(), LinkState::Open);
    EXPECT_TRUE(waitUntil([this] { return sessions() == 1; }));
}

#ifdef Q_OS_LINUX
/// A plain socket, to see what TCP itself says.
struct PlainClient {
    explicit PlainClient(const Endpoint& server) {
        socket.connectToHost(server.host, server.port);
        EXPECT_TRUE(waitUntil([this] { return socket.state() == QAbstractSocket::ConnectedState; }));
    }
    void send(const protocol::MessageBuilder& message) {
        const auto frame = message.build().value();
        socket.write(reinterpret_cast<const char*>(frame.data()), static_cast<qint64>(frame.size()));
        EXPECT_TRUE(waitUntil([this] { return socket.bytesToWrite() == 0; }));
        testing::drainEvents();
    }
    QByteArray answer() {
        EXPECT_TRUE(waitUntil([this] { return socket.bytesAvailable() > 0; }));
        return socket.readAll();
    }
    /// No byte, no FIN, no RST: nothing to read, and not for want of a connection.
    bool hearsNothing() {
        char byte = 0;
        const auto got =
            ::recv(static_cast<int>(socket.socketDescriptor()), &byte, 1, MSG_PEEK | MSG_DONTWAIT); // 0 is a FIN
        return got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK) && socket.bytesAvailable() == 0 &&
               socket.state() == QAbstractSocket::ConnectedState;
    }
    QTcpSocket socket;
};

TEST_F(HalfOpenTest, TcpSaysNothingUntilItIsOver) {
    PlainClient client(server);
    client.send(simulator::OpenFields().build());
    EXPECT_FALSE(client.answer().isEmpty());
    ASSERT_TRUE(site.fault({.kind = FaultKind::HalfOpen, .session = 1}));
    for (int i = 0; i < 4; ++i) {
        client.send(simulator::heartbeat());
        pass(90s);
        EXPECT_TRUE(client.hearsNothing());
    }
    ASSERT_TRUE(site.heal({.kind = FaultKind::HalfOpen}));
    EXPECT_TRUE(waitUntil([&] { return client.socket.state() == QAbstractSocket::UnconnectedState; }));
    EXPECT_EQ(client.socket.error(), QAbstractSocket::RemoteHostClosedError); // a reset
}

TEST_F(HalfOpenTest, ServerGivesASilentClientUpAfterFourHeartbeatIntervals) {
    PlainClient client(server);
    client.send(simulator::OpenFields().with(protocol::Field::IdleTimeout, 4 * 5).build());
    EXPECT_FALSE(client.answer().isEmpty());
    pass(19s);
    EXPECT_EQ(sessions(), 1u);
    EXPECT_TRUE(client.hearsNothing());
    pass(1s);
    EXPECT_EQ(sessions(), 0u);
    // As the network works, the client is told why before its connection ends.
    ASSERT_TRUE(waitUntil([&] { return client.socket.state() == QAbstractSocket::UnconnectedState; }));
    const QByteArray last = client.socket.readAll();
    protocol::Decoder decoder(protocol::newestVersion);
    const auto failure =
        decoder.decode(std::as_bytes(std::span(last.constData(), static_cast<std::size_t>(last.size()))));
    ASSERT_TRUE(failure);
    EXPECT_EQ(failure->type(), protocol::MessageType::FAILURE_EVENT);
    EXPECT_EQ(failure->number(protocol::Field::Status),
              static_cast<std::uint32_t>(protocol::StatusCode::E_CTI_TIMEOUT));
}

TEST_F(HalfOpenTest, ServerGivesALostClientUpAndTellsNobody) {
    PlainClient client(server);
    client.send(simulator::OpenFields().with(protocol::Field::IdleTimeout, 4 * 5).build());
    EXPECT_FALSE(client.answer().isEmpty());
    ASSERT_TRUE(site.fault({.kind = FaultKind::HalfOpen, .session = 1}));
    client.send(simulator::heartbeat()); // which is lost on its way
    pass(20s);
    EXPECT_EQ(sessions(), 0u);
    EXPECT_TRUE(client.hearsNothing());
}
#endif

} // namespace
} // namespace callwright
