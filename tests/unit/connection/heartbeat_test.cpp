#include "cil/clock/manual_clock.h"
#include "cil/connection/heartbeat.h"

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <vector>

namespace callwright {
namespace {

using namespace std::chrono_literals;
using Times = std::vector<Milliseconds>;

struct HeartbeatTest : ::testing::Test {
    explicit HeartbeatTest(Milliseconds interval = 90s) {
        const auto send = [this] {
            sentAt.push_back(clock.now());
            heartbeat->noteSent();
            return ++id;
        };
        heartbeat =
            std::make_shared<Heartbeat>(clock, interval,
                                        Heartbeat::Actions{send, [this](int inARow) { missed.push_back(inARow); },
                                                           [this] { deadAt = clock.now(); }});
        heartbeat->start();
    }

    ManualClock clock;
    std::shared_ptr<Heartbeat> heartbeat;
    std::uint32_t id = 0;
    Times sentAt;
    std::vector<int> missed;
    std::optional<Milliseconds> deadAt;
};

TEST_F(HeartbeatTest, IsSentOnlyWhenNothingElseWasSentForAnInterval) {
    clock.advance(89s);
    heartbeat->noteSent();
    clock.advance(89s);
    EXPECT_TRUE(sentAt.empty());
    clock.advance(1s);
    EXPECT_EQ(sentAt, Times{179s});
}

TEST_F(HeartbeatTest, GoesOnWhileItIsAnswered) {
    for (int i = 0; i < 10; ++i) {
        clock.advance(90s - 50ms);
        EXPECT_EQ(sentAt.size(), static_cast<std::size_t>(i));
        clock.advance(50ms);
        ASSERT_EQ(sentAt.size(), static_cast<std::size_t>(i + 1));
        EXPECT_EQ(heartbeat->confirm(id), 0ms);
    }
    EXPECT_TRUE(missed.empty());
    EXPECT_FALSE(deadAt);
}

TEST_F(HeartbeatTest, ThreeInARowWithoutAnswerAreTheEnd) {
    clock.advance(1h);
    EXPECT_EQ(sentAt, (Times{90s, 180s, 270s}));
    EXPECT_EQ(missed, (std::vector<int>{1, 2, 3}));
    EXPECT_EQ(deadAt, 360s);
}

TEST_F(HeartbeatTest, AnAnswerInBetweenBeginsTheCountAnew) {
    clock.advance(280s);
    EXPECT_EQ(missed, (std::vector<int>{1, 2}));
    EXPECT_EQ(heartbeat->confirm(id), 10s);
    clock.advance(350s);
    EXPECT_EQ(missed, (std::vector<int>{1, 2, 1, 2, 3}));
    EXPECT_EQ(deadAt, 630s);
}

TEST_F(HeartbeatTest, ALateAnswerToAnEarlierOneCountsToo) {
    clock.advance(190s); // the first missed, the second under way
    EXPECT_TRUE(heartbeat->isWaitingFor(1));
    EXPECT_EQ(heartbeat->confirm(1), 100s);
    EXPECT_FALSE(heartbeat->isWaitingFor(2));
    clock.advance(85s);
    EXPECT_EQ(missed, std::vector<int>{1});
}

TEST_F(HeartbeatTest, AnswersToNothingAreNotTaken) {
    EXPECT_EQ(heartbeat->confirm(1), std::nullopt);
    clock.advance(90s);
    EXPECT_TRUE(heartbeat->confirm(1));
    EXPECT_EQ(heartbeat->confirm(1), std::nullopt);
    EXPECT_EQ(heartbeat->confirm(99), std::nullopt);
}

TEST_F(HeartbeatTest, InDoubtItAsksAtOnceAndKnowsWithinFifteenSeconds) {
    clock.advance(10s);
    heartbeat->askNow();
    heartbeat->askNow();
    EXPECT_EQ(sentAt, Times{10s});
    clock.advance(1h);
    EXPECT_EQ(sentAt, (Times{10s, 15s, 20s}));
    EXPECT_EQ(deadAt, 25s);
}

TEST_F(HeartbeatTest, AnAnswerEndsTheDoubt) {
    heartbeat->askNow();
    clock.advance(7s);
    EXPECT_EQ(missed, std::vector<int>{1});
    EXPECT_TRUE(heartbeat->confirm(id));
    clock.advance(87s);
    EXPECT_EQ(sentAt, (Times{0s, 5s}));
    clock.advance(1s); // an interval after the last one was sent
    EXPECT_EQ(sentAt, (Times{0s, 5s, 95s}));
    EXPECT_EQ(missed, std::vector<int>{1});
}

TEST_F(HeartbeatTest, DoubtWhileOneIsUnderWayAsksAgainWithoutCountingIt) {
    clock.advance(100s);
    heartbeat->askNow();
    EXPECT_EQ(sentAt, (Times{90s, 100s}));
    clock.advance(4s);
    EXPECT_TRUE(missed.empty());
    clock.advance(11s);
    EXPECT_EQ(deadAt, 115s);
}

TEST_F(HeartbeatTest, StoppedItDoesNothing) {
    clock.advance(100s);
    heartbeat->stop();
    heartbeat->noteSent();
    heartbeat->askNow();
    clock.advance(1h);
    EXPECT_EQ(sentAt.size(), 1u);
    EXPECT_TRUE(missed.empty());
}

TEST_F(HeartbeatTest, MayBeStoppedAndDroppedWhenItReportsAMiss) {
    std::shared_ptr<Heartbeat> doomed;
    bool died = false;
    const auto drop = [&doomed](int) {
        doomed->stop();
        doomed.reset();
    };
    doomed =
        std::make_shared<Heartbeat>(clock, 10s, Heartbeat::Actions{[] { return 1u; }, drop, [&died] { died = true; }});
    doomed->start();
    clock.advance(1min);
    EXPECT_EQ(doomed, nullptr);
    EXPECT_FALSE(died);
}

struct WithoutHeartbeats : HeartbeatTest {
    WithoutHeartbeats() : HeartbeatTest(0s) {}
};

TEST_F(WithoutHeartbeats, NothingIsSentEvenInDoubt) {
    heartbeat->askNow();
    clock.advance(1h);
    EXPECT_TRUE(sentAt.empty());
}

struct ShortHeartbeats : HeartbeatTest {
    ShortHeartbeats() : HeartbeatTest(2s) {}
};

TEST_F(ShortHeartbeats, DoubtDoesNotMakeAShortIntervalLonger) {
    heartbeat->askNow();
    clock.advance(1min);
    EXPECT_EQ(deadAt, 6s);
}

} // namespace
} // namespace callwright
