#include "cil/clock/system_clock.h"
#include "cil/connection/link.h"
#include "cil/connection/open_roles.h"
#include "cil/transport/tcp_transport.h"
#include "tests/support/fake_peer.h"
#include "tests/support/link_probe.h"
#include "tests/support/tls_files.h"
#include "tests/support/wait.h"

#include <QTcpServer>

#include <gtest/gtest.h>

#include <memory>

namespace callwright {
namespace {

using namespace std::chrono_literals;
using testing::tlsFile;
using testing::waitUntil;

struct LinkOverTlsTest : ::testing::Test {
    LinkOverTlsTest() {
        options.security = {true, Security::Trust::CaFile, tlsFile("ca.pem"), {}, {}, {}};
        options.expectedClients = 10'000; // so that a wait follows a failure, in nearly all cases
    }
    ~LinkOverTlsTest() override {
        link.reset();
        testing::drainEvents();
    }
    void serve(const ServerSecurity& security) {
        listener = makeTlsListener(security);
        peer = std::make_unique<testing::FakePeer>(*listener);
        options.sides = {listener->listen({QStringLiteral("127.0.0.1"), 0})};
    }
    void open() { link->open(options, openParametersFor(Role::Agent, 5000, QStringLiteral("1001"))); }
    const LinkFailure& firstFailure() {
        EXPECT_TRUE(waitUntil([&] { return !probe.failures.empty(); }));
        return probe.failures.at(0);
    }

    SystemClock clock;
    TcpTransportFactory transports;
    std::unique_ptr<Listener> listener;
    std::unique_ptr<testing::FakePeer> peer;
    LinkOptions options;
    std::unique_ptr<Link> link = std::make_unique<Link>(clock, transports, 1);
    testing::LinkProbe probe{*link};
};

TEST_F(LinkOverTlsTest, Opens) {
    serve({tlsFile("server.pem"), tlsFile("server.key"), {}});
    open();
    EXPECT_TRUE(waitUntil([&] { return link->state() == LinkState::Open; }));
    EXPECT_TRUE(probe.failures.empty());
}

TEST_F(LinkOverTlsTest, SaysThatItDoesNotTrustTheServerAndTriesAgainLater) {
    serve({tlsFile("wrong-host.pem"), tlsFile("wrong-host.key"), {}});
    open();
    const LinkFailure& failure = firstFailure();
    EXPECT_EQ(failure.reason, LinkFailure::Reason::Untrusted);
    EXPECT_EQ(failure.security, TransportFailure::WrongHost);
    EXPECT_TRUE(failure.retryIn); // the other side may be well, or files be mended
    EXPECT_EQ(peer->connections, 0);
}

TEST_F(LinkOverTlsTest, AServerThatTakesOnlyKnownClientsSaysSoAfterTheHandshake) {
    serve({tlsFile("server.pem"), tlsFile("server.key"), tlsFile("ca.pem")});
    open();
    EXPECT_EQ(firstFailure().security, TransportFailure::ClientRefused) << firstFailure().detail.toStdString();
    EXPECT_EQ(peer->connections, 0);
}

TEST_F(LinkOverTlsTest, AHandshakeThatNobodyAnswersEndsWithTheTimeForOpening) {
    QTcpServer silent;
    ASSERT_TRUE(silent.listen(QHostAddress::LocalHost));
    options.sides = {{QStringLiteral("127.0.0.1"), silent.serverPort()}};
    options.openTimeout = 200ms;
    open();
    EXPECT_EQ(firstFailure().reason, LinkFailure::Reason::ConnectFailed);
    EXPECT_TRUE(silent.hasPendingConnections());
}

} // namespace
} // namespace callwright
