#include "tests/unit/simulator_server/server_fixture.h"

namespace callwright::simulator {

namespace {

constexpr std::uint32_t allCalls = 0x00FFFFFF;
constexpr std::uint32_t allStates = 0x3FFF;
constexpr std::uint32_t noDevice = 0xFFFF; // DEVID_NONE
constexpr std::uint32_t noConnection = 0xFFFF;

MessageBuilder watchDevice(const std::string& device, Version version = protocol::newestVersion) {
    return request(MessageType::MONITOR_START_REQ, version)
        .set(Field::CallMsgMask, version < 15 ? 0x007FFFFF : allCalls)
        .set(Field::AgentStateMask, allStates)
        .set(Field::ConnectionDeviceIDType, noConnection)
        .set(Field::MonitoredDeviceID, device);
}
MessageBuilder watchCall(std::uint32_t call, const std::string& leg) {
    return request(MessageType::MONITOR_START_REQ)
        .set(Field::CallMsgMask, allCalls)
        .set(Field::AgentStateMask, allStates)
        .set(Field::ConnectionCallID, call)
        .set(Field::ConnectionDeviceIDType, 1)
        .set(Field::MonitoredDeviceType, noDevice)
        .set(Field::ConnectionDeviceID, leg);
}
MessageBuilder stop(std::uint32_t monitor, Version version = protocol::newestVersion) {
    return request(MessageType::MONITOR_STOP_REQ, version).set(Field::MonitorID, monitor);
}
MessageBuilder change(std::uint32_t monitor, std::uint32_t calls, std::uint32_t states) {
    return request(MessageType::CHANGE_MONITOR_MASK_REQ)
        .set(Field::MonitorID, monitor)
        .set(Field::CallMsgMask, calls)
        .set(Field::AgentStateMask, states);
}

SwitchEvent about(MessageType type, std::uint32_t call, const std::string& leg, const std::string& instrument) {
    return {type, instrument, {{Field::ConnectionCallID, call}, {Field::ConnectionDeviceID, leg}}};
}

class PeripheralMonitor : public ServerTest {
protected:
    void SetUp() override {
        ServerTest::SetUp();
        client = openClient(bridge(services::CTI_SERVICE_PERIPHERAL_MONITOR));
        behind.calls = {{7, {"L1", "L2"}}, {8, {"L3"}}};
    }
    std::uint32_t start(const MessageBuilder& message) {
        const auto answers = ask(*client, message);
        EXPECT_EQ(refusalIn(answers), "MONITOR_START_CONF");
        return answers.empty() ? 0 : answers[0]->number(Field::MonitorID, 0);
    }
    /// MonitorIDs of what came, in order.
    std::vector<std::uint32_t> takeMonitors() {
        clock.settle();
        std::vector<std::uint32_t> ids;
        for (const Received& message : client->take()) {
            ids.push_back(message->number(Field::MonitorID, 0));
        }
        return ids;
    }
    using Ids = std::vector<std::uint32_t>;

    std::unique_ptr<Client> client;
};

TEST_F(PeripheralMonitor, OfADeviceGetsItsEventsOnly) {
    const std::uint32_t monitor = start(watchDevice("3101"));
    EXPECT_NE(monitor, 0U);
    behind.emitEvent(about(MessageType::BEGIN_CALL_EVENT, 7, "L1", "3101"));
    behind.emitEvent(about(MessageType::BEGIN_CALL_EVENT, 7, "L2", "3102"));
    behind.emitEvent({MessageType::AGENT_STATE_EVENT, "3101", {{Field::AgentState, 3U}}});
    behind.emitEvent({MessageType::AGENT_PRE_CALL_ABORT_EVENT, "3101", {{Field::MRDID, 1U}}});
    EXPECT_EQ(takeMonitors(), (Ids{monitor, monitor, monitor}));
}

TEST_F(PeripheralMonitor, OfACallGetsItsEventsAtEveryDevice) {
    const std::uint32_t monitor = start(watchCall(7, "L1"));
    behind.emitEvent(about(MessageType::CALL_HELD_EVENT, 7, "L1", "3101"));
    behind.emitEvent(about(MessageType::CALL_HELD_EVENT, 7, "L2", "3102"));
    behind.emitEvent(about(MessageType::CALL_HELD_EVENT, 8, "L3", "3101"));
    behind.emitEvent({MessageType::AGENT_STATE_EVENT, "3101", {{Field::AgentState, 3U}}});
    behind.emitEvent({MessageType::CALL_CONFERENCED_EVENT, "3103", {{Field::SecondaryCallID, 7U}}});
    EXPECT_EQ(takeMonitors(), (Ids{monitor, monitor, monitor}));
}

TEST_F(PeripheralMonitor, CopiesAnEventForEveryMonitorThatItFits) {
    const std::uint32_t device = start(watchDevice("3101"));
    const std::uint32_t call = start(watchCall(7, "L2"));
    EXPECT_NE(device, call);
    behind.emitEvent(about(MessageType::CALL_HELD_EVENT, 7, "L1", "3101"));
    EXPECT_EQ(takeMonitors(), (Ids{device, call}));
}

TEST_F(PeripheralMonitor, CopiesAgentStatesAlsoForThoseWhoWantNoneTwice) {
    client = openClient(bridge(services::CTI_SERVICE_PERIPHERAL_MONITOR | services::CTI_SERVICE_ALL_EVENTS |
                               services::CTI_SERVICE_IGNORE_DUPLICATE_AGENT_EVENTS));
    client->take();
    start(watchDevice("3101"));
    const SwitchEvent state{
        MessageType::AGENT_STATE_EVENT, "3101", {{Field::AgentState, 3U}, {Field::AgentID, "1001"}}};
    behind.emitEvent(state);
    behind.emitEvent(state);
    EXPECT_EQ(takeMonitors().size(), 2U);
}

TEST_F(PeripheralMonitor, HasMasksOfItsOwnThatCanBeChanged) {
    namespace calls = protocol::CallMsgMask;
    const std::uint32_t monitor = start(watchDevice("3101").set(Field::CallMsgMask, calls::CALL_HELD_MASK));
    const auto act = [&] {
        behind.emitEvent(about(MessageType::CALL_HELD_EVENT, 7, "L1", "3101"));
        behind.emitEvent(about(MessageType::CALL_RETRIEVED_EVENT, 7, "L1", "3101"));
        behind.emitEvent({MessageType::AGENT_STATE_EVENT, "3101", {{Field::AgentState, 3U}}});
        clock.settle();
        return client->takeNames();
    };
    EXPECT_EQ(act(), (std::vector<std::string>{"CALL_HELD_EVENT", "AGENT_STATE_EVENT"}));
    EXPECT_EQ(refusalIn(ask(*client, change(monitor, calls::CALL_RETRIEVED_MASK, 0))), "CHANGE_MONITOR_MASK_CONF");
    EXPECT_EQ(act(), (std::vector<std::string>{"CALL_RETRIEVED_EVENT"}));
}

TEST_F(PeripheralMonitor, LooksAtNoDeviceWithoutAllEvents) {
    const auto look = [this](std::uint32_t watching) {
        client = openClient(bridge(watching | services::CTI_SERVICE_CLIENT_CONTROL, "looker"));
        client->take();
        return refusalIn(ask(*client, request(MessageType::SNAPSHOT_DEVICE_REQ).set(Field::AgentInstrument, "3101")));
    };
    EXPECT_EQ(look(services::CTI_SERVICE_PERIPHERAL_MONITOR), "E_CTI_FUNCTION_NOT_AVAILABLE");
    EXPECT_EQ(look(services::CTI_SERVICE_ALL_EVENTS), "SNAPSHOT_DEVICE_CONF");
}

TEST_F(PeripheralMonitor, GetsNothingAfterItsStop) {
    const std::uint32_t monitor = start(watchDevice("3101"));
    EXPECT_EQ(refusalIn(ask(*client, stop(monitor))), "MONITOR_STOP_CONF");
    behind.emitEvent(about(MessageType::CALL_HELD_EVENT, 7, "L1", "3101"));
    EXPECT_EQ(takeMonitors(), Ids());
    EXPECT_EQ(refusalIn(ask(*client, stop(monitor))), "E_CTI_INVALID_MONITORID");
}

TEST_F(PeripheralMonitor, OfACallEndsWithTheLastOfItsParties) {
    const std::uint32_t monitor = start(watchCall(7, "L1"));
    behind.calls.erase(7);
    behind.emitEvent(about(MessageType::END_CALL_EVENT, 7, "L1", "3101"));
    behind.emitEvent(about(MessageType::END_CALL_EVENT, 7, "L2", "3102"));
    EXPECT_EQ(takeMonitors(), (Ids{monitor, monitor}));
    behind.emitEvent(about(MessageType::BEGIN_CALL_EVENT, 7, "L9", "3101"));
    EXPECT_EQ(takeMonitors(), Ids());
    EXPECT_EQ(refusalIn(ask(*client, stop(monitor))), "E_CTI_MONITOR_TERMINATED");
    EXPECT_EQ(refusalIn(ask(*client, change(monitor, 0, 0))), "E_CTI_MONITOR_TERMINATED");
}

TEST_F(PeripheralMonitor, OfACallStaysWhileTheCallGoesFromOnePhoneToAnother) {
    const std::uint32_t monitor = start(watchCall(8, "L3"));
    behind.emitEvent(about(MessageType::END_CALL_EVENT, 8, "L3", "3101"));
    behind.emitEvent(about(MessageType::BEGIN_CALL_EVENT, 8, "L4", "3102"));
    EXPECT_EQ(takeMonitors(), (Ids{monitor, monitor}));
}

TEST_F(PeripheralMonitor, OfACallEndsWhenItsPartiesGoIntoAnother) {
    const std::uint32_t monitor = start(watchCall(8, "L3"));
    behind.calls.erase(8);
    SwitchEvent renamed = about(MessageType::CALL_DATA_UPDATE_EVENT, 8, "L3", "3101");
    renamed.fields.push_back({Field::NewConnectionCallID, 7U});
    renamed.fields.push_back({Field::NewConnectionDeviceID, "L3"});
    behind.emitEvent(renamed);
    EXPECT_EQ(takeMonitors(), Ids{monitor});
    EXPECT_EQ(refusalIn(ask(*client, stop(monitor))), "E_CTI_MONITOR_TERMINATED");
}

TEST_F(PeripheralMonitor, IsNobodyElses) {
    const std::uint32_t monitor = start(watchDevice("3101"));
    const auto other = openClient(bridge(services::CTI_SERVICE_PERIPHERAL_MONITOR, "other"));
    EXPECT_EQ(refusalIn(ask(*other, stop(monitor))), "E_CTI_INVALID_MONITORID");
    EXPECT_EQ(refusalIn(ask(*other, change(monitor, 0, 0))), "E_CTI_INVALID_MONITORID");
    behind.emitEvent(about(MessageType::CALL_HELD_EVENT, 7, "L1", "3101"));
    EXPECT_EQ(takeMonitors(), Ids{monitor});
    EXPECT_TRUE(other->take().empty());
}

TEST_F(PeripheralMonitor, EndsWithTheSession) {
    const std::uint32_t monitor = start(watchDevice("3101"));
    EXPECT_EQ(refusalIn(ask(*client, request(MessageType::CLOSE_REQ))), "CLOSE_CONF");
    const auto again = ask(*client, bridge(services::CTI_SERVICE_PERIPHERAL_MONITOR).build());
    EXPECT_EQ(refusalIn(again), "OPEN_CONF");
    behind.emitEvent(about(MessageType::CALL_HELD_EVENT, 7, "L1", "3101"));
    EXPECT_EQ(takeMonitors(), Ids());
    EXPECT_EQ(refusalIn(ask(*client, stop(monitor))), "E_CTI_INVALID_MONITORID");
}

TEST_F(PeripheralMonitor, HearsOfTranslationRoutesOnce) {
    start(watchDevice("3101"));
    behind.emitEvent({MessageType::CALL_TRANSLATION_ROUTE_EVENT, "3101", {{Field::DNIS, "8001"}}});
    EXPECT_EQ(takeMonitors(), Ids{0});
}

TEST_F(PeripheralMonitor, IsTheSameAtEveryVersion) {
    for (const Version version : versionsWith(MessageType::MONITOR_START_REQ)) {
        client = openClient(bridge(services::CTI_SERVICE_PERIPHERAL_MONITOR, "bridge", version));
        const std::uint32_t monitor = start(watchDevice("3101", version));
        behind.emitEvent(about(MessageType::CALL_HELD_EVENT, 7, "L1", "3101"));
        EXPECT_EQ(takeMonitors(), Ids{monitor}) << version;
        EXPECT_EQ(refusalIn(ask(*client, stop(monitor, version))), "MONITOR_STOP_CONF") << version;
    }
}

struct MonitorRefusal {
    const char* name;
    std::function<MessageBuilder()> make;
    const char* status;
};
void PrintTo(const MonitorRefusal& refusal, std::ostream* out) { *out << refusal.name; }

const MonitorRefusal monitorRefusals[] = {
    {"OtherPeripheral", [] { return watchDevice("3101").set(Field::PeripheralID, 4999); },
     "E_CTI_INVALID_PERIPHERAL_ID"},
    {"NeitherCallNorDevice",
     [] {
         return request(MessageType::MONITOR_START_REQ)
             .set(Field::ConnectionDeviceIDType, noConnection)
             .set(Field::MonitoredDeviceType, noDevice);
     },
     "E_CTI_REQUIRED_DATA_MISSING"},
    {"CallWithoutDevice",
     [] {
         return request(MessageType::MONITOR_START_REQ)
             .set(Field::ConnectionCallID, 7)
             .set(Field::MonitoredDeviceType, noDevice);
     },
     "E_CTI_REQUIRED_DATA_MISSING"},
    {"Both", [] { return watchCall(7, "L1").set(Field::MonitoredDeviceID, "3101"); },
     "E_CTI_MUTUALLY_EXCLUS_DEVICEID_TYPES"},
    {"UnknownCall", [] { return watchCall(9, "L1"); }, "E_CTI_INVALID_CALLID"},
    {"UnknownLeg", [] { return watchCall(7, "L3"); }, "E_CTI_INVALID_CALLID"},
    {"UnknownDevice", [] { return watchDevice("9999"); }, "E_CTI_INVALID_DEVICE"},
    {"UnknownDeviceType", [] { return watchDevice("3101").set(Field::MonitoredDeviceType, 5); },
     "E_CTI_INVALID_DEVICE_ID_TYPE"},
    {"Trunk", [] { return watchDevice("3101").set(Field::MonitoredDeviceType, 70); }, "E_CTI_INVALID_DEVICE"},
    {"UnknownConnectionType", [] { return watchCall(7, "L1").set(Field::ConnectionDeviceIDType, 5); },
     "E_CTI_INVALID_CONNECTION_ID_TYPE"},
    {"UnusedStateBits", [] { return watchDevice("3101").set(Field::AgentStateMask, 0xFFFFFFFF); },
     "E_CTI_INVALID_AGENT_STATE_MASK"},
    {"UnknownMonitorToStop", [] { return stop(4711); }, "E_CTI_INVALID_MONITORID"},
    {"UnknownMonitorToChange", [] { return change(4711, 0, 0); }, "E_CTI_INVALID_MONITORID"},
    {"UnusedStateBitsInAChange", [] { return change(1, 0, 0xFFFFFFFF); }, "E_CTI_INVALID_AGENT_STATE_MASK"},
};

class MonitorRefusals : public PeripheralMonitor, public testing::WithParamInterface<MonitorRefusal> {};

TEST_P(MonitorRefusals, NameTheGuidesStatus) {
    EXPECT_EQ(refusalIn(ask(*client, GetParam().make())), GetParam().status);
    behind.emitEvent(about(MessageType::CALL_HELD_EVENT, 7, "L1", "3101"));
    EXPECT_EQ(takeMonitors(), Ids());
}

INSTANTIATE_TEST_SUITE_P(Monitors, MonitorRefusals, testing::ValuesIn(monitorRefusals),
                         [](const auto& which) { return std::string(which.param.name); });

TEST_F(PeripheralMonitor, OfTheSameDeviceOrCallIsRefusedTwice) {
    start(watchDevice("3101"));
    EXPECT_EQ(refusalIn(ask(*client, watchDevice("3101"))), "E_CTI_MONITOR_ALREADY_EXISTS");
    start(watchCall(7, "L1"));
    EXPECT_EQ(refusalIn(ask(*client, watchCall(7, "L2"))), "E_CTI_MONITOR_ALREADY_EXISTS");
}

TEST_F(PeripheralMonitor, TakesNoBitsOfLaterVersions) {
    client = openClient(bridge(services::CTI_SERVICE_PERIPHERAL_MONITOR, "bridge", 14));
    EXPECT_EQ(refusalIn(ask(*client, watchDevice("3101", 14).set(Field::CallMsgMask, 0xFFFFFFFF))),
              "E_CTI_INVALID_CALL_MSG_MASK");
    const std::uint32_t monitor = start(watchDevice("3101", 14));
    EXPECT_EQ(refusalIn(ask(*client, request(MessageType::CHANGE_MONITOR_MASK_REQ, 14)
                                         .set(Field::MonitorID, monitor)
                                         .set(Field::CallMsgMask, 0xFFFFFFFF))),
              "E_CTI_INVALID_CALL_MSG_MASK");
}

TEST_F(PeripheralMonitor, NeedsItsService) {
    client = openClient(bridge(services::CTI_SERVICE_ALL_EVENTS));
    client->take();
    for (const MessageBuilder& message : {watchDevice("3101"), stop(1), change(1, 0, 0)}) {
        EXPECT_EQ(refusalIn(ask(*client, message)), "E_CTI_FUNCTION_NOT_AVAILABLE");
    }
}

} // namespace

} // namespace callwright::simulator
