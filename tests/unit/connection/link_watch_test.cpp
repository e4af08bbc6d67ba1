#include "cil/connection/network_watch.h"
#include "tests/unit/connection/link_fixture.h"

namespace callwright {
namespace {

using namespace protocol;
using namespace std::chrono_literals;

struct LinkWatchTest : LinkFixture {
    LinkWatchTest() {
        link->follow(networkWatch);
        openAndExpectOpen();
    }
    std::size_t heartbeats() const { return peer.count(MessageType::HEARTBEAT_REQ); }

    NetworkWatch networkWatch;
};

TEST_F(LinkWatchTest, AHeartbeatGoesOutOnlyWhenTheClientWasSilentForAnInterval) {
    clock.advance(60s);
    probe.ask(*link);
    clock.settle();
    peer.confirm(peer.last(MessageType::AGENT_DESK_SETTINGS_REQ));
    clock.advance(89s);
    EXPECT_EQ(heartbeats(), 0u);
    clock.advance(1s);
    EXPECT_EQ(heartbeats(), 1u);
    EXPECT_EQ(probe.count("heartbeat"), 1u);
    clock.advance(900s);
    EXPECT_EQ(heartbeats(), 11u);
    EXPECT_EQ(link->state(), LinkState::Open);
}

TEST_F(LinkWatchTest, WhatTheServerSendsDoesNotReplaceAHeartbeat) {
    for (int i = 0; i < 9; ++i) {
        clock.advance(10s);
        peer.systemEvent(1);
    }
    clock.settle();
    EXPECT_EQ(heartbeats(), 1u);
}

TEST_F(LinkWatchTest, ThreeHeartbeatsWithoutAnswerFailTheLink) {
    peer.answersHeartbeats = false;
    clock.advance(360s - 1ms);
    EXPECT_EQ(probe.misses, (std::vector<int>{1, 2}));
    EXPECT_EQ(link->state(), LinkState::Open);
    clock.advance(1ms);
    EXPECT_EQ(probe.misses, (std::vector<int>{1, 2, 3}));
    ASSERT_EQ(probe.failures.size(), 1u);
    EXPECT_EQ(probe.failures[0].reason, LinkFailure::Reason::MissedHeartbeats);
    EXPECT_EQ(probe.failures[0].retryIn, 0s);
    clock.settle();
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(peer.connections, 2);
}

TEST_F(LinkWatchTest, AHeartbeatThatIsRefusedFailsTheLink) {
    peer.answersHeartbeats = false;
    clock.advance(90s);
    peer.fail(peer.last(MessageType::HEARTBEAT_REQ), StatusCode::E_CTI_CTI_SERVER_OFFLINE);
    clock.settle();
    ASSERT_EQ(probe.failures.size(), 1u);
    EXPECT_EQ(probe.failures[0].reason, LinkFailure::Reason::ServerClosed);
    EXPECT_EQ(probe.failures[0].status, static_cast<std::uint32_t>(StatusCode::E_CTI_CTI_SERVER_OFFLINE));
    EXPECT_TRUE(probe.failures[0].retryIn);
}

TEST_F(LinkWatchTest, AnUnansweredRequestAsksByHeartbeatAtOnce) {
    probe.ask(*link);
    clock.advance(15s);
    EXPECT_EQ(heartbeats(), 1u);
    EXPECT_EQ(probe.count("heartbeat"), 1u);
    clock.advance(60s);
    EXPECT_EQ(link->state(), LinkState::Open); // the server is there, it only did not answer the request
}

TEST_F(LinkWatchTest, AServerThatAnswersNothingAnyMoreIsLeftFifteenSecondsAfterTheRequestTimedOut) {
    peer.answersHeartbeats = false;
    probe.ask(*link);
    clock.advance(30s - 1ms);
    EXPECT_EQ(link->state(), LinkState::Open);
    clock.advance(1ms);
    ASSERT_EQ(probe.failures.size(), 1u);
    EXPECT_EQ(probe.failures[0].reason, LinkFailure::Reason::MissedHeartbeats);
    EXPECT_EQ(probe.replies.size(), 1u);
    EXPECT_EQ(probe.replies[0].outcome, Reply::Outcome::TimedOut);
}

TEST_F(LinkWatchTest, AChangeOfTheNetworkAsksByHeartbeatAtOnce) {
    Q_EMIT networkWatch.changed(false);
    clock.settle();
    EXPECT_EQ(heartbeats(), 1u);
    Q_EMIT networkWatch.changed(true);
    clock.settle();
    EXPECT_EQ(heartbeats(), 2u);
    EXPECT_EQ(link->state(), LinkState::Open);
}

TEST_F(LinkWatchTest, AChangeToANetworkThatIsSilentIsNoticedInTwentySeconds) {
    network.setSilent(true);
    Q_EMIT networkWatch.changed(true);
    clock.advance(20s);
    ASSERT_FALSE(probe.failures.empty());
    EXPECT_EQ(probe.failures[0].reason, LinkFailure::Reason::MissedHeartbeats);
}

TEST_F(LinkWatchTest, ANetworkThatComesBackShortensTheWait) {
    stopListening();
    peer.reset();
    clock.advance(100s); // deep in the waits
    ASSERT_EQ(link->state(), LinkState::Waiting);
    listenAgain();
    Q_EMIT networkWatch.changed(false);
    clock.settle();
    EXPECT_EQ(link->state(), LinkState::Waiting);
    Q_EMIT networkWatch.changed(true);
    clock.settle();
    EXPECT_EQ(link->state(), LinkState::Open);
}

TEST_F(LinkWatchTest, ANetworkThatComesBackAtAnUnopenedLinkChangesNothing) {
    link->close();
    clock.settle();
    Q_EMIT networkWatch.changed(true);
    clock.advance(1h);
    EXPECT_EQ(link->state(), LinkState::Closed);
    EXPECT_EQ(peer.connections, 1);
}

TEST_F(LinkWatchTest, TheRoundTripOfAHeartbeatIsKnown) {
    network.setLatency(20ms, 20ms);
    clock.advance(100s);
    EXPECT_EQ(link->roundTrip(), 40ms);
}

struct LinkWithoutHeartbeats : LinkFixture {
    LinkWithoutHeartbeats() {
        options.heartbeatInterval = 0s;
        openAndExpectOpen();
    }
};

TEST_F(LinkWithoutHeartbeats, NoneIsEverSentAndTheServerIsToldSo) {
    EXPECT_EQ(peer.last(MessageType::OPEN_REQ).number(Field::IdleTimeout), 0xFFFFFFFFu);
    probe.ask(*link);
    clock.advance(24h);
    EXPECT_EQ(peer.count(MessageType::HEARTBEAT_REQ), 0u);
    EXPECT_EQ(link->state(), LinkState::Open);
}

TEST(SystemNetworkWatch, ExistsOnEverySystem) { EXPECT_NE(makeSystemNetworkWatch(), nullptr); }

} // namespace
} // namespace callwright
