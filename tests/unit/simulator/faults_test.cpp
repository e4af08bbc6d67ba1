// What the control port can break, as clients meet it.

#include "tests/unit/simulator/site_fixture.h"

namespace callwright::simulator {

namespace {

using Json = nlohmann::json;
using Names = std::vector<std::string>;
using protocol::SystemEventID;
using std::chrono::seconds;

class FaultsTest : public testing::Test {
protected:
    FaultsTest() {
        SimulatorConfig config;
        config.acd.variesEventOrder = false;
        m_site = std::make_unique<Site>(1, config);
        client = site().openClient("1001", "3101");
    }
    Site& site() { return *m_site; }
    void fault(Json members) {
        members["do"] = "fault";
        EXPECT_EQ(site().control(members).value("error", ""), "") << members;
    }
    void heal(const char* kind) { EXPECT_EQ(site().control({{"do", "heal"}, {"kind", kind}}).value("error", ""), ""); }
    std::vector<Received> ask(const MessageBuilder& message) { return site().ask(*client, message); }
    Names namesOf(const std::vector<Received>& messages) {
        Names names;
        for (const Received& message : messages) {
            names.push_back(message.name());
        }
        return names;
    }
    void expectSystemEvent(SystemEventID id, std::uint32_t pgStatus) {
        const auto got = client->take();
        ASSERT_EQ(refusalIn(got), "SYSTEM_EVENT");
        EXPECT_EQ(got[0]->number(Field::SystemEventID), static_cast<std::uint32_t>(id));
        EXPECT_EQ(got[0]->number(Field::PGStatus), pgStatus);
    }
    static MessageBuilder signIn() { return Site::agentState("1001", "3101", 0); }
    static MessageBuilder ready() { return Site::agentState("1001", "3101", 3); }

private:
    std::unique_ptr<Site> m_site;

protected:
    std::unique_ptr<Client> client;
};

TEST_F(FaultsTest, MessageEndsInTheMiddle) {
    fault({{"kind", "cut"}, {"after", 5}});
    EXPECT_TRUE(ask(heartbeat()).empty());
    EXPECT_TRUE(client->isClosed());
    EXPECT_TRUE(site().state().at("sessions").empty());
}

TEST_F(FaultsTest, CutMayBeTakenBack) {
    fault({{"kind", "cut"}});
    heal("cut");
    EXPECT_EQ(refusalIn(ask(heartbeat())), "HEARTBEAT_CONF");
}

TEST_F(FaultsTest, SideIsLostInTheMiddleOfAMessage) {
    site().addSideB();
    const auto other = site().openClient("1002", "3102");
    fault({{"kind", "kill"}, {"side", "A"}, {"after", 9}});
    EXPECT_FALSE(client->isClosed());
    EXPECT_TRUE(ask(heartbeat()).empty());
    EXPECT_TRUE(client->isClosed());
    EXPECT_TRUE(other->isClosed());
    EXPECT_TRUE(site().connectClient()->isClosed());
    site().clock.advance(seconds(1));
    EXPECT_EQ(site().state().at("sides")[1].at("role"), "active");
}

TEST_F(FaultsTest, HalfOpenConnectionTellsNobody) {
    site().addSideB();
    fault({{"kind", "half-open"}, {"side", "A"}});
    EXPECT_TRUE(ask(heartbeat()).empty());
    site().clock.advance(seconds(120));
    EXPECT_FALSE(client->isClosed());
    EXPECT_EQ(site().state().at("sides")[1].at("role"), "active");
    const auto late = site().connectClient();
    EXPECT_TRUE(site().ask(*late, OpenFields().build()).empty());
    heal("half-open");
    EXPECT_TRUE(client->isClosed());
    EXPECT_TRUE(late->isClosed());
    EXPECT_EQ(site().state().at("sides")[0].at("role"), "standby");
}

TEST_F(FaultsTest, HalfOpenConnectionOfOneSessionLeavesTheOthers) {
    const auto other = site().openClient("1002", "3102");
    fault({{"kind", "half-open"}, {"session", 1}});
    EXPECT_TRUE(ask(heartbeat()).empty());
    EXPECT_EQ(refusalIn(site().ask(*other, heartbeat())), "HEARTBEAT_CONF");
    // The client comes back over a path that works: the lost connection does not hear that it is evicted.
    const auto again = site().openClient("1001", "3101");
    EXPECT_FALSE(client->isClosed());
    heal("half-open");
    EXPECT_TRUE(client->isClosed());
    EXPECT_FALSE(again->isClosed());
    EXPECT_FALSE(other->isClosed());
}

TEST_F(FaultsTest, HalfOpenSessionEndsByItsIdleTimeoutAndFreesTheDevice) {
    const auto lost = site().connectClient();
    const auto fields = [](const char* clientId) {
        return OpenFields().with(Field::ClientID, clientId).with(Field::AgentInstrument, "3102");
    };
    site().ask(*lost, fields("5000.1002").with(Field::IdleTimeout, 60).build());
    fault({{"kind", "half-open"}, {"session", 2}});
    site().clock.advance(seconds(59));
    const auto heir = site().connectClient();
    EXPECT_EQ(refusalIn(site().ask(*heir, fields("5000.1003").build())), "E_CTI_DEVICE_IN_USE");
    site().clock.advance(seconds(1));
    EXPECT_EQ(refusalIn(site().ask(*heir, fields("5000.1003").build())), "OPEN_CONF");
    EXPECT_TRUE(lost->take().empty());
    EXPECT_FALSE(lost->isClosed());
    heal("half-open");
    EXPECT_TRUE(lost->isClosed());
}

TEST_F(FaultsTest, ServerDoesNotSeeAClientLeaveAHalfOpenConnection) {
    fault({{"kind", "half-open"}, {"session", 1}});
    client->close();
    site().clock.settle();
    EXPECT_EQ(site().state().at("sessions").size(), 1U);
    heal("half-open");
    EXPECT_TRUE(site().state().at("sessions").empty());
}

TEST_F(FaultsTest, NextAnswerComesLate) {
    fault({{"kind", "late"}, {"seconds", 3}});
    client->send(heartbeat(1));
    site().clock.settle();
    EXPECT_EQ(ask(heartbeat(2))[0]->number(Field::InvokeID), 2U);
    site().clock.advance(seconds(3));
    const auto late = client->take();
    ASSERT_EQ(refusalIn(late), "HEARTBEAT_CONF");
    EXPECT_EQ(late[0]->number(Field::InvokeID), 1U);
}

TEST_F(FaultsTest, AnswersToOneRequestFailUntilHealed) {
    fault({{"kind", "never"}, {"request", "SET_AGENT_STATE_REQ"}});
    EXPECT_EQ(namesOf(ask(signIn())), (Names{"AGENT_STATE_EVENT", "AGENT_STATE_EVENT"})); // LOGIN and NOT_READY
    EXPECT_EQ(refusalIn(ask(heartbeat())), "HEARTBEAT_CONF");
    EXPECT_EQ(namesOf(ask(ready())), (Names{"AGENT_STATE_EVENT"}));
    EXPECT_EQ(site().state().at("faults"), Json::array({"never"}));
    heal("never");
    EXPECT_EQ(namesOf(ask(Site::agentState("1001", "3101", 2))), (Names{"SET_AGENT_STATE_CONF", "AGENT_STATE_EVENT"}));
}

TEST_F(FaultsTest, FaultsOfAnswersAddUp) {
    fault({{"kind", "twice"}});
    fault({{"kind", "wrong id"}});
    fault({{"kind", "late"}, {"seconds", 1}});
    EXPECT_TRUE(ask(heartbeat(7)).empty());
    site().clock.advance(seconds(1));
    const auto answers = client->take();
    EXPECT_EQ(namesOf(answers), (Names{"HEARTBEAT_CONF", "HEARTBEAT_CONF"}));
    EXPECT_NE(answers[0]->number(Field::InvokeID), 7U);
    EXPECT_EQ(ask(heartbeat(8))[0]->number(Field::InvokeID), 8U);
}

TEST_F(FaultsTest, SoManyAnswersFailAsWasSaid) {
    fault({{"kind", "never"}, {"times", 2}});
    EXPECT_TRUE(ask(heartbeat()).empty());
    EXPECT_TRUE(ask(heartbeat()).empty());
    EXPECT_EQ(refusalIn(ask(heartbeat())), "HEARTBEAT_CONF");
}

TEST_F(FaultsTest, EventsComeBeforeOrAfterTheConfirmation) {
    fault({{"kind", "events first"}});
    EXPECT_EQ(namesOf(ask(signIn())), (Names{"AGENT_STATE_EVENT", "AGENT_STATE_EVENT", "SET_AGENT_STATE_CONF"}));
    fault({{"kind", "events last"}});
    EXPECT_EQ(namesOf(ask(ready())), (Names{"SET_AGENT_STATE_CONF", "AGENT_STATE_EVENT"}));
}

TEST_F(FaultsTest, EventsComeTwice) {
    ask(signIn());
    fault({{"kind", "events twice"}});
    EXPECT_EQ(namesOf(ask(ready())), (Names{"SET_AGENT_STATE_CONF", "AGENT_STATE_EVENT", "AGENT_STATE_EVENT"}));
    heal("events twice");
    EXPECT_EQ(ask(Site::agentState("1001", "3101", 2)).size(), 2U);
}

TEST_F(FaultsTest, EventsTellOfACallThatNeverBegan) {
    fault({{"kind", "unknown call"}});
    const auto events = client->take();
    EXPECT_EQ(namesOf(events), (Names{"CALL_DELIVERED_EVENT", "CALL_HELD_EVENT", "CALL_DATA_UPDATE_EVENT",
                                      "CALL_CONNECTION_CLEARED_EVENT", "CALL_CLEARED_EVENT", "END_CALL_EVENT"}));
    for (const Received& event : events) {
        EXPECT_EQ(event->number(Field::ConnectionCallID), events[0]->number(Field::ConnectionCallID));
    }
    EXPECT_TRUE(site().state().at("calls").empty());
}

TEST_F(FaultsTest, NewerVersionsAreRefused) {
    fault({{"kind", "old version"}, {"newest", 20}});
    const auto tried = site().connectClient();
    EXPECT_EQ(refusalIn(site().ask(*tried, OpenFields().build())), "E_CTI_INVALID_VERSION");
    OpenFields old;
    old.version = 20;
    tried->version = 20;
    EXPECT_EQ(refusalIn(site().ask(*tried, old.build())), "OPEN_CONF");
    heal("old version");
    site().openClient("1001", "3101");
}

TEST_F(FaultsTest, GatewayThatIsGoneTellsNothing) {
    ask(signIn());
    fault({{"kind", "offline"}, {"part", "gateway"}});
    expectSystemEvent(SystemEventID::SYS_PERIPHERAL_GATEWAY_OFFLINE, protocol::PGStatusCode::PGS_OPC_DOWN);
    EXPECT_EQ(refusalIn(ask(ready())), "CONTROL_FAILURE_CONF");
    site().control({{"do", "call"}, {"to", "3101"}});
    EXPECT_TRUE(client->take().empty());
    heal("offline");
    expectSystemEvent(SystemEventID::SYS_PERIPHERAL_ONLINE, 0);
}

TEST_F(FaultsTest, CentralControllerIsMissedByNobody) {
    fault({{"kind", "offline"}, {"part", "central controller"}});
    expectSystemEvent(SystemEventID::SYS_CENTRAL_CONTROLLER_OFFLINE, protocol::PGStatusCode::PGS_CC_DOWN);
    EXPECT_EQ(ask(signIn()).size(), 3U);
    EXPECT_EQ(site().control({{"do", "heal"}, {"kind", "offline"}, {"part", "central controller"}}).value("ok", false),
              true);
    expectSystemEvent(SystemEventID::SYS_CENTRAL_CONTROLLER_ONLINE, 0);
}

TEST_F(FaultsTest, InstrumentIsOutOfService) {
    ask(signIn());
    fault({{"kind", "out of service"}, {"instrument", "3101"}});
    const auto told = client->take();
    ASSERT_EQ(refusalIn(told), "SYSTEM_EVENT");
    EXPECT_EQ(told[0]->number(Field::SystemEventID),
              static_cast<std::uint32_t>(SystemEventID::SYS_INSTRUMENT_OUT_OF_SERVICE));
    EXPECT_EQ(told[0]->number(Field::SystemEventArg1), 5000U);
    EXPECT_EQ(told[0]->text(Field::Text), "3101");
    const auto refused = ask(ready());
    ASSERT_EQ(namesOf(refused), (Names{"CONTROL_FAILURE_CONF"}));
    EXPECT_EQ(refused[0]->number(Field::FailureCode),
              static_cast<std::uint32_t>(protocol::ControlFailureCode::CF_RESOURCE_OUT_OF_SERVICE));
    heal("out of service");
    expectSystemEvent(SystemEventID::SYS_INSTRUMENT_BACK_IN_SERVICE, 0);
    EXPECT_EQ(ask(ready()).size(), 2U);
}

TEST_F(FaultsTest, SystemSignsAnAgentOut) {
    EXPECT_NE(site().control({{"do", "fault"}, {"kind", "logout"}, {"agent", "1001"}}).value("error", ""), "");
    ask(signIn());
    fault({{"kind", "logout"}, {"agent", "1001"}, {"reason", 50002}});
    const auto told = client->take();
    ASSERT_EQ(refusalIn(told), "AGENT_STATE_EVENT");
    EXPECT_EQ(told[0]->number(Field::AgentState), 1U);
    EXPECT_EQ(told[0]->number(Field::EventReasonCode), 50002U);
    EXPECT_EQ(ask(signIn()).size(), 3U); // nothing forbids to come back
}

TEST_F(FaultsTest, AgentIsSignedOutInTheMiddleOfACall) {
    ask(signIn());
    const std::uint32_t call = site().control({{"do", "call"}, {"to", "3101"}}).at("call").get<std::uint32_t>();
    fault({{"kind", "logout"}, {"agent", "1001"}});
    EXPECT_TRUE(site().control({{"do", "hangup"}, {"call", call}}).at("ok").get<bool>());
    EXPECT_TRUE(site().state().at("calls").empty());
    EXPECT_EQ(site().state().at("agents")[0].at("AgentState"), 1);
}

TEST_F(FaultsTest, EverythingHealsAtOnce) {
    for (const char* kind : {"refuse", "stall", "slow", "half-open", "events last", "events twice", "never"}) {
        fault({{"kind", kind}});
    }
    fault({{"kind", "never"}, {"times", 0}});
    EXPECT_FALSE(site().state().at("faults").empty());
    EXPECT_TRUE(site().control({{"do", "heal"}}).at("ok").get<bool>());
    EXPECT_TRUE(site().state().at("faults").empty());
    const auto again = site().openClient("1001", "3101");
    EXPECT_EQ(namesOf(site().ask(*again, signIn())),
              (Names{"SET_AGENT_STATE_CONF", "AGENT_STATE_EVENT", "AGENT_STATE_EVENT"}));
}

TEST_F(FaultsTest, MistakesChangeNothing) {
    const Json before = site().state();
    for (const char* line :
         {R"({"kind":"kill","side":"C"})", R"({"kind":"kill","side":"B"})", R"({"kind":"kill","session":1})",
          R"({"kind":"cut","after":-1})", R"({"kind":"late","request":"NOTHING_REQ"})",
          R"({"kind":"late","seconds":-1})", R"({"kind":"never","times":"two"})", R"({"kind":"old version"})",
          R"({"kind":"old version","newest":99})", R"({"kind":"out of service"})",
          R"({"kind":"out of service","instrument":"9999"})", R"({"kind":"logout"})",
          R"({"kind":"logout","agent":"9999"})", R"({"kind":"half-open","session":99})"}) {
        Json command = Json::parse(line);
        command["do"] = "fault";
        EXPECT_NE(site().control(command).value("error", ""), "") << line;
    }
    EXPECT_EQ(site().state(), before);
}

} // namespace

} // namespace callwright::simulator
