#include "tests/integration/console/agent_process_fixture.h"

namespace callwright::testing {

using namespace Qt::StringLiterals;
namespace {

/// `callwright-console supervisor` over TCP: 1091 leads the team of 1001, who takes a customer's calls.
class SupervisorProcess : public AgentProcess {
protected:
    void SetUp() override {
        AgentProcess::SetUp();
        ASSERT_FALSE(HasFatalFailure());
        QStringList asSupervisor = options("1091", "3191");
        asSupervisor.first() = u"supervisor"_s;
        supervisor = std::make_unique<Process>(u"callwright-console"_s, asSupervisor);
        for (Process* desk : {console.get(), supervisor.get()}) {
            ASSERT_FALSE(desk->waitForEvent("OnSetAgentModeEvent").isEmpty());
            desk->ask(u"login"_s);
            ASSERT_FALSE(desk->waitForEvent("OnAgentDeskSettingsConf").isEmpty());
        }
    }

    /// A command that was sent, by the supervisor unless another desk is named.
    void ok(const QString& command, Process* desk = nullptr) {
        EXPECT_EQ((desk ? desk : supervisor.get())->ask(command).value(u"result"), u"CIL_OK"_s)
            << command.toStdString();
    }

    /// The arguments of an event at the supervisor's desk, from the last forgetHere() on, in which `key` is `value`.
    QJsonObject event(const char* name, const QString& key = {}, const QJsonValue& value = {}) {
        const QString wanted = QString::fromLatin1(name);
        const QJsonObject line = supervisor->waitFor(
            [&](const QJsonObject& candidate) {
                return candidate.value(u"event") == wanted &&
                       (key.isEmpty() || candidate.value(u"args").toObject().value(key) == value);
            },
            from);
        EXPECT_FALSE(line.isEmpty()) << name << ' ' << key.toStdString();
        return line.value(u"args").toObject();
    }
    void forgetHere() { from = supervisor->lines.size(); }

    void watchAgent() {
        ok(u"teams"_s);
        event("OnNewAgentTeamMember", u"AgentID"_s, u"1001"_s);
        ok(u"watch"_s);
        ok(u"monitor 1001"_s);
        EXPECT_EQ(event("OnStartMonitoringAgent").value(u"AgentReference"), u"agent.5000.1001"_s);
    }

    /// A customer's call, answered by 1001.
    void agentTalks() {
        ok(u"ready"_s, console.get());
        ASSERT_FALSE(waitForState(3).isEmpty());
        control->ask({{u"do"_s, u"call"_s}, {u"to"_s, u"Billing"_s}, {u"ani"_s, u"4155550134"_s}});
        ASSERT_FALSE(console->waitForEvent("OnCallDelivered").isEmpty());
        ok(u"answer"_s, console.get());
        ASSERT_FALSE(console->waitForEvent("OnCallEstablished").isEmpty());
        event("OnMonitoredCallEstablished");
    }

    std::size_t from = 0;
    std::unique_ptr<Process> supervisor;
};

TEST_F(SupervisorProcess, FollowsATeamAndTheCallsOfAMember) {
    watchAgent();
    forgetHere();
    agentTalks();
    const QJsonObject call = event("OnMonitoredCallEstablished");
    EXPECT_TRUE(call.value(u"Monitored").toBool());
    event("OnMonitoredAgentStateChange", u"AgentState"_s, 4); // talking
    ok(u"hold"_s, console.get());
    event("OnMonitoredCallHeld");
    ok(u"stop"_s);
    event("OnMonitoredCallEnd");
    event("OnStopMonitoringAgent");
}

TEST_F(SupervisorProcess, BargesInAndLeaves) {
    watchAgent();
    agentTalks();
    ok(u"supervise bargein"_s);
    event("OnCallConferenced");
    ok(u"supervise clear"_s);
    event("OnCallEnd");
    EXPECT_EQ(console->ask(u"dump"_s).value(u"calls").toArray().size(), 1); // theirs goes on
}

TEST_F(SupervisorProcess, BargesInAndIntercepts) {
    watchAgent();
    agentTalks();
    ok(u"supervise bargein"_s);
    event("OnCallConferenced");
    ok(u"supervise intercept"_s);
    event("OnMonitoredCallEnd"); // the customer is the supervisor's now
    ASSERT_FALSE(console->waitForEvent("OnCallEnd").isEmpty());
    EXPECT_EQ(supervisor->ask(u"dump"_s).value(u"calls").toArray().size(), 1);
}

TEST_F(SupervisorProcess, SetsTheStatesOfMembers) {
    watchAgent();
    forgetHere();
    ok(u"member 1001 ready"_s);
    event("OnMonitoredAgentStateChange", u"AgentState"_s, 3);
    ok(u"member 1001 notready"_s);
    event("OnMonitoredAgentStateChange", u"AgentState"_s, 2);
    ok(u"member 1001 logout"_s);
    event("OnMonitoredAgentStateChange", u"AgentState"_s, 1);
    EXPECT_EQ(waitForState(1).value(u"args").toObject().value(u"EventReasonCode").toInt(), 999); // by a supervisor
    EXPECT_EQ(supervisor->ask(u"member 1001 dance"_s).value(u"error").toString().isEmpty(), false);
    EXPECT_EQ(supervisor->ask(u"member 4711 ready"_s).value(u"result"), u"E_CTIOS_INVALID_AGENT"_s);
}

TEST_F(SupervisorProcess, TwoDesksChat) {
    ok(u"chat 1001 lunch at noon?"_s);
    const QJsonObject asked = console->waitForEvent("OnChatMessage").value(u"args").toObject();
    EXPECT_EQ(asked.value(u"Message"), u"lunch at noon?"_s);
    EXPECT_EQ(asked.value(u"Source"), u"1091"_s);
    ok(u"chat 1091 with pleasure"_s, console.get()); // an answer, which the site allows
    EXPECT_EQ(event("OnChatMessage").value(u"Message"), u"with pleasure"_s);
    forgetHere();
    ok(u"chat supervisor come over"_s, console.get());
    EXPECT_EQ(event("OnChatMessage").value(u"Source"), u"1001"_s);
    EXPECT_EQ(console->ask(u"chat 1002 hello"_s).value(u"result"), u"CIL_FAIL"_s); // colleagues are not for agents
    EXPECT_EQ(console->ask(u"chat team hello"_s).value(u"result"), u"CIL_FAIL"_s);
}

TEST_F(SupervisorProcess, FiguresCome) {
    ok(u"stats agent"_s);
    EXPECT_EQ(event("OnAgentStatistics").value(u"AgentID"), u"1091"_s);
    ok(u"stats groups 1 2"_s);
    const QJsonObject group = event("OnSkillGroupStatisticsUpdated", u"SkillGroupNumber"_s, 1);
    EXPECT_TRUE(group.value(u"Statistics").toObject().contains(u"AgentsLoggedOn"_s));
    event("OnSkillGroupStatisticsUpdated", u"SkillGroupNumber"_s, 2);
    ok(u"stats off"_s);
}

TEST_F(SupervisorProcess, WhatIsForSupervisorsIsRefusedToAgents) {
    for (const char* command : {"teams", "watch", "monitor 1002", "supervise bargein"})
        EXPECT_EQ(console->ask(QString::fromLatin1(command)).value(u"result"), u"E_CTIOS_INVALID_AGENT"_s) << command;
}

} // namespace
} // namespace callwright::testing
