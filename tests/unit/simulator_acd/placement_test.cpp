#include "tests/unit/simulator_acd/acd_fixture.h"

namespace callwright::simulator {

using enum protocol::CallPlacementType;
using protocol::PeripheralType;

/// How a call is to be made (CTI Server guide v25, MAKE_CALL_REQ and its CallPlacementType, CallMannerType ... tables).
class Placement : public AcdTest {
protected:
    void SetUp() override { begin(PeripheralType::PT_ENTERPRISE_AGENT); }
    void begin(PeripheralType type) {
        AcdConfig config = defaultConfig();
        config.peripheralType = number(type);
        start(std::move(config));
        signIn("1001");
        signIn("1002");
        signIn("1091");
        forget();
    }
    void hangUp() { act(MessageType::CLEAR_CONNECTION_REQ, "3101", legAt("3101")); }
};

TEST_F(Placement, SaysWhatKindOfTargetTheNumberMustBe) {
    const char* const phone = "3103";
    const char* const agent = "1002";
    const char* const supervisor = "1091";
    const char* const queue = "8001";
    const char* const outside = "914155550100";
    struct Row {
        std::uint32_t placement;
        std::vector<const char*> fitting, others;
    };
    const Row rows[] = {
        {number(CPT_UNSPECIFIED), {phone, agent, supervisor, queue, outside}, {}},
        {number(CPT_LINE_CALL), {phone, agent, queue}, {outside}},
        {number(CPT_OUTBOUND), {outside}, {phone, agent, queue}},
        {number(CPT_OUTBOUND_NO_ACCESS_CODE), {outside}, {phone, agent, queue}},
        {number(CPT_DIRECT_POSITION), {phone, agent}, {queue, outside}},
        {number(CPT_DIRECT_AGENT), {agent}, {phone, queue, outside}},
        {number(CPT_SUPERVISOR_ASSIST), {supervisor}, {agent, phone, queue, outside}},
        {number(CPT_RECORD_AGENT_GREETING), {"8500"}, {phone, agent, queue, outside}},
    };
    for (const Row& row : rows) {
        for (const char* const dialled : row.fitting) {
            SCOPED_TRACE(std::to_string(row.placement) + " " + dialled);
            EXPECT_EQ(refusal(dial("3101", dialled, {{Field::CallPlacementType, row.placement}})), "");
            hangUp();
        }
        for (const char* const dialled : row.others) {
            SCOPED_TRACE(std::to_string(row.placement) + " " + dialled);
            EXPECT_EQ(refusal(dial("3101", dialled, {{Field::CallPlacementType, row.placement}})),
                      "CF_INVALID_CALLED_DEVICE");
        }
    }
}

TEST_F(Placement, OfAspectIsNeededForNumbersOutside) {
    begin(PeripheralType::PT_ASPECT);
    EXPECT_EQ(refusal(dial("3101", "914155550100")), "CF_INVALID_CALLED_DEVICE");
    EXPECT_EQ(refusal(dial("3101", "914155550100", {{Field::CallPlacementType, CPT_OUTBOUND}})), "");
}

TEST_F(Placement, ToRecordAGreetingIsAnsweredAtOnceAndTakesTones) {
    EXPECT_EQ(refusal(dial("3101", "8500", {{Field::CallPlacementType, CPT_RECORD_AGENT_GREETING}})), "");
    EXPECT_EQ(only("3101", MessageType::BEGIN_CALL_EVENT).number(Field::CallType),
              number(CallType::CALLTYPE_RECORD_AGENT_GREETING));
    EXPECT_EQ(legState("3101"), number(LCS_CONNECT));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_TALKING);
    const ConnectionName leg = legAt("3101");
    EXPECT_EQ(refusal(ask("3101", MessageType::SEND_DTMF_SIGNAL_REQ,
                          {{Field::ConnectionCallID, leg.call},
                           {Field::ConnectionDeviceIDType, ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC},
                           {Field::ConnectionDeviceID, leg.device},
                           {Field::DTMFString, "1#"}})),
              "");
}

/// Roughly six seconds a ring; 0 is the switch's own patience.
TEST_F(Placement, AlertRingsLimitHowLongTheOtherEndRings) {
    dial("3101", "3102", {{Field::AlertRings, 2u}});
    clock.advance(std::chrono::milliseconds(11999));
    EXPECT_EQ(legState("3101"), number(LCS_INITIATE));
    clock.advance(std::chrono::milliseconds(1));
    EXPECT_EQ(legState("3101"), number(LCS_FAIL));
    hangUp();
    dial("3101", "914155550002", {{Field::AlertRings, 1u}});
    clock.advance(std::chrono::seconds(6));
    EXPECT_EQ(legState("3101"), number(LCS_FAIL));
}

TEST_F(Placement, PriorityCallsAreServedBeforeThoseThatWaitedLonger) {
    callIn("Billing");
    dial("3101", "8001", {{Field::Priority, 1u}});
    const std::uint32_t call = legAt("3101").call;
    setState("3102", AGENT_STATE_AVAILABLE);
    EXPECT_EQ(legAt("3102").call, call);
}

TEST_F(Placement, IsSeenInTheStateAndItsCodesReachNobodyElse) {
    dial("3101", "3102",
         {{Field::CallOption, protocol::CallOption::COPT_CALLING_AGENT_ONLINE},
          {Field::FacilityType, protocol::FacilityType::FT_TRUNK_GROUP},
          {Field::AnsweringMachine, protocol::AnsweringMachine::AM_DISCONNECT},
          {Field::AccountCode, "A-17"},
          {Field::AuthorizationCode, "0815"},
          {Field::FacilityCode, "9"}});
    const nlohmann::json expected{{"CallOption", 1},     {"FacilityType", 1},           {"AnsweringMachine", 2},
                                  {"FacilityCode", "9"}, {"AuthorizationCode", "0815"}, {"AccountCode", "A-17"}};
    EXPECT_EQ(nlohmann::json(acd->state().at("calls").at(0).at("placement")), expected);
    for (const Seen& event : events) {
        const std::string bytes(reinterpret_cast<const char*>(event.frame.data()), event.frame.size());
        EXPECT_EQ(bytes.find("A-17"), std::string::npos);
        EXPECT_EQ(bytes.find("0815"), std::string::npos);
    }
}

/// CONSULTATION_CALL_REQ has the same parameters.
TEST_F(Placement, OfConsultationsIsJudgedAlike) {
    callIn("3101");
    act(MessageType::ANSWER_CALL_REQ, "3101", legAt("3101"));
    const ConnectionName first = legAt("3101");
    const auto type = protocol::ConsultType::CT_TRANSFER;
    EXPECT_EQ(refusal(consult("3101", first, "3102", type, {{Field::CallPlacementType, CPT_OUTBOUND}})),
              "CF_INVALID_CALLED_DEVICE");
    EXPECT_EQ(refusal(consult("3101", first, "3102", type, {{Field::AlertRings, 1u}, {Field::AccountCode, "A-17"}})),
              "");
    const std::uint32_t second = confirmation().number(Field::NewConnectionCallID).value_or(0);
    EXPECT_EQ(callJson(second).at("placement").at("AccountCode"), "A-17");
    forget();
    clock.advance(std::chrono::seconds(6));
    EXPECT_EQ(only("3101", MessageType::CALL_FAILED_EVENT).number(Field::ConnectionCallID), second);
}

/// CMT_BELLIGERENT: the agent is available again after the call, and when it does not come about.
TEST_F(Placement, OfABelligerentCallMakesTheAgentAvailableAgain) {
    const Sets belligerent{{Field::CallMannerType, protocol::CallMannerType::CMT_BELLIGERENT}};
    for (const bool isAnswered : {true, false}) {
        setState("3101", AGENT_STATE_AVAILABLE);
        EXPECT_EQ(refusal(dial("3101", "3102", belligerent)), "");
        EXPECT_EQ(stateOf("1001"), AGENT_STATE_NOT_READY);
        EXPECT_EQ(reasonOf("1001"), 50006u);
        if (isAnswered)
            act(MessageType::ANSWER_CALL_REQ, "3102", legAt("3102"));
        hangUp();
        EXPECT_EQ(stateOf("1001"), AGENT_STATE_AVAILABLE) << isAnswered;
    }
    dial("3101", "3102", belligerent);
    setState("3101", AGENT_STATE_NOT_READY, 5);
    hangUp();
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_NOT_READY) << "asked for in the meantime";
}

/// On Unified CCE the field is not used; elsewhere the router turns the number into the agent who is to be called.
TEST_F(Placement, PostRouteAsksTheRouterForTheTarget) {
    setState("3102", AGENT_STATE_AVAILABLE);
    EXPECT_EQ(refusal(dial("3101", "3103", {{Field::PostRoute, 1u}})), "") << "Unified CCE";
    EXPECT_EQ(legState("3103"), number(LCS_ALERTING));

    begin(PeripheralType::PT_DEFINITY_ECS_EAS);
    setState("3102", AGENT_STATE_AVAILABLE);
    EXPECT_EQ(refusal(dial("3101", "3103", {{Field::PostRoute, 1u}})), "CF_INVALID_DESTINATION");
    EXPECT_EQ(refusal(dial("3101", "8001", {{Field::PostRoute, 1u}})), "");
    EXPECT_EQ(legState("3102"), number(LCS_ALERTING));
    EXPECT_EQ(only("3102", MessageType::CALL_DELIVERED_EVENT).text(Field::DialedNumber), "3102");
}

} // namespace callwright::simulator
