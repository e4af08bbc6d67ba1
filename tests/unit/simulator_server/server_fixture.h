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

/// A request that nothing speaks against, for a client at instrument 3101, as far as the fields that all have.
inline MessageBuilder request(MessageType type, Version version = protocol::newestVersion) {
    MessageBuilder builder(type, version);
    builder.set(Field::InvokeID, 77);
    if (protocol::findMessage(static_cast<std::uint32_t>(type))->findFixed(Field::PeripheralID, version) != nullptr) {
        builder.set(Field::PeripheralID, 5000);
    }
    return builder;
}

/// A client without a device, for these services.
inline OpenFields bridge(std::uint32_t wanted, const std::string& clientId = "bridge",
                         Version version = protocol::newestVersion) {
    OpenFields fields;
    fields.version = version;
    fields.with(Field::ServicesRequested, wanted).with(Field::PeripheralID, 0xFFFFFFFF).with(Field::ClientID, clientId);
    fields.with(Field::CallMsgMask, version < 15 ? 0x007FFFFF : 0x00FFFFFF).without(Field::AgentInstrument);
    return fields;
}

/// The versions at which layouts change, as far as the message is in them.
inline std::vector<Version> versionsWith(MessageType type) {
    const Version first = protocol::findMessage(static_cast<std::uint32_t>(type))->minVersion;
    std::vector<Version> versions;
    for (const Version version : {Version{13}, Version{19}, Version{20}, Version{24}, Version{25}}) {
        if (version >= first) {
            versions.push_back(version);
        }
    }
    if (versions.empty() || versions.front() != std::max(first, protocol::oldestVersion)) {
        versions.insert(versions.begin(), std::max(first, protocol::oldestVersion));
    }
    return versions;
}

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
