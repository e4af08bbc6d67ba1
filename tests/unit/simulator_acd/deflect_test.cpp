#include "tests/unit/simulator_acd/acd_fixture.h"

namespace callwright::simulator {

namespace Desk = protocol::DeskSettingsMask;
using Names = std::vector<std::string>;

/// DEFLECT_CALL_REQ (CTI Server guide v25): an alerting call goes to another device.
class Deflect : public AcdTest {
protected:
    void SetUp() override { begin(defaultConfig()); }
    void begin(AcdConfig config) {
        start(std::move(config));
        makeReady("1001");
        signIn("1002");
    }
    SwitchAnswer deflect(const std::string& phone, const std::string& to) {
        const ConnectionName leg = legAt(phone);
        return ask(phone, MessageType::DEFLECT_CALL_REQ,
                   {{Field::ConnectionCallID, leg.call},
                    {Field::ConnectionDeviceIDType, ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC},
                    {Field::ConnectionDeviceID, leg.device},
                    {Field::CalledDeviceType, DeviceIDType::DEVID_DEVICE_IDENTIFIER},
                    {Field::CalledDeviceID, to}});
    }
};

TEST_F(Deflect, ToAColleagueRingsThereAndFreesTheAgent) {
    const std::uint32_t call = callIn("Billing");
    forget();
    EXPECT_EQ(refusal(deflect("3101", "3102")), "");
    EXPECT_EQ(callEvents("3101"), (Names{"CALL_CONNECTION_CLEARED", "END_CALL"}));
    EXPECT_EQ(only("3101", MessageType::CALL_CONNECTION_CLEARED_EVENT).number(Field::EventCause),
              number(EventCause::CEC_REDIRECTED));
    EXPECT_EQ(callEvents("3102"), (Names{"BEGIN_CALL", "CALL_DELIVERED"}));
    const Seen& delivered = only("3102", MessageType::CALL_DELIVERED_EVENT);
    EXPECT_EQ(delivered.number(Field::ConnectionCallID), call);
    EXPECT_EQ(delivered.text(Field::LastRedirectDeviceID), "3101");
    EXPECT_EQ(delivered.text(Field::ANI), "4155550134");
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_AVAILABLE);
    EXPECT_EQ(refusal(act(MessageType::ANSWER_CALL_REQ, "3102", legAt("3102"))), "");
    EXPECT_EQ(stateOf("1002"), AGENT_STATE_TALKING);
    clock.advance(std::chrono::seconds(60));
    EXPECT_EQ(legState("3102"), number(LCS_CONNECT)) << "the first phone's no-answer time is over";
}

TEST_F(Deflect, ToAQueueFindsTheNextAgent) {
    makeReady("1003");
    callIn("Billing");
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_RESERVED);
    forget();
    clock.advance(std::chrono::seconds(1)); // 1003 is available longer than 1001 will be
    EXPECT_EQ(refusal(deflect("3101", "8002")), "");
    EXPECT_EQ(callEvents("3101"), (Names{"CALL_CONNECTION_CLEARED", "END_CALL"}));
    EXPECT_EQ(legState("3103"), number(LCS_ALERTING));
    EXPECT_EQ(only("3103", MessageType::CALL_DELIVERED_EVENT).number(Field::SkillGroupNumber), 2u);
    EXPECT_EQ(stateOf("1003"), AGENT_STATE_RESERVED);
}

TEST_F(Deflect, OutsideReachesSomebodyBeyondTheSwitch) {
    const std::uint32_t call = callIn("Billing");
    EXPECT_EQ(refusal(deflect("3101", "914155550100")), "");
    EXPECT_TRUE(acd->answerRemote(call));
    const nlohmann::json left = acd->state().at("calls").at(0).at("connections");
    ASSERT_EQ(left.size(), 2u);
    for (const auto& connection : left)
        EXPECT_EQ(connection.at("LocalConnectionState"), number(LCS_CONNECT));
    EXPECT_TRUE(acd->hangup(call));
    EXPECT_TRUE(acd->state().at("calls").empty());
}

TEST_F(Deflect, ToABusyNumberOutsideEndsTheCall) {
    callIn("Billing");
    EXPECT_EQ(refusal(deflect("3101", "914155550001")), "");
    EXPECT_TRUE(acd->state().at("calls").empty());
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_AVAILABLE);
}

TEST_F(Deflect, OfAColleaguesCallIsToldToTheCaller) {
    signIn("1003");
    setState("3101", AGENT_STATE_NOT_READY);
    dial("3102", "3101");
    forget();
    EXPECT_EQ(refusal(deflect("3101", "3103")), "");
    EXPECT_EQ(callEvents("3102"), (Names{"CALL_CONNECTION_CLEARED", "CALL_DELIVERED"}));
    act(MessageType::ANSWER_CALL_REQ, "3103", legAt("3103"));
    EXPECT_EQ(stateOf("1002"), AGENT_STATE_TALKING);
}

TEST_F(Deflect, OfAColleaguesCallToAQueueTellsTheCallerWhatTheRouterCallsIt) {
    setState("3101", AGENT_STATE_NOT_READY);
    dial("3102", "3101");
    const ConnectionName leg = legAt("3101");
    forget();
    EXPECT_EQ(refusal(deflect("3101", "8002")), "");
    EXPECT_EQ(only("3102", MessageType::CALL_DATA_UPDATE_EVENT).number(Field::RouterCallKeyCallID),
              callJson(leg.call).at("RouterCallKeyCallID").get<std::uint32_t>());
}

TEST_F(Deflect, IsForRingingCallsOnly) {
    callIn("Billing");
    const ConnectionName leg = legAt("3101");
    act(MessageType::ANSWER_CALL_REQ, "3101", leg);
    EXPECT_EQ(refusal(deflect("3101", "3102")), "CF_INVALID_OBJECT_STATE/20010");
    act(MessageType::CLEAR_CONNECTION_REQ, "3101", leg);
    EXPECT_EQ(refusal(ask("3101", MessageType::DEFLECT_CALL_REQ,
                          {{Field::ConnectionCallID, leg.call},
                           {Field::ConnectionDeviceIDType, ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC},
                           {Field::ConnectionDeviceID, leg.device},
                           {Field::CalledDeviceID, "3102"}})),
              "CF_INVALID_CSTA_CALL_IDENTIFIER/13044");
}

TEST_F(Deflect, IsRefusedWhereItCannotGo) {
    signIn("1003");
    dial("3102", "3103");
    callIn("Billing");
    EXPECT_EQ(refusal(deflect("3101", "3102")), "CF_RESOURCE_BUSY");
    EXPECT_EQ(refusal(deflect("3101", "3101")), "CF_RESOURCE_BUSY");
    EXPECT_EQ(refusal(deflect("3101", "4711")), "CF_INVALID_FORWARDING_DESTINATION");
    EXPECT_EQ(legState("3101"), number(LCS_ALERTING)) << "a refusal changes nothing";
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_RESERVED);
}

TEST_F(Deflect, IsHeldAgainstTheDialPlan) {
    AcdConfig config = defaultConfig();
    config.agents.front().desk.mask &= ~Desk::DESK_OUTBOUND_ACCESS_PUBLIC_NET_MASK;
    begin(config);
    callIn("Billing");
    EXPECT_EQ(refusal(deflect("3101", "914155550100")), "CF_PRIVILEGE_VIOLATION_ON_CALLED_DEVICE/10109");
    EXPECT_EQ(refusal(deflect("3101", "3102")), "");
}

TEST_F(Deflect, IsACallDivertedWhereTheSwitchTellsOfDiversions) {
    AcdConfig config = defaultConfig();
    config.tellsDiversions = true;
    begin(config);
    callIn("Billing");
    const ConnectionName leg = legAt("3101");
    forget();
    EXPECT_EQ(refusal(deflect("3101", "3102")), "");
    EXPECT_EQ(callEvents("3101"), (Names{"CALL_DIVERTED", "END_CALL"}));
    const Seen& diverted = only("3101", MessageType::CALL_DIVERTED_EVENT);
    EXPECT_EQ(diverted.text(Field::ConnectionDeviceID), leg.device);
    EXPECT_EQ(diverted.text(Field::DivertingDeviceID), "3101");
    EXPECT_EQ(diverted.text(Field::CalledDeviceID), "3102");
    EXPECT_EQ(diverted.number(Field::LocalConnectionState), number(LCS_NULL));
}

/// The same for a call that is taken away because nobody answers.
TEST_F(Deflect, RingNoAnswerIsACallDivertedThereToo) {
    AcdConfig config = defaultConfig();
    config.tellsDiversions = true;
    begin(config);
    callIn("Billing");
    forget();
    clock.advance(std::chrono::seconds(20));
    EXPECT_EQ(callEvents("3101"), (Names{"CALL_DIVERTED", "END_CALL"}));
    const Seen& diverted = only("3101", MessageType::CALL_DIVERTED_EVENT);
    EXPECT_EQ(diverted.number(Field::EventCause), number(EventCause::CEC_CALL_NOT_ANSWERED));
    EXPECT_EQ(diverted.text(Field::CalledDeviceID), "8001");
}

} // namespace callwright::simulator
