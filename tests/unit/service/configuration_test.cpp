#include "cil/events/keywords.h"
#include "cil/service/config_records.h"
#include "cil/service/configuration.h"
#include "cil/service/field_keywords.h"
#include "cil/service/wire_data.h"
#include "tests/unit/service/wire_frames.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace callwright::service {
namespace {

using protocol::Field;
using protocol::MessageBuilder;
using protocol::MessageType;

constexpr auto configPage = protocol::CodePage::Windows1252;
constexpr std::uint32_t added = 0;
constexpr std::uint32_t changed = 1;
constexpr std::uint32_t deleted = 2;

void apply(Configuration& configuration, const MessageBuilder& message) {
    const DecodedFrame frame(message);
    configuration.apply(frame.view(), configPage);
}

MessageBuilder records(MessageType type, std::uint32_t count, protocol::Version version = 25) {
    MessageBuilder message(type, version);
    message.set(Field::NumRecords, count);
    return message;
}

MessageBuilder& agent(MessageBuilder& message, std::uint32_t operation, const char* loginId) {
    return message.set(Field::RecordType, operation)
        .set(Field::FltPeripheralID, 5000U)
        .set(Field::LoginID, std::string_view(loginId));
}

QString text(const Configuration& configuration, ConfigKind kind, const char* id, Field field) {
    const Arguments* record = configuration.find(kind, QString::fromLatin1(id));
    return record ? record->toString(keywordOf(field)) : QStringLiteral("(none)");
}

std::vector<std::uint32_t> numbersIn(const Arguments* record, Field field) {
    std::vector<std::uint32_t> numbers;
    const ArgValue* value = record ? record->find(keywordOf(field)) : nullptr;
    if (value && value->array()) {
        for (const ArgValue& element : *value->array())
            numbers.push_back(element.toUInt().value_or(0));
    }
    return numbers;
}

TEST(Configuration, KeepsWhatIsAddedChangedAndDeleted) {
    Configuration configuration;
    auto first = records(MessageType::CONFIG_AGENT_EVENT, 2);
    agent(first, added, "1001")
        .set(Field::LastName, std::string_view("Lovelace"))
        .set(Field::Extension, std::string_view("2101"));
    agent(first, added, "1002").set(Field::LastName, std::string_view("Hopper"));
    apply(configuration, first);
    ASSERT_EQ(configuration.records(ConfigKind::Agent).size(), 2U);
    EXPECT_EQ(text(configuration, ConfigKind::Agent, "5000.1001", Field::LastName), u"Lovelace");
    EXPECT_EQ(text(configuration, ConfigKind::Agent, "5000.1001", Field::RecordType), QString());

    auto second = records(MessageType::CONFIG_AGENT_EVENT, 1);
    agent(second, changed, "1001").set(Field::LastName, std::string_view("King"));
    apply(configuration, second);
    EXPECT_EQ(text(configuration, ConfigKind::Agent, "5000.1001", Field::LastName), u"King");
    EXPECT_EQ(text(configuration, ConfigKind::Agent, "5000.1001", Field::Extension), u"2101");

    auto third = records(MessageType::CONFIG_AGENT_EVENT, 1);
    agent(third, deleted, "1002");
    apply(configuration, third);
    EXPECT_EQ(configuration.find(ConfigKind::Agent, QStringLiteral("5000.1002")), nullptr);
    EXPECT_EQ(configuration.size(), 1U);
}

TEST(Configuration, AChangeOfTheIdentityKeepsTheRecord) {
    Configuration configuration;
    auto first = records(MessageType::CONFIG_AGENT_EVENT, 1);
    agent(first, added, "1001").set(Field::LastName, std::string_view("Lovelace"));
    apply(configuration, first);
    auto second = records(MessageType::CONFIG_AGENT_EVENT, 1);
    agent(second, changed, "1099").set(Field::OldLoginID, std::string_view("1001"));
    apply(configuration, second);
    EXPECT_EQ(text(configuration, ConfigKind::Agent, "5000.1099", Field::LastName), u"Lovelace");
    EXPECT_EQ(configuration.size(), 1U);
}

TEST(Configuration, RecordsBeginWhereAFieldRepeatsWhateverStandsFirst) {
    // CONFIG_AGENT_SERVICE_EVENT has its RecordType last.
    auto message = records(MessageType::CONFIG_AGENT_SERVICE_EVENT, 2);
    for (const std::uint32_t id : {6001U, 6002U}) {
        message.set(Field::AgentSkillTargetID, id)
            .set(Field::NumOfEnabledServices, 2U)
            .set(Field::FltEnabledServices, id - 6000)
            .set(Field::FltEnabledServices, 9U)
            .set(Field::RecordType, added);
    }
    Configuration configuration;
    apply(configuration, message);
    EXPECT_EQ(
        numbersIn(configuration.find(ConfigKind::AgentService, QStringLiteral("6001")), Field::FltEnabledServices),
        (std::vector<std::uint32_t>{1, 9}));
    EXPECT_EQ(
        numbersIn(configuration.find(ConfigKind::AgentService, QStringLiteral("6002")), Field::FltEnabledServices),
        (std::vector<std::uint32_t>{2, 9}));
}

TEST(Configuration, ListsComeAsManyFieldsOrAsOne) {
    auto many = records(MessageType::CONFIG_AGENT_EVENT, 1);
    agent(many, added, "1001")
        .set(Field::NumSkills, 2U)
        .set(Field::FltSkillGroupNumber, 20U)
        .set(Field::FltSkillGroupPriority, 1U)
        .set(Field::FltSkillGroupNumber, 0x01020304U)
        .set(Field::FltSkillGroupPriority, 2U);
    const DecodedFrame frame(many);
    const auto ofMany = configRecords(frame.view(), configPage);
    ASSERT_EQ(ofMany.size(), 1U);
    EXPECT_EQ(numbersIn(&ofMany[0], Field::FltSkillGroupNumber), (std::vector<std::uint32_t>{20, 0x01020304}));
    EXPECT_EQ(numbersIn(&ofMany[0], Field::FltSkillGroupPriority), (std::vector<std::uint32_t>{1, 2}));

    std::vector<std::byte> bytes;
    for (const int byte :
         std::initializer_list<int>{0, 0,   0, 34, 0, 0, 0, 237, 0, 1,                   // NumRecords
                                    0, 183, 0, 2,  0, 0, 0, 190, 0, 4, '1', '0', '1', 0, // RecordType, LoginID
                                    0, 62,  0, 8,  0, 0, 0, 20,  1, 2, 3,   4})          // two numbers in one field
        bytes.push_back(std::byte(byte));
    bytes[3] = std::byte(bytes.size() - 8);
    const DecodedFrame one(bytes, 25);
    const auto ofOne = configRecords(one.view(), configPage);
    ASSERT_EQ(ofOne.size(), 1U);
    EXPECT_EQ(numbersIn(&ofOne[0], Field::FltSkillGroupNumber), (std::vector<std::uint32_t>{20, 0x01020304}));
}

TEST(Configuration, EveryConfigMessageAtEveryVersionHasItsRecords) {
    std::set<MessageType> seen;
    for (const protocol::MessageSpec& spec : protocol::messages()) {
        if (spec.findFixed(Field::NumRecords, 25) == nullptr)
            continue;
        for (protocol::Version version = std::max(spec.minVersion, protocol::oldestVersion);
             version <= protocol::newestVersion; ++version) {
            const DecodedFrame frame(fullMessage(spec, version, 3));
            const auto found = configRecords(frame.view(), configPage);
            EXPECT_EQ(found.size(), 3U) << spec.name << ' ' << version;
            for (const protocol::FloatingField& field : spec.floating) {
                const bool isThere = field.tag != 0 && field.minVersion <= version && version <= field.maxVersion;
                const bool isExpected = isThere && isOfRecord(field) && !found.empty();
                const auto has = [&](const Arguments& record) { return record.contains(keywordOf(field.field)); };
                EXPECT_TRUE(!isExpected || std::ranges::any_of(found, has))
                    << spec.name << ' ' << protocol::name(field.field);
            }
            const Arguments wire = wireData(frame.view(), configPage);
            EXPECT_TRUE(wire.contains(Keyword::indexed(keyword::Record, 3)));
            Configuration configuration;
            configuration.apply(frame.view(), configPage);
            EXPECT_GT(configuration.size() + configuration.dropped(), 0U) << spec.name;
        }
        seen.insert(spec.type);
    }
    EXPECT_EQ(seen.size(), configKindCount);
}

TEST(Configuration, PartsAreForgottenByTheirBitAndPeripheral) {
    Configuration configuration;
    auto agents = records(MessageType::CONFIG_AGENT_EVENT, 2);
    agent(agents, added, "1001");
    agents.set(Field::RecordType, added).set(Field::FltPeripheralID, 5001U).set(Field::LoginID, std::string_view("1"));
    apply(configuration, agents);
    auto types = records(MessageType::CONFIG_CALL_TYPE_EVENT, 1);
    types.set(Field::RecordType, added).set(Field::FltCallTypeID, 7U);
    apply(configuration, types);
    configuration.forget(protocol::ConfigMsgMask::CONFIG_MSG_CALL_TYPE);
    EXPECT_EQ(configuration.size(), 2U);
    configuration.forget(protocol::ConfigMsgMask::CONFIG_MSG_AGENT, 5000);
    EXPECT_EQ(configuration.size(), 1U);
    EXPECT_NE(configuration.find(ConfigKind::Agent, QStringLiteral("5001.1")), nullptr);
}

TEST(Configuration, DevicesWithoutAPeripheralNumberGoByTheirOwn) {
    Configuration configuration;
    auto message = records(MessageType::CONFIG_DEVICE_EVENT, 3);
    message.set(Field::RecordType, added).set(Field::FltPeripheralID, 5000U).set(Field::PeripheralNumber, 7U);
    message.set(Field::RecordType, added)
        .set(Field::FltPeripheralID, 5000U)
        .set(Field::Extension, std::string_view("3101"));
    message.set(Field::RecordType, added)
        .set(Field::FltPeripheralID, 5000U)
        .set(Field::DialedNumber, std::string_view("8001"));
    apply(configuration, message);
    EXPECT_EQ(configuration.dropped(), 0U);
    for (const char* id : {"5000.7", "5000.3101", "5000.8001"})
        EXPECT_NE(configuration.find(ConfigKind::Device, QString::fromLatin1(id)), nullptr) << id;
}

TEST(Configuration, ARecordThatDoesNotSayWhatItIsAboutIsDropped) {
    Configuration configuration;
    auto message = records(MessageType::CONFIG_AGENT_EVENT, 1);
    message.set(Field::RecordType, added).set(Field::LastName, std::string_view("Nobody"));
    apply(configuration, message);
    EXPECT_EQ(configuration.size(), 0U);
    EXPECT_EQ(configuration.dropped(), 1U);
}

TEST(Configuration, HasALimitWhateverAServerSends) {
    Configuration configuration;
    std::uint32_t id = 0;
    while (id < Configuration::mostRecords + 1000) {
        auto message = records(MessageType::CONFIG_CALL_TYPE_EVENT, 10);
        for (int i = 0; i < 500; ++i)
            message.set(Field::RecordType, added).set(Field::FltCallTypeID, ++id);
        apply(configuration, message);
    }
    EXPECT_EQ(configuration.size(), Configuration::mostRecords);
    EXPECT_EQ(configuration.dropped(), id - Configuration::mostRecords);
}

} // namespace
} // namespace callwright::service
