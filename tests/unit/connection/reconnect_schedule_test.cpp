#include "cil/connection/reconnect_schedule.h"

#include <gtest/gtest.h>

#include <set>
#include <vector>

namespace callwright {
namespace {

using namespace std::chrono_literals;
using Step = ReconnectSchedule::Step;

std::vector<Step> stepsOf(ReconnectSchedule& schedule, int count) {
    std::vector<Step> steps;
    for (int i = 0; i < count; ++i)
        steps.push_back(schedule.next(0));
    return steps;
}

TEST(ReconnectSchedule, WithOneSidePausesAsTheGuideSays) {
    std::mt19937_64 random(1);
    ReconnectSchedule schedule(random);
    EXPECT_EQ(stepsOf(schedule, 9), (std::vector<Step>{{false, 0s},
                                                       {false, 0s},
                                                       {false, 15s},
                                                       {false, 30s},
                                                       {false, 60s},
                                                       {false, 120s},
                                                       {false, 120s},
                                                       {false, 120s},
                                                       {false, 120s}}));
}

TEST(ReconnectSchedule, WithTwoEachRoundTriesTheGoodSideAndAtOnceTheOther) {
    std::mt19937_64 random(1);
    ReconnectSchedule schedule(random, 2);
    EXPECT_EQ(stepsOf(schedule, 14), (std::vector<Step>{{false, 0s},
                                                        {true, 0s},
                                                        {false, 0s},
                                                        {true, 0s},
                                                        {false, 15s},
                                                        {true, 0s},
                                                        {false, 30s},
                                                        {true, 0s},
                                                        {false, 60s},
                                                        {true, 0s},
                                                        {false, 120s},
                                                        {true, 0s},
                                                        {false, 120s},
                                                        {true, 0s}}));
}

TEST(ReconnectSchedule, KnowsWhenTheOtherSideIsNext) {
    std::mt19937_64 random(1);
    ReconnectSchedule schedule(random, 2);
    EXPECT_FALSE(schedule.isOtherSideNext());
    schedule.next(0);
    EXPECT_TRUE(schedule.isOtherSideNext());
    schedule.next(0);
    EXPECT_FALSE(schedule.isOtherSideNext());
}

TEST(ReconnectSchedule, WithoutTheFirstRoundTheRandomPauseIsNext) {
    std::mt19937_64 random(1);
    for (const std::size_t sides : {1u, 2u}) {
        ReconnectSchedule schedule(random, sides);
        schedule.next(0);
        schedule.beginWithPause();
        EXPECT_LE(schedule.next(500).pause, 50s);
        if (sides == 2) {
            EXPECT_EQ(schedule.next(500), (Step{true, 0s}));
        }
        EXPECT_EQ(schedule.next(500), (Step{false, 15s}));
    }
}

TEST(ReconnectSchedule, TheRandomPauseSpreadsOverWholeSecondsUpToATenthOfTheClients) {
    std::mt19937_64 random(5);
    ReconnectSchedule schedule(random);
    std::set<Milliseconds> seen;
    for (int i = 0; i < 500; ++i) {
        schedule.beginWithPause();
        seen.insert(schedule.next(105).pause);
    }
    EXPECT_EQ(seen.size(), 11u);
    EXPECT_EQ(*seen.begin(), 0s);
    EXPECT_EQ(*seen.rbegin(), 10s);
}

TEST(ReconnectSchedule, BeginsAnewAfterASession) {
    std::mt19937_64 random(1);
    ReconnectSchedule schedule(random);
    stepsOf(schedule, 5);
    schedule.begin();
    EXPECT_EQ(stepsOf(schedule, 3), (std::vector<Step>{{false, 0s}, {false, 0s}, {false, 15s}}));
}

} // namespace
} // namespace callwright
