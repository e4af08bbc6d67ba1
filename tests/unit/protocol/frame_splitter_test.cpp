#include "cil/protocol/frame_splitter.h"
#include "tests/unit/protocol/hex.h"

#include <gtest/gtest.h>

using namespace callwright;
using namespace callwright::protocol;

namespace {

std::vector<std::string> framesOf(FrameSplitter& splitter) {
    std::vector<std::string> frames;
    for (;;) {
        const auto next = splitter.next();
        if (!next || !*next) {
            return frames;
        }
        frames.push_back(test::hex(**next));
    }
}

} // namespace

TEST(FrameSplitter, givesTheSameFramesHoweverTheStreamIsSplit) {
    const auto stream = test::bytes("00000004 00000005 00000007  00000000 00000115  00000003 00000999 010203");
    const std::vector<std::string> expected = {"000000040000000500000007", "0000000000000115",
                                               "0000000300000999010203"};
    for (std::size_t first = 0; first <= stream.size(); ++first) {
        for (std::size_t second = first; second <= stream.size(); ++second) {
            FrameSplitter splitter;
            std::vector<std::string> frames;
            const auto all = std::span(stream);
            for (const auto part : {all.first(first), all.subspan(first, second - first), all.subspan(second)}) {
                splitter.append(part);
                const auto cut = framesOf(splitter);
                frames.insert(frames.end(), cut.begin(), cut.end());
            }
            ASSERT_EQ(frames, expected) << "split at " << first << " and " << second;
            ASSERT_EQ(splitter.pending(), 0U);
        }
    }
}

TEST(FrameSplitter, refusesAnImpossibleLengthBeforeItsBodyArrives) {
    FrameSplitter splitter;
    splitter.append(test::bytes("00000004 00000006 00000001"));
    splitter.append(test::bytes("000030cd 00000003")); // 12493, one more than fits 12500 with the header
    EXPECT_EQ(framesOf(splitter).size(), 1U);
    for (int again = 0; again < 2; ++again) {
        const auto next = splitter.next();
        ASSERT_FALSE(next.has_value());
        EXPECT_EQ(next.error().code, StatusCode::E_CTI_INVALID_MESSAGE_LENGTH);
        splitter.append(test::bytes("00000000 00000000")); // the stream stays lost
    }
    EXPECT_EQ(test::hex(splitter.held()), "000030cd00000003");
    splitter.clear();
    splitter.append(test::bytes("00000000 00000115"));
    EXPECT_EQ(framesOf(splitter).size(), 1U);
}

TEST(FrameSplitter, takesTheLongestMessage) {
    FrameSplitter splitter;
    auto frame = test::bytes("000030cc 00000999");
    frame.resize(12500);
    splitter.append(frame);
    const auto next = splitter.next();
    ASSERT_TRUE(next && *next);
    EXPECT_EQ((**next).size(), 12500U);
}

TEST(FrameSplitter, waitsForTheRest) {
    FrameSplitter splitter;
    splitter.append(test::bytes("00000004 00000005 0000"));
    const auto next = splitter.next();
    ASSERT_TRUE(next.has_value());
    EXPECT_FALSE(next->has_value());
    EXPECT_EQ(splitter.pending(), 10U);
}
