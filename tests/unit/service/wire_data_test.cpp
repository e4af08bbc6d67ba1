#include "cil/events/keywords.h"
#include "cil/service/wire_data.h"
#include "tests/unit/service/wire_frames.h"

#include <gtest/gtest.h>

#include <initializer_list>

namespace callwright::service {
namespace {

using protocol::CodePage;
using protocol::Field;
using protocol::MessageBuilder;
using protocol::MessageType;

/// Bytes by hand, for a test that does not lean on the encoder.
std::vector<std::byte> bytes(std::initializer_list<int> values) {
    std::vector<std::byte> result;
    for (const int value : values) {
        result.push_back(static_cast<std::byte>(value));
    }
    return result;
}

void appendText(std::vector<std::byte>& frame, std::uint16_t tag, const std::string& text) {
    const std::size_t length = text.size() + 1;
    for (const std::size_t value : {std::size_t{tag}, length}) {
        frame.push_back(static_cast<std::byte>(value >> 8U));
        frame.push_back(static_cast<std::byte>(value & 0xFFU));
    }
    for (const char c : text) {
        frame.push_back(static_cast<std::byte>(c));
    }
    frame.push_back(std::byte{0});
}

void setLength(std::vector<std::byte>& frame) {
    const std::size_t length = frame.size() - 8;
    frame[2] = static_cast<std::byte>(length >> 8U);
    frame[3] = static_cast<std::byte>(length & 0xFFU);
}

TEST(WireData, EndCallEventByHand) {
    auto frame = bytes({0, 0,  0, 0, 0,    0,    0,    24,     // header
                        0, 0,  0, 0, 0,    0,    0x13, 0x88,   // MonitorID, PeripheralID 5000
                        0, 17, 0, 0, 0x01, 0x00, 0x00, 0x01}); // PeripheralType, device id type, call id
    appendText(frame, 25, "3101");
    setLength(frame);
    const DecodedFrame message(frame, 25);
    EXPECT_EQ(wireData(message.view(), CodePage::Windows1252),
              Arguments({{keyword::MonitorID, 0U},
                         {keyword::PeripheralID, 5000U},
                         {keyword::PeripheralType, std::uint16_t(17)},
                         {keyword::ConnectionDeviceIDType, std::uint16_t(0)},
                         {keyword::ConnectionCallID, 16777217U},
                         {keyword::ConnectionDeviceID, QStringLiteral("3101")}}));
}

TEST(WireData, ReasonCodesAreUnsigned) {
    const DecodedFrame message(MessageBuilder(MessageType::AGENT_STATE_EVENT, 25).set(Field::EventReasonCode, 50002U));
    EXPECT_EQ(wireData(message.view(), CodePage::Windows1252).value(keyword::EventReasonCode),
              ArgValue(std::uint16_t(50002)));
}

TEST(WireData, TextIsDecodedByTheConnectionsCodePage) {
    const DecodedFrame message(
        MessageBuilder(MessageType::BEGIN_CALL_EVENT, 25).set(Field::CallVariable1, "M\xFCller"));
    EXPECT_EQ(wireData(message.view(), CodePage::Windows1252).toString(keyword::CallVariable1), u"Müller");
    EXPECT_EQ(wireData(message.view(), CodePage::Utf8).toString(keyword::CallVariable1), u"M\uFFFDller");
}

TEST(WireData, NamedVariablesNestInEcc) {
    const DecodedFrame message(MessageBuilder(MessageType::BEGIN_CALL_EVENT, 25)
                                   .setNamed("user.colour", "blue")
                                   .setNamed("user.list", "a", std::uint8_t{0})
                                   .setNamed("user.list", "c", std::uint8_t{2}));
    const Arguments wire = wireData(message.view(), CodePage::Windows1252);
    ASSERT_NE(wire.arguments(keyword::ECC), nullptr);
    EXPECT_EQ(*wire.arguments(keyword::ECC), Arguments({{Keyword::of(u"user.colour"), QStringLiteral("blue")},
                                                        {Keyword::of(u"user.list[0]"), QStringLiteral("a")},
                                                        {Keyword::of(u"user.list[2]"), QStringLiteral("c")}}));
    EXPECT_EQ(wire.toInt(keyword::NumNamedVariables), 1);
    EXPECT_EQ(wire.toInt(keyword::NumNamedArrays), 2);
}

TEST(WireData, CtiClientsNestByNumber) {
    const DecodedFrame message(MessageBuilder(MessageType::BEGIN_CALL_EVENT, 25)
                                   .set(Field::NumCTIClients, 2U)
                                   .set(Field::CTIClientSignature, "one")
                                   .set(Field::CTIClientTimestamp, 100U)
                                   .set(Field::CTIClientSignature, "two")
                                   .set(Field::CTIClientTimestamp, 200U));
    const Arguments wire = wireData(message.view(), CodePage::Windows1252);
    const Arguments* clients = wire.arguments(keyword::CTIClients);
    ASSERT_NE(clients, nullptr);
    EXPECT_EQ(clients->size(), 2U);
    const Arguments* second = clients->arguments(Keyword::of(u"CTIClient[2]"));
    ASSERT_NE(second, nullptr);
    EXPECT_EQ(*second, Arguments({{keyword::Signature, QStringLiteral("two")}, {keyword::Timestamp, 200U}}));
    EXPECT_FALSE(wire.contains(keyword::CTIClientSignature));
}

TEST(WireData, TheSignatureOfAnAgentEventIsNoList) {
    const DecodedFrame message(
        MessageBuilder(MessageType::AGENT_STATE_EVENT, 25).set(Field::CTIClientSignature, "desk"));
    EXPECT_EQ(wireData(message.view(), CodePage::Windows1252).toString(keyword::CTIClientSignature), u"desk");
}

TEST(WireData, SkillGroupsNestByNumberAndKeepTheFixedOne) {
    const DecodedFrame message(MessageBuilder(MessageType::AGENT_STATE_EVENT, 25)
                                   .set(Field::SkillGroupNumber, 0xFFFFFFFFU)
                                   .set(Field::NumFltSkillGroups, 2U)
                                   .set(Field::FltSkillGroupNumber, 7U)
                                   .set(Field::FltSkillGroupID, 5007U)
                                   .set(Field::FltSkillGroupPriority, 1U)
                                   .set(Field::FltSkillGroupState, 3U)
                                   .set(Field::FltSkillGroupNumber, 8U)
                                   .set(Field::FltSkillGroupID, 5008U)
                                   .set(Field::FltSkillGroupPriority, 1U)
                                   .set(Field::FltSkillGroupState, 2U));
    const Arguments wire = wireData(message.view(), CodePage::Windows1252);
    EXPECT_EQ(wire.toUInt(keyword::SkillGroupNumber), 0xFFFFFFFFU);
    const Arguments* second = wire.arguments(Keyword::of(u"SkillGroup[2]"));
    ASSERT_NE(second, nullptr);
    EXPECT_EQ(second->toInt(keyword::SkillGroupNumber), 8);
    EXPECT_EQ(second->toInt(keyword::SkillGroupState), 2);
    EXPECT_FALSE(wire.contains(Keyword::of(u"SkillGroup[3]")));
}

TEST(WireData, TheRouterCallKeyNamesTheContact) {
    const DecodedFrame routed(MessageBuilder(MessageType::BEGIN_CALL_EVENT, 25)
                                  .set(Field::RouterCallKeyDay, 150123U)
                                  .set(Field::RouterCallKeyCallID, 42U));
    EXPECT_EQ(wireData(routed.view(), CodePage::Windows1252).toString(keyword::ICMEnterpriseUniqueID),
              u"icm.150123.42");
    const DecodedFrame unrouted(MessageBuilder(MessageType::BEGIN_CALL_EVENT, 25));
    EXPECT_FALSE(wireData(unrouted.view(), CodePage::Windows1252).contains(keyword::ICMEnterpriseUniqueID));
}

TEST(WireData, UnknownTagsAreNoArguments) {
    const std::byte data[] = {std::byte{1}};
    const DecodedFrame message(MessageBuilder(MessageType::END_CALL_EVENT, 25).addRaw(999, data));
    EXPECT_EQ(wireData(message.view(), CodePage::Windows1252).size(), 5U);
}

TEST(CallData, OnlyWhatChangedIsReplaced) {
    const DecodedFrame begin(MessageBuilder(MessageType::BEGIN_CALL_EVENT, 21)
                                 .set(Field::ConnectionCallID, 7U)
                                 .set(Field::ConnectionDeviceID, "own")
                                 .set(Field::ANI, "415")
                                 .set(Field::CallVariable1, "a")
                                 .setNamed("user.x", "1"));
    const DecodedFrame update(MessageBuilder(MessageType::CALL_DATA_UPDATE_EVENT, 21)
                                  .set(Field::ConnectionCallID, 7U)
                                  .set(Field::ConnectionDeviceID, "another leg")
                                  .set(Field::CallVariable1, "")
                                  .setNamed("user.y", "2"));
    Arguments data = callData(wireData(begin.view(), CodePage::Windows1252));
    updateCallData(data, callData(wireData(update.view(), CodePage::Windows1252)), update.view());
    EXPECT_EQ(data.toString(keyword::ANI), u"415");
    EXPECT_TRUE(data.contains(keyword::CallVariable1));
    EXPECT_EQ(data.toString(keyword::CallVariable1), u"");
    EXPECT_EQ(data.toString(keyword::ConnectionDeviceID), u"own");
    EXPECT_FALSE(data.contains(keyword::MonitorID));
    EXPECT_EQ(*data.arguments(keyword::ECC), Arguments({{Keyword::of(u"user.x"), QStringLiteral("1")},
                                                        {Keyword::of(u"user.y"), QStringLiteral("2")}}));
}

TEST(CallData, FromVersion22AnUpdateHasEveryEccVariable) {
    for (const protocol::Version version : {21, 22}) {
        const DecodedFrame update(MessageBuilder(MessageType::CALL_DATA_UPDATE_EVENT, version).setNamed("user.y", "2"));
        Arguments data{{keyword::ECC, Arguments({{Keyword::of(u"user.x"), QStringLiteral("1")}})}};
        updateCallData(data, callData(wireData(update.view(), CodePage::Windows1252)), update.view());
        EXPECT_EQ(data.arguments(keyword::ECC)->contains(Keyword::of(u"user.x")), version < 22) << version;
        EXPECT_TRUE(data.arguments(keyword::ECC)->contains(Keyword::of(u"user.y")));
    }
}

TEST(CallData, WhatAWholeDescriptionCouldTellAndDoesNotIsGone) {
    for (const MessageType type : {MessageType::BEGIN_CALL_EVENT, MessageType::SNAPSHOT_CALL_CONF}) {
        const DecodedFrame whole(MessageBuilder(type, 25).set(Field::CallVariable1, "a").setNamed("user.y", "2"));
        Arguments data{{keyword::CallVariable1, QStringLiteral("old")},
                       {keyword::CallVariable2, QStringLiteral("old")},
                       {keyword::RouterCallKeyDay, 1U},
                       {keyword::RouterCallKeyCallID, 2U},
                       {keyword::RouterCallKeySequenceNumber, 3U},
                       {keyword::ICMEnterpriseUniqueID, QStringLiteral("old")},
                       {keyword::MeasuredCallQTime, 4U},
                       {keyword::LineHandle, 5U},
                       {keyword::ECC, Arguments({{Keyword::of(u"user.x"), QStringLiteral("1")}})}};
        replaceCallData(data, callData(wireData(whole.view(), CodePage::Windows1252)), whole.view());
        EXPECT_EQ(data.toString(keyword::CallVariable1), u"a");
        for (const Keyword key : {keyword::CallVariable2, keyword::RouterCallKeyDay, keyword::RouterCallKeyCallID,
                                  keyword::RouterCallKeySequenceNumber, keyword::ICMEnterpriseUniqueID})
            EXPECT_FALSE(data.contains(key)) << key.name().toStdString();
        EXPECT_EQ(*data.arguments(keyword::ECC), Arguments({{Keyword::of(u"user.y"), QStringLiteral("2")}}));
        EXPECT_EQ(data.toUInt(keyword::MeasuredCallQTime), 4U); // no message's
        EXPECT_EQ(data.toUInt(keyword::LineHandle), 5U);        // other messages'
    }
}

TEST(CallData, ASnapshotKnowsNoSequenceNumberOfTheKeyAndLeavesIt) {
    const DecodedFrame snapshot(MessageBuilder(MessageType::SNAPSHOT_CALL_CONF, 25)
                                    .set(Field::RouterCallKeyDay, 1U)
                                    .set(Field::RouterCallKeyCallID, 2U));
    Arguments data{{keyword::RouterCallKeySequenceNumber, 3U}};
    replaceCallData(data, callData(wireData(snapshot.view(), CodePage::Windows1252)), snapshot.view());
    EXPECT_EQ(data.toUInt(keyword::RouterCallKeySequenceNumber), 3U);
}

TEST(CallData, NotApplicableDoesNotEraseWhatIsKnown) {
    const DecodedFrame event(MessageBuilder(MessageType::CALL_ESTABLISHED_EVENT, 25)
                                 .set(Field::SkillGroupNumber, 0xFFFFFFFFU)
                                 .set(Field::ServiceNumber, 4U));
    Arguments data{{keyword::SkillGroupNumber, 7U}};
    updateCallData(data, callData(wireData(event.view(), CodePage::Windows1252)), event.view());
    EXPECT_EQ(data.toUInt(keyword::SkillGroupNumber), 7U);
    EXPECT_EQ(data.toUInt(keyword::ServiceNumber), 4U);
}

TEST(SnapshotCalls, ListEveryCallOfTheDevice) {
    const DecodedFrame message(MessageBuilder(MessageType::SNAPSHOT_DEVICE_CONF, 25)
                                   .set(Field::NumCalls, 2U)
                                   .set(Field::CallConnectionCallID, 11U)
                                   .set(Field::CallConnectionDeviceIDType, 0U)
                                   .set(Field::CallConnectionDeviceID, "a")
                                   .set(Field::CallState, 3U)
                                   .set(Field::CallConnectionCallID, 12U)
                                   .set(Field::CallConnectionDeviceIDType, 1U)
                                   .set(Field::CallConnectionDeviceID, "b")
                                   .set(Field::CallState, 4U)
                                   .set(Field::SilentMonitorStatus, 2U));
    const auto calls = snapshotCalls(message.view(), CodePage::Windows1252);
    ASSERT_EQ(calls.size(), 2U);
    EXPECT_EQ(calls[0].connectionCallId, 11U);
    EXPECT_EQ(calls[0].callState, 3U);
    EXPECT_EQ(calls[1].connectionDeviceId, u"b");
    EXPECT_EQ(calls[1].connectionDeviceIdType, 1U);
    EXPECT_EQ(calls[1].silentMonitorStatus, 2U);
}

} // namespace
} // namespace callwright::service
