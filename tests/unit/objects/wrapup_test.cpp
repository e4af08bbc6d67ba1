#include "tests/unit/objects/session_fixture.h"

namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::MessageType;

class Wrapup : public SessionFixture {};

TEST_F(Wrapup, KeepsTheCallForItsDataUntilItIsLeft) {
    talk();
    endCall();
    sendState(AgentState::WorkReady, 0, 1);
    ASSERT_TRUE(session().wrapupCall());
    EXPECT_TRUE(session().wrapupCall()->isEnded());
    EXPECT_EQ(session().calls().size(), 1U);
    EXPECT_EQ(session().currentCall(), nullptr);
    EXPECT_EQ(session().enablementMask(), 0x18180000U); // facts: agent part, eWorkReady
    ASSERT_TRUE(onlyCall().setCallData({{keyword::CallWrapupData, QStringLiteral("Sale")}}));
    settle();
    EXPECT_EQ(peer().last(MessageType::SET_CALL_DATA_REQ).text(Field::CallWrapupData), "Sale");
    EXPECT_EQ(onlyCall().answer().code, CilCode::InvalidCall);
    confirmLast(MessageType::SET_CALL_DATA_REQ);
    EXPECT_EQ(last(EventId::OnSetCallDataConf).toString(keyword::UniqueObjectID),
              QStringLiteral("call.5000.16777217.9001"));
    sendState(AgentState::Available);
    EXPECT_EQ(session().wrapupCall(), nullptr);
    EXPECT_TRUE(session().calls().empty());
}

TEST_F(Wrapup, KeepsTheCallToWhenTheStateComesBeforeTheEnd) {
    talk();
    sendState(AgentState::WorkNotReady, 0, 1);
    endCall();
    EXPECT_TRUE(session().wrapupCall());
    sendState(AgentState::NotReady);
    EXPECT_EQ(session().wrapupCall(), nullptr);
}

TEST_F(Wrapup, ThatDoesNotFollowLeavesNoCall) {
    talk();
    endCall();
    EXPECT_TRUE(session().wrapupCall()); // it may still follow
    sendState(AgentState::Available);
    EXPECT_EQ(session().wrapupCall(), nullptr);
}

TEST_F(Wrapup, IsOverForTheOldCallWhenTheNextOneBegins) {
    talk();
    endCall();
    const PeerCall next{16777230, "9010", 1};
    beginCall(next);
    EXPECT_EQ(session().wrapupCall(), nullptr);
    EXPECT_EQ(onlyCall().connectionCallId(), 16777230U);
}

TEST_F(Wrapup, SaysWhichWayTheCallWasAndWhetherDataIsRequired) {
    incomingWrapup = 3; // REQUIRED_WITH_DATA
    talk();
    endCall();
    sendState(AgentState::WorkReady, 0, 1);
    EXPECT_EQ(last(EventId::OnAgentStateChange).toUInt(keyword::IncomingOrOutgoing), 1U);
    EXPECT_EQ(last(EventId::OnAgentStateChange).toBool(keyword::WrapupOkEnabled), true);
    EXPECT_TRUE(agent().wrapupDataRequired());
    sendState(AgentState::WorkReady, 0, 2);
    EXPECT_EQ(agent().incomingOrOutgoing(), 2U);
    EXPECT_EQ(last(EventId::OnAgentStateChange).toBool(keyword::WrapupOkEnabled), false);
}

TEST_F(Wrapup, KnowsTheDirectionFromTheCallWhereTheProtocolIsTooOldToSay) {
    parameters.highestVersion = 15;
    talk();
    endCall();
    sendState(AgentState::WorkReady);
    EXPECT_EQ(agent().incomingOrOutgoing(), 1U);
}

TEST_F(Wrapup, CanBeAskedForWhileTalkingWhereItIsAChoice) {
    incomingWrapup = 1; // OPTIONAL
    talk();
    ASSERT_TRUE(agent().setWrapUp());
    settle();
    EXPECT_EQ(peer().last(MessageType::SET_AGENT_STATE_REQ).number(Field::AgentState), 6U); // WORK_READY
}

TEST_F(Wrapup, CannotBeAskedForWhereItIsNotAllowed) {
    incomingWrapup = 2; // NOT_ALLOWED
    talk();
    EXPECT_EQ(agent().setWrapUp().code, CilCode::InvalidObjectState);
}

} // namespace
} // namespace callwright::testing
