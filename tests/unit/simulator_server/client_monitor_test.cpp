#include "tests/unit/simulator_server/server_fixture.h"

namespace callwright::simulator {

namespace {

class ClientMonitor : public ServerTest {
protected:
    void SetUp() override {
        ServerTest::SetUp();
        watcher = openClient(bridge(services::CTI_SERVICE_CLIENT_MONITOR, "watcher"));
    }
    std::uint32_t sessionOf(const std::string& clientId) const {
        for (const auto& session : server().state()) {
            if (session.value("ClientID", "") == clientId) {
                return session.at("SessionID").get<std::uint32_t>();
            }
        }
        return 0;
    }
    const Server& server() const { return const_cast<ClientMonitor*>(this)->ServerTest::server(); }
    static MessageBuilder watch(std::uint32_t session, Version version = protocol::newestVersion) {
        return request(MessageType::SESSION_MONITOR_START_REQ, version).set(Field::SessionID, session);
    }
    static MessageBuilder stop(std::uint32_t monitor) {
        return request(MessageType::SESSION_MONITOR_STOP_REQ).set(Field::MonitorID, monitor);
    }
    static SwitchEvent held() { return {MessageType::CALL_HELD_EVENT, "3101", {{Field::ConnectionDeviceID, "L1"}}}; }

    std::unique_ptr<Client> watcher;
};

TEST_F(ClientMonitor, IsToldOfSessionsThatOpen) {
    const auto client = openClient(OpenFields().with(Field::ClientSignature, "desk 7").with(Field::AgentID, "1001"));
    const auto told = watcher->take();
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].name(), "CLIENT_SESSION_OPENED_EVENT");
    EXPECT_EQ(told[0]->number(Field::SessionID), sessionOf("5000.1001"));
    EXPECT_EQ(told[0]->number(Field::PeripheralID), 5000U);
    EXPECT_EQ(told[0]->number(Field::ServicesGranted), 7U);
    EXPECT_EQ(told[0]->number(Field::CallMsgMask), 0x00FFFFFFU);
    EXPECT_EQ(told[0]->number(Field::AgentStateMask), 0x3FFFU);
    EXPECT_EQ(told[0]->text(Field::ClientID), "5000.1001");
    EXPECT_EQ(told[0]->text(Field::ClientSignature), "desk 7");
    EXPECT_EQ(told[0]->text(Field::AgentID), "1001");
    EXPECT_EQ(told[0]->text(Field::AgentInstrument), "3101");
    EXPECT_TRUE(told[0]->has(Field::ClientAddress));
}

TEST_F(ClientMonitor, IsToldOfThoseThatAreOpenAlready) {
    const auto client = openClient();
    const auto second = connectClient();
    const auto answers = ask(*second, bridge(services::CTI_SERVICE_CLIENT_MONITOR, "second").build());
    std::vector<std::string> clients;
    for (const Received& answer : answers) {
        if (answer.name() == "CLIENT_SESSION_OPENED_EVENT") {
            clients.emplace_back(answer->text(Field::ClientID).value_or(""));
        }
    }
    EXPECT_EQ(clients, (std::vector<std::string>{"watcher", "5000.1001"}));
    EXPECT_EQ(answers[0].name(), "OPEN_CONF");
}

TEST_F(ClientMonitor, IsToldHowSessionsEnd) {
    const auto ends = [this](const std::function<void(Client&)>& end) {
        const auto client = openClient();
        watcher->take();
        end(*client);
        clock.settle();
        const auto told = watcher->take();
        EXPECT_EQ(told.size(), 1U);
        return told.size() == 1 && told[0].type() == MessageType::CLIENT_SESSION_CLOSED_EVENT
                   ? std::string(protocol::statusCodeName(told[0]->number(Field::Status, 99)))
                   : "?";
    };
    EXPECT_EQ(ends([](Client& client) { client.send(request(MessageType::CLOSE_REQ)); }), "E_CTI_NO_ERROR");
    EXPECT_EQ(ends([](Client& client) { client.close(); }), "E_CTI_CLIENT_DISCONNECTED");
    EXPECT_EQ(ends([](Client& client) {
                  const std::byte garbage[] = {std::byte{0xFF}, std::byte{0xFF}, std::byte{0xFF}, std::byte{0xFF},
                                               std::byte{0},    std::byte{0},    std::byte{0},    std::byte{5}};
                  client.sendBytes(garbage);
              }),
              "E_CTI_INVALID_MESSAGE_LENGTH");
}

TEST_F(ClientMonitor, IsAServiceOfItsOwn) {
    const auto other = openClient(bridge(services::CTI_SERVICE_ALL_EVENTS));
    other->take();
    const auto client = openClient();
    EXPECT_TRUE(other->take().empty());
    EXPECT_EQ(refusalIn(ask(*other, watch(sessionOf("5000.1001")))), "E_CTI_FUNCTION_NOT_AVAILABLE");
    EXPECT_EQ(refusalIn(ask(*other, stop(1))), "E_CTI_FUNCTION_NOT_AVAILABLE");
}

TEST_F(ClientMonitor, CopiesTheEventsOfASession) {
    for (const Version version : versionsWith(MessageType::SESSION_MONITOR_START_REQ)) {
        watcher = openClient(bridge(services::CTI_SERVICE_CLIENT_MONITOR, "watcher", version));
        const auto client = openClient();
        watcher->take();
        const auto started = ask(*watcher, watch(sessionOf("5000.1001"), version));
        ASSERT_EQ(refusalIn(started), "SESSION_MONITOR_START_CONF") << version;
        const auto monitor = started[0]->number(Field::MonitorID, 0);
        behind.emitEvent(held());
        SwitchEvent elsewhere = held();
        elsewhere.instrument = "3102";
        behind.emitEvent(elsewhere);
        clock.settle();
        EXPECT_EQ(client->take().size(), 1U);
        const auto copies = watcher->take();
        ASSERT_EQ(copies.size(), 1U);
        EXPECT_EQ(copies[0].name(), "CALL_HELD_EVENT");
        EXPECT_EQ(copies[0]->number(Field::MonitorID), monitor);
    }
}

TEST_F(ClientMonitor, StopsAndEndsWithTheSession) {
    const auto client = openClient();
    watcher->take();
    const auto monitor = ask(*watcher, watch(sessionOf("5000.1001"))).at(0)->number(Field::MonitorID, 0);
    EXPECT_EQ(refusalIn(ask(*watcher, watch(sessionOf("5000.1001")))), "E_CTI_SESSION_MONITOR_ALREADY_EXISTS");
    EXPECT_EQ(refusalIn(ask(*watcher, stop(monitor))), "SESSION_MONITOR_STOP_CONF");
    EXPECT_EQ(refusalIn(ask(*watcher, stop(monitor))), "E_CTI_INVALID_MONITORID");
    behind.emitEvent(held());
    clock.settle();
    EXPECT_TRUE(watcher->take().empty());
    const auto again = ask(*watcher, watch(sessionOf("5000.1001"))).at(0)->number(Field::MonitorID, 0);
    client->close();
    clock.settle();
    watcher->take();
    EXPECT_EQ(refusalIn(ask(*watcher, stop(again))), "E_CTI_MONITOR_TERMINATED");
}

TEST_F(ClientMonitor, OfItselfOrNobodyIsRefused) {
    EXPECT_EQ(refusalIn(ask(*watcher, watch(sessionOf("watcher")))), "E_CTI_SESSION_MONITOR_IS_CLIENTS");
    EXPECT_EQ(refusalIn(ask(*watcher, watch(4711))), "E_CTI_CLIENT_NOT_FOUND");
    EXPECT_EQ(refusalIn(ask(*watcher, stop(4711))), "E_CTI_INVALID_MONITORID");
}

} // namespace

} // namespace callwright::simulator
