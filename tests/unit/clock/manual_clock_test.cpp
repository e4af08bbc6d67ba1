#include "cil/clock/manual_clock.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace callwright {
namespace {

using namespace std::chrono_literals;

struct ManualClockTest : ::testing::Test {
    void set(Milliseconds delay, const std::string& name) {
        alarms.push_back(
            clock->after(delay, [this, name] { rung.push_back(name + "@" + std::to_string(clock->now().count())); }));
    }

    std::unique_ptr<ManualClock> clock = std::make_unique<ManualClock>();
    std::vector<std::unique_ptr<Alarm>> alarms;
    std::vector<std::string> rung;
};

TEST_F(ManualClockTest, StandsStillUntilItIsTurned) {
    const auto wall = clock->wallTime();
    EXPECT_EQ(clock->now(), 0ms);
    clock->advance(1500ms);
    EXPECT_EQ(clock->now(), 1500ms);
    EXPECT_EQ(clock->wallTime() - wall, 1500ms);
}

TEST_F(ManualClockTest, RingsInTheOrderOfTimeAndThenOfSetting) {
    set(30ms, "c");
    set(10ms, "a");
    set(30ms, "d");
    set(20ms, "b");
    clock->advance(30ms);
    EXPECT_EQ(rung, (std::vector<std::string>{"a@10", "b@20", "c@30", "d@30"}));
}

TEST_F(ManualClockTest, RingsNothingBeforeItIsDue) {
    set(10ms, "a");
    clock->advance(9ms);
    EXPECT_TRUE(rung.empty());
    clock->advance(1ms);
    EXPECT_EQ(rung, std::vector<std::string>{"a@10"});
    clock->advance(100ms);
    EXPECT_EQ(rung.size(), 1u);
}

TEST_F(ManualClockTest, DoesNotRingInsideTheCallThatSetsIt) {
    set(0ms, "now");
    EXPECT_TRUE(rung.empty());
    clock->settle();
    EXPECT_EQ(rung, std::vector<std::string>{"now@0"});
}

TEST_F(ManualClockTest, ADestroyedAlarmDoesNotRing) {
    set(10ms, "a");
    set(10ms, "b");
    alarms.erase(alarms.begin());
    clock->advance(10ms);
    EXPECT_EQ(rung, std::vector<std::string>{"b@10"});
}

TEST_F(ManualClockTest, RingsWhatIsSetOnTheWayIfItFallsDueOnTheWay) {
    auto first = clock->after(10ms, [this] {
        set(5ms, "soon");
        set(500ms, "late");
    });
    clock->advance(100ms);
    EXPECT_EQ(rung, std::vector<std::string>{"soon@15"});
}

TEST_F(ManualClockTest, AnAlarmMayCancelAnotherOneDueAtTheSameTime) {
    std::unique_ptr<Alarm> victim;
    auto killer = clock->after(10ms, [&] { victim.reset(); });
    victim = clock->after(10ms, [this] { rung.emplace_back("victim"); });
    clock->advance(10ms);
    EXPECT_TRUE(rung.empty());
}

TEST_F(ManualClockTest, AnActionMayDestroyItsOwnAlarm) {
    std::unique_ptr<Alarm> alarm;
    std::string kept = "captured text, long enough to live on the heap";
    alarm = clock->after(1ms, [this, &alarm, kept] {
        alarm.reset();
        rung.push_back(kept);
    });
    clock->advance(1ms);
    EXPECT_EQ(rung, std::vector<std::string>{kept});
}

TEST_F(ManualClockTest, AnAlarmMayOutliveItsClock) {
    set(10ms, "never");
    clock.reset();
    alarms.clear();
    EXPECT_TRUE(rung.empty());
}

TEST_F(ManualClockTest, AnActionMayDestroyTheClock) {
    auto first = clock->after(1ms, [this] { clock.reset(); });
    clock->advance(10ms);
    EXPECT_EQ(clock, nullptr);
}

} // namespace
} // namespace callwright
