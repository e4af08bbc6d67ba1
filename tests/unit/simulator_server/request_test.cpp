#include "tests/unit/simulator_server/server_fixture.h"

namespace callwright::simulator {

namespace {

MessageBuilder hold() {
    return request(MessageType::HOLD_CALL_REQ).set(Field::ConnectionCallID, 7).set(Field::ConnectionDeviceID, "3101");
}
MessageBuilder makeCall() {
    return request(MessageType::MAKE_CALL_REQ)
        .set(Field::AgentInstrument, "3101")
        .set(Field::DialedNumber, "3102")
        .set(Field::SkillGroupNumber, 0xFFFFFFFF);
}
MessageBuilder setCallData() {
    return request(MessageType::SET_CALL_DATA_REQ)
        .set(Field::ConnectionCallID, 7)
        .set(Field::ConnectionDeviceID, "3101")
        .set(Field::CallType, 1)
        .set(Field::CalledPartyDisposition, 0);
}
MessageBuilder deflect() {
    return request(MessageType::DEFLECT_CALL_REQ)
        .set(Field::ConnectionDeviceID, "3101")
        .set(Field::CalledDeviceID, "3102");
}
MessageBuilder predictive() {
    return request(MessageType::MAKE_PREDICTIVE_CALL_REQ)
        .set(Field::OriginatingDeviceID, "3101")
        .set(Field::DialedNumber, "4155550134");
}
MessageBuilder signIn() {
    return request(MessageType::SET_AGENT_STATE_REQ)
        .set(Field::AgentState, 0)
        .set(Field::AgentInstrument, "3101")
        .set(Field::AgentID, "1001");
}
std::span<const std::byte> bytes(std::string_view text) { return std::as_bytes(std::span(text.data(), text.size())); }

struct RequestRefusal {
    const char* name;
    std::function<MessageBuilder()> make;
    const char* status;
};

void PrintTo(const RequestRefusal& refusal, std::ostream* out) { *out << refusal.name; }

ServerConfig strictConfig() {
    ServerConfig config;
    config.namedVariables = {{"user.order", 10, 0}, {"user.items", 10, 3}};
    config.protectedCallVariables = 0x0002;
    return config;
}

class RequestRefusals : public ServerTest, public testing::WithParamInterface<RequestRefusal> {};

const RequestRefusal requestRefusals[] = {
    {"OtherPeripheral", [] { return hold().set(Field::PeripheralID, 5001); }, "E_CTI_INVALID_PERIPHERAL_ID"},
    {"RequiredFieldMissing", [] { return request(MessageType::HOLD_CALL_REQ); }, "E_CTI_REQUIRED_DATA_MISSING"},
    {"TagNobodyKnows", [] { return hold().addRaw(9999, bytes("x")); }, "E_CTI_INVALID_FIELD_TAG"},
    {"TagOfAnotherMessage", [] { return hold().addRaw(11, bytes("3102")); }, "E_CTI_INVALID_TAG_FOR_MSG_TYPE"},
    {"FieldTooLong", [] { return hold().addRaw(6, bytes(std::string(65, '1'))); }, "E_CTI_INVALID_FIELD_LENGTH"},
    {"UnknownConnectionType", [] { return hold().set(Field::ConnectionDeviceIDType, 5); },
     "E_CTI_INVALID_CONNECTION_ID_TYPE"},
    {"UnknownPlacementType", [] { return makeCall().set(Field::CallPlacementType, 99); },
     "E_CTI_INVALID_CALL_PLACEMENT_TYPE"},
    {"UnknownMannerType", [] { return makeCall().set(Field::CallMannerType, 99); }, "E_CTI_INVALID_CALL_MANNER_TYPE"},
    {"UnknownCallOption", [] { return makeCall().set(Field::CallOption, 99); }, "E_CTI_INVALID_CALL_OPTION"},
    {"UnknownFacilityType", [] { return makeCall().set(Field::FacilityType, 99); }, "E_CTI_INVALID_FACILITY_TYPE"},
    {"UnknownAnsweringMachine", [] { return makeCall().set(Field::AnsweringMachine, 99); },
     "E_CTI_INVALID_ANSWERING_MACHINE"},
    {"UnknownCalledDeviceType", [] { return deflect().set(Field::CalledDeviceType, 5); },
     "E_CTI_INVALID_DEVICE_ID_TYPE"},
    {"UnknownSnapshotDeviceType",
     [] {
         return request(MessageType::SNAPSHOT_DEVICE_REQ)
             .set(Field::SnapshotDeviceType, 5)
             .set(Field::AgentInstrument, "3101");
     },
     "E_CTI_INVALID_DEVICE_ID_TYPE"},
    {"UnknownConsultType",
     [] {
         return request(MessageType::CONSULTATION_CALL_REQ).set(Field::ConsultType, 9).set(Field::DialedNumber, "1");
     },
     "E_CTI_INVALID_CONSULT_TYPE"},
    {"UnknownWorkMode", [] { return signIn().set(Field::AgentWorkMode, 99); }, "E_CTI_INVALID_AGENT_WORK_MODE"},
    {"UnknownAgentState", [] { return signIn().set(Field::AgentState, 99); }, "E_CTI_INVALID_OBJECT_STATE"},
    {"CountOfSkillGroups", [] { return signIn().set(Field::NumSkillGroups, 2); }, "E_CTI_INVALID_NUM_SKILL_GROUPS"},
    {"UnknownAllocationState", [] { return predictive().set(Field::AllocationState, 99); },
     "E_CTI_INVALID_ALLOCATION_STATE"},
    {"UnknownDestinationCountry", [] { return predictive().set(Field::DestinationCountry, 99); },
     "E_CTI_INVALID_DESTINATION_COUNTRY"},
    {"UnknownAnswerDetectMode", [] { return predictive().set(Field::AnswerDetectMode, 99); },
     "E_CTI_INVALID_ANSWER_DETECT_MODE"},
    {"LettersInAnExtension",
     [] { return request(MessageType::QUERY_AGENT_STATE_REQ).set(Field::AgentExtension, "51o1"); },
     "E_CTI_INVALID_DIGITS"},
    {"UnknownCallType", [] { return setCallData().set(Field::CallType, 9999); }, "E_CTI_INVALID_CALL_TYPE"},
    {"UnknownDisposition", [] { return setCallData().set(Field::CalledPartyDisposition, 9999); },
     "E_CTI_CALLED_PARTY_DISPOSITION"},
    {"ReservedField",
     [] {
         return request(MessageType::QUERY_DEVICE_INFO_REQ).set(Field::Reserved, 1).set(Field::AgentInstrument, "3101");
     },
     "E_CTI_INVALID_RESERVED_FIELD"},
    {"UnknownReportState",
     [] { return request(MessageType::CLIENT_EVENT_REPORT_REQ).set(Field::State, 3).set(Field::Text, "x"); },
     "E_CTI_INVALID_OBJECT_STATE"},
    {"UnknownCallVariableBit",
     [] { return request(MessageType::REGISTER_VARIABLES_REQ).set(Field::CallVariableMask, 0x400); },
     "E_CTI_INVALID_CALL_VARIABLE_MASK"},
    {"CountOfNamedVariables", [] { return setCallData().set(Field::NumNamedVariables, 1); },
     "E_CTI_INVALID_NUM_NAMED_VARIABLES"},
    {"CountOfNamedArrays", [] { return setCallData().set(Field::NumNamedArrays, 1); },
     "E_CTI_INVALID_NUM_NAMED_ARRAYS"},
    {"VariableNotConfigured", [] { return setCallData().setNamed("user.other", "x"); },
     "E_CTI_NAMED_VARIABLE_NOT_CONFIGURED"},
    {"ArrayNotConfigured", [] { return setCallData().setNamed("user.other", "x", std::uint8_t{0}); },
     "E_CTI_NAMED_ARRAY_NOT_CONFIGURED"},
    {"ArrayAsVariable", [] { return setCallData().setNamed("user.items", "x"); }, "E_CTI_SCALAR_FUNCTION_ON_ARRAY"},
    {"VariableAsArray", [] { return setCallData().setNamed("user.order", "x", std::uint8_t{0}); },
     "E_CTI_ARRAY_FUNCTION_ON_SCALAR"},
    {"ArrayIndexTooHigh", [] { return setCallData().setNamed("user.items", "x", std::uint8_t{3}); },
     "E_CTI_INVALID_ARRAY_INDEX"},
    {"ValueTooLong", [] { return setCallData().setNamed("user.order", "12345678901"); }, "E_CTI_VALUE_TOO_LONG"},
    {"RegistersUnknownVariable", [] { return request(MessageType::REGISTER_VARIABLES_REQ).setNamed("user.other", ""); },
     "E_CTI_NAMED_VARIABLE_NOT_CONFIGURED"},
    {"ProtectedVariable", [] { return setCallData().set(Field::CallVariable2, "x"); }, "E_CTI_PROTECTED_VARIABLE"},
    {"TooMuchNamedData",
     [] {
         MessageBuilder builder = setCallData();
         for (int i = 0; i < 10; ++i) {
             builder.setNamed("user.order", std::string(200, 'x'));
         }
         return builder;
     },
     "E_CTI_TOO_MUCH_DATA"},
    {"ForeignInstrument", [] { return hold().set(Field::AgentInstrument, "3102"); }, "E_CTI_FUNCTION_NOT_AVAILABLE"},
    {"ForeignAgent", [] { return request(MessageType::QUERY_AGENT_STATE_REQ).set(Field::AgentID, "1002"); },
     "E_CTI_FUNCTION_NOT_AVAILABLE"},
    {"ForeignIcmAgent", [] { return request(MessageType::QUERY_AGENT_STATE_REQ).set(Field::ICMAgentID, 5002); },
     "E_CTI_FUNCTION_NOT_AVAILABLE"},
    {"ForeignDeskSettings", [] { return request(MessageType::AGENT_DESK_SETTINGS_REQ).set(Field::AgentID, "1002"); },
     "E_CTI_FUNCTION_NOT_AVAILABLE"},
    {"UnknownAgent", [] { return request(MessageType::QUERY_AGENT_STATE_REQ).set(Field::AgentID, "9999"); },
     "E_CTI_INVALID_AGENT_DATA"},
    {"UnknownInstrument", [] { return hold().set(Field::AgentInstrument, "9999"); }, "E_CTI_INVALID_AGENT_DATA"},
    {"ContradictingNames",
     [] {
         return request(MessageType::QUERY_AGENT_STATE_REQ)
             .set(Field::AgentInstrument, "3101")
             .set(Field::AgentExtension, "5102");
     },
     "E_CTI_INCONSISTENT_AGENT_DATA"},
    {"UnknownDevice", [] { return request(MessageType::QUERY_DEVICE_INFO_REQ).set(Field::AgentInstrument, "9999"); },
     "E_CTI_INVALID_DEVICE"},
    {"ServiceNotGranted", [] { return request(MessageType::SESSION_MONITOR_START_REQ); },
     "E_CTI_FUNCTION_NOT_AVAILABLE"},
    {"SupervisorServiceNotGranted", [] { return request(MessageType::LIST_AGENT_TEAM_REQ); },
     "E_CTI_FUNCTION_NOT_AVAILABLE"},
    {"ServerServiceNotGranted", [] { return request(MessageType::REGISTER_SERVICE_REQ); },
     "E_CTI_FUNCTION_NOT_AVAILABLE"},
    {"MessageOfServers", [] { return MessageBuilder(MessageType::OPEN_CONF, 25); },
     "E_CTI_INVALID_MSG_TYPE_FOR_VERSION"},
};

TEST_P(RequestRefusals, NameTheGuidesStatusAndNeverReachTheSwitch) {
    start(strictConfig());
    const auto client = openClient();
    const auto answers = ask(*client, GetParam().make());
    EXPECT_EQ(refusalIn(answers), GetParam().status);
    EXPECT_TRUE(behind.asked.empty());
    EXPECT_TRUE(server().state().at(0).at("open").get<bool>());
}

INSTANTIATE_TEST_SUITE_P(Request, RequestRefusals, testing::ValuesIn(requestRefusals),
                         [](const auto& which) { return std::string(which.param.name); });

class NeverSilent : public ServerTest, public testing::WithParamInterface<const protocol::MessageSpec*> {};

/// Whatever a client may send gets an answer: its confirmation, a refusal, or an announcement where the guide gives
/// the message no InvokeID to answer to.
TEST_P(NeverSilent, EveryMessageOfClientsIsAnswered) {
    const protocol::MessageSpec& spec = *GetParam();
    const auto client = openClient();
    std::vector<std::byte> frame(protocol::headerSize + std::max<std::size_t>(protocol::fixedSize(spec, 25), 4));
    frame[3] = static_cast<std::byte>(frame.size() - protocol::headerSize);
    frame[6] = static_cast<std::byte>(static_cast<std::uint32_t>(spec.type) >> 8);
    frame[7] = static_cast<std::byte>(static_cast<std::uint32_t>(spec.type) & 0xFF);
    client->sendBytes(frame);
    clock.settle();
    EXPECT_EQ(client->take().size(), 1U);
}

std::vector<const protocol::MessageSpec*> messagesOfClients() {
    std::vector<const protocol::MessageSpec*> list;
    for (const protocol::MessageSpec& spec : protocol::messages()) {
        if (spec.direction != protocol::Direction::ToClient) {
            list.push_back(&spec);
        }
    }
    return list;
}

INSTANTIATE_TEST_SUITE_P(Request, NeverSilent, testing::ValuesIn(messagesOfClients()),
                         [](const auto& which) { return std::string(which.param->name); });

using Request = ServerTest;

TEST_F(Request, ConfirmationCarriesTheInvokeIdAndTheSwitchsFields) {
    const auto client = openClient();
    behind.answer = Confirmation{{{Field::NewConnectionCallID, 9U},
                                  {Field::NewConnectionDeviceIDType, 1U},
                                  {Field::NewConnectionDeviceID, "3101.1"}}};
    const auto answers = ask(*client, makeCall());
    ASSERT_EQ(refusalIn(answers), "MAKE_CALL_CONF");
    EXPECT_EQ(answers[0]->number(Field::InvokeID), 77U);
    EXPECT_EQ(answers[0]->number(Field::NewConnectionCallID), 9U);
    ASSERT_EQ(behind.asked.size(), 1U);
    EXPECT_EQ(behind.asked[0].instrument, "3101");
}

TEST_F(Request, ControlFailureCarriesBothCodes) {
    const auto client = openClient();
    behind.answer = ControlFailure{protocol::ControlFailureCode::CF_INVALID_CSTA_CONNECTION_IDENTIFIER, 4711};
    const auto answers = ask(*client, hold());
    ASSERT_EQ(refusalIn(answers), "CONTROL_FAILURE_CONF");
    EXPECT_EQ(answers[0]->number(Field::InvokeID), 77U);
    EXPECT_EQ(answers[0]->number(Field::FailureCode),
              static_cast<std::uint32_t>(protocol::ControlFailureCode::CF_INVALID_CSTA_CONNECTION_IDENTIFIER));
    EXPECT_EQ(answers[0]->number(Field::PeripheralErrorCode), 4711U);
}

TEST_F(Request, FailureOfTheSwitchBecomesAFailureConf) {
    const auto client = openClient();
    behind.answer = Failure{StatusCode::E_CTI_NOT_CALL_PARTY};
    EXPECT_EQ(refusalIn(ask(*client, setCallData())), "E_CTI_NOT_CALL_PARTY");
}

TEST_F(Request, CallDataNeedsItsService) {
    const auto client = openClient(OpenFields().with(
        Field::ServicesRequested, services::CTI_SERVICE_CLIENT_EVENTS | services::CTI_SERVICE_CLIENT_CONTROL));
    EXPECT_EQ(refusalIn(ask(*client, setCallData())), "E_CTI_FUNCTION_NOT_AVAILABLE");
    EXPECT_EQ(refusalIn(ask(*client, hold())), "HOLD_CALL_CONF");
}

TEST_F(Request, ControlNeedsItsService) {
    const auto client = openClient(OpenFields().with(Field::ServicesRequested, services::CTI_SERVICE_CLIENT_EVENTS));
    EXPECT_EQ(refusalIn(ask(*client, hold())), "E_CTI_FUNCTION_NOT_AVAILABLE");
    EXPECT_EQ(refusalIn(ask(*client, signIn())), "E_CTI_FUNCTION_NOT_AVAILABLE");
    EXPECT_EQ(refusalIn(ask(*client, request(MessageType::AGENT_DESK_SETTINGS_REQ))), "AGENT_DESK_SETTINGS_CONF");
}

TEST_F(Request, ABridgeControlsAnyDevice) {
    OpenFields fields;
    fields.with(Field::ServicesRequested, services::CTI_SERVICE_ALL_EVENTS | services::CTI_SERVICE_CLIENT_CONTROL);
    fields.with(Field::PeripheralID, 0xFFFFFFFF).without(Field::AgentInstrument);
    const auto client = openClient(fields);
    client->take();
    EXPECT_EQ(refusalIn(ask(*client, hold().set(Field::AgentInstrument, "3102"))), "HOLD_CALL_CONF");
    EXPECT_EQ(refusalIn(ask(*client, request(MessageType::QUERY_AGENT_STATE_REQ).set(Field::AgentID, "1002"))),
              "QUERY_AGENT_STATE_CONF");
    EXPECT_EQ(refusalIn(ask(*client, hold())), "HOLD_CALL_CONF");
    ASSERT_EQ(behind.asked.size(), 3U);
    EXPECT_EQ(behind.asked[0].instrument, "3102");
    EXPECT_EQ(behind.asked[1].instrument, "3102");
    EXPECT_EQ(behind.asked[2].instrument, "");
}

TEST_F(Request, OwnAgentMayBeAskedForBeforeSigningIn) {
    const auto client = openClient(OpenFields().with(Field::AgentID, "1001"));
    for (const MessageBuilder& query : {request(MessageType::QUERY_AGENT_STATE_REQ).set(Field::AgentID, "1001"),
                                        request(MessageType::QUERY_AGENT_STATE_REQ).set(Field::ICMAgentID, 5001),
                                        request(MessageType::QUERY_AGENT_STATE_REQ)}) {
        EXPECT_EQ(refusalIn(ask(*client, query)), "QUERY_AGENT_STATE_CONF");
    }
    EXPECT_EQ(behind.asked.back().instrument, "3101");
}

TEST_F(Request, ARemoteAgentSignsInWithAPhoneNumberBehindTheInstrument) {
    const auto client = openClient();
    EXPECT_EQ(refusalIn(ask(*client, request(MessageType::SET_AGENT_STATE_REQ)
                                         .set(Field::AgentState, 0)
                                         .set(Field::AgentID, "1001")
                                         .set(Field::AgentInstrument, "3101;4155550134"))),
              "SET_AGENT_STATE_CONF");
    EXPECT_EQ(behind.asked.at(0).instrument, "3101");
}

TEST_F(Request, AnAgentWithoutDeviceSignsInAtAFreeOneOnly) {
    const auto owner = openClient(OpenFields().with(Field::ClientID, "5000.1002"));
    const auto client = openClient(OpenFields().without(Field::AgentInstrument).with(Field::AgentID, "1001"));
    EXPECT_EQ(refusalIn(ask(*client, hold())), "E_CTI_AGENT_NOT_LOGGED_ON");
    EXPECT_EQ(refusalIn(ask(*client, signIn())), "E_CTI_DEVICE_IN_USE");
    EXPECT_TRUE(behind.asked.empty());
    EXPECT_EQ(refusalIn(ask(*client, signIn().set(Field::AgentID, "1001"))), "E_CTI_BAD_MESSAGE_FORMAT");
}

TEST_F(Request, MessagesOfLaterVersionsAreRefused) {
    OpenFields fields;
    fields.version = 14;
    const auto client = openClient(fields);
    EXPECT_EQ(refusalIn(ask(*client, request(MessageType::AGENT_GREETING_CONTROL_REQ, 14))),
              "E_CTI_INVALID_MSG_TYPE_FOR_VERSION");
}

TEST_F(Request, FieldsOfLaterVersionsAreRefused) {
    OpenFields fields;
    fields.version = 23;
    const auto client = openClient(fields);
    const auto name = std::as_bytes(std::span("SEP1", 5));
    EXPECT_EQ(refusalIn(ask(
                  *client,
                  request(MessageType::SET_AGENT_STATE_REQ, 23).set(Field::AgentInstrument, "3101").addRaw(303, name))),
              "E_CTI_INVALID_TAG_FOR_VERSION");
}

TEST_F(Request, AFixedPartThatIsCutOffIsBadlyFormatted) {
    const auto client = openClient();
    const std::byte frame[] = {std::byte{0}, std::byte{0}, std::byte{0},  std::byte{6}, std::byte{0},
                               std::byte{0}, std::byte{0}, std::byte{54}, std::byte{0}, std::byte{0},
                               std::byte{0}, std::byte{9}, std::byte{0},  std::byte{0}};
    client->sendBytes(frame);
    clock.settle();
    const auto answers = client->take();
    EXPECT_EQ(refusalIn(answers), "E_CTI_BAD_MESSAGE_FORMAT");
    EXPECT_EQ(answers.at(0)->number(Field::InvokeID), 9U);
}

TEST_F(Request, AFieldThatRunsOverTheEndIsAWrongLength) {
    const auto client = openClient();
    auto frame = *hold().build();
    frame[protocol::headerSize + protocol::fixedSize(*protocol::findMessage("HOLD_CALL_REQ"), 25) + 3] = std::byte{60};
    client->sendBytes(frame);
    clock.settle();
    EXPECT_EQ(refusalIn(client->take()), "E_CTI_INVALID_MESSAGE_LENGTH");
}

TEST_F(Request, AMessageThatNobodyKnowsIsRefused) {
    const auto client = openClient();
    const std::byte frame[] = {std::byte{0}, std::byte{0}, std::byte{0}, std::byte{4}, std::byte{0}, std::byte{0},
                               std::byte{9}, std::byte{9}, std::byte{0}, std::byte{0}, std::byte{0}, std::byte{5}};
    client->sendBytes(frame);
    clock.settle();
    const auto answers = client->take();
    EXPECT_EQ(refusalIn(answers), "E_CTI_INVALID_MSG_TYPE_FOR_VERSION");
    EXPECT_EQ(answers.at(0)->number(Field::InvokeID), 5U);
}

} // namespace

} // namespace callwright::simulator
