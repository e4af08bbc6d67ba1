#include "tests/unit/simulator_acd/acd_fixture.h"

namespace callwright::simulator {

namespace Desk = protocol::DeskSettingsMask;
using Names = std::vector<std::string>;
using States = std::vector<protocol::AgentState>;

class OutgoingCall : public AcdTest {
protected:
    void SetUp() override {
        AcdTest::SetUp();
        signIn("1001");
        forget();
    }
};

TEST_F(OutgoingCall, ReachesTheNetworkAndIsAnswered) {
    EXPECT_EQ(refusal(dial("3101", "914155550100", {{Field::CallVariable1, "A7"}})), "");
    const ConnectionName leg{*confirmation().number(Field::NewConnectionCallID),
                             confirmation().text(Field::NewConnectionDeviceID)};
    EXPECT_EQ(confirmation().number(Field::LineType), number(LineType::LINETYPE_OUTBOUND));
    EXPECT_EQ(callEvents("3101"),
              (Names{"BEGIN_CALL", "CALL_SERVICE_INITIATED", "CALL_ORIGINATED", "CALL_REACHED_NETWORK"}));
    EXPECT_EQ(only("3101", MessageType::BEGIN_CALL_EVENT).number(Field::CallType), number(CallType::CALLTYPE_OUT));
    EXPECT_EQ(only("3101", MessageType::BEGIN_CALL_EVENT).text(Field::CallVariable1), "A7");
    const Seen& originated = only("3101", MessageType::CALL_ORIGINATED_EVENT);
    EXPECT_EQ(originated.number(Field::LocalConnectionState), number(LCS_INITIATE));
    EXPECT_EQ(originated.text(Field::CallingDeviceID), "3101");
    EXPECT_EQ(originated.text(Field::CalledDeviceID), "914155550100");
    EXPECT_EQ(originated.number(Field::CalledDeviceType), number(DeviceIDType::DEVID_EXTERNAL));
    EXPECT_EQ(agentStates("3101"), States());

    forget();
    clock.advance(std::chrono::seconds(9));
    EXPECT_TRUE(events.empty());
    clock.advance(std::chrono::seconds(1));
    EXPECT_EQ(callEvents("3101"), (Names{"CALL_ESTABLISHED"}));
    EXPECT_EQ(only("3101", MessageType::CALL_ESTABLISHED_EVENT).text(Field::AnsweringDeviceID), "914155550100");
    EXPECT_EQ(agentStates("3101"), (States{AGENT_STATE_TALKING}));
    EXPECT_EQ(at("3101", MessageType::RTP_STARTED_EVENT).size(), 2u);
    EXPECT_EQ(refusal(act(MessageType::CLEAR_CONNECTION_REQ, "3101", leg)), "");
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_NOT_READY);
}

TEST_F(OutgoingCall, ToAQueueTellsItsRouterCallKeyFromTheBeginning) {
    EXPECT_EQ(refusal(dial("3101", "8001")), "");
    const nlohmann::json call = acd->state().at("calls").at(0);
    const Seen& begun = only("3101", MessageType::BEGIN_CALL_EVENT);
    EXPECT_EQ(begun.number(Field::RouterCallKeyDay), call.at("RouterCallKeyDay").get<std::uint32_t>());
    EXPECT_EQ(begun.number(Field::RouterCallKeyCallID), call.at("RouterCallKeyCallID").get<std::uint32_t>());
}

TEST_F(OutgoingCall, IsAnsweredWhenToldOnlyOnce) {
    dial("3101", "914155550100");
    const std::uint32_t call = legAt("3101").call;
    EXPECT_TRUE(acd->answerRemote(call));
    EXPECT_FALSE(acd->answerRemote(call));
    EXPECT_FALSE(acd->answerRemote(call + 1));
    forget();
    clock.advance(std::chrono::seconds(60));
    EXPECT_TRUE(events.empty());
}

TEST_F(OutgoingCall, FailsForTheReasonThatTheFarEndGives) {
    struct Row {
        const char* number;
        int seconds;
        EventCause cause;
    };
    const Row rows[] = {
        {"914155550001", 0, EventCause::CEC_BUSY},
        {"914155550002", 60, EventCause::CEC_CALL_NOT_ANSWERED},
        {"914155550003", 0, EventCause::CEC_DEST_NOT_OBTAINABLE},
        {"4711", 0, EventCause::CEC_DEST_NOT_OBTAINABLE},
        {"3101", 0, EventCause::CEC_BUSY},
        {"3102", 60, EventCause::CEC_CALL_NOT_ANSWERED},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.number);
        forget();
        EXPECT_EQ(refusal(dial("3101", row.number)), "");
        clock.advance(std::chrono::seconds(row.seconds));
        const Seen& failed = only("3101", MessageType::CALL_FAILED_EVENT);
        EXPECT_EQ(failed.number(Field::EventCause), number(row.cause));
        EXPECT_EQ(failed.number(Field::LocalConnectionState), number(LCS_FAIL));
        EXPECT_EQ(legState("3101"), number(LCS_FAIL));
        EXPECT_EQ(refusal(act(MessageType::CLEAR_CONNECTION_REQ, "3101", legAt("3101"))), "");
        EXPECT_EQ(callEvents("3101").back(), "END_CALL");
        EXPECT_EQ(stateOf("1001"), AGENT_STATE_NOT_READY);
    }
    EXPECT_EQ(acd->state().at("calls").size(), 0u);
}

TEST_F(OutgoingCall, StartsFromNotReadyOnly) {
    signIn("1012");
    dial("3112", "914155550100");
    EXPECT_TRUE(acd->answerRemote(legAt("3112").call));
    act(MessageType::CLEAR_CONNECTION_REQ, "3112", legAt("3112"));
    EXPECT_EQ(refusal(dial("3112", "3102")), "CF_INVALID_OBJECT_STATE/10103") << "in wrap-up";
    setState("3101", AGENT_STATE_AVAILABLE);
    EXPECT_EQ(refusal(dial("3101", "3102")), "CF_INVALID_OBJECT_STATE/10103") << "available";
    callIn("Billing");
    EXPECT_EQ(refusal(dial("3101", "3102")), "CF_INVALID_OBJECT_STATE/10106") << "reserved";
    act(MessageType::ANSWER_CALL_REQ, "3101", legAt("3101"));
    EXPECT_EQ(refusal(dial("3101", "3102")), "CF_INVALID_OBJECT_STATE/20007") << "talking";
    EXPECT_EQ(refusal(dial("3109", "3102")), "E_CTI_AGENT_NOT_LOGGED_ON");
}

TEST_F(OutgoingCall, InABelligerentMannerTakesAnAvailableAgentOut) {
    setState("3101", AGENT_STATE_AVAILABLE);
    forget();
    EXPECT_EQ(refusal(dial("3101", "3102", {{Field::CallMannerType, protocol::CallMannerType::CMT_BELLIGERENT}})), "");
    EXPECT_EQ(agentStates("3101"), (States{AGENT_STATE_NOT_READY}));
    EXPECT_EQ(reasonOf("1001"), 50006u);
}

TEST_F(OutgoingCall, IsHeldAgainstTheDialPlan) {
    AcdConfig config = defaultConfig();
    config.agents[0].desk.mask &= ~Desk::DESK_AGENT_TO_AGENT_CALLS_ALLOWED;
    config.agents[0].desk.mask &= ~Desk::DESK_OUTBOUND_ACCESS_INTERNATIONAL_MASK;
    config.agents[1].desk.mask &= ~Desk::DESK_OUTBOUND_ACCESS_PUBLIC_NET_MASK;
    start(config);
    signIn("1001");
    signIn("1002");
    const char* const forbidden = "CF_PRIVILEGE_VIOLATION_ON_CALLED_DEVICE/10109";
    EXPECT_EQ(refusal(dial("3101", "3102")), forbidden);
    EXPECT_EQ(refusal(dial("3101", "00495550100")), forbidden);
    EXPECT_EQ(refusal(dial("3102", "914155550100")), forbidden);
    EXPECT_EQ(refusal(dial("3101", "914155550100")), "");
    EXPECT_EQ(refusal(dial("3102", "00495550100")), "");
}

TEST_F(OutgoingCall, RefusesWhatCannotBeDialled) {
    EXPECT_EQ(refusal(dial("3101", "")), "E_CTI_INVALID_DIGITS");
    EXPECT_EQ(refusal(dial("3101", "31x2")), "E_CTI_INVALID_DIGITS");
    EXPECT_EQ(refusal(dial("3101", "3102", {{Field::NamedVariable, "user.unknown=1"}})),
              "E_CTI_NAMED_VARIABLE_NOT_CONFIGURED");
    EXPECT_TRUE(events.empty());
}

class AgentToAgent : public AcdTest {
protected:
    void SetUp() override {
        AcdTest::SetUp();
        signIn("1001");
        signIn("1002");
        forget();
    }
};

TEST_F(AgentToAgent, EachSideSeesItsOwnState) {
    dial("3101", "3102");
    EXPECT_EQ(callEvents("3101"), (Names{"BEGIN_CALL", "CALL_SERVICE_INITIATED", "CALL_ORIGINATED", "CALL_DELIVERED"}));
    EXPECT_EQ(callEvents("3102"), (Names{"BEGIN_CALL", "CALL_DELIVERED"}));
    const Seen& caller = only("3101", MessageType::CALL_DELIVERED_EVENT);
    const Seen& called = only("3102", MessageType::CALL_DELIVERED_EVENT);
    EXPECT_EQ(caller.number(Field::LocalConnectionState), number(LCS_INITIATE));
    EXPECT_EQ(called.number(Field::LocalConnectionState), number(LCS_ALERTING));
    EXPECT_EQ(caller.number(Field::ConnectionCallID), called.number(Field::ConnectionCallID));
    EXPECT_EQ(caller.text(Field::ConnectionDeviceID), called.text(Field::ConnectionDeviceID)) << "the ringing leg";
    EXPECT_NE(only("3101", MessageType::BEGIN_CALL_EVENT).text(Field::ConnectionDeviceID),
              only("3102", MessageType::BEGIN_CALL_EVENT).text(Field::ConnectionDeviceID));
    EXPECT_EQ(called.text(Field::ANI), "3101");
    EXPECT_EQ(called.number(Field::SkillGroupNumber), protocol::NULL_SKILL_GROUP);
    EXPECT_EQ(called.number(Field::LineType), number(LineType::LINETYPE_INSIDE));

    forget();
    act(MessageType::ANSWER_CALL_REQ, "3102", legAt("3102"));
    for (const char* instrument : {"3101", "3102"}) {
        EXPECT_EQ(callEvents(instrument), (Names{"CALL_ESTABLISHED"}));
        EXPECT_EQ(only(instrument, MessageType::CALL_ESTABLISHED_EVENT).number(Field::LocalConnectionState),
                  number(LCS_CONNECT));
        EXPECT_EQ(agentStates(instrument), (States{AGENT_STATE_TALKING}));
        EXPECT_EQ(at(instrument, MessageType::RTP_STARTED_EVENT).size(), 2u);
    }

    forget();
    act(MessageType::CLEAR_CONNECTION_REQ, "3102", legAt("3102"));
    for (const char* instrument : {"3101", "3102"}) {
        EXPECT_EQ(callEvents(instrument),
                  (Names{"CALL_CONNECTION_CLEARED", "CALL_CONNECTION_CLEARED", "CALL_CLEARED", "END_CALL"}));
        EXPECT_EQ(agentStates(instrument), (States{AGENT_STATE_NOT_READY}));
    }
}

TEST_F(AgentToAgent, CanBeDialledByAgentId) {
    dial("3101", "1002");
    EXPECT_EQ(legState("3102"), number(LCS_ALERTING));
    act(MessageType::CLEAR_CONNECTION_REQ, "3101", legAt("3101"));
    EXPECT_EQ(refusal(dial("3101", "1009")), "") << "not signed in";
    EXPECT_EQ(legState("3101"), number(LCS_FAIL));
}

TEST_F(AgentToAgent, ReservesAnAvailableAgentAndKeepsQueueCallsAway) {
    setState("3102", AGENT_STATE_AVAILABLE);
    dial("3101", "3102");
    EXPECT_EQ(stateOf("1002"), AGENT_STATE_RESERVED);
    callIn("Billing");
    EXPECT_EQ(acd->state().at("queues").at(0).at("calls").size(), 1u);
    act(MessageType::CLEAR_CONNECTION_REQ, "3101", legAt("3101"));
    EXPECT_EQ(stateOf("1002"), AGENT_STATE_RESERVED) << "now for the caller";
    EXPECT_EQ(legState("3102"), number(LCS_ALERTING));
}

TEST_F(AgentToAgent, LeavesTheCalledAgentAsItWas) {
    setState("3102", AGENT_STATE_NOT_READY, 5);
    dial("3101", "3102");
    act(MessageType::ANSWER_CALL_REQ, "3102", legAt("3102"));
    act(MessageType::CLEAR_CONNECTION_REQ, "3101", legAt("3101"));
    EXPECT_EQ(stateOf("1002"), AGENT_STATE_NOT_READY);
    EXPECT_EQ(reasonOf("1002"), 5u);
}

TEST_F(AgentToAgent, AnAgentMayCallAQueue) {
    dial("3101", "8002");
    EXPECT_EQ(legState("3101"), number(LCS_INITIATE));
    setState("3102", AGENT_STATE_AVAILABLE);
    EXPECT_EQ(stateOf("1002"), AGENT_STATE_RESERVED);
    act(MessageType::ANSWER_CALL_REQ, "3102", legAt("3102"));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_TALKING);
    EXPECT_EQ(at("3102", MessageType::AGENT_STATE_EVENT).back()->number(Field::Direction),
              number(protocol::CallDirection::CALL_DIRECTION_IN));
    EXPECT_EQ(at("3101", MessageType::AGENT_STATE_EVENT).back()->number(Field::Direction),
              number(protocol::CallDirection::CALL_DIRECTION_OTHER_OUT));
}

} // namespace callwright::simulator
