#include "cil/connection/version_choice.h"

#include <gtest/gtest.h>

#include <vector>

namespace callwright {
namespace {

using protocol::Version;

std::vector<Version> roundOf(VersionChoice choice) {
    std::vector<Version> tried{choice.current()};
    while (choice.lower())
        tried.push_back(choice.current());
    return tried;
}

TEST(VersionChoice, GoesFromTheHighestToTheOldest) {
    EXPECT_EQ(roundOf(VersionChoice(25, {})),
              (std::vector<Version>{25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13}));
    EXPECT_EQ(roundOf(VersionChoice(15, {})), (std::vector<Version>{15, 14, 13}));
}

TEST(VersionChoice, BeginsWithTheRememberedOneAndStillTriesTheRest) {
    EXPECT_EQ(roundOf(VersionChoice(17, 15)), (std::vector<Version>{15, 14, 13, 17, 16}));
}

TEST(VersionChoice, NeverGoesAboveTheHighestOrBelowTheOldest) {
    EXPECT_EQ(VersionChoice(20, 24).current(), 20);
    EXPECT_EQ(VersionChoice(20, 3).current(), 13);
    EXPECT_EQ(VersionChoice(99, {}).current(), 25);
    EXPECT_EQ(VersionChoice(1, {}).current(), 13);
}

TEST(VersionChoice, AfterARoundItIsWhereItBegan) {
    VersionChoice choice(14, {});
    EXPECT_TRUE(choice.lower());
    EXPECT_FALSE(choice.lower());
    EXPECT_EQ(choice.current(), 14);
}

} // namespace
} // namespace callwright
