#include "tests/unit/connection/link_fixture.h"

#include <map>
#include <random>

namespace callwright {
namespace {

using namespace protocol;
using namespace std::chrono_literals;

/// A link on a bad network with a moody server, for three thousand steps that the seed decides.
struct LinkRandomTest : LinkFixture, ::testing::WithParamInterface<unsigned> {
    int roll(int sides) { return static_cast<int>(random() % static_cast<unsigned>(sides)); }

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

    void answerSomething() {
        for (auto frame = peer.received.rbegin(); frame != peer.received.rend(); ++frame) {
            if (frame->type() != MessageType::AGENT_DESK_SETTINGS_REQ)
                continue;
            if (roll(3) == 0)
                peer.failControl(*frame, ControlFailureCode::CF_GENERIC_OPERATION, 1);
            else
                peer.confirm(*frame); // now and then one that was answered already, or is of another session
            if (roll(2) == 0)
                return;
        }
    }

    void disturb() {
        switch (roll(8)) {
        case 0:
            return peer.reset();
        case 1:
            return network.cutAll();
        case 2:
            return network.setSilent(true);
        case 3:
            return link->close();
        case 4:
            return peer.announceFailure(StatusCode::E_CTI_CTI_SERVER_OFFLINE);
        case 5:
            return peer.announceFailure(StatusCode::E_CTI_NEW_SESSION_OPENED);
        case 6:
            peer.answersHeartbeats = false;
            return;
        default:
            peer.answersOpen = false;
            return;
        }
    }

    void calmDown() {
        network.setSilent(false);
        peer.answersHeartbeats = true;
        peer.answersOpen = true;
        link->retryNow();
        link->open(options, parameters);
    }

    void step() {
        const int what = roll(20);
        if (what < 8)
            request();
        else if (what < 14)
            answerSomething();
        else if (what < 17)
            peer.systemEvent(1);
        else if (what < 19)
            calmDown();
        else
            disturb();
    }

    std::mt19937 random{GetParam()};
    std::map<std::uint32_t, int> outcomes;
    std::map<Reply::Outcome, int> kinds;
};

TEST_P(LinkRandomTest, EveryRequestHasExactlyOneOutcomeWheneverTheLinkCloses) {
    network.setSplitting(true);
    network.setLatency(1ms, 400ms);
    peer.newest = 13 + roll(13);
    link->open(options, parameters);
    for (int i = 0; i < 3000; ++i) {
        step();
        clock.advance(Milliseconds(roll(4) == 0 ? roll(30'000) : roll(300)));
    }
    link->close();
    clock.advance(1min);
    EXPECT_EQ(link->state(), LinkState::Closed);
    EXPECT_GT(outcomes.size(), 200u);
    for (const auto kind : {Reply::Outcome::Confirmed, Reply::Outcome::ControlFailure, Reply::Outcome::TimedOut,
                            Reply::Outcome::LinkLost})
        EXPECT_GT(kinds[kind], 0) << testing::nameOf(kind);
    for (const auto& [id, count] : outcomes)
        EXPECT_EQ(count, 1) << "InvokeID " << id;
}

INSTANTIATE_TEST_SUITE_P(Seeds, LinkRandomTest, ::testing::Range(1u, 25u));

} // namespace
} // namespace callwright
