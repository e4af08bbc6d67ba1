#include "cil/connection/confirmation_table.h"

#include <gtest/gtest.h>

#include <set>

namespace callwright {
namespace {

using namespace protocol;

TEST(ConfirmationTable, PairsByName) {
    EXPECT_EQ(confirmationOf(MessageType::ANSWER_CALL_REQ), MessageType::ANSWER_CALL_CONF);
    EXPECT_EQ(confirmationOf(MessageType::SET_AGENT_STATE_REQ), MessageType::SET_AGENT_STATE_CONF);
    EXPECT_EQ(confirmationOf(MessageType::START_RECORDING_REQ), MessageType::START_RECORDING_CONF);
}

TEST(ConfirmationTable, HasNothingForEventsConfirmationsAndWhatHasNoInvokeId) {
    EXPECT_EQ(confirmationOf(MessageType::AGENT_STATE_EVENT), std::nullopt);
    EXPECT_EQ(confirmationOf(MessageType::ANSWER_CALL_CONF), std::nullopt);
    EXPECT_EQ(confirmationOf(MessageType::CONFIG_REQUEST_EVENT), std::nullopt);
    EXPECT_EQ(confirmationOf(static_cast<MessageType>(9999)), std::nullopt);
}

TEST(ConfirmationTable, CoversEveryClientRequestWithALayoutAndNoConfirmationTwice) {
    std::set<MessageType> confirmations;
    for (const MessageSpec& spec : messages()) {
        if (spec.kind != Kind::Request || spec.direction == Direction::ToClient || !spec.name.ends_with("_REQ") ||
            !spec.hasLayout)
            continue;
        const auto confirmation = confirmationOf(spec.type);
        ASSERT_TRUE(confirmation.has_value()) << spec.name;
        EXPECT_TRUE(confirmations.insert(*confirmation).second) << spec.name;
        EXPECT_EQ(findMessage(static_cast<std::uint32_t>(*confirmation))->kind, Kind::Confirmation) << spec.name;
    }
    EXPECT_GT(confirmations.size(), 40u);
}

} // namespace
} // namespace callwright
