#include "tests/integration/chain/chain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace callwright::testing {
namespace {

using ::testing::IsEmpty;

/// The plain story, step by step, with the dump held against the truth after each.
TEST(InboundCall, IsTheSameAtTheDeskAsAtTheSwitchAtEveryStep) {
    Chain chain({.agents = someAgents(1)});
    Desk& desk = chain.desk(0);
    chain.connect(desk);
    chain.settle();
    Agent& agent = *desk.session.currentAgent();
    ASSERT_THAT(chain.differences(desk), IsEmpty());

    const auto step = [&](const CilResult& result) {
        ASSERT_TRUE(result) << cilErrorName(result.code).toStdString();
        desk.sent(result);
        chain.settle();
        ASSERT_THAT(chain.differences(desk), IsEmpty());
    };
    step(agent.login(QStringLiteral("any")));
    EXPECT_EQ(agent.state(), AgentState::NotReady);
    step(agent.setReady());
    const auto callId = chain.simulator().startCall("Billing", "4155550134", {{"CallVariable1", "88-1204"}});
    ASSERT_TRUE(callId);
    chain.settle();
    ASSERT_EQ(desk.liveCalls().size(), 1U);
    Call* call = desk.liveCalls().front();
    EXPECT_EQ(call->status(), CallStatus::Alerting);
    EXPECT_EQ(call->connectionCallId(), *callId);
    EXPECT_EQ(agent.state(), AgentState::Reserved);
    ASSERT_THAT(chain.differences(desk), IsEmpty());
    step(call->answer());
    EXPECT_EQ(agent.state(), AgentState::Talking);
    step(call->setCallData({{Keyword::of(u"CallVariable3"), QStringLiteral("silver")}}));
    step(call->hold());
    EXPECT_EQ(call->status(), CallStatus::Held);
    step(call->retrieve());
    step(agent.setWrapUp());
    step(call->clearConnection());
    EXPECT_THAT(desk.liveCalls(), IsEmpty());
    EXPECT_EQ(agent.state(), AgentState::WorkReady);
    ASSERT_TRUE(desk.session.wrapupCall());
    step(desk.session.wrapupCall()->setCallData({{Keyword::of(u"CallWrapupData"), QStringLiteral("Sale")}}));
    step(agent.setNotReady());
    EXPECT_EQ(desk.session.wrapupCall(), nullptr);
    step(agent.logout());
    EXPECT_EQ(agent.state(), AgentState::Logout);
}

} // namespace
} // namespace callwright::testing
