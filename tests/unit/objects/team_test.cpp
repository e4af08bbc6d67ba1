#include "cil/objects/directory.h"
#include "cil/service/event_mapping.h"
#include "tests/unit/objects/supervisor_fixture.h"

namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::MessageType;

class Team : public SupervisorFixture {};

struct FewNames : Directory {
    std::optional<PersonName> person(std::uint32_t, const QString& agentId) const override {
        if (agentId != u"1002")
            return std::nullopt;
        return PersonName{QStringLiteral("Ann"), QStringLiteral("Bell"), QStringLiteral("abell")};
    }
    std::optional<QString> skillGroup(std::uint32_t, std::uint32_t) const override { return std::nullopt; }
};

TEST_F(Team, MembersAreToldWithEverythingTheListPromises) {
    signIn();
    sendTeam({"1001", "1002", "1003"});
    EXPECT_EQ(names(), list({"OnNewAgentTeamMember", "OnNewAgentTeamMember"})); // the supervisor is no member
    const Arguments& told = last(EventId::OnNewAgentTeamMember);
    EXPECT_TRUE(service::missingParameters(EventId::OnNewAgentTeamMember, told).empty());
    EXPECT_EQ(told.toString(keyword::UniqueObjectID), QStringLiteral("agent.5000.1003"));
    EXPECT_EQ(told.toString(keyword::SupervisorID), QStringLiteral("1001"));
    EXPECT_EQ(told.toUInt(keyword::ConfigOperation), 1U);
    EXPECT_EQ(session().agents().size(), 3U);
    EXPECT_EQ(member("1003").state(), AgentState::NotReady);
    EXPECT_GE(member("1003").timeInState(), std::chrono::seconds(125));
    EXPECT_TRUE(member("1003").isTeamMember());
    EXPECT_FALSE(agent().isTeamMember());
}

TEST_F(Team, ANameThatTheDirectoryKnowsIsTold) {
    const FewNames directory;
    session().setDirectory(directory);
    signIn();
    sendTeam({"1002", "1003"});
    EXPECT_EQ(names(), list({"OnNewAgentTeamMember", "OnMonitoredAgentInfoEvent", "OnNewAgentTeamMember"}));
    const Arguments& told = last(EventId::OnMonitoredAgentInfoEvent);
    EXPECT_TRUE(service::missingParameters(EventId::OnMonitoredAgentInfoEvent, told).empty());
    EXPECT_EQ(told.toString(keyword::AgentFirstName), QStringLiteral("Ann"));
    EXPECT_EQ(told.toString(keyword::LoginName), QStringLiteral("abell"));
    EXPECT_EQ(member().properties().toString(keyword::AgentName), QStringLiteral("Ann Bell"));
}

TEST_F(Team, WhoLeavesIsToldAndGone) {
    signInWithTeam();
    sendTeam({"1003"}, 2);
    EXPECT_EQ(names(), list({"OnNewAgentTeamMember"}));
    EXPECT_EQ(last(EventId::OnNewAgentTeamMember).toUInt(keyword::ConfigOperation), 2U);
    EXPECT_EQ(session().findAgent(QStringLiteral("agent.5000.1003")), nullptr);
    sendTeam({"1003"});
    EXPECT_EQ(member("1003").state(), AgentState::NotReady);
}

TEST_F(Team, BackToTheConfiguredTeamEndsTemporaryMembership) {
    signInWithTeam();
    sendTeam({"1009"}, 1, 2);
    EXPECT_EQ(session().agents().size(), 4U);
    sendTeam({"1002", "1003"}, 0);
    EXPECT_EQ(session().agents().size(), 3U);
    EXPECT_EQ(session().findAgent(QStringLiteral("agent.5000.1009")), nullptr);
}

TEST_F(Team, TheListComesInSegmentsAndTellsTheMembersAgain) {
    signInWithTeam();
    ASSERT_TRUE(agent().requestAgentTeamList());
    settle();
    const ReceivedFrame& request = peer().last(MessageType::LIST_AGENT_TEAM_REQ);
    EXPECT_EQ(request.number(Field::SupervisorID), 77U);
    for (const std::uint32_t more : {1U, 0U}) {
        peer().send(peer()
                        .message(MessageType::LIST_AGENT_TEAM_CONF)
                        .set(Field::InvokeID, request.invokeId())
                        .set(Field::NumberOfAgentTeams, 1U)
                        .set(Field::SegmentNumber, 2 - more)
                        .set(Field::More, more)
                        .set(Field::TeamID, 600U + more));
    }
    settle();
    EXPECT_EQ(names(),
              list({"LIST_AGENT_TEAM_CONF", "LIST_AGENT_TEAM_CONF", "OnNewAgentTeamMember", "OnNewAgentTeamMember"}));
    ASSERT_TRUE(agent().startMonitoringAllAgentTeams());
    settle();
    EXPECT_EQ(peer().count(MessageType::MONITOR_AGENT_TEAM_START_REQ), 3U); // 501 of the configuration, 600, 601
}

TEST_F(Team, AllTeamsAreAskedForWhenNoneIsKnown) {
    signIn();
    EXPECT_EQ(agent().startMonitoringAllAgentTeams().code, CilCode::InvalidObjectState); // who asks is not known yet
    sendOwnState(77);
    ASSERT_TRUE(agent().startMonitoringAllAgentTeams());
    settle();
    EXPECT_EQ(peer().count(MessageType::MONITOR_AGENT_TEAM_START_REQ), 0U);
    peer().send(peer()
                    .message(MessageType::LIST_AGENT_TEAM_CONF)
                    .set(Field::InvokeID, peer().last(MessageType::LIST_AGENT_TEAM_REQ).invokeId())
                    .set(Field::NumberOfAgentTeams, 1U)
                    .set(Field::TeamID, 601U));
    settle();
    EXPECT_EQ(peer().last(MessageType::MONITOR_AGENT_TEAM_START_REQ).number(Field::TeamID), 601U);
}

TEST_F(Team, NeedsASupervisorWhoIsSignedIn) {
    openAs(AgentState::Logout);
    EXPECT_EQ(agent().requestAgentTeamList().code, CilCode::AgentNotSignedIn);
}

TEST_F(Team, StatesOfMembersAreTheirs) {
    signInWithTeam();
    ASSERT_TRUE(agent().startMonitoringAgentTeam(501));
    settle();
    EXPECT_EQ(peer().last(MessageType::MONITOR_AGENT_TEAM_START_REQ).number(Field::TeamID), 501U);
    confirmWith(MessageType::MONITOR_AGENT_TEAM_START_REQ, MessageType::MONITOR_AGENT_TEAM_START_CONF, teamMonitor);
    EXPECT_EQ(names(), list({"MONITOR_AGENT_TEAM_START_CONF"}));
    forget();
    sendMember("1002", AgentState::Available);
    EXPECT_EQ(allNames(), list({"OnMonitoredAgentStateChange"})); // no own buttons move
    const Arguments& told = last(EventId::OnMonitoredAgentStateChange);
    EXPECT_EQ(told.toBool(keyword::Monitored), true);
    EXPECT_EQ(told.toString(keyword::UniqueObjectID), QStringLiteral("agent.5000.1002"));
    EXPECT_EQ(told.toUInt(keyword::AgentState), 3U);
    EXPECT_EQ(member().state(), AgentState::Available);
    EXPECT_EQ(state(), AgentState::NotReady);
    sendMember("1002", AgentState::Logout); // whoever signs out there does not here
    EXPECT_EQ(count(EventId::OnPreLogout) + count(EventId::OnPostLogout), 0U);

    ASSERT_TRUE(agent().stopMonitoringAgentTeam(501));
    settle();
    EXPECT_EQ(peer().last(MessageType::MONITOR_AGENT_TEAM_STOP_REQ).number(Field::MonitorID), teamMonitor);
    EXPECT_EQ(agent().stopMonitoringAgentTeam(501).code, CilCode::InvalidArgument);
}

TEST_F(Team, AMemberWhoseStateComesFirstIsOneToo) {
    signInWithTeam();
    ASSERT_TRUE(agent().startMonitoringAgentTeam(501));
    settle();
    sendMember("1004", AgentState::Available); // before the monitor is known: a stranger
    EXPECT_TRUE(names().isEmpty());
    confirmWith(MessageType::MONITOR_AGENT_TEAM_START_REQ, MessageType::MONITOR_AGENT_TEAM_START_CONF, teamMonitor);
    sendMember("1004", AgentState::Available);
    EXPECT_EQ(names(), list({"MONITOR_AGENT_TEAM_START_CONF", "OnNewAgentTeamMember", "OnMonitoredAgentStateChange"}));
}

TEST_F(Team, IsForSupervisorsOnly) {
    identity.isSupervisor = false;
    signIn();
    EXPECT_EQ(agent().requestAgentTeamList().code, CilCode::InvalidAgent);
    EXPECT_EQ(agent().startMonitoringAllAgentTeams().code, CilCode::InvalidAgent);
    EXPECT_EQ(agent().stopMonitoringAllAgentTeams().code, CilCode::InvalidAgent);
    EXPECT_EQ(agent().startMonitoringAgent(nullptr).code, CilCode::InvalidAgent);
    EXPECT_EQ(agent().superviseCall(nullptr, nullptr, SupervisoryAction::BargeIn).code, CilCode::InvalidAgent);
}

TEST_F(Team, TheSupervisorSetsStatesOfMembers) {
    monitorMember();
    struct Row {
        AgentState state;
        std::uint32_t reason;
        std::function<CilResult(Agent&)> act;
    };
    const Row rows[] = {
        {AgentState::Available, 0, [](Agent& a) { return a.setReady(); }},
        {AgentState::NotReady, 5, [](Agent& a) { return a.setNotReady(5); }},
        {AgentState::Logout, 999, [](Agent& a) { return a.logout(); }},
    };
    for (const Row& row : rows) {
        ASSERT_TRUE(row.act(member()));
        settle();
        const ReceivedFrame& request = peer().last(MessageType::SET_AGENT_STATE_REQ);
        EXPECT_EQ(request.number(Field::AgentState), static_cast<std::uint32_t>(row.state));
        EXPECT_EQ(request.number(Field::EventReasonCode), row.reason);
        EXPECT_EQ(request.number(Field::ForcedFlag), 1U);
        EXPECT_EQ(request.text(Field::AgentID), "1002");
        EXPECT_EQ(request.text(Field::AgentInstrument), "3102");
        EXPECT_EQ(request.text(Field::SupervisorID), "1001");
        confirmLast(MessageType::SET_AGENT_STATE_REQ);
    }
    EXPECT_EQ(member().login(QStringLiteral("x")).code, CilCode::InvalidAgent);
    EXPECT_EQ(member().makeCall({QStringLiteral("2103")}).code, CilCode::InvalidAgent);
}

TEST_F(Team, TheOwnStateThatTheTeamsMonitorTellsAsWellIsToldOnce) {
    signInWithTeam();
    ASSERT_TRUE(agent().startMonitoringAllAgentTeams());
    settle();
    confirmWith(MessageType::MONITOR_AGENT_TEAM_START_REQ, MessageType::MONITOR_AGENT_TEAM_START_CONF, teamMonitor);
    forget();
    sendState(AgentState::Available);
    sendMember("1001", AgentState::Available, "3101");
    EXPECT_EQ(count(EventId::OnAgentStateChange), 1U);
    EXPECT_EQ(state(), AgentState::Available);
}

TEST_F(Team, AHostileServerDoesNotFillTheMemory) {
    signInWithTeam();
    for (int i = 0; i < 60; ++i) {
        std::vector<std::string> ids;
        for (int k = 0; k < 64; ++k)
            ids.push_back("9" + std::to_string(i * 64 + k));
        sendTeam(ids);
    }
    EXPECT_LE(session().agents().size(), 2049U);
    EXPECT_EQ(session().status(), ConnectionStatus::Open);
}

} // namespace
} // namespace callwright::testing
