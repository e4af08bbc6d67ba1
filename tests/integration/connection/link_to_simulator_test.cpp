#include "app/simulator/acd/acd.h"
#include "app/simulator/server/server.h"
#include "cil/clock/manual_clock.h"
#include "cil/connection/link.h"
#include "cil/connection/open_roles.h"
#include "cil/transport/memory_transport.h"
#include "tests/support/link_probe.h"

#include <gtest/gtest.h>

#include <memory>

namespace callwright {
namespace {

using namespace protocol;
using namespace std::chrono_literals;
using testing::LinkProbe;

/// The link against a CTI Server that forgives nothing, at one version.
struct LinkToSimulatorTest : ::testing::TestWithParam<Version> {
    LinkToSimulatorTest() {
        config.newestVersion = GetParam();
        server = std::make_unique<simulator::Server>(clock, acd, config, 5);
        QObject::connect(listener.get(), &Listener::accepted, server.get(), &simulator::Server::accept);
        options.sides = {listener->listen({QStringLiteral("ctisrv"), 42027})};
    }

    OpenParameters agent(const QString& id, const QString& instrument, Role role = Role::Agent) const {
        OpenParameters parameters = openParametersFor(role, 5000, id);
        parameters.agentInstrument = instrument;
        parameters.clientSignature = QStringLiteral("Callwright");
        return parameters;
    }
    void open(const OpenParameters& parameters) {
        link.open(options, parameters);
        clock.settle();
    }
    std::uint32_t lastStatus() const { return probe.failures.empty() ? 0 : probe.failures.back().status; }
    static std::uint32_t number(StatusCode code) { return static_cast<std::uint32_t>(code); }

    ManualClock clock;
    MemoryNetwork network{clock, 1};
    std::unique_ptr<TransportFactory> transports = network.clients();
    std::unique_ptr<Listener> listener = network.makeListener();
    simulator::Acd acd{clock, simulator::defaultConfig(), 1};
    simulator::ServerConfig config;
    std::unique_ptr<simulator::Server> server;
    LinkOptions options;
    Link link{clock, *transports, 1};
    LinkProbe probe{link};
};

TEST_P(LinkToSimulatorTest, AnAgentAndASupervisorOpenWithWhatTheirRoleAsksFor) {
    open(agent(QStringLiteral("1001"), QStringLiteral("3101")));
    ASSERT_EQ(link.state(), LinkState::Open) << lastStatus();
    EXPECT_EQ(link.version(), GetParam());
    EXPECT_EQ(link.servicesGranted(), masksFor(Role::Agent).services);

    Link second(clock, *transports, 2);
    second.open(options, agent(QStringLiteral("1091"), QStringLiteral("3191"), Role::Supervisor));
    clock.settle();
    EXPECT_EQ(second.state(), LinkState::Open);
    EXPECT_EQ(second.servicesGranted(), masksFor(Role::Supervisor).services);
    EXPECT_EQ(server->sessionCount(), 2u);
}

TEST_P(LinkToSimulatorTest, StaysOpenForADayByItsHeartbeats) {
    open(agent(QStringLiteral("1001"), QStringLiteral("3101")));
    clock.advance(24h);
    EXPECT_EQ(link.state(), LinkState::Open);
    EXPECT_TRUE(probe.failures.empty());
    EXPECT_EQ(probe.count("heartbeat"), 960u);
}

TEST_P(LinkToSimulatorTest, RequestsAreConfirmedOrRefusedByTheGuidesCodes) {
    open(agent(QStringLiteral("1001"), QStringLiteral("3101")));
    for (const std::uint32_t peripheral : {5000u, 1u}) {
        auto query = link.message(MessageType::QUERY_AGENT_STATE_REQ);
        query.set(Field::PeripheralID, peripheral).set(Field::MRDID, 1).set(Field::AgentID, "1001");
        ASSERT_TRUE(link.request(query, probe.keep()));
    }
    clock.advance(1s);
    ASSERT_EQ(probe.replies.size(), 2u);
    EXPECT_EQ(probe.replies[0].outcome, Reply::Outcome::Confirmed);
    EXPECT_EQ(probe.replies[1].outcome, Reply::Outcome::Failure);
    EXPECT_EQ(probe.replies[1].code, number(StatusCode::E_CTI_INVALID_PERIPHERAL_ID));
    EXPECT_TRUE(probe.malformed.empty());
}

TEST_P(LinkToSimulatorTest, TheSamePersonElsewhereEvictsThisOne) {
    open(agent(QStringLiteral("1001"), QStringLiteral("3101")));
    Link elsewhere(clock, *transports, 2);
    elsewhere.open(options, agent(QStringLiteral("1001"), QStringLiteral("3101")));
    clock.advance(1h);
    EXPECT_EQ(elsewhere.state(), LinkState::Open);
    EXPECT_EQ(link.state(), LinkState::Closed);
    EXPECT_EQ(lastStatus(), number(StatusCode::E_CTI_NEW_SESSION_OPENED));
    EXPECT_EQ(server->sessionCount(), 1u);
}

TEST_P(LinkToSimulatorTest, AnInstrumentInUseIsRefusedForGood) {
    open(agent(QStringLiteral("1001"), QStringLiteral("3101")));
    Link rival(clock, *transports, 2);
    LinkProbe rivalProbe(rival);
    rival.open(options, agent(QStringLiteral("1002"), QStringLiteral("3101")));
    clock.advance(1h);
    EXPECT_EQ(rival.state(), LinkState::Closed);
    ASSERT_FALSE(rivalProbe.failures.empty());
    EXPECT_EQ(rivalProbe.failures.back().reason, LinkFailure::Reason::Refused);
    EXPECT_NE(rivalProbe.failures.back().status, 0u);
    EXPECT_EQ(link.state(), LinkState::Open);
}

TEST_P(LinkToSimulatorTest, WaitsForAServerThatIsOffLine) {
    open(agent(QStringLiteral("1001"), QStringLiteral("3101")));
    clock.advance(1min);
    server->setOffline(true);
    clock.advance(30s);
    EXPECT_NE(link.state(), LinkState::Open);
    server->setOffline(false);
    clock.advance(2min);
    EXPECT_EQ(link.state(), LinkState::Open);
}

TEST_P(LinkToSimulatorTest, AStalledServerIsLeftAfterThreeHeartbeats) {
    open(agent(QStringLiteral("1001"), QStringLiteral("3101")));
    server->setStalled(true, {});
    clock.advance(6min);
    ASSERT_FALSE(probe.failures.empty());
    EXPECT_EQ(probe.failures.front().reason, LinkFailure::Reason::MissedHeartbeats);
}

TEST_P(LinkToSimulatorTest, ClosesInOrder) {
    open(agent(QStringLiteral("1001"), QStringLiteral("3101")));
    link.close();
    clock.settle();
    EXPECT_TRUE(probe.said("closed"));
    EXPECT_TRUE(probe.failures.empty());
    EXPECT_EQ(server->sessionCount(), 0u);
}

INSTANTIATE_TEST_SUITE_P(Versions, LinkToSimulatorTest, ::testing::Range(oldestVersion, newestVersion + 1));

} // namespace
} // namespace callwright
