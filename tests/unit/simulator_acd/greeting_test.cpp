#include "tests/unit/simulator_acd/acd_fixture.h"

namespace callwright::simulator {

using protocol::AgentGreetingAction;
using protocol::GreetingEventCode;
using enum protocol::GreetingEventCode;
using Codes = std::vector<GreetingEventCode>;

/// The recorded greeting (CTI Server guide v25, CALL_AGENT_GREETING_EVENT, AGENT_GREETING_CONTROL_REQ).
class Greeting : public AcdTest {
protected:
    void SetUp() override {
        AcdConfig config = defaultConfig();
        config.agents.front().greeting = std::chrono::seconds(4);
        start(config);
        makeReady("1001");
    }
    void answerCall() {
        callIn("Billing");
        forget();
        EXPECT_EQ(refusal(act(MessageType::ANSWER_CALL_REQ, "3101", legAt("3101"))), "");
    }
    SwitchAnswer control(AgentGreetingAction action, const std::string& phone = "3101",
                         const std::string& agent = "1001") {
        return ask(phone, MessageType::AGENT_GREETING_CONTROL_REQ,
                   {{Field::AgentAction, action}, {Field::AgentID, agent}});
    }
    Codes codes() const {
        Codes all;
        for (const Seen* event : at("3101", MessageType::CALL_AGENT_GREETING_EVENT))
            all.push_back(static_cast<GreetingEventCode>(event->number(Field::EventCode).value_or(~0u)));
        return all;
    }
    const char* const refusedControl = "CF_AGENT_GREETING_CONTROL_OPERATION_FAILURE/";
};

TEST_F(Greeting, PlaysForItsTimeWhenAQueueCallIsAnswered) {
    answerCall();
    EXPECT_EQ(codes(), (Codes{GREETING_EVENT_CODE_STARTED}));
    const Seen& begun = only("3101", MessageType::CALL_AGENT_GREETING_EVENT);
    EXPECT_EQ(begun.number(Field::ConnectionCallID), legAt("3101").call);
    EXPECT_EQ(begun.text(Field::ConnectionDeviceID), legAt("3101").device);
    EXPECT_EQ(begun.text(Field::AgentID), "1001");
    clock.advance(std::chrono::milliseconds(3999));
    EXPECT_EQ(codes().size(), 1u);
    clock.advance(std::chrono::milliseconds(1));
    EXPECT_EQ(codes(), (Codes{GREETING_EVENT_CODE_STARTED, GREETING_EVENT_CODE_ENDED_SUCCESS}));
    EXPECT_EQ(at("3101", MessageType::CALL_AGENT_GREETING_EVENT).back()->number(Field::PeripheralErrorCode), 0u);
}

TEST_F(Greeting, IsStoppedOnceAndOnlyWhileItPlays) {
    EXPECT_EQ(refusal(control(AgentGreetingAction::STOP_CURRENT)), std::string(refusedControl) + "20009");
    answerCall();
    EXPECT_EQ(refusal(control(AgentGreetingAction::STOP_CURRENT)), "");
    EXPECT_EQ(codes(), (Codes{GREETING_EVENT_CODE_STARTED, GREETING_EVENT_CODE_ENDED_SUCCESS}));
    EXPECT_EQ(refusal(control(AgentGreetingAction::STOP_CURRENT)), std::string(refusedControl) + "20009");
    clock.advance(std::chrono::seconds(10));
    EXPECT_EQ(codes().size(), 2u);
}

TEST_F(Greeting, FailsWhenTheCallIsOverBefore) {
    answerCall();
    act(MessageType::CLEAR_CONNECTION_REQ, "3101", legAt("3101"));
    EXPECT_EQ(codes(), (Codes{GREETING_EVENT_CODE_STARTED, GREETING_EVENT_CODE_FAILED}));
    EXPECT_NE(at("3101", MessageType::CALL_AGENT_GREETING_EVENT).back()->number(Field::PeripheralErrorCode), 0u);
}

TEST_F(Greeting, StaysOffForTheSignInThatSwitchedItOff) {
    EXPECT_EQ(refusal(control(AgentGreetingAction::DISABLE_FOR_SESSION)), "");
    answerCall();
    EXPECT_TRUE(codes().empty());
    act(MessageType::CLEAR_CONNECTION_REQ, "3101", legAt("3101"));
    EXPECT_EQ(refusal(control(AgentGreetingAction::ENABLE_FOR_SESSION)), "");
    answerCall();
    EXPECT_EQ(codes().size(), 1u);
    act(MessageType::CLEAR_CONNECTION_REQ, "3101", legAt("3101"));
    control(AgentGreetingAction::DISABLE_FOR_SESSION);
    setState("3101", AGENT_STATE_NOT_READY);
    logout("1001", "3101");
    makeReady("1001");
    answerCall();
    EXPECT_EQ(codes().size(), 1u) << "a new sign-in has it again";
}

TEST_F(Greeting, IsForQueueCallsOnly) {
    setState("3101", AGENT_STATE_NOT_READY);
    signIn("1002");
    dial("3102", "3101");
    act(MessageType::ANSWER_CALL_REQ, "3101", legAt("3101"));
    EXPECT_TRUE(codes().empty());
}

TEST_F(Greeting, CannotBeControlledByAgentsWithoutOne) {
    signIn("1002");
    EXPECT_EQ(refusal(control(AgentGreetingAction::DISABLE_FOR_SESSION, "3102", "1002")),
              std::string(refusedControl) + "20153");
    EXPECT_EQ(refusal(control(AgentGreetingAction::DISABLE_FOR_SESSION, "3103", "1003")), "E_CTI_AGENT_NOT_LOGGED_ON");
}

} // namespace callwright::simulator
