#pragma once

#include "app/simulator/server/server.h"
#include "cil/clock/manual_clock.h"
#include "cil/transport/memory_transport.h"
#include "tests/support/cti_client.h"
#include "tests/unit/simulator_server/fake_switch.h"

#include <QByteArray>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace callwright::simulator {

class ServerTest : public testing::Test {
protected:
    void SetUp() override { start({}); }

    /// Begins again with another configuration.
    void start(const ServerConfig& config) {
        m_listener.reset();
        m_server.reset();
        m_server = std::make_unique<Server>(clock, behind, config, seed);
        m_listener = m_network.makeListener();
        QObject::connect(m_listener.get(), &Listener::accepted, m_server.get(),
                         [this](Transport* transport) { m_server->accept(transport); });
        m_address = m_listener->listen({QStringLiteral("server"), 0});
        ASSERT_NE(m_address.port, 0);
    }

    std::unique_ptr<Client> connectClient() {
        auto client = std::make_unique<Client>(*m_transports, m_address);
        clock.settle();
        return client;
    }
    /// What the server answers to one message.
    std::vector<Received> ask(Client& client, const MessageBuilder& message) {
        client.send(message);
        clock.settle();
        return client.take();
    }
    std::unique_ptr<Client> openClient(const OpenFields& fields = {}) {
        auto client = connectClient();
        client->version = fields.version;
        const auto answers = ask(*client, fields.build());
        EXPECT_FALSE(answers.empty());
        EXPECT_EQ(answers.empty() ? "" : answers.front().name(), "OPEN_CONF");
        return client;
    }
    Server& server() { return *m_server; }
    MemoryNetwork& network() { return m_network; }

    ManualClock clock;
    FakeSwitch behind;
    std::uint64_t seed = 1;

private:
    MemoryNetwork m_network{clock, 1};
    std::unique_ptr<TransportFactory> m_transports = m_network.clients();
    std::unique_ptr<Server> m_server;
    std::unique_ptr<Listener> m_listener;
    Endpoint m_address;
};

} // namespace callwright::simulator
