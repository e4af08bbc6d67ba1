#include "tests/integration/console/agent_process_fixture.h"

#include <QFile>
#include <QTemporaryDir>

namespace callwright::testing {

using namespace Qt::StringLiterals;
namespace {

TEST_F(AgentProcess, TakesACallFromSigningInToSigningOut) {
    ASSERT_FALSE(console->waitForEvent("OnSetAgentModeEvent").isEmpty()) << console->errors().toStdString();
    const QJsonObject login = console->ask(QStringLiteral("login"));
    EXPECT_EQ(login.value(u"result"), u"CIL_OK"_s);
    EXPECT_GT(login.value(u"invoke").toInt(), 0);
    ASSERT_FALSE(waitForState(2).isEmpty());
    console->ask(QStringLiteral("ready"));
    ASSERT_FALSE(waitForState(3).isEmpty());

    const QJsonObject call = control->ask({{u"do"_s, u"call"_s},
                                           {u"to"_s, u"Billing"_s},
                                           {u"ani"_s, u"4155550134"_s},
                                           {u"variables"_s, QJsonObject{{u"CallVariable1"_s, u"88-1204"_s}}}});
    ASSERT_TRUE(call.value(u"ok").toBool());
    const QJsonObject begin = console->waitForEvent("OnCallBegin");
    EXPECT_EQ(begin.value(u"interface"), u"ICallEvents"_s);
    EXPECT_EQ(begin.value(u"args").toObject().value(u"CallVariable1"), u"88-1204"_s);
    ASSERT_FALSE(console->waitForEvent("OnCallDelivered").isEmpty());
    EXPECT_EQ(console->ask(QStringLiteral("answer")).value(u"result"), u"CIL_OK"_s);
    ASSERT_FALSE(console->waitForEvent("OnCallEstablished").isEmpty());
    ASSERT_FALSE(waitForState(4).isEmpty());

    const QJsonObject dump = console->ask(QStringLiteral("dump"));
    const QJsonObject state = control->ask({{u"do"_s, u"state"_s}});
    const QJsonObject agent = state.value(u"agents").toArray().first().toObject();
    for (const char* key : {"AgentID", "AgentState", "AgentExtension", "AgentInstrument"}) {
        EXPECT_EQ(dump.value(u"agent").toObject().value(QLatin1StringView(key)), agent.value(QLatin1StringView(key)))
            << key;
    }
    const QJsonObject ours = dump.value(u"calls").toArray().first().toObject();
    const QJsonObject theirs = state.value(u"calls").toArray().first().toObject();
    for (const char* key : {"ConnectionCallID", "CallType", "ANI", "DNIS", "DialedNumber", "CallVariable1"})
        EXPECT_EQ(ours.value(QLatin1StringView(key)), theirs.value(QLatin1StringView(key))) << key;
    EXPECT_NE(dump.value(u"mask").toInteger() & 0x6, 0); // Release, Hold

    console->ask(QStringLiteral("release"));
    ASSERT_FALSE(console->waitForEvent("OnCallEnd").isEmpty());
    forget();
    console->ask(QStringLiteral("notready 3"));
    const QJsonObject notReady = waitForState(2);
    EXPECT_EQ(notReady.value(u"args").toObject().value(u"EventReasonCode").toInt(), 3);
    console->ask(QStringLiteral("logout 1"));
    ASSERT_FALSE(console->waitForEvent("OnPostLogout").isEmpty());
    console->write(QStringLiteral("quit"));
    EXPECT_TRUE(console->waitForEnd());
    EXPECT_EQ(console->exitCode(), 0);
    EXPECT_EQ(console->unreadable, 0);
    EXPECT_FALSE(console->waitForEvent("OnConnectionClosed").isEmpty());
}

TEST(ConsoleLog, HasWhatHappensAndIsRefusedWhereItCannotBeWritten) {
    const QTemporaryDir folder;
    const QString log = folder.filePath(u"console.log"_s);
    const QStringList server = u"agent --a 127.0.0.1:9 --agent 1001 --instrument 3101"_s.split(u' ');
    Process console(u"callwright-console"_s, server + QStringList{u"--log"_s, log});
    ASSERT_FALSE(console.waitForEvent("OnConnectionFailure").isEmpty()) << console.errors().toStdString();
    console.write(u"quit"_s);
    EXPECT_TRUE(console.waitForEnd());
    QFile file(log);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll().contains(" 00000004 callwright.connection: connect 127.0.0.1 9"));

    Process refused(u"callwright-console"_s, server + QStringList{u"--log"_s, folder.path()});
    EXPECT_TRUE(refused.waitForEnd());
    EXPECT_NE(refused.exitCode(), 0);
    EXPECT_TRUE(refused.errors().contains(u"log cannot be written"_s));
}

TEST_F(AgentProcess, NumbersItsEventsWithoutGaps) {
    ASSERT_FALSE(console->waitForEvent("OnSetAgentModeEvent").isEmpty());
    int expected = 0;
    for (const QJsonObject& line : console->lines) {
        if (line.contains(u"event")) {
            EXPECT_EQ(line.value(u"seq").toInt(), ++expected);
        }
    }
    EXPECT_GT(expected, 3);
}

TEST_F(AgentProcess, AnswersEveryBadLineWithWhatIsWrong) {
    ASSERT_FALSE(console->waitForEvent("OnSetAgentModeEvent").isEmpty());
    EXPECT_FALSE(console->ask(QStringLiteral("frobnicate")).value(u"error").toString().isEmpty());
    EXPECT_FALSE(console->ask(QStringLiteral("notready soon")).value(u"error").toString().isEmpty());
    EXPECT_FALSE(console->ask(QStringLiteral("make")).value(u"error").toString().isEmpty());
    EXPECT_FALSE(console->ask(QStringLiteral("login now please")).value(u"error").toString().isEmpty());
    const QJsonObject answer = console->ask(QStringLiteral("answer"));
    EXPECT_EQ(answer.value(u"result"), u"E_CTIOS_INVALID_CALL"_s);
    EXPECT_FALSE(answer.contains(u"invoke"));
    EXPECT_EQ(console->ask(QStringLiteral("ready")).value(u"result"), u"E_CTIOS_AGENT_NOT_LOGIN"_s);
    console->write(QString(70000, u'x'));
    EXPECT_FALSE(console
                     ->waitFor([](const QJsonObject& line) {
                         return line.contains(u"command") && line.value(u"command").isNull();
                     })
                     .isEmpty());
    EXPECT_EQ(console->ask(QStringLiteral("dump")).value(u"result"), u"CIL_OK"_s);
}

TEST_F(AgentProcess, WhatComesBeforeTheConnectionWaitsForIt) {
    EXPECT_EQ(console->ask(QStringLiteral("login")).value(u"result"), u"CIL_OK"_s);
    EXPECT_FALSE(waitForState(2).isEmpty());
}

TEST_F(AgentProcess, WhatComesBeforeAConnectionThatFailsIsAnsweredThen) {
    QStringList elsewhere = options("1002", "3102");
    elsewhere[elsewhere.indexOf(server)] = QStringLiteral("127.0.0.1:1"); // nobody listens there
    console.reset();
    Process astray(QStringLiteral("callwright-console"), elsewhere);
    EXPECT_EQ(astray.ask(QStringLiteral("login")).value(u"result"), u"E_CTIOS_IN_FAILOVER"_s);
    EXPECT_TRUE(astray.ask(QStringLiteral("dump")).contains(u"agent"));
}

TEST_F(AgentProcess, TheEndOfItsInputIsQuit) {
    ASSERT_FALSE(console->waitForEvent("OnSetAgentModeEvent").isEmpty());
    console->write(QStringLiteral("dump"));
    console->closeInput();
    EXPECT_TRUE(console->waitForEnd());
    EXPECT_EQ(console->exitCode(), 0);
    EXPECT_FALSE(console->waitForEvent("OnConnectionClosed").isEmpty());
}

TEST(AgentProgram, ThatIsUsedWronglySaysSoAndEnds) {
    Process console(QStringLiteral("callwright-console"), {QStringLiteral("agent"), QStringLiteral("--a")});
    ASSERT_TRUE(console.waitForEnd());
    EXPECT_EQ(console.exitCode(), 2);
    EXPECT_TRUE(waitUntil([&] { return !console.errors().isEmpty(); }));
}

} // namespace
} // namespace callwright::testing
