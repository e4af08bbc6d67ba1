#include "tests/unit/simulator_acd/consult_fixture.h"

namespace callwright::simulator {

using protocol::SupervisoryAction;
using enum protocol::SupervisoryAction;

/// 1091 leads team Morning; 1001 of it talks to a customer (`first`). 1092 leads another team.
class Supervise : public ConsultTest {
protected:
    void SetUp() override {
        ConsultTest::SetUp();
        signIn("1091");
        signIn("1092");
        forget();
    }
    SwitchAnswer supervise(SupervisoryAction action, const ConnectionName& agent, const ConnectionName& own = {},
                           const std::string& phone = "3191") {
        Sets fields{{Field::SupervisoryAction, action}};
        const auto add = [&](Field call, Field type, Field device, const ConnectionName& leg) {
            const bool isGiven = !leg.device.empty();
            fields.emplace_back(call, isGiven ? leg.call : protocol::NULL_CALL_ID);
            fields.emplace_back(type, isGiven ? ConnectionDeviceIDType::CONNECTION_ID_DYNAMIC
                                              : ConnectionDeviceIDType::CONNECTION_ID_NONE);
            if (isGiven)
                fields.emplace_back(device, leg.device);
        };
        add(Field::AgentConnectionCallID, Field::AgentConnectionDeviceIDType, Field::AgentConnectionDeviceID, agent);
        add(Field::SupervisorConnectionCallID, Field::SupervisorConnectionDeviceIDType,
            Field::SupervisorConnectionDeviceID, own);
        return ask(phone, MessageType::SUPERVISE_CALL_REQ, fields);
    }
    SwitchAnswer superviseAgent(SupervisoryAction action, Field name, const std::string& value) {
        return ask("3191", MessageType::SUPERVISE_CALL_REQ,
                   {{Field::SupervisoryAction, action},
                    {Field::AgentConnectionCallID, protocol::NULL_CALL_ID},
                    {Field::AgentConnectionDeviceIDType, ConnectionDeviceIDType::CONNECTION_ID_NONE},
                    {Field::SupervisorConnectionCallID, protocol::NULL_CALL_ID},
                    {Field::SupervisorConnectionDeviceIDType, ConnectionDeviceIDType::CONNECTION_ID_NONE},
                    {name, value}});
    }
    ConnectionName ownLeg() const {
        const auto state = acd->state();
        for (const auto& call : state.at("calls")) {
            for (const auto& leg : call.at("connections")) {
                if (leg.at("instrument") == "3191")
                    return {call.at("ConnectionCallID").get<std::uint32_t>(),
                            leg.at("ConnectionDeviceID").get<std::string>()};
            }
        }
        return {};
    }
    std::uint32_t snapshotStatus(const std::string& phone, std::uint32_t call) {
        ask(phone, MessageType::SNAPSHOT_DEVICE_REQ, {{Field::AgentInstrument, phone}});
        protocol::Decoder decoder(25);
        const auto decoded = decoder.decode(confirmation().frame);
        for (const auto& group : decoded->groups(Field::CallConnectionCallID)) {
            if (group.front().number() != call)
                continue;
            for (const auto& field : group) {
                if (field.spec && field.spec->field == Field::SilentMonitorStatus)
                    return field.number().value_or(99);
            }
        }
        return 98;
    }
};

TEST_F(Supervise, MonitorIsACallBesideTheAgents) {
    const auto before = callJson(first.call);
    EXPECT_EQ(refusal(supervise(SUPERVISOR_MONITOR, first)), "");
    EXPECT_EQ(confirmation().number(Field::ConnectionCallID), first.call);
    EXPECT_EQ(confirmation().text(Field::ConnectionDeviceID), first.device);
    EXPECT_EQ(callJson(first.call), before);
    EXPECT_EQ(callEvents("3191"),
              (Names{"BEGIN_CALL", "CALL_SERVICE_INITIATED", "CALL_ORIGINATED", "CALL_ESTABLISHED"}));
    EXPECT_EQ(callEvents("3101"), (Names{"BEGIN_CALL", "CALL_ESTABLISHED"}));
    const std::uint32_t call = ownLeg().call;
    EXPECT_NE(call, first.call);
    for (const char* phone : {"3191", "3101"}) {
        const Seen& began = only(phone, MessageType::BEGIN_CALL_EVENT);
        EXPECT_EQ(began.number(Field::CallType), number(CallType::CALLTYPE_SUPERVISOR_MONITOR));
        EXPECT_EQ(began.number(Field::ConnectionCallID), call);
        EXPECT_EQ(only(phone, MessageType::CALL_ESTABLISHED_EVENT).number(Field::EventCause), 46u);
        EXPECT_EQ(only(phone, MessageType::CALL_ESTABLISHED_EVENT).number(Field::LineType), 9u);
    }
    EXPECT_EQ(at("3191", MessageType::RTP_STARTED_EVENT).size(), 2u);
    EXPECT_TRUE(at("3101", MessageType::RTP_STARTED_EVENT).empty());
    EXPECT_EQ(stateOf("1091"), AGENT_STATE_TALKING);
    EXPECT_TRUE(agentStates("3101").empty());
}

TEST_F(Supervise, MonitorIsSeenInSnapshots) {
    supervise(SUPERVISOR_MONITOR, first);
    const std::uint32_t call = ownLeg().call;
    EXPECT_EQ(snapshotStatus("3191", call), 1u);
    EXPECT_EQ(snapshotStatus("3101", call), 2u);
    EXPECT_EQ(snapshotStatus("3101", first.call), 0u);
    EXPECT_EQ(acd->callsInProgress("3101").size(), 2u);
    const ConnectionName bridge{call, only("3101", MessageType::BEGIN_CALL_EVENT).text(Field::ConnectionDeviceID)};
    EXPECT_EQ(refusal(act(MessageType::SNAPSHOT_CALL_REQ, "3101", bridge)), "");
    EXPECT_EQ(confirmation().number(Field::CallType), number(CallType::CALLTYPE_SUPERVISOR_MONITOR));
    EXPECT_EQ(refusal(act(MessageType::CLEAR_CONNECTION_REQ, "3101", bridge)).substr(0, 15), "CF_INVALID_CSTA");
}

TEST_F(Supervise, ClearEndsListening) {
    for (const bool isNamed : {true, false}) {
        supervise(SUPERVISOR_MONITOR, first);
        const ConnectionName own = ownLeg();
        forget();
        EXPECT_EQ(refusal(supervise(SUPERVISOR_CLEAR, first, isNamed ? own : ConnectionName{})), "");
        EXPECT_TRUE(callJson(own.call).is_null());
        for (const char* phone : {"3191", "3101"}) {
            EXPECT_EQ(callEvents(phone).back(), "END_CALL");
            EXPECT_EQ(at(phone, MessageType::CALL_CONNECTION_CLEARED_EVENT).at(0)->number(Field::EventCause), 45u);
        }
        EXPECT_EQ(stateOfLeg(first), number(LCS_CONNECT));
        EXPECT_EQ(stateOf("1091"), AGENT_STATE_NOT_READY);
    }
}

TEST_F(Supervise, NoWrapUpFollowsListening) {
    AcdConfig config = defaultConfig();
    for (auto& agent : config.agents)
        agent.desk.wrapupIncoming = agent.desk.wrapupOutgoing = 0; // required
    begin(config);
    signIn("1091");
    supervise(SUPERVISOR_MONITOR, first);
    EXPECT_EQ(stateOf("1091"), AGENT_STATE_TALKING);
    act(MessageType::CLEAR_CONNECTION_REQ, "3101", first);
    EXPECT_EQ(stateOf("1091"), AGENT_STATE_NOT_READY);
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_WORK_READY);
}

TEST_F(Supervise, ListeningWaitsWithTheCallAndEndsWithIt) {
    supervise(SUPERVISOR_MONITOR, first);
    const ConnectionName own = ownLeg();
    act(MessageType::HOLD_CALL_REQ, "3101", first);
    EXPECT_EQ(stateOfLeg(own), number(LCS_HOLD));
    EXPECT_EQ(stateOf("1091"), AGENT_STATE_HOLD);
    act(MessageType::RETRIEVE_CALL_REQ, "3101", first);
    EXPECT_EQ(stateOfLeg(own), number(LCS_CONNECT));
    forget();
    act(MessageType::CLEAR_CONNECTION_REQ, "3101", first);
    EXPECT_TRUE(acd->state().at("calls").empty());
    EXPECT_EQ(callEvents("3191").back(), "END_CALL");
    EXPECT_EQ(stateOf("1091"), AGENT_STATE_NOT_READY);
}

TEST_F(Supervise, WhisperHasItsOwnType) {
    EXPECT_EQ(refusal(supervise(SUPERVISOR_WHISPER, first)), "");
    EXPECT_EQ(only("3191", MessageType::BEGIN_CALL_EVENT).number(Field::CallType),
              number(CallType::CALLTYPE_SUPERVISOR_WHISPER));
    EXPECT_EQ(only("3101", MessageType::CALL_ESTABLISHED_EVENT).number(Field::EventCause), 47u);
}

TEST_F(Supervise, OnePersonListensToAnAgentAtATime) {
    AcdConfig config = defaultConfig();
    config.teams[0].supervisors = {"1092"};
    begin(config);
    signIn("1091");
    signIn("1092");
    EXPECT_EQ(refusal(supervise(SUPERVISOR_MONITOR, first)), "");
    EXPECT_EQ(refusal(supervise(SUPERVISOR_MONITOR, first, {}, "3192")), "CF_OBJECT_MONITOR_LIMIT_EXCEEDED");
}

TEST_F(Supervise, BargeInMakesAConference) {
    EXPECT_EQ(refusal(superviseAgent(SUPERVISOR_BARGE_IN, Field::AgentID, "1001")), "");
    EXPECT_EQ(callEvents("3191"), (Names{"BEGIN_CALL", "CALL_ESTABLISHED", "CALL_CONFERENCED"}));
    EXPECT_EQ(callEvents("3101"), (Names{"CALL_CONFERENCED", "CALL_DATA_UPDATE"}));
    EXPECT_EQ(only("3191", MessageType::BEGIN_CALL_EVENT).number(Field::CallType),
              number(CallType::CALLTYPE_SUPERVISOR_BARGEIN));
    EXPECT_EQ(only("3191", MessageType::BEGIN_CALL_EVENT).text(Field::CallVariable1), "gold");
    const Seen& joined = only("3101", MessageType::CALL_CONFERENCED_EVENT);
    EXPECT_EQ(joined.number(Field::EventCause), 48u);
    EXPECT_EQ(joined.number(Field::NumParties), 3u);
    EXPECT_EQ(joined.text(Field::ControllerDeviceID), "3101");
    EXPECT_EQ(joined.text(Field::AddedPartyDeviceID), "3191");
    EXPECT_EQ(stateOf("1091"), AGENT_STATE_TALKING);
    EXPECT_EQ(ownLeg().call, first.call);
}

TEST_F(Supervise, BargeInEndsWithTheSupervisorAndTheCallGoesOnAsBefore) {
    const auto typeBefore = callJson(first.call).at("CallType");
    supervise(SUPERVISOR_BARGE_IN, first);
    forget();
    EXPECT_EQ(refusal(supervise(SUPERVISOR_CLEAR, first, ownLeg())), "");
    EXPECT_EQ(callJson(first.call).at("CallType"), typeBefore);
    EXPECT_EQ(callJson(first.call).at("connections").size(), 2u);
    EXPECT_EQ(only("3191", MessageType::CALL_CONNECTION_CLEARED_EVENT).number(Field::EventCause), 45u);
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_TALKING);
    EXPECT_EQ(stateOf("1091"), AGENT_STATE_NOT_READY);
}

TEST_F(Supervise, BargeInIntoAConferenceLeavesAConference) {
    talkToColleague(ConsultType::CT_CONFERENCE);
    EXPECT_EQ(refusal(actOnTwo(MessageType::CONFERENCE_CALL_REQ, "3101", second, first)), "");
    EXPECT_EQ(refusal(supervise(SUPERVISOR_BARGE_IN, first)), "");
    EXPECT_EQ(callJson(first.call).at("CallType"), number(CallType::CALLTYPE_SUPERVISOR_BARGEIN));
    supervise(SUPERVISOR_CLEAR, first, ownLeg());
    EXPECT_EQ(callJson(first.call).at("CallType"), number(CallType::CALLTYPE_CONFERENCE));
}

TEST_F(Supervise, InterceptDropsTheAgent) {
    for (const bool bargesFirst : {true, false}) {
        SetUp();
        if (bargesFirst)
            supervise(SUPERVISOR_BARGE_IN, first);
        forget();
        EXPECT_EQ(refusal(supervise(SUPERVISOR_INTERCEPT, first, bargesFirst ? ownLeg() : ConnectionName{})), "");
        EXPECT_EQ(at("3101", MessageType::CALL_CONNECTION_CLEARED_EVENT).at(0)->number(Field::EventCause), 49u);
        EXPECT_EQ(callEvents("3101").back(), "END_CALL");
        EXPECT_EQ(callJson(first.call).at("CallType"), number(CallType::CALLTYPE_SUPERVISOR_INTERCEPT));
        EXPECT_EQ(callJson(first.call).at("connections").size(), 2u);
        EXPECT_EQ(stateOf("1001"), AGENT_STATE_AVAILABLE);
        EXPECT_EQ(stateOf("1091"), AGENT_STATE_TALKING);
        EXPECT_EQ(refusal(supervise(SUPERVISOR_CLEAR, first, ownLeg())), "CF_INVALID_OBJECT_STATE/20009")
            << "the call is the supervisor's own";
        act(MessageType::CLEAR_CONNECTION_REQ, "3191", ownLeg());
        EXPECT_TRUE(acd->state().at("calls").empty());
    }
}

TEST_F(Supervise, RefusesWhatCannotBe) {
    EXPECT_EQ(refusal(superviseAgent(SUPERVISOR_MONITOR, Field::AgentID, "1002")), "E_CTI_NO_CALL_ACTIVE");
    EXPECT_EQ(refusal(superviseAgent(SUPERVISOR_MONITOR, Field::AgentExtension, "3104")), "E_CTI_AGENT_NOT_LOGGED_ON");
    EXPECT_EQ(refusal(supervise(SUPERVISOR_MONITOR, {})), "E_CTI_REQUIRED_DATA_MISSING");
    EXPECT_EQ(refusal(supervise(SUPERVISOR_MONITOR, {first.call, "L1"})),
              "CF_INVALID_CSTA_CONNECTION_IDENTIFIER/13044");
    EXPECT_EQ(refusal(supervise(SUPERVISOR_MONITOR, {99, "L1"})), "CF_INVALID_CSTA_CALL_IDENTIFIER/13044");
    EXPECT_EQ(refusal(supervise(SUPERVISOR_CLEAR, first)), "CF_INVALID_CSTA_CALL_IDENTIFIER/13044");
    EXPECT_EQ(refusal(supervise(SUPERVISOR_MONITOR, first, {}, "3192")), "CF_PRIVILEGE_VIOLATION_ON_SPECIFIED_DEVICE");
    EXPECT_EQ(refusal(supervise(SUPERVISOR_MONITOR, first, {}, "3102")), "E_CTI_SUPERVISOR_NOT_FOUND");
    EXPECT_EQ(refusal(supervise(SUPERVISOR_MONITOR, first, {}, "3104")), "E_CTI_AGENT_NOT_LOGGED_ON");
    setState("3191", AGENT_STATE_AVAILABLE);
    EXPECT_EQ(refusal(supervise(SUPERVISOR_MONITOR, first)), "CF_INVALID_OBJECT_STATE/10103");
    setState("3191", AGENT_STATE_NOT_READY, 1);
    act(MessageType::HOLD_CALL_REQ, "3101", first);
    EXPECT_EQ(refusal(supervise(SUPERVISOR_MONITOR, first)), "CF_INVALID_OBJECT_STATE/20009");
    act(MessageType::RETRIEVE_CALL_REQ, "3101", first);
    EXPECT_EQ(refusal(supervise(SUPERVISOR_MONITOR, first)), "");
    EXPECT_EQ(refusal(supervise(SUPERVISOR_BARGE_IN, first)), "CF_INVALID_OBJECT_STATE/20007")
        << "stop listening first";
    EXPECT_EQ(refusal(consult("3191", ownLeg(), "3102", ConsultType::CT_TRANSFER)).substr(0, 23),
              "CF_INVALID_OBJECT_STATE");
    EXPECT_EQ(refusal(actOnTwo(MessageType::TRANSFER_CALL_REQ, "3191", ownLeg(), {protocol::NULL_CALL_ID, ""},
                               {{Field::DialedNumber, "3102"}}))
                  .substr(0, 23),
              "CF_INVALID_OBJECT_STATE");
}

TEST_F(Supervise, RefusesToJoinACallThatIsBeingMadeALargerOne) {
    startConsult("3102", ConsultType::CT_TRANSFER);
    EXPECT_EQ(refusal(supervise(SUPERVISOR_BARGE_IN, first)), "CF_INVALID_OBJECT_STATE/20009") << "on hold";
    target = legsAt("3102").back();
    act(MessageType::ANSWER_CALL_REQ, "3102", target);
    EXPECT_EQ(refusal(supervise(SUPERVISOR_BARGE_IN, second)), "CF_INVALID_OBJECT_STATE/20066");
}

TEST_F(Supervise, IsUnifiedCceAlone) {
    AcdConfig config = defaultConfig();
    config.peripheralType = number(protocol::PeripheralType::PT_DEFINITY_ECS_EAS);
    begin(config);
    signIn("1091");
    EXPECT_EQ(refusal(supervise(SUPERVISOR_MONITOR, first)), "CF_INVALID_FEATURE/20153");
}

} // namespace callwright::simulator
