#include "tests/unit/simulator_acd/consult_fixture.h"

namespace callwright::simulator {

/// A switch that gives a consultation the ConnectionCallID of the call it is about.
class SharedCallId : public ConsultTest {
protected:
    void SetUp() override {
        AcdConfig config = defaultConfig();
        config.consultSharesCallId = true;
        begin(std::move(config));
    }
};

TEST_F(SharedCallId, TellsTheTwoCallsApartByTheirLegsOnly) {
    talkToColleague(ConsultType::CT_TRANSFER);
    EXPECT_EQ(second.call, first.call);
    EXPECT_NE(second.device, first.device);
    const auto state = acd->state();
    ASSERT_EQ(state.at("calls").size(), 2u);
    EXPECT_EQ(state.at("calls")[0].at("ConnectionCallID"), state.at("calls")[1].at("ConnectionCallID"));
    EXPECT_EQ(stateOfLeg(first), number(LCS_HOLD));
    EXPECT_EQ(stateOfLeg(second), number(LCS_CONNECT));
    EXPECT_EQ(refusal(act(MessageType::SNAPSHOT_CALL_REQ, "3101", second)), "");
    EXPECT_EQ(confirmation().number(Field::CallType), number(CallType::CALLTYPE_CONSULT));
    EXPECT_EQ(refusal(act(MessageType::SNAPSHOT_CALL_REQ, "3101", first)), "");
    EXPECT_EQ(confirmation().number(Field::CallType), number(CallType::CALLTYPE_PREROUTE_ACD_IN));
    EXPECT_EQ(refusal(setData("3101", second, {{Field::CallVariable1, "silver"}})), "");
    EXPECT_EQ(acd->state().at("calls")[0].at("CallVariable1"), "gold");
    EXPECT_EQ(acd->state().at("calls")[1].at("CallVariable1"), "silver");
}

TEST_F(SharedCallId, CompletesLikeAnyOther) {
    talkToColleague(ConsultType::CT_TRANSFER);
    EXPECT_EQ(refusal(actOnTwo(MessageType::TRANSFER_CALL_REQ, "3101", second, first)), "");
    const auto ended = at("3101", MessageType::END_CALL_EVENT);
    ASSERT_EQ(ended.size(), 2u);
    EXPECT_EQ(ended[0]->text(Field::ConnectionDeviceID), first.device);
    EXPECT_EQ(ended[1]->text(Field::ConnectionDeviceID), second.device);
    EXPECT_EQ(acd->state().at("calls").size(), 1u);
    EXPECT_EQ(stateOfLeg(target), number(LCS_CONNECT)) << "no name changed";
}

TEST_F(SharedCallId, ReconnectDropsTheRightOne) {
    talkToColleague(ConsultType::CT_CONFERENCE);
    EXPECT_EQ(refusal(actOnTwo(MessageType::RECONNECT_CALL_REQ, "3101", second, first)), "");
    EXPECT_EQ(stateOfLeg(first), number(LCS_CONNECT));
    EXPECT_EQ(stateOfLeg(second), std::nullopt);
}

TEST_F(SharedCallId, OutsidePartiesActInTheOldestCallThatFits) {
    startConsult("914155550100", ConsultType::CT_TRANSFER);
    EXPECT_TRUE(acd->answerRemote(first.call));
    EXPECT_EQ(stateOfLeg(second), number(LCS_CONNECT));
    EXPECT_TRUE(acd->hangup(first.call, "914155550100"));
    EXPECT_EQ(stateOfLeg(second), std::nullopt);
    EXPECT_TRUE(acd->hangup(first.call));
    EXPECT_TRUE(acd->state().at("calls").empty());
}

TEST_F(SharedCallId, DeviceDoesNotPromiseUniqueOnes) {
    ask("3101", MessageType::QUERY_DEVICE_INFO_REQ, {{Field::AgentInstrument, "3101"}});
    EXPECT_EQ(confirmation().number(Field::OtherFeaturesSupported), 0u);
    EXPECT_EQ(confirmation().number(Field::MaxActiveCalls), 2u);
    EXPECT_EQ(confirmation().number(Field::MaxHeldCalls), 1u);
    EXPECT_EQ(confirmation().number(Field::MaxDevicesInConference), 16u);
}

} // namespace callwright::simulator
