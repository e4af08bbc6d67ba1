#include "tests/unit/simulator_acd/acd_fixture.h"

namespace callwright::simulator {

using Names = std::vector<std::string>;
using States = std::vector<protocol::AgentState>;

class InboundCall : public AcdTest {};

TEST_F(InboundCall, FirstCallOfThePeripheralHasTheNumberThatUnifiedCceStartsWith) {
    EXPECT_EQ(callIn("Billing"), 16777217u);
    EXPECT_EQ(callIn("8001"), 16777218u);
}

TEST_F(InboundCall, IsAnnouncedReservedAndRungAtAnAvailableAgent) {
    makeReady("1001");
    forget();
    const std::uint32_t call = callIn("Billing", {{"CallVariable1", "88-1204"}, {"user.order", "A7"}});

    EXPECT_EQ(callEvents("3101"), (Names{"BEGIN_CALL", "CALL_DELIVERED"}));
    EXPECT_EQ(agentStates("3101"), (States{AGENT_STATE_RESERVED}));
    const Seen& announced = only("3101", MessageType::AGENT_PRE_CALL_EVENT);
    const Seen& begun = only("3101", MessageType::BEGIN_CALL_EVENT);
    EXPECT_EQ(announced.number(Field::RouterCallKeyCallID), begun.number(Field::RouterCallKeyCallID));
    EXPECT_EQ(announced.number(Field::SkillGroupNumber), 1u);
    EXPECT_EQ(announced.number(Field::AgentSkillTargetID), 5001u);
    EXPECT_EQ(announced.text(Field::CallVariable1), "88-1204");
    EXPECT_EQ(begun.number(Field::ConnectionCallID), call);
    EXPECT_EQ(begun.number(Field::CallType), number(CallType::CALLTYPE_PREROUTE_ACD_IN));
    EXPECT_EQ(begun.text(Field::ANI), "4155550134");
    EXPECT_EQ(begun.text(Field::DNIS), "8001");
    EXPECT_EQ(begun.text(Field::CallVariable1), "88-1204");
    EXPECT_EQ(begun.ecc(), (std::vector<std::pair<std::string, std::string>>{{"user.order", "A7"}}));
}

TEST_F(InboundCall, DeliveredEventFillsEveryDevice) {
    makeReady("1001");
    callIn("Billing");
    const Seen& delivered = only("3101", MessageType::CALL_DELIVERED_EVENT);
    EXPECT_EQ(delivered.number(Field::LocalConnectionState), number(LCS_ALERTING));
    EXPECT_EQ(delivered.number(Field::EventCause), number(EventCause::CEC_NONE));
    EXPECT_EQ(delivered.number(Field::AlertingDeviceType), number(DeviceIDType::DEVID_AGENT_DEVICE));
    EXPECT_EQ(delivered.text(Field::AlertingDeviceID), "3101");
    EXPECT_EQ(delivered.number(Field::CallingDeviceType), number(DeviceIDType::DEVID_EXTERNAL));
    EXPECT_EQ(delivered.text(Field::CallingDeviceID), "4155550134");
    EXPECT_EQ(delivered.text(Field::CalledDeviceID), "8001");
    EXPECT_EQ(delivered.number(Field::LastRedirectDeviceType), number(DeviceIDType::DEVID_NONE));
    EXPECT_EQ(delivered.number(Field::LineType), number(LineType::LINETYPE_INBOUND_ACD));
    EXPECT_EQ(delivered.number(Field::ServiceNumber), 1u);
    EXPECT_EQ(delivered.number(Field::SkillGroupID), 6001u);
}

TEST_F(InboundCall, IsAnsweredTalksAndEnds) {
    makeReady("1001");
    callIn("Billing");
    const ConnectionName leg = legAt("3101");
    forget();
    EXPECT_EQ(refusal(act(MessageType::ANSWER_CALL_REQ, "3101", leg)), "");
    EXPECT_EQ(callEvents("3101"), (Names{"CALL_ESTABLISHED"}));
    EXPECT_EQ(at("3101", MessageType::RTP_STARTED_EVENT).size(), 2u);
    EXPECT_EQ(agentStates("3101"), (States{AGENT_STATE_TALKING}));
    const Seen& established = only("3101", MessageType::CALL_ESTABLISHED_EVENT);
    EXPECT_EQ(established.number(Field::LocalConnectionState), number(LCS_CONNECT));
    EXPECT_EQ(established.text(Field::ConnectionDeviceID), leg.device);
    EXPECT_EQ(established.text(Field::AnsweringDeviceID), "3101");

    forget();
    EXPECT_EQ(refusal(act(MessageType::CLEAR_CONNECTION_REQ, "3101", leg)), "");
    EXPECT_EQ(callEvents("3101"),
              (Names{"CALL_CONNECTION_CLEARED", "CALL_CONNECTION_CLEARED", "CALL_CLEARED", "END_CALL"}));
    EXPECT_EQ(at("3101", MessageType::RTP_STOPPED_EVENT).size(), 2u);
    EXPECT_EQ(agentStates("3101"), (States{AGENT_STATE_AVAILABLE}));
    EXPECT_EQ(acd->state().at("calls").size(), 0u);
}

TEST_F(InboundCall, CallerHangsUpWhileTalking) {
    makeReady("1001");
    const std::uint32_t call = callIn("Billing");
    act(MessageType::ANSWER_CALL_REQ, "3101", legAt("3101"));
    forget();
    EXPECT_TRUE(acd->hangup(call));
    const auto cleared = at("3101", MessageType::CALL_CONNECTION_CLEARED_EVENT);
    ASSERT_EQ(cleared.size(), 2u);
    EXPECT_EQ(cleared[0]->text(Field::ReleasingDeviceID), "4155550134");
    EXPECT_EQ(cleared[0]->number(Field::LocalConnectionState), number(LCS_CONNECT));
    EXPECT_EQ(cleared[1]->text(Field::ReleasingDeviceID), "3101");
    EXPECT_EQ(cleared[1]->number(Field::LocalConnectionState), number(LCS_NULL));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_AVAILABLE);
    EXPECT_FALSE(acd->hangup(call));
}

TEST_F(InboundCall, CallerAbandonsWhileThePhoneRings) {
    makeReady("1001");
    const std::uint32_t call = callIn("Billing");
    forget();
    EXPECT_TRUE(acd->hangup(call));
    EXPECT_EQ(callEvents("3101").back(), "END_CALL");
    EXPECT_EQ(only("3101", MessageType::CALL_CLEARED_EVENT).number(Field::EventCause),
              number(EventCause::CEC_CALL_CANCELLED));
    EXPECT_EQ(agentStates("3101"), (States{AGENT_STATE_AVAILABLE}));
    EXPECT_EQ(at("3101", MessageType::RTP_STOPPED_EVENT).size(), 0u);
}

TEST_F(InboundCall, AnswerWithoutCallNumberTakesTheRingingCall) {
    makeReady("1001");
    callIn("Billing");
    EXPECT_EQ(refusal(act(MessageType::ANSWER_CALL_REQ, "3101", {protocol::NULL_CALL_ID, ""})), "");
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_TALKING);
}

TEST_F(InboundCall, AnswersOnlyWhatRings) {
    makeReady("1001");
    EXPECT_EQ(refusal(act(MessageType::ANSWER_CALL_REQ, "3101", {protocol::NULL_CALL_ID, ""})),
              "CF_NO_CALL_TO_ANSWER/20010");
    callIn("Billing");
    const ConnectionName leg = legAt("3101");
    EXPECT_EQ(refusal(act(MessageType::ANSWER_CALL_REQ, "3101", {leg.call + 1, leg.device})),
              "CF_INVALID_CSTA_CALL_IDENTIFIER");
    EXPECT_EQ(refusal(act(MessageType::ANSWER_CALL_REQ, "3101", {leg.call, "L1"})),
              "CF_INVALID_CSTA_CONNECTION_IDENTIFIER");
    EXPECT_EQ(refusal(act(MessageType::ANSWER_CALL_REQ, "3102", leg)), "CF_INVALID_CSTA_CONNECTION_IDENTIFIER");
    act(MessageType::ANSWER_CALL_REQ, "3101", leg);
    EXPECT_EQ(refusal(act(MessageType::ANSWER_CALL_REQ, "3101", leg)), "CF_NO_CALL_TO_ANSWER/20010");
}

TEST_F(InboundCall, ARingingPhoneCannotBeHungUp) {
    makeReady("1001");
    callIn("Billing");
    EXPECT_EQ(refusal(act(MessageType::CLEAR_CONNECTION_REQ, "3101", legAt("3101"))), "CF_INVALID_OBJECT_STATE/20009");
    EXPECT_EQ(refusal(act(MessageType::CLEAR_CONNECTION_REQ, "3101", {1, "L1"})),
              "CF_INVALID_CSTA_CALL_IDENTIFIER/13044");
}

TEST_F(InboundCall, RingsOutAndTheAgentIsTakenOutOfService) {
    makeReady("1001");
    const std::uint32_t call = callIn("Billing");
    forget();
    clock.advance(std::chrono::seconds(19));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_RESERVED);
    clock.advance(std::chrono::seconds(1));
    EXPECT_EQ(callEvents("3101"), (Names{"CALL_CONNECTION_CLEARED", "END_CALL"}));
    EXPECT_EQ(only("3101", MessageType::CALL_CONNECTION_CLEARED_EVENT).number(Field::EventCause),
              number(EventCause::CEC_CALL_NOT_ANSWERED));
    const Seen& state = only("3101", MessageType::AGENT_STATE_EVENT);
    EXPECT_EQ(state.number(Field::AgentState), number(AGENT_STATE_NOT_READY));
    EXPECT_EQ(state.number(Field::EventReasonCode), 32767u);
    EXPECT_EQ(acd->state().at("queues").at(0).at("calls"), nlohmann::json::array({call}));
    EXPECT_EQ(refusal(setState("3101", AGENT_STATE_AVAILABLE)), "");
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_RESERVED); // the same call again
}

TEST_F(InboundCall, ThatRangOutGoesBeforeThoseWhoCameLater) {
    makeReady("1001");
    const std::uint32_t first = callIn("Billing");
    clock.advance(std::chrono::seconds(5));
    callIn("Billing");
    clock.advance(std::chrono::seconds(15));
    makeReady("1002");
    EXPECT_EQ(legAt("3102").call, first);
    EXPECT_EQ(only("3102", MessageType::CALL_DELIVERED_EVENT).text(Field::LastRedirectDeviceID), "3101");
}

TEST_F(InboundCall, RingsAtOnceForAnAgentWhosePhoneAnswersItself) {
    makeReady("1011");
    callIn("Sales");
    EXPECT_EQ(stateOf("1011"), AGENT_STATE_TALKING);
    EXPECT_EQ(legState("3111"), number(LCS_CONNECT));
}

TEST_F(InboundCall, MayTakeTimeBetweenReservationAndRinging) {
    AcdConfig config = defaultConfig();
    config.timers.delivery = std::chrono::milliseconds(300);
    start(config);
    makeReady("1001");
    forget();
    const std::uint32_t call = callIn("Billing");
    EXPECT_EQ(agentStates("3101"), (States{AGENT_STATE_RESERVED}));
    EXPECT_EQ(callEvents("3101"), Names());
    EXPECT_TRUE(acd->hangup(call)); // gone before it rings
    EXPECT_EQ(at("3101", MessageType::AGENT_PRE_CALL_ABORT_EVENT).size(), 1u);
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_AVAILABLE);
    callIn("Billing");
    clock.advance(std::chrono::milliseconds(300));
    EXPECT_EQ(callEvents("3101"), (Names{"BEGIN_CALL", "CALL_DELIVERED"}));
}

TEST_F(InboundCall, FromOutsideToAnExtensionIsNoBusinessOfTheQueues) {
    signIn("1001");
    forget();
    callIn("3101");
    EXPECT_EQ(only("3101", MessageType::BEGIN_CALL_EVENT).number(Field::CallType), number(CallType::CALLTYPE_OTHER_IN));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_NOT_READY);
    EXPECT_FALSE(acd->startCall("3101", "4155550135", {})) << "one call makes the phone busy";
    act(MessageType::ANSWER_CALL_REQ, "3101", legAt("3101"));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_TALKING);
    act(MessageType::CLEAR_CONNECTION_REQ, "3101", legAt("3101"));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_NOT_READY);
}

TEST_F(InboundCall, RefusesWhatCannotBeCalled) {
    EXPECT_FALSE(acd->startCall("Nowhere", "1", {}));
    EXPECT_FALSE(acd->startCall("4155550134", "1", {}));
    EXPECT_FALSE(acd->startCall("Billing", "1", {{"CallVariable11", "x"}}));
    EXPECT_FALSE(acd->startCall("Billing", "1", {{"user.order[0]", "x"}}));
    EXPECT_FALSE(acd->startCall("Billing", "1", {{"user.history[5]", "x"}}));
    EXPECT_FALSE(acd->startCall("Billing", "1", {{"CallVariable1", std::string(41, 'x')}}));
    EXPECT_FALSE(acd->startCall("Billing", std::string(40, '1'), {}));
    EXPECT_FALSE(acd->startCall("Billing", "1", {{"user.order", std::string(211, 'x')}}));
    EXPECT_FALSE(acd->startCall("Billing", "1", {{"CallVariable1", "\xE4\xB8\x80"}})) << "not in Windows-1252";
    EXPECT_TRUE(acd->state().at("calls").empty());
    EXPECT_TRUE(acd->startCall("Billing", "", {{"CallVariable1", std::string(40, 'x')}})) << "no number";
}

} // namespace callwright::simulator
