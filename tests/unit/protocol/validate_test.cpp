#include "cil/protocol/message_builder.h"
#include "cil/protocol/validate.h"
#include "tests/unit/protocol/hex.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace callwright;
using namespace callwright::protocol;

namespace {

using Findings = std::vector<std::pair<StatusCode, std::optional<Field>>>;

Findings findingsOf(std::span<const std::byte> frame, Version version) {
    Decoder decoder(version);
    const auto view = decoder.decode(frame);
    EXPECT_TRUE(view) << (view ? "" : view.error().detail);
    Findings findings;
    for (const Error& error : view ? validate(*view) : std::vector<Error>()) {
        EXPECT_FALSE(error.detail.empty());
        EXPECT_LT(error.offset, frame.size());
        findings.emplace_back(error.code, error.field);
    }
    return findings;
}

Findings findingsOf(const MessageBuilder& builder) {
    const auto frame = builder.build();
    EXPECT_TRUE(frame) << (frame ? "" : frame.error().detail);
    return frame ? findingsOf(*frame, builder.version()) : Findings();
}

Findings one(StatusCode code, std::optional<Field> field) { return {{code, field}}; }

MessageBuilder open(Version version = 25) {
    MessageBuilder builder(MessageType::OPEN_REQ, version);
    builder.set(Field::InvokeID, 1).set(Field::VersionNumber, static_cast<std::uint32_t>(version));
    builder.set(Field::IdleTimeout, 480).set(Field::PeripheralID, 5000);
    return builder.set(Field::ClientID, "5000.1001").set(Field::ClientPassword, "");
}

MessageBuilder setData(Version version = 25) { return {MessageType::SET_CALL_DATA_REQ, version}; }

MessageBuilder withCall(MessageBuilder builder) { return builder.set(Field::ConnectionDeviceID, "3101"); }

} // namespace

TEST(Validate, hasNothingAgainstAGoodOpen) { EXPECT_EQ(findingsOf(open()), Findings()); }

TEST(Validate, missesRequiredFields) {
    MessageBuilder builder(MessageType::OPEN_REQ, 25);
    builder.set(Field::IdleTimeout, 0xFFFFFFFF);
    EXPECT_EQ(findingsOf(builder), (Findings{{StatusCode::E_CTI_REQUIRED_DATA_MISSING, Field::ClientID},
                                             {StatusCode::E_CTI_REQUIRED_DATA_MISSING, Field::ClientPassword}}));
}

TEST(Validate, namesForeignTagsByWhatIsWrongWithThem) {
    const auto data = test::bytes("00");
    EXPECT_EQ(findingsOf(open().addRaw(301, data)), one(StatusCode::E_CTI_INVALID_FIELD_TAG, std::nullopt));
    EXPECT_EQ(findingsOf(open().addRaw(49, data)), one(StatusCode::E_CTI_INVALID_TAG_FOR_MSG_TYPE, std::nullopt));
    // ClientAddressIPV6 lived from 14 to 18.
    MessageBuilder builder(MessageType::RTP_STARTED_EVENT, 25);
    builder.set(Field::ConnectionDeviceID, "3101").set(Field::ClientAddress, "10.0.0.1").set(Field::SendingAddress, "");
    builder.set(Field::SendingPort, 0).addRaw(226, data);
    const auto findings = findingsOf(builder);
    EXPECT_NE(std::ranges::find(
                  findings, Findings::value_type{StatusCode::E_CTI_INVALID_TAG_FOR_VERSION, Field::ClientAddressIPV6}),
              findings.end());
}

TEST(Validate, refusesMessagesOfLaterVersions) {
    const auto frame = test::frame(277, "");
    EXPECT_EQ(findingsOf(frame, 23), one(StatusCode::E_CTI_INVALID_MSG_TYPE_FOR_VERSION, std::nullopt));
    EXPECT_EQ(findingsOf(frame, 24), Findings());
}

TEST(Validate, measuresTextsNumbersAndArrays) {
    const std::vector<std::byte> tooLong(13, std::byte{'1'});
    EXPECT_EQ(findingsOf(open().addRaw(5, tooLong)), one(StatusCode::E_CTI_INVALID_FIELD_LENGTH, Field::AgentID));
    const auto threeBytes = test::bytes("000001");
    EXPECT_EQ(findingsOf(open().addRaw(97, threeBytes)),
              one(StatusCode::E_CTI_INVALID_FIELD_LENGTH, Field::ApplicationPathID));
    MessageBuilder builder(MessageType::SET_AGENT_SERVICE_DATA_REQ, 25);
    builder.addRaw(309, threeBytes);
    const auto findings = findingsOf(builder);
    EXPECT_NE(std::ranges::find(
                  findings, Findings::value_type{StatusCode::E_CTI_INVALID_FIELD_LENGTH, Field::FltEnabledServices}),
              findings.end());
}

TEST(Validate, wantsDigitsWhereOnlyDigitsAre) {
    EXPECT_EQ(findingsOf(open().set(Field::AgentExtension, "3101")), Findings());
    EXPECT_EQ(findingsOf(open().set(Field::AgentExtension, "31x1")),
              one(StatusCode::E_CTI_INVALID_DIGITS, Field::AgentExtension));
}

TEST(Validate, wantsReservedFieldsToBeZero) {
    for (const Field field : {Field::Reserved1, Field::Reserved2, Field::Reserved3}) {
        EXPECT_EQ(findingsOf(open().set(field, 1)), one(StatusCode::E_CTI_INVALID_RESERVED_FIELD, field));
    }
}

TEST(Validate, refusesUnusedMaskBitsWithTheirOwnCodes) {
    EXPECT_EQ(findingsOf(open().set(Field::ServicesRequested, 0x200)),
              one(StatusCode::E_CTI_INVALID_SERVICE_MASK, Field::ServicesRequested));
    EXPECT_EQ(findingsOf(open().set(Field::AgentStateMask, 0x4000)),
              one(StatusCode::E_CTI_INVALID_AGENT_STATE_MASK, Field::AgentStateMask));
    EXPECT_EQ(findingsOf(open().set(Field::ConfigMsgMask, 0x400)),
              one(StatusCode::E_CTI_INVALID_CONFIG_MSG_MASK, Field::ConfigMsgMask));
    EXPECT_EQ(findingsOf(open().set(Field::CallMsgMask, 0xFFFFFFFF)), Findings());
    EXPECT_EQ(findingsOf(open(22).set(Field::CallMsgMask, CallMsgMask::NETWORK_RECORDING_STARTED_MASK)),
              one(StatusCode::E_CTI_INVALID_CALL_MSG_MASK, Field::CallMsgMask)); // since 23
    EXPECT_EQ(findingsOf(open(23).set(Field::ServicesRequested, ServicesRequested::CTI_SERVICE_ACTIVE_STANDBY)),
              one(StatusCode::E_CTI_INVALID_SERVICE_MASK, Field::ServicesRequested)); // since 24
}

TEST(Validate, refusesAnIdleTimeoutUnderTwentySeconds) {
    EXPECT_EQ(findingsOf(open().set(Field::IdleTimeout, 19)),
              one(StatusCode::E_CTI_INVALID_TIMEOUT, Field::IdleTimeout));
    EXPECT_EQ(findingsOf(open().set(Field::IdleTimeout, 20)), Findings());
}

TEST(Validate, refusesEnumValuesOfRequestsButNotOfEvents) {
    MessageBuilder answer(MessageType::ANSWER_CALL_REQ, 25);
    answer.set(Field::ConnectionDeviceID, "3101").set(Field::ConnectionDeviceIDType, 7);
    EXPECT_EQ(findingsOf(answer), one(StatusCode::E_CTI_INVALID_CONNECTION_ID_TYPE, Field::ConnectionDeviceIDType));
    MessageBuilder held(MessageType::CALL_HELD_EVENT, 25);
    held.set(Field::ConnectionDeviceID, "3101").set(Field::ConnectionDeviceIDType, 7).set(Field::EventCause, 9999);
    EXPECT_EQ(findingsOf(held), Findings());
}

TEST(Validate, countsNamedVariablesAndArrays) {
    auto good = withCall(setData());
    good.setNamed("user.a", "1").setNamed("user.b", "2", std::uint8_t{0});
    EXPECT_EQ(findingsOf(good), Findings());
    EXPECT_EQ(findingsOf(withCall(setData()).set(Field::NumNamedVariables, 1)),
              one(StatusCode::E_CTI_INVALID_NUM_NAMED_VARIABLES, Field::NumNamedVariables));
    EXPECT_EQ(findingsOf(withCall(setData()).set(Field::NumNamedArrays, 0).setNamed("a", "", std::uint8_t{1})),
              one(StatusCode::E_CTI_INVALID_NUM_NAMED_ARRAYS, Field::NumNamedArrays));
}

TEST(Validate, limitsNamedDataOfAMessage) {
    auto builder = withCall(setData());
    const std::string value(198, 'x'); // 200 bytes each with the name's first byte, both NULs and the index
    for (int i = 0; i < 10; ++i) {
        builder.addRaw(82, test::bytes("61 00")); // 2 bytes each
    }
    for (int i = 0; i < 9; ++i) {
        builder.setNamed("nm", value); // 3 + 199
    }
    builder.set(Field::NumNamedVariables, 19);
    EXPECT_EQ(findingsOf(builder), Findings());
    builder.setNamed("nm", value).set(Field::NumNamedVariables, 20);
    EXPECT_EQ(findingsOf(builder), one(StatusCode::E_CTI_TOO_MUCH_DATA, Field::NamedVariable));
}

TEST(Validate, wantsNamedDataToHaveAName) {
    auto builder = withCall(setData());
    builder.addRaw(82, test::bytes("'name'")).set(Field::NumNamedVariables, 1);
    EXPECT_EQ(findingsOf(builder), one(StatusCode::E_CTI_BAD_MESSAGE_FORMAT, Field::NamedVariable));
}

TEST(Validate, countsGroupsWithTheirOwnCodes) {
    const auto conferenced = [](std::uint32_t said, int parties) {
        MessageBuilder builder(MessageType::CALL_CONFERENCED_EVENT, 25);
        builder.set(Field::NumParties, said).set(Field::PrimaryDeviceID, "1").set(Field::SecondaryDeviceID, "1");
        builder.set(Field::ControllerDeviceID, "1").set(Field::AddedPartyDeviceID, "1");
        for (int i = 0; i < parties; ++i) {
            builder.set(Field::ConnectedPartyCallID, 1).set(Field::ConnectedPartyDeviceIDType, 0);
            builder.set(Field::ConnectedPartyDeviceID, "x");
        }
        return findingsOf(builder);
    };
    EXPECT_EQ(conferenced(3, 3), Findings());
    EXPECT_EQ(conferenced(3, 2), one(StatusCode::E_CTI_INVALID_NUM_PARTIES, Field::NumParties));
    EXPECT_EQ(conferenced(17, 17), one(StatusCode::E_CTI_INVALID_NUM_PARTIES, Field::NumParties)); // at most 16

    MessageBuilder login(MessageType::SET_AGENT_STATE_REQ, 25);
    login.set(Field::NumSkillGroups, 1).set(Field::AgentInstrument, "3101");
    EXPECT_EQ(findingsOf(login), one(StatusCode::E_CTI_INVALID_NUM_SKILL_GROUPS, Field::NumSkillGroups));
}

TEST(Validate, countsWhatAFloatingCountAnnounces) {
    MessageBuilder conf(MessageType::OPEN_CONF, 25);
    conf.set(Field::NumPeripherals, 2);
    for (const std::uint32_t peripheral : {5000U, 5001U}) {
        conf.set(Field::FltPeripheralID, peripheral).set(Field::MultilineAgentControl, 1);
    }
    EXPECT_EQ(findingsOf(conf), Findings());
    conf.set(Field::FltPeripheralID, 5002).set(Field::MultilineAgentControl, 1);
    EXPECT_EQ(findingsOf(conf), one(StatusCode::E_CTI_BAD_MESSAGE_FORMAT, Field::NumPeripherals));
}

TEST(Validate, countsTheElementsOfAnArrayField) {
    const auto services = [](const char* elements) {
        MessageBuilder builder(MessageType::SET_AGENT_SERVICE_DATA_REQ, 25);
        builder.set(Field::NumOfEnabledServices, 2).addRaw(309, test::bytes(elements));
        return findingsOf(builder);
    };
    const Findings::value_type wrong{StatusCode::E_CTI_BAD_MESSAGE_FORMAT, Field::NumOfEnabledServices};
    const auto right = services("0001 0002");
    EXPECT_EQ(std::ranges::find(right, wrong), right.end());
    const auto few = services("0001");
    EXPECT_NE(std::ranges::find(few, wrong), few.end());
}

TEST(Validate, wantsMembersBehindTheirLeaderAndSingleFieldsOnce) {
    MessageBuilder login(MessageType::SET_AGENT_STATE_REQ, 25);
    login.set(Field::AgentInstrument, "3101").set(Field::SkillGroupPriority, 0);
    EXPECT_EQ(findingsOf(login), one(StatusCode::E_CTI_BAD_MESSAGE_FORMAT, Field::SkillGroupPriority));
    EXPECT_EQ(findingsOf(open().set(Field::AgentID, "1001").set(Field::AgentID, "1002")),
              one(StatusCode::E_CTI_BAD_MESSAGE_FORMAT, Field::AgentID));
}
