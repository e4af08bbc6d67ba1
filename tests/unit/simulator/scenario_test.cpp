#include "tests/unit/simulator/site_fixture.h"

#include <set>

namespace callwright::simulator {

namespace {

using Json = nlohmann::json;

constexpr std::uint32_t login = 0;
constexpr std::uint32_t logout = 1;
constexpr std::uint32_t notReady = 2;
constexpr std::uint32_t available = 3;
constexpr std::uint32_t talking = 4;

Json agentIn(const Json& state, const std::string& id) {
    for (const Json& agent : state.at("agents")) {
        if (agent.at("AgentID") == id) {
            return agent;
        }
    }
    return {};
}

/// The names of what came.
std::string transcript(const std::vector<Received>& messages) {
    std::string text;
    for (const Received& message : messages) {
        text += message.name() + ' ';
    }
    return text;
}

/// The whole inbound call as a desktop sees it; what it got is written down.
std::string playInboundCall(Site& site, Client& client) {
    std::string log;
    const auto note = [&](const std::vector<Received>& messages) { log += transcript(messages) + '\n'; };
    note(site.ask(client, Site::agentState("1001", "3101", login)));
    note(site.ask(client, Site::agentState("1001", "3101", available)));
    EXPECT_EQ(agentIn(site.state(), "1001").at("AgentState"), available);

    site.control({{"do", "call"}, {"to", "Billing"}, {"ani", "4155550134"}, {"variables", {{"CallVariable1", "88"}}}});
    const auto ringing = client.take();
    std::string connection;
    std::uint32_t call = 0;
    for (const Received& message : ringing) {
        if (message.type() == MessageType::CALL_DELIVERED_EVENT) {
            connection = message->text(Field::ConnectionDeviceID).value();
            call = message->number(Field::ConnectionCallID).value();
        }
        if (message.type() == MessageType::BEGIN_CALL_EVENT) {
            EXPECT_EQ(message->text(Field::CallVariable1), "88");
            EXPECT_EQ(message->text(Field::ANI), "4155550134");
        }
    }
    log += transcript(ringing) + '\n';
    EXPECT_EQ(call, 16777217U);
    note(site.ask(client, MessageBuilder(MessageType::ANSWER_CALL_REQ, 25)
                              .set(Field::InvokeID, 21)
                              .set(Field::PeripheralID, 5000)
                              .set(Field::ConnectionCallID, call)
                              .set(Field::ConnectionDeviceIDType, 1)
                              .set(Field::ConnectionDeviceID, connection)
                              .set(Field::AgentInstrument, "3101")));
    EXPECT_EQ(agentIn(site.state(), "1001").at("AgentState"), talking);
    site.control({{"do", "hangup"}, {"call", call}});
    note(client.take());
    EXPECT_TRUE(site.state().at("calls").empty());
    note(site.ask(client, Site::agentState("1001", "3101", notReady)));
    note(site.ask(client, Site::agentState("1001", "3101", logout)));
    EXPECT_EQ(agentIn(site.state(), "1001").at("AgentState"), logout);
    return log;
}

TEST(Scenario, AnAgentTakesACallAndSignsOut) {
    Site site;
    const auto client = site.openClient("1001", "3101");
    const std::string log = playInboundCall(site, *client);
    for (const char* expected :
         {"SET_AGENT_STATE_CONF", "AGENT_STATE_EVENT", "BEGIN_CALL_EVENT", "CALL_DELIVERED_EVENT", "ANSWER_CALL_CONF",
          "CALL_ESTABLISHED_EVENT", "RTP_STARTED_EVENT", "CALL_CONNECTION_CLEARED_EVENT", "END_CALL_EVENT"}) {
        EXPECT_NE(log.find(expected), std::string::npos) << expected << "\n" << log;
    }
    EXPECT_EQ(log.find("FAILURE"), std::string::npos) << log;
}

TEST(Scenario, TheSameSeedPlaysTheSame) {
    std::set<std::string> logs;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        Site first(seed);
        Site second(seed);
        const auto one = first.openClient("1001", "3101");
        const auto two = second.openClient("1001", "3101");
        const std::string log = playInboundCall(first, *one);
        EXPECT_EQ(log, playInboundCall(second, *two));
        logs.insert(log);
    }
    EXPECT_GT(logs.size(), 3U) << "the order of events should vary from seed to seed";
}

TEST(Scenario, TheUsualOrderCanBeAskedFor) {
    SimulatorConfig config;
    config.acd.variesEventOrder = false;
    std::set<std::string> logs;
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        Site site(seed, config);
        const auto client = site.openClient("1001", "3101");
        logs.insert(playInboundCall(site, *client));
    }
    EXPECT_EQ(logs.size(), 1U);
}

TEST(Scenario, ANewSessionLearnsOfTheCallAtItsDevice) {
    Site site;
    auto client = site.openClient("1001", "3101");
    site.ask(*client, Site::agentState("1001", "3101", login));
    site.ask(*client, Site::agentState("1001", "3101", available));
    site.control({{"do", "call"}, {"to", "Billing"}});
    site.control({{"do", "fault"}, {"kind", "drop"}});
    EXPECT_TRUE(client->isClosed());
    client = site.connectClient();
    const auto answers =
        site.ask(*client, OpenFields().with(Field::ClientID, "5000.1001").with(Field::AgentID, "1001").build());
    ASSERT_EQ(answers.size(), 2U);
    EXPECT_EQ(answers[0]->text(Field::AgentID), "1001");
    EXPECT_EQ(answers[1].name(), "BEGIN_CALL_EVENT");
    EXPECT_EQ(answers[1]->number(Field::ConnectionCallID), 16777217U);
}

TEST(Scenario, WhatTheSwitchDoesNotDoIsRefusedAndNotIgnored) {
    Site site;
    const auto client = site.openClient("1001", "3101");
    const auto answers = site.ask(*client, MessageBuilder(MessageType::SEND_DTMF_SIGNAL_REQ, 25)
                                               .set(Field::InvokeID, 5)
                                               .set(Field::PeripheralID, 5000)
                                               .set(Field::ConnectionDeviceID, "x")
                                               .set(Field::DTMFString, "1"));
    EXPECT_EQ(refusalIn(answers), "CONTROL_FAILURE_CONF");
}

TEST(Scenario, PeopleCallByThemselvesInTheDemonstrationOnly) {
    SimulatorConfig config;
    Site quiet(1, config);
    quiet.clock.advance(std::chrono::minutes(5));
    EXPECT_TRUE(quiet.state().at("calls").empty());
    config.demo = true;
    Site busy(1, config);
    std::size_t most = 0;
    for (int minute = 0; minute < 5; ++minute) {
        busy.clock.advance(std::chrono::minutes(1));
        most = std::max(most, busy.state().at("calls").size());
    }
    EXPECT_GT(most, 0U);
}

} // namespace

} // namespace callwright::simulator
