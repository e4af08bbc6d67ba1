#include "cil/events/event_types.h"
#include "cil/protocol/tables.h"
#include "cil/service/field_keywords.h"
#include "tests/support/frame_samples.h"
#include "tests/unit/objects/session_fixture.h"

#include <algorithm>
#include <array>

namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::MessageType;

class Heard : public IGenericEvents {
public:
    void OnEvent(EventId id, Arguments& arguments) override { all.push_back({id, arguments}); }
    std::vector<PublishedEvent> all;
};

/// Messages that more than themselves decide about, or that the link keeps to itself.
bool isDecidedElsewhere(MessageType type) {
    constexpr std::array linksOwn{MessageType::ACTIVE_MAINTENANCE_REQ_MSG, MessageType::ACTIVE_MAINTENANCE_EVENT_MSG};
    return std::ranges::find(linksOwn, type) != linksOwn.end();
}

TEST(GenericEvents, AreTheMessagesToTheClientThatNoEventStandsFor) {
    for (const protocol::MessageSpec& spec : protocol::messages()) {
        const auto number = static_cast<std::uint32_t>(spec.type);
        const bool isMapped = std::ranges::any_of(allEvents(), [&](const EventSpec& event) {
            return event.isFired && std::ranges::find(event.wire, number) != event.wire.end();
        });
        const bool isDescribed = spec.hasLayout || spec.type == MessageType::STANDBY_ACTIVE_EVENT_MSG;
        const bool isExpected = isDescribed && spec.direction != protocol::Direction::ToServer && !isMapped;
        EXPECT_EQ(isGeneric(EventId(number)), isExpected) << spec.name;
        if (isExpected) {
            EXPECT_EQ(eventName(EventId(number)).toStdString(), spec.name);
            EXPECT_EQ(interfaceName(interfaceOf(EventId(number))), u"IGenericEvents");
        }
    }
    EXPECT_GT(genericEvents().size(), 45U);
}

class GenericEventsAt : public SessionFixture, public ::testing::WithParamInterface<protocol::Version> {};

TEST_P(GenericEventsAt, EveryUnmappedMessageReachesIGenericEventsUnderItsNameWithItsFields) {
    parameters.highestVersion = GetParam();
    openAs(AgentState::NotReady);
    Heard heard;
    session().events().add<IGenericEvents>(&heard);
    int count = 0;
    for (const EventSpec& event : genericEvents()) {
        const auto* spec = protocol::findMessage(static_cast<std::uint32_t>(event.id));
        if (spec->minVersion > GetParam() || isDecidedElsewhere(spec->type))
            continue;
        const bool isAnswer =
            spec->kind == protocol::Kind::Confirmation && spec->findFixed(Field::InvokeID, GetParam());
        if (isAnswer)
            continue; // comes with its request: GenericRequests
        heard.all.clear();
        const auto sample = test::frameSample(*spec, GetParam(), test::Fill::Plain);
        peer().sendRaw({reinterpret_cast<const char*>(sample.frame.data()), qsizetype(sample.frame.size())});
        settle();
        ASSERT_EQ(heard.all.size(), 1U) << sample.name();
        EXPECT_EQ(eventName(heard.all.front().id).toStdString(), spec->name);
        for (const protocol::FixedField& field : spec->fixed) {
            const bool isThere = field.minVersion <= GetParam() && GetParam() <= field.maxVersion;
            EXPECT_EQ(heard.all.front().arguments.contains(service::keywordOf(field.field)), isThere)
                << sample.name() << ' ' << protocol::name(field.field);
        }
        for (const protocol::FloatingField& field : test::floatingOf(*spec, GetParam())) {
            const Arguments& arguments = heard.all.front().arguments;
            const Arguments* record = arguments.arguments(Keyword::indexed(keyword::Record, 1));
            EXPECT_TRUE(arguments.contains(service::keywordOf(field.field)) ||
                        arguments.contains(keyword::ECC) || // NamedVariable, NamedArray
                        (record && record->contains(service::keywordOf(field.field))))
                << sample.name() << ' ' << protocol::name(field.field);
        }
        ++count;
    }
    EXPECT_GE(count, 10);
    session().events().remove<IGenericEvents>(&heard);
}

INSTANTIATE_TEST_SUITE_P(Versions, GenericEventsAt,
                         ::testing::Range(protocol::oldestVersion, protocol::newestVersion + 1));

using GenericEventsOfCalls = SessionFixture;

TEST_F(GenericEventsOfCalls, NameTheCallTheyAreAbout) {
    talk();
    peer().send(peer()
                    .message(MessageType::CALL_AGENT_GREETING_EVENT)
                    .set(Field::PeripheralID, 5000U)
                    .set(Field::ConnectionCallID, onlyCall().connectionCallId())
                    .set(Field::ConnectionDeviceIDType, 1U)
                    .set(Field::ConnectionDeviceID, std::string_view("9001"))
                    .set(Field::EventCode, 1U));
    settle();
    EXPECT_EQ(names(), list({"CALL_AGENT_GREETING_EVENT"}));
    EXPECT_EQ(last(EventId(248)).toString(keyword::UniqueObjectID), onlyCall().uniqueObjectId());
}

TEST_F(GenericEventsOfCalls, AnUnknownMessageIsCountedAndOtherwiseIgnored) {
    openAs(AgentState::NotReady);
    const char unknown[] = "\0\0\0\4\0\0\x27\x0F\1\2\3\4"; // number 9999
    peer().sendRaw({unknown, 12});
    settle();
    EXPECT_TRUE(events.empty());
    EXPECT_EQ(session().ignoredMessages(), 1U);
    EXPECT_EQ(session().status(), ConnectionStatus::Open);
}

} // namespace
} // namespace callwright::testing
