#include "app/simulator/server/event_masks.h"
#include "tests/unit/simulator_acd/acd_fixture.h"

namespace callwright::simulator {

using Texts = std::vector<std::string>;

/// Team 1 is led by 1091 and has 1001 to 1006; team 2 by 1092 with 1007 to 1012.
class Teams : public AcdTest {
protected:
    using Numbers = std::vector<std::uint32_t>;
    static Numbers numbersIn(const Seen& event, Field field) {
        Numbers all;
        protocol::Decoder decoder(protocol::newestVersion);
        const auto view = decoder.decode(event.frame);
        for (std::size_t i = 0; const auto* found = view->find(field, i); ++i)
            all.push_back(found->number().value_or(~0u));
        return all;
    }
    const Seen& told(std::size_t index) const {
        const auto all = at("", MessageType::AGENT_TEAM_CONFIG_EVENT);
        static const Seen nothing;
        return index < all.size() ? *all[index] : nothing;
    }
};

TEST_F(Teams, AreLedByPrimaryAndOtherSupervisors) {
    AcdConfig config = defaultConfig();
    config.teams[0].supervisors = {"1092"};
    start(config);
    using Ids = std::vector<std::uint32_t>;
    EXPECT_EQ(acd->teamsLedBy("1091"), Ids{1});
    EXPECT_EQ(acd->teamsLedBy("1092"), (Ids{1, 2}));
    EXPECT_EQ(acd->teamsLedBy("1001"), Ids());
    EXPECT_TRUE(acd->isTeamMember("1001", 1));
    EXPECT_FALSE(acd->isTeamMember("1001", 2));
    EXPECT_FALSE(acd->isTeamMember("9999", 1));
}

TEST_F(Teams, AreToldWithFlagsStatesAndTimes) {
    AcdConfig config = defaultConfig();
    config.teams[0].supervisors = {"1092"};
    start(config);
    makeReady("1002");
    clock.advance(std::chrono::seconds(5));
    const auto parts = seen(acd->teamConfiguration(1));
    ASSERT_EQ(parts.size(), 1u);
    EXPECT_EQ(parts[0].texts(Field::AtcAgentID),
              (Texts{"1001", "1002", "1003", "1004", "1005", "1006", "1091", "1092"}));
    EXPECT_EQ(numbersIn(parts[0], Field::AgentFlags), (Numbers{0, 0, 0, 0, 0, 0, 1, 4}));
    EXPECT_EQ(numbersIn(parts[0], Field::AtcAgentState).at(0), number(AGENT_STATE_LOGOUT));
    EXPECT_EQ(numbersIn(parts[0], Field::AtcAgentState).at(1), number(AGENT_STATE_AVAILABLE));
    EXPECT_EQ(numbersIn(parts[0], Field::AtcStateDuration).at(1), 5u);
    EXPECT_EQ(parts[0].number(Field::NumberOfAgents), 8u);
    EXPECT_EQ(parts[0].number(Field::ConfigOperation), 0u);
    EXPECT_EQ(parts[0].text(Field::AgentTeamName), "Morning");
    EXPECT_TRUE(acd->teamConfiguration(9).empty());
}

TEST_F(Teams, OfMoreThan64ComeInParts) {
    AcdConfig config = defaultConfig();
    for (int i = 0; i < 130; ++i) {
        AgentConfig agent = config.agents.front();
        agent.id = std::to_string(2000 + i);
        config.agents.push_back(agent);
    }
    start(config);
    const auto parts = seen(acd->teamConfiguration(1));
    ASSERT_EQ(parts.size(), 3u);
    EXPECT_EQ(parts[0].texts(Field::AtcAgentID).size(), 64u);
    EXPECT_EQ(parts[1].texts(Field::AtcAgentID).size(), 64u);
    EXPECT_EQ(parts[2].texts(Field::AtcAgentID).size(), 137u - 128u);
    EXPECT_EQ(parts[0].number(Field::ConfigOperation), 0u);
    EXPECT_EQ(parts[1].number(Field::ConfigOperation), 1u);
    EXPECT_EQ(parts[2].number(Field::ConfigOperation), 1u);
}

TEST_F(Teams, StatesAreThoseOfWhoIsSignedIn) {
    makeReady("1002");
    signIn("1007");
    const auto states = seen(acd->teamStates(1));
    ASSERT_EQ(states.size(), 1u);
    EXPECT_EQ(states[0].text(Field::AgentID), "1002");
    EXPECT_EQ(states[0].number(Field::AgentState), number(AGENT_STATE_AVAILABLE));
}

TEST_F(Teams, ChangeForTheTimeBeingAndBack) {
    EXPECT_TRUE(acd->setTeam("1003", 2));
    EXPECT_EQ(told(0).number(Field::TeamID), 1u);
    EXPECT_EQ(told(0).number(Field::ConfigOperation), 2u);
    EXPECT_EQ(told(0).texts(Field::AtcAgentID), Texts{"1003"});
    EXPECT_EQ(told(1).number(Field::TeamID), 2u);
    EXPECT_EQ(told(1).number(Field::ConfigOperation), 1u);
    EXPECT_EQ(told(1).number(Field::AgentFlags), 2u) << "a temporary agent";
    EXPECT_TRUE(acd->isTeamMember("1003", 2));
    forget();
    EXPECT_TRUE(acd->setTeam("1003", 2));
    EXPECT_TRUE(events.empty());
    EXPECT_TRUE(acd->setTeam("1003", std::nullopt));
    EXPECT_EQ(told(0).number(Field::TeamID), 2u);
    EXPECT_EQ(told(0).number(Field::ConfigOperation), 2u);
    EXPECT_EQ(told(1).number(Field::TeamID), 1u);
    EXPECT_EQ(told(1).number(Field::ConfigOperation), 0u);
    EXPECT_EQ(told(1).texts(Field::AtcAgentID).size(), 7u);
    EXPECT_FALSE(acd->setTeam("1003", 9));
    EXPECT_FALSE(acd->setTeam("9999", 1));
}

/// What a supervisor does for an agent of the team.
class StateOfMember : public AcdTest {
protected:
    SwitchAnswer set(const std::string& instrument, protocol::AgentState state, std::uint32_t reason = 0) {
        protocol::MessageBuilder builder(MessageType::SET_AGENT_STATE_REQ, 25);
        builder.set(Field::PeripheralID, 5000u).set(Field::AgentState, state).set(Field::EventReasonCode, reason);
        const auto frame = builder.build();
        protocol::Decoder decoder(25);
        return acd->setStateOfMember(instrument, *decoder.decode(*frame));
    }
};

TEST_F(StateOfMember, IsReadyNotReadyOrSignedOutWithoutAPassword) {
    signIn("1001");
    EXPECT_EQ(refusal(set("3101", AGENT_STATE_AVAILABLE)), "");
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_AVAILABLE);
    EXPECT_EQ(refusal(set("3101", AGENT_STATE_NOT_READY, 7)), "");
    EXPECT_EQ(reasonOf("1001"), 7u);
    makeReady("1002");
    EXPECT_EQ(refusal(set("3102", AGENT_STATE_LOGOUT, 999)), "");
    EXPECT_EQ(stateOf("1002"), AGENT_STATE_LOGOUT);
    EXPECT_EQ(reasonOf("1002"), 999u);
    EXPECT_EQ(refusal(set("3102", AGENT_STATE_AVAILABLE)), "E_CTI_AGENT_NOT_LOGGED_ON");
    EXPECT_EQ(refusal(set("3101", AGENT_STATE_TALKING)), "CF_INVALID_OBJECT_STATE/10108");
    EXPECT_EQ(refusal(set("3101", AGENT_STATE_LOGIN)), "CF_INVALID_OBJECT_STATE/10108");
}

TEST_F(StateOfMember, SignedOutOnACallWaitsForItsEnd) {
    makeReady("1001");
    callIn("Billing");
    act(MessageType::ANSWER_CALL_REQ, "3101", legAt("3101"));
    forget();
    EXPECT_EQ(refusal(set("3101", AGENT_STATE_LOGOUT, 999)), "");
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_TALKING);
    EXPECT_EQ(only("3101", MessageType::AGENT_STATE_EVENT).number(Field::NextAgentState), number(AGENT_STATE_LOGOUT));
    act(MessageType::CLEAR_CONNECTION_REQ, "3101", legAt("3101"));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_LOGOUT);
    EXPECT_EQ(reasonOf("1001"), 999u);
}

TEST_F(StateOfMember, SignedOutWhileItRingsWaitsToo) {
    makeReady("1001");
    const std::uint32_t call = callIn("Billing");
    EXPECT_EQ(refusal(set("3101", AGENT_STATE_LOGOUT, 999)), "");
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_RESERVED);
    EXPECT_TRUE(acd->hangup(call));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_LOGOUT);
}

} // namespace callwright::simulator
