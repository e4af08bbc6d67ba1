#include "cil/events/event_list.h"
#include "cil/events/event_types.h"
#include "cil/events/keywords.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace callwright {
namespace {

const Parameter* findParameter(EventId id, Keyword keyword) {
    const auto parameters = parametersOf(id);
    const auto at = std::ranges::find(parameters, keyword, &Parameter::keyword);
    return at != parameters.end() ? &*at : nullptr;
}

TEST(EventList, HoldsEveryEventOfTheInterfaces) {
    EXPECT_EQ(allEvents().size(), 109U); // the 110 rows of the facts without OnEvent, which is no event of its own
    EXPECT_EQ(allEvents().size(), eventCount);
}

TEST(EventList, KeepsTheGivenNumbers) {
    EXPECT_EQ(static_cast<std::uint32_t>(EventId::OnCallBegin), 23U);
    EXPECT_EQ(static_cast<std::uint32_t>(EventId::OnCallEnd), 24U);
    EXPECT_EQ(static_cast<std::uint32_t>(EventId::OnAgentStateChange), 30U);
    EXPECT_EQ(static_cast<std::uint32_t>(EventId::OnCallRTPStarted), 116U);
    EXPECT_EQ(static_cast<std::uint32_t>(EventId::OnCallRTPStopped), 117U);
    EXPECT_EQ(static_cast<std::uint32_t>(EventId::OnSkillGroupStatisticsUpdated), 536871027U);
}

TEST(EventList, NumbersOfOneMessageAreItsNumberAndTheRestAreReserved) {
    for (const EventSpec& event : allEvents()) {
        const auto number = static_cast<std::uint32_t>(event.id);
        if (number < 0x20000000U) {
            EXPECT_TRUE(std::ranges::find(event.wire, number) != event.wire.end())
                << event.name.toString().toStdString();
        } else if (number < 0x40000000U) {
            EXPECT_TRUE(std::ranges::find(event.wire, number - 0x20000000U) != event.wire.end());
        }
    }
}

TEST(EventList, NamesReadAsInTheInterfaces) {
    EXPECT_EQ(eventName(EventId::OnCallBegin), u"OnCallBegin");
    EXPECT_EQ(interfaceName(interfaceOf(EventId::OnCallBegin)), u"ICallEvents");
    EXPECT_EQ(interfaceName(interfaceOf(EventId::OnCallRTPStarted)), u"ISilentMonitorEvents");
    EXPECT_EQ(findEvent(EventId(999999)), nullptr);
    EXPECT_TRUE(eventName(EventId::None).isEmpty());
}

TEST(EventList, OnControlFailureConfStandsInTwoInterfaces) {
    EXPECT_EQ(eventName(EventId::OnCallControlFailureConf), u"OnControlFailureConf");
    EXPECT_EQ(eventName(EventId::OnAgentControlFailureConf), u"OnControlFailureConf");
    EXPECT_EQ(interfaceOf(EventId::OnCallControlFailureConf), EventInterface::ICallEvents);
    EXPECT_EQ(interfaceOf(EventId::OnAgentControlFailureConf), EventInterface::IAgentEvents);
    EXPECT_EQ(findParameter(EventId::OnCallControlFailureConf, keyword::InvokeID), nullptr);
    EXPECT_NE(findParameter(EventId::OnAgentControlFailureConf, keyword::InvokeID), nullptr);
    EXPECT_NE(findParameter(EventId::OnAgentControlFailureConf, keyword::FilterTarget), nullptr);
}

TEST(EventList, ParametersTellTypeAndForm) {
    const Parameter* callId = findParameter(EventId::OnCallBegin, keyword::ConnectionCallID);
    ASSERT_NE(callId, nullptr);
    EXPECT_EQ(callId->type, ArgType::UInt);
    EXPECT_FALSE(callId->optional);
    EXPECT_EQ(callId->variant, EventVariant::Always);
    const Parameter* campaign = findParameter(EventId::OnCallBegin, keyword::CampaignID);
    ASSERT_NE(campaign, nullptr);
    EXPECT_EQ(campaign->variant, EventVariant::LongForm);
    const Parameter* group = findParameter(EventId::OnQueryAgentStateConf, keyword::SkillGroup);
    ASSERT_NE(group, nullptr);
    EXPECT_TRUE(group->indexed);
    const Parameter* inside = findParameter(EventId::OnQueryAgentStateConf, keyword::SkillGroupState);
    ASSERT_NE(inside, nullptr);
    EXPECT_EQ(inside->within, keyword::SkillGroup);
}

TEST(EventList, AMonitoredEventHasTheParametersOfTheOneItRepeats) {
    for (const Parameter& parameter : parametersOf(EventId::OnCallDelivered)) {
        EXPECT_NE(findParameter(EventId::OnMonitoredCallDelivered, parameter.keyword), nullptr)
            << parameter.keyword.name().toStdString();
    }
    EXPECT_NE(findParameter(EventId::OnMonitoredCallDelivered, keyword::Monitored), nullptr);
}

TEST(EventList, NoParameterStandsTwice) {
    for (const EventSpec& event : allEvents()) {
        std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
        for (const Parameter& parameter : event.parameters) {
            EXPECT_TRUE(seen.emplace(parameter.within.number(), parameter.keyword.number()).second)
                << event.name.toString().toStdString() << ' ' << parameter.keyword.name().toStdString();
        }
    }
}

TEST(EventList, UnsupportedEventsNeverFire) {
    std::set<QString> silent;
    for (const EventSpec& event : allEvents()) {
        if (!event.isFired) {
            silent.insert(event.name.toString());
        }
    }
    EXPECT_EQ(silent, (std::set<QString>{QStringLiteral("OnFailureEvent"), QStringLiteral("OnSnapshotSkillGroupList"),
                                         QStringLiteral("OnMakePredictiveCallConf"),
                                         QStringLiteral("OnReleaseCallConf"), QStringLiteral("OnUserMessageConf")}));
}

} // namespace
} // namespace callwright
