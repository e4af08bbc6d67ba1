#include "cil/protocol/message_builder.h"
#include "cil/protocol/message_view.h"
#include "tests/unit/protocol/hex.h"

#include <gtest/gtest.h>

using namespace callwright;
using namespace callwright::protocol;

namespace {

StatusCode errorOf(const MessageBuilder& builder) {
    const auto frame = builder.build();
    return frame ? StatusCode::E_CTI_NO_ERROR : frame.error().code;
}

} // namespace

TEST(MessageBuilder, leavesOutWhatTheVersionDoesNotHave) {
    MessageBuilder builder(MessageType::MAKE_CALL_REQ, 13);
    builder.set(Field::SkillGroupNumber, 7); // in the fixed part since 14
    const auto frame = builder.build();
    ASSERT_TRUE(frame);
    EXPECT_EQ(frame->size(), 8U + 28U);
}

TEST(MessageBuilder, keepsTheFirstMistake) {
    MessageBuilder builder(MessageType::HEARTBEAT_REQ, 25);
    builder.set(Field::AgentID, "1001").set(Field::InvokeID, 3);
    const auto frame = builder.build();
    ASSERT_FALSE(frame);
    EXPECT_EQ(frame.error().code, StatusCode::E_CTI_INVALID_TAG_FOR_MSG_TYPE);
    EXPECT_EQ(frame.error().field, Field::AgentID);
}

TEST(MessageBuilder, refusesWhatDoesNotFit) {
    const auto open = [] { return MessageBuilder(MessageType::OPEN_REQ, 25); };
    EXPECT_EQ(errorOf(open().set(Field::AgentID, "12345678901")), StatusCode::E_CTI_NO_ERROR);
    EXPECT_EQ(errorOf(open().set(Field::AgentID, "123456789012")), StatusCode::E_CTI_INVALID_FIELD_LENGTH);
    EXPECT_EQ(errorOf(open().set(Field::AgentID, std::string_view("a\0b", 3))), StatusCode::E_CTI_INVALID_CHARACTER);
    EXPECT_EQ(errorOf(open().set(Field::AgentID, 1001)), StatusCode::E_CTI_BAD_MESSAGE_FORMAT);
    EXPECT_EQ(errorOf(open().set(Field::InvokeID, "1")), StatusCode::E_CTI_BAD_MESSAGE_FORMAT);
    EXPECT_EQ(errorOf(MessageBuilder(MessageType::SET_AGENT_STATE_REQ, 25).set(Field::AgentState, 0x10000)),
              StatusCode::E_CTI_INVALID_FIELD_LENGTH);
    EXPECT_EQ(errorOf(MessageBuilder(MessageType::OPEN_REQ, 19).addRaw(256, {})),
              StatusCode::E_CTI_INVALID_FIELD_LENGTH);
    EXPECT_EQ(errorOf(open().useAlternate()), StatusCode::E_CTI_BAD_MESSAGE_FORMAT);
}

TEST(MessageBuilder, refusesMessagesLongerThanTheProtocolAllows) {
    MessageBuilder builder(MessageType::OPEN_REQ, 25);
    const std::vector<std::byte> data(12000);
    EXPECT_EQ(errorOf(builder.addRaw(999, data)), StatusCode::E_CTI_NO_ERROR);
    EXPECT_EQ(errorOf(builder.addRaw(999, data)), StatusCode::E_CTI_INVALID_MESSAGE_LENGTH);
}

TEST(MessageBuilder, limitsNamesAndValuesOfVariables) {
    const auto data = [] { return MessageBuilder(MessageType::SET_CALL_DATA_REQ, 25); };
    EXPECT_EQ(errorOf(data().setNamed(std::string(32, 'n'), std::string(210, 'v'))), StatusCode::E_CTI_NO_ERROR);
    EXPECT_EQ(errorOf(data().setNamed(std::string(33, 'n'), "")), StatusCode::E_CTI_VALUE_TOO_LONG);
    EXPECT_EQ(errorOf(data().setNamed("n", std::string(211, 'v'))), StatusCode::E_CTI_VALUE_TOO_LONG);
}

TEST(MessageBuilder, countsVariablesUnlessToldACount) {
    const auto countIn = [](MessageBuilder builder) {
        Decoder decoder(25);
        const auto frame = builder.build();
        return decoder.decode(*frame)->number(Field::NumNamedVariables);
    };
    MessageBuilder builder(MessageType::SET_CALL_DATA_REQ, 25);
    EXPECT_EQ(countIn(builder.setNamed("a", "1").setNamed("b", "2").setNamed("c", "3", std::uint8_t{0})), 2U);
    EXPECT_EQ(countIn(builder.set(Field::NumNamedVariables, 9).setNamed("d", "4")), 9U);
}

TEST(MessageView, groupsFollowTheirLeader) {
    MessageBuilder builder(MessageType::AGENT_STATE_EVENT, 25);
    builder.set(Field::AgentID, "1001");
    builder.set(Field::FltSkillGroupNumber, 1).set(Field::FltSkillGroupID, 11).set(Field::FltSkillGroupState, 3);
    builder.set(Field::FltSkillGroupNumber, 2).set(Field::FltSkillGroupState, 4);
    builder.set(Field::AgentInstrument, "3101");
    const auto frame = builder.build();
    ASSERT_TRUE(frame);
    Decoder decoder(25);
    const auto view = decoder.decode(*frame);
    ASSERT_TRUE(view);
    const auto groups = view->groups(Field::FltSkillGroupNumber);
    ASSERT_EQ(groups.size(), 2U);
    ASSERT_EQ(groups[0].size(), 3U);
    EXPECT_EQ(groups[0][1].number(), 11U);
    ASSERT_EQ(groups[1].size(), 2U);
    EXPECT_EQ(groups[1][0].number(), 2U);
    EXPECT_EQ(groups[1][1].number(), 4U);
    EXPECT_EQ(view->find(Field::FltSkillGroupNumber, 1)->number(), 2U);
    EXPECT_EQ(view->find(Field::FltSkillGroupNumber, 2), nullptr);
    EXPECT_TRUE(view->groups(Field::ConnectedPartyCallID).empty());
}

TEST(MessageView, recordsMayHaveTheirLeaderLastAndGroupsInside) {
    MessageBuilder last(MessageType::CONFIG_AGENT_SERVICE_EVENT, 25);
    last.set(Field::NumRecords, 2);
    last.set(Field::AgentSkillTargetID, 1).set(Field::RecordType, 1).set(Field::AgentSkillTargetID, 2);
    last.set(Field::RecordType, 2);
    MessageBuilder nested(MessageType::CONFIG_AGENT_EVENT, 25);
    nested.set(Field::RecordType, 1).set(Field::LoginID, "a").set(Field::NumSkills, 1);
    nested.set(Field::FltSkillGroupNumber, 7).set(Field::FltSkillGroupPriority, 1);
    nested.set(Field::RecordType, 2).set(Field::LoginID, "b");
    Decoder decoder(25);
    const auto lastFrame = last.build();
    ASSERT_TRUE(lastFrame) << lastFrame.error().detail;
    const auto records = decoder.decode(*lastFrame)->groups(Field::AgentSkillTargetID);
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(records[1][0].number(), 2U);
    const auto nestedFrame = nested.build();
    ASSERT_TRUE(nestedFrame) << nestedFrame.error().detail;
    const auto agents = decoder.decode(*nestedFrame)->groups(Field::RecordType);
    ASSERT_EQ(agents.size(), 2U);
    EXPECT_EQ(agents[0].size(), 5U);
    EXPECT_EQ(agents[1].size(), 2U);
}

TEST(MessageView, acceptsTheOtherTagOfTheClientSignature) {
    const auto frame = [] {
        MessageBuilder builder(MessageType::AGENT_STATE_EVENT, 25);
        return *builder.addRaw(23, test::bytes("'me' 00")).build();
    }();
    Decoder decoder(25);
    EXPECT_EQ(decoder.decode(frame)->text(Field::CTIClientSignature), "me");
}

TEST(MessageView, choosesAlternateLayoutsByBodyLength) {
    Decoder decoder(25);
    const auto usual = test::frame(1, "00000007 00000006");
    EXPECT_FALSE(decoder.decode(usual)->isAlternate());
    EXPECT_EQ(decoder.decode(usual)->number(Field::Status), 6U);
    const auto other = test::frame(1, "00000007 000d 00000102");
    EXPECT_TRUE(decoder.decode(other)->isAlternate());
    EXPECT_EQ(decoder.decode(other)->number(Field::FailureCode), 13U);
    EXPECT_EQ(decoder.decode(other)->number(Field::PeripheralErrorCode), 0x102U);
    EXPECT_EQ(decoder.decode(other)->number(Field::Status), std::nullopt);
    for (const Version version : {13, 25}) {
        Decoder of(version);
        const char* device = version == 13 ? "19 05 '3101' 00" : "0019 0005 '3101' 00";
        const auto floating = test::frame(46, std::string("00000001 00001388 01000001 0000") + device);
        ASSERT_TRUE(of.decode(floating));
        EXPECT_FALSE(of.decode(floating)->isAlternate());
        const auto printed = test::frame(46, std::string("00000001 00001388 01000001 0000 0046") + device);
        ASSERT_TRUE(of.decode(printed));
        EXPECT_TRUE(of.decode(printed)->isAlternate()) << version;
        EXPECT_EQ(of.decode(printed)->number(Field::RequestingDeviceIDType), 70U);
        EXPECT_EQ(of.decode(printed)->text(Field::ConnectionDeviceID), "3101");
        const auto bare = test::frame(46, "00000001 00001388 01000001 0000 0000");
        ASSERT_TRUE(of.decode(bare));
        EXPECT_TRUE(of.decode(bare)->isAlternate()) << version;
    }
}
