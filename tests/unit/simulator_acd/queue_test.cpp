#include "tests/unit/simulator_acd/acd_fixture.h"

namespace callwright::simulator {

using Names = std::vector<std::string>;

class Queue : public AcdTest {};

TEST_F(Queue, GivesACallToTheAgentWhoIsAvailableTheLongest) {
    makeReady("1003");
    makeReady("1001");
    makeReady("1002");
    const std::uint32_t first = callIn("Billing");
    const std::uint32_t second = callIn("Sales");
    const std::uint32_t third = callIn("Support");
    EXPECT_EQ(legAt("3103").call, first);
    EXPECT_EQ(legAt("3101").call, second);
    EXPECT_EQ(legAt("3102").call, third);
}

TEST_F(Queue, CountsAvailabilityAnewAfterACall) {
    makeReady("1001");
    callIn("Billing");
    act(MessageType::ANSWER_CALL_REQ, "3101", legAt("3101"));
    makeReady("1002");
    clock.advance(std::chrono::seconds(10));
    act(MessageType::CLEAR_CONNECTION_REQ, "3101", legAt("3101"));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_AVAILABLE);
    callIn("Billing");
    EXPECT_EQ(stateOf("1002"), AGENT_STATE_RESERVED);
}

TEST_F(Queue, GivesAFreeAgentTheCallThatWaitsLongest) {
    const std::uint32_t first = callIn("Billing");
    clock.advance(std::chrono::seconds(1));
    const std::uint32_t second = callIn("Sales");
    EXPECT_EQ(acd->state().at("queues").at(0).at("calls"), nlohmann::json::array({first}));
    EXPECT_EQ(acd->state().at("queues").at(2).at("calls"), nlohmann::json::array({second}));
    makeReady("1001");
    EXPECT_EQ(legAt("3101").call, first);
    makeReady("1002");
    EXPECT_EQ(legAt("3102").call, second);
    EXPECT_TRUE(acd->state().at("queues").at(0).at("calls").empty());
}

TEST_F(Queue, OnlyAgentsOfTheSkillGroupGetItsCalls) {
    AcdConfig config = defaultConfig();
    config.agents[0].skillGroups = {2};
    config.agents[1].skillGroups = {1, 3};
    start(config);
    makeReady("1001");
    callIn("Billing");
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_AVAILABLE);
    EXPECT_EQ(at("3101", MessageType::AGENT_STATE_EVENT).back()->number(Field::SkillGroupNumber), 2u);
    makeReady("1002");
    EXPECT_EQ(stateOf("1002"), AGENT_STATE_RESERVED);
}

TEST_F(Queue, TellsTheQueuePointAndNoAgentThatACallWaits) {
    const std::uint32_t call = callIn("Billing");
    EXPECT_EQ(callEvents("8001"), (Names{"BEGIN_CALL", "CALL_QUEUED"}));
    const Seen& queued = only("8001", MessageType::CALL_QUEUED_EVENT);
    EXPECT_EQ(queued.number(Field::NumQueued), 1u);
    EXPECT_EQ(queued.number(Field::SkillGroupNumber), 1u);
    EXPECT_EQ(queued.number(Field::LocalConnectionState), number(LCS_QUEUED));
    EXPECT_TRUE(acd->hangup(call));
    EXPECT_EQ(callEvents("8001").back(), "END_CALL");
    EXPECT_TRUE(acd->state().at("queues").at(0).at("calls").empty());
    EXPECT_TRUE(acd->state().at("calls").empty());
}

TEST_F(Queue, ReleasesItsLegWhenTheAgentAnswersAndTheCallGoesOn) {
    callIn("Billing");
    makeReady("1001");
    const ConnectionName leg = legAt("3101");
    forget();
    act(MessageType::ANSWER_CALL_REQ, "3101", leg);
    const Seen& released = only("3101", MessageType::CALL_CONNECTION_CLEARED_EVENT);
    EXPECT_EQ(released.number(Field::EventCause), number(EventCause::CEC_REDIRECTED));
    EXPECT_EQ(released.number(Field::LocalConnectionState), number(LCS_CONNECT));
    EXPECT_NE(released.text(Field::ConnectionDeviceID), leg.device);
    EXPECT_EQ(at("3101", MessageType::END_CALL_EVENT).size(), 0u);
    EXPECT_EQ(legState("3101"), number(LCS_CONNECT));
}

TEST_F(Queue, AbandonedWhileItRingsAtAnAgentAfterWaiting) {
    const std::uint32_t call = callIn("Billing");
    makeReady("1001");
    EXPECT_TRUE(acd->hangup(call));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_AVAILABLE);
    EXPECT_TRUE(acd->state().at("calls").empty());
}

} // namespace callwright::simulator
