#include "tests/unit/connection/sides_fixture.h"

namespace callwright {
namespace {

using namespace protocol;
using namespace std::chrono_literals;
using Words = std::vector<std::string>;

/// A planned change of sides (CTI Server guide v25, PG and CTI Server Graceful Shutdown).
struct LinkMaintenanceTest : SidesFixture {
    std::uint32_t accepted(testing::FakePeer& side) const {
        return side.last(MessageType::ACTIVE_MAINTENANCE_RESP_MSG).number(Field::MaintenanceModeAccepted);
    }
};

TEST_F(LinkMaintenanceTest, IsAcceptedWhenAStandbyStands) {
    openWarm();
    peer.askForMaintenance(4711);
    clock.settle();
    EXPECT_EQ(peer.last(MessageType::ACTIVE_MAINTENANCE_RESP_MSG).invokeId(), 4711u);
    EXPECT_EQ(accepted(peer), 1u);
    EXPECT_EQ(probe.words, Words{"event 278"});
}

TEST_F(LinkMaintenanceTest, IsRefusedWithoutAStandby) {
    stopListeningB();
    openAndExpectOpen();
    peer.askForMaintenance(1);
    clock.settle();
    EXPECT_EQ(accepted(peer), 0u);
}

TEST_F(LinkMaintenanceTest, CancelledItChangesNothing) {
    openWarm();
    peer.askForMaintenance(1);
    peer.decideOnMaintenance(false);
    clock.advance(1h);
    EXPECT_EQ(link->server(), a());
    EXPECT_EQ(link->standby(), b());
    EXPECT_EQ(peer.count(MessageType::STOPPING_REQUESTS_TO_THIS_SIDE_IND), 0u);
    EXPECT_TRUE(probe.failures.empty());
}

struct LinkHandOverTest : LinkMaintenanceTest {
    void handOver() {
        peer.askForMaintenance(1);
        peer.decideOnMaintenance(true);
        clock.settle();
        probe.words.clear();
        peerB.becomeActive();
        peer.isStandby = true;
        clock.settle();
    }
};

TEST_F(LinkHandOverTest, RequestsMoveAndNothingFails) {
    openWarm();
    stopListening();
    handOver();
    EXPECT_EQ(link->server(), b());
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(probe.words, (Words{"opened", "standby gone", "event 277"}));
    EXPECT_EQ(peer.count(MessageType::STOPPING_REQUESTS_TO_THIS_SIDE_IND), 1u);
    EXPECT_FALSE(peer.isConnected()); // the server closed it, and that is no failure
    EXPECT_TRUE(probe.failures.empty());
    probe.ask(*link);
    clock.settle();
    EXPECT_EQ(peerB.count(MessageType::AGENT_DESK_SETTINGS_REQ), 1u);
    EXPECT_EQ(peer.count(MessageType::AGENT_DESK_SETTINGS_REQ), 0u);
}

TEST_F(LinkHandOverTest, TheOldSideIsTheStandbyOnceItIsBack) {
    openWarm();
    handOver();
    EXPECT_EQ(link->standby(), a());
    EXPECT_EQ(peer.connections, 2);
    EXPECT_TRUE(probe.failures.empty());
}

TEST_F(LinkHandOverTest, AnswersStillComeFromTheOldSideUntilItCloses) {
    openWarm();
    peer.hangsUpOnStopping = false;
    const auto first = probe.ask(*link);
    const auto second = probe.ask(*link);
    clock.settle();
    handOver();
    EXPECT_TRUE(probe.replies.empty());
    peer.systemEvent(3);                                          // nothing else is wanted from there
    peerB.confirm(MessageType::AGENT_DESK_SETTINGS_CONF, second); // nor an answer from where nothing was asked
    peer.confirm(MessageType::AGENT_DESK_SETTINGS_CONF, first);
    clock.settle();
    ASSERT_EQ(probe.replies.size(), 1u);
    EXPECT_EQ(probe.replies[0].invokeId, first);
    EXPECT_EQ(probe.replies[0].outcome, Reply::Outcome::Confirmed);
    EXPECT_TRUE(probe.systemEvents.empty());
    peer.hangUp();
    clock.settle();
    ASSERT_EQ(probe.replies.size(), 2u);
    EXPECT_EQ(probe.replies[1].outcome, Reply::Outcome::LinkLost);
    EXPECT_TRUE(probe.failures.empty());
    EXPECT_EQ(link->state(), LinkState::Open);
}

TEST_F(LinkHandOverTest, AnOldSideThatDoesNotCloseIsClosed) {
    openWarm();
    peer.hangsUpOnStopping = false;
    handOver();
    clock.advance(15s);
    EXPECT_EQ(peer.count(MessageType::CLOSE_REQ), 1u);
    clock.advance(5s);
    EXPECT_EQ(link->standby(), a());
    EXPECT_TRUE(probe.failures.empty());
}

TEST_F(LinkHandOverTest, TheNewSideLostBeforeTheOldOneClosedGoesOnCold) {
    openWarm();
    peer.hangsUpOnStopping = false;
    const auto id = probe.ask(*link);
    handOver();
    peer.isStandby = false;
    stopListeningB();
    peerB.reset();
    clock.advance(1s);
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(link->server(), a());
    EXPECT_EQ(probe.count("reply " + std::to_string(id) + " LinkLost"), 1u);
    EXPECT_FALSE(probe.failures.empty());
}

TEST_F(LinkHandOverTest, AnActiveSideThatClosesForMaintenanceBeforeTheOtherTookOverIsALoss) {
    openWarm();
    stopListening();
    peer.announceFailure(StatusCode::E_CTI_SERVER_IN_MAINTENANCE_MODE);
    peer.hangUp();
    clock.settle();
    peerB.becomeActive();
    clock.settle();
    EXPECT_EQ(link->server(), b());
    EXPECT_EQ(probe.failures.front().reason, LinkFailure::Reason::ServerClosed);
}

TEST_F(LinkHandOverTest, StandbyActiveOfTheActiveSideIsJustAnEvent) {
    openWarm();
    peer.send(peer.message(MessageType::STANDBY_ACTIVE_EVENT_MSG));
    clock.settle();
    EXPECT_EQ(probe.words, Words{"event 277"});
    EXPECT_EQ(link->server(), a());
}

} // namespace
} // namespace callwright
