#include "app/simulator/acd/demo_callers.h"
#include "tests/unit/simulator_acd/acd_fixture.h"

#include <set>

namespace callwright::simulator {

class Demo : public AcdTest {
protected:
    std::string run(std::uint64_t seed, Milliseconds time) {
        start(demoConfig());
        DemoCallers callers(clock, *acd, seed);
        clock.advance(time);
        return acd->state().dump();
    }
};

TEST_F(Demo, PeopleCallTheQueuesWithNamesAndNumbers) {
    start(demoConfig());
    DemoCallers callers(clock, *acd, 1);
    clock.advance(std::chrono::seconds(5));
    EXPECT_TRUE(acd->state().at("calls").empty());
    std::set<std::string> dialled;
    for (int minute = 0; minute < 60; ++minute) {
        clock.advance(std::chrono::minutes(1));
        const auto state = acd->state();
        EXPECT_LE(state.at("calls").size(), DemoOptions().mostCallers);
        for (const auto& call : state.at("calls")) {
            dialled.insert(call.at("DialedNumber").get<std::string>());
            EXPECT_FALSE(call.at("CallVariable1").get<std::string>().empty());
            EXPECT_EQ(call.at("ANI").get<std::string>().size(), 10u);
        }
    }
    EXPECT_EQ(dialled, (std::set<std::string>{"8001", "8002", "8003"}));
    EXPECT_GT(at("8001", MessageType::END_CALL_EVENT).size(), 3u) << "nobody waits for ever";
}

TEST_F(Demo, IsTheSameForTheSameSeed) {
    const std::string first = run(5, std::chrono::minutes(7));
    EXPECT_EQ(run(5, std::chrono::minutes(7)), first);
    EXPECT_NE(run(6, std::chrono::minutes(7)), first);
}

TEST_F(Demo, AnAgentIsCalledAndTheCallerHangsUpInTheEnd) {
    start(demoConfig());
    DemoCallers callers(clock, *acd, 3);
    signIn("1001");
    setState("3101", AGENT_STATE_AVAILABLE);
    clock.advance(std::chrono::seconds(7));
    act(MessageType::ANSWER_CALL_REQ, "3101", {protocol::NULL_CALL_ID, ""});
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_TALKING);
    clock.advance(std::chrono::seconds(500));
    EXPECT_FALSE(at("3101", MessageType::END_CALL_EVENT).empty());
}

TEST_F(Demo, ANewcomerIsCalledAMomentAfterBeingReadyAndNotBefore) {
    start(demoConfig());
    DemoOptions options;
    options.firstCall = std::chrono::seconds(4);
    options.waitsForAgent = true;
    DemoCallers callers(clock, *acd, 3, options);
    signIn("1001");
    clock.advance(std::chrono::minutes(10));
    EXPECT_TRUE(acd->state().at("calls").empty());
    setState("3101", AGENT_STATE_AVAILABLE);
    clock.advance(std::chrono::seconds(3));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_AVAILABLE);
    clock.advance(std::chrono::seconds(2));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_RESERVED);
    clock.advance(std::chrono::seconds(25));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_RESERVED) << "it rings long enough to look around";
}

} // namespace callwright::simulator
