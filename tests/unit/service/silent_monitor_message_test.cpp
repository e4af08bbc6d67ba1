#include "cil/events/keywords.h"
#include "cil/service/silent_monitor_message.h"

#include <gtest/gtest.h>

namespace callwright::service {
namespace {

const QString prefix = QStringLiteral("callwright:silent-monitor/1 ");
const QString start = QStringLiteral("start key=4711 agent=1002 peripheral=5000 address=10.1.2.3 port=39200 interval=5 "
                                     "timeout=15 server=cti-a:42027");

Arguments startFields() {
    return {{keyword::SMSessionKey, std::uint16_t(4711)},
            {keyword::AgentID, QStringLiteral("1002")},
            {keyword::PeripheralID, 5000},
            {keyword::MonitoringIPAddress, QStringLiteral("10.1.2.3")},
            {keyword::MonitoringIPPort, 39200},
            {keyword::HeartbeatInterval, 5},
            {keyword::HeartbeatTimeout, 15},
            {keyword::OriginatingServerID, QStringLiteral("cti-a:42027")}};
}

TEST(SilentMonitorMessage, IsReadAsItWasWritten) {
    Arguments byDevice = startFields();
    byDevice.remove(keyword::AgentID);
    byDevice.set(keyword::DeviceID, QStringLiteral("3102"));
    const Arguments key{{keyword::SMSessionKey, std::uint16_t(65535)}};
    Arguments report = key;
    report.set(keyword::StatusCode, -1).set(keyword::ClientAddress, QStringLiteral("fe80::1"));
    const SilentMonitorMessage rows[] = {{SilentMonitorVerb::Start, startFields()},
                                         {SilentMonitorVerb::Start, byDevice},
                                         {SilentMonitorVerb::Report, report},
                                         {SilentMonitorVerb::Heartbeat, key},
                                         {SilentMonitorVerb::Stop, key}};
    for (const SilentMonitorMessage& row : rows) {
        const QString text = silentMonitorText(row);
        const auto read = parseSilentMonitorText(text);
        ASSERT_TRUE(read) << text.toStdString();
        EXPECT_TRUE(isSilentMonitorText(text));
        EXPECT_EQ(read->verb, row.verb);
        EXPECT_TRUE(read->fields == row.fields) << text.toStdString();
    }
    EXPECT_EQ(silentMonitorText({SilentMonitorVerb::Start, startFields()}), prefix + start);
}

TEST(SilentMonitorMessage, LeavesOutWhatItsKindDoesNotHave) {
    EXPECT_EQ(silentMonitorText({SilentMonitorVerb::Stop, startFields()}), prefix + QStringLiteral("stop key=4711"));
}

TEST(SilentMonitorMessage, NeedsEveryFieldAndNothingInItThatItMustNotHold) {
    const struct {
        Keyword key;
        ArgValue value;
    } rows[] = {{keyword::SMSessionKey, {}},
                {keyword::SMSessionKey, 0},
                {keyword::AgentID, {}},
                {keyword::AgentID, QStringLiteral("10 02")},
                {keyword::AgentID, QStringLiteral("Jörg")},
                {keyword::DeviceID, QStringLiteral("3102")}, // besides AgentID
                {keyword::PeripheralID, {}},
                {keyword::MonitoringIPAddress, {}},
                {keyword::MonitoringIPAddress, QStringLiteral("desk.example.com")},
                {keyword::MonitoringIPPort, 0},
                {keyword::MonitoringIPPort, 65536},
                {keyword::HeartbeatInterval, 0},
                {keyword::HeartbeatTimeout, 4}}; // less than the interval
    for (const auto& row : rows) {
        Arguments fields = startFields();
        fields.remove(row.key);
        if (row.value.type() != ArgType::NotSet)
            fields.set(row.key, row.value);
        EXPECT_TRUE(silentMonitorText({SilentMonitorVerb::Start, fields}).isEmpty()) << row.key.name().toStdString();
    }
}

TEST(SilentMonitorMessage, LosesTheServersNameBeforeItGrowsTooLong) {
    Arguments fields = startFields();
    for (const int length : {1, 64, 65, 300}) {
        fields.set(keyword::OriginatingServerID, QString(length, u's'));
        const QString text = silentMonitorText({SilentMonitorVerb::Start, fields});
        EXPECT_EQ(text.contains(u"server="), length <= 64);
        EXPECT_LE(text.size(), 254);
        EXPECT_TRUE(parseSilentMonitorText(text));
    }
}

TEST(SilentMonitorMessage, IsNothingWhenAnythingIsWrong) {
    const char* const texts[] = {
        "",
        "start",
        "start key=1",
        "beat",
        "beat ",
        "beat key",
        "beat key=",
        "beat key==1",
        "beat key=0",
        "beat key=-1",
        "beat key=+1",
        "beat key=01",
        "beat key=65536",
        "beat key=99999999999999999999",
        "beat key=1 ",
        "beat  key=1",
        "beat key=1 key=1",
        "beat key=1 status=0",
        "beat key=1 x=1",
        "beat key=1\nstop key=1",
        "BEAT key=1",
        "report key=1",
        "report key=1 status=x",
        "report key=1 status=4294967295",
        "report key=1 status=0 phone=localhost",
        "report key=1 status=0 phone=1",
        "start key=1 agent=1002 peripheral=5000 address=$(reboot) port=39200 interval=5 timeout=15",
        "start key=1 agent=1234567890123 peripheral=5000 address=10.1.2.3 port=39200 interval=5 timeout=15",
        "start key=1 agent= peripheral=5000 address=10.1.2.3 port=39200 interval=5 timeout=15",
        "start key=1 peripheral=5000 address=10.1.2.3 port=39200 interval=5 timeout=15",
        "start key=1 agent=1 device=2 peripheral=5000 address=10.1.2.3 port=39200 interval=5 timeout=15",
        "start key=1 agent=1 peripheral=5000 address=10.1.2.3 port=39200 interval=5 timeout=3601",
    };
    for (const char* text : texts)
        EXPECT_FALSE(parseSilentMonitorText(prefix + QLatin1String(text))) << text;
    EXPECT_FALSE(parseSilentMonitorText(QStringLiteral("beat key=1")));
    EXPECT_FALSE(parseSilentMonitorText(prefix + QStringLiteral("beat key=1 ") + QString(300, u'x')));
    EXPECT_FALSE(parseSilentMonitorText(prefix + QStringLiteral("beat key=1") + QChar(0)));
}

TEST(SilentMonitorMessage, OfAnotherVersionIsNoChatEither) {
    EXPECT_TRUE(isSilentMonitorText(QStringLiteral("callwright:silent-monitor/2 beat key=1")));
    EXPECT_FALSE(parseSilentMonitorText(QStringLiteral("callwright:silent-monitor/2 beat key=1")));
    EXPECT_FALSE(isSilentMonitorText(QStringLiteral("lunch?")));
    EXPECT_FALSE(isSilentMonitorText(QStringLiteral(" callwright:silent-monitor/1 beat key=1")));
}

TEST(SilentMonitorMessage, SurvivesEveryCut) {
    const QString whole = prefix + start;
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const auto read = parseSilentMonitorText(whole.left(length));
        EXPECT_EQ(read.has_value(), read && read->fields.contains(keyword::HeartbeatTimeout)) << length;
    }
}

} // namespace
} // namespace callwright::service
