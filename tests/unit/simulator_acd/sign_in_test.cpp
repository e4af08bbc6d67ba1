#include "tests/unit/simulator_acd/acd_fixture.h"

namespace callwright::simulator {

using States = std::vector<protocol::AgentState>;
using protocol::DeskSettingsMask::DESK_LOGOUT_REASON_REQUIRED_MASK;

class SignIn : public AcdTest {};

TEST_F(SignIn, IsFollowedByNotReady) {
    EXPECT_EQ(refusal(login("1001", "3101")), "");
    EXPECT_EQ(agentStates("3101"), (States{AGENT_STATE_LOGIN, AGENT_STATE_NOT_READY}));
    const Seen& last = *at("3101", MessageType::AGENT_STATE_EVENT).back();
    EXPECT_EQ(last.text(Field::AgentID), "1001");
    EXPECT_EQ(last.text(Field::AgentExtension), "3101");
    EXPECT_EQ(last.text(Field::AgentInstrument), "3101");
    EXPECT_EQ(last.number(Field::ICMAgentID), 5001u);
    EXPECT_EQ(last.number(Field::PeripheralType), 17u);
    EXPECT_EQ(last.number(Field::NumFltSkillGroups), 3u);
    EXPECT_EQ(last.count(Field::FltSkillGroupNumber), 3u);
    EXPECT_EQ(last.number(Field::SkillGroupNumber), protocol::NULL_SKILL_GROUP);
}

TEST_F(SignIn, WorksOnEveryConfiguredInstrument) {
    EXPECT_EQ(refusal(login("1001", "3107")), "");
    const auto record = acd->agentById("1001");
    ASSERT_TRUE(record);
    EXPECT_EQ(record->instrument, "3107");
    EXPECT_EQ(record->extension, "3107");
    EXPECT_EQ(acd->agentAtInstrument("3107")->agentId, "1001");
    EXPECT_FALSE(acd->agentAtInstrument("3101"));
}

TEST_F(SignIn, IsRefusedForWhatDoesNotFit) {
    AcdConfig config = defaultConfig();
    config.agents[1].password = "right";
    start(config);
    signIn("1003");
    const Sets wrong{{Field::AgentPassword, "wrong"}};
    struct Row {
        const char* agent;
        const char* instrument;
        Sets more;
        const char* refusal;
    };
    const Row rows[] = {
        {"1001", "9999", {}, "CF_INVALID_LOGON_DEVICE_SPECIFIED/10004"},
        {"1999", "3101", {}, "CF_INVALID_AGENT_ID_SPECIFIED"},
        {"1002", "3102", wrong, "CF_INVALID_PASSWORD_SPECIFIED"},
        {"1003", "3103", {}, "CF_SPECIFIED_AGENT_ALREADY_SIGNED_ON/10102"},
        {"1003", "3104", {}, "CF_SPECIFIED_AGENT_ALREADY_SIGNED_ON/10102"},
        {"1001", "3103", {}, "CF_SPECIFIED_EXTENSION_ALREADY_IN_USE"},
        {"1001", "3101", {{Field::AgentWorkMode, AgentWorkMode::RA_CALL_BY_CALL}}, "CF_INVALID_AGENT_WORKMODE"},
        {"1001", "3101", {{Field::AgentWorkMode, 5u}}, "E_CTI_INVALID_AGENT_WORK_MODE"},
        {"1001",
         "3101",
         {{Field::NumSkillGroups, 1u}, {Field::SkillGroupNumber, 9u}, {Field::SkillGroupPriority, 0u}},
         "CF_INVALID_SKILL_GROUP_SPECIFIED"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.refusal);
        forget();
        EXPECT_EQ(refusal(login(row.agent, row.instrument, row.more)), row.refusal);
        EXPECT_TRUE(events.empty());
    }
    EXPECT_EQ(refusal(login("1002", "3102", {{Field::AgentPassword, "right"}})), "");
}

TEST_F(SignIn, NeedsAgentIdAndPassword) {
    const Sets withoutId{{Field::AgentState, AGENT_STATE_LOGIN}, {Field::AgentInstrument, "3101"}};
    EXPECT_EQ(refusal(ask("3101", MessageType::SET_AGENT_STATE_REQ, withoutId)), "E_CTI_REQUIRED_DATA_MISSING");
    const Sets withoutPassword{
        {Field::AgentState, AGENT_STATE_LOGIN}, {Field::AgentInstrument, "3101"}, {Field::AgentID, "1001"}};
    EXPECT_EQ(refusal(ask("3101", MessageType::SET_AGENT_STATE_REQ, withoutPassword)), "E_CTI_REQUIRED_DATA_MISSING");
}

TEST_F(SignIn, BySingleSignOnNeedsNoPasswordInOrOut) {
    AcdConfig config = defaultConfig();
    config.agents[0].password = "secret";
    start(config);
    EXPECT_EQ(refusal(login("1001", "3101", {{Field::SSOEnabled, 1u}})), "");
    const Sets out{{Field::AgentState, AGENT_STATE_LOGOUT}, {Field::AgentInstrument, "3101"}, {Field::AgentID, "1001"}};
    EXPECT_EQ(refusal(ask("3101", MessageType::SET_AGENT_STATE_REQ, out)), "");
    EXPECT_EQ(refusal(login("1001", "3101", {{Field::SSOEnabled, 0u}})), "E_CTI_REQUIRED_DATA_MISSING");
}

TEST_F(SignIn, OnlyChecksWhenAskedForAuthenticationOnly) {
    EXPECT_EQ(refusal(login("1001", "3101", {{Field::ForcedFlag, 2u}})), "");
    EXPECT_TRUE(events.empty());
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_LOGOUT);
}

TEST_F(SignIn, ByForceMovesTheAgentAndFreesTheInstrument) {
    signIn("1001");
    signIn("1002");
    EXPECT_EQ(refusal(login("1001", "3102", {{Field::ForcedFlag, 1u}})), "");
    EXPECT_EQ(stateOf("1002"), AGENT_STATE_LOGOUT);
    EXPECT_EQ(acd->agentById("1001")->instrument, "3102");
    EXPECT_EQ(agentStates("3101").back(), AGENT_STATE_LOGOUT);
}

TEST_F(SignIn, ToSomeSkillGroupsTakesCallsOfThoseOnly) {
    login("1001", "3101",
          {{Field::NumSkillGroups, 1u}, {Field::SkillGroupNumber, 2u}, {Field::SkillGroupPriority, 0u}});
    setState("3101", AGENT_STATE_AVAILABLE);
    callIn("Billing");
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_AVAILABLE);
    callIn("Support");
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_RESERVED);
}

TEST_F(SignIn, AtAPhoneThatTalksSaysSoAndTalks) {
    signIn("1001");
    dial("3101", "3102");
    act(MessageType::ANSWER_CALL_REQ, "3102", legAt("3102"));
    forget();
    signIn("1002");
    EXPECT_EQ(agentStates("3102"), (States{AGENT_STATE_LOGIN, AGENT_STATE_NOT_READY, AGENT_STATE_TALKING}));
    EXPECT_EQ(at("3102", MessageType::AGENT_STATE_EVENT)[1]->number(Field::EventReasonCode), 51004u);
}

class SignOut : public AcdTest {};

TEST_F(SignOut, IsPossibleFromNotReadyOnly) {
    makeReady("1001");
    EXPECT_EQ(refusal(logout("1001", "3101")), "CF_INVALID_OBJECT_STATE/10112");
    setState("3101", AGENT_STATE_NOT_READY, 3);
    forget();
    EXPECT_EQ(refusal(logout("1001", "3101", 1)), "");
    const Seen& out = only("3101", MessageType::AGENT_STATE_EVENT);
    EXPECT_EQ(out.number(Field::AgentState), number(AGENT_STATE_LOGOUT));
    EXPECT_EQ(out.number(Field::EventReasonCode), 1u);
    EXPECT_EQ(out.text(Field::AgentID), "1001");
    EXPECT_FALSE(acd->agentAtInstrument("3101"));
    EXPECT_EQ(refusal(logout("1001", "3101", 1)), "CF_INVALID_OBJECT_STATE/10101");
}

TEST_F(SignOut, NeedsTheReasonThatDeskSettingsAskFor) {
    signIn("1010");
    EXPECT_EQ(refusal(setState("3110", AGENT_STATE_NOT_READY)), "CF_REASON_CODE_REQUIRED");
    EXPECT_EQ(refusal(logout("1010", "3110")), "CF_REASON_CODE_REQUIRED");
    EXPECT_EQ(refusal(setState("3110", AGENT_STATE_NOT_READY, 4)), "");
    EXPECT_EQ(reasonOf("1010"), 4u);
    EXPECT_EQ(refusal(logout("1010", "3110", 2)), "");
}

TEST_F(SignOut, IsOnlyForTheAgentWhoIsThere) {
    signIn("1001");
    EXPECT_EQ(refusal(logout("1002", "3101")), "CF_INVALID_AGENT_ID_SPECIFIED");
}

TEST_F(SignOut, CanBeForcedFromReadyButNotFromACall) {
    makeReady("1001");
    const Sets forced{{Field::AgentState, AGENT_STATE_LOGOUT},
                      {Field::ForcedFlag, 1u},
                      {Field::AgentInstrument, "3101"},
                      {Field::AgentID, "1001"},
                      {Field::AgentPassword, ""}};
    const std::uint32_t call = callIn("Billing");
    EXPECT_EQ(refusal(ask("3101", MessageType::SET_AGENT_STATE_REQ, forced)), "CF_INVALID_OBJECT_STATE/10112");
    EXPECT_TRUE(acd->hangup(call));
    EXPECT_EQ(refusal(ask("3101", MessageType::SET_AGENT_STATE_REQ, forced)), "");
}

TEST_F(SignOut, HappensByItselfAfterLongInactivity) {
    AcdConfig config = defaultConfig();
    config.agents[0].desk.logoutNonActivityTime = 600;
    start(config);
    signIn("1001");
    clock.advance(std::chrono::seconds(599));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_NOT_READY);
    clock.advance(std::chrono::seconds(1));
    EXPECT_EQ(stateOf("1001"), AGENT_STATE_LOGOUT);
    EXPECT_EQ(reasonOf("1001"), 50004u);
}

} // namespace callwright::simulator
