#include "tests/integration/console/agent_process_fixture.h"

namespace callwright::testing {

using namespace Qt::StringLiterals;
namespace {

/// Two consoles against the simulator: a customer calls the one, who brings in the other.
class AgentCalls : public AgentProcess {
protected:
    void SetUp() override {
        AgentProcess::SetUp();
        ASSERT_FALSE(HasFatalFailure());
        colleague = std::make_unique<Process>(QStringLiteral("callwright-console"), options("1002", "3102"));
        for (Process* desk : {console.get(), colleague.get()}) {
            ASSERT_FALSE(desk->waitForEvent("OnSetAgentModeEvent").isEmpty());
            desk->ask(QStringLiteral("login"));
            ASSERT_FALSE(desk->waitForEvent("OnAgentDeskSettingsConf").isEmpty());
        }
        console->ask(QStringLiteral("ready"));
        ASSERT_FALSE(waitForState(3).isEmpty());
        const QJsonObject call =
            control->ask({{u"do"_s, u"call"_s}, {u"to"_s, u"Billing"_s}, {u"ani"_s, u"4155550134"_s}});
        customer = QString::number(call.value(u"call").toInteger());
        ASSERT_FALSE(console->waitForEvent("OnCallDelivered").isEmpty());
        ok("answer");
        ASSERT_FALSE(console->waitForEvent("OnCallEstablished").isEmpty());
        forget();
    }

    /// A command that was sent.
    void ok(const QString& command) {
        EXPECT_EQ(console->ask(command).value(u"result"), u"CIL_OK"_s) << command.toStdString();
    }
    void ok(const char* command) { ok(QString::fromLatin1(command)); }

    /// The next event of that name since forget().
    QJsonObject event(const char* name) {
        const QString wanted = QString::fromLatin1(name);
        const QJsonObject line =
            console->waitFor([&](const QJsonObject& candidate) { return candidate.value(u"event") == wanted; }, seen);
        EXPECT_FALSE(line.isEmpty()) << name;
        return line.value(u"args").toObject();
    }

    void colleagueAnswers() {
        ASSERT_FALSE(colleague->waitForEvent("OnCallDelivered").isEmpty());
        EXPECT_EQ(colleague->ask(QStringLiteral("answer")).value(u"result"), u"CIL_OK"_s);
        event("OnCallEstablished");
    }

    QJsonArray details() { return console->ask(QStringLiteral("dump")).value(u"details").toArray(); }
    QStringList devices(const QJsonObject& call) {
        QStringList result;
        for (const QJsonValue& party : call.value(u"parties").toArray())
            result.append(party.toObject().value(u"device").toString());
        return result;
    }

    QString customer;
    std::unique_ptr<Process> colleague;
};

TEST_F(AgentCalls, AConsultedTransferSwapsAndLeaves) {
    ok("consult transfer 3102 CallVariable4=gold");
    event("OnConsultationCallConf");
    colleagueAnswers();
    QJsonArray calls = details();
    ASSERT_EQ(calls.size(), 2);
    EXPECT_EQ(calls[1].toObject().value(u"consult"), u"transfer"_s);
    EXPECT_EQ(calls[1].toObject().value(u"counterpart"), calls[0].toObject().value(u"UniqueObjectID"));
    EXPECT_EQ(devices(calls[1].toObject()), QStringList({u"3101"_s, u"3102"_s}));
    forget();
    ok("alternate");
    event("OnCallRetrieved");
    EXPECT_EQ(console->ask(QStringLiteral("transfer")).value(u"result"), u"E_CTIOS_INVALID_OBJECT_STATE"_s);
    forget();
    ok(QStringLiteral("alternate %1").arg(customer));
    event("OnCallRetrieved");
    ok(QStringLiteral("transfer %1").arg(customer));
    event("OnCallTransferred");
    ASSERT_FALSE(colleague->waitForEvent("OnCallTransferred").isEmpty());
    EXPECT_TRUE(waitUntil([&] { return details().isEmpty(); }));
    const QJsonObject theirs = colleague->ask(QStringLiteral("dump"));
    EXPECT_EQ(theirs.value(u"calls").toArray().first().toObject().value(u"CallVariable4"), u"gold"_s);
}

TEST_F(AgentCalls, AConferenceOfThree) {
    ok("consult conference 3 102");
    colleagueAnswers();
    ok("conference");
    event("OnCallConferenced");
    event("OnCallEnd");
    const QJsonArray calls = details();
    ASSERT_EQ(calls.size(), 1);
    EXPECT_TRUE(calls[0].toObject().value(u"conference").toBool());
    EXPECT_EQ(devices(calls[0].toObject()).size(), 3);
    EXPECT_TRUE(devices(calls[0].toObject()).contains(u"3102"_s));
}

TEST_F(AgentCalls, ReconnectGoesBack) {
    ok(QStringLiteral("consult transfer 3102 %1").arg(customer));
    ASSERT_FALSE(colleague->waitForEvent("OnCallDelivered").isEmpty());
    event("OnCallOriginated");
    ok("reconnect");
    event("OnCallRetrieved");
    EXPECT_TRUE(waitUntil([&] { return details().size() == 1; }));
}

TEST_F(AgentCalls, TonesRecordingAndABadLineAreSent) {
    ok("dtmf 12#");
    event("OnSendDTMFConf");
    EXPECT_FALSE(console->ask(QStringLiteral("dtmf hello")).value(u"error").toString().isEmpty());
    EXPECT_FALSE(console->ask(QStringLiteral("record maybe")).value(u"error").toString().isEmpty());
    ok("record on");
    event("OnCallStartRecordingConf");
    EXPECT_TRUE(details()[0].toObject().value(u"recording").toBool());
    ok("record off");
    event("OnCallStopRecordingConf");
    ok("badline");
    ok("greeting off");
    EXPECT_EQ(event("OnControlFailureConf").value(u"MessageType").toInt(), 249); // the agent has recorded none
    EXPECT_FALSE(console->ask(QStringLiteral("greeting loud")).value(u"error").toString().isEmpty());
}

TEST_F(AgentCalls, ASingleStepTransferAndWhatTheSwitchRefuses) {
    ok("ssc 3102");
    EXPECT_EQ(event("OnControlFailureConf").value(u"MessageType").toInt(), 48); // CONFERENCE_CALL_REQ
    forget();
    ok("clear");
    EXPECT_EQ(event("OnControlFailureConf").value(u"MessageType").toInt(), 44); // CLEAR_CALL_REQ
    ok("sst 3102");
    event("OnCallTransferred");
    ASSERT_FALSE(colleague->waitForEvent("OnCallDelivered").isEmpty());
}

TEST_F(AgentCalls, AssistanceFindsTheSupervisorOrSaysThatNobodyWasFound) {
    ok("assist");
    EXPECT_FALSE(event("OnControlFailureConf").isEmpty()); // no supervisor is signed in
    EXPECT_EQ(console->ask(QStringLiteral("emergency 4711")).value(u"result"), u"E_CTIOS_INVALID_CALL"_s);
}

TEST_F(AgentCalls, HelpNamesEveryVerb) {
    const QJsonObject help = console->ask(QStringLiteral("help"));
    EXPECT_FALSE(help.value(u"notes").toArray().isEmpty());
    const QJsonArray usages = help.value(u"commands").toArray();
    for (const char* verb : {"consult", "transfer", "conference", "sst", "ssc", "alternate", "reconnect", "dtmf",
                             "record", "badline", "deflect", "assist", "emergency", "greeting"}) {
        const bool isNamed = std::ranges::any_of(
            usages, [verb](const QJsonValue& usage) { return usage.toString().startsWith(QString::fromLatin1(verb)); });
        EXPECT_TRUE(isNamed) << verb;
    }
}

} // namespace
} // namespace callwright::testing
