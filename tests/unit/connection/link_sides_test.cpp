#include "tests/unit/connection/sides_fixture.h"

namespace callwright {
namespace {

using namespace protocol;
using namespace std::chrono_literals;
using Reason = LinkFailure::Reason;

/// What one `failed` says of the algorithm: which side, and when and where next.
struct Tried {
    QString failedHost;
    Milliseconds retryIn{-1};
    QString nextHost;
    friend bool operator==(const Tried&, const Tried&) = default;
    friend std::ostream& operator<<(std::ostream& out, const Tried& step) {
        return out << step.failedHost.toStdString() << " in " << step.retryIn.count() << " ms "
                   << step.nextHost.toStdString();
    }
};

/// Two sides without a warm standby.
struct LinkSidesTest : SidesFixture {
    std::vector<Tried> steps() const {
        std::vector<Tried> all;
        for (const LinkFailure& failure : probe.failures) {
            all.push_back(
                {failure.server.host, failure.retryIn.value_or(-1ms), failure.next.value_or(Endpoint()).host});
            EXPECT_EQ(failure.isFinal(), !failure.next);
        }
        return all;
    }
    const QString A = QStringLiteral("ctisrv");
    const QString B = QStringLiteral("ctisrv-b");
};

TEST_F(LinkSidesTest, TheFirstConnectGoesThroughTheGuidesStepsOverBothSides) {
    options.expectedClients = 200;
    stopListening();
    stopListeningB();
    open();
    clock.advance(10min);
    auto seen = steps();
    ASSERT_GE(seen.size(), 15u);
    EXPECT_LE(seen[1].retryIn, 20s);
    EXPECT_GT(seen[1].retryIn, 0s); // what this seed draws
    seen[1].retryIn = 1s;
    const std::vector<Tried> expected{{A, 0s, B},  {B, 1s, A},   {A, 0s, B},  {B, 15s, A}, {A, 0s, B},
                                      {B, 30s, A}, {A, 0s, B},   {B, 60s, A}, {A, 0s, B},  {B, 120s, A},
                                      {A, 0s, B},  {B, 120s, A}, {A, 0s, B},  {B, 120s, A}};
    EXPECT_EQ(std::vector(seen.begin(), seen.begin() + 14), expected);
    EXPECT_EQ(link->state(), LinkState::Waiting);
}

TEST_F(LinkSidesTest, ALostSessionIsTriedOnTheSameSideThenOnTheOther) {
    openCold();
    stopListening();
    peer.reset();
    clock.settle();
    EXPECT_EQ(steps(), (std::vector<Tried>{{A, 0s, A}, {A, 0s, B}}));
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(link->server(), b());
    EXPECT_EQ(probe.failures[0].reason, Reason::TransportLost);
    EXPECT_EQ(probe.failures[1].reason, Reason::ConnectFailed);
}

TEST_F(LinkSidesTest, TheSideOfTheLastSessionIsTheSameSideNow) {
    openCold();
    stopListening();
    peer.reset();
    clock.advance(20s);
    listenAgain();
    probe.failures.clear();
    stopListeningB();
    peerB.reset();
    clock.settle();
    EXPECT_EQ(steps(), (std::vector<Tried>{{B, 0s, B}, {B, 0s, A}}));
    EXPECT_EQ(link->server(), a());
}

TEST_F(LinkSidesTest, AServerThatSaysItGoesOffLineIsLeftForTheOtherSide) {
    openCold();
    peer.announceFailure(StatusCode::E_CTI_CTI_SERVER_OFFLINE);
    clock.settle();
    EXPECT_EQ(steps(), (std::vector<Tried>{{A, 0s, B}}));
    EXPECT_EQ(link->server(), b());
}

TEST_F(LinkSidesTest, AServerThatAnswersNoHeartbeatsIsLeftForTheOtherSide) {
    openCold();
    peer.answersHeartbeats = false;
    clock.advance(370s);
    EXPECT_EQ(steps(), (std::vector<Tried>{{A, 0s, B}}));
    EXPECT_EQ(link->server(), b());
    EXPECT_EQ(link->state(), LinkState::Open);
}

TEST_F(LinkSidesTest, ATcpConnectionThatDoesNotStandInFiveSecondsGivesWayToTheOtherSide) {
    network.setSilent(true);
    open();
    clock.advance(5s - 1ms);
    EXPECT_TRUE(probe.failures.empty());
    clock.advance(1ms);
    EXPECT_EQ(steps(), (std::vector<Tried>{{A, 0s, B}}));
    clock.settle();
    network.setSilent(false);
    EXPECT_EQ(link->state(), LinkState::Connecting);
    EXPECT_EQ(link->server(), b());
}

TEST_F(LinkSidesTest, TheOpenItselfHasItsThirtySecondsOnEitherSide) {
    peer.answersOpen = false;
    peerB.isStandby = false;
    open();
    clock.advance(30s - 1ms);
    EXPECT_EQ(link->state(), LinkState::Opening);
    clock.advance(1ms);
    EXPECT_EQ(steps(), (std::vector<Tried>{{A, 0s, B}}));
}

struct LinkStandbyRefusalTest : LinkSidesTest, ::testing::WithParamInterface<StatusCode> {};

TEST_P(LinkStandbyRefusalTest, SendsTheLinkToTheOtherSideAtOnceAndIsNoFailure) {
    peer.refusesOpenWith = GetParam();
    peerB.isStandby = options.usesStandby = false;
    options.attemptsAllowed = 1;
    open();
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(link->server(), b());
    EXPECT_EQ(clock.now(), 0s);
    EXPECT_TRUE(probe.failures.empty());
    EXPECT_EQ(peer.connections, 1);
}

TEST_P(LinkStandbyRefusalTest, OfBothSidesWaitsAndSaysSo) {
    peer.refusesOpenWith = peerB.refusesOpenWith = GetParam();
    open();
    clock.advance(14s);
    EXPECT_EQ(steps(), (std::vector<Tried>{{B, 0s, A}, {B, 15s, A}}));
    EXPECT_EQ(probe.failures[0].status, static_cast<std::uint32_t>(GetParam()));
    EXPECT_EQ(peer.connections, 2);
    EXPECT_EQ(peerB.connections, 2);
}

INSTANTIATE_TEST_SUITE_P(Codes, LinkStandbyRefusalTest,
                         ::testing::Values(StatusCode::E_CTI_CTI_SERVER_OFFLINE, StatusCode::E_CTI_SERVER_NOT_MASTER,
                                           StatusCode::E_CTI_INVALID_CLIENT_FOR_STANDBY,
                                           StatusCode::E_CTI_SERVER_IN_MAINTENANCE_MODE));

TEST_F(LinkSidesTest, AStandbyBelowVersion24IsLeftForTheActiveSideWhicheverIsNamedFirst) {
    setNewest(23);
    peer.isStandby = true;
    peerB.isStandby = false;
    open();
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(link->server(), b());
    EXPECT_EQ(link->version(), 23);
    EXPECT_TRUE(probe.failures.empty());
    clock.advance(1h);
    EXPECT_EQ(peer.connections, 3); // 25, 24, 23; and no second session
    EXPECT_EQ(link->standby(), std::nullopt);
}

TEST_F(LinkSidesTest, ARefusedVersionGoesDownOnTheSameSide) {
    setNewest(22);
    peerB.isStandby = false;
    open();
    EXPECT_EQ(link->server(), a());
    EXPECT_EQ(peer.versionsAsked(), (std::vector<Version>{25, 24, 23, 22}));
    EXPECT_EQ(peerB.connections, 0);
}

TEST_F(LinkSidesTest, WhatOneSideRefusesForGoodIsAskedOfTheOther) {
    peer.refusesOpenWith = StatusCode::E_CTI_INVALID_PASSWORD;
    peerB.isStandby = false;
    open();
    EXPECT_EQ(steps(), (std::vector<Tried>{{A, 0s, B}}));
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(link->server(), b());
}

TEST_F(LinkSidesTest, ASideThatTakesNoVersionLeavesTheOther) {
    peer.newest = 12;
    peerB.isStandby = options.usesStandby = false;
    open();
    EXPECT_EQ(steps(), (std::vector<Tried>{{A, 0s, B}}));
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(link->server(), b());
    EXPECT_EQ(link->version(), newestVersion);
}

TEST_F(LinkSidesTest, WhatBothSidesRefuseForGoodIsAskedNoMore) {
    peer.newest = 12;
    peerB.refusesOpenWith = StatusCode::E_CTI_INVALID_PASSWORD;
    open();
    EXPECT_EQ(steps(), (std::vector<Tried>{{A, 0s, B}, {B, -1ms, QString()}}));
    EXPECT_EQ(link->state(), LinkState::Closed);
    clock.advance(1h);
    EXPECT_EQ(peerB.connections, 1);
}

TEST_F(LinkSidesTest, ASideThatRefusesForGoodIsNotTheEndWhileTheOtherCannotBeReached) {
    openCold();
    peer.refusesOpenWith = StatusCode::E_CTI_INVALID_PASSWORD;
    stopListeningB();
    peer.reset();
    clock.advance(10min);
    EXPECT_EQ(link->state(), LinkState::Waiting);
    for (const LinkFailure& failure : probe.failures)
        EXPECT_FALSE(failure.isFinal());
    listenAgainB();
    clock.advance(2min);
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(link->server(), b());
}

TEST_F(LinkSidesTest, ARefusalOfLongAgoDoesNotCount) {
    peer.refusesOpenWith = StatusCode::E_CTI_INVALID_PASSWORD;
    stopListeningB();
    open();
    clock.advance(1min);
    peer.refusesOpenWith.reset();
    clock.advance(2min);
    ASSERT_EQ(link->server(), a());
    ASSERT_EQ(link->state(), LinkState::Open);
    clock.advance(20s);
    listenAgainB();
    peerB.isStandby = false;
    peerB.refusesOpenWith = StatusCode::E_CTI_INVALID_PASSWORD;
    stopListening();
    peer.reset();
    clock.advance(1min);
    EXPECT_EQ(link->state(), LinkState::Waiting);
}

TEST_F(LinkSidesTest, WhoIsEvictedWhileOpeningDoesNotGoToTheOtherSide) {
    peer.refusesOpenWith = StatusCode::E_CTI_NEW_SESSION_OPENED;
    open();
    EXPECT_EQ(link->state(), LinkState::Closed);
    EXPECT_EQ(peerB.connections, 0);
}

TEST_F(LinkSidesTest, WhatALimitOfTheOptionsHidIsTriedWhenTheLimitIsGone) {
    ForgetfulServerMemory memory;
    for (const Version limit : {Version(13), Version(24), newestVersion}) {
        Link fresh(clock, *transports, 4);
        fresh.setMemory(memory);
        options.highestVersion = limit;
        fresh.open(options, parameters);
        clock.settle();
        EXPECT_EQ(fresh.version(), limit);
    }
}

TEST_F(LinkSidesTest, AnEvictedClientDoesNotGoToTheOtherSide) {
    openWarm();
    peer.announceFailure(StatusCode::E_CTI_NEW_SESSION_OPENED);
    clock.advance(1h);
    EXPECT_EQ(link->state(), LinkState::Closed);
    EXPECT_EQ(peerB.count(MessageType::CLOSE_REQ), 1u); // the standby is not left behind
    EXPECT_EQ(peerB.connections, 1);
    EXPECT_FALSE(peerB.isConnected());
}

TEST_F(LinkSidesTest, TheGoodSideAndTheVersionsSurviveTheLink) {
    ForgetfulServerMemory memory;
    link->setMemory(memory);
    setNewest(23);
    peer.isStandby = true;
    peerB.isStandby = false;
    open();
    ASSERT_EQ(link->server(), b());
    EXPECT_EQ(memory.lastGoodSide(a(), b()), b());
    link.reset();
    peer.connections = 0;
    peerB.received.clear();

    Link again(clock, *transports, 4);
    again.setMemory(memory);
    std::swap(options.sides[0], options.sides[1]); // however they are named
    again.open(options, parameters);
    clock.settle();
    EXPECT_EQ(again.state(), LinkState::Open);
    EXPECT_EQ(again.server().host, B);
    EXPECT_EQ(peer.connections, 0);
    EXPECT_EQ(peerB.versionsAsked(), std::vector<Version>{23});
}

TEST_F(LinkSidesTest, GivesUpAfterTheAttemptsAllowed) {
    options.attemptsAllowed = 5;
    stopListening();
    stopListeningB();
    open();
    clock.advance(1h);
    ASSERT_EQ(probe.failures.size(), 5u);
    EXPECT_FALSE(probe.failures[3].isFinal());
    EXPECT_TRUE(probe.failures[4].isFinal());
    EXPECT_EQ(link->state(), LinkState::Closed);
}

TEST_F(LinkSidesTest, TheLossOfASessionIsNoAttemptAndASessionAllowsThemAnew) {
    options.attemptsAllowed = 2;
    openCold();
    for (int round = 0; round < 3; ++round) {
        stopListening();
        peer.reset();
        peerB.reset();
        clock.settle();
        ASSERT_EQ(link->state(), LinkState::Open) << round;
        listenAgain();
        clock.advance(20s);
    }
    stopListening();
    stopListeningB();
    peer.reset();
    peerB.reset();
    clock.advance(1h);
    EXPECT_EQ(link->state(), LinkState::Closed);
    EXPECT_TRUE(probe.failures.back().isFinal());
}

TEST_F(LinkSidesTest, RetryNowEndsAWaitAndGoesToTheSideThatIsNext) {
    stopListening();
    stopListeningB();
    open();
    clock.advance(10s);
    ASSERT_EQ(link->state(), LinkState::Waiting);
    EXPECT_EQ(link->nextTryIn(), 5s);
    listenAgain();
    link->retryNow();
    EXPECT_EQ(link->nextTryIn(), std::nullopt);
    clock.settle();
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(link->server(), a());
}

TEST_F(LinkSidesTest, TheSameServerTwiceIsOneSide) {
    options.sides[1] = options.sides[0];
    openAndExpectOpen();
    clock.advance(1min);
    EXPECT_EQ(peer.connections, 1);
    EXPECT_EQ(peer.last(MessageType::OPEN_REQ).number(Field::ServicesRequested), parameters.services);
}

TEST_F(LinkSidesTest, WithoutAnyServerItFailsAndSaysSo) {
    options.sides.clear();
    open();
    ASSERT_FALSE(probe.failures.empty());
    EXPECT_EQ(probe.failures[0].reason, Reason::ConnectFailed);
}

TEST_F(LinkSidesTest, TheSideInUseOrTriedIsKnown) {
    stopListening();
    peerB.isStandby = false;
    link->open(options, parameters);
    EXPECT_EQ(link->server(), a());
    clock.settle();
    EXPECT_EQ(link->server(), b());
}

} // namespace
} // namespace callwright
