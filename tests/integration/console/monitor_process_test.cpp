#include "app/console/monitor_options.h"
#include "tests/integration/console/agent_process_fixture.h"

namespace callwright::testing {

using namespace Qt::StringLiterals;
namespace {

/// The same site, with a watcher beside the agent.
class MonitorProcess : public AgentProcess {
protected:
    std::unique_ptr<Process> watch(const QString& filter) const {
        return std::make_unique<Process>(u"callwright-console"_s,
                                         QStringList{u"monitor"_s, u"--a"_s, server, u"--filter"_s, filter});
    }

    static bool isAbout(const QJsonObject& line, const char* event, const char* key, const QString& value) {
        return line.value(u"event") == QLatin1StringView(event) &&
               line.value(u"args").toObject().value(QLatin1StringView(key)).toVariant().toString() == value;
    }
};

TEST_F(MonitorProcess, HearsOfAgentsAndCallsThatItsFilterAsksFor) {
    const auto monitor = watch(u"MessageID=OnAgentStateChange,OnCallBegin,OnCallEnd"_s);
    ASSERT_FALSE(monitor->waitForEvent("OnMonitorModeEstablished").isEmpty()) << monitor->errors().toStdString();
    ASSERT_FALSE(console->waitForEvent("OnSetAgentModeEvent").isEmpty());
    console->ask(u"login"_s);
    ASSERT_FALSE(waitForState(2).isEmpty());
    const QJsonObject state = monitor->waitFor(
        [](const QJsonObject& line) { return isAbout(line, "OnAgentStateChange", "AgentID", u"1001"_s); });
    ASSERT_FALSE(state.isEmpty());
    EXPECT_EQ(state.value(u"args").toObject().value(u"UniqueObjectID"), u"agent.5000.1001"_s);
    console->ask(u"ready"_s);
    ASSERT_FALSE(waitForState(3).isEmpty());
    ASSERT_TRUE(control->ask({{u"do"_s, u"call"_s}, {u"to"_s, u"Billing"_s}, {u"ani"_s, u"4155550134"_s}})
                    .value(u"ok")
                    .toBool());
    ASSERT_FALSE(console->waitForEvent("OnCallDelivered").isEmpty());
    const QJsonObject begin = monitor->waitForEvent("OnCallBegin");
    EXPECT_EQ(begin.value(u"args").toObject().value(u"ANI"), u"4155550134"_s);
    const QJsonObject dump = monitor->ask(u"dump"_s);
    EXPECT_TRUE(dump.value(u"agents").toObject().contains(u"agent.5000.1001"));
    EXPECT_FALSE(dump.value(u"calls").toObject().isEmpty());
    console->ask(u"answer"_s);
    ASSERT_FALSE(console->waitForEvent("OnCallEstablished").isEmpty());
    console->ask(u"release"_s);
    ASSERT_FALSE(console->waitForEvent("OnCallEnd").isEmpty());
    ASSERT_FALSE(monitor->waitForEvent("OnCallEnd").isEmpty());
    for (const QJsonObject& line : monitor->lines)
        EXPECT_NE(line.value(u"event"), u"OnCallDelivered"_s); // not asked for
    monitor->ask(u"quit"_s);
    EXPECT_TRUE(monitor->waitForEnd());
    EXPECT_EQ(monitor->exitCode(), 0);
    EXPECT_EQ(monitor->unreadable, 0);
}

TEST_F(MonitorProcess, AsksForWhoIsThereAlready) {
    ASSERT_FALSE(console->waitForEvent("OnSetAgentModeEvent").isEmpty());
    console->ask(u"login"_s);
    ASSERT_FALSE(waitForState(2).isEmpty());
    const auto monitor = watch(u"AgentID=1001"_s);
    ASSERT_FALSE(monitor->waitForEvent("OnMonitorModeEstablished").isEmpty()) << monitor->errors().toStdString();
    EXPECT_FALSE(monitor->waitForEvent("OnQueryAgentStateConf").isEmpty());
    EXPECT_TRUE(monitor->ask(u"dump"_s).value(u"agents").toObject().contains(u"agent.5000.1001"));
}

TEST_F(MonitorProcess, SaysWhatIsWrongWithACommand) {
    const auto monitor = watch(u"MessageID=30"_s);
    ASSERT_FALSE(monitor->waitForEvent("OnMonitorModeEstablished").isEmpty());
    EXPECT_TRUE(monitor->ask(u"filter AgentID=1;Nonsense=2"_s).value(u"error").toString().contains(u"Nonsense"));
    EXPECT_EQ(monitor->ask(u"request MONITOR_STOP_REQ"_s).value(u"result"), u"E_CTIOS_MISSING_ARGUMENT"_s);
    EXPECT_EQ(monitor->ask(u"request RELEASE_CALL_REQ ConnectionCallID=1"_s).value(u"result"),
              u"E_CTIOS_MODE_CONFLICT"_s);
    EXPECT_FALSE(monitor->ask(u"request MONITOR_STOP_REQ MonitorID"_s).value(u"error").toString().isEmpty());
    EXPECT_FALSE(monitor->ask(u"config Nonsense"_s).value(u"error").toString().isEmpty());
    EXPECT_FALSE(monitor->ask(u"help"_s).value(u"commands").toArray().isEmpty());
    EXPECT_EQ(monitor->ask(u"filter MessageID=23,24"_s).value(u"result"), u"CIL_OK"_s);
}

TEST_F(MonitorProcess, AWrongFilterOfTheCommandLineEndsIt) {
    const auto monitor = watch(u"MessageID=OnConnection"_s);
    EXPECT_TRUE(monitor->waitForEnd());
    EXPECT_EQ(monitor->exitCode(), 2);
    ASSERT_EQ(monitor->lines.size(), 1U);
    EXPECT_TRUE(monitor->lines.front().value(u"error").toString().contains(u"OnConnection"));
}

TEST_F(MonitorProcess, WithoutAFilterItSaysThatItHearsNothingOfAgentsAndCalls) {
    for (const auto& [service, isSilent] : {std::pair(u"all-events"_s, true), std::pair(u"connection"_s, false)}) {
        Process monitor(u"callwright-console"_s, {u"monitor"_s, u"--a"_s, server, u"--service"_s, service});
        ASSERT_FALSE(monitor.waitForEvent("OnConnection").isEmpty());
        monitor.ask(u"quit"_s);
        EXPECT_TRUE(monitor.waitForEnd());
        EXPECT_EQ(monitor.errors().contains(u"--filter"), isSilent) << monitor.errors().toStdString();
    }
}

TEST(MonitorOptions, SayWhereToAndWhatFor) {
    const auto parse = [](const char* line) {
        return console::parseMonitorOptions(QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts));
    };
    const auto plain = parse("--a localhost --filter AgentID=*");
    ASSERT_TRUE(plain);
    EXPECT_EQ(plain->roles, std::vector<Role>{Role::Monitor});
    EXPECT_EQ(plain->filter, u"AgentID=*"_s);
    EXPECT_EQ(plain->connection.clientId, u"callwright-monitor"_s);
    const auto several = parse("--a localhost --b other --service client,config,server --client-id wall --no-snapshot");
    ASSERT_TRUE(several);
    EXPECT_EQ(several->roles, (std::vector<Role>{Role::ClientMonitor, Role::Configuration, Role::Server}));
    EXPECT_EQ(several->connection.clientId, u"wall"_s);
    EXPECT_EQ(several->snapshot, MonitorSessionSnapshotMode::NoSnapshot);
    EXPECT_FALSE(several->connection.sideB.host.isEmpty());
    for (const char* wrong : {"", "--filter x=1", "--a h --service everything", "--a h what", "--a h --seed x"})
        EXPECT_FALSE(parse(wrong)) << wrong;
    EXPECT_TRUE(console::monitorUsage().contains(u"[--filter FILTER]"));
}

} // namespace
} // namespace callwright::testing
