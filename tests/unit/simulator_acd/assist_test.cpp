#include "tests/unit/simulator_acd/consult_fixture.h"

namespace callwright::simulator {

namespace Desk = protocol::DeskSettingsMask;

/// SUPERVISOR_ASSIST_REQ and EMERGENCY_CALL_REQ (CTI Server guide v25). 1001 is of team Morning, whose primary
/// supervisor is 1091; 1092 is another one.
class Help : public ConsultTest {
protected:
    void SetUp() override {
        ConsultTest::SetUp();
        signIn("1091");
        signIn("1092");
        forget();
    }
    void beginWith(const std::function<void(DeskSettings&)>& change) {
        AcdConfig config = defaultConfig();
        change(config.agents.front().desk);
        begin(std::move(config));
        signIn("1091");
        signIn("1092");
        forget();
    }
    SwitchAnswer help(MessageType type, const std::string& phone, const ConnectionName& about) {
        return ask(phone, type,
                   {{Field::ConnectionCallID, about.call},
                    {Field::ConnectionDeviceIDType, ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC},
                    {Field::ConnectionDeviceID, about.device}});
    }
    SwitchAnswer helpWithoutCall(MessageType type, const std::string& phone) {
        return ask(phone, type,
                   {{Field::ConnectionCallID, protocol::NULL_CALL_ID},
                    {Field::ConnectionDeviceIDType, ConnectionDeviceIDType::CONNECTION_ID_NONE}});
    }
    SwitchAnswer assist() { return help(MessageType::SUPERVISOR_ASSIST_REQ, "3101", first); }
    SwitchAnswer emergency() { return help(MessageType::EMERGENCY_CALL_REQ, "3101", first); }
    ConnectionName newLeg() const {
        return {confirmation().number(Field::ConnectionCallID).value_or(0),
                confirmation().text(Field::ConnectionDeviceID)};
    }
    const std::vector<MessageType> both{MessageType::SUPERVISOR_ASSIST_REQ, MessageType::EMERGENCY_CALL_REQ};
};

TEST_F(Help, AboutACallConsultsThePrimarySupervisor) {
    EXPECT_EQ(refusal(assist()), "");
    second = newLeg();
    EXPECT_NE(second.call, first.call);
    EXPECT_EQ(confirmation().number(Field::LineHandle), 1u);
    EXPECT_EQ(callEvents("3101"),
              (Names{"CALL_HELD", "BEGIN_CALL", "CALL_SERVICE_INITIATED", "CALL_ORIGINATED", "CALL_DELIVERED"}));
    EXPECT_EQ(callEvents("3191"), (Names{"BEGIN_CALL", "CALL_DELIVERED"}));
    for (const char* phone : {"3101", "3191"})
        EXPECT_EQ(only(phone, MessageType::BEGIN_CALL_EVENT).number(Field::CallType),
                  number(CallType::CALLTYPE_ASSIST));
    EXPECT_EQ(only("3191", MessageType::BEGIN_CALL_EVENT).text(Field::CallVariable1), "gold");
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_HOLD);
    EXPECT_EQ(refusal(act(MessageType::ANSWER_CALL_REQ, "3191", legAt("3191"))), "");
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_TALKING);
    EXPECT_EQ(stateOf("1091"), AGENT_STATE_TALKING);
    EXPECT_EQ(stateOfLeg(first), number(LCS_HOLD));
    EXPECT_TRUE(at("3101", MessageType::EMERGENCY_CALL_EVENT).empty());
}

TEST_F(Help, AboutACallMayBeCompletedEitherWay) {
    for (const MessageType completion : {MessageType::CONFERENCE_CALL_REQ, MessageType::TRANSFER_CALL_REQ}) {
        SetUp();
        EXPECT_EQ(refusal(assist()), "");
        second = newLeg();
        act(MessageType::ANSWER_CALL_REQ, "3191", legAt("3191"));
        EXPECT_EQ(refusal(actOnTwo(completion, "3101", second, first)), "");
    }
}

TEST_F(Help, AboutACallIsGivenUpByReconnect) {
    assist();
    second = newLeg();
    EXPECT_EQ(refusal(actOnTwo(MessageType::RECONNECT_CALL_REQ, "3101", second, first)), "");
    EXPECT_EQ(stateOfLeg(first), number(LCS_CONNECT));
    EXPECT_EQ(callEvents("3191").back(), "END_CALL");
}

TEST_F(Help, AsABlindConferenceIsCompleteAsSoonAsTheSupervisorAnswers) {
    for (const MessageType type : both) {
        beginWith([](DeskSettings& desk) { desk.supervisorAssistCallMethod = desk.emergencyCallMethod = 1; });
        EXPECT_EQ(refusal(help(type, "3101", first)), "");
        second = newLeg();
        EXPECT_EQ(stateOfLeg(first), number(LCS_HOLD));
        forget();
        EXPECT_EQ(refusal(act(MessageType::ANSWER_CALL_REQ, "3191", legAt("3191"))), "");
        EXPECT_EQ(callEvents("3101"), (Names{"CALL_ESTABLISHED", "CALL_CONFERENCED", "END_CALL", "CALL_DATA_UPDATE"}));
        EXPECT_EQ(callEvents("3191"), (Names{"CALL_ESTABLISHED", "CALL_CONFERENCED", "CALL_DATA_UPDATE"}));
        EXPECT_EQ(callJson(first.call).at("connections").size(), 3u);
        EXPECT_EQ(callJson(first.call).at("CallType"), number(CallType::CALLTYPE_CONFERENCE));
        EXPECT_TRUE(callJson(second.call).is_null());
        EXPECT_EQ(stateOf("1001"), AGENT_STATE_TALKING);
        EXPECT_EQ(stateOf("1091"), AGENT_STATE_TALKING);
    }
}

TEST_F(Help, AboutAHeldCallLeavesItHeld) {
    act(MessageType::HOLD_CALL_REQ, "3101", first);
    forget();
    EXPECT_EQ(refusal(assist()), "");
    EXPECT_EQ(callEvents("3101"), (Names{"BEGIN_CALL", "CALL_SERVICE_INITIATED", "CALL_ORIGINATED", "CALL_DELIVERED"}));
    EXPECT_EQ(stateOfLeg(first), number(LCS_HOLD));
}

TEST_F(Help, WithoutACallIsACallOfItsOwn) {
    for (const MessageType type : both) {
        forget();
        EXPECT_EQ(refusal(helpWithoutCall(type, "3102")), "");
        const auto wanted =
            type == MessageType::EMERGENCY_CALL_REQ ? CallType::CALLTYPE_EMERGENCY : CallType::CALLTYPE_ASSIST;
        Names expected{"BEGIN_CALL", "CALL_SERVICE_INITIATED", "CALL_ORIGINATED", "CALL_DELIVERED"};
        if (type == MessageType::EMERGENCY_CALL_REQ)
            expected.push_back("EMERGENCY_CALL");
        EXPECT_EQ(callEvents("3102"), expected);
        EXPECT_EQ(only("3191", MessageType::BEGIN_CALL_EVENT).number(Field::CallType), number(wanted));
        act(MessageType::CLEAR_CONNECTION_REQ, "3102", legAt("3102"));
        EXPECT_EQ(stateOf("1002"), AGENT_STATE_NOT_READY);
    }
}

TEST_F(Help, OfAnAvailableAgentLeavesItAvailable) {
    setState("3102", AGENT_STATE_AVAILABLE);
    EXPECT_EQ(refusal(helpWithoutCall(MessageType::SUPERVISOR_ASSIST_REQ, "3102")), "");
    act(MessageType::ANSWER_CALL_REQ, "3191", legAt("3191"));
    EXPECT_EQ(stateOf("1002"), AGENT_STATE_TALKING);
    act(MessageType::CLEAR_CONNECTION_REQ, "3102", legAt("3102"));
    EXPECT_EQ(stateOf("1002"), AGENT_STATE_AVAILABLE);
}

TEST_F(Help, ThatNobodyAnsweredLeavesAnAvailableAgentAsItWas) {
    setState("3102", AGENT_STATE_AVAILABLE);
    forget();
    helpWithoutCall(MessageType::SUPERVISOR_ASSIST_REQ, "3102");
    clock.advance(std::chrono::seconds(60));
    EXPECT_EQ(legState("3102"), number(LCS_FAIL));
    act(MessageType::CLEAR_CONNECTION_REQ, "3102", legAt("3102"));
    EXPECT_EQ(agentStates("3102"), States());
    EXPECT_EQ(stateOf("1002"), AGENT_STATE_AVAILABLE);
}

TEST_F(Help, ComesFromAnotherSupervisorWhenThePrimaryOneIsNotFree) {
    logout("1091", "3191");
    assist();
    EXPECT_EQ(legState("3192"), number(LCS_ALERTING));
    EXPECT_EQ(refusal(helpWithoutCall(MessageType::SUPERVISOR_ASSIST_REQ, "3102")), "E_CTI_SUPERVISOR_NOT_FOUND")
        << "the other one has a call now";
}

TEST_F(Help, PrefersAnAvailableSupervisorToOneWhoIsNotReady) {
    AcdConfig config = defaultConfig();
    config.agents[2].isSupervisor = true;
    begin(config);
    signIn("1092");
    setState("3103", AGENT_STATE_AVAILABLE);
    assist();
    EXPECT_EQ(legState("3103"), number(LCS_ALERTING));
}

TEST_F(Help, NeedsASupervisorAndAFailedRequestChangesNothing) {
    logout("1091", "3191");
    logout("1092", "3192");
    forget();
    EXPECT_EQ(refusal(assist()), "E_CTI_SUPERVISOR_NOT_FOUND");
    EXPECT_TRUE(events.empty());
    EXPECT_EQ(stateOfLeg(first), number(LCS_CONNECT));
}

TEST_F(Help, IsForThoseWhoseDeskSettingsAllowIt) {
    beginWith([](DeskSettings& desk) { desk.mask &= ~Desk::DESK_SUPERVISOR_CALLS_ALLOWED_MASK; });
    EXPECT_EQ(refusal(assist()), "CF_PRIVILEGE_VIOLATION_ON_CALLED_DEVICE/10109");
    EXPECT_EQ(refusal(emergency()), "CF_PRIVILEGE_VIOLATION_ON_CALLED_DEVICE/10109");
    beginWith([](DeskSettings& desk) { desk.mask &= ~Desk::DESK_AGENT_TO_AGENT_CALLS_ALLOWED; });
    EXPECT_EQ(refusal(assist()), "") << "calls to colleagues are another permission";
}

TEST_F(Help, IsRefusedWhenTheAgentIsNotFree) {
    EXPECT_EQ(refusal(helpWithoutCall(MessageType::SUPERVISOR_ASSIST_REQ, "3101")), "CF_INVALID_OBJECT_STATE/20007");
    EXPECT_EQ(refusal(helpWithoutCall(MessageType::SUPERVISOR_ASSIST_REQ, "3104")), "E_CTI_AGENT_NOT_LOGGED_ON");
    EXPECT_EQ(refusal(help(MessageType::SUPERVISOR_ASSIST_REQ, "3101", {1, "L1"})),
              "CF_INVALID_CSTA_CALL_IDENTIFIER/13044");
    startConsult("3102", ConsultType::CT_TRANSFER);
    EXPECT_EQ(refusal(help(MessageType::SUPERVISOR_ASSIST_REQ, "3101", second)).substr(0, 23),
              "CF_INVALID_OBJECT_STATE");
}

TEST_F(Help, EmergencyIsToldAboutTheCallTheAgentIsIn) {
    EXPECT_EQ(refusal(emergency()), "");
    const Seen& told = only("3101", MessageType::EMERGENCY_CALL_EVENT);
    EXPECT_EQ(told.number(Field::ConnectionCallID), first.call);
    EXPECT_EQ(told.text(Field::ConnectionDeviceID), first.device);
    EXPECT_EQ(told.text(Field::AgentID), "1001");
    EXPECT_EQ(told.text(Field::AgentExtension), "3101");
    EXPECT_EQ(told.text(Field::AgentInstrument), "3101");
    EXPECT_EQ(only("3191", MessageType::BEGIN_CALL_EVENT).number(Field::CallType),
              number(CallType::CALLTYPE_EMERGENCY));
}

TEST_F(Help, EmergencyIsToldEvenWithoutASupervisor) {
    logout("1091", "3191");
    logout("1092", "3192");
    forget();
    EXPECT_EQ(refusal(emergency()), "E_CTI_SUPERVISOR_NOT_FOUND");
    EXPECT_EQ(only("3101", MessageType::EMERGENCY_CALL_EVENT).number(Field::ConnectionCallID), first.call);
    EXPECT_EQ(refusal(helpWithoutCall(MessageType::EMERGENCY_CALL_REQ, "3102")), "E_CTI_SUPERVISOR_NOT_FOUND");
    EXPECT_EQ(only("3102", MessageType::EMERGENCY_CALL_EVENT).number(Field::ConnectionCallID), protocol::NULL_CALL_ID);
}

TEST_F(Help, EmergencyIsRecordedWhereDeskSettingsSaySo) {
    const auto recordings = [&] {
        int count = 0;
        const nlohmann::json call = callJson(first.call);
        for (const auto& connection : call.at("connections"))
            count += connection.contains("recording") ? 1 : 0;
        return count;
    };
    emergency();
    EXPECT_EQ(recordings(), 0);
    beginWith([](DeskSettings& desk) { desk.autoRecordOnEmergency = 1; });
    assist();
    EXPECT_EQ(recordings(), 0);
    beginWith([](DeskSettings& desk) { desk.autoRecordOnEmergency = 1; });
    emergency();
    EXPECT_EQ(recordings(), 1);
}

} // namespace callwright::simulator
