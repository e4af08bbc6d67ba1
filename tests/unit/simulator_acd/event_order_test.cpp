#include "app/simulator/acd/outbox.h"
#include "tests/unit/simulator_acd/consult_fixture.h"

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

TEST(MayOvertake, VoiceStaysWithinTheLifeAndTheNameOfItsOwnLeg) {
    const auto event = [](MessageType type, const char* leg, std::uint32_t call = 1, std::uint32_t newCall = 1) {
        SwitchEvent made{
            type, "3101", {{Field::ConnectionCallID, call}, {Field::ConnectionDeviceID, std::string(leg)}}};
        if (type == MessageType::CALL_DATA_UPDATE_EVENT) {
            made.fields.push_back({Field::NewConnectionCallID, newCall});
            made.fields.push_back({Field::NewConnectionDeviceID, std::string(leg)});
        }
        return made;
    };
    using enum protocol::MessageType;
    EXPECT_FALSE(mayOvertake(event(END_CALL_EVENT, "a"), event(RTP_STOPPED_EVENT, "a")));
    EXPECT_TRUE(mayOvertake(event(END_CALL_EVENT, "b"), event(RTP_STOPPED_EVENT, "a")));
    EXPECT_TRUE(mayOvertake(event(RTP_STARTED_EVENT, "b"), event(RTP_STOPPED_EVENT, "a")));
    EXPECT_FALSE(mayOvertake(event(RTP_STARTED_EVENT, "a"), event(RTP_STOPPED_EVENT, "a")));
    EXPECT_TRUE(mayOvertake(event(CALL_DATA_UPDATE_EVENT, "a"), event(RTP_STOPPED_EVENT, "a")));
    EXPECT_FALSE(mayOvertake(event(CALL_DATA_UPDATE_EVENT, "a", 2, 1), event(RTP_STOPPED_EVENT, "a", 2)));
    EXPECT_FALSE(mayOvertake(event(RTP_STARTED_EVENT, "a"), event(CALL_DATA_UPDATE_EVENT, "a", 2, 1)));
    EXPECT_TRUE(mayOvertake(event(RTP_STARTED_EVENT, "b"), event(CALL_DATA_UPDATE_EVENT, "a", 2, 1)));
    EXPECT_FALSE(mayOvertake(event(CALL_RETRIEVED_EVENT, "b", 2), event(CALL_HELD_EVENT, "a")))
        << "call events stay in order, whichever call they are about";
}

class SwappedEvents : public ConsultTest {
protected:
    /// A consultation and its completion, with one pair of events the other way round.
    Names transferred(std::optional<std::size_t> pair) {
        AcdConfig config = defaultConfig();
        config.variesEventOrder = false;
        start(std::move(config));
        if (pair)
            acd->swapEvents(*pair);
        makeReady("1001");
        signIn("1002");
        first.call = callIn("Billing");
        act(MessageType::ANSWER_CALL_REQ, "3101", AcdTest::legAt("3101"));
        first = AcdTest::legAt("3101");
        startConsult("3102", ConsultType::CT_TRANSFER);
        act(MessageType::ANSWER_CALL_REQ, "3102", legsAt("3102").front());
        EXPECT_EQ(refusal(actOnTwo(MessageType::TRANSFER_CALL_REQ, "3101", second, first)), "");
        Names all;
        for (const Seen& event : events) {
            all.push_back(event.instrument + " " + std::to_string(number(event.type)) + " " +
                          std::to_string(event.number(Field::Direction).value_or(0)));
        }
        return all;
    }
};

TEST_F(SwappedEvents, EveryPairThatMayChangePlacesDoesSoOnce) {
    const Names usual = transferred(std::nullopt);
    const std::size_t pairs = acd->swappablePairs();
    ASSERT_GT(pairs, 10u);
    std::set<Names> orders;
    for (std::size_t pair = 0; pair < pairs; ++pair) {
        const Names order = transferred(pair);
        EXPECT_NE(order, usual) << pair;
        EXPECT_TRUE(std::ranges::is_permutation(order, usual)) << pair;
        orders.insert(order);
    }
    EXPECT_EQ(orders.size(), pairs);
    EXPECT_EQ(transferred(pairs), usual) << "there is no such pair";
}

} // namespace callwright::simulator
