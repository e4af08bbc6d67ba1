#include "tests/unit/simulator_acd/consult_fixture.h"

namespace callwright::simulator {

class Conference : public ConsultTest {
protected:
    SwitchAnswer complete() { return actOnTwo(MessageType::CONFERENCE_CALL_REQ, "3101", second, first); }
    /// The customer, 3101 and 3102.
    void confer() {
        talkToColleague(ConsultType::CT_CONFERENCE);
        EXPECT_EQ(refusal(complete()), "");
        target.call = first.call;
    }
    std::size_t countLegs() { return callJson(first.call).at("connections").size(); }
};

TEST_F(Conference, MakesThreeOfTwoCalls) {
    confer();
    EXPECT_EQ(confirmation().number(Field::NewConnectionCallID), first.call);
    EXPECT_EQ(confirmation().text(Field::NewConnectionDeviceID), first.device);
    EXPECT_EQ(confirmation().number(Field::NumParties), 3u);
    EXPECT_EQ(callEvents("3101"), (Names{"CALL_CONFERENCED", "END_CALL", "CALL_DATA_UPDATE"}));
    EXPECT_EQ(callEvents("3102"), (Names{"CALL_CONFERENCED", "CALL_DATA_UPDATE"}));
    const Seen& conferenced = only("3101", MessageType::CALL_CONFERENCED_EVENT);
    EXPECT_EQ(conferenced.text(Field::ControllerDeviceID), "3101");
    EXPECT_EQ(conferenced.text(Field::AddedPartyDeviceID), "3102");
    EXPECT_EQ(conferenced.number(Field::LocalConnectionState), number(LCS_CONNECT));
    EXPECT_EQ(only("3101", MessageType::END_CALL_EVENT).text(Field::ConnectionDeviceID), second.device);
    EXPECT_EQ(only("3101", MessageType::CALL_DATA_UPDATE_EVENT).number(Field::CallType),
              number(CallType::CALLTYPE_CONFERENCE));
    EXPECT_EQ(agentStates("3101"), States());
    EXPECT_EQ(callJson(first.call).at("connections").size(), 3u);
}

TEST_F(Conference, GivesTheControllerOneVoiceAndTheAddedPartyItsNewName) {
    confer();
    EXPECT_EQ(at("3101", MessageType::RTP_STOPPED_EVENT).size(), 2u);
    EXPECT_EQ(at("3101", MessageType::RTP_STARTED_EVENT).size(), 2u);
    EXPECT_EQ(at("3102", MessageType::RTP_STOPPED_EVENT).front()->number(Field::ConnectionCallID), second.call);
    EXPECT_EQ(at("3102", MessageType::RTP_STARTED_EVENT).front()->number(Field::ConnectionCallID), first.call);
    EXPECT_EQ(only("3102", MessageType::CALL_CONFERENCED_EVENT).count(Field::ConnectedPartyDeviceID), 3u);
    const Seen& update = only("3102", MessageType::CALL_DATA_UPDATE_EVENT);
    EXPECT_EQ(update.number(Field::ConnectionCallID), second.call);
    EXPECT_EQ(update.number(Field::NewConnectionCallID), first.call);
}

TEST_F(Conference, GrowsByConsultingFromIt) {
    confer();
    forget();
    startConsult("3103", ConsultType::CT_CONFERENCE);
    EXPECT_EQ(callEvents("3102"), Names()) << "the others talk on";
    EXPECT_EQ(only("3103", MessageType::BEGIN_CALL_EVENT).number(Field::CallType), number(CallType::CALLTYPE_CONSULT));
    act(MessageType::ANSWER_CALL_REQ, "3103", legsAt("3103").front());
    forget();
    EXPECT_EQ(refusal(complete()), "");
    EXPECT_EQ(confirmation().number(Field::NumParties), 4u);
    EXPECT_EQ(callEvents("3102"), (Names{"CALL_CONFERENCED", "CALL_DATA_UPDATE"}));
    EXPECT_EQ(only("3102", MessageType::CALL_CONFERENCED_EVENT).text(Field::AddedPartyDeviceID), "3103");
    EXPECT_EQ(countLegs(), 4u);
}

TEST_F(Conference, AnyMemberMayAddFurtherOnes) {
    confer();
    EXPECT_EQ(refusal(consult("3102", target, "3103", ConsultType::CT_CONFERENCE)), "");
    const ConnectionName third{*confirmation().number(Field::NewConnectionCallID),
                               confirmation().text(Field::NewConnectionDeviceID)};
    act(MessageType::ANSWER_CALL_REQ, "3103", legsAt("3103").front());
    EXPECT_EQ(refusal(consult("3101", first, "914155550100", ConsultType::CT_CONFERENCE)),
              "CF_INVALID_OBJECT_STATE/20066")
        << "one after the other";
    EXPECT_EQ(refusal(actOnTwo(MessageType::CONFERENCE_CALL_REQ, "3102", third, target)), "");
    EXPECT_EQ(countLegs(), 4u);
}

TEST_F(Conference, IsAPlainCallAgainWithTwoLeft) {
    confer();
    forget();
    EXPECT_EQ(refusal(act(MessageType::CLEAR_CONNECTION_REQ, "3101", first)), "") << "the controller leaves";
    EXPECT_EQ(callEvents("3101"), (Names{"CALL_CONNECTION_CLEARED", "END_CALL"}));
    EXPECT_EQ(callEvents("3102"), (Names{"CALL_CONNECTION_CLEARED", "CALL_DATA_UPDATE"}));
    EXPECT_EQ(only("3102", MessageType::CALL_CONNECTION_CLEARED_EVENT).text(Field::ConnectionDeviceID), first.device);
    EXPECT_EQ(only("3102", MessageType::CALL_DATA_UPDATE_EVENT).number(Field::CallType),
              number(CallType::CALLTYPE_PREROUTE_ACD_IN));
    EXPECT_EQ(stateOf("1002"), AGENT_STATE_TALKING);
    EXPECT_TRUE(acd->hangup(first.call));
    EXPECT_TRUE(acd->state().at("calls").empty());
}

TEST_F(Conference, GoesOnAmongAgentsWhenTheCustomerLeaves) {
    confer();
    EXPECT_TRUE(acd->hangup(first.call));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_TALKING);
    EXPECT_EQ(stateOf("1002"), AGENT_STATE_TALKING);
    act(MessageType::CLEAR_CONNECTION_REQ, "3102", target);
    EXPECT_EQ(stateOf("1002"), AGENT_STATE_NOT_READY);
    EXPECT_TRUE(acd->state().at("calls").empty());
}

TEST_F(Conference, MemberWhoHoldsStaysIn) {
    confer();
    EXPECT_EQ(refusal(act(MessageType::HOLD_CALL_REQ, "3102", target)), "");
    EXPECT_EQ(stateOfLeg(first), number(LCS_CONNECT));
    EXPECT_TRUE(acd->hangup(first.call));
    EXPECT_EQ(stateOfLeg(target), number(LCS_HOLD));
    EXPECT_EQ(refusal(act(MessageType::RETRIEVE_CALL_REQ, "3102", target)), "");
}

TEST_F(Conference, CanBeTransferredToAColleagueButNotOutside) {
    confer();
    startConsult("914155550100", ConsultType::CT_TRANSFER);
    EXPECT_TRUE(acd->answerRemote(second.call));
    EXPECT_EQ(refusal(actOnTwo(MessageType::TRANSFER_CALL_REQ, "3101", second, first)),
              "CF_ARBITRARY_CONF_OR_XFER_NOT_SUPPORTED/20014");
    EXPECT_EQ(refusal(actOnTwo(MessageType::RECONNECT_CALL_REQ, "3101", second, first)), "");
    startConsult("3103", ConsultType::CT_TRANSFER);
    act(MessageType::ANSWER_CALL_REQ, "3103", legsAt("3103").front());
    EXPECT_EQ(refusal(actOnTwo(MessageType::TRANSFER_CALL_REQ, "3101", second, first)), "");
    EXPECT_EQ(countLegs(), 3u);
    EXPECT_EQ(callJson(first.call).at("CallType"), number(CallType::CALLTYPE_CONFERENCE));
}

TEST_F(Conference, HoldsSixteenAndRefusesTheSeventeenth) {
    confer();
    for (int parties = 3; parties < 16; ++parties) {
        startConsult("9141555501" + std::to_string(10 + parties), ConsultType::CT_CONFERENCE);
        ASSERT_TRUE(acd->answerRemote(second.call));
        ASSERT_EQ(refusal(complete()), "") << parties;
        EXPECT_EQ(confirmation().number(Field::NumParties), static_cast<std::uint32_t>(parties + 1));
    }
    EXPECT_EQ(countLegs(), 16u);
    startConsult("914155550199", ConsultType::CT_CONFERENCE);
    EXPECT_TRUE(acd->answerRemote(second.call));
    EXPECT_EQ(refusal(complete()), "CF_CONFERENCE_MEMBER_LIMIT_EXCEEDED/20070");
    EXPECT_EQ(countLegs(), 16u);
    EXPECT_EQ(refusal(actOnTwo(MessageType::RECONNECT_CALL_REQ, "3101", second, first)), "");
}

TEST_F(Conference, IsRefusedWhereTheTwoCallsDoNotFit) {
    startConsult("3102", ConsultType::CT_CONFERENCE);
    EXPECT_EQ(refusal(complete()), "CF_NO_ACTIVE_CALL/13045") << "the colleague rings";
    target = legsAt("3102").front();
    act(MessageType::ANSWER_CALL_REQ, "3102", target);
    EXPECT_EQ(refusal(actOnTwo(MessageType::TRANSFER_CALL_REQ, "3101", second, first)),
              "CF_INVALID_CONSULT_TYPE/13062");
    act(MessageType::HOLD_CALL_REQ, "3102", target);
    EXPECT_EQ(refusal(complete()), "CF_INVALID_OBJECT_STATE/20122");
    act(MessageType::RETRIEVE_CALL_REQ, "3102", target);
    EXPECT_EQ(refusal(actOnTwo(MessageType::CONFERENCE_CALL_REQ, "3101", {second.call, "L1"}, first)),
              "CF_INVALID_CSTA_CONNECTION_IDENTIFIER/13046");
    EXPECT_EQ(refusal(actOnTwo(MessageType::CONFERENCE_CALL_REQ, "3101", second, {first.call + 9, "L1"})),
              "CF_INVALID_CSTA_CALL_IDENTIFIER/13047");
}

TEST_F(Conference, SomebodyWhoIsInItAlreadyIsBusy) {
    AcdConfig config = defaultConfig();
    config.busyTrigger = 2;
    begin(std::move(config));
    confer();
    startConsult("3102", ConsultType::CT_CONFERENCE);
    EXPECT_EQ(stateOfLeg(second), number(LCS_FAIL));
}

TEST_F(Conference, InASingleStepIsNotPossible) {
    EXPECT_EQ(refusal(actOnTwo(MessageType::CONFERENCE_CALL_REQ, "3101", first, {protocol::NULL_CALL_ID, ""},
                               {{Field::DialedNumber, "3102"}})),
              "CF_INVALID_FEATURE/20153");
}

} // namespace callwright::simulator
