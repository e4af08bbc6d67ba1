#include "cil/events/keywords.h"
#include "cil/service/field_keywords.h"
#include "cil/service/requests.h"
#include "tests/unit/service/wire_frames.h"

#include <gtest/gtest.h>

/// The requests of whole call control. Field by field: CTI Server guide v25; the defaults are those of its flows.
namespace callwright::service {
namespace {

using protocol::Field;
using protocol::MessageType;
using Kind = RequestProblem::Kind;

constexpr std::uint32_t none = 0xFFFFFFFF;
constexpr std::uint32_t idNone = 0xFFFF;

const Connection consultation{8, 1, QStringLiteral("8-own")};
const Connection original{7, 0, QStringLiteral("7-own")};

RequestResult request(MessageType type, const Arguments& arguments, protocol::Version version = 25) {
    return buildRequest(type, arguments, {version, protocol::CodePage::Windows1252, 5000});
}

protocol::MessageBuilder made(MessageType type, const Arguments& arguments, protocol::Version version = 25) {
    const RequestResult result = request(type, arguments, version);
    EXPECT_TRUE(result.has_value()) << (result ? "" : problemText(result.error()).toStdString());
    return result.value_or(protocol::MessageBuilder(type, version));
}

Arguments with(Arguments arguments, Keyword key, ArgValue value) {
    arguments.set(key, std::move(value));
    return arguments;
}

void expectMissing(MessageType type, const Arguments& arguments, Field field) {
    const RequestResult result = request(type, arguments);
    ASSERT_FALSE(result.has_value()) << protocol::name(field);
    EXPECT_EQ(result.error().kind, Kind::Missing);
    EXPECT_EQ(result.error().keyword.name(), keywordOf(field).name());
}

void expectConnection(const protocol::MessageView& view, const std::array<Field, 3>& fields, const Connection& is) {
    EXPECT_EQ(view.number(fields[0]), is.callId);
    EXPECT_EQ(view.number(fields[1]), is.deviceIdType);
    EXPECT_EQ(view.text(fields[2]), is.deviceId.toStdString());
}

constexpr std::array plainFields{Field::ConnectionCallID, Field::ConnectionDeviceIDType, Field::ConnectionDeviceID};
constexpr std::array activeFields{Field::ActiveConnectionCallID, Field::ActiveConnectionDeviceIDType,
                                  Field::ActiveConnectionDeviceID};
constexpr std::array otherFields{Field::OtherConnectionCallID, Field::OtherConnectionDeviceIDType,
                                 Field::OtherConnectionDeviceID};
constexpr std::array heldFields{Field::HeldConnectionCallID, Field::HeldConnectionDeviceIDType,
                                Field::HeldConnectionDeviceID};

TEST(CallRequests, AlternateNamesTheActiveAndTheOtherCall) {
    const DecodedFrame message(made(MessageType::ALTERNATE_CALL_REQ, activeAndOther(consultation, original)));
    expectConnection(message.view(), activeFields, consultation);
    expectConnection(message.view(), otherFields, original);
    expectMissing(MessageType::ALTERNATE_CALL_REQ, connectionArguments(original), Field::ActiveConnectionCallID);
}

class OnActiveAndHeld : public testing::TestWithParam<MessageType> {};

TEST_P(OnActiveAndHeld, NamesBothWhateverTheirOrderOnTheWire) {
    const DecodedFrame message(made(GetParam(), activeAndHeld(consultation, original)));
    expectConnection(message.view(), activeFields, consultation);
    expectConnection(message.view(), heldFields, original);
    EXPECT_FALSE(message.view().has(Field::DialedNumber));
}

TEST_P(OnActiveAndHeld, WantsTheHeldConnectionsDevice) {
    Arguments arguments = activeAndHeld(consultation, original);
    arguments.remove(keywordOf(Field::HeldConnectionDeviceID));
    expectMissing(GetParam(), arguments, Field::HeldConnectionDeviceID);
}

INSTANTIATE_TEST_SUITE_P(CallRequests, OnActiveAndHeld,
                         testing::Values(MessageType::RECONNECT_CALL_REQ, MessageType::TRANSFER_CALL_REQ,
                                         MessageType::CONFERENCE_CALL_REQ));

TEST(CallRequests, ReconnectNeedsAHeldCall) {
    Arguments arguments = activeAndHeld(consultation, original);
    arguments.remove(keywordOf(Field::HeldConnectionCallID));
    expectMissing(MessageType::RECONNECT_CALL_REQ, arguments, Field::HeldConnectionCallID);
}

class SingleStep : public testing::TestWithParam<MessageType> {};

TEST_P(SingleStep, NamesNoHeldCallAndDials) {
    const Arguments dialled = with(connectionArguments(original), keyword::DialedNumber, QStringLiteral("3103"));
    const Arguments alsoSo = with(activeAndHeld(original, Connection()), keyword::DialedNumber, QStringLiteral("3103"));
    for (const Arguments& arguments : {dialled, alsoSo}) {
        const DecodedFrame message(made(GetParam(), arguments));
        expectConnection(message.view(), activeFields, original);
        EXPECT_EQ(message.view().number(Field::HeldConnectionCallID), none);
        EXPECT_EQ(message.view().number(Field::HeldConnectionDeviceIDType), idNone);
        EXPECT_FALSE(message.view().has(Field::HeldConnectionDeviceID));
        EXPECT_EQ(message.view().text(Field::DialedNumber), "3103");
    }
}

TEST_P(SingleStep, NeedsANumber) {
    expectMissing(GetParam(), connectionArguments(original), Field::DialedNumber);
    expectMissing(GetParam(), {}, Field::ActiveConnectionCallID);
}

INSTANTIATE_TEST_SUITE_P(CallRequests, SingleStep,
                         testing::Values(MessageType::TRANSFER_CALL_REQ, MessageType::CONFERENCE_CALL_REQ));

TEST(CallRequests, AConsultationNeedsItsKindAndItsNumber) {
    Arguments arguments = connectionArguments(original);
    expectMissing(MessageType::CONSULTATION_CALL_REQ, arguments, Field::ConsultType);
    arguments.set(keyword::ConsultType, std::uint16_t(2));
    expectMissing(MessageType::CONSULTATION_CALL_REQ, arguments, Field::DialedNumber);
    arguments.set(keyword::DialedNumber, QStringLiteral("3103"));
    const DecodedFrame message(made(MessageType::CONSULTATION_CALL_REQ, arguments));
    expectConnection(message.view(), activeFields, original);
    EXPECT_EQ(message.view().number(Field::ConsultType), 2U);
    for (const Field field : {Field::CallPlacementType, Field::CallMannerType, Field::AlertRings, Field::CallOption,
                              Field::FacilityType, Field::AnsweringMachine, Field::Priority, Field::PostRoute,
                              Field::NumNamedVariables, Field::NumNamedArrays}) {
        EXPECT_EQ(message.view().number(field), 0U) << protocol::name(field);
    }
}

/// Placement, treatment, accounts and data: the same of every request that dials.
class Dialling : public testing::TestWithParam<MessageType> {};

TEST_P(Dialling, TakesEveryOptionOfACall) {
    const std::vector<std::pair<Field, std::uint32_t>> numbers{
        {Field::CallPlacementType, 2}, {Field::CallMannerType, 1},   {Field::AlertRings, 4}, {Field::CallOption, 6},
        {Field::FacilityType, 1},      {Field::AnsweringMachine, 3}, {Field::Priority, 1},   {Field::PostRoute, 1}};
    const std::vector<Field> texts{Field::DialedNumber,      Field::CallWrapupData, Field::FacilityCode,
                                   Field::AuthorizationCode, Field::AccountCode,    Field::CallVariable10};
    Arguments arguments = connectionArguments(original);
    arguments.set(keyword::AgentInstrument, QStringLiteral("3101")).set(keyword::ConsultType, std::uint16_t(1));
    for (const auto& [field, value] : numbers) {
        arguments.set(keywordOf(field), value);
    }
    for (const Field field : texts) {
        arguments.set(keywordOf(field), QString::fromLatin1(protocol::name(field).data()));
    }
    arguments.set(keyword::ECC, Arguments({{Keyword::of(u"user.a"), QStringLiteral("1")},
                                           {Keyword::of(u"user.b[3]"), QStringLiteral("2")}}));
    const DecodedFrame message(made(GetParam(), arguments));
    for (const auto& [field, value] : numbers) {
        EXPECT_EQ(message.view().number(field), value) << protocol::name(field);
    }
    for (const Field field : texts) {
        EXPECT_EQ(message.view().text(field), protocol::name(field));
    }
    EXPECT_EQ(message.view().number(Field::NumNamedVariables), 1U);
    EXPECT_EQ(message.view().number(Field::NumNamedArrays), 1U);
}

INSTANTIATE_TEST_SUITE_P(CallRequests, Dialling,
                         testing::Values(MessageType::MAKE_CALL_REQ, MessageType::CONSULTATION_CALL_REQ,
                                         MessageType::TRANSFER_CALL_REQ, MessageType::CONFERENCE_CALL_REQ));

TEST(CallRequests, AnOutboundCallMayNameItsCallControlTable) {
    const Arguments arguments{{keyword::AgentInstrument, QStringLiteral("3101")},
                              {keyword::DialedNumber, QStringLiteral("3102")},
                              {keyword::SkillGroupNumber, 12U},
                              {keywordOf(Field::CallPlacementType), 2U},
                              {keywordOf(Field::CCT), QStringLiteral("123")}};
    const DecodedFrame message(made(MessageType::MAKE_CALL_REQ, arguments));
    EXPECT_EQ(message.view().text(Field::CCT), "123");
    EXPECT_EQ(message.view().number(Field::SkillGroupNumber), 12U);
}

/// What the requests on one call need besides the call.
struct OneCall {
    MessageType type;
    std::vector<std::pair<Field, std::string>> needs;
};

class OnOneCall : public testing::TestWithParam<OneCall> {
protected:
    static Arguments arguments() {
        Arguments arguments = connectionArguments(original);
        for (const auto& [field, text] : GetParam().needs) {
            arguments.set(keywordOf(field), QString::fromStdString(text));
        }
        return arguments;
    }
};

TEST_P(OnOneCall, NamesTheCallAndWhatItNeeds) {
    const DecodedFrame message(made(GetParam().type, arguments()));
    expectConnection(message.view(), plainFields, original);
    for (const auto& [field, text] : GetParam().needs) {
        EXPECT_EQ(message.view().text(field), text) << protocol::name(field);
    }
}

TEST_P(OnOneCall, MissesEachOfThem) {
    expectMissing(GetParam().type, {}, Field::ConnectionCallID);
    for (const auto& [field, text] : GetParam().needs) {
        Arguments without = arguments();
        without.remove(keywordOf(field));
        expectMissing(GetParam().type, without, field);
    }
}

INSTANTIATE_TEST_SUITE_P(
    CallRequests, OnOneCall,
    testing::Values(OneCall{MessageType::CLEAR_CALL_REQ, {}}, OneCall{MessageType::CLEAR_CONNECTION_REQ, {}},
                    OneCall{MessageType::SNAPSHOT_CALL_REQ, {}}, OneCall{MessageType::SET_CALL_DATA_REQ, {}},
                    OneCall{MessageType::START_RECORDING_REQ, {}}, OneCall{MessageType::STOP_RECORDING_REQ, {}},
                    OneCall{MessageType::DEFLECT_CALL_REQ, {{Field::CalledDeviceID, "3103"}}},
                    OneCall{MessageType::SEND_DTMF_SIGNAL_REQ, {{Field::DTMFString, "12#"}}},
                    OneCall{MessageType::BAD_CALL_REQ, {{Field::AgentID, "1001"}}}));

TEST(CallRequests, TonesHaveTheSwitchesLengthsUnlessSaid) {
    Arguments arguments = with(connectionArguments(original), keyword::DTMFString, QStringLiteral("1"));
    const DecodedFrame standard(made(MessageType::SEND_DTMF_SIGNAL_REQ, arguments));
    EXPECT_EQ(standard.view().number(Field::ToneDuration), 0U);
    EXPECT_EQ(standard.view().number(Field::PauseDuration), 0U);
    arguments.set(keywordOf(Field::ToneDuration), 65535U).set(keywordOf(Field::PauseDuration), 100000U);
    const DecodedFrame said(made(MessageType::SEND_DTMF_SIGNAL_REQ, arguments));
    EXPECT_EQ(said.view().number(Field::ToneDuration), 65535U);
    EXPECT_EQ(said.view().number(Field::PauseDuration), 100000U);
    arguments.set(keyword::DTMFString, QString(32, u'1'));
    EXPECT_EQ(request(MessageType::SEND_DTMF_SIGNAL_REQ, arguments).error().kind, Kind::TooLong);
}

TEST(CallRequests, ARecordingTakesBothDirectionsAndEndsTheOneThatBegan) {
    Arguments arguments = connectionArguments(original);
    EXPECT_EQ(DecodedFrame(made(MessageType::START_RECORDING_REQ, arguments)).view().number(Field::Direction), 2U);
    arguments.set(keywordOf(Field::SessionID), 5U).set(keywordOf(Field::ServerData), 6U);
    const DecodedFrame stop(made(MessageType::STOP_RECORDING_REQ, arguments));
    EXPECT_EQ(stop.view().number(Field::Direction), 2U);
    EXPECT_EQ(stop.view().number(Field::SessionID), 5U);
    EXPECT_EQ(stop.view().number(Field::ServerData), 6U);
}

class Help : public testing::TestWithParam<MessageType> {};

TEST_P(Help, IsAskedForWithACallOrWithout) {
    const Arguments agent{{keyword::AgentID, QStringLiteral("1001")},
                          {keyword::AgentInstrument, QStringLiteral("3101")}};
    Arguments about = connectionArguments(original);
    const DecodedFrame withCall(made(GetParam(), about.merge(agent)));
    expectConnection(withCall.view(), plainFields, original);
    EXPECT_EQ(withCall.view().text(Field::AgentID), "1001");
    Arguments nothing = connectionArguments(Connection());
    for (const Arguments& arguments : {agent, nothing.merge(agent)}) {
        const DecodedFrame without(made(GetParam(), arguments));
        EXPECT_EQ(without.view().number(Field::ConnectionCallID), none);
        EXPECT_EQ(without.view().number(Field::ConnectionDeviceIDType), idNone);
        EXPECT_FALSE(without.view().has(Field::ConnectionDeviceID));
        EXPECT_EQ(without.view().text(Field::AgentInstrument), "3101");
    }
}

INSTANTIATE_TEST_SUITE_P(CallRequests, Help,
                         testing::Values(MessageType::SUPERVISOR_ASSIST_REQ, MessageType::EMERGENCY_CALL_REQ));

TEST(CallRequests, TheGreetingNeedsTheActionAndTheAgent) {
    const Arguments action{{keyword::AgentAction, std::uint16_t(1)}};
    const Arguments agent{{keyword::AgentID, QStringLiteral("1001")}};
    expectMissing(MessageType::AGENT_GREETING_CONTROL_REQ, agent, Field::AgentAction);
    expectMissing(MessageType::AGENT_GREETING_CONTROL_REQ, action, Field::AgentID);
    Arguments both = action;
    const DecodedFrame message(made(MessageType::AGENT_GREETING_CONTROL_REQ, both.merge(agent)));
    EXPECT_EQ(message.view().number(Field::AgentAction), 1U);
    EXPECT_EQ(message.view().text(Field::AgentID), "1001");
}

TEST(CallRequests, UserToUserInfoIsBytes) {
    QString bytes;
    for (int i = 0; i < 131; ++i) {
        bytes += QChar(static_cast<char16_t>(i * 2 % 256));
    }
    Arguments arguments = with(connectionArguments(original), keyword::UserToUserInfo, bytes);
    const DecodedFrame message(made(MessageType::SET_CALL_DATA_REQ, arguments));
    const auto* field = message.view().find(Field::UserToUserInfo);
    ASSERT_NE(field, nullptr);
    ASSERT_EQ(field->data.size(), 131U);
    EXPECT_EQ(field->data[0], std::byte{0});
    EXPECT_EQ(field->data[100], std::byte{200});
    const RequestProblem tooLong =
        request(MessageType::SET_CALL_DATA_REQ, with(arguments, keyword::UserToUserInfo, bytes + u'x')).error();
    EXPECT_EQ(tooLong.kind, Kind::TooLong);
    EXPECT_EQ(tooLong.limit, 131U);
    EXPECT_EQ(tooLong.size, 132U);
    const RequestProblem noByte =
        request(MessageType::SET_CALL_DATA_REQ, with(arguments, keyword::UserToUserInfo, QStringLiteral("€"))).error();
    EXPECT_EQ(noByte.kind, Kind::NotEncodable);
}

TEST(CallRequests, EveryRequestOfASoftphoneBuildsAtEveryVersion) {
    Arguments arguments = activeAndHeld(consultation, original);
    arguments.merge(connectionArguments(original))
        .merge(activeAndOther(consultation, original))
        .set(keyword::AgentState, std::uint16_t(3))
        .set(keyword::AgentAction, std::uint16_t(0))
        .set(keyword::AgentID, QStringLiteral("1001"))
        .set(keyword::AgentInstrument, QStringLiteral("3101"))
        .set(keyword::ConsultType, std::uint16_t(1))
        .set(keyword::DTMFString, QStringLiteral("1"))
        .set(keyword::CalledDeviceID, QStringLiteral("3103"))
        .set(keyword::DialedNumber, QStringLiteral("3102"));
    for (protocol::Version version = protocol::oldestVersion; version <= protocol::newestVersion; ++version) {
        for (const MessageType type : {MessageType::SET_AGENT_STATE_REQ,   MessageType::MAKE_CALL_REQ,
                                       MessageType::ANSWER_CALL_REQ,       MessageType::CLEAR_CONNECTION_REQ,
                                       MessageType::CLEAR_CALL_REQ,        MessageType::HOLD_CALL_REQ,
                                       MessageType::RETRIEVE_CALL_REQ,     MessageType::ALTERNATE_CALL_REQ,
                                       MessageType::RECONNECT_CALL_REQ,    MessageType::CONSULTATION_CALL_REQ,
                                       MessageType::TRANSFER_CALL_REQ,     MessageType::CONFERENCE_CALL_REQ,
                                       MessageType::DEFLECT_CALL_REQ,      MessageType::SEND_DTMF_SIGNAL_REQ,
                                       MessageType::START_RECORDING_REQ,   MessageType::STOP_RECORDING_REQ,
                                       MessageType::BAD_CALL_REQ,          MessageType::SUPERVISOR_ASSIST_REQ,
                                       MessageType::EMERGENCY_CALL_REQ,    MessageType::AGENT_GREETING_CONTROL_REQ,
                                       MessageType::SET_CALL_DATA_REQ,     MessageType::RELEASE_CALL_REQ,
                                       MessageType::QUERY_AGENT_STATE_REQ, MessageType::AGENT_DESK_SETTINGS_REQ,
                                       MessageType::QUERY_DEVICE_INFO_REQ, MessageType::SNAPSHOT_DEVICE_REQ,
                                       MessageType::SNAPSHOT_CALL_REQ}) {
            EXPECT_TRUE(made(type, arguments, version).build().has_value()) << static_cast<int>(type) << ' ' << version;
        }
    }
}

} // namespace
} // namespace callwright::service
