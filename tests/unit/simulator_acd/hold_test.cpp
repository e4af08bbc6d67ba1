#include "tests/unit/simulator_acd/acd_fixture.h"

namespace callwright::simulator {

using Names = std::vector<std::string>;
using States = std::vector<protocol::AgentState>;

class Hold : public AcdTest {
protected:
    ConnectionName talk() {
        makeReady("1001");
        callIn("Billing");
        act(MessageType::ANSWER_CALL_REQ, "3101", legAt("3101"));
        forget();
        return legAt("3101");
    }
};

TEST_F(Hold, StopsTheVoiceAndRetrieveStartsIt) {
    const ConnectionName leg = talk();
    EXPECT_EQ(refusal(act(MessageType::HOLD_CALL_REQ, "3101", leg)), "");
    EXPECT_EQ(callEvents("3101"), (Names{"CALL_HELD"}));
    const Seen& held = only("3101", MessageType::CALL_HELD_EVENT);
    EXPECT_EQ(held.number(Field::LocalConnectionState), number(LCS_HOLD));
    EXPECT_EQ(held.text(Field::HoldingDeviceID), "3101");
    EXPECT_EQ(at("3101", MessageType::RTP_STOPPED_EVENT).size(), 2u);
    EXPECT_EQ(agentStates("3101"), (States{AGENT_STATE_HOLD}));

    forget();
    EXPECT_EQ(refusal(act(MessageType::RETRIEVE_CALL_REQ, "3101", leg)), "");
    EXPECT_EQ(callEvents("3101"), (Names{"CALL_RETRIEVED"}));
    EXPECT_EQ(only("3101", MessageType::CALL_RETRIEVED_EVENT).number(Field::LocalConnectionState), number(LCS_CONNECT));
    EXPECT_EQ(at("3101", MessageType::RTP_STARTED_EVENT).size(), 2u);
    EXPECT_EQ(agentStates("3101"), (States{AGENT_STATE_TALKING}));
}

TEST_F(Hold, NeedsATalkingCallAndRetrieveAHeldOne) {
    const ConnectionName leg = talk();
    EXPECT_EQ(refusal(act(MessageType::RETRIEVE_CALL_REQ, "3101", leg)), "CF_NO_HELD_CALL/20017");
    act(MessageType::HOLD_CALL_REQ, "3101", leg);
    EXPECT_EQ(refusal(act(MessageType::HOLD_CALL_REQ, "3101", leg)), "CF_INVALID_OBJECT_STATE/20015");
    EXPECT_EQ(refusal(act(MessageType::HOLD_CALL_REQ, "3102", leg)), "CF_INVALID_CSTA_CONNECTION_IDENTIFIER/13081");
    EXPECT_EQ(refusal(act(MessageType::RETRIEVE_CALL_REQ, "3101", {leg.call + 9, leg.device})),
              "CF_INVALID_CSTA_CALL_IDENTIFIER/13090");
}

TEST_F(Hold, TellsOnlyThePhoneThatHolds) {
    signIn("1001");
    signIn("1002");
    dial("3101", "3102");
    act(MessageType::ANSWER_CALL_REQ, "3102", legAt("3102"));
    const ConnectionName leg = legAt("3101");
    forget();
    act(MessageType::HOLD_CALL_REQ, "3101", leg);
    EXPECT_EQ(callEvents("3102"), Names());
    EXPECT_EQ(stateOf("1002"), AGENT_STATE_TALKING);
}

TEST_F(Hold, EndsWhenTheCallEnds) {
    const ConnectionName leg = talk();
    act(MessageType::HOLD_CALL_REQ, "3101", leg);
    forget();
    EXPECT_EQ(refusal(act(MessageType::CLEAR_CONNECTION_REQ, "3101", leg)), "");
    EXPECT_EQ(at("3101", MessageType::RTP_STOPPED_EVENT).size(), 0u) << "it had stopped before";
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_AVAILABLE);
}

class TwoCalls : public AcdTest {
protected:
    /// 1001 talks to a customer and is called by 1002: possible where the site lets a busy phone ring.
    void SetUp() override {
        AcdConfig config = defaultConfig();
        config.busyTrigger = 2;
        start(config);
        makeReady("1001");
        first = callIn("Billing");
        act(MessageType::ANSWER_CALL_REQ, "3101", legAt("3101"));
        signIn("1002");
        dial("3102", "3101");
        forget();
    }
    std::uint32_t first = 0;
};

TEST_F(TwoCalls, AnsweringTheSecondHoldsTheFirst) {
    EXPECT_EQ(refusal(act(MessageType::ANSWER_CALL_REQ, "3101", {protocol::NULL_CALL_ID, ""})), "");
    EXPECT_EQ(only("3101", MessageType::CALL_HELD_EVENT).number(Field::ConnectionCallID), first);
    EXPECT_EQ(only("3101", MessageType::CALL_ESTABLISHED_EVENT).number(Field::ConnectionCallID), first + 1);
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_TALKING);
    const std::string held = only("3101", MessageType::CALL_HELD_EVENT).text(Field::ConnectionDeviceID);
    EXPECT_EQ(refusal(act(MessageType::RETRIEVE_CALL_REQ, "3101", {first, held})), "CF_INVALID_OBJECT_STATE/20112");
    act(MessageType::CLEAR_CONNECTION_REQ, "3102", legAt("3102"));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_HOLD);
    EXPECT_EQ(refusal(act(MessageType::RETRIEVE_CALL_REQ, "3101", {first, held})), "");
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_TALKING);
}

TEST_F(TwoCalls, TheAgentStaysOnTheFirstWhileTheSecondRings) {
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_TALKING);
    EXPECT_TRUE(acd->hangup(first));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_RESERVED) << "the second one still rings";
}

} // namespace callwright::simulator
