#include "cil/events/event_types.h"
#include "cil/protocol/tables.h"
#include "cil/service/monitored_events.h"
#include "cil/service/supervisor_mask.h"
#include "tests/unit/service/tsv.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace callwright::service {
namespace {

SilentMonitorKind kindOf(const std::string& name) {
    if (name == "None")
        return SilentMonitorKind::None;
    return name == "CtiOs" ? SilentMonitorKind::CtiOs : SilentMonitorKind::UnifiedCm;
}

SupervisorInput supervisorInput(const Row& row) {
    SupervisorInput input;
    const auto is = [&row](const char* column) { return row.at(column) == "yes"; };
    input.silentMonitor = kindOf(row.at("kind"));
    input.supervisor = valueOf<protocol::AgentState>("AgentState", "AGENT_STATE_" + row.at("supervisor"));
    if (!row.at("agent").empty())
        input.agent = valueOf<protocol::AgentState>("AgentState", "AGENT_STATE_" + row.at("agent"));
    if (!row.at("call").empty())
        input.call = valueOf<protocol::LocalConnectionState>("LocalConnectionState", "LCS_" + row.at("call"));
    if (!row.at("call_type").empty())
        input.callType = protocol::enumValue("CallType", row.at("call_type")).value();
    if (!row.at("peripheral").empty())
        input.peripheral = valueOf<protocol::PeripheralType>("PeripheralType", row.at("peripheral"));
    input.isAgentSupervisor = is("agent_is_supervisor");
    input.stopsAtNonAcdCalls = is("non_acd_off");
    input.isMonitoredByOther = is("others_listen");
    input.hasBargedIn = is("barged_in");
    input.hasMonitorSession = !row.at("session").empty();
    input.listensToThisAgent = row.at("session") == "this";
    return input;
}

/// The facts' section on the supervisor's mask, also while silently monitoring, of both kinds.
class SupervisorMatrix : public testing::TestWithParam<Row> {};

TEST_P(SupervisorMatrix, HasTheMaskOfItsRow) {
    EXPECT_EQ(supervisorMask(supervisorInput(GetParam())), std::stoul(GetParam().at("mask"), nullptr, 0));
}

INSTANTIATE_TEST_SUITE_P(Facts, SupervisorMatrix, testing::ValuesIn(readTsv("service/supervisor_enablement.tsv")),
                         [](const auto& row) { return enablementTestName(row.param); });

/// Every monitored event of the event list stands for exactly one event of the own place, and carries all of it.
TEST(MonitoredEvents, EveryOneStandsForAnOwnEventWithAllItsParameters) {
    int found = 0;
    for (const EventSpec& monitored : allEvents()) {
        if (monitored.interface != EventInterface::IMonitoredCallEvents &&
            monitored.interface != EventInterface::IMonitoredAgentEvents)
            continue;
        const EventSpec* own = nullptr;
        for (const EventSpec& candidate : allEvents()) {
            if (monitoredVariant(candidate.id) == monitored.id && candidate.name != u"OnSnapshotCallConf") {
                EXPECT_EQ(own, nullptr) << monitored.name.toString().toStdString();
                own = &candidate;
            }
        }
        ASSERT_NE(own, nullptr) << monitored.name.toString().toStdString();
        ++found;
        QString plain = monitored.name.toString().remove(QStringLiteral("Monitored"));
        if (!plain.startsWith(QStringLiteral("On")))
            plain.prepend(QStringLiteral("On"));
        plain.replace(QStringLiteral("OnCallAgentPrecall"), QStringLiteral("OnAgentPrecall"));
        EXPECT_EQ(own->name.toString(), plain);
        for (const Parameter& parameter : own->parameters) {
            EXPECT_TRUE(std::ranges::any_of(monitored.parameters,
                                            [&](const Parameter& p) { return p.keyword == parameter.keyword; }))
                << plain.toStdString() << parameter.keyword.name().toStdString();
        }
    }
    EXPECT_EQ(found, 23);
}

} // namespace
} // namespace callwright::service
