#include "cil/events/event_types.h"
#include "cil/events/keywords.h"
#include "cil/service/event_mapping.h"
#include "cil/service/wire_data.h"
#include "tests/unit/service/wire_frames.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace callwright::service {
namespace {

using protocol::CodePage;
using protocol::Field;
using protocol::MessageBuilder;
using protocol::MessageType;

std::uint32_t number(MessageType type) { return static_cast<std::uint32_t>(type); }

EventContext fullContext() {
    EventContext context;
    context.peripheralId = 5000;
    context.agentInstrument = QStringLiteral("3101");
    context.uniqueObjectId = QStringLiteral("call.5000.1.a");
    context.icmEnterpriseUniqueId = QStringLiteral("icm.1.2");
    context.callStatus = 3;
    context.enablementMask = 0x80000001;
    return context;
}

/// What an event promises and its message does not have at all: not known on our wire, or filled by the session.
const std::map<EventId, std::set<QString>>& absentByNature() {
    const auto text = [](const char16_t* name) { return QString::fromUtf16(name); };
    static const std::map<EventId, std::set<QString>> absent{
        {EventId::OnAgentPrecallEvent, {text(u"DNIS")}},
        {EventId::OnCallConferenced,
         {text(u"CallType"), text(u"RouterCallKeyDay"), text(u"RouterCallKeyCallID"), text(u"ConnectionCallID")}},
        {EventId::OnCallTransferred,
         {text(u"CallType"), text(u"RouterCallKeyDay"), text(u"RouterCallKeyCallID"), text(u"ConnectionCallID")}},
        {EventId::OnCallDequeuedEvent, {text(u"LineHandle"), text(u"LineType")}},
        {EventId::OnCallQueuedEvent, {text(u"LineHandle"), text(u"LineType")}},
        {EventId::OnCallRTPStopped,
         {text(u"RTPType"), text(u"BitRate"), text(u"EchoCancellation"), text(u"PacketSize"), text(u"PayloadType")}},
        {EventId::OnSnapshotCallConf,
         {text(u"CustomerPhoneNumber"), text(u"CustomerAccountNumber"), text(u"CalledDeviceID"),
          text(u"ConnectionCallID")}},
    };
    return absent;
}

class MappedMessage : public testing::TestWithParam<MessageType> {
protected:
    const protocol::MessageSpec& spec() const { return *protocol::findMessage(number(GetParam())); }
};

TEST_P(MappedMessage, CarriesWhatItsEventPromises) {
    const EventId id = eventOf(number(GetParam()));
    ASSERT_NE(id, EventId::None);
    const DecodedFrame message(fullMessage(spec(), 25));
    const Arguments arguments = eventArguments(id, wireData(message.view(), CodePage::Windows1252), fullContext());
    std::set<QString> missing;
    for (const Keyword key : missingParameters(id, arguments)) {
        missing.insert(key.name());
    }
    const auto expected = absentByNature().find(id);
    EXPECT_EQ(missing, expected == absentByNature().end() ? std::set<QString>() : expected->second)
        << eventName(id).toStdString();
}

TEST_P(MappedMessage, HasEveryFieldWhoseKeywordTheListHas) {
    const EventId id = eventOf(number(GetParam()));
    const DecodedFrame message(fullMessage(spec(), 25));
    const Arguments wire = wireData(message.view(), CodePage::Windows1252);
    EventContext context;
    context.minimizeEventArgs = false;
    const Arguments arguments = eventArguments(id, wire, context);
    for (const Parameter& parameter : parametersOf(id)) {
        if (wire.contains(parameter.keyword) && parameter.within == Keyword()) {
            EXPECT_EQ(arguments.value(parameter.keyword), wire.value(parameter.keyword))
                << eventName(id).toStdString() << ' ' << parameter.keyword.name().toStdString();
        }
    }
}

TEST_P(MappedMessage, TheShortFormHasNothingOfTheLongOne) {
    const EventId id = eventOf(number(GetParam()));
    const DecodedFrame message(fullMessage(spec(), 25));
    const Arguments wire = wireData(message.view(), CodePage::Windows1252);
    EventContext context = fullContext();
    const Arguments brief = eventArguments(id, wire, context);
    context.minimizeEventArgs = false;
    const Arguments full = eventArguments(id, wire, context);
    for (const Parameter& parameter : parametersOf(id)) {
        if (parameter.variant == EventVariant::LongForm) {
            EXPECT_FALSE(brief.contains(parameter.keyword)) << parameter.keyword.name().toStdString();
        }
    }
    EXPECT_GE(full.size(), brief.size());
}

TEST_P(MappedMessage, CarriesNothingThatTheListLacks) {
    const EventId id = eventOf(number(GetParam()));
    const DecodedFrame message(fullMessage(spec(), 25, 2));
    EventContext context = fullContext();
    context.minimizeEventArgs = false;
    for (const Arguments::Pair& pair : eventArguments(id, wireData(message.view(), CodePage::Windows1252), context)) {
        const QString base = pair.key.name().section(u'[', 0, 0);
        EXPECT_TRUE(std::ranges::any_of(parametersOf(id), [&](const Parameter& p) { return p.keyword.name() == base; }))
            << eventName(id).toStdString() << ' ' << pair.key.name().toStdString();
    }
}

TEST_P(MappedMessage, ReadsAtEveryVersion) {
    for (protocol::Version version = protocol::oldestVersion; version <= protocol::newestVersion; ++version) {
        const DecodedFrame message(fullMessage(spec(), version));
        const Arguments arguments =
            eventArguments(eventOf(number(GetParam())), wireData(message.view(), CodePage::Windows1252), fullContext());
        EXPECT_FALSE(arguments.isEmpty() && !parametersOf(eventOf(number(GetParam()))).empty()) << version;
    }
}

std::string messageName(const testing::TestParamInfo<MessageType>& info) {
    return std::string(protocol::findMessage(number(info.param))->name);
}

INSTANTIATE_TEST_SUITE_P(FirstCall, MappedMessage,
                         testing::Values(MessageType::AGENT_STATE_EVENT, MessageType::QUERY_AGENT_STATE_CONF,
                                         MessageType::SET_AGENT_STATE_CONF, MessageType::AGENT_DESK_SETTINGS_CONF,
                                         MessageType::BEGIN_CALL_EVENT, MessageType::END_CALL_EVENT,
                                         MessageType::CALL_DATA_UPDATE_EVENT, MessageType::CALL_DELIVERED_EVENT,
                                         MessageType::CALL_ESTABLISHED_EVENT, MessageType::CALL_HELD_EVENT,
                                         MessageType::CALL_RETRIEVED_EVENT, MessageType::CALL_CLEARED_EVENT,
                                         MessageType::CALL_CONNECTION_CLEARED_EVENT, MessageType::CALL_ORIGINATED_EVENT,
                                         MessageType::CALL_FAILED_EVENT, MessageType::CALL_CONFERENCED_EVENT,
                                         MessageType::CALL_TRANSFERRED_EVENT, MessageType::CALL_DIVERTED_EVENT,
                                         MessageType::CALL_SERVICE_INITIATED_EVENT, MessageType::CALL_QUEUED_EVENT,
                                         MessageType::CALL_DEQUEUED_EVENT, MessageType::CALL_REACHED_NETWORK_EVENT,
                                         MessageType::AGENT_PRE_CALL_EVENT, MessageType::AGENT_PRE_CALL_ABORT_EVENT,
                                         MessageType::RTP_STARTED_EVENT, MessageType::RTP_STOPPED_EVENT,
                                         MessageType::SNAPSHOT_CALL_CONF, MessageType::SNAPSHOT_DEVICE_CONF,
                                         MessageType::MAKE_CALL_CONF, MessageType::ANSWER_CALL_CONF,
                                         MessageType::CLEAR_CONNECTION_CONF, MessageType::HOLD_CALL_CONF,
                                         MessageType::RETRIEVE_CALL_CONF, MessageType::SET_CALL_DATA_CONF),
                         messageName);

TEST(EventMapping, MessagesThatNeedMoreThanThemselvesAreLeftToTheSession) {
    for (const MessageType type : {MessageType::FAILURE_CONF, MessageType::FAILURE_EVENT, MessageType::SYSTEM_EVENT,
                                   MessageType::CONTROL_FAILURE_CONF, MessageType::OPEN_CONF, MessageType::CLOSE_CONF,
                                   MessageType::HEARTBEAT_CONF}) {
        EXPECT_EQ(eventOf(number(type)), EventId::None);
    }
    EXPECT_EQ(eventOf(123456), EventId::None);
    EXPECT_EQ(eventOf(number(MessageType::RELEASE_CALL_CONF)), EventId::None); // the books: never fired
}

TEST(EventMapping, TheContextSpeaksForTheObjects) {
    const DecodedFrame message(MessageBuilder(MessageType::CALL_DELIVERED_EVENT, 25)
                                   .set(Field::ConnectionDeviceID, "a")
                                   .set(Field::AlertingDeviceID, "3101"));
    const Arguments wire = wireData(message.view(), CodePage::Windows1252);
    EventContext context = fullContext();
    context.minimizeEventArgs = false;
    const Arguments arguments = eventArguments(EventId::OnCallDelivered, wire, context);
    EXPECT_EQ(arguments.toString(keyword::UniqueObjectID), u"call.5000.1.a");
    EXPECT_EQ(arguments.toUInt(keyword::EnablementMask), 0x80000001U);
    EXPECT_EQ(arguments.toInt(keyword::CallStatus), 3);
    EXPECT_EQ(arguments.toString(keyword::ICMEnterpriseUniqueID), u"icm.1.2");
    EXPECT_EQ(arguments.toString(keyword::DeviceUniqueObjectID), u"device.5000.3101");
    EXPECT_EQ(arguments.toString(keyword::AlertingDeviceIDFull), u"3101");
    context.callStatus.reset();
    EXPECT_FALSE(eventArguments(EventId::OnCallDelivered, wire, context).contains(keyword::CallStatus));
}

TEST(EventMapping, WhatTheListPromisesComesFromWhatIsKnown) {
    const Arguments known{{keyword::CallType, std::uint16_t(2)}, {keyword::CallVariable1, QStringLiteral("old")}};
    const Arguments arguments = eventArguments(EventId::OnCallDataUpdate, {}, fullContext(), known);
    EXPECT_EQ(arguments.toInt(keyword::CallType), 2);
    EXPECT_FALSE(arguments.contains(keyword::CallVariable1)); // only what changed is carried
}

TEST(EventMapping, ASnapshotNamesTheValidCalls) {
    const DecodedFrame message(MessageBuilder(MessageType::SNAPSHOT_DEVICE_CONF, 25)
                                   .set(Field::NumCalls, 1U)
                                   .set(Field::CallConnectionCallID, 11U)
                                   .set(Field::CallConnectionDeviceIDType, 0U)
                                   .set(Field::CallConnectionDeviceID, "a")
                                   .set(Field::CallState, 3U));
    const Arguments arguments =
        eventArguments(EventId::OnSnapshotDeviceConf, wireData(message.view(), CodePage::Windows1252), fullContext());
    const Arguments* calls = arguments.arguments(keyword::ValidCalls);
    ASSERT_NE(calls, nullptr);
    EXPECT_EQ(*calls, Arguments({{Keyword::of(u"call.5000.11.a"), true}}));
    EXPECT_EQ(arguments.toInt(keyword::NumCalls), 1);
}

} // namespace
} // namespace callwright::service
