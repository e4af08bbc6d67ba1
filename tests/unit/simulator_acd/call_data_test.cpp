#include "tests/unit/simulator_acd/acd_fixture.h"

namespace callwright::simulator {

using Ecc = std::vector<std::pair<std::string, std::string>>;

class CallDataRequests : public AcdTest {
protected:
    /// 1001 and 1002 talk to each other.
    void SetUp() override {
        AcdTest::SetUp();
        signIn("1001");
        signIn("1002");
        dial("3101", "3102", {{Field::CallVariable3, "old"}, {Field::NamedVariable, "user.order=A7"}});
        act(MessageType::ANSWER_CALL_REQ, "3102", legAt("3102"));
        leg = legAt("3101");
        forget();
    }
    void hangUp() { act(MessageType::CLEAR_CONNECTION_REQ, "3101", leg); }

    ConnectionName leg;
};

TEST_F(CallDataRequests, TellTheOtherPartyWhatChangedAndEveryEccVariable) {
    EXPECT_EQ(refusal(setData("3101", leg,
                              {{Field::CallVariable1, "88-1204"},
                               {Field::CustomerPhoneNumber, "4155550134"},
                               {Field::NamedArray, "user.history[2]=moved"}})),
              "");
    EXPECT_TRUE(at("3101", MessageType::CALL_DATA_UPDATE_EVENT).empty());
    const Seen& update = only("3102", MessageType::CALL_DATA_UPDATE_EVENT);
    EXPECT_EQ(update.text(Field::CallVariable1), "88-1204");
    EXPECT_EQ(update.text(Field::CustomerPhoneNumber), "4155550134");
    EXPECT_EQ(update.count(Field::CallVariable3), 0u) << "it did not change";
    EXPECT_EQ(update.number(Field::NumNamedVariables), 1u);
    EXPECT_EQ(update.number(Field::NumNamedArrays), 1u);
    EXPECT_EQ(update.ecc(), (Ecc{{"user.history[2]", "moved"}, {"user.order", "A7"}}));
    const ConnectionName other = legAt("3102");
    EXPECT_EQ(update.text(Field::ConnectionDeviceID), other.device);
    EXPECT_EQ(update.text(Field::NewConnectionDeviceID), other.device);
    EXPECT_EQ(update.number(Field::NewConnectionCallID), other.call);
}

TEST_F(CallDataRequests, LeaveAloneWhatTheyDoNotName) {
    setData("3101", leg, {{Field::CallVariable1, "new"}});
    act(MessageType::SNAPSHOT_CALL_REQ, "3102", legAt("3102"));
    EXPECT_EQ(confirmation().text(Field::CallVariable1), "new");
    EXPECT_EQ(confirmation().text(Field::CallVariable3), "old");
    EXPECT_EQ(confirmation().ecc(), (Ecc{{"user.order", "A7"}}));
    setData("3101", leg, {{Field::CallVariable3, ""}});
    act(MessageType::SNAPSHOT_CALL_REQ, "3102", legAt("3102"));
    EXPECT_EQ(confirmation().count(Field::CallVariable3), 1u);
    EXPECT_EQ(confirmation().text(Field::CallVariable3), "");
}

TEST_F(CallDataRequests, RefuseEccVariablesThatAreNotConfiguredLikeThat) {
    const std::pair<Set, const char*> rows[] = {
        {{Field::NamedVariable, "user.nothing=1"}, "E_CTI_NAMED_VARIABLE_NOT_CONFIGURED"},
        {{Field::NamedArray, "user.nothing[0]=1"}, "E_CTI_NAMED_ARRAY_NOT_CONFIGURED"},
        {{Field::NamedVariable, "user.history=1"}, "E_CTI_SCALAR_FUNCTION_ON_ARRAY"},
        {{Field::NamedArray, "user.order[0]=1"}, "E_CTI_ARRAY_FUNCTION_ON_SCALAR"},
        {{Field::NamedArray, "user.history[5]=1"}, "E_CTI_INVALID_ARRAY_INDEX"},
    };
    for (const auto& [field, expected] : rows) {
        EXPECT_EQ(refusal(setData("3101", leg, {{Field::CallVariable1, "x"}, field})), expected);
        act(MessageType::SNAPSHOT_CALL_REQ, "3101", leg);
        EXPECT_EQ(confirmation().count(Field::CallVariable1), 0u) << "all or nothing";
    }
    EXPECT_TRUE(events.empty());
}

TEST_F(CallDataRequests, RefuseMoreEccDataThanAMessageHolds) {
    AcdConfig config = defaultConfig();
    config.ecc = {{"user.long", 20}};
    start(config);
    signIn("1001");
    dial("3101", "914155550100");
    const ConnectionName call = legAt("3101");
    const std::string value(200, 'x');
    for (int i = 0; i < 9; ++i)
        EXPECT_EQ(
            refusal(setData("3101", call, {{Field::NamedArray, "user.long[" + std::to_string(i) + "]=" + value}})), "");
    EXPECT_EQ(refusal(setData("3101", call, {{Field::NamedArray, "user.long[9]=" + value}})), "E_CTI_TOO_MUCH_DATA");
    EXPECT_EQ(refusal(setData("3101", call, {{Field::NamedArray, "user.long[8]=" + value}})), "") << "in its place";
}

TEST_F(CallDataRequests, AreForPartiesOfTheCallOnly) {
    EXPECT_EQ(refusal(setData("3103", leg, {{Field::CallVariable1, "x"}})), "E_CTI_NOT_CALL_PARTY");
    EXPECT_EQ(refusal(setData("3102", leg, {{Field::CallVariable1, "x"}})), "E_CTI_NOT_CALL_PARTY");
    EXPECT_EQ(refusal(setData("3101", {leg.call + 1, leg.device}, {})), "E_CTI_INVALID_CALLID");
    EXPECT_EQ(refusal(setData("", leg, {{Field::CallVariable1, "x"}})), "") << "a session that controls every device";
}

TEST_F(CallDataRequests, AreTakenForTwoMinutesAfterTheCall) {
    hangUp();
    clock.advance(std::chrono::seconds(119));
    EXPECT_EQ(refusal(setData("3101", leg, {{Field::CallWrapupData, "Done"}})), "");
    EXPECT_EQ(refusal(setData("3103", leg, {{Field::CallWrapupData, "Done"}})), "E_CTI_INVALID_CALLID");
    clock.advance(std::chrono::seconds(1));
    EXPECT_EQ(refusal(setData("3101", leg, {{Field::CallWrapupData, "Late"}})), "E_CTI_INVALID_CALLID");
}

TEST_F(CallDataRequests, AreNoLongerTakenFromWhoHasReleasedTheCall) {
    EXPECT_EQ(refusal(act(MessageType::RELEASE_CALL_REQ, "3101", leg)), "") << "does not hang up";
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_TALKING);
    const ConnectionName other = legAt("3102");
    hangUp();
    EXPECT_EQ(refusal(act(MessageType::RELEASE_CALL_REQ, "3101", leg)), "");
    EXPECT_EQ(refusal(setData("3101", leg, {})), "E_CTI_INVALID_CALLID");
    EXPECT_EQ(refusal(setData("3102", other, {})), "");
    EXPECT_EQ(refusal(act(MessageType::RELEASE_CALL_REQ, "3102", other)), "");
    EXPECT_EQ(refusal(act(MessageType::RELEASE_CALL_REQ, "3102", other)), "E_CTI_INVALID_CALLID");
}

TEST_F(CallDataRequests, BytesOfTheCodePageComeBackAndAreShownAsText) {
    setData("3101", leg, {{Field::CallVariable2, "M\xFCller"}});
    EXPECT_EQ(only("3102", MessageType::CALL_DATA_UPDATE_EVENT).text(Field::CallVariable2), "M\xFCller");
    EXPECT_EQ(acd->state().at("calls").at(0).at("CallVariable2"), "M\xC3\xBCller");
}

class Snapshot : public AcdTest {};

TEST_F(Snapshot, OfADeviceListsItsCalls) {
    ask("3101", MessageType::SNAPSHOT_DEVICE_REQ, {{Field::AgentInstrument, "3101"}});
    EXPECT_EQ(confirmation().number(Field::NumCalls), 0u);
    makeReady("1001");
    const std::uint32_t call = callIn("Billing");
    ask("3101", MessageType::SNAPSHOT_DEVICE_REQ, {{Field::AgentInstrument, "3101"}});
    EXPECT_EQ(confirmation().number(Field::NumCalls), 1u);
    EXPECT_EQ(confirmation().number(Field::CallConnectionCallID), call);
    EXPECT_EQ(confirmation().number(Field::CallState), number(LCS_ALERTING));
    EXPECT_EQ(refusal(ask("9999", MessageType::SNAPSHOT_DEVICE_REQ, {{Field::AgentInstrument, "9999"}})),
              "CF_INVALID_CSTA_DEVICE_IDENTIFIER");
}

TEST_F(Snapshot, OfACallListsItsDevicesAndData) {
    callIn("Billing", {{"CallVariable1", "A7"}, {"user.history[1]", "x"}});
    makeReady("1001");
    act(MessageType::ANSWER_CALL_REQ, "3101", legAt("3101"));
    const ConnectionName leg = legAt("3101");
    EXPECT_EQ(refusal(act(MessageType::SNAPSHOT_CALL_REQ, "3101", leg)), "");
    EXPECT_EQ(confirmation().number(Field::NumCallDevices), 2u);
    EXPECT_EQ(confirmation().count(Field::CallDeviceConnectionState), 2u);
    EXPECT_EQ(confirmation().text(Field::CallVariable1), "A7");
    EXPECT_EQ(confirmation().text(Field::DNIS), "8001");
    EXPECT_EQ(confirmation().ecc(), (Ecc{{"user.history[1]", "x"}}));
    EXPECT_TRUE(confirmation().number(Field::RouterCallKeyCallID));
    EXPECT_EQ(refusal(act(MessageType::SNAPSHOT_CALL_REQ, "3101", {leg.call + 1, leg.device})),
              "CF_INVALID_CSTA_CALL_IDENTIFIER");
    EXPECT_EQ(refusal(act(MessageType::SNAPSHOT_CALL_REQ, "3102", leg)), "CF_INVALID_CSTA_CONNECTION_IDENTIFIER");
}

TEST_F(Snapshot, CallsInProgressAreBegunAgainForANewSession) {
    makeReady("1001");
    EXPECT_TRUE(acd->callsInProgress("3101").empty());
    const std::uint32_t call = callIn("Billing", {{"CallVariable1", "A7"}});
    const auto begun = acd->callsInProgress("3101");
    ASSERT_EQ(begun.size(), 1u);
    onSwitchEvent(begun.front());
    EXPECT_EQ(events.back().type, MessageType::BEGIN_CALL_EVENT);
    EXPECT_EQ(events.back().number(Field::ConnectionCallID), call);
    EXPECT_EQ(events.back().text(Field::CallVariable1), "A7");
    EXPECT_TRUE(acd->callsInProgress("3102").empty());
}

class Queries : public AcdTest {};

TEST_F(Queries, DeskSettingsAreThoseOfTheAgent) {
    EXPECT_EQ(refusal(ask("3101", MessageType::AGENT_DESK_SETTINGS_REQ)), "E_CTI_AGENT_NOT_LOGGED_ON");
    EXPECT_EQ(refusal(ask("3101", MessageType::AGENT_DESK_SETTINGS_REQ, {{Field::AgentID, "77"}})),
              "E_CTI_INVALID_AGENT_DATA");
    EXPECT_EQ(refusal(ask("3101", MessageType::AGENT_DESK_SETTINGS_REQ, {{Field::AgentID, "1008"}})), "");
    EXPECT_EQ(confirmation().number(Field::WrapupDataIncomingMode), 3u);
    EXPECT_EQ(confirmation().number(Field::RingNoAnswerTime), 20u);
    EXPECT_EQ(confirmation().number(Field::WorkModeTimer), 120u);
    signIn("1010");
    EXPECT_EQ(refusal(ask("3110", MessageType::AGENT_DESK_SETTINGS_REQ)), "");
    const std::uint32_t mask = confirmation().number(Field::DeskSettingsMask).value_or(0);
    EXPECT_TRUE(mask & protocol::DeskSettingsMask::DESK_IDLE_REASON_REQUIRED_MASK);
    EXPECT_TRUE(mask & protocol::DeskSettingsMask::DESK_LOGOUT_REASON_REQUIRED_MASK);
}

TEST_F(Queries, DeviceTellsItsLineAndWhatItCan) {
    EXPECT_EQ(refusal(ask("3101", MessageType::QUERY_DEVICE_INFO_REQ, {{Field::AgentInstrument, "3101"}})), "");
    EXPECT_EQ(confirmation().number(Field::PeripheralType), 17u);
    EXPECT_EQ(confirmation().number(Field::NumLines), 1u);
    EXPECT_EQ(confirmation().number(Field::MakeCallSetup), protocol::AgentStateMask::AGENT_NOT_READY_MASK);
    EXPECT_TRUE(*confirmation().number(Field::CallControlSupported) & protocol::CallControlMask::CONTROL_MAKE_CALL);
    EXPECT_EQ(refusal(ask("9999", MessageType::QUERY_DEVICE_INFO_REQ, {{Field::AgentInstrument, "9999"}})),
              "CF_INVALID_CSTA_DEVICE_IDENTIFIER");
}

TEST_F(Queries, WhatTheSwitchCannotDoIsRefusedAsSuch) {
    signIn("1001");
    for (const MessageType type : {MessageType::CLEAR_CALL_REQ, MessageType::MAKE_PREDICTIVE_CALL_REQ})
        EXPECT_EQ(refusal(ask("3101", type)), "CF_INVALID_FEATURE/20153");
}

TEST_F(Queries, NothingIsTakenWhileThePeripheralIsOffLine) {
    signIn("1001");
    forget();
    acd->setOnline(false);
    EXPECT_FALSE(acd->isOnline());
    EXPECT_EQ(acd->pgStatus(), protocol::PGStatusCode::PGS_PERIPHERAL_OFFLINE);
    const Seen& offline = only("", MessageType::SYSTEM_EVENT);
    EXPECT_EQ(offline.number(Field::SystemEventID), number(protocol::SystemEventID::SYS_PERIPHERAL_OFFLINE));
    EXPECT_EQ(offline.number(Field::SystemEventArg1), 5000u);
    EXPECT_EQ(refusal(setState("3101", AGENT_STATE_AVAILABLE)), "CF_RESOURCE_OUT_OF_SERVICE");
    acd->setOnline(false);
    EXPECT_EQ(at("", MessageType::SYSTEM_EVENT).size(), 1u);
    acd->setOnline(true);
    EXPECT_EQ(refusal(setState("3101", AGENT_STATE_AVAILABLE)), "");
}

} // namespace callwright::simulator
