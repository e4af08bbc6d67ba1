#include "tests/unit/simulator_server/server_fixture.h"

namespace callwright::simulator {

namespace {

constexpr std::uint32_t bridgeServices = services::CTI_SERVICE_ALL_EVENTS | services::CTI_SERVICE_CLIENT_CONTROL;

OpenFields bridgeWithAll() {
    OpenFields fields;
    fields.with(Field::ServicesRequested, bridgeServices).with(Field::PeripheralID, 0xFFFFFFFF);
    return fields.without(Field::AgentInstrument).with(Field::ClientID, "bridge");
}

SwitchEvent beginCall(const std::string& instrument, std::uint32_t callId) {
    return {MessageType::BEGIN_CALL_EVENT,
            instrument,
            {{Field::PeripheralID, 5000U}, {Field::ConnectionCallID, callId}, {Field::ConnectionDeviceID, instrument}}};
}

struct OpenRefusal {
    const char* name;
    std::function<void(OpenFields&)> spoil;
    const char* status;
};

void PrintTo(const OpenRefusal& refusal, std::ostream* out) { *out << refusal.name; }

class OpenRefusals : public ServerTest, public testing::WithParamInterface<OpenRefusal> {};

const OpenRefusal openRefusals[] = {
    {"VersionBelow", [](OpenFields& open) { open.with(Field::VersionNumber, 12); }, "E_CTI_INVALID_VERSION"},
    {"VersionAbove", [](OpenFields& open) { open.with(Field::VersionNumber, 26); }, "E_CTI_INVALID_VERSION"},
    {"VersionAbsurd", [](OpenFields& open) { open.with(Field::VersionNumber, 0xFFFFFFFF); }, "E_CTI_INVALID_VERSION"},
    {"IdleTimeoutZero", [](OpenFields& open) { open.with(Field::IdleTimeout, 0); }, "E_CTI_INVALID_TIMEOUT"},
    {"IdleTimeoutTooShort", [](OpenFields& open) { open.with(Field::IdleTimeout, 19); }, "E_CTI_INVALID_TIMEOUT"},
    {"UnusedServiceBit", [](OpenFields& open) { open.with(Field::ServicesRequested, 0x00004001); },
     "E_CTI_INVALID_SERVICE_MASK"},
    {"StandbyBitBeforeItsVersion",
     [](OpenFields& open) {
         open.version = 23;
         open.with(Field::ServicesRequested, services::CTI_SERVICE_CLIENT_EVENTS | 0x02000000);
     },
     "E_CTI_INVALID_SERVICE_MASK"},
    {"CallMaskBitBeforeItsVersion",
     [](OpenFields& open) {
         open.version = 22;
         open.with(Field::CallMsgMask, 0x10000000);
     },
     "E_CTI_INVALID_CALL_MSG_MASK"},
    {"UnusedAgentStateBit", [](OpenFields& open) { open.with(Field::AgentStateMask, 0x4000); },
     "E_CTI_INVALID_AGENT_STATE_MASK"},
    {"UnusedConfigBit", [](OpenFields& open) { open.with(Field::ConfigMsgMask, 0x400); },
     "E_CTI_INVALID_CONFIG_MSG_MASK"},
    {"Reserved1", [](OpenFields& open) { open.with(Field::Reserved1, 1); }, "E_CTI_INVALID_RESERVED_FIELD"},
    {"Reserved2", [](OpenFields& open) { open.with(Field::Reserved2, 1); }, "E_CTI_INVALID_RESERVED_FIELD"},
    {"Reserved3", [](OpenFields& open) { open.with(Field::Reserved3, 1); }, "E_CTI_INVALID_RESERVED_FIELD"},
    {"NoClient", [](OpenFields& open) { open.without(Field::ClientID); }, "E_CTI_REQUIRED_DATA_MISSING"},
    {"ClientWithoutName", [](OpenFields& open) { open.with(Field::ClientID, ""); }, "E_CTI_REQUIRED_DATA_MISSING"},
    {"NoPassword", [](OpenFields& open) { open.without(Field::ClientPassword); }, "E_CTI_REQUIRED_DATA_MISSING"},
    {"NobodyNamed", [](OpenFields& open) { open.without(Field::AgentInstrument); }, "E_CTI_REQUIRED_DATA_MISSING"},
    {"NoPeripheral", [](OpenFields& open) { open.with(Field::PeripheralID, 0xFFFFFFFF); },
     "E_CTI_INVALID_PERIPHERAL_ID"},
    {"OtherPeripheral", [](OpenFields& open) { open.with(Field::PeripheralID, 5001); }, "E_CTI_INVALID_PERIPHERAL_ID"},
    {"BridgeWithOtherPeripheral", [](OpenFields& open) { open = bridgeWithAll().with(Field::PeripheralID, 5001); },
     "E_CTI_INVALID_PERIPHERAL_ID"},
    {"LettersInTheExtension", [](OpenFields& open) { open.with(Field::AgentExtension, "51o1"); },
     "E_CTI_INVALID_DIGITS"},
    {"UnknownInstrument", [](OpenFields& open) { open.with(Field::AgentInstrument, "9999"); },
     "E_CTI_INVALID_AGENT_DATA"},
    {"UnknownAgent", [](OpenFields& open) { open.with(Field::AgentID, "9999"); }, "E_CTI_INVALID_AGENT_DATA"},
    {"UnknownExtension", [](OpenFields& open) { open.with(Field::AgentExtension, "9999"); },
     "E_CTI_INVALID_AGENT_DATA"},
    {"ExtensionOfAnotherInstrument", [](OpenFields& open) { open.with(Field::AgentExtension, "5102"); },
     "E_CTI_INCONSISTENT_AGENT_DATA"},
    {"AgentSignedInElsewhere", [](OpenFields& open) { open.with(Field::AgentID, "1002"); },
     "E_CTI_INCONSISTENT_AGENT_DATA"},
    {"AnotherAgentAtTheInstrument",
     [](OpenFields& open) { open.with(Field::AgentInstrument, "3102").with(Field::AgentID, "1001"); },
     "E_CTI_INCONSISTENT_AGENT_DATA"},
    {"SupervisorServiceForAnAgent",
     [](OpenFields& open) {
         open.with(Field::AgentID, "1001");
         open.with(Field::ServicesRequested, services::CTI_SERVICE_CLIENT_EVENTS | services::CTI_SERVICE_SUPERVISOR);
     },
     "E_CTI_FUNCTION_NOT_AVAILABLE"},
    {"SupervisorServiceAlone",
     [](OpenFields& open) { open.with(Field::ServicesRequested, services::CTI_SERVICE_SUPERVISOR); },
     "E_CTI_FUNCTION_NOT_AVAILABLE"},
};

TEST_P(OpenRefusals, NameTheGuidesStatusAndOpenNothing) {
    OpenFields fields;
    GetParam().spoil(fields);
    const auto client = connectClient();
    const auto answers = ask(*client, fields.build());
    EXPECT_EQ(refusalIn(answers), GetParam().status);
    EXPECT_EQ(answers.at(0)->number(Field::InvokeID), 1U);
    EXPECT_FALSE(server().state().at(0).at("open").get<bool>());
    EXPECT_FALSE(client->isClosed()); // resetting the connection is the client's part
}

INSTANTIATE_TEST_SUITE_P(Open, OpenRefusals, testing::ValuesIn(openRefusals),
                         [](const auto& which) { return std::string(which.param.name); });

class EveryVersion : public ServerTest, public testing::WithParamInterface<Version> {};

TEST_P(EveryVersion, OpensWithTheLayoutOfThatVersion) {
    OpenFields fields;
    fields.version = GetParam();
    const auto client = connectClient();
    client->version = GetParam();
    const auto answers = ask(*client, fields.build());
    ASSERT_EQ(refusalIn(answers), "OPEN_CONF");
    EXPECT_EQ(answers[0]->number(Field::ServicesGranted), 7U);
    EXPECT_EQ(answers[0]->number(Field::PeripheralType), 17U);
    EXPECT_EQ(answers[0]->has(Field::DepartmentID), GetParam() >= 19);
    EXPECT_EQ(answers[0]->number(Field::SessionType).has_value(), GetParam() >= 24);
    EXPECT_EQ(answers[0]->body().size(),
              protocol::fixedSize(*answers[0]->spec(), GetParam())); // nobody is signed in there: nothing floats
}

INSTANTIATE_TEST_SUITE_P(Open, EveryVersion, testing::Range(protocol::oldestVersion, protocol::newestVersion + 1));

using Opening = ServerTest;

TEST_F(Opening, RefusesVersionsThatTheConfigurationExcludes) {
    ServerConfig config;
    config.oldestVersion = 15;
    config.newestVersion = 20;
    start(config);
    for (const auto& [version, answer] : {std::pair(14, "E_CTI_INVALID_VERSION"),
                                          {15, "OPEN_CONF"},
                                          {20, "OPEN_CONF"},
                                          {21, "E_CTI_INVALID_VERSION"}}) {
        OpenFields fields;
        fields.version = version;
        const auto client = connectClient();
        client->version = version;
        EXPECT_EQ(refusalIn(ask(*client, fields.build())), answer) << version;
    }
}

TEST_F(Opening, TellsWhoIsSignedInAtTheDevice) {
    const auto client = connectClient();
    OpenFields fields;
    fields.with(Field::AgentInstrument, "3102");
    const auto answers = ask(*client, fields.build());
    ASSERT_EQ(refusalIn(answers), "OPEN_CONF");
    EXPECT_EQ(answers[0]->text(Field::AgentID), "1002");
    EXPECT_EQ(answers[0]->text(Field::AgentExtension), "5102");
    EXPECT_EQ(answers[0]->text(Field::AgentInstrument), "3102");
    EXPECT_EQ(answers[0]->number(Field::AgentState), 2U);
    EXPECT_NE(answers[0]->number(Field::MonitorID), 0U);
}

TEST_F(Opening, SaysWhenTheGatewayIsDegraded) {
    behind.online = false;
    behind.status = protocol::PGStatusCode::PGS_PERIPHERAL_OFFLINE;
    const auto client = connectClient();
    const auto answers = ask(*client, OpenFields().build());
    ASSERT_EQ(refusalIn(answers), "OPEN_CONF");
    EXPECT_EQ(answers[0]->number(Field::PGStatus), protocol::PGStatusCode::PGS_PERIPHERAL_OFFLINE);
    EXPECT_EQ(answers[0]->number(Field::PeripheralOnline), 0U);
}

TEST_F(Opening, GrantsTheSupervisorServiceToASupervisor) {
    OpenFields fields;
    fields.with(Field::AgentInstrument, "3191").with(Field::AgentID, "1091");
    fields.with(Field::ServicesRequested, services::CTI_SERVICE_CLIENT_EVENTS | services::CTI_SERVICE_SUPERVISOR);
    const auto client = connectClient();
    const auto answers = ask(*client, fields.build());
    ASSERT_EQ(refusalIn(answers), "OPEN_CONF");
    EXPECT_EQ(answers[0]->number(Field::ServicesGranted), 0x81U);
}

TEST_F(Opening, GrantsNoServiceThatNothingIsBehind) {
    OpenFields fields;
    fields.with(Field::ServicesRequested,
                services::CTI_SERVICE_CLIENT_EVENTS | services::CTI_SERVICE_TASK_MONITOR | services::CTI_SERVICE_DEBUG);
    const auto client = connectClient();
    const auto answers = ask(*client, fields.build());
    ASSERT_EQ(refusalIn(answers), "OPEN_CONF");
    EXPECT_EQ(answers[0]->number(Field::ServicesGranted), services::CTI_SERVICE_CLIENT_EVENTS);
}

TEST_F(Opening, GrantsAgentStateControlOnlyWhereItIsConfiguredSo) {
    ServerConfig config;
    config.agentStateControlOnly = true;
    start(config);
    const auto client = connectClient();
    const auto answers = ask(*client, OpenFields().build());
    ASSERT_EQ(refusalIn(answers), "OPEN_CONF");
    EXPECT_EQ(answers[0]->number(Field::ServicesGranted), 0x2003U);
    EXPECT_EQ(refusalIn(ask(*client, MessageBuilder(MessageType::HOLD_CALL_REQ, 25)
                                         .set(Field::PeripheralID, 5000)
                                         .set(Field::ConnectionDeviceID, "x"))),
              "E_CTI_FUNCTION_NOT_AVAILABLE");
    EXPECT_EQ(refusalIn(ask(*client, MessageBuilder(MessageType::QUERY_AGENT_STATE_REQ, 25)
                                         .set(Field::PeripheralID, 5000)
                                         .set(Field::AgentInstrument, "3101"))),
              "QUERY_AGENT_STATE_CONF");
}

TEST_F(Opening, ChecksThePasswordOfAClientThatHasOne) {
    ServerConfig config;
    config.clientPasswords["5000.1001"] = "secret";
    start(config);
    const auto client = connectClient();
    EXPECT_EQ(refusalIn(ask(*client, OpenFields().build())), "E_CTI_INVALID_PASSWORD");
    EXPECT_EQ(refusalIn(ask(*client, OpenFields().with(Field::ClientPassword, "secre").build())),
              "E_CTI_INVALID_PASSWORD");
    EXPECT_EQ(refusalIn(ask(*client, OpenFields().with(Field::ClientPassword, "secret").build())), "OPEN_CONF");
}

TEST_F(Opening, RefusesASecondOpenInTheSameSession) {
    const auto client = openClient();
    EXPECT_EQ(refusalIn(ask(*client, OpenFields().build())), "E_CTI_SESSION_ALREADY_OPEN");
    EXPECT_TRUE(server().state().at(0).at("open").get<bool>());
}

TEST_F(Opening, RefusesADeviceThatAnotherClientOwns) {
    const auto owner = openClient();
    const auto rival = connectClient();
    EXPECT_EQ(refusalIn(ask(*rival, OpenFields().with(Field::ClientID, "5000.1002").build())), "E_CTI_DEVICE_IN_USE");
    owner->close();
    clock.settle();
    EXPECT_EQ(refusalIn(ask(*rival, OpenFields().with(Field::ClientID, "5000.1002").build())), "OPEN_CONF");
}

TEST_F(Opening, EndsTheOlderSessionOfTheSameClient) {
    const auto older = openClient();
    const auto newer = openClient();
    clock.settle();
    EXPECT_EQ(refusalIn(older->take()), "E_CTI_NEW_SESSION_OPENED");
    EXPECT_TRUE(older->isClosed());
    EXPECT_FALSE(newer->isClosed());
    EXPECT_EQ(server().sessionCount(), 1U);
}

TEST_F(Opening, EndsTheOlderSessionOfAClientThatMovedToAnotherDesk) {
    const auto older = openClient();
    const auto newer = openClient(OpenFields().with(Field::AgentInstrument, "3103"));
    clock.settle();
    EXPECT_EQ(refusalIn(older->take()), "E_CTI_NEW_SESSION_OPENED");
    EXPECT_FALSE(newer->isClosed());
}

TEST_F(Opening, LetsBridgesShareAName) {
    const auto one = openClient(bridgeWithAll());
    const auto two = openClient(bridgeWithAll());
    clock.settle();
    EXPECT_FALSE(one->isClosed());
    EXPECT_EQ(server().sessionCount(), 2U);
}

TEST_F(Opening, AnnouncesTheCallsThatAreAtTheDevice) {
    behind.running = {beginCall("3101", 7), beginCall("3102", 8)};
    const auto client = connectClient();
    const auto answers = ask(*client, OpenFields().build());
    ASSERT_EQ(answers.size(), 2U);
    EXPECT_EQ(answers[0].name(), "OPEN_CONF");
    EXPECT_EQ(answers[1].name(), "BEGIN_CALL_EVENT");
    EXPECT_EQ(answers[1]->number(Field::ConnectionCallID), 7U);
}

TEST_F(Opening, TellsABridgeTheStateOfThePeripheral) {
    const auto client = connectClient();
    const auto answers = ask(*client, bridgeWithAll().build());
    ASSERT_EQ(answers.size(), 2U);
    EXPECT_EQ(answers[0]->number(Field::NumPeripherals), 1U);
    EXPECT_EQ(answers[0]->number(Field::FltPeripheralID), 5000U);
    EXPECT_EQ(answers[1].name(), "SYSTEM_EVENT");
    EXPECT_EQ(answers[1]->number(Field::SystemEventID),
              static_cast<std::uint32_t>(protocol::SystemEventID::SYS_PERIPHERAL_ONLINE));
    EXPECT_EQ(answers[1]->number(Field::SystemEventArg1), 5000U);
}

TEST_F(Opening, FollowsAnAgentWhoWasNamedAlone) {
    const auto client = openClient(OpenFields().without(Field::AgentInstrument).with(Field::AgentID, "1001"));
    behind.signIn("1001", "3103");
    behind.emitEvent({MessageType::AGENT_STATE_EVENT, "3103", {{Field::AgentID, "1001"}, {Field::AgentState, 2U}}});
    behind.emitEvent(beginCall("3103", 9));
    clock.settle();
    EXPECT_EQ(client->takeNames(), (std::vector<std::string>{"AGENT_STATE_EVENT", "BEGIN_CALL_EVENT"}));
}

} // namespace

} // namespace callwright::simulator
