#include "cil/protocol/message_builder.h"
#include "cil/protocol/message_view.h"
#include "tests/unit/protocol/hex.h"

#include <gtest/gtest.h>

using namespace callwright;
using namespace callwright::protocol;

/// Bytes written by hand from the guide's layouts: what they say must not depend on our tables or encoder.

TEST(Golden, openReqOfAnAgentDesktopWithOneByteTags) {
    const auto frame = test::frame(3, "00000001 00000013 000001e0 00001388 00000087 00ffffff 000003ff 00000000"
                                      "00000000 00000000 00000000"
                                      "01 0a '5000.1001' 00  02 00  05 05 '1001' 00  06 05 '3101' 00");
    Decoder decoder(19);
    const auto view = decoder.decode(frame);
    ASSERT_TRUE(view);
    EXPECT_EQ(view->type(), MessageType::OPEN_REQ);
    EXPECT_EQ(view->number(Field::InvokeID), 1U);
    EXPECT_EQ(view->number(Field::VersionNumber), 19U);
    EXPECT_EQ(view->number(Field::IdleTimeout), 480U);
    EXPECT_EQ(view->number(Field::PeripheralID), 5000U);
    EXPECT_EQ(view->number(Field::ServicesRequested), 0x87U);
    EXPECT_EQ(view->number(Field::CallMsgMask), 0xFFFFFFU);
    EXPECT_EQ(view->number(Field::AgentStateMask), 0x3FFU);
    EXPECT_EQ(view->text(Field::ClientID), "5000.1001");
    ASSERT_TRUE(view->bytes(Field::ClientPassword));
    EXPECT_TRUE(view->bytes(Field::ClientPassword)->empty());
    EXPECT_EQ(view->text(Field::AgentID), "1001");
    EXPECT_EQ(view->text(Field::AgentInstrument), "3101");
    EXPECT_EQ(view->text(Field::AgentExtension), std::nullopt);

    MessageBuilder builder(MessageType::OPEN_REQ, 19);
    builder.set(Field::InvokeID, 1).set(Field::VersionNumber, 19).set(Field::IdleTimeout, 480);
    builder.set(Field::PeripheralID, 5000).set(Field::ServicesRequested, 0x87).set(Field::CallMsgMask, 0xFFFFFF);
    builder.set(Field::AgentStateMask, 0x3FF).set(Field::ClientID, "5000.1001").set(Field::ClientPassword, "");
    builder.set(Field::AgentID, "1001").set(Field::AgentInstrument, "3101");
    const auto built = builder.build();
    ASSERT_TRUE(built);
    EXPECT_EQ(test::hex(*built), test::hex(frame));
}

TEST(Golden, setAgentStateReqHasAFourByteFieldOnAnOddOffset) {
    const auto frame = test::frame(38, "00000009 00001388 0002 0000 0000 0003 00 00000001"
                                       "0006 0005 '3101' 00  0005 0005 '1001' 00");
    Decoder decoder(25);
    const auto view = decoder.decode(frame);
    ASSERT_TRUE(view);
    EXPECT_EQ(view->number(Field::AgentState), 2U);
    EXPECT_EQ(view->number(Field::EventReasonCode), 3U);
    EXPECT_EQ(view->number(Field::AgentServiceReq), 1U);
    EXPECT_EQ(view->text(Field::AgentInstrument), "3101");
    EXPECT_EQ(view->text(Field::AgentID), "1001");
}
