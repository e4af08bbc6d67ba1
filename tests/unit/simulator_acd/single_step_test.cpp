#include "tests/unit/simulator_acd/consult_fixture.h"

namespace callwright::simulator {

class SingleStep : public ConsultTest {
protected:
    SwitchAnswer transfer(const std::string& number, Sets more = {}) {
        more.emplace_back(Field::DialedNumber, number);
        return actOnTwo(MessageType::TRANSFER_CALL_REQ, "3101", first, {protocol::NULL_CALL_ID, ""}, std::move(more));
    }
};

TEST_F(SingleStep, RingsTheColleagueForTheCallerAtOnce) {
    EXPECT_EQ(refusal(transfer("3102", {{Field::CallVariable5, "sorry"}})), "");
    EXPECT_EQ(confirmation().number(Field::NewConnectionCallID), first.call);
    EXPECT_EQ(callEvents("3101"), (Names{"CALL_TRANSFERRED", "END_CALL"}));
    EXPECT_EQ(callEvents("3102"), (Names{"BEGIN_CALL", "CALL_DELIVERED"}));
    const Seen& transferred = only("3101", MessageType::CALL_TRANSFERRED_EVENT);
    EXPECT_EQ(transferred.number(Field::PrimaryCallID), first.call);
    EXPECT_EQ(transferred.number(Field::SecondaryCallID), protocol::NULL_CALL_ID);
    EXPECT_EQ(transferred.text(Field::TransferringDeviceID), "3101");
    EXPECT_EQ(transferred.text(Field::TransferredDeviceID), "3102");
    EXPECT_EQ(transferred.number(Field::LocalConnectionState), number(LCS_NULL));
    const Seen& begin = only("3102", MessageType::BEGIN_CALL_EVENT);
    EXPECT_EQ(begin.number(Field::ConnectionCallID), first.call);
    EXPECT_EQ(begin.number(Field::CallType), number(CallType::CALLTYPE_OFFERED));
    EXPECT_EQ(begin.text(Field::CallVariable1), "gold");
    EXPECT_EQ(begin.text(Field::CallVariable5), "sorry");
    EXPECT_TRUE(begin.number(Field::RouterCallKeyCallID));
    const Seen& delivered = only("3102", MessageType::CALL_DELIVERED_EVENT);
    EXPECT_EQ(delivered.text(Field::CallingDeviceID), "4155550134");
    EXPECT_EQ(delivered.text(Field::LastRedirectDeviceID), "3101");
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_AVAILABLE);

    EXPECT_EQ(refusal(act(MessageType::ANSWER_CALL_REQ, "3102", legsAt("3102").front())), "");
    EXPECT_EQ(stateOf("1002"), AGENT_STATE_TALKING);
    EXPECT_EQ(callJson(first.call).at("connections").size(), 2u);
    EXPECT_TRUE(acd->hangup(first.call));
    EXPECT_EQ(stateOf("1002"), AGENT_STATE_NOT_READY);
}

TEST_F(SingleStep, ToAQueueLetsTheCallerWaitThere) {
    setState("3101", AGENT_STATE_NOT_READY, 1); // afterwards
    EXPECT_EQ(refusal(transfer("8002")), "");
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_NOT_READY);
    EXPECT_EQ(callEvents("8002"), (Names{"BEGIN_CALL", "CALL_QUEUED"}));
    const auto key = callJson(first.call).at("RouterCallKeyCallID");
    makeReady("1004");
    EXPECT_EQ(stateOf("1004"), AGENT_STATE_RESERVED);
    EXPECT_EQ(refusal(act(MessageType::ANSWER_CALL_REQ, "3104", legsAt("3104").front())), "");
    EXPECT_EQ(stateOf("1004"), AGENT_STATE_TALKING);
    EXPECT_EQ(callJson(first.call).at("RouterCallKeyCallID"), key);
}

TEST_F(SingleStep, ToAQueueTellsWhoStaysWhatTheRouterCallsIt) {
    dial("3103", "3102");
    const ConnectionName leg = legAt("3102");
    act(MessageType::ANSWER_CALL_REQ, "3102", leg);
    forget();
    EXPECT_EQ(refusal(actOnTwo(MessageType::TRANSFER_CALL_REQ, "3102", leg, {protocol::NULL_CALL_ID, ""},
                               {{Field::DialedNumber, "8002"}})),
              "");
    EXPECT_EQ(only("3103", MessageType::CALL_DATA_UPDATE_EVENT).number(Field::RouterCallKeyCallID),
              callJson(leg.call).at("RouterCallKeyCallID").get<std::uint32_t>());
}

TEST_F(SingleStep, ToANumberOutsideConnectsTheTwo) {
    EXPECT_EQ(refusal(transfer("914155550100")), "");
    EXPECT_TRUE(acd->answerRemote(first.call));
    EXPECT_EQ(callJson(first.call).at("connections").size(), 2u);
    EXPECT_TRUE(acd->hangup(first.call));
    EXPECT_TRUE(acd->state().at("calls").empty());
}

TEST_F(SingleStep, KeepsTheCallerWhereItCannotGo) {
    dial("3103", "914155550100");
    forget();
    EXPECT_EQ(refusal(transfer("3103")), "CF_RESOURCE_BUSY/20013");
    EXPECT_EQ(refusal(transfer("3101")), "CF_RESOURCE_BUSY/20013");
    EXPECT_EQ(refusal(transfer("914155550001")), "CF_RESOURCE_BUSY/20013");
    EXPECT_EQ(refusal(transfer("914155550003")), "CF_INVALID_DESTINATION/20011");
    EXPECT_EQ(refusal(transfer("4711")), "CF_INVALID_DESTINATION/20011");
    EXPECT_EQ(refusal(transfer("help")), "E_CTI_INVALID_DIGITS");
    EXPECT_EQ(refusal(actOnTwo(MessageType::TRANSFER_CALL_REQ, "3101", first, {protocol::NULL_CALL_ID, ""})),
              "E_CTI_REQUIRED_DATA_MISSING");
    act(MessageType::HOLD_CALL_REQ, "3101", first);
    EXPECT_EQ(refusal(transfer("3102")), "CF_NO_ACTIVE_CALL/13121");
    first.device = "L1";
    EXPECT_EQ(refusal(transfer("3102")), "CF_INVALID_CSTA_CONNECTION_IDENTIFIER/13126");
    EXPECT_EQ(callEvents("3101"), (Names{"CALL_HELD"}));
}

TEST_F(SingleStep, CallerIsCutOffWhenNobodyAnswers) {
    EXPECT_EQ(refusal(transfer("3102")), "");
    forget();
    clock.advance(std::chrono::seconds(60));
    EXPECT_EQ(callEvents("3102").back(), "END_CALL");
    EXPECT_TRUE(acd->state().at("calls").empty());
}

TEST_F(SingleStep, AColleagueWhoCalledHearsWhatBecomesOfTheCall) {
    act(MessageType::CLEAR_CONNECTION_REQ, "3101", first);
    setState("3101", AGENT_STATE_NOT_READY);
    dial("3103", "3101");
    act(MessageType::ANSWER_CALL_REQ, "3101", legsAt("3101").front());
    first = legsAt("3101").front();
    forget();
    EXPECT_EQ(refusal(transfer("3102")), "");
    EXPECT_EQ(callEvents("3103"), (Names{"CALL_TRANSFERRED", "CALL_DATA_UPDATE", "CALL_DELIVERED"}));
    forget();
    clock.advance(std::chrono::seconds(60));
    EXPECT_EQ(callEvents("3103"), (Names{"CALL_FAILED"}));
    EXPECT_EQ(stateOf("1003"), AGENT_STATE_TALKING);
    EXPECT_EQ(refusal(act(MessageType::CLEAR_CONNECTION_REQ, "3103", legsAt("3103").front())), "");
    EXPECT_EQ(stateOf("1003"), AGENT_STATE_NOT_READY);
    EXPECT_TRUE(acd->state().at("calls").empty());
}

} // namespace callwright::simulator
