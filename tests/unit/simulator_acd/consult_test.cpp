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

TEST_F(Consult, TransferCompletes) {
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

TEST_F(Consult, ConferenceCompletes) {
    talkToColleague(ConsultType::CT_CONFERENCE);
    EXPECT_EQ(refusal(actOnTwo(MessageType::CONFERENCE_CALL_REQ, "3101", second, first)), "");
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

} // namespace callwright::simulator
