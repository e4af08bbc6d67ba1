#include "tests/unit/connection/sides_fixture.h"

#include <map>
#include <random>

namespace callwright {
namespace {

using namespace protocol;
using namespace std::chrono_literals;

/// A link on a bad network with one or two moody sides, for three thousand steps that the seed decides.
struct LinkRandomTest : SidesFixture, ::testing::WithParamInterface<unsigned> {
    LinkRandomTest() {
        if (GetParam() % 3 == 0)
            options.sides.pop_back();
        setNewest(GetParam() % 3 == 1 ? 13 + roll(11) : 24 + roll(2)); // without and with a standby
        QObject::connect(link.get(), &Link::opened, &probe, [this] {
            EXPECT_EQ(link->state(), LinkState::Open);
            ++openings;
        });
        QObject::connect(link.get(), &Link::event, &probe, [this] { EXPECT_EQ(link->state(), LinkState::Open); });
        QObject::connect(link.get(), &Link::standbyChanged, &probe, [this](bool isReady) {
            EXPECT_NE(isReady, isStandbyReady);
            EXPECT_EQ(isReady, link->standby().has_value());
            isStandbyReady = isReady;
            takeovers += isReady ? 0 : 1;
        });
        QObject::connect(link.get(), &Link::failed, &probe,
                         [this](const LinkFailure& failure) { EXPECT_EQ(failure.isFinal(), !failure.next); });
    }

    int roll(int sides) { return static_cast<int>(random() % static_cast<unsigned>(sides)); }
    testing::FakePeer& anySide() { return roll(2) == 0 ? peer : peerB; }

    void request() {
        const bool isOpen = link->state() == LinkState::Open;
        const auto sent =
            link->request(link->message(MessageType::AGENT_DESK_SETTINGS_REQ), [this](const Reply& reply) {
                ++outcomes[reply.invokeId];
                ++kinds[reply.outcome];
                if (roll(20) == 0)
                    link->close();
            });
        EXPECT_EQ(sent.has_value(), isOpen);
        if (sent) {
            EXPECT_TRUE(outcomes.emplace(*sent, 0).second) << "InvokeID used twice";
        }
    }

    void answerSomething(testing::FakePeer& side) {
        for (auto frame = side.received.rbegin(); frame != side.received.rend(); ++frame) {
            if (frame->type() != MessageType::AGENT_DESK_SETTINGS_REQ)
                continue;
            if (roll(3) == 0)
                side.failControl(*frame, ControlFailureCode::CF_GENERIC_OPERATION, 1);
            else
                side.confirm(*frame); // now and then one that was answered already, or is of another session
            if (roll(2) == 0)
                return;
        }
    }

    void disturb(testing::FakePeer& side) {
        switch (roll(8)) {
        case 0:
            return side.reset();
        case 1:
            return network.cutAll();
        case 2:
            return network.setSilent(true);
        case 3:
            return link->close();
        case 4:
            return side.announceFailure(StatusCode::E_CTI_CTI_SERVER_OFFLINE);
        case 5:
            return side.announceFailure(StatusCode::E_CTI_NEW_SESSION_OPENED);
        case 6:
            side.answersHeartbeats = false;
            return;
        default:
            side.answersOpen = false;
            return;
        }
    }

    /// What a system of two sides does, in order and out of it.
    void changeSides() {
        testing::FakePeer& side = anySide();
        switch (roll(6)) {
        case 0:
            side.isStandby = !side.isStandby;
            return;
        case 1:
            return side.askForMaintenance(static_cast<std::uint32_t>(roll(100)));
        case 2:
            return side.decideOnMaintenance(roll(2) == 0);
        case 3:
            side.hangsUpOnStopping = !side.hangsUpOnStopping;
            return;
        default:
            (&side == &peer ? peerB : peer).isStandby = true;
            return side.becomeActive();
        }
    }

    void calmDown() {
        network.setSilent(false);
        peer.answersHeartbeats = peerB.answersHeartbeats = true;
        peer.answersOpen = peerB.answersOpen = true;
        if (options.sides.size() == 1 || peer.isStandby == peerB.isStandby)
            peer.isStandby = false;
        link->retryNow();
        link->open(options, parameters);
    }

    void step() {
        const int what = roll(21);
        if (what < 8)
            request();
        else if (what < 14)
            answerSomething(anySide());
        else if (what < 17)
            anySide().systemEvent(1);
        else if (what < 19)
            calmDown();
        else if (what < 20)
            disturb(anySide());
        else
            changeSides();
        if (link->standby()) {
            EXPECT_FALSE(link->state() == LinkState::Open && link->server() == *link->standby());
        }
    }

    /// Answers for other sessions looked like refusals of versions: nothing of that may outlive the memory of it.
    void expectAsGoodAsNew() {
        link->close();
        clock.advance(1min);
        link->setMemory(fresh);
        link->open(options, parameters);
        clock.advance(1min);
        EXPECT_EQ(link->state(), LinkState::Open);
        EXPECT_EQ(isStandbyReady, options.sides.size() == 2 && peer.newest >= 24 && peer.isStandby != peerB.isStandby);
    }

    std::mt19937 random{GetParam()};
    std::map<std::uint32_t, int> outcomes;
    std::map<Reply::Outcome, int> kinds;
    ForgetfulServerMemory fresh;
    bool isStandbyReady = false;
    int openings = 0;
    int takeovers = 0;
};

TEST_P(LinkRandomTest, EveryRequestHasExactlyOneOutcomeAndTheLinkComesBackAndCloses) {
    network.setSplitting(true);
    network.setLatency(1ms, 400ms);
    link->open(options, parameters);
    for (int i = 0; i < 3000; ++i) {
        step();
        clock.advance(Milliseconds(roll(4) == 0 ? roll(30'000) : roll(300)));
    }
    calmDown();
    clock.advance(10min);
    calmDown(); // it may have been evicted by what was still under way
    clock.advance(10min);
    EXPECT_EQ(link->state(), LinkState::Open);
    expectAsGoodAsNew();
    link->close();
    clock.advance(1min);
    EXPECT_EQ(link->state(), LinkState::Closed);
    EXPECT_FALSE(isStandbyReady);
    EXPECT_FALSE(peer.isConnected());
    EXPECT_FALSE(peerB.isConnected());
    EXPECT_GT(outcomes.size(), 200u);
    EXPECT_GT(openings, 5);
    EXPECT_EQ(takeovers > 0, options.sides.size() == 2 && peer.newest >= 24);
    for (const auto kind : {Reply::Outcome::Confirmed, Reply::Outcome::ControlFailure, Reply::Outcome::TimedOut,
                            Reply::Outcome::LinkLost})
        EXPECT_GT(kinds[kind], 0) << testing::nameOf(kind);
    for (const auto& [id, count] : outcomes)
        EXPECT_EQ(count, 1) << "InvokeID " << id;
}

INSTANTIATE_TEST_SUITE_P(Seeds, LinkRandomTest, ::testing::Range(1u, 73u));

} // namespace
} // namespace callwright
