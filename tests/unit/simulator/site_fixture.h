#pragma once

#include "app/simulator/control_commands.h"
#include "app/simulator/simulator.h"
#include "cil/clock/manual_clock.h"
#include "cil/transport/memory_transport.h"
#include "tests/support/cti_client.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <string>

namespace callwright::simulator {

using namespace Qt::StringLiterals;

/// A whole site in memory with a hand on its clock, its control port and any number of clients.
class Site {
public:
    explicit Site(std::uint64_t seed = 1, const SimulatorConfig& config = {})
        : m_network(clock, seed), m_transports(m_network.clients()), simulator(clock, config, seed),
          commands(simulator, &clock) {
        address = simulator.listen(m_network.makeListener(), {QStringLiteral("server"), 0}).value();
    }

    /// Lets side B listen, too.
    void addSideB() { addressB = simulator.listen(Side::B, m_network.makeListener(), {u"b"_s, 0}).value(); }

    std::unique_ptr<Client> connectClient(Side side = Side::A) {
        auto client = std::make_unique<Client>(*m_transports, side == Side::A ? address : addressB);
        clock.settle();
        return client;
    }
    /// A desktop's session at an instrument, opened.
    std::unique_ptr<Client> openClient(const std::string& agent, const std::string& instrument) {
        auto client = connectClient();
        const OpenFields fields = OpenFields()
                                      .with(Field::ClientID, "5000." + agent)
                                      .with(Field::AgentID, agent)
                                      .with(Field::AgentInstrument, instrument);
        EXPECT_EQ(refusalIn(ask(*client, fields.build())), "OPEN_CONF");
        return client;
    }
    std::vector<Received> ask(Client& client, const MessageBuilder& message) {
        client.send(message);
        clock.settle();
        return client.take();
    }
    nlohmann::json control(const nlohmann::json& request) {
        const auto answer = nlohmann::json::parse(commands.execute(request.dump()));
        clock.settle();
        return answer;
    }
    nlohmann::json state() { return control({{"do", "state"}}); }

    static MessageBuilder agentState(const std::string& agent, const std::string& instrument, std::uint32_t state) {
        return MessageBuilder(MessageType::SET_AGENT_STATE_REQ, 25)
            .set(Field::InvokeID, 20)
            .set(Field::PeripheralID, 5000)
            .set(Field::AgentState, state)
            .set(Field::AgentInstrument, instrument)
            .set(Field::AgentID, agent)
            .set(Field::AgentPassword, "");
    }

    ManualClock clock;

private:
    MemoryNetwork m_network;
    std::unique_ptr<TransportFactory> m_transports;

public:
    Simulator simulator;
    ControlCommands commands;
    Endpoint address;
    Endpoint addressB;
};

} // namespace callwright::simulator
