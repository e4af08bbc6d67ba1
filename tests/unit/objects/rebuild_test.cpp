#include "tests/unit/objects/session_fixture.h"

namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::MessageType;

/// After a lost link the model equals the server's.
class Rebuild : public SessionFixture {
protected:
    /// The call goes on, and the list of the device's calls is the next answer.
    void comeBackUntilTheDeviceIsAsked() {
        talk();
        loseLink();
        comeBack();
        beginCall();
        answerQuery(AgentState::Talking);
        answerDesk();
    }
    void rebuild(AgentState state, const std::vector<PeerCall>& calls, std::uint32_t callState = 3) {
        answerQuery(state);
        answerDesk();
        answerDevice(calls, callState);
        for (const PeerCall& call : calls)
            answerCall(call);
    }
};

TEST_F(Rebuild, CallsStayButAreNotConfirmedWhileTheLinkIsLost) {
    talk();
    loseLink();
    EXPECT_EQ(session().status(), ConnectionStatus::Reconnecting);
    EXPECT_FALSE(onlyCall().isConfirmed());
    EXPECT_EQ(onlyCall().status(), CallStatus::Connect);
    EXPECT_EQ(session().enablementMask(), 0U);
    EXPECT_EQ(session().currentServer(), QString());
    EXPECT_EQ(count(EventId::OnCallEnd), 0U);
}

TEST_F(Rebuild, TheNextAttemptIsAnnouncedAndCanBeHurried) {
    signIn();
    peer().refusesOpenWith = protocol::StatusCode::E_CTI_CTI_SERVER_OFFLINE;
    loseLink();
    clock.advance(std::chrono::seconds(2));
    ASSERT_TRUE(session().nextTryIn().has_value());
    EXPECT_GT(*session().nextTryIn(), std::chrono::seconds(1));
    const int connections = peer().connections;
    session().retryNow();
    clock.advance(Milliseconds(100));
    EXPECT_EQ(peer().connections, connections + 1);
}

TEST_F(Rebuild, ASurvivingCallKeepsItsIdentity) {
    talk();
    const Call* call = &onlyCall();
    loseLink();
    comeBack();
    forget();
    beginCall();
    rebuild(AgentState::Hold, {PeerCall()}, 4);
    EXPECT_EQ(&onlyCall(), call);
    EXPECT_TRUE(call->isConfirmed());
    EXPECT_EQ(call->status(), CallStatus::Held);
    EXPECT_EQ(state(), AgentState::Hold);
    EXPECT_EQ(count(EventId::OnCallBegin), 0U);
    EXPECT_EQ(count(EventId::OnCallEnd), 0U);
    EXPECT_EQ(session().enablementMask() & 0xF, 0xAU); // Retrieve, Release
    EXPECT_EQ(names(), list({"OnCallDataUpdate", "OnQueryAgentStateConf", "OnSetAgentModeEvent",
                             "OnAgentDeskSettingsConf", "OnSnapshotDeviceConf", "OnSnapshotCallConf"}));
}

TEST_F(Rebuild, ASurvivingCallHasTheDataThatItIsBegunAgainWith) {
    talk();
    peer().send(callEvent(MessageType::CALL_DATA_UPDATE_EVENT).set(Field::CallVariable2, std::string_view("old")));
    settle();
    ASSERT_TRUE(onlyCall().data().contains(keyword::CallVariable2));
    loseLink();
    EXPECT_TRUE(onlyCall().data().contains(keyword::CallVariable2));
    comeBack();
    beginCall();
    EXPECT_FALSE(onlyCall().data().contains(keyword::CallVariable2));
    EXPECT_EQ(onlyCall().data().toString(keyword::DialedNumber), QStringLiteral("8001"));
}

TEST_F(Rebuild, ALostCallEndsAndANewOneBegins) {
    talk();
    loseLink();
    comeBack();
    forget();
    const PeerCall other{16777299, "9050", 1};
    rebuild(AgentState::Talking, {other});
    ASSERT_EQ(session().calls().size(), 1U);
    EXPECT_EQ(onlyCall().connectionCallId(), 16777299U);
    EXPECT_EQ(onlyCall().status(), CallStatus::Connect);
    EXPECT_EQ(session().currentCall(), &onlyCall());
    EXPECT_EQ(last(EventId::OnCallEnd).toString(keyword::UniqueObjectID), QStringLiteral("call.5000.16777217.9001"));
    EXPECT_EQ(last(EventId::OnCallBegin).toString(keyword::UniqueObjectID), QStringLiteral("call.5000.16777299.9050"));
}

TEST_F(Rebuild, ANewCallHasWhatWasToldWhileItWasBeingAskedFor) {
    settings.minimizeEventArgs = false;
    talk();
    loseLink();
    comeBack();
    const PeerCall other{16777299, "9050", 1};
    peer().send(callEvent(MessageType::CALL_DATA_UPDATE_EVENT, other)
                    .set(Field::CampaignID, 12U)
                    .set(Field::CallVariable1, std::string_view("older than the snapshot"))
                    .set(Field::CustomerAccountNumber, std::string_view("A-17")));
    rebuild(AgentState::Talking, {other});
    const Arguments& begun = last(EventId::OnCallBegin);
    EXPECT_EQ(begun.toUInt(keyword::CampaignID), 12U); // no snapshot has that
    EXPECT_EQ(begun.toString(keyword::CustomerAccountNumber), QStringLiteral("A-17"));
    EXPECT_EQ(onlyCall().data().toString(keyword::CustomerAccountNumber), QStringLiteral("A-17"));
    EXPECT_EQ(begun.toString(keyword::CallVariable1), QStringLiteral("from the snapshot"));
}

TEST_F(Rebuild, CallsOfAnAgentWhoWasSignedOutMeanwhileEnd) {
    ConnectionProfile manual;
    manual.isDefault = true;
    manual.autoLogin = false;
    settings.profiles = {manual};
    talk();
    loseLink();
    comeBack();
    answerQuery(AgentState::Logout);
    answerDesk();
    answerDevice({});
    EXPECT_TRUE(session().calls().empty());
    EXPECT_FALSE(agent().isSignedIn());
    EXPECT_EQ(session().enablementMask(), 0x01000000U);
}

TEST_F(Rebuild, WithoutADeviceSnapshotTheCallsBegunAnewAreThoseThereAre) {
    talk();
    beginCall({16777222, "9005", 10});
    loseLink();
    comeBack();
    beginCall({16777222, "9005", 10});
    answerQuery(AgentState::Talking);
    answerDesk();
    peer().fail(peer().last(MessageType::SNAPSHOT_DEVICE_REQ), protocol::StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE);
    settle();
    ASSERT_EQ(session().calls().size(), 1U);
    EXPECT_EQ(onlyCall().connectionCallId(), 16777222U);
}

TEST_F(Rebuild, SurvivesAnotherLossInTheMiddle) {
    talk();
    loseLink();
    comeBack();
    answerQuery(AgentState::Talking);
    loseLink();
    EXPECT_FALSE(session().isAgentModeSet());
    EXPECT_EQ(agent().setNotReady(1).code, CilCode::InFailover);
    comeBack();
    rebuild(AgentState::Talking, {PeerCall()});
    EXPECT_EQ(session().calls().size(), 1U);
    EXPECT_TRUE(onlyCall().isConfirmed());
    EXPECT_EQ(session().status(), ConnectionStatus::Open);
}

TEST_F(Rebuild, ACallThatEndsAfterTheDeviceWasAskedForDoesNotComeBackWithTheAnswer) {
    comeBackUntilTheDeviceIsAsked();
    forget();
    endCall();
    answerDevice({PeerCall()});
    EXPECT_EQ(count(EventId::OnCallEnd), 1U);
    EXPECT_EQ(count(EventId::OnCallBegin), 0U);
    EXPECT_EQ(session().currentCall(), nullptr);
}

TEST_F(Rebuild, WhatAnEventToldAfterTheDeviceWasAskedForStands) {
    comeBackUntilTheDeviceIsAsked();
    sendCallEvent(MessageType::CALL_HELD_EVENT);
    answerDevice({PeerCall()}, 3); // connected, it was
    EXPECT_EQ(onlyCall().status(), CallStatus::Held);
}

TEST_F(Rebuild, ACallBegunAfterTheDeviceWasAskedForStays) {
    talk();
    loseLink();
    comeBack();
    answerQuery(AgentState::NotReady);
    answerDesk();
    beginCall({16777300, "9060", 1});
    answerDevice({});
    EXPECT_EQ(onlyCall().connectionCallId(), 16777300U);
}

TEST_F(Rebuild, CallDataThatAnEventHasOvertakenAreAskedForAgain) {
    comeBackUntilTheDeviceIsAsked();
    answerDevice({PeerCall()});
    peer().send(callEvent(MessageType::CALL_DATA_UPDATE_EVENT).set(Field::CallVariable1, std::string_view("newer")));
    settle();
    answerCall({}); // says otherwise, and is older
    EXPECT_EQ(onlyCall().data().toString(keyword::CallVariable1), QStringLiteral("newer"));
    EXPECT_EQ(peer().count(MessageType::SNAPSHOT_CALL_REQ), 2U);
    EXPECT_FALSE(session().isConfirmed());
    answerCall({});
    EXPECT_EQ(onlyCall().data().toString(keyword::CallVariable1), QStringLiteral("from the snapshot"));
    EXPECT_TRUE(session().isConfirmed());
}

TEST_F(Rebuild, ACallThatIsNotConfirmedTakesNoRequestAndLightsNoButton) {
    talk();
    loseLink();
    comeBack();
    answerQuery(AgentState::Talking);
    EXPECT_EQ(onlyCall().hold().code, CilCode::InFailover);
    EXPECT_EQ(session().enablementMask() & 0xF, 0U);
    answerDesk();
    answerDevice({PeerCall()});
    EXPECT_EQ(session().enablementMask() & 0x6, 0x6U); // Release, Hold
}

TEST_F(Rebuild, AConsultationWhoseConfirmationWasLostIsOneAllTheSame) {
    const PeerCall consult{16777230, "9077", 12}; // CALLTYPE_CONSULT
    talk();
    Call& original = onlyCall();
    DialOptions options;
    options.dialedNumber = QStringLiteral("2200");
    ASSERT_TRUE(original.makeConsultCall(options, ConsultType::Transfer));
    settle();
    loseLink();
    comeBack();
    beginCall();
    beginCall(consult);
    rebuild(AgentState::Talking, {PeerCall(), consult});
    ASSERT_EQ(session().calls().size(), 2U);
    ASSERT_TRUE(original.counterpart());
    EXPECT_EQ(original.counterpart()->consultPurpose(), ConsultPurpose::Transfer);
}

TEST_F(Rebuild, DoesNotSignInAgainByItself) {
    signIn();
    const auto sent = peer().count(MessageType::SET_AGENT_STATE_REQ);
    loseLink();
    comeBack();
    rebuild(AgentState::NotReady, {});
    EXPECT_EQ(peer().count(MessageType::SET_AGENT_STATE_REQ), sent);
    EXPECT_EQ(state(), AgentState::NotReady);
}

} // namespace
} // namespace callwright::testing
