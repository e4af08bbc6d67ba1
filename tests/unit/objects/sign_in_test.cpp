#include "cil/events/enablement_bits.h"
#include "tests/unit/objects/session_fixture.h"

namespace callwright::testing {
namespace {

using namespace enablement;
using protocol::Field;
using protocol::MessageType;

constexpr std::uint32_t notReadyMask = 0x0A1B0010; // facts: agent part, eNotReady

class SignIn : public SessionFixture {
protected:
    const ReceivedFrame& request() { return peer().last(MessageType::SET_AGENT_STATE_REQ); }
};

TEST_F(SignIn, SendsWhoSignsInAndTheStateThatFollowsIsPublished) {
    openAs(AgentState::Logout);
    const CilResult result = agent().login(QStringLiteral("secret"));
    ASSERT_TRUE(result);
    settle();
    EXPECT_EQ(request().invokeId(), result.invokeId);
    EXPECT_EQ(request().number(Field::AgentState), 0U);
    EXPECT_EQ(request().number(Field::PeripheralID), 5000U);
    EXPECT_EQ(request().text(Field::AgentID), "1001");
    EXPECT_EQ(request().text(Field::AgentPassword), "secret");
    EXPECT_EQ(request().text(Field::AgentInstrument), "3101");
    EXPECT_FALSE(request().text(Field::SSOEnabled));

    confirmLast(MessageType::SET_AGENT_STATE_REQ);
    EXPECT_EQ(names(), list({"OnSetAgentStateConf"}));
    EXPECT_EQ(last(EventId::OnSetAgentStateConf).toUInt(keyword::InvokeID), result.invokeId);
    EXPECT_FALSE(agent().isSignedIn()); // a confirmation is not the change
    sendState(AgentState::NotReady);
    answerDesk();
    answerDevice({});
    EXPECT_EQ(names(),
              list({"OnSetAgentStateConf", "OnAgentStateChange", "OnAgentDeskSettingsConf", "OnSnapshotDeviceConf"}));
    EXPECT_TRUE(agent().isSignedIn());
    EXPECT_EQ(state(), AgentState::NotReady);
    EXPECT_EQ(session().enablementMask(), notReadyMask);
    EXPECT_EQ(last(EventId::OnAgentStateChange).toUInt(keyword::EnablementMask), notReadyMask);
}

TEST_F(SignIn, BySingleSignOnSendsNoPassword) {
    openAs(AgentState::Logout);
    ASSERT_TRUE(agent().login(QStringLiteral("not used"), SignInMethod::SingleSignOn));
    settle();
    EXPECT_EQ(request().number(Field::SSOEnabled), 1U);
    EXPECT_FALSE(request().text(Field::AgentPassword));
}

TEST_F(SignIn, IsRefusedBeforeAgentModeAndWhenSignedIn) {
    ASSERT_TRUE(session().connectTo(parameters, identity));
    EXPECT_EQ(agent().login({}).code, CilCode::NotConnected);
    settle();
    EXPECT_EQ(agent().login({}).code, CilCode::ModeNotSet);
    answerQuery(AgentState::Logout);
    EXPECT_EQ(agent().setReady().code, CilCode::AgentNotSignedIn);
    EXPECT_EQ(agent().makeCall({QStringLiteral("3102"), {}}).code, CilCode::AgentNotSignedIn);
    sendState(AgentState::NotReady);
    EXPECT_EQ(agent().login({}).code, CilCode::InvalidObjectState);
    EXPECT_EQ(peer().count(MessageType::SET_AGENT_STATE_REQ), 0U);
}

TEST_F(SignIn, ThatFailsSaysWhy) {
    openAs(AgentState::Logout);
    const CilResult result = agent().login(QStringLiteral("wrong"));
    settle();
    peer().failControl(request(), protocol::ControlFailureCode::CF_INVALID_PASSWORD_SPECIFIED, 0);
    settle();
    EXPECT_EQ(names(), list({"OnControlFailureConf"}));
    const Arguments& failure = last(EventId::OnAgentControlFailureConf);
    EXPECT_EQ(failure.toUInt(keyword::InvokeID), result.invokeId);
    EXPECT_EQ(failure.toUInt(keyword::MessageType), 38U); // SET_AGENT_STATE_REQ
    EXPECT_EQ(failure.toUInt(keyword::FailureCode),
              static_cast<std::uint32_t>(protocol::ControlFailureCode::CF_INVALID_PASSWORD_SPECIFIED));
    EXPECT_TRUE(failure.toString(keyword::ErrorMessage).contains(QStringLiteral("CF_INVALID_PASSWORD_SPECIFIED")));
    EXPECT_EQ(failure.toString(keyword::AgentID), QStringLiteral("1001"));
    EXPECT_FALSE(agent().isSignedIn());
}

TEST_F(SignIn, ReadyAndNotReadyCarryTheInstrumentAndTheReason) {
    signIn();
    ASSERT_TRUE(agent().setReady());
    settle();
    EXPECT_EQ(request().number(Field::AgentState), 3U);
    EXPECT_EQ(request().text(Field::AgentInstrument), "3101");
    sendState(AgentState::Available);
    EXPECT_EQ(session().enablementMask(), 0x101B0010U); // facts: agent part, eAvailable
    ASSERT_TRUE(agent().setNotReady(50003));
    settle();
    EXPECT_EQ(request().number(Field::AgentState), 2U);
    EXPECT_EQ(request().number(Field::EventReasonCode), 50003U);
}

TEST_F(SignIn, AReasonCodeAboveHalfItsRangeStaysUnsigned) {
    signIn();
    sendState(AgentState::NotReady, 50003);
    EXPECT_EQ(agent().reasonCode(), 50003U);
    EXPECT_EQ(last(EventId::OnAgentStateChange).toInt(keyword::EventReasonCode), 50003);
}

TEST_F(SignIn, AReasonIsNamedAsTheSettingsOrTheSystemNameIt) {
    settings.notReadyReasons = {{QStringLiteral("Lunch"), 3}};
    signIn();
    sendState(AgentState::NotReady, 3);
    EXPECT_EQ(agent().reasonText(), QStringLiteral("Lunch"));
    sendState(AgentState::NotReady, 32767); // the call was not answered
    EXPECT_FALSE(agent().reasonText().isEmpty());
    sendState(AgentState::NotReady, 4711);
    EXPECT_TRUE(agent().reasonText().isEmpty());
    sendState(AgentState::Available, 3); // a code that means nothing in this state
    EXPECT_TRUE(agent().reasonText().isEmpty());
}

TEST_F(SignIn, WithoutClientControlOnlyWhatNeedsNoneIsOn) {
    peer().grants = 0x3; // Client Events, Call Data Update
    openAs(AgentState::NotReady);
    EXPECT_EQ(session().enablementMask(), 0x00180000U);
    EXPECT_EQ(agent().setReady().code, CilCode::NotImplemented);
}

TEST_F(SignIn, WithAgentStateControlAloneNoCallCanBeMade) {
    peer().answersOpen = false;
    ASSERT_TRUE(connectToPeer());
    peer().send(peer()
                    .message(MessageType::OPEN_CONF)
                    .set(Field::InvokeID, peer().last(MessageType::OPEN_REQ).invokeId())
                    .set(Field::ServicesGranted, 0x2003U)
                    .set(Field::PeripheralOnline, 1U));
    settle();
    answerQuery(AgentState::NotReady);
    EXPECT_EQ(session().enablementMask(), 0x0A180000U); // Ready and Logout, but neither dialling nor help
    EXPECT_EQ(agent().makeCall({QStringLiteral("3102"), {}}).code, CilCode::NotImplemented);
    EXPECT_TRUE(agent().setReady());
}

TEST_F(SignIn, ARequiredReasonIsAskedForHere) {
    deskMask |= 0x08 | 0x10; // DESK_IDLE_REASON_REQUIRED_MASK, DESK_LOGOUT_REASON_REQUIRED_MASK
    signIn();
    EXPECT_TRUE(agent().notReadyReasonRequired());
    EXPECT_TRUE(agent().logoutReasonRequired());
    EXPECT_EQ(session().enablementMask(), 0x0C1B0010U);
    EXPECT_EQ(agent().logout().code, CilCode::MissingArgument);
    sendState(AgentState::Available);
    EXPECT_EQ(session().enablementMask(), 0x201B0010U);
    EXPECT_EQ(agent().setNotReady().code, CilCode::MissingArgument);
    EXPECT_TRUE(agent().setNotReady(3));
}

TEST_F(SignIn, WhatTheMaskForbidsIsNotSent) {
    signIn();
    sendState(AgentState::Available);
    const auto sent = peer().received.size();
    EXPECT_EQ(agent().logout(1).code, CilCode::InvalidObjectState);
    EXPECT_EQ(agent().setReady().code, CilCode::InvalidObjectState);
    EXPECT_EQ(agent().setWrapUp().code, CilCode::InvalidObjectState);
    EXPECT_EQ(agent().makeCall({QStringLiteral("3102"), {}}).code, CilCode::InvalidObjectState); // Not Ready only
    settle();
    EXPECT_EQ(peer().received.size(), sent);
}

TEST_F(SignIn, SigningOutNamesTheAgentAgainAndComesInThreeEvents) {
    signIn();
    ASSERT_TRUE(agent().logout(2));
    settle();
    EXPECT_EQ(request().number(Field::AgentState), 1U);
    EXPECT_EQ(request().number(Field::EventReasonCode), 2U);
    EXPECT_EQ(request().text(Field::AgentID), "1001");
    EXPECT_EQ(request().text(Field::AgentPassword), "secret");
    confirmLast(MessageType::SET_AGENT_STATE_REQ);
    sendState(AgentState::Logout, 2);
    EXPECT_EQ(names(), list({"OnSetAgentStateConf", "OnPreLogout", "OnAgentStateChange", "OnPostLogout"}));
    EXPECT_EQ(last(EventId::OnPostLogout).toUInt(keyword::EventReasonCode), 2U);
    EXPECT_EQ(last(EventId::OnPreLogout).toString(keyword::UniqueObjectID), QStringLiteral("agent.5000.1001"));
    EXPECT_FALSE(agent().isSignedIn());
    EXPECT_EQ(buttons(), std::uint32_t(ENABLE_LOGIN));
}

TEST_F(SignIn, ALogoutThatFailsIsToldAsSuch) {
    signIn();
    ASSERT_TRUE(agent().logout(2));
    settle();
    peer().failControl(request(), protocol::ControlFailureCode::CF_INVALID_OBJECT_STATE, 10112);
    settle();
    EXPECT_EQ(names(), list({"OnLogoutFailed", "OnControlFailureConf"}));
    EXPECT_EQ(last(EventId::OnLogoutFailed).toUInt(keyword::PeripheralErrorCode), 10112U);
    EXPECT_EQ(last(EventId::OnLogoutFailed).toUInt(keyword::InvokeID), request().invokeId());
    EXPECT_TRUE(agent().isSignedIn());
}

TEST_F(SignIn, TheStateOfATeamMemberMovesNoOwnButton) {
    signIn();
    const std::uint32_t before = session().enablementMask();
    peer().send(peer()
                    .message(MessageType::AGENT_STATE_EVENT)
                    .set(Field::MRDID, 1U)
                    .set(Field::PeripheralID, 5000U)
                    .set(Field::AgentState, AgentState::Available)
                    .set(Field::AgentID, std::string_view("1002")));
    settle();
    EXPECT_EQ(state(), AgentState::NotReady);
    EXPECT_EQ(session().enablementMask(), before);
    EXPECT_TRUE(events.empty());
}

TEST_F(SignIn, TheStateOfAnotherMediaDomainMovesNothing) {
    signIn();
    sendState(AgentState::Available, 0, 0, 5001);
    EXPECT_EQ(state(), AgentState::NotReady);
    EXPECT_TRUE(events.empty());
}

TEST_F(SignIn, TheVoiceDomainIsTheOneTheServerAnswersFor) {
    ASSERT_TRUE(connectToPeer());
    EXPECT_EQ(peer().last(MessageType::QUERY_AGENT_STATE_REQ).number(Field::MRDID), 1U);
    answerQuery(AgentState::NotReady, 7);
    sendState(AgentState::Available, 0, 0, 7);
    EXPECT_EQ(state(), AgentState::Available);
    sendState(AgentState::NotReady, 0, 0, 1);
    EXPECT_EQ(state(), AgentState::Available);
}

TEST_F(SignIn, TimeInStateGoesOnFromTheServersDuration) {
    signIn();
    clock.advance(std::chrono::seconds(10));
    auto message = peer().message(MessageType::AGENT_STATE_EVENT);
    message.set(Field::AgentState, AgentState::Available).set(Field::StateDuration, 30U).set(Field::MRDID, 1U);
    peer().send(message);
    clock.advance(std::chrono::seconds(12));
    EXPECT_GE(agent().timeInState(), std::chrono::seconds(41));
    EXPECT_LE(agent().timeInState(), std::chrono::seconds(42));
}

TEST_F(SignIn, AStateAskedForDuringACallIsKnownAsTheNextOne) {
    talk();
    auto message = peer().message(MessageType::AGENT_STATE_EVENT);
    message.set(Field::AgentState, AgentState::Talking)
        .set(Field::MRDID, 1U)
        .set(Field::NextAgentState, AgentState::NotReady);
    peer().send(message);
    settle();
    EXPECT_EQ(agent().nextState(), AgentState::NotReady);
    sendState(AgentState::NotReady);
    EXPECT_EQ(agent().nextState(), std::nullopt);
}

} // namespace
} // namespace callwright::testing
