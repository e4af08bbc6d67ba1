#include "cil/objects/directory.h"
#include "cil/service/event_mapping.h"
#include "tests/support/facts_record.h"
#include "tests/unit/objects/supervisor_fixture.h"

namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::MessageType;

struct Groups : Directory {
    std::optional<PersonName> person(std::uint32_t, const QString&) const override { return std::nullopt; }
    std::optional<QString> skillGroup(std::uint32_t, std::uint32_t number) const override {
        return number == 30 ? std::optional(QStringLiteral("Claims")) : std::nullopt;
    }
};

class Figures : public SupervisorFixture {
protected:
    void answerAgent() {
        peer().send(peer()
                        .message(MessageType::QUERY_AGENT_STATISTICS_CONF)
                        .set(Field::InvokeID, peer().last(MessageType::QUERY_AGENT_STATISTICS_REQ).invokeId())
                        .set(Field::PeripheralID, 5000U)
                        .set(Field::AgentOutCallsToday, 2U)
                        .set(Field::HandledCallsToday, 3U)
                        .set(Field::AgentOutCallsTalkTimeToday, 100U)
                        .set(Field::HandledCallsTalkTimeToday, 400U)
                        .set(Field::AgentID, std::string_view("1001")));
        settle();
    }
    void answerGroup() {
        peer().send(peer()
                        .message(MessageType::QUERY_SKILL_GROUP_STATISTICS_CONF)
                        .set(Field::InvokeID, peer().last(MessageType::QUERY_SKILL_GROUP_STATISTICS_REQ).invokeId())
                        .set(Field::PeripheralID, 5000U)
                        .set(Field::SkillGroupNumber, 30U)
                        .set(Field::SkillGroupID, 5030U)
                        .set(Field::AgentsAvail, 4U)
                        .set(Field::CallsQNow, 0xFFFFFFFFU));
        settle();
    }
    void tellOwnGroups(const std::vector<std::uint32_t>& numbers) {
        auto state = peer().message(MessageType::AGENT_STATE_EVENT);
        state.set(Field::PeripheralID, 5000U)
            .set(Field::AgentState, AgentState::NotReady)
            .set(Field::MRDID, 1U)
            .set(Field::NumFltSkillGroups, static_cast<std::uint32_t>(numbers.size()))
            .set(Field::AgentID, std::string_view("1001"));
        for (const std::uint32_t number : numbers)
            state.set(Field::FltSkillGroupNumber, number)
                .set(Field::FltSkillGroupID, 5000U + number)
                .set(Field::FltSkillGroupPriority, 1U)
                .set(Field::FltSkillGroupState, AgentState::NotReady);
        peer().send(state);
        settle();
    }
    std::size_t asked() const {
        return const_cast<Figures*>(this)->peer().count(MessageType::QUERY_AGENT_STATISTICS_REQ);
    }
    std::size_t groupsAsked() const {
        return const_cast<Figures*>(this)->peer().count(MessageType::QUERY_SKILL_GROUP_STATISTICS_REQ);
    }
};

TEST_F(Figures, OfTheAgentComeAtOnceWithTheComputedOnes) {
    signIn();
    ASSERT_TRUE(agent().enableAgentStatistics());
    settle();
    EXPECT_EQ(peer().last(MessageType::QUERY_AGENT_STATISTICS_REQ).text(Field::AgentID), "1001");
    answerAgent();
    EXPECT_EQ(names(), list({"OnAgentStatistics"}));
    const Arguments& told = last(EventId::OnAgentStatistics);
    EXPECT_TRUE(service::missingParameters(EventId::OnAgentStatistics, told).empty());
    EXPECT_EQ(told.toUInt(Keyword::of(u"HandledCallsToday")), 3U);
    EXPECT_EQ(told.toUInt(Keyword::of(u"AvgTalkTimeToday")), 100U);
    EXPECT_EQ(agent().properties().arguments(keyword::Statistics)->toUInt(Keyword::of(u"CallsHandledToday")), 5U);
}

TEST_F(Figures, OfTheAgentAreAskedForWhenACallIsOver) {
    talk();
    ASSERT_TRUE(agent().enableAgentStatistics());
    settle();
    answerAgent();
    clock.advance(std::chrono::minutes(10));
    EXPECT_EQ(asked(), 1U); // not at an interval
    endCall();
    sendState(AgentState::WorkNotReady);
    EXPECT_EQ(asked(), 1U); // counts change when wrap-up is over
    sendState(AgentState::NotReady);
    EXPECT_EQ(asked(), 2U);
    sendState(AgentState::Available);
    EXPECT_EQ(asked(), 2U);
}

TEST_F(Figures, OfTheAgentAreAskedForAtAnIntervalWhereTheSettingsSaySo) {
    settings.pollsAgentStatisticsAtEndCall = false;
    settings.agentStatisticsPollSeconds = 20;
    signIn();
    ASSERT_TRUE(agent().enableAgentStatistics());
    settle();
    answerAgent();
    clock.advance(std::chrono::seconds(19));
    EXPECT_EQ(asked(), 1U);
    clock.advance(std::chrono::seconds(2));
    EXPECT_EQ(asked(), 2U);
    clock.advance(std::chrono::seconds(10)); // no second question before the answer
    answerAgent();
    ASSERT_TRUE(agent().disableAgentStatistics());
    clock.advance(std::chrono::minutes(2));
    EXPECT_EQ(asked(), 2U);
}

TEST_F(Figures, ARefusalIsToldOnce) {
    settings.pollsAgentStatisticsAtEndCall = false;
    signIn();
    ASSERT_TRUE(agent().enableAgentStatistics());
    settle();
    peer().fail(peer().last(MessageType::QUERY_AGENT_STATISTICS_REQ),
                protocol::StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE);
    clock.advance(std::chrono::minutes(5));
    EXPECT_EQ(asked(), 1U);
    EXPECT_EQ(count(EventId::OnAgentControlFailureConf), 1U);
}

TEST_F(Figures, NeedASignIn) {
    openAs(AgentState::Logout);
    EXPECT_EQ(agent().enableAgentStatistics().code, CilCode::AgentNotSignedIn);
    EXPECT_EQ(agent().enableSkillGroupStatistics({30}).code, CilCode::AgentNotSignedIn);
}

TEST_F(Figures, OfAGroupMakeItAnObject) {
    const Groups directory;
    session().setDirectory(directory);
    signIn();
    ASSERT_TRUE(agent().enableSkillGroupStatistics({30}));
    settle();
    EXPECT_EQ(names(), list({"OnSkillInfoEvent"}));
    EXPECT_EQ(last(EventId::OnSkillInfoEvent).toString(keyword::SkillGroupName), QStringLiteral("Claims"));
    const ReceivedFrame& request = peer().last(MessageType::QUERY_SKILL_GROUP_STATISTICS_REQ);
    EXPECT_EQ(request.number(Field::SkillGroupNumber), 30U);
    EXPECT_EQ(request.number(Field::SkillGroupID), 0xFFFFFFFFU);
    answerGroup();
    const Arguments& told = last(EventId::OnSkillGroupStatisticsUpdated);
    EXPECT_TRUE(service::missingParameters(EventId::OnSkillGroupStatisticsUpdated, told).empty());
    EXPECT_EQ(told.arguments(keyword::Statistics)->toUInt(Keyword::of(u"AgentsAvail")), 4U);
    EXPECT_EQ(told.arguments(keyword::Statistics)->toInt(Keyword::of(u"CallsQNow")), -1); // not known
    ASSERT_EQ(session().skillGroups().size(), 1U);
    const SkillGroup& group = *session().skillGroups().front();
    EXPECT_EQ(group.uniqueObjectId(), QStringLiteral("skillgroup.5000.30"));
    EXPECT_EQ(group.name(), QStringLiteral("Claims"));
    clock.advance(std::chrono::seconds(11));
    EXPECT_EQ(groupsAsked(), 2U);
    ASSERT_TRUE(agent().disableSkillGroupStatistics());
    answerGroup();
    clock.advance(std::chrono::minutes(1));
    EXPECT_EQ(groupsAsked(), 2U);
}

TEST_F(Figures, OfTheOwnGroupsWhenNoneIsNamed) {
    signIn();
    tellOwnGroups({30, 31});
    ASSERT_TRUE(agent().enableSkillGroupStatistics());
    settle();
    EXPECT_EQ(groupsAsked(), 2U);
    EXPECT_EQ(peer().last(MessageType::QUERY_SKILL_GROUP_STATISTICS_REQ).number(Field::SkillGroupNumber), 31U);
}

TEST_F(Figures, OfAGroupAreAskedForByEveryObjectThatMay) {
    EXPECT_EQ(session().enableSkillGroupStatistics({30}).code, CilCode::NotConnected);
    signIn();
    EXPECT_TRUE(agent().skillGroups().empty());
    ASSERT_TRUE(session().enableSkillGroupStatistics({30}));
    settle();
    answerGroup();
    ASSERT_EQ(agent().skillGroups().size(), 1U);
    SkillGroup& group = *agent().skillGroups().front();
    ASSERT_TRUE(session().disableSkillGroupStatistics({30}));
    clock.advance(std::chrono::minutes(1));
    EXPECT_EQ(groupsAsked(), 1U);
    ASSERT_TRUE(group.enableSkillGroupStatistics());
    settle();
    EXPECT_EQ(groupsAsked(), 2U);
    EXPECT_EQ(agent().skillGroups(), std::vector<SkillGroup*>{&group}); // it is known by its number
    answerGroup();
    ASSERT_TRUE(group.disableSkillGroupStatistics());
    clock.advance(std::chrono::minutes(1));
    EXPECT_EQ(groupsAsked(), 2U);
}

TEST_F(Figures, AreAmongAGroupsProperties) {
    const Groups directory;
    session().setDirectory(directory);
    signIn();
    tellOwnGroups({30});
    ASSERT_TRUE(agent().enableSkillGroupStatistics());
    settle();
    answerGroup();
    const Arguments& group = agent().skillGroups().front()->properties();
    for (const auto& [key, value] :
         std::initializer_list<std::pair<Keyword, QString>>{{keyword::SkillGroupID, QStringLiteral("5030")},
                                                            {keyword::SkillGroupName, QStringLiteral("Claims")},
                                                            {keyword::SkillGroupState, QStringLiteral("2")}}) {
        EXPECT_EQ(group.toString(key), value);
        noteFact("property", "SkillGroup\t" + key.name().toStdString());
    }
    ASSERT_NE(group.arguments(keyword::Statistics), nullptr);
    EXPECT_EQ(group.arguments(keyword::Statistics)->toUInt(Keyword::of(u"AgentsAvail")), 4U);
    noteFact("property", "SkillGroup\tStatistics");
    const Arguments all = agent().properties();
    const Arguments* own = all.arguments(Keyword::indexed(keyword::SkillGroup, 1));
    ASSERT_NE(own, nullptr);
    EXPECT_EQ(own->toUInt(keyword::SkillGroupNumber), 30U);
    noteFact("property", "Agent\tSkillGroup[1]");
}

TEST_F(Figures, EndWithTheSignOut) {
    settings.pollsAgentStatisticsAtEndCall = false;
    signIn();
    ASSERT_TRUE(agent().enableAgentStatistics());
    settle();
    answerAgent();
    sendState(AgentState::Logout);
    clock.advance(std::chrono::minutes(1));
    EXPECT_EQ(asked(), 1U);
}

} // namespace
} // namespace callwright::testing
