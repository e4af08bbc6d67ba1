#include "tests/unit/objects/two_calls_fixture.h"

namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::MessageType;

class Help : public TwoCallsFixture {
protected:
    void confirmWithSecond(MessageType request, MessageType confirmation) {
        peer().send(peer()
                        .message(confirmation)
                        .set(Field::InvokeID, peer().last(request).invokeId())
                        .set(Field::ConnectionCallID, colleague.callId)
                        .set(Field::ConnectionDeviceIDType, 1U)
                        .set(Field::ConnectionDeviceID, std::string_view(colleague.deviceId)));
        settle();
    }
};

TEST_F(Help, AssistanceConsultsAboutTheCallAndMayBecomeEither) {
    colleague.callType = 19; // CALLTYPE_ASSIST
    talkToCustomer();
    ASSERT_TRUE(agent().requestSupervisorAssist(&first()));
    settle();
    const ReceivedFrame& request = peer().last(MessageType::SUPERVISOR_ASSIST_REQ);
    EXPECT_EQ(request.number(Field::ConnectionCallID), customer.callId);
    EXPECT_EQ(request.text(Field::ConnectionDeviceID), "9001");
    EXPECT_EQ(request.text(Field::AgentInstrument), "3101");
    beginSecond(); // before the confirmation
    holdFirst();
    confirmWithSecond(MessageType::SUPERVISOR_ASSIST_REQ, MessageType::SUPERVISOR_ASSIST_CONF);
    answerSecond();
    EXPECT_EQ(second().counterpart(), &first());
    EXPECT_EQ(second().consultPurpose(), ConsultPurpose::Any);
    EXPECT_EQ(session().enablementMask(), 0x001C1A40U); // facts: consult from assist answered
}

TEST_F(Help, AnEmergencyDoesTheSame) {
    colleague.callType = 20; // CALLTYPE_EMERGENCY
    talkToCustomer();
    ASSERT_TRUE(agent().makeEmergencyCall(&first()));
    settle();
    EXPECT_EQ(peer().last(MessageType::EMERGENCY_CALL_REQ).number(Field::ConnectionCallID), customer.callId);
    confirmWithSecond(MessageType::EMERGENCY_CALL_REQ, MessageType::EMERGENCY_CALL_CONF);
    holdFirst();
    beginSecond();
    EXPECT_EQ(second().counterpart(), &first());
    EXPECT_EQ(second().consultPurpose(), ConsultPurpose::Any);
}

TEST_F(Help, WithoutACallNamesNone) {
    signIn();
    ASSERT_TRUE(agent().requestSupervisorAssist());
    settle();
    EXPECT_EQ(peer().last(MessageType::SUPERVISOR_ASSIST_REQ).number(Field::ConnectionCallID), 0xFFFFFFFFU);
    peer().fail(peer().last(MessageType::SUPERVISOR_ASSIST_REQ), protocol::StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE);
    settle();
    EXPECT_EQ(names(), list({"OnCTIOSFailure", "OnControlFailureConf"}));
    EXPECT_EQ(last(EventId::OnAgentControlFailureConf).toUInt(keyword::MessageType),
              static_cast<std::uint32_t>(MessageType::SUPERVISOR_ASSIST_REQ));
}

TEST_F(Help, IsNotForWhomTheDeskForbidsIt) {
    deskMask &= ~static_cast<std::uint32_t>(protocol::DeskSettingsMask::DESK_SUPERVISOR_CALLS_ALLOWED_MASK);
    talkToCustomer();
    EXPECT_EQ(agent().requestSupervisorAssist(&first()).code, CilCode::InvalidObjectState);
    EXPECT_EQ(agent().makeEmergencyCall(&first()).code, CilCode::InvalidObjectState);
}

TEST_F(Help, NeedsSomebodySignedIn) {
    openAs(AgentState::Logout);
    EXPECT_EQ(agent().requestSupervisorAssist().code, CilCode::AgentNotSignedIn);
    EXPECT_EQ(agent().setGreeting(GreetingAction::Disable).code, CilCode::AgentNotSignedIn);
}

TEST_F(Help, ABadLineIsReportedOfTheCurrentCall) {
    signIn();
    EXPECT_FALSE(agent().reportBadCallLine());
    beginCall(customer);
    sendCallEvent(MessageType::CALL_DELIVERED_EVENT, customer);
    sendCallEvent(MessageType::CALL_ESTABLISHED_EVENT, customer);
    sendState(AgentState::Talking, 0, 1);
    ASSERT_TRUE(agent().reportBadCallLine());
    settle();
    const ReceivedFrame& request = peer().last(MessageType::BAD_CALL_REQ);
    EXPECT_EQ(request.number(Field::ConnectionCallID), customer.callId);
    EXPECT_EQ(request.text(Field::ConnectionDeviceID), "9001");
    EXPECT_EQ(request.text(Field::AgentID), "1001");
}

TEST_F(Help, ItIsHeardThatTheServerTookWhatHasNoEventOfItsOwn) {
    signIn();
    beginCall(customer);
    sendCallEvent(MessageType::CALL_DELIVERED_EVENT, customer);
    std::vector<std::uint32_t> confirmed;
    QObject::connect(&session(), &Session::requestConfirmed, &session(),
                     [&confirmed](std::uint32_t invokeId) { confirmed.push_back(invokeId); });
    const CilResult taken = agent().reportBadCallLine();
    ASSERT_TRUE(taken);
    settle();
    EXPECT_TRUE(confirmed.empty());
    confirmLast(MessageType::BAD_CALL_REQ);
    EXPECT_EQ(confirmed, std::vector<std::uint32_t>{taken.invokeId});
    ASSERT_TRUE(agent().reportBadCallLine());
    settle();
    peer().fail(peer().last(MessageType::BAD_CALL_REQ), protocol::StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE);
    settle();
    EXPECT_EQ(confirmed.size(), 1U);
}

TEST_F(Help, TheGreetingIsSwitchedForTheSession) {
    signIn();
    ASSERT_TRUE(agent().setGreeting(GreetingAction::Disable));
    settle();
    const ReceivedFrame& request = peer().last(MessageType::AGENT_GREETING_CONTROL_REQ);
    EXPECT_EQ(request.number(Field::AgentAction), 1U);
    EXPECT_EQ(request.text(Field::AgentID), "1001");
    confirmLast(MessageType::AGENT_GREETING_CONTROL_REQ);
    EXPECT_EQ(names(), list({"OnAgentGreetingControlConf"}));
    EXPECT_EQ(last(EventId::OnAgentGreetingControlConf).toUInt(keyword::AgentAction), 1U);
}

TEST_F(Help, ANoticeOfAnEmergencyIsPublished) {
    signIn();
    peer().send(peer()
                    .message(MessageType::EMERGENCY_CALL_EVENT)
                    .set(Field::PeripheralID, 5000U)
                    .set(Field::ConnectionCallID, customer.callId)
                    .set(Field::ConnectionDeviceIDType, 1U)
                    .set(Field::ConnectionDeviceID, std::string_view(customer.deviceId))
                    .set(Field::AgentID, std::string_view("1002")));
    settle();
    ASSERT_EQ(names(), list({"OnEmergencyCall"}));
    EXPECT_EQ(last(EventId::OnEmergencyCall).toString(keyword::AgentID), QStringLiteral("1002"));
}

} // namespace
} // namespace callwright::testing
