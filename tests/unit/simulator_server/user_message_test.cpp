#include "tests/unit/simulator_server/server_fixture.h"

namespace callwright::simulator {

namespace {

/// 1001 and 1002 are in team 1, which 1091 leads; 1003 is in team 2.
class UserMessages : public ServerTest {
protected:
    void SetUp() override {
        ServerTest::SetUp();
        behind.agents = {{"1001", "5101", "3101", 5001, 2, false, 1},
                         {"1002", "5102", "3102", 5002, 2, false, 1},
                         {"1003", "5103", "3103", 5003, 2, false, 2},
                         {"1091", "5191", "3191", 5091, 2, true, 1}};
        behind.leaders["1091"] = {1};
        sender = open("1001");
        mate = open("1002");
        stranger = open("1003");
        supervisor = open("1091", services::CTI_SERVICE_SUPERVISOR);
    }
    std::unique_ptr<Client> open(const std::string& agent, std::uint32_t more = 0) {
        return openClient(OpenFields()
                              .with(Field::ServicesRequested, services::CTI_SERVICE_CLIENT_EVENTS | more)
                              .with(Field::CallMsgMask, 0U)
                              .with(Field::ClientID, "5000." + agent)
                              .with(Field::AgentInstrument, "31" + agent.substr(2)));
    }
    static MessageBuilder message(std::uint32_t distribution, Version version = protocol::newestVersion) {
        return request(MessageType::USER_MESSAGE_REQ, version)
            .set(Field::Distribution, distribution)
            .set(Field::Text, "Lunch?");
    }
    /// Who got a message: s(ender), m(ate), t(he stranger), v (supervisor).
    std::string takers() {
        clock.settle();
        std::string who;
        const std::pair<char, Client*> all[] = {
            {'s', sender.get()}, {'m', mate.get()}, {'t', stranger.get()}, {'v', supervisor.get()}};
        for (const auto& [name, client] : all) {
            for (const Received& got : client->take()) {
                EXPECT_EQ(got.name(), "USER_MESSAGE_EVENT");
                EXPECT_EQ(got->text(Field::Text), "Lunch?");
                who += name;
            }
        }
        return who;
    }

    std::unique_ptr<Client> sender;
    std::unique_ptr<Client> mate;
    std::unique_ptr<Client> stranger;
    std::unique_ptr<Client> supervisor;
};

TEST_F(UserMessages, GoToOneClient) {
    EXPECT_EQ(refusalIn(ask(*sender, message(0).set(Field::ClientID, "5000.1002"))), "USER_MESSAGE_CONF");
    const auto got = mate->take();
    ASSERT_EQ(got.size(), 1U);
    EXPECT_EQ(got[0]->text(Field::ClientID), "5000.1001");
    EXPECT_EQ(got[0]->number(Field::Distribution), 0U);
    EXPECT_EQ(takers(), "");
}

TEST_F(UserMessages, GoToTheSupervisorTheTeamOrEverybody) {
    const std::pair<std::uint32_t, const char*> expected[] = {{1, "v"}, {2, "mv"}, {3, "mtv"}};
    for (const auto& [distribution, who] : expected) {
        EXPECT_EQ(refusalIn(ask(*sender, message(distribution))), "USER_MESSAGE_CONF");
        EXPECT_EQ(takers(), who);
        EXPECT_EQ(refusalIn(ask(*sender, message(distribution).set(Field::PeripheralID, 0xFFFFFFFF))),
                  "USER_MESSAGE_CONF");
        EXPECT_EQ(takers(), who);
    }
}

TEST_F(UserMessages, AreTheSameAtEveryVersion) {
    for (const Version version : versionsWith(MessageType::USER_MESSAGE_REQ)) {
        const auto client = openClient(bridge(services::CTI_SERVICE_ALL_EVENTS, "bridge", version));
        client->take();
        EXPECT_EQ(refusalIn(ask(*client, message(0, version).set(Field::ClientID, "5000.1002"))), "USER_MESSAGE_CONF");
        EXPECT_EQ(takers(), "m");
        EXPECT_EQ(refusalIn(ask(*sender, message(0).set(Field::ClientID, "bridge"))), "USER_MESSAGE_CONF");
        EXPECT_EQ(client->takeNames(), std::vector<std::string>{"USER_MESSAGE_EVENT"});
    }
}

TEST_F(UserMessages, OfBridgesNameTheAgentWhoseTeamIsMeant) {
    const auto client = openClient(bridge(services::CTI_SERVICE_ALL_EVENTS));
    client->take();
    EXPECT_EQ(refusalIn(ask(*client, message(1))), "E_CTI_REQUIRED_DATA_MISSING");
    EXPECT_EQ(refusalIn(ask(*client, message(2).set(Field::AgentID, "9999"))), "E_CTI_INVALID_AGENT_DATA");
    EXPECT_EQ(refusalIn(ask(*client, message(2).set(Field::AgentID, "1001").set(Field::PeripheralID, 0xFFFFFFFF))),
              "E_CTI_INVALID_PERIPHERAL_ID");
    EXPECT_EQ(refusalIn(ask(*client, message(2).set(Field::AgentExtension, "5101"))), "USER_MESSAGE_CONF");
    EXPECT_EQ(takers(), "smv");
}

TEST_F(UserMessages, AreRefusedWhenNobodyIsThereOrMeant) {
    EXPECT_EQ(refusalIn(ask(*sender, message(0))), "E_CTI_REQUIRED_DATA_MISSING");
    EXPECT_EQ(refusalIn(ask(*sender, message(0).set(Field::ClientID, "nobody"))), "E_CTI_CLIENT_NOT_FOUND");
    EXPECT_EQ(refusalIn(ask(*sender, message(4))), "E_CTI_INVALID_DISTRIBUTION_TYPE");
    EXPECT_EQ(refusalIn(ask(*stranger, message(1))), "E_CTI_SUPERVISOR_NOT_FOUND");
    EXPECT_EQ(refusalIn(ask(*sender, message(0).set(Field::PeripheralID, 5001))), "E_CTI_INVALID_PERIPHERAL_ID");
    behind.agents[0].teamId = 0;
    EXPECT_EQ(refusalIn(ask(*sender, message(2))), "E_CTI_TEAM_NOT_FOUND");
    EXPECT_EQ(refusalIn(ask(*sender, request(MessageType::USER_MESSAGE_REQ).set(Field::Distribution, 3))),
              "E_CTI_REQUIRED_DATA_MISSING");
    EXPECT_EQ(takers(), "");
}

TEST_F(UserMessages, AreAtMost255BytesLong) {
    const auto longest = [](std::size_t size) {
        return request(MessageType::USER_MESSAGE_REQ)
            .set(Field::Distribution, 3)
            .addRaw(7, std::as_bytes(std::span(std::string(size, 'x').data(), size)));
    };
    EXPECT_EQ(refusalIn(ask(*sender, longest(255))), "USER_MESSAGE_CONF");
    EXPECT_EQ(refusalIn(ask(*sender, longest(256))), "E_CTI_INVALID_FIELD_LENGTH");
}

} // namespace

} // namespace callwright::simulator
