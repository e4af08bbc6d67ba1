#include "tests/unit/objects/two_calls_fixture.h"

namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::MessageType;

class CallRequests : public TwoCallsFixture {};

TEST_F(CallRequests, TonesAreSentAsTheyAreDialled) {
    talkToCustomer();
    ASSERT_TRUE(first().sendDtmf({QStringLiteral("12#"), 100, 70}));
    settle();
    const ReceivedFrame& request = peer().last(MessageType::SEND_DTMF_SIGNAL_REQ);
    EXPECT_EQ(request.text(Field::DTMFString), "12#");
    EXPECT_EQ(request.number(Field::ToneDuration), 100U);
    EXPECT_EQ(request.number(Field::PauseDuration), 70U);
    EXPECT_EQ(request.text(Field::ConnectionDeviceID), "9001");
    confirmLast(MessageType::SEND_DTMF_SIGNAL_REQ);
    EXPECT_EQ(names(), list({"OnSendDTMFConf"}));
    for (const char* tones : {"", "12x", "01234567890123456789012345678901"}) {
        const CilResult result = first().sendDtmf({QString::fromLatin1(tones)});
        EXPECT_EQ(result.code, CilCode::InvalidArgument) << tones;
        EXPECT_TRUE(cilErrorText(result).contains(QString::fromLatin1(tones))) << tones;
    }
    holdFirst();
    EXPECT_EQ(first().sendDtmf({QStringLiteral("1")}).code, CilCode::InvalidObjectState);
}

TEST_F(CallRequests, StoppingARecordingRepeatsTheRecordersWords) {
    talkToCustomer();
    EXPECT_EQ(first().stopRecord().code, CilCode::InvalidObjectState);
    ASSERT_TRUE(first().startRecord());
    settle();
    EXPECT_FALSE(first().isRecording());
    const ReceivedFrame& start = peer().last(MessageType::START_RECORDING_REQ);
    EXPECT_EQ(start.number(Field::ConnectionCallID), customer.callId);
    EXPECT_EQ(start.number(Field::Direction), 2U);
    EXPECT_EQ(start.text(Field::AgentID), "1001");
    peer().send(peer()
                    .message(MessageType::START_RECORDING_CONF)
                    .set(Field::InvokeID, start.invokeId())
                    .set(Field::SessionID, 815U)
                    .set(Field::ServerData, 4711U));
    settle();
    EXPECT_EQ(names(), list({"OnCallStartRecordingConf"}));
    EXPECT_TRUE(first().isRecording());
    EXPECT_EQ(first().startRecord().code, CilCode::InvalidObjectState);
    ASSERT_TRUE(first().stopRecord());
    settle();
    EXPECT_EQ(peer().last(MessageType::STOP_RECORDING_REQ).number(Field::SessionID), 815U);
    EXPECT_EQ(peer().last(MessageType::STOP_RECORDING_REQ).number(Field::ServerData), 4711U);
    EXPECT_TRUE(first().isRecording());
    confirmLast(MessageType::STOP_RECORDING_REQ);
    EXPECT_EQ(names(), list({"OnCallStartRecordingConf", "OnCallStopRecordingConf"}));
    EXPECT_FALSE(first().isRecording());
}

TEST_F(CallRequests, ARecordingThatIsRefusedIsNone) {
    talkToCustomer();
    ASSERT_TRUE(first().startRecord());
    settle();
    peer().fail(peer().last(MessageType::START_RECORDING_REQ), protocol::StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE);
    settle();
    EXPECT_EQ(names(), list({"OnCTIOSFailure", "OnControlFailureConf"}));
    EXPECT_FALSE(first().isRecording());
}

TEST_F(CallRequests, ARingingCallIsDeflected) {
    signIn();
    beginCall(customer);
    EXPECT_EQ(first().deflect(QStringLiteral("2105")).code, CilCode::InvalidObjectState);
    sendCallEvent(MessageType::CALL_DELIVERED_EVENT, customer);
    EXPECT_EQ(first().deflect(QStringLiteral("home")).code, CilCode::InvalidArgument);
    ASSERT_TRUE(first().deflect(QStringLiteral("2 105")));
    settle();
    const ReceivedFrame& request = peer().last(MessageType::DEFLECT_CALL_REQ);
    EXPECT_EQ(request.text(Field::CalledDeviceID), "2105");
    EXPECT_EQ(request.number(Field::CalledDeviceType), 0U);
    EXPECT_EQ(request.text(Field::ConnectionDeviceID), "9001");
}

TEST_F(CallRequests, ClearIsForAllParties) {
    talkToCustomer();
    ASSERT_TRUE(first().clear());
    settle();
    EXPECT_EQ(peer().last(MessageType::CLEAR_CALL_REQ).text(Field::ConnectionDeviceID), "9001");
    confirmLast(MessageType::CLEAR_CALL_REQ);
    EXPECT_EQ(names(), list({"OnClearCallConf"}));
}

TEST_F(CallRequests, EachIsForTheStatusThatTakesIt) {
    signIn();
    beginCall(customer);
    sendCallEvent(MessageType::CALL_DELIVERED_EVENT, customer);
    Call& ringing = first();
    EXPECT_EQ(ringing.hold().code, CilCode::InvalidObjectState);
    EXPECT_EQ(ringing.retrieve().code, CilCode::CallNotOnHold);
    EXPECT_EQ(ringing.startRecord().code, CilCode::InvalidObjectState);
    EXPECT_EQ(ringing.singleStepTransfer({QStringLiteral("2102")}).code, CilCode::InvalidObjectState);
    EXPECT_EQ(ringing.makeConsultCall({QStringLiteral("2102")}, ConsultType::Transfer).code,
              CilCode::InvalidObjectState);
    EXPECT_EQ(ringing.transfer().code, CilCode::InvalidObjectState);
    EXPECT_EQ(ringing.conference().code, CilCode::InvalidObjectState);
    EXPECT_EQ(ringing.reconnect().code, CilCode::InvalidObjectState);
    EXPECT_EQ(ringing.alternate().code, CilCode::InvalidObjectState);
}

TEST_F(CallRequests, TooMuchDataIsNamedWithItsLimit) {
    talkToCustomer();
    const CilResult longValue = first().makeConsultCall(
        {QStringLiteral("2102"), {{keyword::CallVariable3, QString(41, u'x')}}}, ConsultType::Transfer);
    EXPECT_EQ(longValue.code, CilCode::InvalidArgument);
    EXPECT_TRUE(longValue.problem.contains(QStringLiteral("CallVariable3")));
    Arguments ecc;
    for (int i = 0; i < 12; ++i)
        ecc.set(QStringLiteral("user.v%1").arg(i), QString(200, u'x'));
    const CilResult tooMuch = first().setCallData({{keyword::ECC, ecc}});
    EXPECT_EQ(tooMuch.code, CilCode::InvalidArgument);
    EXPECT_TRUE(cilErrorText(tooMuch).contains(QStringLiteral("2000")));
    EXPECT_TRUE(first().pendingData().isEmpty());
    EXPECT_EQ(
        first()
            .makeConsultCall({QStringLiteral("2102"), {{keyword::ANI, QStringLiteral("1")}}}, ConsultType::Transfer)
            .code,
        CilCode::InvalidArgument); // no data that one may give
    EXPECT_EQ(peer().count(MessageType::CONSULTATION_CALL_REQ), 0U);
}

TEST_F(CallRequests, ASnapshotTellsTheParties) {
    talkToCustomer();
    ASSERT_TRUE(first().snapshot());
    settle();
    answerParties(customer, {{"9000", "4155550134", 3}, {"9001", "2101", 3}, {"9004", "2102", 4}});
    EXPECT_EQ(names(), list({"OnSnapshotCallConf"}));
    EXPECT_EQ(devices(first()), list({"2101", "4155550134", "2102"}));
    EXPECT_EQ(first().parties().back().status, CallStatus::Held);
    EXPECT_TRUE(first().isConference());
}

TEST_F(CallRequests, WhatIsKnownFallsIntoContextAndData) {
    talkToCustomer();
    peer().send(callEvent(MessageType::CALL_DATA_UPDATE_EVENT, customer).setNamed("user.account", "7"));
    settle();
    const Arguments context = first().context();
    EXPECT_EQ(context.toString(keyword::ANI), QStringLiteral("4155550134"));
    EXPECT_EQ(context.toString(keyword::UniqueObjectID), first().uniqueObjectId());
    EXPECT_FALSE(context.contains(keyword::CallVariable1));
    const Arguments data = first().callData();
    EXPECT_EQ(data.toString(keyword::CallVariable1), QStringLiteral("88-1204"));
    ASSERT_TRUE(data.arguments(keyword::ECC));
    EXPECT_EQ(data.arguments(keyword::ECC)->toString(Keyword::of(u"user.account")), QStringLiteral("7"));
    EXPECT_FALSE(data.contains(keyword::ANI));
}

TEST_F(CallRequests, PartiesComeAndGoWithTheEvents) {
    talkToCustomer();
    EXPECT_EQ(devices(first()), list({"2101", "4155550134"}));
    EXPECT_EQ(first().parties().front().connectionDeviceId, QStringLiteral("9001"));
    peer().send(callEvent(MessageType::CALL_HELD_EVENT, {customer.callId, "9000", 1})
                    .set(Field::HoldingDeviceID, std::string_view("4155550134")));
    settle();
    EXPECT_EQ(first().parties().back().status, CallStatus::Held);
    EXPECT_EQ(first().parties().back().connectionDeviceId, QStringLiteral("9000"));
    EXPECT_EQ(first().status(), CallStatus::Connect);
    peer().send(callEvent(MessageType::CALL_CONNECTION_CLEARED_EVENT, {customer.callId, "9000", 1}));
    settle();
    EXPECT_EQ(devices(first()), list({"2101"}));
}

TEST_F(CallRequests, WhoAnswersBeyondTheSwitchMayHaveAnotherNumberThanWasCalled) {
    const PeerCall call{customer.callId, "9001", 10}; // CALLTYPE_OUT
    signIn();
    beginCall(call);
    peer().send(
        callEvent(MessageType::CALL_REACHED_NETWORK_EVENT, call).set(Field::CalledDeviceID, std::string_view("2109")));
    settle();
    EXPECT_EQ(devices(first()), list({"2101", "2109"}));
    peer().send(callEvent(MessageType::CALL_ESTABLISHED_EVENT, {call.callId, "9009", 10})
                    .set(Field::LocalConnectionState, protocol::LocalConnectionState::LCS_CONNECT)
                    .set(Field::CallingDeviceID, std::string_view(own))
                    .set(Field::AnsweringDeviceID, std::string_view("4155550000")));
    settle();
    EXPECT_EQ(devices(first()), list({"2101", "4155550000"}));
}

TEST_F(CallRequests, ACallerWhoWithholdsTheNumberIsSomebodyAllTheSame) {
    signIn();
    beginCall(customer);
    peer().send(
        callEvent(MessageType::CALL_DELIVERED_EVENT, customer).set(Field::AlertingDeviceID, std::string_view(own)));
    settle();
    EXPECT_EQ(devices(first()), list({"2101", "?"}));
}

TEST_F(CallRequests, ANewCallTakesEveryOptionOfDialling) {
    signIn();
    DialOptions options{QStringLiteral("2102")};
    options.callPlacementType = 3;
    options.callMannerType = 1;
    options.callOption = 2;
    options.facilityType = 2;
    options.answeringMachine = 1;
    options.skillGroupNumber = 46;
    options.callData = {{keyword::UserToUserInfo, QStringLiteral("hello")},
                        {keyword::FacilityCode, QStringLiteral("12")},
                        {keyword::AuthorizationCode, QStringLiteral("34")}};
    ASSERT_TRUE(agent().makeCall(options));
    settle();
    const ReceivedFrame& request = peer().last(MessageType::MAKE_CALL_REQ);
    EXPECT_EQ(request.number(Field::CallPlacementType), 3U);
    EXPECT_EQ(request.number(Field::CallMannerType), 1U);
    EXPECT_EQ(request.number(Field::CallOption), 2U);
    EXPECT_EQ(request.number(Field::FacilityType), 2U);
    EXPECT_EQ(request.number(Field::AnsweringMachine), 1U);
    EXPECT_EQ(request.number(Field::SkillGroupNumber), 46U);
    EXPECT_EQ(request.text(Field::UserToUserInfo), "hello");
    EXPECT_EQ(request.text(Field::FacilityCode), "12");
    EXPECT_EQ(request.text(Field::AuthorizationCode), "34");
}

} // namespace
} // namespace callwright::testing
