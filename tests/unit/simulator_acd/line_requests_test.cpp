#include "tests/unit/simulator_acd/acd_fixture.h"

namespace callwright::simulator {

using Names = std::vector<std::string>;

/// Requests about a call that leave its parties as they are (CTI Server guide v25, Client Control, Miscellaneous).
class LineRequests : public AcdTest {
protected:
    /// Agent 1001 talks to a caller from the Billing queue.
    void talk() {
        makeReady("1001");
        callIn("Billing");
        EXPECT_EQ(refusal(act(MessageType::ANSWER_CALL_REQ, "3101", legAt("3101"))), "");
        forget();
    }
    SwitchAnswer about(MessageType type, const ConnectionName& leg, const Sets& more) {
        Sets fields{{Field::ConnectionCallID, leg.call},
                    {Field::ConnectionDeviceIDType, ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC},
                    {Field::ConnectionDeviceID, leg.device}};
        fields.insert(fields.end(), more.begin(), more.end());
        return ask("3101", type, fields);
    }
    SwitchAnswer tones(const std::string& digits) {
        return about(MessageType::SEND_DTMF_SIGNAL_REQ, legAt("3101"), {{Field::DTMFString, digits}});
    }
    SwitchAnswer record() {
        return about(MessageType::START_RECORDING_REQ, legAt("3101"),
                     {{Field::Direction, protocol::RTPDirection::RTPDIRECTION_BIDIRECTIONAL}});
    }
    SwitchAnswer stopRecording(std::uint32_t session, std::uint32_t data) {
        return about(MessageType::STOP_RECORDING_REQ, legAt("3101"),
                     {{Field::SessionID, session}, {Field::ServerData, data}});
    }
    nlohmann::json call() const { return acd->state().at("calls").at(0); }
    nlohmann::json legJson() const {
        const nlohmann::json state = call();
        for (const auto& connection : state.at("connections")) {
            if (connection.at("instrument") == "3101")
                return connection;
        }
        return {};
    }
};

TEST_F(LineRequests, TonesGoIntoACallThatIsTalkedInAndAreRemembered) {
    talk();
    EXPECT_EQ(refusal(tones("12#")), "");
    EXPECT_EQ(refusal(tones("*A")), "");
    EXPECT_EQ(call().at("DTMFString"), "12#*A");
    EXPECT_TRUE(events.empty());
}

TEST_F(LineRequests, TonesNeedCharactersThatAKeypadHas) {
    talk();
    for (const char* wrong : {"", "12x", "1 2", "+49", "e"})
        EXPECT_EQ(refusal(tones(wrong)), "E_CTI_INVALID_DIGITS") << wrong;
    EXPECT_FALSE(call().contains("DTMFString"));
}

TEST_F(LineRequests, TonesNeedACallThatIsTalkedIn) {
    makeReady("1001");
    callIn("Billing");
    EXPECT_EQ(refusal(tones("1")), "CF_INVALID_OBJECT_STATE/20009") << "it rings";
    act(MessageType::ANSWER_CALL_REQ, "3101", legAt("3101"));
    act(MessageType::HOLD_CALL_REQ, "3101", legAt("3101"));
    EXPECT_EQ(refusal(tones("1")), "CF_INVALID_OBJECT_STATE/20009") << "it is held";
    EXPECT_EQ(refusal(about(MessageType::SEND_DTMF_SIGNAL_REQ, {1, "L1"}, {{Field::DTMFString, "1"}})),
              "CF_INVALID_CSTA_CALL_IDENTIFIER/13044");
    EXPECT_EQ(refusal(about(MessageType::SEND_DTMF_SIGNAL_REQ, {legAt("3101").call, "L1"}, {{Field::DTMFString, "1"}})),
              "CF_INVALID_CSTA_CONNECTION_IDENTIFIER/13044");
}

TEST_F(LineRequests, ARecordingEndsWithTheNumbersItWasStartedWith) {
    talk();
    EXPECT_EQ(refusal(record()), "");
    const std::uint32_t session = confirmation().number(Field::SessionID).value_or(0);
    const std::uint32_t data = confirmation().number(Field::ServerData).value_or(0);
    EXPECT_NE(session, 0u);
    EXPECT_EQ(legJson().at("recording"),
              (nlohmann::json{{"SessionID", session}, {"ServerData", data}, {"Direction", 2}}));
    EXPECT_EQ(refusal(record()), "CF_INVALID_OBJECT_STATE/20009") << "it runs already";
    EXPECT_EQ(refusal(stopRecording(session, data + 1)), "CF_OBJECT_NOT_KNOWN");
    EXPECT_EQ(refusal(stopRecording(session + 1, data)), "CF_OBJECT_NOT_KNOWN");
    EXPECT_TRUE(legJson().contains("recording"));
    EXPECT_EQ(refusal(stopRecording(session, data)), "");
    EXPECT_FALSE(legJson().contains("recording"));
    EXPECT_EQ(refusal(stopRecording(session, data)), "CF_OBJECT_NOT_KNOWN") << "it runs no more";
}

TEST_F(LineRequests, ARecordingMayBeEndedAtAnyServer) {
    talk();
    record();
    const std::uint32_t data = confirmation().number(Field::ServerData).value_or(0);
    EXPECT_EQ(refusal(stopRecording(0, data)), "");
}

TEST_F(LineRequests, EveryRecordingHasItsOwnNumber) {
    talk();
    record();
    const std::uint32_t first = confirmation().number(Field::ServerData).value_or(0);
    stopRecording(0, first);
    record();
    EXPECT_NE(confirmation().number(Field::ServerData), first);
}

TEST_F(LineRequests, RecordingNeedsARecordingServerOrAPhoneSystemThatRecords) {
    AcdConfig config = defaultConfig();
    config.hasRecorder = false;
    start(config);
    talk();
    EXPECT_EQ(refusal(record()), "CF_REQUESTED_SERVICE_NOT_REGISTERED");
    config.agents.front().desk.recordingMode = 1;
    start(config);
    talk();
    EXPECT_EQ(refusal(record()), "");
    EXPECT_EQ(confirmation().number(Field::SessionID), 0xFFFFFFFFu);
}

TEST_F(LineRequests, OnlyVoiceCanBeRecordedAndItGoesOnThroughHold) {
    makeReady("1001");
    callIn("Billing");
    EXPECT_EQ(refusal(record()), "CF_INVALID_OBJECT_STATE/20009");
    act(MessageType::ANSWER_CALL_REQ, "3101", legAt("3101"));
    EXPECT_EQ(refusal(record()), "");
    act(MessageType::HOLD_CALL_REQ, "3101", legAt("3101"));
    EXPECT_TRUE(legJson().contains("recording"));
}

TEST_F(LineRequests, NetworkRecordingThatNobodyDoesIsConfirmedAndThenFails) {
    AcdConfig config = defaultConfig();
    config.hasRecorder = false;
    start(config);
    makeReady("1001");
    callIn("Billing");
    act(MessageType::ANSWER_CALL_REQ, "3101", legAt("3101"));
    forget();
    EXPECT_EQ(refusal(act(MessageType::START_NETWORK_RECORDING_REQ, "3101", legAt("3101"))), "");
    EXPECT_EQ(callEvents("3101"), (Names{"NETWORK_RECORDING_FAILED"}));
}

/// Recording by the phone system (since version 23) is told by events, up to the end of the call at the latest.
TEST_F(LineRequests, NetworkRecordingIsToldAsItStartsAndEnds) {
    const auto request = [&](MessageType type) { return refusal(about(type, legAt("3101"), {})); };
    talk();
    const ConnectionName leg = legAt("3101");
    EXPECT_EQ(request(MessageType::STOP_NETWORK_RECORDING_REQ), "CF_INVALID_OBJECT_STATE/20009");
    EXPECT_EQ(request(MessageType::START_NETWORK_RECORDING_REQ), "");
    EXPECT_EQ(callEvents("3101"), (Names{"NETWORK_RECORDING_STARTED", "NETWORK_RECORDING_TARGET_INFO"}));
    EXPECT_EQ(only("3101", MessageType::NETWORK_RECORDING_STARTED_EVENT).text(Field::ConnectionDeviceID), leg.device);
    EXPECT_EQ(request(MessageType::START_NETWORK_RECORDING_REQ), "CF_INVALID_OBJECT_STATE/20009");
    EXPECT_EQ(legJson().at("networkRecording"), true);
    EXPECT_EQ(request(MessageType::STOP_NETWORK_RECORDING_REQ), "");
    EXPECT_EQ(callEvents("3101").back(), "NETWORK_RECORDING_ENDED");
    EXPECT_EQ(request(MessageType::START_NETWORK_RECORDING_REQ), "");
    forget();
    act(MessageType::CLEAR_CONNECTION_REQ, "3101", leg);
    EXPECT_EQ(at("3101", MessageType::NETWORK_RECORDING_ENDED_EVENT).size(), 1u);
    EXPECT_EQ(callEvents("3101").back(), "END_CALL");
}

TEST_F(LineRequests, ABadLineIsNotedOnceForEachAgent) {
    makeReady("1001");
    callIn("Billing");
    const auto mark = [&] { return about(MessageType::BAD_CALL_REQ, legAt("3101"), {{Field::AgentID, "1001"}}); };
    EXPECT_EQ(refusal(mark()), "") << "also while it rings";
    EXPECT_EQ(refusal(mark()), "");
    EXPECT_EQ(call().at("badLine"), nlohmann::json{"1001"});
    EXPECT_EQ(refusal(about(MessageType::BAD_CALL_REQ, {1, "L1"}, {{Field::AgentID, "1001"}})),
              "CF_INVALID_CSTA_CALL_IDENTIFIER/13044");
}

TEST_F(LineRequests, ClearCallIsUnknownToUnifiedCce) {
    talk();
    EXPECT_EQ(refusal(act(MessageType::CLEAR_CALL_REQ, "3101", legAt("3101"))), "CF_INVALID_FEATURE/20153");
    EXPECT_EQ(legState("3101"), number(LCS_CONNECT));
}

TEST_F(LineRequests, ClearCallEndsTheCallForEverybodyElsewhere) {
    AcdConfig config = defaultConfig();
    config.peripheralType = number(protocol::PeripheralType::PT_DEFINITY_ECS_EAS);
    start(config);
    signIn("1001");
    signIn("1002");
    dial("3101", "3102");
    act(MessageType::ANSWER_CALL_REQ, "3102", legAt("3102"));
    forget();
    EXPECT_EQ(refusal(act(MessageType::CLEAR_CALL_REQ, "3101", legAt("3101"))), "");
    for (const char* phone : {"3101", "3102"})
        EXPECT_EQ(callEvents(phone).back(), "END_CALL") << phone;
    EXPECT_TRUE(acd->state().at("calls").empty());
}

} // namespace callwright::simulator
