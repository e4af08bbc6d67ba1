#include "app/simulator/server/request_rules.h"
#include "tests/unit/simulator_server/server_fixture.h"

#include <set>

namespace callwright::simulator {

namespace {

MessageBuilder about(MessageType type, Version version = protocol::newestVersion) {
    MessageBuilder builder(type, version);
    builder.set(Field::InvokeID, 77)
        .set(Field::PeripheralID, 5000)
        .set(Field::ConnectionCallID, 7)
        .set(Field::ConnectionDeviceID, "L1");
    return builder;
}
MessageBuilder tones() { return about(MessageType::SEND_DTMF_SIGNAL_REQ).set(Field::DTMFString, "12#"); }
MessageBuilder badLine() { return about(MessageType::BAD_CALL_REQ).set(Field::AgentID, "1002"); }
MessageBuilder greeting() {
    return MessageBuilder(MessageType::AGENT_GREETING_CONTROL_REQ, protocol::newestVersion)
        .set(Field::InvokeID, 77)
        .set(Field::PeripheralID, 5000)
        .set(Field::AgentAction, 1)
        .set(Field::AgentID, "1002");
}

/// Agent 1002 is signed in at 3102 (FakeSwitch); its desktop.
OpenFields desktop(std::uint32_t services) {
    OpenFields fields;
    fields.with(Field::AgentInstrument, "3102").with(Field::ServicesRequested, services);
    return fields;
}
constexpr std::uint32_t seesAndControls = services::CTI_SERVICE_CLIENT_EVENTS | services::CTI_SERVICE_CLIENT_CONTROL;

using ControlRequest = ServerTest;

/// CTI Server guide v25, Client Control Service: the requests of its table need the service; recording is of the
/// Miscellaneous Service, which asks for none.
TEST_F(ControlRequest, NeedsTheServiceThatTheGuideListsItUnder) {
    struct Row {
        MessageBuilder message;
        const char* confirmation;
        bool needsControl;
    };
    const Row rows[] = {
        {tones(), "SEND_DTMF_SIGNAL_CONF", true},
        {badLine(), "BAD_CALL_CONF", true},
        {greeting(), "AGENT_GREETING_CONTROL_CONF", true},
        {about(MessageType::CLEAR_CALL_REQ), "CLEAR_CALL_CONF", true},
        {about(MessageType::DEFLECT_CALL_REQ).set(Field::CalledDeviceID, "3101"), "DEFLECT_CALL_CONF", true},
        {about(MessageType::SUPERVISOR_ASSIST_REQ), "SUPERVISOR_ASSIST_CONF", true},
        {about(MessageType::EMERGENCY_CALL_REQ), "EMERGENCY_CALL_CONF", true},
        {about(MessageType::START_NETWORK_RECORDING_REQ), "START_NETWORK_RECORDING_CONF", true},
        {about(MessageType::STOP_NETWORK_RECORDING_REQ), "STOP_NETWORK_RECORDING_CONF", true},
        {about(MessageType::START_RECORDING_REQ), "START_RECORDING_CONF", false},
        {about(MessageType::STOP_RECORDING_REQ), "STOP_RECORDING_CONF", false},
    };
    const auto controls = openClient(desktop(seesAndControls));
    const auto sees = openClient(desktop(services::CTI_SERVICE_CLIENT_EVENTS)
                                     .with(Field::ClientID, "5000.1003")
                                     .with(Field::AgentInstrument, "3103"));
    for (const Row& row : rows) {
        SCOPED_TRACE(row.confirmation);
        EXPECT_EQ(refusalIn(ask(*controls, row.message)), row.confirmation);
        const std::string refused = refusalIn(ask(*sees, row.message));
        if (row.needsControl)
            EXPECT_EQ(refused, "E_CTI_FUNCTION_NOT_AVAILABLE");
        else
            EXPECT_EQ(refused, row.confirmation);
    }
}

TEST_F(ControlRequest, WithoutItsRequiredFieldsIsRefused) {
    const auto client = openClient(desktop(seesAndControls));
    for (const MessageType type :
         {MessageType::SEND_DTMF_SIGNAL_REQ, MessageType::BAD_CALL_REQ, MessageType::DEFLECT_CALL_REQ})
        EXPECT_EQ(refusalIn(ask(*client, about(type))), "E_CTI_REQUIRED_DATA_MISSING");
    EXPECT_TRUE(behind.asked.empty());
}

TEST_F(ControlRequest, IsForTheOwnAgentOnly) {
    const auto client = openClient(); // at 3101
    EXPECT_EQ(refusalIn(ask(*client, badLine())), "E_CTI_FUNCTION_NOT_AVAILABLE");
    EXPECT_EQ(refusalIn(ask(*client, greeting())), "E_CTI_FUNCTION_NOT_AVAILABLE");
    EXPECT_TRUE(behind.asked.empty());
}

TEST_F(ControlRequest, HelpNeedsNoCall) {
    const auto client = openClient(desktop(seesAndControls));
    for (const MessageType type : {MessageType::SUPERVISOR_ASSIST_REQ, MessageType::EMERGENCY_CALL_REQ}) {
        MessageBuilder request(type, protocol::newestVersion);
        request.set(Field::InvokeID, 77)
            .set(Field::PeripheralID, 5000)
            .set(Field::ConnectionCallID, protocol::NULL_CALL_ID);
        EXPECT_EQ(refusalIn(ask(*client, request)).substr(0, 5),
                  type == MessageType::SUPERVISOR_ASSIST_REQ ? "SUPER" : "EMERG");
    }
    EXPECT_EQ(behind.asked.size(), 2U);
}

TEST_F(ControlRequest, RecordingKnowsThreeDirectionsAndThreeKinds) {
    const auto client = openClient(desktop(seesAndControls));
    const auto record = [&](std::uint32_t direction, std::uint32_t type) {
        return refusalIn(
            ask(*client,
                about(MessageType::START_RECORDING_REQ).set(Field::Direction, direction).set(Field::RTPType, type)));
    };
    EXPECT_EQ(record(2, 2), "START_RECORDING_CONF");
    EXPECT_EQ(record(3, 0), "E_CTI_INVALID_RTP_DIRECTION");
    EXPECT_EQ(record(0, 3), "E_CTI_INVALID_RTP_TYPE");
    EXPECT_EQ(behind.asked.size(), 1U);
}

/// The CTI Server guide's list ends before it; 8 is nothing.
TEST_F(ControlRequest, CallPlacementTypeOfGreetingsIsKnown) {
    const auto client = openClient(desktop(seesAndControls));
    const auto dial = [&](std::uint32_t placement) {
        return refusalIn(ask(*client, MessageBuilder(MessageType::MAKE_CALL_REQ, protocol::newestVersion)
                                          .set(Field::InvokeID, 77)
                                          .set(Field::PeripheralID, 5000)
                                          .set(Field::AgentInstrument, "3102")
                                          .set(Field::DialedNumber, "8500")
                                          .set(Field::SkillGroupNumber, protocol::NULL_SKILL_GROUP)
                                          .set(Field::CallPlacementType, placement)));
    };
    EXPECT_EQ(dial(7), "MAKE_CALL_CONF");
    EXPECT_EQ(dial(8), "E_CTI_INVALID_CALL_PLACEMENT_TYPE");
}

/// EMERGENCY_CALL_EVENT names the client that declared the emergency, and goes to clients of all events and to
/// supervisors; other agents do not hear of it (CTI Server guide v25, EMERGENCY_CALL_EVENT, Supervisor Service).
TEST_F(ControlRequest, AnEmergencyIsToldWithTheClientThatDeclaredIt) {
    OpenFields bridgeFields;
    bridgeFields.with(Field::ServicesRequested, services::CTI_SERVICE_ALL_EVENTS)
        .with(Field::PeripheralID, 0xFFFFFFFF)
        .with(Field::ClientID, "bridge")
        .without(Field::AgentInstrument);
    const auto bridge = openClient(bridgeFields);
    const auto supervisor = openClient(
        OpenFields()
            .with(Field::ClientID, "5000.1091")
            .with(Field::AgentInstrument, "3191")
            .with(Field::AgentID, "1091")
            .with(Field::ServicesRequested, services::CTI_SERVICE_CLIENT_EVENTS | services::CTI_SERVICE_SUPERVISOR));
    const auto colleague = openClient();
    const auto agent = openClient(desktop(seesAndControls).with(Field::ClientID, "5000.1002"));
    bridge->take();
    behind.causedByRequest = {{MessageType::EMERGENCY_CALL_EVENT,
                               "3102",
                               {{Field::PeripheralID, 5000U},
                                {Field::ConnectionCallID, 7U},
                                {Field::ConnectionDeviceIDType, 0U},
                                {Field::ConnectionDeviceID, "L1"},
                                {Field::AgentID, "1002"}}}};
    EXPECT_EQ(ask(*agent, about(MessageType::EMERGENCY_CALL_REQ)).size(), 1U) << "no event of its own";
    EXPECT_TRUE(colleague->take().empty());
    for (Client* const client : {bridge.get(), supervisor.get()}) {
        const auto told = client->take();
        ASSERT_EQ(told.size(), 1U);
        EXPECT_EQ(told[0].name(), "EMERGENCY_CALL_EVENT");
        EXPECT_EQ(told[0]->number(Field::ConnectionCallID), 7U);
        EXPECT_EQ(told[0]->text(Field::ClientID), "5000.1002");
        EXPECT_TRUE(told[0]->has(Field::ClientAddress));
        EXPECT_EQ(told[0]->number(Field::SessionID), server().state().at(3).at("SessionID").get<std::uint32_t>());
    }
}

} // namespace

} // namespace callwright::simulator
