#include "cil/events/event_list.h"
#include "cil/events/event_types.h"
#include "cil/events/keywords.h"
#include "cil/service/event_mapping.h"
#include "cil/service/failures.h"
#include "cil/service/wire_data.h"
#include "tests/unit/service/wire_frames.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

/// Every event of ICallEvents against the list of events: from its message with every field the guide's layout allows,
/// every parameter is there with its type, long ones only in the long form. The events of the agent that belong to
/// calls (emergency, greeting) too.
namespace callwright::service {
namespace {

using protocol::CodePage;

/// Call data as it is known after every message that brings any.
Arguments everythingKnown() {
    using enum protocol::MessageType;
    Arguments known;
    for (const auto type : {BEGIN_CALL_EVENT, CALL_DATA_UPDATE_EVENT, CALL_DELIVERED_EVENT, CALL_ESTABLISHED_EVENT,
                            CALL_SERVICE_INITIATED_EVENT, CALL_ORIGINATED_EVENT, SNAPSHOT_CALL_CONF}) {
        const auto* spec = protocol::findMessage(static_cast<std::uint32_t>(type));
        const DecodedFrame message(fullMessage(*spec, protocol::newestVersion));
        known.merge(callData(wireData(message.view(), CodePage::Windows1252)));
    }
    return known;
}

EventContext context(bool isShort) {
    EventContext context;
    context.peripheralId = 5000;
    context.agentInstrument = QStringLiteral("3101");
    context.uniqueObjectId = QStringLiteral("call.5000.1.a");
    context.agentUniqueObjectId = QStringLiteral("agent.5000.1001");
    context.icmEnterpriseUniqueId = QStringLiteral("icm.1.2");
    context.callStatus = 3;
    context.enablementMask = 0x80000001;
    context.minimizeEventArgs = isShort;
    return context;
}

/// What no message of ours can tell, by event; "" for all events.
const std::map<QString, std::set<QString>>& untold() {
    const auto text = [](const char16_t* name) { return QString::fromUtf16(name); };
    static const std::map<QString, std::set<QString>> names{
        {QString(), {text(u"MeasuredCallQTime")}},
        {text(u"OnCallDataUpdate"),
         {text(u"OldUniqueObjectID"), text(u"DivertingDeviceID"), text(u"DivertingDeviceIDFull"),
          text(u"ServiceNumber"), text(u"ServiceID"), text(u"SkillGroupNumber"), text(u"SkillGroupID"),
          text(u"SkillGroupPriority")}},
        {text(u"OnCallBegin"), {text(u"DivertingDeviceID"), text(u"DivertingDeviceIDFull")}},
        {text(u"OnAgentPrecallEvent"), {text(u"DNIS")}},
        {text(u"OnAgentGreetingControlConf"), {text(u"AgentAction")}},
    };
    return names;
}

bool isUntold(const EventSpec& event, const Parameter& parameter) {
    const auto has = [&](const QString& name) {
        const auto at = untold().find(name);
        return at != untold().end() && at->second.contains(parameter.keyword.name());
    };
    return has(QString()) || has(event.name.toString());
}

bool isNumber(ArgType type) {
    return type == ArgType::Int || type == ArgType::UInt || type == ArgType::Short || type == ArgType::UShort;
}

/// Numbers keep the wire's width and sign. A ConnectionDeviceID is text on the wire, whatever the list says.
bool isOfType(const Parameter& parameter, ArgType type) {
    if (parameter.keyword == keyword::ConnectionDeviceID) {
        return type == ArgType::String;
    }
    return isNumber(parameter.type) ? isNumber(type) : type == parameter.type;
}

Keyword keyOf(const Parameter& parameter) {
    return parameter.indexed ? Keyword::indexed(parameter.keyword, 1) : parameter.keyword;
}

struct Pairing {
    const EventSpec* event;
    const protocol::MessageSpec* message;
};

std::vector<Pairing> pairings() {
    std::vector<Pairing> all;
    for (const EventSpec& event : allEvents()) {
        const bool isOfACall = event.interface == EventInterface::ICallEvents || event.id == EventId::OnEmergencyCall ||
                               event.id == EventId::OnAgentGreetingControlConf;
        if (!isOfACall || !event.isFired || event.id == EventId::OnCallControlFailureConf) {
            continue; // control failures: failures.h
        }
        for (const std::uint32_t number : event.wire) {
            all.push_back({&event, protocol::findMessage(number)});
        }
    }
    return all;
}

class CallEvent : public testing::TestWithParam<Pairing> {
protected:
    const EventSpec& event() const { return *GetParam().event; }

    Arguments arguments(bool isShort) const {
        const DecodedFrame message(fullMessage(*GetParam().message, protocol::newestVersion, 2));
        const bool hasCall = event().id != EventId::OnAgentPrecallEvent; // announced: there is none yet
        return eventArguments(event().id, wireData(message.view(), CodePage::Windows1252), context(isShort),
                              hasCall ? everythingKnown() : Arguments());
    }
};

TEST_P(CallEvent, StandsForItsMessage) {
    ASSERT_NE(GetParam().message, nullptr);
    EXPECT_EQ(eventOf(static_cast<std::uint32_t>(GetParam().message->type)), event().id);
}

TEST_P(CallEvent, HasEveryPromisedParameterInTheShortForm) {
    const Arguments brief = arguments(true);
    for (const Parameter& parameter : event().parameters) {
        const bool isPromised = !parameter.optional && parameter.variant == EventVariant::Always;
        if (!isPromised || parameter.within != Keyword() || isUntold(event(), parameter)) {
            continue;
        }
        const ArgValue value = brief.value(keyOf(parameter));
        EXPECT_TRUE(isOfType(parameter, value.type())) << parameter.keyword.name().toStdString();
    }
}

TEST_P(CallEvent, HasNothingOfTheLongFormInTheShortOne) {
    const Arguments brief = arguments(true);
    for (const Parameter& parameter : event().parameters) {
        if (parameter.variant == EventVariant::LongForm) {
            EXPECT_FALSE(brief.contains(keyOf(parameter))) << parameter.keyword.name().toStdString();
        }
    }
}

TEST_P(CallEvent, HasEverythingInTheLongForm) {
    const Arguments full = arguments(false);
    for (const Parameter& parameter : event().parameters) {
        if (parameter.within != Keyword()) {
            continue;
        }
        const ArgValue value = full.value(keyOf(parameter));
        if (isUntold(event(), parameter)) {
            EXPECT_EQ(value.type(), ArgType::NotSet) << "told after all: " << parameter.keyword.name().toStdString();
        } else {
            EXPECT_TRUE(isOfType(parameter, value.type())) << parameter.keyword.name().toStdString();
        }
    }
}

TEST_P(CallEvent, NestsWhatTheListNests) {
    const Arguments full = arguments(false);
    for (const Parameter& parameter : event().parameters) {
        if (parameter.within == Keyword()) {
            continue;
        }
        const Arguments* nest = full.arguments(parameter.within);
        nest = nest ? nest : full.arguments(Keyword::indexed(parameter.within, 1));
        const Arguments* deeper = nest ? nest->arguments(Keyword::indexed(keyword::CTIClient, 1)) : nullptr;
        ASSERT_NE(nest, nullptr) << parameter.within.name().toStdString();
        EXPECT_TRUE(nest->contains(parameter.keyword) || (deeper && deeper->contains(parameter.keyword)))
            << parameter.within.name().toStdString() << '.' << parameter.keyword.name().toStdString();
    }
}

std::string eventTestName(const testing::TestParamInfo<Pairing>& row) {
    return row.param.event->name.toString().toStdString() + '_' +
           (row.param.message ? std::string(row.param.message->name) : std::string("unknown"));
}

INSTANTIATE_TEST_SUITE_P(EventList, CallEvent, testing::ValuesIn(pairings()), eventTestName);

TEST(CallEventList, IsComplete) {
    std::set<EventId> events;
    for (const Pairing& pairing : pairings()) {
        events.insert(pairing.event->id);
    }
    const auto fired = std::ranges::count_if(allEvents(), [](const EventSpec& event) {
        return event.interface == EventInterface::ICallEvents && event.isFired;
    });
    EXPECT_EQ(events.size(), static_cast<std::size_t>(fired) - 1 + 2); // control failures elsewhere; two of the agent
    EXPECT_GE(events.size(), 35U);
}

TEST(CallEventList, EveryPartyOfAConferenceIsThere) {
    const auto* spec = protocol::findMessage("CALL_CONFERENCED_EVENT");
    const DecodedFrame message(fullMessage(*spec, protocol::newestVersion, 16));
    const Arguments wire = wireData(message.view(), CodePage::Windows1252);
    const Arguments full = eventArguments(EventId::OnCallConferenced, wire, context(false));
    for (int i = 1; i <= 16; ++i) {
        const Arguments* party = full.arguments(Keyword::indexed(keyword::ConnectedParty, i));
        ASSERT_NE(party, nullptr) << i;
        EXPECT_EQ(party->size(), 3U);
        EXPECT_EQ(party->toString(Keyword::of(u"ConnectedPartyDeviceID")), u"ConnectedPartyDeviceID");
    }
    EXPECT_FALSE(full.contains(Keyword::indexed(keyword::ConnectedParty, 17)));
    EXPECT_FALSE(eventArguments(EventId::OnCallConferenced, wire, context(true))
                     .contains(Keyword::indexed(keyword::ConnectedParty, 1)));
}

TEST(CallEventList, WhoTransfersIsToldByEitherNameOfTheDevice) {
    const auto isController = [](const char16_t* device) {
        EventContext own = context(false);
        own.agentExtension = QStringLiteral("31010");
        return eventArguments(EventId::OnCallTransferred, {{keyword::TransferringDeviceID, QString::fromUtf16(device)}},
                              own)
            .toBool(keyword::IsTransferController);
    };
    EXPECT_EQ(isController(u"3101"), true);
    EXPECT_EQ(isController(u"31010"), true);
    EXPECT_EQ(isController(u"3102"), false);
    EXPECT_EQ(isController(u""), false);
}

TEST(CallEventList, AFailedCallSaysWhyInWords) {
    const auto failed = [](std::uint16_t cause) {
        return eventArguments(EventId::OnCallFailed, {{keyword::EventCause, cause}}, context(false));
    };
    const Arguments busy = failed(3);
    EXPECT_EQ(busy.toInt(keyword::FailureCode), 3);
    EXPECT_TRUE(busy.toString(keyword::ErrorMessage).endsWith(u"(CEC_BUSY)"));
    EXPECT_TRUE(busy.toString(keyword::ErrorMessage).startsWith(callFailureText(3).what));
    EXPECT_NE(callFailureText(10).what, callFailureText(3).what); // not answered
    EXPECT_EQ(callFailureText(1).what, callFailureText(999).what);
    EXPECT_TRUE(failed(999).toString(keyword::ErrorMessage).endsWith(u"(999)"));
}

TEST(CallEventList, AnUpdateCarriesOnlyWhatChangedInTheLongFormToo) {
    const Arguments known{{keyword::CallVariable1, QStringLiteral("old")}, {keyword::CampaignID, 5U}};
    const Arguments update = eventArguments(EventId::OnCallDataUpdate, {}, context(false), known);
    EXPECT_FALSE(update.contains(keyword::CallVariable1));
    EXPECT_FALSE(update.contains(keyword::CampaignID));
    const Arguments held = eventArguments(EventId::OnCallConferenced, {}, context(false), known);
    EXPECT_EQ(held.toString(keyword::CallVariable1), u"old");
    EXPECT_EQ(held.toUInt(keyword::CampaignID), 5U);
}

} // namespace
} // namespace callwright::service
