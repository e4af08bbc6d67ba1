#include "tests/unit/simulator_server/server_fixture.h"

namespace callwright::simulator {

namespace {

namespace bits = protocol::ConfigMsgMask;
using Names = std::vector<std::string>;

class Configuration : public ServerTest {
protected:
    void SetUp() override {
        ServerTest::SetUp();
        for (std::uint32_t i = 0; i < 23; ++i) {
            behind.records[bits::CONFIG_MSG_AGENT].push_back(
                {{Field::RecordType, 0U}, {Field::LoginID, std::to_string(1000 + i)}});
        }
        behind.records[bits::CONFIG_MSG_SKILL_GROUP] = {{{Field::RecordType, 0U}, {Field::PeripheralNumber, 1U}}};
        behind.records[bits::CONFIG_MSG_TERMINAL] = {{{Field::RecordType, 0U}, {Field::TerminalDeviceName, "SEP1"}}};
        client =
            openClient(bridge(services::CTI_SERVICE_ALL_EVENTS).with(Field::ConfigMsgMask, +bits::CONFIG_MSG_AGENT));
        client->take();
    }
    static MessageBuilder load(std::uint32_t kinds, Version version = protocol::newestVersion) {
        return MessageBuilder(MessageType::CONFIG_REQUEST_EVENT, version)
            .set(Field::ConfigInformation, kinds)
            .set(Field::PeripheralID, 5000);
    }
    static Names namesOf(const std::vector<Received>& messages) {
        Names names;
        for (const Received& message : messages) {
            names.push_back(message.name());
        }
        return names;
    }
    SwitchEvent change(MessageType type = MessageType::CONFIG_AGENT_EVENT) {
        return {type, {}, {{Field::NumRecords, 1U}, {Field::RecordType, 1U}}};
    }

    std::unique_ptr<Client> client;
};

TEST_F(Configuration, ComesInBlocksByKindInTheGuidesOrder) {
    const auto answers = ask(*client, load(bits::CONFIG_MSG_AGENT | bits::CONFIG_MSG_SKILL_GROUP));
    EXPECT_EQ(namesOf(answers),
              (Names{"CONFIG_BEGIN_EVENT", "CONFIG_SKILL_GROUP_EVENT", "CONFIG_END_EVENT", "CONFIG_BEGIN_EVENT",
                     "CONFIG_AGENT_EVENT", "CONFIG_AGENT_EVENT", "CONFIG_AGENT_EVENT", "CONFIG_END_EVENT"}));
    EXPECT_EQ(answers[0]->number(Field::ConfigType), 1U);
    EXPECT_EQ(answers[0]->number(Field::ConfigInformation), +bits::CONFIG_MSG_SKILL_GROUP);
    EXPECT_TRUE(answers[0]->has(Field::SkillGroupConfigKey));
    EXPECT_EQ(answers[2]->number(Field::ConfigEndStatus), 5U) << "partial";
    EXPECT_EQ(answers[4]->number(Field::NumRecords), 10U);
    EXPECT_EQ(answers[4]->groups(Field::RecordType).size(), 10U);
    EXPECT_EQ(answers[6]->number(Field::NumRecords), 3U);
    EXPECT_EQ(answers[6]->text(Field::LoginID), "1020");
    EXPECT_EQ(answers[7]->number(Field::ConfigEndStatus), 0U);
}

TEST_F(Configuration, FitsIntoMessages) {
    for (FieldValues& record : behind.records[bits::CONFIG_MSG_AGENT]) {
        for (std::uint32_t group = 0; group < 300; ++group) {
            record.push_back({Field::FltSkillGroupNumber, group});
        }
    }
    std::size_t records = 0;
    for (const Received& message : ask(*client, load(bits::CONFIG_MSG_AGENT))) {
        EXPECT_LE(message->frame().size(), 12500U);
        records += message->number(Field::NumRecords, 0);
    }
    EXPECT_EQ(records, 23U);
}

TEST_F(Configuration, HasNothingToSendWhenNothingIsAskedForOrThere) {
    for (const std::uint32_t kinds : {0U, +bits::CONFIG_MSG_SERVICE}) {
        const auto answers = ask(*client, load(kinds));
        ASSERT_EQ(refusalIn(answers), "CONFIG_END_EVENT");
        EXPECT_EQ(answers[0]->number(Field::ConfigEndStatus), 4U) << "empty";
    }
}

TEST_F(Configuration, KeysAreThoseOfTheSwitch) {
    const auto answers =
        ask(*client, MessageBuilder(MessageType::CONFIG_REQUEST_KEY_EVENT, 25).set(Field::PeripheralID, 0xFFFFFFFF));
    ASSERT_EQ(refusalIn(answers), "CONFIG_KEY_EVENT");
    EXPECT_EQ(answers[0]->number(Field::ConfigKeyStatus), 0U);
    const auto key = answers[0]->bytes(Field::AgentConfigKey);
    ASSERT_TRUE(key);
    EXPECT_EQ(key->size(), 8U);
    EXPECT_EQ((*key)[0], std::byte{bits::CONFIG_MSG_AGENT});
    EXPECT_TRUE(answers[0]->has(Field::AgentDeskSettingsConfigKey));
}

TEST_F(Configuration, HoldsWhatTheVersionHas) {
    for (const Version version : versionsWith(MessageType::CONFIG_REQUEST_EVENT)) {
        client = openClient(bridge(services::CTI_SERVICE_ALL_EVENTS, "bridge", version));
        client->take();
        const std::uint32_t kinds = bits::CONFIG_MSG_SKILL_GROUP | (version >= 24 ? +bits::CONFIG_MSG_TERMINAL : 0U);
        const auto names = namesOf(ask(*client, load(kinds, version)));
        EXPECT_EQ(std::ranges::count(names, "CONFIG_SKILL_GROUP_EVENT"), 1) << version;
        EXPECT_EQ(std::ranges::count(names, "CONFIG_TERMINAL_EVENT"), version >= 24 ? 1 : 0) << version;
    }
}

TEST_F(Configuration, ChangesComeAfterTheRequestAndByMask) {
    behind.emitEvent(change());
    clock.settle();
    EXPECT_TRUE(client->take().empty()) << "not asked for yet";
    ask(*client, load(0));
    behind.emitEvent(change());
    behind.emitEvent(change(MessageType::CONFIG_SKILL_GROUP_EVENT));
    clock.settle();
    const auto told = client->take();
    EXPECT_EQ(namesOf(told), (Names{"CONFIG_BEGIN_EVENT", "CONFIG_AGENT_EVENT", "CONFIG_END_EVENT"}));
    EXPECT_EQ(told.at(0)->number(Field::ConfigType), 2U);
    EXPECT_EQ(told.at(1)->number(Field::NumRecords), 1U);
    EXPECT_EQ(told.at(2)->number(Field::ConfigEndStatus), 0U);
}

TEST_F(Configuration, OfAnotherPeripheralIsNotHere) {
    const auto keys =
        ask(*client, MessageBuilder(MessageType::CONFIG_REQUEST_KEY_EVENT, 25).set(Field::PeripheralID, 1));
    ASSERT_EQ(refusalIn(keys), "CONFIG_KEY_EVENT");
    EXPECT_EQ(keys[0]->number(Field::ConfigKeyStatus), 2U);
    const auto answers = ask(*client, load(4).set(Field::PeripheralID, 1));
    ASSERT_EQ(refusalIn(answers), "CONFIG_END_EVENT");
    EXPECT_EQ(answers[0]->number(Field::ConfigEndStatus), 1U);
}

} // namespace

} // namespace callwright::simulator
