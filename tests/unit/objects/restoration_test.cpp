#include "tests/unit/objects/session_fixture.h"

#include <functional>
#include <utility>
#include <vector>

namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::MessageType;

/// Who was signed in is signed in again, and takes calls again where that was the agent's own choice.
class Restoration : public SessionFixture {
protected:
    std::size_t statesAsked() { return peer().count(MessageType::SET_AGENT_STATE_REQ); }
    std::uint32_t stateAsked() { return peer().last(MessageType::SET_AGENT_STATE_REQ).number(Field::AgentState); }

    void becomeReady() {
        ASSERT_TRUE(agent().setReady());
        settle();
        confirmLast(MessageType::SET_AGENT_STATE_REQ);
        sendState(AgentState::Available);
    }
    /// The link is lost, and the server comes back without knowing of the sign-in.
    void loseSignIn() {
        loseLink();
        comeBack();
        before = statesAsked();
        answerQuery(AgentState::Logout);
    }
    void takeSignIn() {
        confirmLast(MessageType::SET_AGENT_STATE_REQ);
        sendState(AgentState::NotReady);
        answerDesk();
        answerDevice({});
    }
    std::size_t before = 0;
};

TEST_F(Restoration, IsDoneWhenTheLastAnswerIsIn) {
    std::vector<bool> told;
    QObject::connect(&session(), &Session::confirmedChanged, &bystander, [&](bool now) { told.push_back(now); });
    talk();
    EXPECT_TRUE(session().isConfirmed());
    loseLink();
    EXPECT_FALSE(session().isConfirmed());
    comeBack();
    beginCall();
    answerQuery(AgentState::Talking);
    answerDesk();
    answerDevice({PeerCall()});
    EXPECT_FALSE(session().isConfirmed());
    answerCall({});
    EXPECT_TRUE(session().isConfirmed());
    EXPECT_EQ(told, (std::vector<bool>{true, false, true}));
}

TEST_F(Restoration, OfNobodyIsDoneWithTheMode) {
    openAs(AgentState::Logout);
    EXPECT_TRUE(session().isConfirmed());
    ASSERT_TRUE(session().disconnectFrom());
    settle();
    EXPECT_FALSE(session().isConfirmed());
}

TEST_F(Restoration, SignsInAgainOnceWithTheKeptPassword) {
    signIn();
    loseSignIn();
    ASSERT_EQ(statesAsked(), before + 1);
    const ReceivedFrame& login = peer().last(MessageType::SET_AGENT_STATE_REQ);
    EXPECT_EQ(login.number(Field::AgentState), 0U);
    EXPECT_EQ(login.text(Field::AgentPassword), "secret");
    EXPECT_FALSE(session().isConfirmed());
    takeSignIn();
    EXPECT_TRUE(session().isConfirmed());
    EXPECT_EQ(state(), AgentState::NotReady);
    EXPECT_EQ(statesAsked(), before + 1); // nor made ready: the agent was not
    EXPECT_EQ(peer().count(MessageType::SNAPSHOT_DEVICE_REQ), 2U);
}

TEST_F(Restoration, TheStateOfTheNewSignInMayComeBeforeItsConfirmation) {
    signIn();
    loseSignIn();
    sendState(AgentState::NotReady);
    confirmLast(MessageType::SET_AGENT_STATE_REQ);
    answerDesk();
    EXPECT_FALSE(session().isConfirmed());
    answerDevice({});
    EXPECT_TRUE(session().isConfirmed());
}

TEST_F(Restoration, ASignInWhoseStateNeverComesDoesNotHoldTheCallsUp) {
    talk();
    loseSignIn();
    confirmLast(MessageType::SET_AGENT_STATE_REQ);
    clock.advance(std::chrono::seconds(6));
    answerDesk();
    answerDevice({});
    EXPECT_TRUE(session().isConfirmed());
    EXPECT_TRUE(session().calls().empty());
}

TEST_F(Restoration, ReadyByChoiceIsReadyAgain) {
    signIn();
    becomeReady();
    loseSignIn();
    takeSignIn();
    EXPECT_EQ(statesAsked(), before + 2);
    EXPECT_EQ(stateAsked(), 3U);
}

TEST_F(Restoration, ReadyThatFollowedACallIsTheAgentsChoiceToo) {
    talk(); // became ready before, by no request of this desk
    endCall();
    sendState(AgentState::Available);
    loseSignIn();
    takeSignIn();
    EXPECT_EQ(stateAsked(), 3U);
}

TEST_F(Restoration, MadeReadyBySomebodyElseIsNoChoice) {
    signIn();
    sendState(AgentState::Available);
    loseSignIn();
    takeSignIn();
    EXPECT_EQ(statesAsked(), before + 1);
}

TEST_F(Restoration, WrapUpStandsAgainstReady) {
    talk();
    endCall();
    sendState(AgentState::WorkReady);
    loseSignIn();
    takeSignIn();
    EXPECT_EQ(statesAsked(), before + 1);
}

TEST_F(Restoration, ACallStandsAgainstReady) {
    signIn();
    becomeReady();
    loseSignIn();
    confirmLast(MessageType::SET_AGENT_STATE_REQ);
    sendState(AgentState::NotReady);
    answerDesk();
    answerDevice({PeerCall()});
    answerCall({});
    EXPECT_TRUE(session().isConfirmed());
    EXPECT_EQ(statesAsked(), before + 1);
}

TEST_F(Restoration, PutAsideForTheLossIsReadyAgainASupervisorsNotReadyStands) {
    signIn();
    for (const auto& [reason, isReadyAgain] : {std::pair(50002U, true), std::pair(999U, false), std::pair(0U, false)}) {
        becomeReady();
        loseLink();
        comeBack();
        before = statesAsked();
        answerQuery(AgentState::NotReady);
        sendState(AgentState::NotReady, reason);
        answerDesk();
        answerDevice({});
        EXPECT_EQ(statesAsked(), before + (isReadyAgain ? 1 : 0)) << reason;
        if (isReadyAgain)
            sendState(AgentState::NotReady);
    }
}

TEST_F(Restoration, AClickInTheMomentOfTheLossIsNotMadeUpForLater) {
    signIn();
    ASSERT_TRUE(agent().setReady());
    loseSignIn();
    takeSignIn();
    EXPECT_EQ(statesAsked(), before + 1);
    EXPECT_EQ(stateAsked(), 0U);
}

TEST_F(Restoration, WhoWasSigningOutStaysOut) {
    signIn();
    ASSERT_TRUE(agent().logout(1));
    settle();
    loseSignIn();
    EXPECT_EQ(statesAsked(), before);
    EXPECT_TRUE(session().isConfirmed());
}

TEST_F(Restoration, IsNotTriedWhereTheProfileSaysNo) {
    ConnectionProfile manual;
    manual.isDefault = true;
    manual.autoLogin = false;
    settings.profiles = {manual};
    signIn();
    loseSignIn();
    EXPECT_EQ(statesAsked(), before);
    EXPECT_TRUE(session().isConfirmed());
}

TEST_F(Restoration, RefusedItIsNotTriedAgain) {
    signIn();
    loseSignIn();
    peer().failControl(peer().last(MessageType::SET_AGENT_STATE_REQ),
                       protocol::ControlFailureCode::CF_INVALID_PASSWORD_SPECIFIED, 0);
    settle();
    EXPECT_EQ(count(EventId::OnAgentControlFailureConf), 1U);
    answerDesk();
    answerDevice({});
    EXPECT_TRUE(session().isConfirmed());
    EXPECT_EQ(session().enablementMask(), 0x01000000U); // sign in
    loseSignIn();
    EXPECT_EQ(statesAsked(), before);
}

TEST_F(Restoration, LostAgainWhileSigningInItSignsInNextTime) {
    signIn();
    becomeReady();
    loseSignIn();
    ASSERT_EQ(statesAsked(), before + 1);
    loseSignIn();
    EXPECT_EQ(statesAsked(), before + 1);
    takeSignIn();
    EXPECT_EQ(stateAsked(), 3U);
}

TEST_F(Restoration, WhatNobodyAnswersIsAskedAgainUntilItIsAnswered) {
    talk();
    loseLink();
    comeBack();
    beginCall();
    answerQuery(AgentState::Talking);
    answerDesk();
    for (std::size_t asked = 2; asked < 5; ++asked) {
        SCOPED_TRACE(asked);
        ASSERT_EQ(peer().count(MessageType::SNAPSHOT_DEVICE_REQ), asked);
        clock.advance(std::chrono::seconds(16)); // no answer
        answerCall({});
        EXPECT_TRUE(session().isConfirmed());
        clock.advance(std::chrono::seconds(31));
        EXPECT_FALSE(session().isConfirmed());
        answerQuery(AgentState::Talking);
        answerDesk();
    }
    answerDevice({PeerCall()}, 4);
    answerCall({});
    EXPECT_TRUE(session().isConfirmed());
    EXPECT_EQ(onlyCall().status(), CallStatus::Held);
    const auto queries = peer().count(MessageType::QUERY_AGENT_STATE_REQ);
    clock.advance(std::chrono::minutes(5));
    EXPECT_EQ(peer().count(MessageType::QUERY_AGENT_STATE_REQ), queries);
}

TEST_F(Restoration, AStateThatNobodyToldIsAskedForAgain) {
    ASSERT_TRUE(connectToPeer());
    clock.advance(std::chrono::seconds(16));
    EXPECT_TRUE(session().isAgentModeSet());
    clock.advance(std::chrono::seconds(31));
    answerQuery(AgentState::NotReady);
    answerDesk();
    answerDevice({});
    EXPECT_EQ(state(), AgentState::NotReady);
    EXPECT_EQ(count(EventId::OnSetAgentModeEvent), 1U);
}

/// The link is lost again when so many answers of the first rebuild are in.
class LostAgain : public Restoration, public ::testing::WithParamInterface<int> {};

TEST_P(LostAgain, EndsWithWhatTheServerHas) {
    talk();
    const Call* call = &onlyCall();
    loseLink();
    comeBack();
    beginCall();
    forget();
    const std::vector<std::function<void()>> answers{[this] { answerQuery(AgentState::Talking); },
                                                     [this] { answerDesk(); }, [this] { answerDevice({PeerCall()}); },
                                                     [this] { answerCall({}); }};
    for (int i = 0; i < GetParam(); ++i)
        answers.at(static_cast<std::size_t>(i))();
    loseLink();
    EXPECT_FALSE(session().isConfirmed());
    EXPECT_FALSE(onlyCall().isConfirmed());
    comeBack();
    beginCall();
    for (const auto& answer : answers)
        answer();
    EXPECT_TRUE(session().isConfirmed());
    EXPECT_EQ(&onlyCall(), call);
    EXPECT_TRUE(call->isConfirmed());
    EXPECT_EQ(session().currentCall(), call);
    EXPECT_EQ(count(EventId::OnCallBegin), 0U);
    EXPECT_EQ(count(EventId::OnCallEnd), 0U);
}

INSTANTIATE_TEST_SUITE_P(AfterAnswers, LostAgain, ::testing::Range(0, 5));

} // namespace
} // namespace callwright::testing
