#include "cil/events/event_types.h"
#include "cil/events/keywords.h"
#include "cil/service/message_filter.h"

#include <gtest/gtest.h>

#include <string>

namespace callwright::service {
namespace {

using Slipped = FilterProblem::Kind;

struct FilteredEvent {
    EventId id;
    Arguments arguments;
};

const FilteredEvent state1001{
    EventId::OnAgentStateChange,
    {{keyword::AgentID, QStringLiteral("1001")},
     {keyword::PeripheralID, 5000U},
     {keyword::UniqueObjectID, QStringLiteral("agent.5000.1001")},
     {keyword::SkillGroupNumber, 20U},
     {Keyword::indexed(keyword::SkillGroup, 2), Arguments{{keyword::SkillGroupNumber, 21U}}}}};
const FilteredEvent beginEvent{EventId::OnCallBegin,
                               {{keyword::UniqueObjectID, QStringLiteral("call.5000.77.9001")},
                                {keyword::ConnectionCallID, 77U},
                                {keyword::DialedNumber, QStringLiteral("10*1")},
                                {keyword::ECC, Arguments{}.set(u"user.account", QStringLiteral("88-12"))}}};
const FilteredEvent statisticsEvent{EventId::OnSkillGroupStatisticsUpdated, {{keyword::SkillGroupNumber, 20U}}};
const FilteredEvent failureEvent{EventId::OnCTIOSFailure, {{keyword::FailureCode, 9}}};
const FilteredEvent greetingEvent{EventId(248), {{keyword::ConnectionCallID, 77U}}};
const FilteredEvent connectionEvent{EventId::OnConnection, {}};
const FilteredEvent monitoredEvent{EventId::OnMonitoredCallBegin, beginEvent.arguments};
const FilteredEvent establishedEvent{EventId::OnMonitorModeEstablished, {}};

struct FilterCase {
    const char* filter;
    const FilteredEvent& event;
    bool passes;
};

class FilterCases : public ::testing::TestWithParam<FilterCase> {};

TEST_P(FilterCases, PassesWhatItAsksFor) {
    const auto filter = MessageFilter::parse(QString::fromLatin1(GetParam().filter));
    ASSERT_TRUE(filter) << problemText(filter.error()).toStdString();
    EXPECT_EQ(filter->passes(GetParam().event.id, GetParam().event.arguments), GetParam().passes)
        << GetParam().filter << ' ' << eventName(GetParam().event.id).toStdString();
}

const FilterCase filterCases[] = {
    // one key, several values
    {"AgentID=1001", state1001, true},
    {"AgentID=1002", state1001, false},
    {"AgentID=1002,1001", state1001, true},
    {"AgentID = 1002 , 1001 ", state1001, true},
    {"agentid=1001", state1001, true},
    {"ekwAgentID=1001", state1001, true},
    {"AgentID=100", state1001, false},
    {"PeripheralID=5000", state1001, true},
    {"PeripheralID=05000", state1001, false},
    {"UniqueObjectID=agent.5000.1001", state1001, true},
    {"UniqueObjectID=AGENT.5000.1001", state1001, false},
    // several keys
    {"AgentID=1001;PeripheralID=5000", state1001, true},
    {"AgentID=1001;PeripheralID=5001", state1001, false},
    {"AgentID=1001;AgentID=1002", state1001, false},
    {"AgentID=1001;", state1001, true},
    {";;AgentID=1001;;", state1001, true},
    {"AgentID=1001;ConnectionCallID=77", state1001, false},
    // wildcards
    {"AgentID=*", state1001, true},
    {"AgentID=10*", state1001, true},
    {"AgentID=10*9", state1001, true}, // what follows is ignored
    {"AgentID=11*", state1001, false},
    {"AgentID=*", beginEvent, false}, // carries none
    {"DialedNumber=10*1", beginEvent, true},
    {"DialedNumber=*0*1", beginEvent, true},
    // groups and ECC
    {"SkillGroupNumber=20", state1001, true},
    {"SkillGroupNumber=21", state1001, true},
    {"SkillGroupNumber=22", state1001, false},
    {"AgentID=1001; SkillGroupNumber=20, 21", state1001, true},
    {"user.account=88*", beginEvent, true},
    {"user.account=99*", beginEvent, false},
    // events
    {"MessageID=30", state1001, true},
    {"MessageID = 30", state1001, true},
    {"MessageID=0x1E", state1001, true},
    {"MessageID=23,24", state1001, false},
    {"MessageID=23,24", beginEvent, true},
    {"messageid=OnAgentStateChange", state1001, true},
    {"MessageID=onagentstatechange", state1001, true},
    {"MessageID=30;AgentID=1001", state1001, true},
    {"MessageID=30;AgentID=1002", state1001, false},
    {"MessageID=30,23;MessageID=30", beginEvent, false},
    {"MessageID=30,23;MessageID=30", state1001, true},
    {"MessageID=*", beginEvent, true},
    {"MessageID=*;AgentID=1001", beginEvent, false},
    {"MessageID=CALL_AGENT_GREETING_EVENT", greetingEvent, true},
    {"MessageID=248", greetingEvent, true},
    {"MessageID=30", greetingEvent, false},
    {"ConnectionCallID=77", greetingEvent, true},
    {"MessageID=OnControlFailureConf", failureEvent, false},
    // what a filter keeps back and what it never does
    {"MessageID=30", failureEvent, false},
    {"MessageID=30,OnCTIOSFailure", failureEvent, true},
    {"MessageID=30", connectionEvent, true},
    {"MessageID=30", monitoredEvent, true},
    {"MessageID=30", establishedEvent, true},
    // statistics
    {"FilterTarget=SkillGroupStats", statisticsEvent, true},
    {"filtertarget=skillgroupstats", statisticsEvent, true},
    {"FilterTarget=SkillGroupStats", state1001, false},
    {"FilterTarget=SkillGroupStats", failureEvent, false},
    {"FilterTarget=SkillGroupStats;SkillGroupNumber=21", statisticsEvent, false},
    {"HideSilentMonitorCalls", beginEvent, true},
};

INSTANTIATE_TEST_SUITE_P(MessageFilter, FilterCases, ::testing::ValuesIn(filterCases));

TEST(MessageFilter, SilentMonitorCallsMayBeHidden) {
    const auto hides = [](const char* expression) {
        return !MessageFilter::parse(QString::fromLatin1(expression))
                    ->passes(beginEvent.id, beginEvent.arguments, true);
    };
    EXPECT_TRUE(hides("HideSilentMonitorCalls"));
    EXPECT_TRUE(hides("HideSilentMonitorCallEvents=1"));
    EXPECT_TRUE(hides("MessageID=*;hidesilentmonitorcalls=true"));
    EXPECT_FALSE(hides("HideSilentMonitorCalls=0"));
    EXPECT_FALSE(hides("MessageID=*"));
}

TEST(MessageFilter, AFailedRequestIsOneNameForTwoInterfaces) {
    const auto filter = MessageFilter::parse(QStringLiteral("MessageID=OnControlFailureConf"));
    ASSERT_TRUE(filter);
    EXPECT_TRUE(filter->passes(EventId::OnCallControlFailureConf, {}));
    EXPECT_TRUE(filter->passes(EventId::OnAgentControlFailureConf, {}));
}

struct Slip {
    const char* filter;
    Slipped kind;
    int position;
    const char* word;
};

class FilterSlips : public ::testing::TestWithParam<Slip> {};

TEST_P(FilterSlips, SayWhatIsWrongAndWhere) {
    const auto filter = MessageFilter::parse(QString::fromLatin1(GetParam().filter));
    ASSERT_FALSE(filter) << GetParam().filter;
    EXPECT_EQ(filter.error().kind, GetParam().kind) << GetParam().filter;
    EXPECT_EQ(filter.error().position, GetParam().position) << GetParam().filter;
    EXPECT_EQ(filter.error().word, QString::fromLatin1(GetParam().word)) << GetParam().filter;
    EXPECT_FALSE(problemText(filter.error()).contains(u'%'));
}

const Slip filterSlips[] = {
    {"", Slipped::Empty, 0, ""},
    {"  ", Slipped::Empty, 2, ""},
    {" ; ;", Slipped::Empty, 1, "; ;"},
    {"AgentID", Slipped::NoEqualSign, 0, "AgentID"},
    {"MessageID=30;AgentID", Slipped::NoEqualSign, 13, "AgentID"},
    {"=1001", Slipped::NoKey, 0, "="},
    {"MessageID=30; =1001", Slipped::NoKey, 14, "="},
    {"AgentID=", Slipped::NoValue, 8, ""},
    {"AgentID=1001,,1002", Slipped::NoValue, 13, ""},
    {"AgentID=1001,", Slipped::NoValue, 13, ""},
    {"AgendID=1001", Slipped::NoKeyword, 0, "AgendID"},
    {"MessageID=30; Nonsense=1", Slipped::NoKeyword, 14, "Nonsense"},
    {"MessageID=OnCallBegins", Slipped::NoEvent, 10, "OnCallBegins"},
    {"MessageID=30, 99999", Slipped::NoEvent, 14, "99999"},
    {"MessageID=-1", Slipped::NoEvent, 10, "-1"},
    {"MessageID=OnConnection", Slipped::NotFilterable, 10, "OnConnection"},
    {"MessageID=OnMonitoredCallBegin", Slipped::NotFilterable, 10, "OnMonitoredCallBegin"},
    {"MessageID=OnPreLogout", Slipped::NotFilterable, 10, "OnPreLogout"},
    {"MessageID=OnFailureEvent", Slipped::NotFilterable, 10, "OnFailureEvent"},
    {"FilterTarget=Agents", Slipped::NoSuchTarget, 13, "Agents"},
    {"HideSilentMonitorCalls=maybe", Slipped::NoSwitch, 23, "maybe"},
};

INSTANTIATE_TEST_SUITE_P(MessageFilter, FilterSlips, ::testing::ValuesIn(filterSlips));

TEST(MessageFilter, HasALimit) {
    const QString fits = QStringLiteral("AgentID=") + QString(MessageFilter::maxLength - 8, u'1');
    EXPECT_TRUE(MessageFilter::parse(fits));
    const auto tooLong = MessageFilter::parse(fits + u'1');
    ASSERT_FALSE(tooLong);
    EXPECT_EQ(tooLong.error().kind, Slipped::TooLong);
    const auto many = MessageFilter::parse(QString(MessageFilter::maxLength, u';'));
    ASSERT_FALSE(many);
    EXPECT_EQ(many.error().kind, Slipped::Empty);
}

TEST(MessageFilter, TellsWhichValuesAKeyMustHave) {
    const auto filter = MessageFilter::parse(QStringLiteral("MessageID=30;AgentID=1001,20*"));
    ASSERT_TRUE(filter);
    const auto values = filter->valuesOf(keyword::AgentID);
    ASSERT_EQ(values.size(), 2U);
    EXPECT_EQ(values[0].text, QStringLiteral("1001"));
    EXPECT_FALSE(values[0].isPrefix);
    EXPECT_EQ(values[1].text, QStringLiteral("20"));
    EXPECT_TRUE(values[1].isPrefix);
    EXPECT_TRUE(filter->valuesOf(keyword::DialedNumber).empty());
}

} // namespace
} // namespace callwright::service
