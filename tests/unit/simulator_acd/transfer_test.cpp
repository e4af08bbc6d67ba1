#include "tests/unit/simulator_acd/consult_fixture.h"

namespace callwright::simulator {

class Transfer : public ConsultTest {
protected:
    SwitchAnswer complete() { return actOnTwo(MessageType::TRANSFER_CALL_REQ, "3101", second, first); }
};

TEST_F(Transfer, JoinsTheCallerWithTheColleague) {
    talkToColleague(ConsultType::CT_TRANSFER, {{Field::CallVariable2, "Biel"}});
    EXPECT_EQ(refusal(actOnTwo(MessageType::TRANSFER_CALL_REQ, "3101", second, first)), "");
    EXPECT_EQ(confirmation().number(Field::NewConnectionCallID), first.call);
    EXPECT_EQ(confirmation().number(Field::NumParties), 2u);
    EXPECT_EQ(callEvents("3101"), (Names{"CALL_TRANSFERRED", "END_CALL", "END_CALL"}));
    EXPECT_EQ(callEvents("3102"), (Names{"CALL_TRANSFERRED", "CALL_DATA_UPDATE"}));
    const Seen& transferred = only("3102", MessageType::CALL_TRANSFERRED_EVENT);
    EXPECT_EQ(transferred.number(Field::PrimaryCallID), first.call);
    EXPECT_EQ(transferred.text(Field::PrimaryDeviceID), first.device);
    EXPECT_EQ(transferred.number(Field::SecondaryCallID), second.call);
    EXPECT_EQ(transferred.text(Field::SecondaryDeviceID), second.device);
    EXPECT_EQ(transferred.text(Field::TransferringDeviceID), "3101");
    EXPECT_EQ(transferred.text(Field::TransferredDeviceID), "3102");
    EXPECT_EQ(transferred.number(Field::NumParties), 2u);
    EXPECT_EQ(transferred.count(Field::ConnectedPartyCallID), 2u);
    EXPECT_EQ(transferred.number(Field::LocalConnectionState), number(LCS_CONNECT));
    EXPECT_EQ(only("3101", MessageType::CALL_TRANSFERRED_EVENT).number(Field::LocalConnectionState), number(LCS_NULL));
    const Seen& update = only("3102", MessageType::CALL_DATA_UPDATE_EVENT);
    EXPECT_EQ(update.number(Field::ConnectionCallID), second.call);
    EXPECT_EQ(update.text(Field::ConnectionDeviceID), target.device);
    EXPECT_EQ(update.number(Field::NewConnectionCallID), first.call);
    EXPECT_EQ(update.text(Field::NewConnectionDeviceID), target.device);
    EXPECT_EQ(update.number(Field::CallType), number(CallType::CALLTYPE_CONSULT_OFFERRED));
    EXPECT_EQ(update.text(Field::CallVariable1), "gold");
    EXPECT_EQ(update.text(Field::CallVariable2), "Biel");
    EXPECT_TRUE(update.number(Field::RouterCallKeyCallID));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_AVAILABLE);
    EXPECT_EQ(stateOf("1002"), AGENT_STATE_TALKING);
    EXPECT_EQ(callJson(second.call), nullptr);
    EXPECT_EQ(callJson(first.call).at("connections").size(), 2u);
    EXPECT_EQ(callJson(first.call).at("CallVariable2"), "Biel");

    forget();
    EXPECT_TRUE(acd->hangup(first.call));
    EXPECT_EQ(callEvents("3102").back(), "END_CALL");
    EXPECT_EQ(only("3102", MessageType::END_CALL_EVENT).number(Field::ConnectionCallID), first.call);
    EXPECT_TRUE(acd->state().at("calls").empty());
}

TEST_F(Transfer, WaitsUntilTheColleagueHasAnswered) {
    startConsult("3102", ConsultType::CT_TRANSFER);
    EXPECT_EQ(refusal(complete()), "CF_NO_ACTIVE_CALL/13121");
    act(MessageType::ANSWER_CALL_REQ, "3102", legsAt("3102").front());
    EXPECT_EQ(refusal(complete()), "");
}

TEST_F(Transfer, IsRefusedWhereTheTwoCallsDoNotFit) {
    talkToColleague(ConsultType::CT_TRANSFER);
    EXPECT_EQ(refusal(actOnTwo(MessageType::CONFERENCE_CALL_REQ, "3101", second, first)),
              "CF_INVALID_CONSULT_TYPE/13062");
    EXPECT_EQ(refusal(actOnTwo(MessageType::TRANSFER_CALL_REQ, "3101", first, second)), "CF_NO_ACTIVE_CALL/13121");
    EXPECT_EQ(refusal(actOnTwo(MessageType::TRANSFER_CALL_REQ, "3101", {second.call, "L1"}, first)),
              "CF_INVALID_CSTA_CONNECTION_IDENTIFIER/13126");
    EXPECT_EQ(refusal(actOnTwo(MessageType::TRANSFER_CALL_REQ, "3101", second, {first.call, "L1"})),
              "CF_INVALID_CSTA_CONNECTION_IDENTIFIER/13127");
    actOnTwo(MessageType::ALTERNATE_CALL_REQ, "3101", second, first);
    EXPECT_EQ(refusal(complete()), "CF_NO_ACTIVE_CALL/13121");
    EXPECT_EQ(refusal(actOnTwo(MessageType::TRANSFER_CALL_REQ, "3101", first, second)), "CF_INVALID_OBJECT_STATE/20014")
        << "the first call has to wait, the consultation to talk";
}

TEST_F(Transfer, TowardsAColleagueWhoHoldsIsRefused) {
    talkToColleague(ConsultType::CT_TRANSFER);
    act(MessageType::HOLD_CALL_REQ, "3102", target);
    EXPECT_EQ(refusal(complete()), "CF_INVALID_OBJECT_STATE/20014");
    act(MessageType::RETRIEVE_CALL_REQ, "3102", target);
    EXPECT_EQ(refusal(complete()), "");
}

TEST_F(Transfer, ConsultationsOfBothSidesOfOneCallDoNotCross) {
    act(MessageType::CLEAR_CONNECTION_REQ, "3101", first);
    setState("3101", AGENT_STATE_NOT_READY);
    dial("3101", "3102");
    act(MessageType::ANSWER_CALL_REQ, "3102", legsAt("3102").front());
    first = legsAt("3101").front();
    startConsult("3103", ConsultType::CT_TRANSFER);
    EXPECT_EQ(refusal(consult("3102", legsAt("3102").front(), "914155550100", ConsultType::CT_CONFERENCE)),
              "CF_INVALID_OBJECT_STATE/20066");
}

TEST_F(Transfer, ToANumberOutsideLeavesNobodyOfOurs) {
    startConsult("914155550100", ConsultType::CT_TRANSFER);
    EXPECT_EQ(callEvents("3101").back(), "CALL_REACHED_NETWORK");
    EXPECT_TRUE(acd->answerRemote(second.call));
    EXPECT_EQ(refusal(complete()), "");
    EXPECT_TRUE(legsAt("3101").empty());
    EXPECT_EQ(callJson(first.call).at("connections").size(), 2u) << "the two outside talk on";
    EXPECT_TRUE(acd->hangup(first.call, "914155550100"));
    EXPECT_TRUE(acd->state().at("calls").empty());
}

TEST_F(Transfer, OfAnInsideCallTellsTheOtherSideWhoIsThereNow) {
    act(MessageType::CLEAR_CONNECTION_REQ, "3101", first);
    setState("3101", AGENT_STATE_NOT_READY);
    dial("3103", "3101");
    act(MessageType::ANSWER_CALL_REQ, "3101", legsAt("3101").front());
    first = legsAt("3101").front();
    talkToColleague(ConsultType::CT_TRANSFER);
    EXPECT_EQ(refusal(complete()), "");
    EXPECT_EQ(callEvents("3103"), (Names{"CALL_TRANSFERRED", "CALL_DATA_UPDATE"}));
    const Seen& update = only("3103", MessageType::CALL_DATA_UPDATE_EVENT);
    EXPECT_EQ(update.number(Field::NewConnectionCallID), update.number(Field::ConnectionCallID));
    EXPECT_EQ(at("3103", MessageType::RTP_STOPPED_EVENT).size(), 0u);
    forget();
    act(MessageType::CLEAR_CONNECTION_REQ, "3102", legsAt("3102").front());
    EXPECT_EQ(callEvents("3103").back(), "END_CALL");
}

TEST_F(Transfer, CountsAsOutgoingForWrapUp) {
    AcdConfig config = defaultConfig();
    for (AgentConfig& agent : config.agents)
        agent.desk.wrapupOutgoing = 0;
    begin(std::move(config));
    talkToColleague(ConsultType::CT_TRANSFER);
    EXPECT_EQ(refusal(complete()), "");
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_WORK_NOT_READY);
    EXPECT_TRUE(acd->hangup(first.call));
    EXPECT_EQ(stateOf("1002"), AGENT_STATE_NOT_READY) << "an incoming call, for which wrap-up is optional";
}

TEST_F(Transfer, WrapUpDataOfBothCallsAreTakenAfterwards) {
    talkToColleague(ConsultType::CT_TRANSFER);
    EXPECT_EQ(refusal(complete()), "");
    EXPECT_EQ(refusal(setData("3101", second, {{Field::CallWrapupData, "sent on"}})), "");
    EXPECT_EQ(refusal(setData("3101", first, {{Field::CallWrapupData, "sent on"}})), "");
    EXPECT_FALSE(callJson(first.call).contains("CallWrapupData")) << "it is somebody else's call now";
    EXPECT_EQ(refusal(act(MessageType::RELEASE_CALL_REQ, "3101", first)), "");
    EXPECT_EQ(refusal(setData("3101", first, {{Field::CallWrapupData, "x"}})), "E_CTI_NOT_CALL_PARTY");
}

TEST_F(Transfer, CarriesDataThatWereSetDuringTheConsultation) {
    talkToColleague(ConsultType::CT_TRANSFER);
    setData("3102", target, {{Field::CallVariable3, "noted"}, {Field::NamedVariable, "user.order=4712"}});
    EXPECT_EQ(
        refusal(actOnTwo(MessageType::TRANSFER_CALL_REQ, "3101", second, first, {{Field::CallVariable4, "at last"}})),
        "");
    const auto call = callJson(first.call);
    EXPECT_EQ(call.at("CallVariable1"), "gold");
    EXPECT_EQ(call.at("CallVariable3"), "noted");
    EXPECT_EQ(call.at("CallVariable4"), "at last");
    EXPECT_EQ(call.at("ECC").at("user.order"), "4712");
}

} // namespace callwright::simulator
