#include "cil/connection/reconnect_schedule.h"

#include <gtest/gtest.h>

#include <set>
#include <vector>

namespace callwright {
namespace {

using namespace std::chrono_literals;

TEST(ReconnectSchedule, PausesAsTheGuideSays) {
    std::mt19937_64 random(1);
    ReconnectSchedule schedule(random);
    schedule.begin();
    std::vector<Milliseconds> pauses;
    for (int i = 0; i < 9; ++i)
        pauses.push_back(schedule.next(0));
    EXPECT_EQ(pauses, (std::vector<Milliseconds>{0s, 0s, 15s, 30s, 60s, 120s, 120s, 120s, 120s}));
}

TEST(ReconnectSchedule, AfterAFirstAttemptTheRandomPauseIsNext) {
    std::mt19937_64 random(1);
    ReconnectSchedule schedule(random);
    schedule.beginAfterFirstAttempt();
    EXPECT_LE(schedule.next(500), 50s);
    EXPECT_EQ(schedule.next(500), 15s);
}

TEST(ReconnectSchedule, TheRandomPauseSpreadsOverWholeSecondsUpToATenthOfTheClients) {
    std::mt19937_64 random(5);
    ReconnectSchedule schedule(random);
    std::set<Milliseconds> seen;
    for (int i = 0; i < 500; ++i) {
        schedule.beginAfterFirstAttempt();
        seen.insert(schedule.next(105));
    }
    EXPECT_EQ(seen.size(), 11u);
    EXPECT_EQ(*seen.begin(), 0s);
    EXPECT_EQ(*seen.rbegin(), 10s);
}

TEST(ReconnectSchedule, BeginsAnewAfterASession) {
    std::mt19937_64 random(1);
    ReconnectSchedule schedule(random);
    for (int i = 0; i < 5; ++i)
        schedule.next(0);
    schedule.begin();
    EXPECT_EQ(schedule.next(0), 0s);
    EXPECT_EQ(schedule.next(0), 0s);
    EXPECT_EQ(schedule.next(0), 15s);
}

} // namespace
} // namespace callwright
