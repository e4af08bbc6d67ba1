#include "cil/clock/system_clock.h"
#include "tests/support/wait.h"

#include <gtest/gtest.h>

#include <memory>

namespace callwright {
namespace {

using namespace std::chrono_literals;
using testing::drainEvents;
using testing::waitUntil;

TEST(SystemClock, RingsFromTheEventLoopAndNotBeforeTheDelay) {
    SystemClock clock;
    const auto start = clock.now();
    Milliseconds rungAt{-1};
    const auto alarm = clock.after(20ms, [&] { rungAt = clock.now(); });
    EXPECT_EQ(rungAt, -1ms);
    ASSERT_TRUE(waitUntil([&] { return rungAt >= 0ms; }));
    EXPECT_GE(rungAt - start, 19ms); // both sides are cut to whole milliseconds
}

TEST(SystemClock, ADelayOfZeroStillWaitsForTheEventLoop) {
    SystemClock clock;
    bool rang = false;
    const auto alarm = clock.after(0ms, [&] { rang = true; });
    EXPECT_FALSE(rang);
    EXPECT_TRUE(waitUntil([&] { return rang; }));
}

TEST(SystemClock, ADestroyedAlarmDoesNotRing) {
    SystemClock clock;
    bool rang = false;
    bool later = false;
    auto alarm = clock.after(0ms, [&] { rang = true; });
    const auto witness = clock.after(5ms, [&] { later = true; });
    alarm.reset();
    ASSERT_TRUE(waitUntil([&] { return later; }));
    EXPECT_FALSE(rang);
}

TEST(SystemClock, AnActionMayDestroyItsOwnAlarm) {
    SystemClock clock;
    bool rang = false;
    std::unique_ptr<Alarm> alarm;
    alarm = clock.after(0ms, [&] {
        alarm.reset();
        rang = true;
    });
    EXPECT_TRUE(waitUntil([&] { return rang; }));
    drainEvents();
}

TEST(SystemClock, WallTimeIsPlausible) { EXPECT_GT(SystemClock().wallTime(), std::chrono::seconds(1'700'000'000)); }

} // namespace
} // namespace callwright
