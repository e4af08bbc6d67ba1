#include "tests/unit/connection/sides_fixture.h"

namespace callwright {
namespace {

using namespace protocol;
using namespace std::chrono_literals;
using Words = std::vector<std::string>;

constexpr std::uint32_t standbyBit = ServicesRequested::CTI_SERVICE_ACTIVE_STANDBY;

struct LinkStandbyTest : SidesFixture {
    std::uint32_t askedServices(testing::FakePeer& side) const {
        return side.last(MessageType::OPEN_REQ).number(Field::ServicesRequested);
    }
};

TEST_F(LinkStandbyTest, ASecondSessionIsOpenedOnTheOtherSideSilently) {
    open();
    EXPECT_EQ(probe.words, (Words{"state Connecting", "state Opening", "state Open", "opened", "standby ready"}));
    EXPECT_EQ(link->server(), a());
    EXPECT_EQ(link->standby(), b());
    EXPECT_EQ(askedServices(peer), parameters.services | standbyBit);
    EXPECT_EQ(askedServices(peerB), parameters.services | standbyBit);
    EXPECT_NE(peer.last(MessageType::OPEN_REQ).invokeId(), peerB.last(MessageType::OPEN_REQ).invokeId());
}

TEST_F(LinkStandbyTest, WhichIsTheStandbyTheServerSays) {
    peer.isStandby = true;
    peerB.isStandby = false;
    open();
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(link->server(), b());
    EXPECT_EQ(link->standby(), a());
    EXPECT_EQ(peer.connections, 1); // the session with A stayed
    EXPECT_EQ(probe.count("opened"), 1u);
    EXPECT_TRUE(probe.failures.empty());
}

TEST_F(LinkStandbyTest, WorksAtVersion24AndNotBelow) {
    for (const Version version : {Version(24), Version(23)}) {
        setNewest(version);
        peerB.connections = 0;
        Link fresh(clock, *transports, 1);
        fresh.open(options, parameters);
        clock.advance(10min);
        EXPECT_EQ(fresh.state(), LinkState::Open);
        EXPECT_EQ(fresh.standby().has_value(), version == 24);
        EXPECT_EQ(askedServices(peer), parameters.services | (version == 24 ? standbyBit : 0));
        EXPECT_EQ(peerB.connections, version == 24 ? 2 : 0); // 25 is refused first
    }
}

TEST_F(LinkStandbyTest, ASideBelow24HasNoStandby) {
    peerB.newest = 23;
    openAndExpectOpen();
    clock.advance(1h);
    EXPECT_EQ(peerB.versionsAsked(), (std::vector<Version>{25, 24}));
    EXPECT_EQ(link->standby(), std::nullopt);
    EXPECT_TRUE(probe.failures.empty());
}

TEST_F(LinkStandbyTest, NotGrantedOrNotWantedThereIsNoSecondConnection) {
    peer.grants = ~standbyBit;
    open();
    clock.advance(1h);
    EXPECT_EQ(peerB.connections, 0);
    link->close();
    clock.settle();
    peer.grants = ~0U;
    options.usesStandby = false;
    open();
    clock.advance(1h);
    EXPECT_EQ(peerB.connections, 0);
    EXPECT_EQ(askedServices(peer), parameters.services);
}

TEST_F(LinkStandbyTest, RefusedForGoodItIsNotAskedAgainUntilAnotherSessionIsActive) {
    peerB.refusesOpenWith = StatusCode::E_CTI_INVALID_CLIENT_FOR_STANDBY;
    openAndExpectOpen();
    clock.advance(1h);
    EXPECT_EQ(peerB.connections, 1);
    EXPECT_TRUE(probe.words.empty() || !probe.said("standby ready"));
    EXPECT_TRUE(probe.failures.empty());
    peerB.refusesOpenWith.reset();
    peer.reset();
    clock.settle();
    EXPECT_EQ(link->server(), a());
    EXPECT_EQ(link->standby(), b());
}

TEST_F(LinkStandbyTest, ASideThatIsOffLineIsTriedByTheGuidesWaitsWithoutDisturbing) {
    stopListeningB();
    openAndExpectOpen();
    clock.advance(104s);
    listenAgainB();
    EXPECT_EQ(peerB.connections, 0);
    clock.advance(1s); // 0 + 0 + 15 + 30 + 60
    EXPECT_EQ(link->standby(), b());
    EXPECT_EQ(probe.words, (Words{"heartbeat", "standby ready"}));
}

TEST_F(LinkStandbyTest, TheStandbyGetsOnlyWhatItMayGet) {
    openWarm();
    probe.ask(*link);
    clock.advance(10min);
    for (const auto& frame : peerB.received)
        EXPECT_TRUE(frame.type() == MessageType::OPEN_REQ || frame.type() == MessageType::HEARTBEAT_REQ);
    EXPECT_GE(peerB.count(MessageType::HEARTBEAT_REQ), 6u);
    link->close();
    clock.settle();
    EXPECT_EQ(peerB.count(MessageType::CLOSE_REQ), 1u);
    EXPECT_EQ(peer.count(MessageType::CLOSE_REQ), 1u);
    EXPECT_EQ(probe.count("closed"), 1u);
    EXPECT_EQ(link->standby(), std::nullopt);
}

TEST_F(LinkStandbyTest, WhatTheStandbySaysBesidesIsNotForTheLayerAbove) {
    openWarm();
    peerB.systemEvent(9);
    peerB.announceFailure(StatusCode::E_CTI_NAMED_VARIABLE_NOT_CONFIGURED);
    peerB.confirm(MessageType::AGENT_DESK_SETTINGS_CONF, probe.ask(*link));
    clock.settle();
    EXPECT_TRUE(probe.words.empty());
    EXPECT_TRUE(probe.replies.empty());
}

TEST_F(LinkStandbyTest, ALostStandbyComesBackSilently) {
    openWarm();
    peerB.reset();
    clock.settle();
    EXPECT_EQ(probe.words, (Words{"standby gone", "standby ready"}));
    EXPECT_EQ(peerB.connections, 2);
    EXPECT_EQ(peer.connections, 1);
    EXPECT_EQ(link->state(), LinkState::Open);
}

TEST_F(LinkStandbyTest, AStandbyThatAnswersNoHeartbeatsIsReplaced) {
    openWarm();
    peerB.answersHeartbeats = false;
    clock.advance(370s);
    EXPECT_EQ(peerB.connections, 2);
    EXPECT_TRUE(probe.misses.empty());
    EXPECT_TRUE(probe.failures.empty());
}

TEST_F(LinkStandbyTest, OfTwoThatAreActiveTheFirstIsKept) {
    peerB.isStandby = false;
    openAndExpectOpen();
    EXPECT_EQ(link->server(), a());
    EXPECT_EQ(link->standby(), std::nullopt);
    clock.settle();
    EXPECT_EQ(peerB.count(MessageType::CLOSE_REQ), 2u);    // at once, and after the random wait, here of 0 s
    EXPECT_EQ(peer.count(MessageType::HEARTBEAT_REQ), 2u); // one of the two sides errs: is A still there?
    clock.advance(14s);
    EXPECT_EQ(peerB.connections, 2);
    peerB.isStandby = true;
    clock.advance(20s);
    EXPECT_EQ(link->standby(), b());
    EXPECT_EQ(link->server(), a());
    EXPECT_TRUE(probe.failures.empty());
}

TEST_F(LinkStandbyTest, AServerThatDoesNotSayWhatItsSessionIsIsTheActiveOneAndGetsNoSecond) {
    peer.activeType = peerB.activeType = SessionType::SESSION_TYPE_UNKNOWN;
    peerB.isStandby = false;
    openAndExpectOpen();
    clock.advance(1h);
    EXPECT_EQ(link->server(), a());
    EXPECT_EQ(peerB.connections, 1);
    EXPECT_FALSE(peerB.isConnected());
}

TEST_F(LinkStandbyTest, WhenTheActiveIsLostTheStandbyTakesOver) {
    openWarm();
    const auto id = probe.ask(*link);
    stopListening();
    peer.reset();
    clock.advance(2s);
    EXPECT_NE(link->state(), LinkState::Open);
    EXPECT_EQ(link->standby(), b());
    peerB.becomeActive();
    peerB.systemEvent(7);
    clock.settle();
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(link->server(), b());
    EXPECT_EQ(link->standby(), std::nullopt);
    EXPECT_EQ(peerB.connections, 1);
    EXPECT_EQ(probe.words.front(), "reply " + std::to_string(id) + " LinkLost");
    EXPECT_LT(probe.indexOf("failed TransportLost"), probe.indexOf("opened"));
    EXPECT_LT(probe.indexOf("state Open"), probe.indexOf("opened"));
    EXPECT_LT(probe.indexOf("opened"), probe.indexOf("event 277"));
    EXPECT_LT(probe.indexOf("opened"), probe.indexOf("event 31"));
    EXPECT_EQ(probe.count("opened"), 1u);

    probe.ask(*link);
    clock.settle();
    EXPECT_EQ(peerB.count(MessageType::AGENT_DESK_SETTINGS_REQ), 1u);
}

TEST_F(LinkStandbyTest, AStandbyThatBecomesActiveUnannouncedMeansThatTheActiveSideIsLost) {
    openWarm();
    stopListening();
    const auto id = probe.ask(*link);
    clock.settle();
    peerB.becomeActive(); // nothing has been noticed of A: half-open TCP
    clock.settle();
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(link->server(), b());
    EXPECT_EQ(probe.words.front(), "reply " + std::to_string(id) + " LinkLost");
    EXPECT_LT(probe.indexOf("failed TransportLost"), probe.indexOf("opened"));
    EXPECT_EQ(probe.count("opened"), 1u);
    ASSERT_EQ(probe.failures.size(), 1u);
    EXPECT_EQ(probe.failures[0].server, a());
    EXPECT_EQ(probe.failures[0].retryIn, 0s);
    EXPECT_EQ(probe.failures[0].next, b());
    EXPECT_EQ(peer.count(MessageType::STOPPING_REQUESTS_TO_THIS_SIDE_IND), 0u);
    EXPECT_EQ(peerB.connections, 1);
    peer.confirm(MessageType::AGENT_DESK_SETTINGS_CONF, id); // too late, and from a side that is left
    listenAgain();
    peer.isStandby = true;
    clock.advance(20s);
    EXPECT_EQ(probe.replies.size(), 1u);
    EXPECT_EQ(link->standby(), a());
}

TEST_F(LinkStandbyTest, AMaintenanceThatWasCancelledAnnouncesNothing) {
    openWarm();
    peer.askForMaintenance(1);
    peer.decideOnMaintenance(true);
    peer.decideOnMaintenance(false);
    clock.settle();
    peerB.becomeActive();
    clock.settle();
    EXPECT_EQ(link->server(), b());
    EXPECT_TRUE(probe.said("failed TransportLost"));
}

TEST_F(LinkStandbyTest, WhoClosesInTheLossOfAnUnannouncedTakeoverIsClosed) {
    openWarm();
    QObject::connect(link.get(), &Link::failed, link.get(), &Link::close);
    peerB.becomeActive();
    clock.advance(10s);
    EXPECT_EQ(link->state(), LinkState::Closed);
    EXPECT_EQ(probe.count("opened"), 0u);
    EXPECT_FALSE(peerB.isConnected());
}

TEST_F(LinkStandbyTest, TheTakeoverHandsUpTheOpenConfOfItsSession) {
    peerB.grants = ServicesRequested::CTI_SERVICE_CLIENT_EVENTS | standbyBit;
    openWarm();
    std::uint32_t granted = 0;
    QObject::connect(link.get(), &Link::opened, &probe,
                     [&](const MessageView& openConf) { granted = openConf.number(Field::ServicesGranted, 0); });
    peer.reset();
    peerB.becomeActive();
    stopListening();
    clock.settle();
    EXPECT_EQ(granted, peerB.grants);
    EXPECT_EQ(link->servicesGranted(), peerB.grants);
}

TEST_F(LinkStandbyTest, TheNewActiveMayHaveAnotherVersion) {
    peerB.newest = 24;
    openWarm();
    EXPECT_EQ(link->version(), 25);
    stopListening();
    peer.reset();
    peerB.becomeActive();
    clock.settle();
    EXPECT_EQ(link->version(), 24);
    probe.ask(*link);
    clock.settle();
    peerB.confirm(peerB.last(MessageType::AGENT_DESK_SETTINGS_REQ));
    clock.settle();
    EXPECT_EQ(probe.replies.back().outcome, Reply::Outcome::Confirmed);
}

TEST_F(LinkStandbyTest, TheLostSideBecomesTheStandbyWhenItIsBack) {
    openWarm();
    stopListening();
    peer.reset();
    peerB.becomeActive();
    clock.settle();
    ASSERT_EQ(link->server(), b());
    listenAgain();
    peer.isStandby = true;
    clock.advance(15s);
    EXPECT_EQ(link->standby(), a());
    EXPECT_EQ(link->server(), b());
    clock.advance(20s);
    peerB.reset(); // and back again
    peer.becomeActive();
    clock.settle();
    EXPECT_EQ(link->server(), a());
    EXPECT_EQ(link->state(), LinkState::Open);
}

TEST_F(LinkStandbyTest, ALostConnectionToAServerThatIsStillActiveIsMadeAnewAndTheStandbyStays) {
    openWarm();
    peer.reset();
    clock.settle();
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(link->server(), a());
    EXPECT_EQ(link->standby(), b());
    EXPECT_EQ(peerB.connections, 1);
    ASSERT_EQ(probe.failures.size(), 1u);
    EXPECT_EQ(probe.failures[0].next, a());
}

TEST_F(LinkStandbyTest, AStandbyThatDoesNotBecomeActiveIsTriedLikeAnyOtherSide) {
    openWarm();
    stopListening();
    peer.reset();
    clock.advance(10s - 1ms);
    EXPECT_EQ(peerB.connections, 1);
    EXPECT_EQ(link->standby(), b());
    peerB.isStandby = false; // it is active, but did not say so
    clock.advance(1ms);
    clock.settle();
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(link->server(), b());
    EXPECT_EQ(peerB.connections, 2);
    EXPECT_EQ(peerB.count(MessageType::CLOSE_REQ), 1u);
}

TEST_F(LinkStandbyTest, WithNoSideActiveBothStandByUntilOneTakesOver) {
    peer.isStandby = true;
    open();
    EXPECT_EQ(link->state(), LinkState::Waiting);
    ASSERT_EQ(probe.failures.size(), 1u);
    EXPECT_EQ(probe.failures[0].status, static_cast<std::uint32_t>(StatusCode::E_CTI_SERVER_NOT_MASTER));
    EXPECT_EQ(probe.failures[0].retryIn, 10s);
    clock.advance(5s);
    peerB.becomeActive();
    clock.settle();
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(link->server(), b());
    EXPECT_EQ(link->standby(), a());
    EXPECT_EQ(peer.connections, 1);
    EXPECT_EQ(peerB.connections, 1);
    probe.ask(*link);
    clock.settle();
    EXPECT_EQ(peerB.count(MessageType::AGENT_DESK_SETTINGS_REQ), 1u);
    EXPECT_EQ(peerB.count(MessageType::CLOSE_REQ), 0u);
}

TEST_F(LinkStandbyTest, WithNoSideActiveForLongItGoesOnTrying) {
    peer.isStandby = true;
    open();
    clock.advance(10min);
    EXPECT_GT(peer.connections + peerB.connections, 4);
    EXPECT_LT(peer.connections + peerB.connections, 130);
    peer.isStandby = false;
    clock.advance(2min);
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(link->server(), a());
}

TEST_F(LinkStandbyTest, ASideThatOnlyStandsByDoesNotKeepTheOtherFromBeingTried) {
    openWarm();
    stopListening();
    stopListeningB();
    network.cutAll();
    clock.advance(10min); // to the longest waits
    peer.isStandby = true;
    listenAgain();
    clock.advance(3min);
    ASSERT_EQ(link->standby(), a());
    peerB.isStandby = false;
    listenAgainB();
    clock.advance(2min);
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(link->server(), b());
}

TEST_F(LinkStandbyTest, AnEvictionOnTheStandbySideLeavesTheActiveOne) {
    openWarm();
    peerB.announceFailure(StatusCode::E_CTI_NEW_SESSION_OPENED);
    clock.advance(1h);
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(peerB.connections, 1);
    EXPECT_TRUE(probe.failures.empty());
}

TEST_F(LinkStandbyTest, BothSidesLostAtOnceGoesOnCold) {
    openWarm();
    stopListening();
    network.cutAll();
    peerB.isStandby = false;
    clock.settle();
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(link->server(), b());
    EXPECT_EQ(probe.count("standby gone"), 1u);
}

TEST_F(LinkStandbyTest, ClosesFromEveryPhaseOfTheTakeover) {
    for (const auto when : {0ms, 1ms, 9999ms, 10000ms, 10001ms}) {
        Link fresh(clock, *transports, 1);
        testing::LinkProbe freshProbe(fresh);
        listener->close();
        listenAgain();
        fresh.open(options, parameters);
        clock.advance(20s);
        ASSERT_TRUE(fresh.standby()) << when.count();
        stopListening();
        peer.reset();
        clock.advance(when);
        fresh.close();
        clock.advance(1min);
        EXPECT_EQ(fresh.state(), LinkState::Closed);
        EXPECT_EQ(freshProbe.count("closed"), 1u);
        EXPECT_FALSE(peerB.isConnected());
    }
}

} // namespace
} // namespace callwright
