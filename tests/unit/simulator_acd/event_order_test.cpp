#include "app/simulator/acd/outbox.h"
#include "tests/unit/simulator_acd/acd_fixture.h"

#include <algorithm>
#include <map>
#include <set>

namespace callwright::simulator {

class EventOrder : public AcdTest {
protected:
    /// The types of what 3101 hears of one call from sign-in to the end.
    std::vector<MessageType> oneCall(std::uint64_t seed, bool varies = true) {
        AcdConfig config = defaultConfig();
        config.variesEventOrder = varies;
        start(config, seed);
        makeReady("1001");
        const std::uint32_t call = callIn("Billing");
        act(MessageType::ANSWER_CALL_REQ, "3101", legAt("3101"));
        act(MessageType::HOLD_CALL_REQ, "3101", legAt("3101"));
        act(MessageType::RETRIEVE_CALL_REQ, "3101", legAt("3101"));
        EXPECT_TRUE(acd->hangup(call));
        std::vector<MessageType> types;
        for (const Seen& event : events) {
            if (event.instrument == "3101")
                types.push_back(event.type);
        }
        return types;
    }
};

TEST_F(EventOrder, IsTheSameForTheSameSeed) {
    EXPECT_EQ(oneCall(42), oneCall(42));
    EXPECT_EQ(oneCall(7, false), oneCall(8, false));
}

TEST_F(EventOrder, VariesBySeedButOnlyAsTheGuideAllows) {
    const auto streamOf = [](const std::vector<MessageType>& types, bool agent) {
        std::vector<MessageType> stream;
        for (const MessageType type : types) {
            const bool isVoice = type == MessageType::RTP_STARTED_EVENT || type == MessageType::RTP_STOPPED_EVENT;
            const bool isAgent = type == MessageType::AGENT_STATE_EVENT;
            if (!isVoice && type != MessageType::AGENT_PRE_CALL_EVENT && isAgent == agent)
                stream.push_back(type);
        }
        return stream;
    };
    const std::vector<MessageType> usual = oneCall(1, false);
    std::set<std::vector<MessageType>> seen;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const std::vector<MessageType> order = oneCall(seed);
        seen.insert(order);
        EXPECT_TRUE(std::ranges::is_permutation(order, usual));
        EXPECT_EQ(streamOf(order, true), streamOf(usual, true));
        EXPECT_EQ(streamOf(order, false), streamOf(usual, false));
        const auto begin = std::ranges::find(order, MessageType::BEGIN_CALL_EVENT);
        const auto end = std::ranges::find(order, MessageType::END_CALL_EVENT);
        for (auto event = order.begin(); event != order.end(); ++event) {
            if (*event == MessageType::RTP_STARTED_EVENT || *event == MessageType::RTP_STOPPED_EVENT) {
                EXPECT_TRUE(begin < event && event < end) << "voice outside the call's life";
            }
        }
    }
    EXPECT_GT(seen.size(), 10u);
}

TEST(MayOvertake, IsATable) {
    struct Row {
        MessageType later, earlier;
        bool may;
    };
    const Row rows[] = {
        {MessageType::AGENT_STATE_EVENT, MessageType::CALL_ESTABLISHED_EVENT, true},
        {MessageType::CALL_ESTABLISHED_EVENT, MessageType::AGENT_STATE_EVENT, true},
        {MessageType::AGENT_STATE_EVENT, MessageType::AGENT_STATE_EVENT, false},
        {MessageType::CALL_DELIVERED_EVENT, MessageType::BEGIN_CALL_EVENT, false},
        {MessageType::END_CALL_EVENT, MessageType::CALL_CLEARED_EVENT, false},
        {MessageType::END_CALL_EVENT, MessageType::RTP_STOPPED_EVENT, false},
        {MessageType::END_CALL_EVENT, MessageType::AGENT_STATE_EVENT, true},
        {MessageType::BEGIN_CALL_EVENT, MessageType::AGENT_PRE_CALL_EVENT, true},
        {MessageType::RTP_STARTED_EVENT, MessageType::CALL_ESTABLISHED_EVENT, true},
        {MessageType::RTP_STARTED_EVENT, MessageType::RTP_STARTED_EVENT, true},
        {MessageType::RTP_STARTED_EVENT, MessageType::RTP_STOPPED_EVENT, false},
        {MessageType::CALL_CLEARED_EVENT, MessageType::CALL_CONNECTION_CLEARED_EVENT, false},
        {MessageType::AGENT_STATE_EVENT, MessageType::SYSTEM_EVENT, false},
        {MessageType::SYSTEM_EVENT, MessageType::AGENT_STATE_EVENT, false},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(mayOvertake({row.later, "3101", {}}, {row.earlier, "3101", {}}), row.may)
            << number(row.later) << " before " << number(row.earlier);
    }
    EXPECT_TRUE(
        mayOvertake({MessageType::AGENT_STATE_EVENT, "3101", {}}, {MessageType::AGENT_STATE_EVENT, "3102", {}}));
}

} // namespace callwright::simulator
