#include "cil/transport/transport.h"
#include "tests/unit/connection/sides_fixture.h"

namespace callwright {
namespace {

using namespace protocol;
using namespace std::chrono_literals;

/// What is lost, how, and in which phase of the link.
enum class Phase { Connecting, Opening, Open, Waiting, Closing };
enum class Loss { ResetA, ResetB, CutAll, HangUpA, HangUpB };

std::string nameOf(Phase phase) {
    return std::array{"Connecting", "Opening", "Open", "Waiting", "Closing"}[static_cast<std::size_t>(phase)];
}
std::string nameOf(Loss loss) {
    return std::array{"ResetA", "ResetB", "CutAll", "HangUpA", "HangUpB"}[static_cast<std::size_t>(loss)];
}

using Case = std::tuple<Phase, Loss, bool>;

struct LinkLossTest : SidesFixture, ::testing::WithParamInterface<Case> {
    void reach(Phase phase) {
        network.setLatency(10ms, 10ms);
        if (phase == Phase::Opening)
            peer.answersOpen = false;
        if (phase == Phase::Waiting) {
            stopListening();
            stopListeningB();
        }
        link->open(options, parameters);
        if (phase != Phase::Connecting)
            clock.advance(phase == Phase::Waiting ? 5s : 1s);
        if (phase == Phase::Closing) {
            peer.answersClose = peerB.answersClose = false;
            link->close();
            clock.advance(1s);
        }
    }
    void lose(Loss loss) {
        switch (loss) {
        case Loss::ResetA:
            return peer.reset();
        case Loss::ResetB:
            return peerB.reset();
        case Loss::CutAll:
            return network.cutAll();
        case Loss::HangUpA:
            return peer.hangUp();
        case Loss::HangUpB:
            return peerB.hangUp();
        }
    }
};

TEST_P(LinkLossTest, IsOvercomeAndEveryRequestHasItsOutcome) {
    const auto [phase, loss, usesStandby] = GetParam();
    options.usesStandby = usesStandby;
    peerB.isStandby = usesStandby;
    reach(phase);
    if (link->state() == LinkState::Open)
        probe.ask(*link);
    const std::size_t asked = link->state() == LinkState::Open ? 1 : 0;
    EXPECT_EQ(asked == 1, phase == Phase::Open);
    lose(loss);
    clock.advance(1s);
    peer.answersOpen = true;
    if (phase == Phase::Waiting) {
        listenAgain();
        listenAgainB();
    }
    clock.advance(1min);
    EXPECT_EQ(probe.replies.size(), asked);
    EXPECT_EQ(link->state(), phase == Phase::Closing ? LinkState::Closed : LinkState::Open);
    EXPECT_EQ(link->standby().has_value(), usesStandby && phase != Phase::Closing);
    EXPECT_EQ(probe.count("closed"), phase == Phase::Closing ? 1u : 0u);
    for (const LinkFailure& failure : probe.failures)
        EXPECT_FALSE(failure.isFinal());
    link->close();
    clock.advance(10s);
    EXPECT_EQ(link->state(), LinkState::Closed);
    EXPECT_FALSE(peer.isConnected());
    EXPECT_FALSE(peerB.isConnected());
}

INSTANTIATE_TEST_SUITE_P(Phases, LinkLossTest,
                         ::testing::Combine(::testing::Values(Phase::Connecting, Phase::Opening, Phase::Open,
                                                              Phase::Waiting, Phase::Closing),
                                            ::testing::Values(Loss::ResetA, Loss::ResetB, Loss::CutAll, Loss::HangUpA,
                                                              Loss::HangUpB),
                                            ::testing::Bool()),
                         [](const auto& chosen) {
                             return nameOf(std::get<0>(chosen.param)) + nameOf(std::get<1>(chosen.param)) +
                                    (std::get<2>(chosen.param) ? "Warm" : "Cold");
                         });

/// A network that is silently gone, as TCP notices it: nothing else does within the desktop's heartbeat interval.
struct LinkSilenceTest : SidesFixture {
    static constexpr Milliseconds goal = 25s;
    LinkSilenceTest() { network.setKeepAlive(silenceAllowed); }
    std::optional<Milliseconds> noticedAfter() {
        const Milliseconds start = clock.now();
        network.setSilent(true);
        while (probe.failures.empty() && clock.now() - start < 10min)
            clock.advance(100ms);
        return probe.failures.empty() ? std::nullopt : std::optional(clock.now() - start);
    }
};

TEST_F(LinkSilenceTest, IsNoticedInTimeThoughTheDesktopsHeartbeatsAreRare) {
    ASSERT_EQ(options.heartbeatInterval, 90s);
    openWarm();
    EXPECT_LE(noticedAfter(), goal);
    EXPECT_EQ(probe.count("standby gone"), 1u); // on both sides
    network.setSilent(false);
    clock.advance(2min);
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_TRUE(link->standby());
}

TEST_F(LinkSilenceTest, IsNoticedInTimeWithARequestUnderWay) {
    openWarm();
    probe.ask(*link);
    EXPECT_LE(noticedAfter(), goal);
    EXPECT_EQ(probe.replies.size(), 1u);
}

TEST_F(LinkSilenceTest, WhereOnlyTheActiveSideIsSilentTheStandbysWordIsEnough) {
    openWarm();
    peer.answersHeartbeats = false; // nothing comes from A any more
    peerB.becomeActive();
    clock.settle();
    EXPECT_EQ(link->server(), b());
    ASSERT_EQ(probe.failures.size(), 1u); // nobody announced a change: A is lost
    EXPECT_EQ(probe.failures[0].server, a());
}

} // namespace
} // namespace callwright
