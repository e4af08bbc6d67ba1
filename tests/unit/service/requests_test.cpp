#include "cil/events/keywords.h"
#include "cil/service/requests.h"
#include "tests/unit/service/wire_frames.h"

#include <gtest/gtest.h>

namespace callwright::service {
namespace {

using protocol::Field;
using protocol::MessageType;
using Kind = RequestProblem::Kind;

RequestContext context(protocol::Version version = 25) { return {version, protocol::CodePage::Windows1252, 5000}; }

protocol::MessageBuilder built(MessageType type, const Arguments& arguments, protocol::Version version = 25) {
    const RequestResult result = buildRequest(type, arguments, context(version));
    EXPECT_TRUE(result.has_value()) << (result ? "" : result.error().keyword.name().toStdString());
    return result.value_or(protocol::MessageBuilder(type, version));
}

void expectProblem(MessageType type, const Arguments& arguments, Kind kind, Keyword keyword) {
    const RequestResult result = buildRequest(type, arguments, context());
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().kind, kind);
    EXPECT_EQ(result.error().keyword.name(), keyword.name());
}

Arguments ownCall() { return connectionArguments({7, 0, QStringLiteral("3101")}); }

TEST(Requests, SignIn) {
    const DecodedFrame message(
        built(MessageType::SET_AGENT_STATE_REQ, {{keyword::AgentState, std::uint16_t(0)},
                                                 {keyword::AgentInstrument, QStringLiteral("3101")},
                                                 {keyword::AgentID, QStringLiteral("1001")},
                                                 {keyword::AgentPassword, QStringLiteral("Geheim")}}));
    EXPECT_EQ(message.view().number(Field::PeripheralID), 5000U);
    EXPECT_EQ(message.view().number(Field::AgentState), 0U);
    EXPECT_EQ(message.view().number(Field::NumSkillGroups), 0U);
    EXPECT_EQ(message.view().number(Field::ForcedFlag), 0U);
    EXPECT_EQ(message.view().text(Field::AgentInstrument), "3101");
    EXPECT_EQ(message.view().text(Field::AgentID), "1001");
    EXPECT_EQ(message.view().text(Field::AgentPassword), "Geheim");
    EXPECT_FALSE(message.view().has(Field::SSOEnabled));
}

TEST(Requests, SingleSignOnSendsNoPassword) {
    const DecodedFrame message(
        built(MessageType::SET_AGENT_STATE_REQ, {{keyword::AgentState, std::uint16_t(0)},
                                                 {keyword::AgentInstrument, QStringLiteral("3101")},
                                                 {keyword::AgentID, QStringLiteral("1001")},
                                                 {keyword::SSOEnabled, std::uint16_t(1)}}));
    EXPECT_EQ(message.view().number(Field::SSOEnabled), 1U);
    EXPECT_FALSE(message.view().has(Field::AgentPassword));
}

TEST(Requests, ARemoteAgentsPhoneFollowsTheInstrument) {
    const DecodedFrame message(
        built(MessageType::SET_AGENT_STATE_REQ, {{keyword::AgentState, std::uint16_t(0)},
                                                 {keyword::AgentWorkMode, std::uint16_t(4)},
                                                 {keyword::AgentInstrument, QStringLiteral("3101")},
                                                 {keyword::AgentRemoteNumber, QStringLiteral("4155550134")}}));
    EXPECT_EQ(message.view().text(Field::AgentInstrument), "3101;4155550134");
    EXPECT_EQ(message.view().number(Field::AgentWorkMode), 4U);
}

TEST(Requests, NotReadyWithAHighReason) {
    const DecodedFrame message(
        built(MessageType::SET_AGENT_STATE_REQ, {{keyword::AgentState, std::uint16_t(2)},
                                                 {keyword::EventReasonCode, std::uint16_t(65535)},
                                                 {keyword::AgentInstrument, QStringLiteral("3101")}}));
    EXPECT_EQ(message.view().number(Field::EventReasonCode), 65535U);
}

TEST(Requests, MakeCallHasTheGuidesDefaults) {
    const Arguments arguments{{keyword::AgentInstrument, QStringLiteral("3101")},
                              {keyword::DialedNumber, QStringLiteral("3102")},
                              {keyword::CallVariable1, QStringLiteral("Müller")},
                              {keyword::ECC, Arguments({{Keyword::of(u"user.a"), QStringLiteral("1")},
                                                        {Keyword::of(u"user.b[3]"), QStringLiteral("2")}})}};
    const DecodedFrame message(built(MessageType::MAKE_CALL_REQ, arguments));
    EXPECT_EQ(message.view().number(Field::SkillGroupNumber), 0xFFFFFFFFU);
    EXPECT_EQ(message.view().number(Field::CallPlacementType), 0U);
    EXPECT_EQ(message.view().number(Field::NumNamedVariables), 1U);
    EXPECT_EQ(message.view().number(Field::NumNamedArrays), 1U);
    EXPECT_EQ(message.view().text(Field::DialedNumber), "3102");
    EXPECT_EQ(message.view().text(Field::CallVariable1), "M\xFCller");
    const auto* array = message.view().find(Field::NamedArray);
    ASSERT_NE(array, nullptr);
    EXPECT_EQ(array->named()->name, "user.b");
    EXPECT_EQ(array->named()->index, 3);
    const DecodedFrame old(built(MessageType::MAKE_CALL_REQ, arguments, 13));
    EXPECT_FALSE(old.view().has(Field::SkillGroupNumber));
}

TEST(Requests, CallControlNamesTheConnection) {
    for (const MessageType type :
         {MessageType::ANSWER_CALL_REQ, MessageType::CLEAR_CONNECTION_REQ, MessageType::HOLD_CALL_REQ,
          MessageType::SET_CALL_DATA_REQ, MessageType::RELEASE_CALL_REQ, MessageType::SNAPSHOT_CALL_REQ}) {
        const DecodedFrame message(built(type, ownCall()));
        EXPECT_EQ(message.view().number(Field::ConnectionCallID), 7U) << static_cast<int>(type);
        EXPECT_EQ(message.view().number(Field::ConnectionDeviceIDType), 0U);
        EXPECT_EQ(message.view().text(Field::ConnectionDeviceID), "3101");
    }
}

TEST(Requests, RetrieveNamesTheHeldConnection) {
    const DecodedFrame message(built(MessageType::RETRIEVE_CALL_REQ, ownCall()));
    EXPECT_EQ(message.view().number(Field::HeldConnectionCallID), 7U);
    EXPECT_EQ(message.view().text(Field::HeldConnectionDeviceID), "3101");
}

TEST(Requests, AnAlertingCallMayBeUnknown) {
    const DecodedFrame message(
        built(MessageType::ANSWER_CALL_REQ, {{keyword::ConnectionDeviceID, QStringLiteral("3101")}}));
    EXPECT_EQ(message.view().number(Field::ConnectionCallID), 0xFFFFFFFFU);
}

TEST(Requests, CallDataSendsOnlyWhatIsGiven) {
    Arguments arguments = ownCall();
    arguments.set(keyword::CallType, std::uint16_t(2)).set(keyword::CallWrapupData, QStringLiteral("sold"));
    const DecodedFrame message(built(MessageType::SET_CALL_DATA_REQ, arguments));
    EXPECT_EQ(message.view().number(Field::CallType), 2U);
    EXPECT_EQ(message.view().text(Field::CallWrapupData), "sold");
    EXPECT_FALSE(message.view().has(Field::CallVariable1));
    EXPECT_EQ(message.view().number(Field::CampaignID), 0U);
}

TEST(Requests, QueriesNameTheDevice) {
    const Arguments device{{keyword::AgentInstrument, QStringLiteral("3101")}};
    for (const MessageType type :
         {MessageType::QUERY_AGENT_STATE_REQ, MessageType::QUERY_DEVICE_INFO_REQ, MessageType::SNAPSHOT_DEVICE_REQ}) {
        const DecodedFrame message(built(type, device));
        EXPECT_EQ(message.view().text(Field::AgentInstrument), "3101");
        EXPECT_EQ(message.view().number(Field::PeripheralID), 5000U);
    }
    EXPECT_EQ(DecodedFrame(built(MessageType::QUERY_AGENT_STATE_REQ, device)).view().number(Field::MRDID), 1U);
    EXPECT_EQ(DecodedFrame(built(MessageType::AGENT_DESK_SETTINGS_REQ, {})).view().number(Field::PeripheralID), 5000U);
}

TEST(Requests, ProblemsAreNamed) {
    expectProblem(MessageType::MAKE_CALL_REQ, {{keyword::AgentInstrument, QStringLiteral("3101")}}, Kind::Missing,
                  keyword::DialedNumber);
    expectProblem(MessageType::HOLD_CALL_REQ, {{keyword::ConnectionDeviceID, QStringLiteral("a")}}, Kind::Missing,
                  keyword::ConnectionCallID);
    expectProblem(MessageType::RETRIEVE_CALL_REQ, {}, Kind::Missing, Keyword::of(u"HeldConnectionCallID"));
    Arguments data = ownCall();
    data.set(keyword::CallType, QStringLiteral("many"));
    expectProblem(MessageType::SET_CALL_DATA_REQ, data, Kind::NotANumber, keyword::CallType);
    data.set(keyword::CallType, 70000U);
    expectProblem(MessageType::SET_CALL_DATA_REQ, data, Kind::NotANumber, keyword::CallType);
    data.set(keyword::CallType, 1U).set(keyword::CallVariable1, QString(41, u'x'));
    expectProblem(MessageType::SET_CALL_DATA_REQ, data, Kind::TooLong, keyword::CallVariable1);
    data.set(keyword::CallVariable1, QStringLiteral("日本"));
    expectProblem(MessageType::SET_CALL_DATA_REQ, data, Kind::NotEncodable, keyword::CallVariable1);
    expectProblem(MessageType::CALL_DELIVERED_EVENT, {}, Kind::Unknown, {});
}

TEST(Requests, FortyCharactersFitACallVariable) {
    Arguments data = ownCall();
    data.set(keyword::CallVariable1, QString(40, u'x'));
    EXPECT_TRUE(buildRequest(MessageType::SET_CALL_DATA_REQ, data, context()).has_value());
}

} // namespace
} // namespace callwright::service
