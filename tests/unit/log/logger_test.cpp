#include "cil/clock/manual_clock.h"
#include "cil/log/logger.h"

#include <gtest/gtest.h>

#include <functional>

namespace callwright {
namespace {

struct Heard : LogListener {
    void processLogEvent(const LogEvent& event) override {
        all.push_back(event);
        if (answer)
            answer();
    }
    std::vector<LogEvent> all;
    std::function<void()> answer;
};

TEST(Logger, TellsItsListenersWhatTheMaskLets) {
    const ManualClock clock(Milliseconds(1'763'731'862'123));
    Logger logger(clock);
    Heard one;
    EXPECT_FALSE(logger.trace(TraceMask::Warning, QStringLiteral("nobody hears")));
    logger.addLogListener(&one);
    logger.addLogListener(&one); // once
    EXPECT_EQ(logger.traceMask(), 0x40000307U);
    EXPECT_TRUE(logger.trace(TraceMask::Warning, QStringLiteral("low battery")));
    EXPECT_FALSE(logger.trace(TraceMask::Methods, QStringLiteral("details")));
    EXPECT_TRUE(logger.trace(TraceMask::Always, QStringLiteral("begun")));
    ASSERT_EQ(one.all.size(), 2U);
    EXPECT_EQ(describe(one.all[0]), QStringLiteral("2025-11-21T13:31:02.123Z 00000002 low battery"));
    logger.removeLogListener(&one);
    EXPECT_FALSE(logger.trace(TraceMask::Warning, QStringLiteral("nobody hears")));
    EXPECT_EQ(one.all.size(), 2U);
}

TEST(Logger, WantsEveryBitOfAMask) {
    const ManualClock clock;
    Logger logger(clock);
    logger.setTraceMask(TraceMask::Critical | TraceMask::Methods);
    EXPECT_TRUE(logger.isTraceMaskEnabled(TraceMask::Methods));
    EXPECT_TRUE(logger.isTraceMaskEnabled(TraceMask::Methods | TraceMask::Critical));
    EXPECT_FALSE(logger.isTraceMaskEnabled(TraceMask::Methods | TraceMask::Warning));
    EXPECT_TRUE(logger.isTraceMaskEnabled(TraceMask::Always));
}

TEST(Logger, AListenerMaySpeakOrLeaveWhileItHears) {
    const ManualClock clock;
    Logger logger(clock);
    Heard one;
    Heard two;
    logger.addLogListener(&one);
    logger.addLogListener(&two);
    one.answer = [&] {
        EXPECT_FALSE(logger.trace(TraceMask::Critical, QStringLiteral("I cannot write")));
        logger.removeLogListener(&two);
    };
    EXPECT_TRUE(logger.trace(TraceMask::Critical, QStringLiteral("something")));
    EXPECT_EQ(one.all.size(), 1U);
    EXPECT_TRUE(two.all.empty());
}

} // namespace
} // namespace callwright
