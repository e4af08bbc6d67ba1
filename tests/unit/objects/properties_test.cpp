#include "cil/events/dump.h"
#include "cil/objects/properties.h"
#include "tests/support/facts_record.h"
#include "tests/unit/objects/supervisor_fixture.h"
#include "tests/unit/service/tsv.h"

#include <map>
#include <set>

namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::MessageType;

class Properties : public SupervisorFixture {
protected:
    Properties() {
        settings =
            Settings::fromTree({{QStringLiteral("Login/ConnectionProfiles/Berlin/CtiOsA"), parameters.sideA.host},
                                {QStringLiteral("ECC/account"), 0},
                                {QStringLiteral("ECC/orders"), 2},
                                {QStringLiteral("Screens/Left/Width"), 5}})
                .settings;
    }

    /// A call of which the server tells everything that it has a field for.
    void talkOnAFullCall() {
        memberTalks();
        ASSERT_TRUE(agent().enableSkillGroupStatistics({30}));
        auto begin = callEvent(MessageType::BEGIN_CALL_EVENT);
        begin.set(Field::CallType, 1U);
        for (const Field text :
             {Field::ANI, Field::DNIS, Field::DialedNumber, Field::CallerEnteredDigits, Field::CallWrapupData,
              Field::UserToUserInfo, Field::CallVariable1, Field::CallVariable2, Field::CallVariable3,
              Field::CallVariable4, Field::CallVariable5, Field::CallVariable6, Field::CallVariable7,
              Field::CallVariable8, Field::CallVariable9, Field::CallVariable10})
            begin.set(text, std::string_view("17"));
        begin.set(Field::RouterCallKeyDay, 151000U).set(Field::RouterCallKeyCallID, 812U);
        begin.setNamed("user.account", "88", std::nullopt);
        begin.set(Field::CTIClientSignature, std::string_view("Callwright")).set(Field::CTIClientTimestamp, 1U);
        peer().send(begin);
        peer().send(callEvent(MessageType::CALL_ESTABLISHED_EVENT)
                        .set(Field::AnsweringDeviceID, std::string_view("3101"))
                        .set(Field::LocalConnectionState, protocol::LocalConnectionState::LCS_CONNECT));
        settle();
    }
};

/// Properties that wait for what this test does not bring about; each with its reason.
const std::map<std::string, std::string> later = {
    {"Agent.SkillGroup[n]", "of the state event; Figures.OfTheOwnGroupsWhenNoneIsNamed"},
    {"SkillGroup.SkillGroupName", "of the directory; Figures.OfAGroupMakeItAnObject"},
    {"SkillGroup.SkillGroupState", "of the own groups"},
    {"SkillGroup.SkillGroupID", "with the first figures"},
    {"SkillGroup.Statistics", "with the first figures"},
    {"Call.LineType", "of CALL_DELIVERED_EVENT and others"},
    {"Call.MeasuredCallQTime", "of CALL_DELIVERED_EVENT and others"},
    {"Call.ServiceID", "of CALL_DELIVERED_EVENT and others"},
    {"Call.ServiceNumber", "of CALL_DELIVERED_EVENT and others"},
    {"Call.SkillGroupID", "of CALL_DELIVERED_EVENT and others"},
    {"Call.SkillGroupNumber", "of CALL_DELIVERED_EVENT and others"},
    {"Call.CampaignID", "of outbound campaigns"},
    {"Call.QueryRuleID", "of outbound campaigns"},
    {"Call.CustomerPhoneNumber", "of outbound campaigns"},
    {"Call.CustomerAccountNumber", "of outbound campaigns"},
};

TEST_F(Properties, OfEveryObjectAreReadable) {
    talkOnAFullCall();
    ASSERT_TRUE(session().requestDesktopSettings(0));
    peer().send(peer().message(MessageType::RTP_STARTED_EVENT));
    agent().superviseCall(nullptr, nullptr, SupervisoryAction::Clear);
    ASSERT_EQ(session().calls().size(), 1U);
    const std::map<std::string, Arguments> objects = {{"Session", session().properties()},
                                                      {"Agent", agent().properties()},
                                                      {"Call", onlyCall().properties()},
                                                      {"SkillGroup", session().skillGroups().front()->properties()}};
    std::ifstream file(std::string(CALLWRIGHT_TEST_DATA) + "/../../cil/events/tables/properties.tsv");
    std::string line;
    std::getline(file, line);
    int seen = 0;
    while (std::getline(file, line)) {
        const auto cells = splitTabs(line);
        const auto object = objects.find(cells[0]);
        if (object == objects.end() || later.contains(cells[0] + '.' + cells[1]))
            continue;
        ++seen;
        const bool isThere = object->second.contains(Keyword::of(QString::fromStdString(cells[1])));
        EXPECT_TRUE(isThere) << line;
        if (isThere)
            noteFact("property", cells[0] + '\t' + cells[1]);
    }
    EXPECT_GT(seen, 80);
}

TEST_F(Properties, AreReadByEveryMethodOfTheFacts) {
    signIn();
    const Arguments all = agent().properties();
    EXPECT_TRUE(all.contains(Keyword::of(u"ekwAgentID"))); // IsValid
    EXPECT_EQ(all.toString(keyword::AgentID), QStringLiteral("1001"));
    EXPECT_EQ(all.toInt(keyword::AgentID), 1001);
    EXPECT_EQ(all.value(keyword::PeripheralID).type(), ArgType::UInt);
    EXPECT_EQ(all.at(all.size() + 1), nullptr);
    EXPECT_FALSE(all.at(1)->key.name().isEmpty());
    const Arguments array{{keyword::Cluster, ArgArray{QStringLiteral("one"), QStringLiteral("two")}}};
    EXPECT_EQ(propertyElement(array, keyword::Cluster, 2).toString(), QStringLiteral("two"));
    EXPECT_EQ(propertyElement(array, keyword::Cluster, 3).type(), ArgType::NotSet);
    EXPECT_EQ(propertyElement(array, keyword::Cluster, 0).type(), ArgType::NotSet);
}

TEST_F(Properties, AreDumpedWithoutSecrets) {
    const Arguments nested{{keyword::AgentID, QStringLiteral("1001")},
                           {keyword::AgentPassword, QStringLiteral("secret")},
                           {keyword::ECC, Arguments{{keyword::Text, QStringLiteral("x")}}}};
    EXPECT_EQ(dump(nested), QStringLiteral("AgentID = 1001; AgentPassword = ***; ECC = {Text = x}"));
}

TEST_F(Properties, OfAnAgentAreSetBeforeTheSignInOnly) {
    ASSERT_TRUE(session().setAgent(identity));
    EXPECT_TRUE(agent().setValue(keyword::AgentInstrument, QStringLiteral("3105")));
    EXPECT_TRUE(agent().setValue(keyword::PeripheralID, 5001));
    EXPECT_EQ(agent().identity().agentInstrument, QStringLiteral("3105"));
    EXPECT_EQ(agent().uniqueObjectId(), QStringLiteral("agent.5001.1001"));
    EXPECT_FALSE(agent().setValue(keyword::AgentState, 3));
    EXPECT_FALSE(agent().setValue(keyword::PeripheralID, QStringLiteral("x")));
    signIn();
    EXPECT_FALSE(agent().setValue(keyword::AgentID, QStringLiteral("1009")));
    EXPECT_FALSE(agent().setValue(keyword::AgentPassword, QStringLiteral("x")));
}

TEST_F(Properties, APasswordIsKnownToBeThereAndNoMore) {
    ASSERT_TRUE(session().setAgent(identity));
    EXPECT_EQ(agent().properties().toString(keyword::AgentPassword), QString());
    EXPECT_TRUE(agent().setValue(keyword::AgentPassword, QStringLiteral("secret")));
    EXPECT_EQ(agent().properties().toString(keyword::AgentPassword), QStringLiteral("***"));
}

TEST_F(Properties, TheSystemsStatusIsWhatTheServerToldLast) {
    signIn();
    EXPECT_EQ(session().systemStatus(), 0U);
    peer().send(peer()
                    .message(MessageType::SYSTEM_EVENT)
                    .set(Field::PGStatus, 2U)
                    .set(Field::SystemEventID, protocol::SystemEventID::SYS_CENTRAL_CONTROLLER_OFFLINE));
    settle();
    EXPECT_EQ(session().systemStatus(), 2U);
    EXPECT_EQ(session().properties().toUInt(keyword::SystemStatus), 2U);
}

TEST_F(Properties, TheSessionFindsItsObjects) {
    talkOnAFullCall();
    EXPECT_EQ(session().findObject(QStringLiteral("agent.5000.1001")), &agent());
    EXPECT_EQ(session().findObject(QStringLiteral("agent.5000.1002")), &member());
    EXPECT_EQ(session().findObject(onlyCall().uniqueObjectId()), &onlyCall());
    EXPECT_EQ(session().findObject(QStringLiteral("skillgroup.5000.30")), session().skillGroups().front());
    EXPECT_EQ(session().findObject(QStringLiteral("call.5000.1.x")), nullptr);
    const Arguments* references = session().properties().arguments(keyword::ObjectReferences);
    ASSERT_NE(references, nullptr);
}

TEST_F(Properties, TheSessionKnowsWhoItServes) {
    EXPECT_FALSE(session().isAgent() || session().isSupervisor());
    EXPECT_TRUE(session().setAgent(identity));
    EXPECT_TRUE(session().isSupervisor());
    EXPECT_FALSE(session().isCcmSilentMonitor());
    EXPECT_EQ(session().setAgent({}).code, CilCode::MissingArgument);
    signIn();
    EXPECT_EQ(session().setAgent(identity).code, CilCode::AgentAlreadyInSession);
    EXPECT_EQ(session().setAgent({5000, QStringLiteral("1009"), QStringLiteral("3109"), false}).code,
              CilCode::SetAgentNeedsDisconnect);
    EXPECT_TRUE(session().setSupervisorSilentMonitorMode(1));
    EXPECT_EQ(session().properties().toInt(keyword::SilentMonitorForceMonitoredMode), 1);
    EXPECT_EQ(session().setSupervisorSilentMonitorMode(2).code, CilCode::InvalidArgument);
}

TEST_F(Properties, TheLastErrorIsThatOfTheLastRequest) {
    signIn();
    EXPECT_EQ(session().lastError(), 0);
    EXPECT_FALSE(agent().reportBadCallLine());
    EXPECT_EQ(session().lastError(), session().properties().toInt(keyword::LastError));
    EXPECT_NE(session().lastError(), 0);
    EXPECT_TRUE(agent().setReady());
    EXPECT_EQ(session().lastError(), 0);
    EXPECT_EQ(session().reportError(CilCode::InvalidCall), CilCode::InvalidCall);
    EXPECT_EQ(session().properties().toInt(keyword::LastError), CilCode::InvalidCall);
}

TEST_F(Properties, DesktopSettingsAreServedFromTheOwnSettings) {
    EXPECT_EQ(session().requestDesktopSettings(0).code, CilCode::NotConnected);
    signIn();
    EXPECT_EQ(session().requestDesktopSettings(2).code, CilCode::InvalidDesktopType);
    ASSERT_TRUE(session().requestDesktopSettings(1));
    const Arguments& told = last(EventId::OnGlobalSettingsDownloadConf);
    const Arguments* grid = told.arguments(keyword::Grid);
    ASSERT_NE(grid, nullptr);
    const Arguments* columns = grid->arguments(Keyword::of(u"CallAppearance"))->arguments(Keyword::of(u"columns"));
    ASSERT_NE(columns, nullptr);
    EXPECT_EQ(columns->arguments(Keyword::of(u"1"))->toString(Keyword::of(u"Type")), QStringLiteral("CallID"));
    const Arguments* monitor = told.arguments(keyword::IPCCSilentMonitor)->arguments(Keyword::of(u"settings"));
    EXPECT_EQ(monitor->toInt(Keyword::of(u"MonitoringIPPort")), 39200);
    EXPECT_FALSE(told.contains(Keyword::of(u"Server"))); // that part is the server's
    EXPECT_TRUE(session().properties().contains(keyword::Grid));
    EXPECT_EQ(dump(*session().properties().arguments(keyword::ECC)),
              QStringLiteral("user.account = {}; user.orders[0] = {}; user.orders[1] = {}"));
    const Arguments* unknown = told.arguments(Keyword::of(u"Screens"));
    ASSERT_NE(unknown, nullptr);
    EXPECT_EQ(unknown->size(), 0U);
}

} // namespace
} // namespace callwright::testing
