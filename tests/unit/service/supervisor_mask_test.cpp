#include "cil/events/event_types.h"
#include "cil/service/monitored_events.h"
#include "cil/service/supervisor_mask.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace callwright::service {
namespace {

using enum protocol::AgentState;
using enum protocol::LocalConnectionState;
using protocol::CallType;

SupervisorInput talkingAgent() {
    SupervisorInput input;
    input.supervisor = AGENT_STATE_NOT_READY;
    input.agent = AGENT_STATE_TALKING;
    input.call = LCS_CONNECT;
    input.callType = 1;
    return input;
}

/// The rows of the facts' section on the supervisor's mask: from a talking agent and a free supervisor (Unified
/// CM-based), what each change leaves of 0x25 (logout, barge in, start listening).
TEST(SupervisorMask, FollowsEveryRowOfTheFacts) {
    struct Row {
        const char* what;
        std::function<void(SupervisorInput&)> change;
        std::uint32_t mask;
    };
    const Row rows[] = {
        {"talking", [](auto&) {}, 0x25},
        {"nobody selected", [](auto& i) { i.agent.reset(); }, 0x00},
        {"not ready", [](auto& i) { i.agent = AGENT_STATE_NOT_READY, i.call = LCS_NULL; }, 0x03},
        {"available", [](auto& i) { i.agent = AGENT_STATE_AVAILABLE, i.call = LCS_NULL; }, 0x01},
        {"reserved", [](auto& i) { i.agent = AGENT_STATE_RESERVED, i.call = LCS_ALERTING; }, 0x01},
        {"wrap-up", [](auto& i) { i.agent = AGENT_STATE_WORK_NOT_READY, i.call = LCS_NULL; }, 0x01},
        {"signed out", [](auto& i) { i.agent = AGENT_STATE_LOGOUT, i.call = LCS_NULL; }, 0x00},
        {"unknown", [](auto& i) { i.agent = AGENT_STATE_UNKNOWN, i.call = LCS_NULL; }, 0x00},
        {"held", [](auto& i) { i.agent = AGENT_STATE_HOLD, i.call = LCS_HOLD; }, 0x01},
        {"supervisor ready", [](auto& i) { i.supervisor = AGENT_STATE_AVAILABLE; }, 0x01},
        {"supervisor talking", [](auto& i) { i.supervisor = AGENT_STATE_TALKING; }, 0x01},
        {"barged in", [](auto& i) { i.hasBargedIn = true, i.supervisor = AGENT_STATE_TALKING; }, 0x19},
        {"listening to this one",
         [](auto& i) { i.hasMonitorSession = i.listensToThisAgent = true, i.supervisor = AGENT_STATE_TALKING; }, 0x51},
        {"listening to another", [](auto& i) { i.hasMonitorSession = true; }, 0x41},
        {"somebody else listens", [](auto& i) { i.isMonitoredByOther = true; }, 0x05},
        {"a reservation call", [](auto& i) { i.callType = static_cast<std::uint32_t>(CallType::CALLTYPE_RESERVATION); },
         0x05},
        {"a non-ACD call", [](auto& i) { i.callType = static_cast<std::uint32_t>(CallType::CALLTYPE_NON_ACD); }, 0x25},
        {"a non-ACD call where those are left alone",
         [](auto& i) {
             i.callType = static_cast<std::uint32_t>(CallType::CALLTYPE_NON_ACD);
             i.stopsAtNonAcdCalls = true;
         },
         0x05},
        {"an agent who is a supervisor too", [](auto& i) { i.isAgentSupervisor = true; }, 0x25},
        {"no silent monitoring", [](auto& i) { i.silentMonitor = SilentMonitorKind::None; }, 0x05},
        {"another switch", [](auto& i) { i.peripheral = protocol::PeripheralType::PT_ASPECT; }, 0x00},

        {"CTI OS-based, no call",
         [](auto& i) {
             i.silentMonitor = SilentMonitorKind::CtiOs, i.agent = AGENT_STATE_AVAILABLE, i.call = LCS_NULL;
         },
         0x21},
        {"CTI OS-based, barge in while listening",
         [](auto& i) { i.silentMonitor = SilentMonitorKind::CtiOs, i.hasMonitorSession = i.listensToThisAgent = true; },
         0x45},
        {"CTI OS-based, a supervisor is no target",
         [](auto& i) { i.silentMonitor = SilentMonitorKind::CtiOs, i.isAgentSupervisor = true; }, 0x05},
    };
    for (const Row& row : rows) {
        SupervisorInput input = talkingAgent();
        row.change(input);
        EXPECT_EQ(supervisorMask(input), row.mask) << row.what;
    }
}

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
