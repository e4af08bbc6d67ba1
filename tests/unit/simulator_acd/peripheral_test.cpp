#include "app/simulator/acd/peripheral.h"
#include "tests/unit/simulator_acd/acd_fixture.h"

namespace callwright::simulator {

using Names = std::vector<std::string>;
using protocol::PeripheralType;
namespace Control = protocol::CallControlMask;

class PeripheralKind : public AcdTest {
protected:
    void begin(PeripheralType type, const std::function<void(AcdConfig&)>& change = {}) {
        AcdConfig config = defaultConfig();
        config.peripheralType = number(type);
        if (change)
            change(config);
        start(std::move(config));
    }
    std::uint32_t controlSupported() {
        ask("3101", MessageType::QUERY_DEVICE_INFO_REQ, {{Field::AgentInstrument, "3101"}});
        return confirmation().number(Field::CallControlSupported).value_or(0);
    }
};

/// CTI Server guide v25, Client Control Service: the requests of its table, with what Unified CCE says to each when
/// nothing fits. A request that the switch does not know is CF_INVALID_FEATURE/20153.
TEST_F(PeripheralKind, EveryRequestOfClientControlIsCarriedOutButThoseThatUnifiedCceForbids) {
    const char* const unknown = "CF_INVALID_FEATURE/20153";
    const std::pair<MessageType, bool> rows[] = {
        {MessageType::QUERY_AGENT_STATE_REQ, true},
        {MessageType::SET_AGENT_STATE_REQ, true},
        {MessageType::ALTERNATE_CALL_REQ, true},
        {MessageType::ANSWER_CALL_REQ, true},
        {MessageType::CLEAR_CALL_REQ, false},
        {MessageType::CLEAR_CONNECTION_REQ, true},
        {MessageType::CONFERENCE_CALL_REQ, true},
        {MessageType::CONSULTATION_CALL_REQ, true},
        {MessageType::DEFLECT_CALL_REQ, true},
        {MessageType::HOLD_CALL_REQ, true},
        {MessageType::MAKE_CALL_REQ, true},
        {MessageType::MAKE_PREDICTIVE_CALL_REQ, false},
        {MessageType::RECONNECT_CALL_REQ, true},
        {MessageType::RETRIEVE_CALL_REQ, true},
        {MessageType::TRANSFER_CALL_REQ, true},
        {MessageType::QUERY_DEVICE_INFO_REQ, true},
        {MessageType::SNAPSHOT_CALL_REQ, true},
        {MessageType::SNAPSHOT_DEVICE_REQ, true},
        {MessageType::SEND_DTMF_SIGNAL_REQ, true},
        {MessageType::SUPERVISOR_ASSIST_REQ, true},
        {MessageType::EMERGENCY_CALL_REQ, true},
        {MessageType::BAD_CALL_REQ, true},
        {MessageType::AGENT_GREETING_CONTROL_REQ, true},
        {MessageType::START_RECORDING_REQ, true},
        {MessageType::STOP_RECORDING_REQ, true},
        {MessageType::START_NETWORK_RECORDING_REQ, true},
        {MessageType::STOP_NETWORK_RECORDING_REQ, true},
    };
    signIn("1001");
    for (const auto& [type, isCarriedOut] : rows) {
        SCOPED_TRACE(number(type));
        EXPECT_EQ(offers(acd->config(), type), isCarriedOut);
        const std::string answer = refusal(ask("3101", type));
        if (isCarriedOut)
            EXPECT_NE(answer, unknown);
        else
            EXPECT_EQ(answer, unknown);
    }
}

/// What the peripherals lack beside Unified CCE's own requests.
TEST_F(PeripheralKind, TellsWhatItOffersAndRefusesTheRest) {
    struct Row {
        PeripheralType type;
        std::uint32_t missing;
    };
    const std::uint32_t predictive = Control::CONTROL_MAKE_PREDICTIVE_CALL;
    const Row rows[] = {
        {PeripheralType::PT_ENTERPRISE_AGENT, predictive | Control::CONTROL_CLEAR_CALL},
        {PeripheralType::PT_ASPECT,
         predictive | Control::CONTROL_CONSULTATION_CALL | Control::CONTROL_SEND_DTMF_SIGNAL},
        {PeripheralType::PT_SYMPOSIUM,
         predictive | Control::CONTROL_ALTERNATE_CALL | Control::CONTROL_SEND_DTMF_SIGNAL},
        {PeripheralType::PT_DEFINITY_ECS_EAS, predictive},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(number(row.type));
        begin(row.type);
        EXPECT_EQ(acd->peripheralType(), number(row.type));
        EXPECT_EQ(controlSupported(), 0x7FFFFu & ~row.missing);
        EXPECT_EQ(confirmation().number(Field::PeripheralType), number(row.type));
        EXPECT_EQ(confirmation().number(Field::OtherFeaturesSupported).value_or(0) &
                      protocol::FeatureMask::FEATURE_POST_ROUTE,
                  row.type == PeripheralType::PT_ENTERPRISE_AGENT ? 0u : 1u);
        signIn("1001");
        EXPECT_EQ(at("3101", MessageType::AGENT_STATE_EVENT).back()->number(Field::PeripheralType), number(row.type));
    }
    begin(PeripheralType::PT_ASPECT);
    EXPECT_EQ(refusal(ask("3101", MessageType::CONSULTATION_CALL_REQ)), "CF_INVALID_FEATURE/20153");
    EXPECT_EQ(refusal(ask("3101", MessageType::SUPERVISOR_ASSIST_REQ)), "CF_INVALID_FEATURE/20153");
}

TEST_F(PeripheralKind, OfAnIvrTakesNoRequestsAtAll) {
    begin(PeripheralType::PT_VRU);
    EXPECT_EQ(refusal(login("1001", "3101")), "CF_INVALID_FEATURE/20153");
    EXPECT_EQ(refusal(dial("3101", "3102")), "CF_INVALID_FEATURE/20153");
}

class QueueEvents : public PeripheralKind {};

TEST_F(QueueEvents, AreNotToldToPhonesByUnifiedCce) {
    signIn("1001");
    dial("3101", "8001");
    makeReady("1002");
    EXPECT_EQ(legState("3102"), number(LCS_ALERTING));
    EXPECT_TRUE(at("3101", MessageType::CALL_QUEUED_EVENT).empty());
    EXPECT_TRUE(at("3101", MessageType::CALL_DEQUEUED_EVENT).empty());
}

TEST_F(QueueEvents, AreToldToWhoeverWaitsWhereTheSwitchDoesThat) {
    begin(PeripheralType::PT_ASPECT, [](AcdConfig& config) { config.tellsQueues = true; });
    signIn("1001");
    callIn("Billing");
    forget();
    dial("3101", "8001");
    EXPECT_EQ(callEvents("3101"), (Names{"BEGIN_CALL", "CALL_SERVICE_INITIATED", "CALL_ORIGINATED", "CALL_QUEUED"}));
    const Seen& queued = only("3101", MessageType::CALL_QUEUED_EVENT);
    EXPECT_EQ(queued.number(Field::NumQueued), 2u);
    EXPECT_EQ(queued.number(Field::NumSkillGroups), 1u);
    EXPECT_EQ(queued.number(Field::SkillGroupNumber), 1u);
    EXPECT_EQ(queued.text(Field::QueueDeviceID), "8001");
    forget();
    makeReady("1002");
    act(MessageType::CLEAR_CONNECTION_REQ, "3102", legAt("3102")); // who rings does not hang up
    makeReady("1003");
    EXPECT_EQ(callEvents("3101"), (Names{"CALL_DEQUEUED", "CALL_DELIVERED"}));
    const Seen& dequeued = only("3101", MessageType::CALL_DEQUEUED_EVENT);
    EXPECT_EQ(dequeued.number(Field::NumQueued), 0u);
    EXPECT_EQ(dequeued.number(Field::NumSkillGroups), 0u) << "all queues";
}

TEST_F(QueueEvents, ComeAgainWhenTheCallWaitsAgain) {
    begin(PeripheralType::PT_ASPECT, [](AcdConfig& config) { config.tellsQueues = true; });
    signIn("1001");
    dial("3101", "8001");
    makeReady("1002");
    forget();
    clock.advance(std::chrono::seconds(20)); // nobody answers
    EXPECT_EQ(only("3101", MessageType::CALL_QUEUED_EVENT).number(Field::NumQueued), 1u);
}

/// CALL_TRANSLATION_ROUTE_EVENT announces routed calls to bridges, on switches other than Unified CCE; those announce
/// nothing to the agent.
TEST_F(PeripheralKind, OthersAnnounceRoutedCallsToBridgesOnly) {
    begin(PeripheralType::PT_DEFINITY_ECS_EAS);
    makeReady("1001");
    forget();
    callIn("Billing", {{"CallVariable1", "gold"}});
    const Seen& announced = only("8001", MessageType::CALL_TRANSLATION_ROUTE_EVENT);
    EXPECT_EQ(announced.text(Field::DNIS), "8001");
    EXPECT_EQ(announced.text(Field::ANI), "4155550134");
    EXPECT_EQ(announced.text(Field::CallVariable1), "gold");
    EXPECT_TRUE(announced.number(Field::RouterCallKeyCallID));
    EXPECT_TRUE(at("3101", MessageType::AGENT_PRE_CALL_EVENT).empty());
    EXPECT_EQ(legState("3101"), number(LCS_ALERTING));
}

class PreCallEvents : public PeripheralKind {
protected:
    void beginWith(PreCall when) {
        begin(PeripheralType::PT_ENTERPRISE_AGENT, [&](AcdConfig& config) {
            config.preCall = when;
            config.variesEventOrder = false;
        });
        makeReady("1001");
        forget();
    }
    Names announcementsAndCall() const {
        Names names;
        for (const Seen& event : events) {
            if (event.type == MessageType::AGENT_PRE_CALL_EVENT)
                names.push_back("AGENT_PRE_CALL");
            if (event.type == MessageType::AGENT_PRE_CALL_ABORT_EVENT)
                names.push_back("AGENT_PRE_CALL_ABORT");
            if (event.type == MessageType::BEGIN_CALL_EVENT && event.instrument == "3101")
                names.push_back("BEGIN_CALL");
        }
        return names;
    }
};

/// AGENT_PRE_CALL_EVENT typically comes before the call; it may come later, and clients cannot count on it.
TEST_F(PreCallEvents, ComeBeforeTheCallOrAfterItOrNever) {
    const std::pair<PreCall, Names> rows[] = {
        {PreCall::BeforeCall, {"AGENT_PRE_CALL", "BEGIN_CALL"}},
        {PreCall::AfterCall, {"BEGIN_CALL", "AGENT_PRE_CALL"}},
        {PreCall::Never, {"BEGIN_CALL"}},
    };
    for (const auto& [when, expected] : rows) {
        beginWith(when);
        callIn("Billing");
        EXPECT_EQ(announcementsAndCall(), expected);
    }
}

/// A call that is announced and never comes: the abort reaches bridges only, so the agent's client has its time-out.
TEST_F(PreCallEvents, AreAllThatComesOfACallThatGetsLost) {
    beginWith(PreCall::BeforeCall);
    acd->loseNextCall();
    const std::uint32_t call = callIn("Billing");
    EXPECT_EQ(announcementsAndCall(), (Names{"AGENT_PRE_CALL", "AGENT_PRE_CALL_ABORT"}));
    EXPECT_EQ(agentStates("3101"), (std::vector<protocol::AgentState>{AGENT_STATE_RESERVED, AGENT_STATE_AVAILABLE}));
    EXPECT_FALSE(acd->hasOutsideParty(call));
    callIn("Billing");
    EXPECT_EQ(legState("3101"), number(LCS_ALERTING)) << "only the next one gets lost";
}

} // namespace callwright::simulator
