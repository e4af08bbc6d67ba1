#pragma once

#include "tests/integration/console/process.h"
#include "tests/support/wait.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>

#include <gtest/gtest.h>

#include <memory>

namespace callwright::testing {

/// The simulator's control port.
class Control {
public:
    explicit Control(const QString& address) {
        const qsizetype colon = address.lastIndexOf(u':');
        m_socket.connectToHost(address.left(colon), address.mid(colon + 1).toUShort());
    }

    QJsonObject ask(QJsonObject command) {
        command.insert(u"id", ++m_id);
        m_socket.write(QJsonDocument(command).toJson(QJsonDocument::Compact) + '\n');
        EXPECT_TRUE(waitUntil([this] { return m_socket.canReadLine(); }));
        return QJsonDocument::fromJson(m_socket.readLine()).object();
    }

private:
    QTcpSocket m_socket;
    int m_id = 0;
};

/// The console as a process, against the simulator as a process, over TCP.
class AgentProcess : public ::testing::Test {
protected:
    void SetUp() override {
        simulator = std::make_unique<Process>(QStringLiteral("callwright-sim"),
                                              QStringList{QStringLiteral("--a"), QStringLiteral("127.0.0.1:0"),
                                                          QStringLiteral("--control"), QStringLiteral("127.0.0.1:0")});
        const QJsonObject addresses =
            simulator->waitFor([](const QJsonObject& line) { return line.contains(u"control"); });
        ASSERT_FALSE(addresses.isEmpty()) << simulator->errors().toStdString();
        server = addresses.value(u"A").toString();
        control = std::make_unique<Control>(addresses.value(u"control").toString());
        console = std::make_unique<Process>(QStringLiteral("callwright-console"), options("1001", "3101"));
    }

    QStringList options(const char* agent, const char* instrument) const {
        return {QStringLiteral("agent"),        QStringLiteral("--a"),          server,
                QStringLiteral("--peripheral"), QStringLiteral("5000"),         QStringLiteral("--agent"),
                QString::fromLatin1(agent),     QStringLiteral("--instrument"), QString::fromLatin1(instrument)};
    }

    QJsonObject waitForState(int state) {
        return console->waitFor(
            [state](const QJsonObject& line) {
                return line.value(u"event") == QStringLiteral("OnAgentStateChange") &&
                       line.value(u"args").toObject().value(u"AgentState").toInt(-1) == state;
            },
            seen);
    }

    /// What came before does not count from here on.
    void forget() { seen = console->lines.size(); }

    QString server;
    std::size_t seen = 0;
    std::unique_ptr<Process> simulator;
    std::unique_ptr<Control> control;
    std::unique_ptr<Process> console;
};

} // namespace callwright::testing
