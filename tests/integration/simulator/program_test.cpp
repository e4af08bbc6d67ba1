#include "cil/transport/tcp_transport.h"
#include "tests/support/cti_client.h"
#include "tests/support/wait.h"

#include <QProcess>
#include <QTemporaryFile>

#include <nlohmann/json.hpp>

#include <memory>

namespace callwright::simulator {

namespace {

using Json = nlohmann::json;
using testing::waitUntil;

Endpoint endpointOf(const Json& text) {
    const QString address = QString::fromStdString(text.get<std::string>());
    const qsizetype colon = address.lastIndexOf(u':');
    return {address.left(colon), static_cast<std::uint16_t>(address.mid(colon + 1).toUShort())};
}

/// A connection to the control port.
class Control {
public:
    explicit Control(const Endpoint& at) : m_transport(m_factory.create(nullptr, {})) {
        QObject::connect(m_transport.get(), &Transport::received, m_transport.get(),
                         [this](QByteArrayView bytes) { m_pending.append(bytes.data(), bytes.size()); });
        QObject::connect(m_transport.get(), &Transport::closed, m_transport.get(), [this] { m_isClosed = true; });
        m_transport->open(at);
        EXPECT_TRUE(waitUntil([this] { return m_transport->isOpen(); }));
    }
    void send(const QByteArray& bytes) { m_transport->send(bytes); }
    Json nextAnswer() {
        EXPECT_TRUE(waitUntil([this] { return m_pending.contains('\n') || m_isClosed; }));
        const qsizetype end = m_pending.indexOf('\n');
        const QByteArray line = m_pending.left(end);
        m_pending.remove(0, end + 1);
        return Json::parse(line.toStdString(), nullptr, false);
    }
    Json ask(const Json& request) {
        send(QByteArray::fromStdString(request.dump() + '\n'));
        return nextAnswer();
    }
    bool isClosed() const { return m_isClosed; }

private:
    TcpTransportFactory m_factory;
    std::unique_ptr<Transport> m_transport;
    QByteArray m_pending;
    bool m_isClosed = false;
};

class Program : public ::testing::Test {
protected:
    void start(const QStringList& options = {}) {
        m_process.start(QStringLiteral(CALLWRIGHT_PROGRAMS "/callwright-sim"),
                        QStringList{QStringLiteral("--a"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--control"),
                                    QStringLiteral("127.0.0.1:0")} +
                            options);
        ASSERT_TRUE(waitUntil([this] { return m_process.canReadLine() || hasEnded(); }));
        m_firstLine = Json::parse(m_process.readLine().toStdString(), nullptr, false);
        ASSERT_TRUE(m_firstLine.is_object());
        m_control = std::make_unique<Control>(endpointOf(m_firstLine.at("control")));
    }
    /// Runs it to its end, for options that make it end at once.
    int exitStatusOf(const QStringList& options) {
        m_process.start(QStringLiteral(CALLWRIGHT_PROGRAMS "/callwright-sim"), options);
        EXPECT_TRUE(waitUntil([this] { return hasEnded(); }));
        return m_process.exitCode();
    }
    void TearDown() override {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.kill();
            EXPECT_TRUE(waitUntil([this] { return hasEnded(); }));
        }
    }

    std::unique_ptr<Client> connectClient(const char* side = "A") {
        return std::make_unique<Client>(m_factory, endpointOf(m_firstLine.at(side)));
    }
    /// Waits until so many messages came.
    std::vector<Received> messages(Client& client, std::size_t count) {
        std::vector<Received> all;
        EXPECT_TRUE(waitUntil([&] {
            for (Received& message : client.take()) {
                all.push_back(std::move(message));
            }
            return all.size() >= count || client.isClosed();
        }));
        return all;
    }
    std::vector<Received> ask(Client& client, const MessageBuilder& message, std::size_t answers = 1) {
        EXPECT_TRUE(waitUntil([&] { return client.isConnected() || client.isClosed(); }));
        client.send(message);
        return messages(client, answers);
    }
    bool hasEnded() const { return m_process.state() == QProcess::NotRunning; }

    QProcess m_process;
    Json m_firstLine;
    std::unique_ptr<Control> m_control;

private:
    TcpTransportFactory m_factory;
};

TEST_F(Program, FirstLineSaysWhereItListens) {
    start();
    EXPECT_EQ(m_firstLine.size(), 2U);
    EXPECT_NE(endpointOf(m_firstLine.at("A")).port, 0);
    EXPECT_NE(endpointOf(m_firstLine.at("control")).port, 0);
}

TEST_F(Program, SecondSideTakesOverWhenTheFirstIsKilled) {
    start({QStringLiteral("--b"), QStringLiteral("127.0.0.1:0")});
    const auto active = connectClient();
    OpenFields fields;
    fields.with(Field::ServicesRequested, services::CTI_SERVICE_CLIENT_EVENTS | services::CTI_SERVICE_ACTIVE_STANDBY);
    EXPECT_EQ(refusalIn(ask(*active, fields.build())), "OPEN_CONF");
    const auto standby = connectClient("B");
    EXPECT_EQ(refusalIn(ask(*standby, fields.build())), "OPEN_CONF");
    EXPECT_TRUE(m_control->ask({{"do", "fault"}, {"kind", "kill"}, {"side", "A"}}).at("ok").get<bool>());
    EXPECT_TRUE(waitUntil([&] { return active->isClosed(); }));
    EXPECT_EQ(refusalIn(messages(*standby, 1)), "STANDBY_ACTIVE_EVENT_MSG");
    EXPECT_TRUE(m_control->ask({{"do", "heal"}}).at("ok").get<bool>());
    EXPECT_EQ(refusalIn(ask(*connectClient(), OpenFields().build())), "E_CTI_INVALID_CLIENT_FOR_STANDBY");
}

TEST_F(Program, OpensSessionsAtEveryVersion) {
    start();
    for (Version version = protocol::oldestVersion; version <= protocol::newestVersion; ++version) {
        OpenFields fields;
        fields.version = version;
        const auto client = connectClient();
        client->version = version;
        EXPECT_EQ(refusalIn(ask(*client, fields.build())), "OPEN_CONF") << version;
    }
    const auto client = connectClient();
    EXPECT_EQ(refusalIn(ask(*client, OpenFields().with(Field::VersionNumber, 26).build())), "E_CTI_INVALID_VERSION");
}

TEST_F(Program, PlaysACallOnTheManualClock) {
    start({QStringLiteral("--clock"), QStringLiteral("manual")});
    const auto client = connectClient();
    EXPECT_EQ(refusalIn(ask(*client, OpenFields().with(Field::AgentID, "1001").build())), "OPEN_CONF");
    for (const std::uint32_t state : {0U, 3U}) {
        ask(*client,
            MessageBuilder(MessageType::SET_AGENT_STATE_REQ, 25)
                .set(Field::PeripheralID, 5000)
                .set(Field::AgentState, state)
                .set(Field::AgentInstrument, "3101")
                .set(Field::AgentID, "1001")
                .set(Field::AgentPassword, ""),
            2);
    }
    const Json called = m_control->ask({{"id", 1}, {"do", "call"}, {"to", "Billing"}});
    EXPECT_EQ(called.at("call"), 16777217);
    bool rings = false;
    EXPECT_TRUE(waitUntil([&] {
        for (const Received& message : client->take()) {
            rings = rings || message.type() == MessageType::CALL_DELIVERED_EVENT;
        }
        return rings;
    }));
    const Json ringing = m_control->ask({{"id", 2}, {"do", "state"}});
    EXPECT_EQ(ringing.at("calls").size(), 1U);
    EXPECT_TRUE(m_control->ask({{"id", 3}, {"do", "advance"}, {"seconds", 20}}).at("ok").get<bool>()); // rings in vain
    const Json after = m_control->ask({{"id", 4}, {"do", "state"}});
    EXPECT_EQ(after.at("agents")[0].at("AgentState"), 2); // Not Ready after an unanswered call
}

TEST_F(Program, AdvanceIsRefusedOnRealTime) {
    start();
    EXPECT_FALSE(m_control->ask({{"do", "advance"}, {"seconds", 1}}).at("ok").get<bool>());
}

TEST_F(Program, ControlPortSurvivesHostileInput) {
    start();
    m_control->send("\xFF\xFE\r\n\n{\"id\":3,");
    EXPECT_FALSE(m_control->nextAnswer().at("ok").get<bool>());
    m_control->send("\"do\":\"state\"}\r\n");
    EXPECT_EQ(m_control->nextAnswer().at("id"), 3);
    m_control->send(QByteArray(70000, '['));
    EXPECT_FALSE(m_control->nextAnswer().at("ok").get<bool>());
    EXPECT_TRUE(waitUntil([this] { return m_control->isClosed(); }));
    Control another(endpointOf(m_firstLine.at("control")));
    EXPECT_TRUE(another.ask({{"do", "state"}}).at("ok").get<bool>());
}

TEST_F(Program, FaultsReachTheSocket) {
    start();
    const auto client = connectClient();
    EXPECT_EQ(refusalIn(ask(*client, OpenFields().build())), "OPEN_CONF");
    EXPECT_TRUE(m_control->ask({{"do", "fault"}, {"kind", "refuse"}}).at("ok").get<bool>());
    const auto refused = connectClient();
    EXPECT_TRUE(waitUntil([&] { return refused->isClosed(); }));
    EXPECT_TRUE(m_control->ask({{"do", "fault"}, {"kind", "drop"}}).at("ok").get<bool>());
    EXPECT_TRUE(waitUntil([&] { return client->isClosed(); }));
    EXPECT_TRUE(m_control->ask({{"do", "heal"}}).at("ok").get<bool>());
    const auto again = connectClient();
    EXPECT_EQ(refusalIn(ask(*again, OpenFields().build())), "OPEN_CONF");
}

TEST_F(Program, TakesItsSiteFromAFile) {
    QTemporaryFile file;
    ASSERT_TRUE(file.open());
    file.write(R"({"server":{"newestVersion":20,"clients":{"5000.1001":"secret"}},"acd":{"peripheral":5000}})");
    file.close();
    start({QStringLiteral("--config"), file.fileName()});
    const auto client = connectClient();
    EXPECT_EQ(refusalIn(ask(*client, OpenFields().build())), "E_CTI_INVALID_VERSION");
    OpenFields fields;
    fields.version = 20;
    client->version = 20;
    EXPECT_EQ(refusalIn(ask(*client, fields.build())), "E_CTI_INVALID_PASSWORD");
    EXPECT_EQ(refusalIn(ask(*client, fields.with(Field::ClientPassword, "secret").build())), "OPEN_CONF");
}

TEST_F(Program, EndsWithAStatusWhenItCannotRun) {
    start();
    QProcess second;
    second.start(QStringLiteral(CALLWRIGHT_PROGRAMS "/callwright-sim"),
                 {QStringLiteral("--a"), QString::fromStdString(m_firstLine.at("A").get<std::string>())});
    EXPECT_TRUE(waitUntil([&] { return second.state() == QProcess::NotRunning; }));
    EXPECT_EQ(second.exitCode(), 1);
    EXPECT_FALSE(second.readAllStandardError().isEmpty());
    EXPECT_TRUE(second.readAllStandardOutput().isEmpty());
}

TEST_F(Program, RefusesWrongOptionsAndFiles) {
    EXPECT_EQ(exitStatusOf({QStringLiteral("--clock"), QStringLiteral("sand")}), 2);
    EXPECT_EQ(exitStatusOf({QStringLiteral("--config"), QStringLiteral("/nowhere/site.json")}), 2);
}

TEST_F(Program, HelpGoesToStandardOutput) {
    EXPECT_EQ(exitStatusOf({QStringLiteral("--help")}), 0);
    EXPECT_TRUE(m_process.readAllStandardOutput().contains("CONTROL PORT"));
}

} // namespace

} // namespace callwright::simulator
