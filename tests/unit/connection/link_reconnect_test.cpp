#include "tests/unit/connection/link_fixture.h"

namespace callwright {
namespace {

using namespace protocol;
using namespace std::chrono_literals;

struct LinkReconnectTest : LinkFixture {
    /// The waits that the link announces while nobody listens.
    std::vector<Milliseconds> waits() const {
        std::vector<Milliseconds> all;
        for (const LinkFailure& failure : probe.failures)
            all.push_back(failure.retryIn.value_or(-1ms));
        return all;
    }
};

TEST_F(LinkReconnectTest, AFirstConnectGoesOnWithTheGuidesWaitsUntilItSucceeds) {
    stopListening();
    open();
    clock.advance(10min);
    EXPECT_EQ(waits(), (std::vector<Milliseconds>{0s, 15s, 30s, 60s, 120s, 120s, 120s, 120s, 120s}));
    EXPECT_EQ(probe.failures[0].reason, LinkFailure::Reason::ConnectFailed);
    EXPECT_EQ(link->state(), LinkState::Waiting);
    listenAgain();
    clock.advance(120s);
    EXPECT_EQ(link->state(), LinkState::Open);
}

TEST_F(LinkReconnectTest, ALostSessionIsTriedAgainAtOnceAndThenWithTheGuidesWaits) {
    openAndExpectOpen();
    clock.advance(1min);
    stopListening();
    peer.reset();
    clock.advance(110s);
    EXPECT_EQ(waits(), (std::vector<Milliseconds>{0s, 0s, 15s, 30s, 60s, 120s}));
    EXPECT_EQ(probe.failures[0].reason, LinkFailure::Reason::TransportLost);
    EXPECT_EQ(probe.failures[1].reason, LinkFailure::Reason::ConnectFailed);
}

TEST_F(LinkReconnectTest, TheRandomWaitIsDrawnFromATenthOfTheExpectedClients) {
    options.expectedClients = 600;
    stopListening();
    open();
    ASSERT_EQ(probe.failures.size(), 1u);
    EXPECT_LE(*probe.failures[0].retryIn, 60s);
    clock.advance(*probe.failures[0].retryIn);
    ASSERT_EQ(probe.failures.size(), 2u);
    EXPECT_EQ(probe.failures[1].retryIn, 15s);
}

TEST_F(LinkReconnectTest, ASessionThatStoodBeginsTheWaitsAnew) {
    openAndExpectOpen();
    for (int i = 0; i < 5; ++i) {
        clock.advance(1min);
        peer.reset();
        clock.settle();
        EXPECT_EQ(link->state(), LinkState::Open);
    }
    EXPECT_EQ(waits(), std::vector<Milliseconds>(5, 0s));
}

TEST_F(LinkReconnectTest, AServerThatLosesItsClientsAtOnceIsNotRunDown) {
    openAndExpectOpen();
    for (int i = 0; i < 200; ++i) {
        peer.reset();
        clock.advance(1s);
    }
    EXPECT_LE(peer.connections, 7);
}

TEST_F(LinkReconnectTest, RetryNowEndsAWait) {
    stopListening();
    open();
    clock.advance(50s);
    ASSERT_EQ(link->state(), LinkState::Waiting);
    listenAgain();
    link->retryNow();
    clock.settle();
    EXPECT_EQ(link->state(), LinkState::Open);
    link->retryNow();
    clock.settle();
    EXPECT_EQ(peer.connections, 1);
}

TEST_F(LinkReconnectTest, ServerOfflineClosesAndComesBack) {
    openAndExpectOpen();
    clock.advance(1min);
    peer.announceFailure(StatusCode::E_CTI_CTI_SERVER_OFFLINE);
    clock.settle();
    ASSERT_EQ(probe.failures.size(), 1u);
    EXPECT_EQ(probe.failures[0].reason, LinkFailure::Reason::ServerClosed);
    EXPECT_EQ(probe.failures[0].status, static_cast<std::uint32_t>(StatusCode::E_CTI_CTI_SERVER_OFFLINE));
    EXPECT_TRUE(probe.failures[0].retryIn);
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(peer.connections, 2);
}

TEST_F(LinkReconnectTest, AnEvictedClientSaysSoAndDoesNotComeBackByItself) {
    openAndExpectOpen();
    probe.ask(*link);
    peer.announceFailure(StatusCode::E_CTI_NEW_SESSION_OPENED);
    peer.hangUp();
    clock.settle();
    ASSERT_EQ(probe.failures.size(), 1u);
    EXPECT_EQ(probe.failures[0].status, static_cast<std::uint32_t>(StatusCode::E_CTI_NEW_SESSION_OPENED));
    EXPECT_FALSE(probe.failures[0].retryIn);
    EXPECT_EQ(probe.replies.size(), 1u);
    EXPECT_EQ(link->state(), LinkState::Closed);
    clock.advance(24h);
    EXPECT_EQ(peer.connections, 1);
    EXPECT_EQ(probe.failures.size(), 1u);
    open(); // but it may be told to
    EXPECT_EQ(link->state(), LinkState::Open);
}

TEST_F(LinkReconnectTest, OtherFailureEventsAreEvents) {
    openAndExpectOpen();
    peer.announceFailure(StatusCode::E_CTI_NAMED_VARIABLE_NOT_CONFIGURED);
    clock.settle();
    EXPECT_TRUE(probe.said("event 2"));
    EXPECT_EQ(link->state(), LinkState::Open);
}

TEST_F(LinkReconnectTest, AServerThatHangsUpIsReconnected) {
    openAndExpectOpen();
    clock.advance(1min);
    peer.hangUp();
    clock.settle();
    EXPECT_EQ(probe.failures.size(), 1u);
    EXPECT_EQ(link->state(), LinkState::Open);
}

TEST_F(LinkReconnectTest, ACutCableIsReconnected) {
    openAndExpectOpen();
    clock.advance(1min);
    network.cutAll();
    clock.settle();
    EXPECT_EQ(probe.failures.size(), 1u);
    EXPECT_EQ(link->state(), LinkState::Open);
}

} // namespace
} // namespace callwright
