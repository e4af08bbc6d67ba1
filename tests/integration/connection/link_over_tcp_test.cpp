#include "cil/clock/system_clock.h"
#include "cil/connection/link.h"
#include "cil/connection/open_roles.h"
#include "cil/transport/tcp_transport.h"
#include "tests/support/fake_peer.h"
#include "tests/support/link_probe.h"
#include "tests/support/wait.h"

#include <gtest/gtest.h>

#include <memory>

namespace callwright {
namespace {

using namespace protocol;
using namespace std::chrono_literals;
using testing::waitUntil;

struct LinkOverTcpTest : ::testing::Test {
    LinkOverTcpTest() {
        options.sides = {listener->listen({QStringLiteral("127.0.0.1"), 0})};
        options.requestTimeout = 10s;
    }
    ~LinkOverTcpTest() override {
        link.reset();
        testing::drainEvents();
    }
    void open() {
        link->open(options, openParametersFor(Role::Agent, 5000, QStringLiteral("1001")));
        ASSERT_TRUE(waitUntil([&] { return link->state() == LinkState::Open; }));
    }

    SystemClock clock;
    TcpTransportFactory transports;
    std::unique_ptr<Listener> listener = makeTcpListener();
    testing::FakePeer peer{*listener};
    LinkOptions options;
    std::unique_ptr<Link> link = std::make_unique<Link>(clock, transports, 1);
    testing::LinkProbe probe{*link};
};

TEST_F(LinkOverTcpTest, OpensAsksAndCloses) {
    open();
    probe.ask(*link);
    ASSERT_TRUE(waitUntil([&] { return peer.count(MessageType::AGENT_DESK_SETTINGS_REQ) == 1; }));
    peer.confirm(peer.last(MessageType::AGENT_DESK_SETTINGS_REQ));
    ASSERT_TRUE(waitUntil([&] { return probe.replies.size() == 1; }));
    EXPECT_EQ(probe.replies[0].outcome, Reply::Outcome::Confirmed);
    EXPECT_TRUE(link->roundTrip());
    link->close();
    ASSERT_TRUE(waitUntil([&] { return probe.said("closed") && peer.lastClosedBy; }));
    EXPECT_EQ(peer.lastClosedBy, TransportFailure::ClosedByPeer);
    EXPECT_TRUE(probe.failures.empty());
}

TEST_F(LinkOverTcpTest, FindsTheVersionOnNewConnections) {
    peer.newest = 20;
    open();
    EXPECT_EQ(link->version(), 20);
    EXPECT_EQ(peer.connections, 6);
}

TEST_F(LinkOverTcpTest, ComesBackAtOnceAfterAReset) {
    open();
    probe.ask(*link);
    ASSERT_TRUE(waitUntil([&] { return peer.count(MessageType::AGENT_DESK_SETTINGS_REQ) == 1; }));
    peer.reset();
    ASSERT_TRUE(waitUntil([&] { return peer.connections == 2 && link->state() == LinkState::Open; }));
    ASSERT_EQ(probe.replies.size(), 1u);
    EXPECT_EQ(probe.replies[0].outcome, Reply::Outcome::LinkLost);
    ASSERT_EQ(probe.failures.size(), 1u);
    EXPECT_EQ(probe.failures[0].reason, LinkFailure::Reason::TransportLost);
}

TEST_F(LinkOverTcpTest, ComesBackWhenTheServerDoes) {
    open();
    listener->close();
    peer.hangUp();
    ASSERT_TRUE(waitUntil([&] { return link->state() == LinkState::Waiting && probe.failures.size() >= 2; }));
    ASSERT_EQ(listener->listen(options.sides[0]).port, options.sides[0].port);
    link->retryNow();
    ASSERT_TRUE(waitUntil([&] { return link->state() == LinkState::Open; }));
}

TEST_F(LinkOverTcpTest, ReadsAStormOfEventsInOrder) {
    open();
    constexpr std::uint32_t storm = 20'000;
    for (std::uint32_t id = 1; id <= storm; ++id)
        peer.systemEvent(id);
    ASSERT_TRUE(waitUntil([&] { return probe.systemEvents.size() == storm; }));
    for (std::uint32_t id = 1; id <= storm; ++id)
        ASSERT_EQ(probe.systemEvents[id - 1], id);
}

} // namespace
} // namespace callwright
