#include "tests/unit/simulator_server/server_fixture.h"

namespace callwright::simulator {

namespace {

/// Supervisor 1091 at 3191 leads teams 1 (1001, 1002) and 3; 1002 is signed in at 3102, 1003 is in team 2.
class SupervisorSession : public ServerTest {
protected:
    void SetUp() override {
        ServerTest::SetUp();
        behind.agents.push_back({"1003", "", "", 5003, 2, false});
        behind.leaders["1091"] = {1, 3};
        behind.signIn("1091", "3191");
        behind.signIn("1003", "3103");
        client = openSupervisor();
    }
    static OpenFields supervisor(Version version = protocol::newestVersion) {
        OpenFields fields;
        fields.version = version;
        return fields
            .with(Field::ServicesRequested, services::CTI_SERVICE_CLIENT_EVENTS | services::CTI_SERVICE_CLIENT_CONTROL |
                                                services::CTI_SERVICE_SUPERVISOR)
            .with(Field::CallMsgMask, version < 15 ? 0x007FFFFF : 0x00FFFFFF)
            .with(Field::ClientID, "5000.1091")
            .with(Field::AgentID, "1091")
            .with(Field::AgentInstrument, "3191");
    }
    /// Opened, and what came with it forgotten.
    std::unique_ptr<Client> openSupervisor(Version version = protocol::newestVersion) {
        auto opened = connectClient();
        opened->version = version;
        EXPECT_EQ(ask(*opened, supervisor(version).build()).at(0).name(), "OPEN_CONF");
        return opened;
    }
    std::vector<std::string> askNames(const MessageBuilder& message) {
        std::vector<std::string> names;
        for (const Received& answer : ask(*client, message)) {
            names.push_back(answer.name());
        }
        return names;
    }
    SwitchEvent state(const std::string& agent, std::uint32_t number = 3) {
        return {MessageType::AGENT_STATE_EVENT, "3102", {{Field::AgentState, number}, {Field::AgentID, agent}}};
    }
    SwitchEvent teamChange(std::uint32_t team) {
        return {MessageType::AGENT_TEAM_CONFIG_EVENT, {}, {{Field::TeamID, team}, {Field::NumberOfAgents, 0U}}};
    }
    static MessageBuilder teamMonitor(std::uint32_t team, Version version = protocol::newestVersion) {
        return request(MessageType::MONITOR_AGENT_TEAM_START_REQ, version).set(Field::TeamID, team);
    }
    static MessageBuilder stopTeam(std::uint32_t monitor) {
        return request(MessageType::MONITOR_AGENT_TEAM_STOP_REQ).set(Field::MonitorID, monitor);
    }
    static MessageBuilder setState(const std::string& agent, std::uint32_t wanted = 3) {
        return request(MessageType::SET_AGENT_STATE_REQ)
            .set(Field::AgentState, wanted)
            .set(Field::AgentInstrument, agent == "1091" ? "3191" : "310" + agent.substr(3));
    }
    static MessageBuilder supervise() {
        return request(MessageType::SUPERVISE_CALL_REQ)
            .set(Field::AgentConnectionCallID, 0xFFFFFFFF)
            .set(Field::AgentConnectionDeviceIDType, 0xFFFF)
            .set(Field::SupervisorConnectionCallID, 0xFFFFFFFF)
            .set(Field::SupervisorConnectionDeviceIDType, 0xFFFF)
            .set(Field::SupervisoryAction, 1);
    }

    std::unique_ptr<Client> client;
};

TEST_F(SupervisorSession, IsToldItsTeamsAtTheOpen) {
    const auto fresh = connectClient();
    const auto answers = ask(*fresh, supervisor().build());
    ASSERT_EQ(answers.size(), 3U);
    EXPECT_EQ(answers[1].name(), "AGENT_TEAM_CONFIG_EVENT");
    EXPECT_EQ(answers[1]->number(Field::TeamID), 1U);
    EXPECT_EQ(answers[2]->number(Field::TeamID), 3U);
    const auto deaf = connectClient();
    EXPECT_EQ(ask(*deaf, supervisor().with(Field::CallMsgMask, 0U).build()).size(), 1U);
}

TEST_F(SupervisorSession, IsToldChangesOfItsOwnTeams) {
    const auto agent = openClient();
    const auto all = openClient(bridge(services::CTI_SERVICE_ALL_EVENTS));
    all->take();
    behind.emitEvent(teamChange(1));
    behind.emitEvent(teamChange(2));
    clock.settle();
    const auto told = client->take();
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0]->number(Field::TeamID), 1U);
    EXPECT_TRUE(agent->take().empty());
    EXPECT_EQ(all->take().size(), 2U);
}

TEST_F(SupervisorSession, ListsItsTeams) {
    const auto answers = ask(*client, request(MessageType::LIST_AGENT_TEAM_REQ).set(Field::SupervisorID, 5091));
    ASSERT_EQ(refusalIn(answers), "LIST_AGENT_TEAM_CONF");
    EXPECT_EQ(answers[0]->number(Field::InvokeID), 77U);
    EXPECT_EQ(answers[0]->number(Field::NumberOfAgentTeams), 2U);
    EXPECT_EQ(answers[0]->number(Field::SegmentNumber), 1U);
    EXPECT_EQ(answers[0]->number(Field::More), 0U);
    EXPECT_EQ(answers[0]->find(Field::TeamID, 1)->number(), 3U);
    EXPECT_EQ(refusalIn(ask(*client, request(MessageType::LIST_AGENT_TEAM_REQ).set(Field::SupervisorID, 5001))),
              "E_CTI_SUPERVISOR_NOT_FOUND");
}

TEST_F(SupervisorSession, ListsManyTeamsInSegments) {
    std::vector<std::uint32_t>& led = behind.leaders["1091"];
    led.clear();
    for (std::uint32_t team = 1; team <= 130; ++team) {
        led.push_back(team);
    }
    const auto answers = ask(*client, request(MessageType::LIST_AGENT_TEAM_REQ).set(Field::SupervisorID, 5091));
    ASSERT_EQ(answers.size(), 3U);
    for (std::uint32_t i = 0; i < 3; ++i) {
        EXPECT_EQ(answers[i]->number(Field::InvokeID), 77U);
        EXPECT_EQ(answers[i]->number(Field::SegmentNumber), i + 1);
        EXPECT_EQ(answers[i]->number(Field::More), i < 2 ? 1U : 0U);
        EXPECT_EQ(answers[i]->number(Field::NumberOfAgentTeams), i < 2 ? 64U : 2U);
    }
}

TEST_F(SupervisorSession, WatchesTheStatesOfATeam) {
    for (const Version version : versionsWith(MessageType::MONITOR_AGENT_TEAM_START_REQ)) {
        client = openSupervisor(version);
        const auto started = ask(*client, teamMonitor(1, version));
        ASSERT_EQ(started.size(), 2U) << version;
        EXPECT_EQ(started[0].name(), "MONITOR_AGENT_TEAM_START_CONF");
        const auto monitor = started[0]->number(Field::MonitorID);
        EXPECT_EQ(started[1].name(), "AGENT_STATE_EVENT") << "as it is now";
        EXPECT_EQ(started[1]->text(Field::AgentID), "1002");
        EXPECT_EQ(started[1]->number(Field::MonitorID), monitor);
        behind.emitEvent(state("1002"));
        behind.emitEvent(state("1003"));
        behind.emitEvent({MessageType::CALL_HELD_EVENT, "3102", {{Field::AgentID, "1002"}}});
        clock.settle();
        const auto told = client->take();
        ASSERT_EQ(told.size(), 1U) << version;
        EXPECT_EQ(told[0]->number(Field::MonitorID), monitor);
        client->close();
        clock.settle();
    }
}

TEST_F(SupervisorSession, StopsWatching) {
    const auto monitor = ask(*client, teamMonitor(1)).at(0)->number(Field::MonitorID, 0);
    EXPECT_EQ(refusalIn(ask(*client, teamMonitor(1))), "E_CTI_AGENT_TEAM_MONITOR_ALREADY_EXISTS");
    EXPECT_EQ(refusalIn(ask(*client, stopTeam(monitor + 1))), "E_CTI_INVALID_MONITORID");
    EXPECT_EQ(refusalIn(ask(*client, stopTeam(monitor))), "MONITOR_AGENT_TEAM_STOP_CONF");
    EXPECT_EQ(refusalIn(ask(*client, stopTeam(monitor))), "E_CTI_INVALID_MONITORID");
    behind.emitEvent(state("1002"));
    clock.settle();
    EXPECT_TRUE(client->take().empty());
}

TEST_F(SupervisorSession, WatchesOwnTeamsOnly) {
    EXPECT_EQ(refusalIn(ask(*client, teamMonitor(2))), "E_CTI_TEAM_NOT_FOUND");
    EXPECT_EQ(refusalIn(ask(*client, teamMonitor(9))), "E_CTI_TEAM_NOT_FOUND");
}

TEST_F(SupervisorSession, SetsTheStateOfItsTeamsAgents) {
    EXPECT_EQ(refusalIn(ask(*client, setState("1002"))), "SET_AGENT_STATE_CONF");
    EXPECT_EQ(behind.askedBySupervisor, std::vector<std::string>{"3102"});
    EXPECT_EQ(refusalIn(ask(*client, setState("1002", 1).set(Field::AgentID, "1002"))), "SET_AGENT_STATE_CONF");
    EXPECT_EQ(refusalIn(ask(*client, setState("1003"))), "E_CTI_FUNCTION_NOT_AVAILABLE");
    EXPECT_EQ(behind.askedBySupervisor.size(), 2U);
    EXPECT_EQ(refusalIn(ask(*client, setState("1091"))), "SET_AGENT_STATE_CONF");
    EXPECT_EQ(behind.askedBySupervisor.size(), 2U) << "that is the supervisor's own";
}

TEST_F(SupervisorSession, AsksForTheStateOfItsTeamsAgents) {
    const auto query = [](const char* agent) {
        return request(MessageType::QUERY_AGENT_STATE_REQ).set(Field::AgentID, agent);
    };
    EXPECT_EQ(refusalIn(ask(*client, query("1002"))), "QUERY_AGENT_STATE_CONF");
    EXPECT_EQ(refusalIn(ask(*client, query("1001"))), "QUERY_AGENT_STATE_CONF") << "signed out";
    EXPECT_EQ(refusalIn(ask(*client, query("1003"))), "E_CTI_FUNCTION_NOT_AVAILABLE");
}

TEST_F(SupervisorSession, SupervisesOnBehalfOfItsOwnPhone) {
    behind.answer = Confirmation{
        {{Field::ConnectionCallID, 7U}, {Field::ConnectionDeviceIDType, 1U}, {Field::ConnectionDeviceID, "L1"}}};
    EXPECT_EQ(refusalIn(ask(*client, supervise().set(Field::AgentInstrument, "3102"))), "SUPERVISE_CALL_CONF");
    EXPECT_EQ(behind.asked.back().instrument, "3191");
    EXPECT_EQ(refusalIn(ask(*client, supervise().set(Field::AgentID, "9999"))), "E_CTI_INVALID_AGENT_DATA");
    EXPECT_EQ(refusalIn(ask(*client, supervise().set(Field::SupervisorInstrument, "3102"))),
              "E_CTI_FUNCTION_NOT_AVAILABLE");
    EXPECT_EQ(refusalIn(ask(*client, supervise().set(Field::SupervisoryAction, 5))),
              "E_CTI_INVALID_SUPERVISORY_ACTION");
}

TEST_F(SupervisorSession, BridgesNameTheSupervisor) {
    client = openClient(bridge(services::CTI_SERVICE_ALL_EVENTS));
    client->take();
    EXPECT_EQ(refusalIn(ask(*client, supervise().set(Field::AgentInstrument, "3102"))), "E_CTI_REQUIRED_DATA_MISSING");
    const auto named = [](const char* phone) {
        return supervise().set(Field::AgentInstrument, "3102").set(Field::SupervisorInstrument, phone);
    };
    EXPECT_EQ(refusalIn(ask(*client, named("9999"))), "E_CTI_INVALID_AGENT_DATA");
    behind.answer = Failure{StatusCode::E_CTI_NO_CALL_ACTIVE};
    EXPECT_EQ(refusalIn(ask(*client, named("3191"))), "E_CTI_NO_CALL_ACTIVE");
    EXPECT_EQ(behind.asked.back().instrument, "3191");
}

TEST_F(SupervisorSession, IsWhatTheServiceIsFor) {
    client = openClient();
    for (const MessageBuilder& message :
         {supervise(), teamMonitor(1), stopTeam(1), request(MessageType::LIST_AGENT_TEAM_REQ), setState("1002")}) {
        EXPECT_EQ(refusalIn(ask(*client, message)), "E_CTI_FUNCTION_NOT_AVAILABLE");
    }
    EXPECT_TRUE(behind.asked.empty());
}

} // namespace

} // namespace callwright::simulator
