#include "tests/unit/simulator_acd/consult_fixture.h"

namespace callwright::simulator {

class Consult : public ConsultTest {};

TEST_F(Consult, HoldsTheFirstCallAndCallsAColleague) {
    startConsult("3102", ConsultType::CT_TRANSFER);
    EXPECT_EQ(callEvents("3101"),
              (Names{"CALL_HELD", "BEGIN_CALL", "CALL_SERVICE_INITIATED", "CALL_ORIGINATED", "CALL_DELIVERED"}));
    EXPECT_EQ(callEvents("3102"), (Names{"BEGIN_CALL", "CALL_DELIVERED"}));
    EXPECT_NE(second.call, first.call);
    EXPECT_EQ(only("3101", MessageType::CALL_HELD_EVENT).text(Field::ConnectionDeviceID), first.device);
    EXPECT_EQ(at("3101", MessageType::RTP_STOPPED_EVENT).size(), 2u);
    EXPECT_EQ(agentStates("3101"), (States{AGENT_STATE_HOLD}));
    for (const char* phone : {"3101", "3102"}) {
        const Seen& begin = only(phone, MessageType::BEGIN_CALL_EVENT);
        EXPECT_EQ(begin.number(Field::CallType), number(CallType::CALLTYPE_CONSULT));
        EXPECT_EQ(begin.number(Field::ConnectionCallID), second.call);
        EXPECT_EQ(begin.text(Field::CallVariable1), "gold");
        EXPECT_EQ(begin.text(Field::ANI), "4155550134");
        EXPECT_EQ(begin.text(Field::DialedNumber), "3102");
        EXPECT_EQ(begin.ecc(), (std::vector<std::pair<std::string, std::string>>{{"user.order", "4711"}}));
        EXPECT_FALSE(begin.number(Field::RouterCallKeyCallID));
    }
    EXPECT_EQ(only("3102", MessageType::CALL_DELIVERED_EVENT).text(Field::CallingDeviceID), "3101");

    forget();
    EXPECT_EQ(refusal(act(MessageType::ANSWER_CALL_REQ, "3102", legsAt("3102").back())), "");
    EXPECT_EQ(callEvents("3101"), (Names{"CALL_ESTABLISHED"}));
    EXPECT_EQ(callEvents("3102"), (Names{"CALL_ESTABLISHED"}));
    EXPECT_EQ(agentStates("3101"), (States{AGENT_STATE_TALKING}));
    EXPECT_EQ(agentStates("3102"), (States{AGENT_STATE_TALKING}));
    EXPECT_EQ(stateOfLeg(first), number(LCS_HOLD));
    EXPECT_EQ(stateOfLeg(second), number(LCS_CONNECT));
}

TEST_F(Consult, DataGivenReplaceThoseOfTheFirstCallThere) {
    startConsult("3102", ConsultType::CT_TRANSFER, {{Field::CallVariable1, "angry"}});
    const Seen& begin = only("3102", MessageType::BEGIN_CALL_EVENT);
    EXPECT_EQ(begin.text(Field::CallVariable1), "angry");
    EXPECT_EQ(begin.text(Field::CallVariable2), "Bern");
    EXPECT_EQ(callJson(first.call).at("CallVariable1"), "gold");
}

TEST_F(Consult, AlternateGoesToAndFro) {
    talkToColleague(ConsultType::CT_TRANSFER);
    EXPECT_EQ(refusal(actOnTwo(MessageType::ALTERNATE_CALL_REQ, "3101", second, first)), "");
    EXPECT_EQ(callEvents("3101"), (Names{"CALL_HELD", "CALL_RETRIEVED"}));
    EXPECT_EQ(callEvents("3102"), Names());
    EXPECT_EQ(agentStates("3101"), States());
    EXPECT_EQ(at("3101", MessageType::RTP_STOPPED_EVENT).size(), 2u);
    EXPECT_EQ(at("3101", MessageType::RTP_STARTED_EVENT).size(), 2u);
    EXPECT_EQ(stateOfLeg(first), number(LCS_CONNECT));
    EXPECT_EQ(stateOfLeg(second), number(LCS_HOLD));
    EXPECT_EQ(refusal(actOnTwo(MessageType::ALTERNATE_CALL_REQ, "3101", first, second)), "");
    EXPECT_EQ(stateOfLeg(second), number(LCS_CONNECT));
}

TEST_F(Consult, ReconnectDropsTheColleagueAndGoesBack) {
    talkToColleague(ConsultType::CT_TRANSFER);
    EXPECT_EQ(refusal(actOnTwo(MessageType::RECONNECT_CALL_REQ, "3101", second, first)), "");
    EXPECT_EQ(callEvents("3101"), (Names{"CALL_CONNECTION_CLEARED", "CALL_CONNECTION_CLEARED", "CALL_CLEARED",
                                         "END_CALL", "CALL_RETRIEVED"}));
    EXPECT_EQ(callEvents("3102"),
              (Names{"CALL_CONNECTION_CLEARED", "CALL_CONNECTION_CLEARED", "CALL_CLEARED", "END_CALL"}));
    EXPECT_EQ(agentStates("3101"), States());
    EXPECT_EQ(stateOfLeg(first), number(LCS_CONNECT));
    EXPECT_EQ(stateOf("1002"), AGENT_STATE_NOT_READY);
}

TEST_F(Consult, ReconnectWorksWhileTheColleagueRings) {
    startConsult("3102", ConsultType::CT_TRANSFER);
    EXPECT_EQ(refusal(actOnTwo(MessageType::RECONNECT_CALL_REQ, "3101", second, first)), "");
    EXPECT_EQ(stateOfLeg(first), number(LCS_CONNECT));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_TALKING);
    EXPECT_TRUE(legsAt("3102").empty());
}

TEST_F(Consult, OfABusyNumberFailsAndLeavesTheWayBack) {
    startConsult("914155550001", ConsultType::CT_TRANSFER);
    EXPECT_EQ(callEvents("3101"), (Names{"CALL_HELD", "BEGIN_CALL", "CALL_SERVICE_INITIATED", "CALL_ORIGINATED",
                                         "CALL_REACHED_NETWORK", "CALL_FAILED"}));
    EXPECT_EQ(only("3101", MessageType::CALL_FAILED_EVENT).number(Field::EventCause),
              number(protocol::EventCause::CEC_BUSY));
    EXPECT_EQ(stateOfLeg(second), number(LCS_FAIL));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_HOLD);
    EXPECT_EQ(refusal(actOnTwo(MessageType::TRANSFER_CALL_REQ, "3101", second, first)), "CF_NO_ACTIVE_CALL/13121");
    EXPECT_EQ(refusal(actOnTwo(MessageType::RECONNECT_CALL_REQ, "3101", second, first)), "");
    EXPECT_EQ(stateOfLeg(first), number(LCS_CONNECT));
}

TEST_F(Consult, OfANumberOutsideGivesUpWhenNobodyAnswers) {
    startConsult("914155550002", ConsultType::CT_CONFERENCE);
    clock.advance(std::chrono::seconds(60));
    EXPECT_EQ(stateOfLeg(second), number(LCS_FAIL));
    EXPECT_EQ(refusal(act(MessageType::CLEAR_CONNECTION_REQ, "3101", second)), "");
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_HOLD);
    EXPECT_EQ(refusal(act(MessageType::RETRIEVE_CALL_REQ, "3101", first)), "");
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_TALKING);
}

TEST_F(Consult, OfAQueueIsRoutedToOneOfItsAgents) {
    startConsult("8002", ConsultType::CT_TRANSFER);
    EXPECT_EQ(callEvents("8002"), (Names{"BEGIN_CALL", "CALL_QUEUED"}));
    makeReady("1004");
    ASSERT_EQ(legsAt("3104").size(), 1u);
    EXPECT_EQ(stateOf("1004"), AGENT_STATE_RESERVED);
    EXPECT_EQ(only("3104", MessageType::BEGIN_CALL_EVENT).number(Field::CallType), number(CallType::CALLTYPE_CONSULT));
    EXPECT_TRUE(only("3104", MessageType::BEGIN_CALL_EVENT).number(Field::RouterCallKeyCallID));
    act(MessageType::ANSWER_CALL_REQ, "3104", legsAt("3104").front());
    forget();
    EXPECT_EQ(refusal(actOnTwo(MessageType::TRANSFER_CALL_REQ, "3101", second, first)), "");
    EXPECT_EQ(stateOf("1004"), AGENT_STATE_TALKING);
    EXPECT_EQ(callJson(first.call).at("connections").size(), 2u);
}

TEST_F(Consult, IsRefusedWhereItCannotBe) {
    EXPECT_EQ(refusal(consult("3101", first, "3102", ConsultType::CT_UNSPECIFIED)), "CF_INVALID_CONSULT_TYPE/13062");
    EXPECT_EQ(refusal(consult("3101", first, "3102", static_cast<ConsultType>(9))), "E_CTI_INVALID_CONSULT_TYPE");
    EXPECT_EQ(refusal(consult("3101", {first.call, "L1"}, "3102", ConsultType::CT_TRANSFER)),
              "CF_INVALID_CSTA_CONNECTION_IDENTIFIER/13063");
    EXPECT_EQ(refusal(consult("3102", first, "3103", ConsultType::CT_TRANSFER)),
              "CF_INVALID_CSTA_CONNECTION_IDENTIFIER/13063");
    EXPECT_EQ(refusal(consult("3101", first, "help", ConsultType::CT_TRANSFER)), "E_CTI_INVALID_DIGITS");
    act(MessageType::HOLD_CALL_REQ, "3101", first);
    EXPECT_EQ(refusal(consult("3101", first, "3102", ConsultType::CT_TRANSFER)), "CF_INVALID_OBJECT_STATE/20009")
        << "only on an active call";
    act(MessageType::RETRIEVE_CALL_REQ, "3101", first);
    talkToColleague(ConsultType::CT_TRANSFER);
    EXPECT_EQ(refusal(consult("3101", second, "3103", ConsultType::CT_TRANSFER)), "CF_INVALID_OBJECT_STATE/20007")
        << "one call is held already";
}

TEST_F(Consult, GoesOnAsACallOfItsOwnWhenTheFirstCallEnds) {
    talkToColleague(ConsultType::CT_TRANSFER);
    EXPECT_TRUE(acd->hangup(first.call));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_TALKING);
    EXPECT_EQ(refusal(actOnTwo(MessageType::TRANSFER_CALL_REQ, "3101", second, first)),
              "CF_INVALID_CSTA_CALL_IDENTIFIER/13127");
    act(MessageType::CLEAR_CONNECTION_REQ, "3102", target);
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_AVAILABLE);
}

TEST_F(Consult, TheWorkIsNotOverWhileASecondCallIsDialled) {
    startConsult("3102", ConsultType::CT_TRANSFER);
    EXPECT_TRUE(acd->hangup(first.call));
    EXPECT_EQ(agentStates("3101"), (States{AGENT_STATE_HOLD}));
    act(MessageType::ANSWER_CALL_REQ, "3102", legsAt("3102").front());
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_TALKING);
}

TEST_F(Consult, ColleagueWhoHangsUpLeavesTheFirstCallHeld) {
    talkToColleague(ConsultType::CT_TRANSFER);
    act(MessageType::CLEAR_CONNECTION_REQ, "3102", target);
    EXPECT_EQ(callEvents("3101").back(), "END_CALL");
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_HOLD);
    EXPECT_EQ(stateOfLeg(first), number(LCS_HOLD));
}

TEST_F(Consult, AlternateAndReconnectAreRefusedInWrongStates) {
    startConsult("3102", ConsultType::CT_TRANSFER);
    EXPECT_EQ(refusal(actOnTwo(MessageType::ALTERNATE_CALL_REQ, "3101", second, first)), "CF_NO_ACTIVE_CALL/20015");
    act(MessageType::ANSWER_CALL_REQ, "3102", legsAt("3102").front());
    EXPECT_EQ(refusal(actOnTwo(MessageType::ALTERNATE_CALL_REQ, "3101", first, second)), "CF_NO_ACTIVE_CALL/20015");
    EXPECT_EQ(refusal(actOnTwo(MessageType::RECONNECT_CALL_REQ, "3101", first, second)), "CF_NO_ACTIVE_CALL/20009");
    EXPECT_EQ(refusal(act(MessageType::HOLD_CALL_REQ, "3101", second)), "CF_INVALID_OBJECT_STATE/20015")
        << "one call is held already";
    EXPECT_EQ(refusal(actOnTwo(MessageType::ALTERNATE_CALL_REQ, "3101", second, second)),
              "CF_INVALID_CSTA_CONNECTION_IDENTIFIER/13090");
    EXPECT_EQ(refusal(actOnTwo(MessageType::RECONNECT_CALL_REQ, "3101", {first.call + 7, "L1"}, first)),
              "CF_INVALID_CSTA_CALL_IDENTIFIER/13044");
    EXPECT_EQ(refusal(actOnTwo(MessageType::RECONNECT_CALL_REQ, "3101", second, {second.call, "L1"})),
              "CF_INVALID_CSTA_CONNECTION_IDENTIFIER/13090");
}

TEST_F(Consult, BothCallsAreTheFirstThingASessionHearsAndASnapshotShows) {
    talkToColleague(ConsultType::CT_TRANSFER);
    const auto begun = acd->callsInProgress("3101");
    ASSERT_EQ(begun.size(), 2u);
    EXPECT_EQ(begun[0].type, MessageType::BEGIN_CALL_EVENT);
    ask("3101", MessageType::SNAPSHOT_DEVICE_REQ, {{Field::AgentInstrument, "3101"}});
    EXPECT_EQ(confirmation().number(Field::NumCalls), 2u);
    EXPECT_EQ(confirmation().count(Field::CallConnectionDeviceID), 2u);
    EXPECT_EQ(refusal(act(MessageType::SNAPSHOT_CALL_REQ, "3101", second)), "");
    EXPECT_EQ(confirmation().number(Field::NumCallDevices), 2u);
    EXPECT_EQ(confirmation().number(Field::CallType), number(CallType::CALLTYPE_CONSULT));
}

class SecondCallRings : public ConsultTest {
protected:
    void SetUp() override {
        AcdConfig config = defaultConfig();
        config.busyTrigger = 2;
        begin(std::move(config));
        dial("3102", "3101");
        second = legsAt("3101").back();
        forget();
    }
};

TEST_F(SecondCallRings, AlternateHoldsTheFirstAndAnswersIt) {
    EXPECT_EQ(refusal(actOnTwo(MessageType::ALTERNATE_CALL_REQ, "3101", first, second)), "");
    EXPECT_EQ(callEvents("3101"), (Names{"CALL_HELD", "CALL_ESTABLISHED"}));
    EXPECT_EQ(callEvents("3102"), (Names{"CALL_ESTABLISHED"}));
    EXPECT_EQ(agentStates("3101"), States());
    EXPECT_EQ(refusal(actOnTwo(MessageType::TRANSFER_CALL_REQ, "3101", second, first)),
              "CF_ARBITRARY_CONF_OR_XFER_NOT_SUPPORTED/20014")
        << "two calls that have nothing to do with each other";
    EXPECT_EQ(refusal(actOnTwo(MessageType::CONFERENCE_CALL_REQ, "3101", second, first)),
              "CF_ARBITRARY_CONF_OR_XFER_NOT_SUPPORTED/20122");
    EXPECT_EQ(refusal(actOnTwo(MessageType::RECONNECT_CALL_REQ, "3101", second, first)), "");
    EXPECT_EQ(stateOfLeg(first), number(LCS_CONNECT));
}

TEST_F(SecondCallRings, NoThirdCallFindsRoom) {
    EXPECT_EQ(refusal(consult("3101", first, "3103", ConsultType::CT_TRANSFER)), "CF_INVALID_OBJECT_STATE/20007");
    dial("3103", "3101");
    EXPECT_EQ(only("3103", MessageType::CALL_FAILED_EVENT).number(Field::EventCause),
              number(protocol::EventCause::CEC_BUSY));
}

} // namespace callwright::simulator
