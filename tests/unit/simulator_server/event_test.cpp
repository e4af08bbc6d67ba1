#include "app/simulator/server/event_masks.h"
#include "tests/unit/simulator_server/server_fixture.h"

#include <set>

namespace callwright::simulator {

namespace {

SwitchEvent callEvent(MessageType type, const std::string& instrument = "3101") { return {type, instrument, {}}; }

SwitchEvent agentState(std::uint32_t state, std::uint32_t reason = 0) {
    return {MessageType::AGENT_STATE_EVENT,
            "3101",
            {{Field::PeripheralID, 5000U},
             {Field::AgentState, state},
             {Field::EventReasonCode, reason},
             {Field::AgentID, "1001"}}};
}

TEST(EventMasks, EveryCallEventHasTheBitOfItsName) {
    namespace bits = protocol::CallMsgMask;
    const std::pair<MessageType, std::uint32_t> samples[] = {
        {MessageType::CALL_DELIVERED_EVENT, bits::CALL_DELIVERED_MASK},
        {MessageType::CALL_ESTABLISHED_EVENT, bits::CALL_ESTABLISHED_MASK},
        {MessageType::BEGIN_CALL_EVENT, bits::BEGIN_CALL_MASK},
        {MessageType::END_CALL_EVENT, bits::END_CALL_MASK},
        {MessageType::RTP_STARTED_EVENT, bits::RTP_STARTED_MASK},
        {MessageType::AGENT_PRE_CALL_EVENT, bits::AGENT_PRE_CALL_MASK},
        {MessageType::CALL_DATA_UPDATE_EVENT, bits::CALL_DATA_UPDATE_MASK},
    };
    for (const auto& [type, bit] : samples) {
        const SwitchEvent event = callEvent(type);
        EXPECT_TRUE(isAskedFor(event, {bit, 0}));
        EXPECT_FALSE(isAskedFor(event, {~bit, 0xFFFFFFFF}));
    }
}

/// Bits whose event the guide does not lay out any more stand for nothing else.
TEST(EventMasks, EveryBitStandsForExactlyOneEvent) {
    for (std::uint32_t bit = 1; bit != 0; bit <<= 1) {
        int askedFor = 0;
        for (const protocol::MessageSpec& spec : protocol::messages()) {
            const bool isOnlyForBit =
                isAskedFor(callEvent(spec.type), {bit, 0}) && !isAskedFor(callEvent(spec.type), {~bit, 0});
            askedFor += isOnlyForBit ? 1 : 0;
        }
        EXPECT_EQ(askedFor, bit == protocol::CallMsgMask::CALL_TERMINATION_MASK ? 0 : 1) << std::hex << bit;
    }
}

TEST(EventMasks, AgentStatesHaveTheBitOfTheirState) {
    for (std::uint32_t state = 0; state <= 14; ++state) {
        const std::string name = std::string(protocol::enumValueName("AgentState", state));
        int bits = 0;
        for (std::uint32_t bit = 1; bit != 0; bit <<= 1) {
            bits += isAskedFor(agentState(state), {0, bit}) ? 1 : 0;
        }
        EXPECT_EQ(bits, name == "AGENT_STATE_UNKNOWN" ? 0 : 1) << name;
    }
    EXPECT_TRUE(isAskedFor(agentState(10), {0, protocol::AgentStateMask::AGENT_HOLD_MASK}));
    EXPECT_TRUE(isAskedFor(agentState(3), {0, protocol::AgentStateMask::AGENT_AVAILABLE_MASK}));
    EXPECT_TRUE(isAskedFor(agentState(14), {0, protocol::AgentStateMask::AGENT_NOT_ACTIVE_MASK}));
    EXPECT_FALSE(isAskedFor(agentState(4000), {0xFFFFFFFF, 0xFFFFFFFF}));
}

using Events = ServerTest;

TEST_F(Events, GoToTheClientOfTheDeviceOnly) {
    const auto own = openClient();
    const auto other = openClient(OpenFields().with(Field::AgentInstrument, "3102").with(Field::ClientID, "5000.1002"));
    behind.emitEvent(callEvent(MessageType::BEGIN_CALL_EVENT, "3101"));
    clock.settle();
    EXPECT_EQ(own->takeNames(), std::vector<std::string>{"BEGIN_CALL_EVENT"});
    EXPECT_TRUE(other->take().empty());
}

TEST_F(Events, GoToBridgesFromEveryDevice) {
    OpenFields fields;
    fields.with(Field::ServicesRequested, services::CTI_SERVICE_ALL_EVENTS).with(Field::PeripheralID, 0xFFFFFFFF);
    const auto client = openClient(fields.without(Field::AgentInstrument));
    client->take();
    behind.emitEvent(callEvent(MessageType::BEGIN_CALL_EVENT, "3101"));
    behind.emitEvent(callEvent(MessageType::END_CALL_EVENT, "3102"));
    clock.settle();
    EXPECT_EQ(client->takeNames(), (std::vector<std::string>{"BEGIN_CALL_EVENT", "END_CALL_EVENT"}));
}

TEST_F(Events, WithoutAnEventServiceNothingComesButSystemEvents) {
    const auto client = openClient(OpenFields()
                                       .with(Field::ServicesRequested, services::CTI_SERVICE_CLIENT_CONTROL)
                                       .with(Field::PeripheralID, 0xFFFFFFFF));
    behind.emitEvent(callEvent(MessageType::BEGIN_CALL_EVENT, "3101"));
    behind.emitEvent({MessageType::SYSTEM_EVENT, "", {{Field::SystemEventID, 4U}}});
    clock.settle();
    EXPECT_EQ(client->takeNames(), std::vector<std::string>{"SYSTEM_EVENT"});
}

TEST_F(Events, CarryTheMonitorOfTheOpen) {
    const auto client = connectClient();
    const auto opened = ask(*client, OpenFields().build());
    behind.emitEvent(callEvent(MessageType::BEGIN_CALL_EVENT));
    clock.settle();
    const auto events = client->take();
    ASSERT_EQ(events.size(), 1U);
    EXPECT_NE(events[0]->number(Field::MonitorID), 0U);
    EXPECT_EQ(events[0]->number(Field::MonitorID), opened.at(0)->number(Field::MonitorID));
}

TEST_F(Events, NotAskedForDoNotCome) {
    const auto client = openClient(OpenFields()
                                       .with(Field::CallMsgMask, protocol::CallMsgMask::CALL_HELD_MASK)
                                       .with(Field::AgentStateMask, protocol::AgentStateMask::AGENT_HOLD_MASK));
    behind.emitEvent(callEvent(MessageType::CALL_HELD_EVENT));
    behind.emitEvent(callEvent(MessageType::CALL_RETRIEVED_EVENT));
    behind.emitEvent(agentState(10));
    behind.emitEvent(agentState(4));
    clock.settle();
    EXPECT_EQ(client->takeNames(), (std::vector<std::string>{"CALL_HELD_EVENT", "AGENT_STATE_EVENT"}));
}

TEST_F(Events, OfLaterVersionsDoNotCome) {
    OpenFields fields;
    fields.version = 14;
    const auto client = openClient(fields.with(Field::CallMsgMask, 0x00FFFFFF));
    behind.emitEvent(callEvent(MessageType::CALL_AGENT_GREETING_EVENT));
    behind.emitEvent(callEvent(MessageType::BEGIN_CALL_EVENT));
    clock.settle();
    EXPECT_EQ(client->takeNames(), std::vector<std::string>{"BEGIN_CALL_EVENT"});
}

TEST_F(Events, LoseTheFieldsThatAnOlderVersionDoesNotHave) {
    OpenFields fields;
    fields.version = 13;
    const auto client = openClient(fields);
    SwitchEvent event = callEvent(MessageType::BEGIN_CALL_EVENT);
    event.fields = {{Field::ConnectionDeviceID, "3101"}, {Field::CallReferenceID, "since 14"}};
    behind.emitEvent(event);
    clock.settle();
    const auto events = client->take();
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0]->text(Field::ConnectionDeviceID), "3101");
    EXPECT_EQ(events[0]->floating().size(), 1U);
}

TEST_F(Events, OfAgentsNameTheSessionOfTheDevice) {
    const auto client = openClient(OpenFields().with(Field::ClientSignature, "desk 7"));
    behind.emitEvent(agentState(3));
    clock.settle();
    const auto events = client->take();
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0]->number(Field::SessionID), server().state().at(0).at("SessionID").get<std::uint32_t>());
    EXPECT_EQ(events[0]->text(Field::CTIClientSignature), "desk 7");
}

TEST_F(Events, RepeatedAgentStatesAreLeftOutOnRequest) {
    const auto client = openClient(
        OpenFields().with(Field::ServicesRequested,
                          services::CTI_SERVICE_CLIENT_EVENTS | services::CTI_SERVICE_IGNORE_DUPLICATE_AGENT_EVENTS));
    for (const auto& event : {agentState(2, 1), agentState(2, 1), agentState(2, 5), agentState(3), agentState(2, 5)}) {
        behind.emitEvent(event);
    }
    clock.settle();
    EXPECT_EQ(client->take().size(), 4U);
}

TEST_F(Events, OfTrunksAndAbortedAnnouncementsAreForBridges) {
    const auto client = openClient();
    SwitchEvent seized = callEvent(MessageType::CALL_DELIVERED_EVENT);
    seized.instrument = "8001";
    seized.fields = {{Field::LocalConnectionState, 1U}};
    SwitchEvent calling = callEvent(MessageType::CALL_DELIVERED_EVENT); // rings where the agent of this device calls
    calling.fields = {{Field::LocalConnectionState, 1U}};
    SwitchEvent ringing = callEvent(MessageType::CALL_DELIVERED_EVENT);
    ringing.fields = {{Field::LocalConnectionState, 2U}};
    behind.emitEvent(seized);
    behind.emitEvent(callEvent(MessageType::AGENT_PRE_CALL_ABORT_EVENT));
    behind.emitEvent(calling);
    behind.emitEvent(ringing);
    clock.settle();
    const auto events = client->take();
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0]->number(Field::LocalConnectionState), 1U);
    EXPECT_EQ(events[1]->number(Field::LocalConnectionState), 2U);
}

TEST_F(Events, CarryTheRegisteredVariablesOnly) {
    const auto client = openClient();
    EXPECT_EQ(refusalIn(ask(*client, MessageBuilder(MessageType::REGISTER_VARIABLES_REQ, 25)
                                         .set(Field::CallVariableMask, 0x0001)
                                         .setNamed("user.kept", ""))),
              "REGISTER_VARIABLES_CONF");
    SwitchEvent event = callEvent(MessageType::BEGIN_CALL_EVENT);
    event.fields = {{Field::NumNamedVariables, 2U},
                    {Field::ConnectionDeviceID, "3101"},
                    {Field::CallVariable1, "one"},
                    {Field::CallVariable2, "two"},
                    {Field::NamedVariable, NamedField{"user.kept", "a", {}}},
                    {Field::NamedVariable, NamedField{"user.other", "b", {}}}};
    behind.emitEvent(event);
    clock.settle();
    const auto events = client->take();
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0]->text(Field::CallVariable1), "one");
    EXPECT_FALSE(events[0]->has(Field::CallVariable2));
    EXPECT_EQ(events[0]->number(Field::NumNamedVariables), 1U);
    ASSERT_NE(events[0]->find(Field::NamedVariable), nullptr);
    EXPECT_EQ(events[0]->find(Field::NamedVariable)->named()->name, "user.kept");
    EXPECT_EQ(events[0]->find(Field::NamedVariable, 1), nullptr);
}

class ConfirmationOrder : public ServerTest {
protected:
    /// First letters of what a client gets for a request that causes two events: Held, Rtp, and the Confirmation.
    std::string orderWith(std::uint64_t chosenSeed, bool varies) {
        seed = chosenSeed;
        ServerConfig config;
        config.variesEventOrder = varies;
        start(config);
        const auto client = openClient();
        behind.causedByRequest = {callEvent(MessageType::CALL_HELD_EVENT), callEvent(MessageType::RTP_STOPPED_EVENT)};
        std::string order;
        for (const Received& message : ask(*client, MessageBuilder(MessageType::HOLD_CALL_REQ, 25)
                                                        .set(Field::PeripheralID, 5000)
                                                        .set(Field::ConnectionDeviceID, "3101"))) {
            order += message.type() == MessageType::HOLD_CALL_CONF ? 'C' : message.name()[0] == 'R' ? 'R' : 'H';
        }
        return order;
    }
};

TEST_F(ConfirmationOrder, VariesBySeedAndKeepsTheOrderOfEvents) {
    std::set<std::string> seen;
    for (std::uint64_t chosen = 1; chosen <= 50; ++chosen) {
        seen.insert(orderWith(chosen, true));
        EXPECT_EQ(orderWith(chosen, true), orderWith(chosen, true));
    }
    EXPECT_EQ(seen, (std::set<std::string>{"CHR", "HCR", "HRC"}));
}

TEST_F(ConfirmationOrder, IsTheUsualOneOnRequest) {
    for (std::uint64_t chosen = 1; chosen <= 10; ++chosen) {
        EXPECT_EQ(orderWith(chosen, false), "CHR");
    }
}

} // namespace

} // namespace callwright::simulator
