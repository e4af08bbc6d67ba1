#include "app/simulator/acd/demo_colleagues.h"
#include "tests/unit/simulator_acd/acd_fixture.h"

namespace callwright::simulator {

class Colleagues : public AcdTest {
protected:
    void SetUp() override { start(demoConfig()); }
};

TEST_F(Colleagues, SitAtTheirPhonesNotReady) {
    const DemoColleagues colleagues(clock, *acd, {"1002", "1091", "nobody"});
    EXPECT_EQ(stateOf("1002"), AGENT_STATE_NOT_READY);
    EXPECT_EQ(stateOf("1091"), AGENT_STATE_NOT_READY);
    EXPECT_EQ(stateOf("1003"), AGENT_STATE_LOGOUT);
}

TEST_F(Colleagues, AnswerAfterAMomentAndAreFreeAgainAfterwards) {
    const DemoColleagues colleagues(clock, *acd, {"1002"});
    signIn("1001");
    dial("3101", "3102");
    clock.advance(std::chrono::seconds(2));
    EXPECT_EQ(legState("3102"), static_cast<std::uint32_t>(LCS_ALERTING));
    clock.advance(std::chrono::seconds(2));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_TALKING);
    EXPECT_EQ(stateOf("1002"), AGENT_STATE_TALKING);
    act(MessageType::CLEAR_CONNECTION_REQ, "3101", legAt("3101"));
    clock.advance(std::chrono::seconds(1));
    EXPECT_EQ(stateOf("1002"), AGENT_STATE_NOT_READY) << "never available: the callers are for the one who looks";
}

TEST_F(Colleagues, LeaveTheQueueToOthers) {
    const DemoColleagues colleagues(clock, *acd, {"1002", "1003"});
    callIn("Billing");
    clock.advance(std::chrono::seconds(20));
    EXPECT_FALSE(legState("3102"));
    EXPECT_FALSE(legState("3103"));
}

TEST_F(Colleagues, ComeBackWhenSomebodySignsThemOut) {
    const DemoColleagues colleagues(clock, *acd, {"1002"});
    logout("1002", "3102", 1);
    ASSERT_EQ(stateOf("1002"), AGENT_STATE_LOGOUT);
    clock.advance(std::chrono::seconds(1));
    EXPECT_EQ(stateOf("1002"), AGENT_STATE_NOT_READY);
}

} // namespace callwright::simulator
