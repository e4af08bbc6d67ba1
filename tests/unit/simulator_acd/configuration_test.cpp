#include "tests/unit/simulator_acd/acd_fixture.h"

namespace callwright::simulator {

namespace bits = protocol::ConfigMsgMask;

/// What the switch tells of its configuration.
class SiteConfiguration : public AcdTest {
protected:
    /// The first ten records of a kind as one message holds them, held against the tables.
    Seen message(std::uint32_t kind, MessageType type) const {
        auto records = acd->configuration(kind);
        records.resize(std::min<std::size_t>(records.size(), 10));
        SwitchEvent event{type, {}, {{Field::NumRecords, static_cast<std::uint32_t>(records.size())}}};
        for (const FieldValues& record : records)
            event.fields.insert(event.fields.end(), record.begin(), record.end());
        return seen({event}).front();
    }
};

TEST_F(SiteConfiguration, HasEveryKindOfRecord) {
    const std::tuple<std::uint32_t, MessageType, std::size_t> kinds[] = {
        {bits::CONFIG_MSG_SERVICE, MessageType::CONFIG_SERVICE_EVENT, 3},
        {bits::CONFIG_MSG_SKILL_GROUP, MessageType::CONFIG_SKILL_GROUP_EVENT, 3},
        {bits::CONFIG_MSG_AGENT, MessageType::CONFIG_AGENT_EVENT, 14},
        {bits::CONFIG_MSG_AGENT_SERVICE_MASK, MessageType::CONFIG_AGENT_SERVICE_EVENT, 14},
        {bits::CONFIG_MSG_DEVICE, MessageType::CONFIG_DEVICE_EVENT, 17},
        {bits::CONFIG_MSG_CALL_TYPE, MessageType::CONFIG_CALL_TYPE_EVENT, 3},
        {bits::CONFIG_MSG_MRD, MessageType::CONFIG_MRD_EVENT, 1},
        {bits::CONFIG_MSG_PERIPHERAL, MessageType::CONFIG_PERIPHERAL_EVENT, 1},
        {bits::CONFIG_MSG_AGENT_DESK_SETTINGS, MessageType::CONFIG_AGENT_DESK_SETTINGS_EVENT, 14},
        {bits::CONFIG_MSG_TERMINAL, MessageType::CONFIG_TERMINAL_EVENT, 14},
    };
    for (const auto& [kind, type, count] : kinds) {
        EXPECT_EQ(acd->configuration(kind).size(), count) << kind;
        EXPECT_EQ(message(kind, type).count(Field::RecordType), std::min<std::size_t>(count, 10)) << kind;
        EXPECT_EQ(acd->configurationKey(kind).size(), 8u);
    }
    EXPECT_TRUE(acd->configuration(0x80000000).empty());
}

TEST_F(SiteConfiguration, SaysOfAgentsWhatClientsShow) {
    const Seen agents = message(bits::CONFIG_MSG_AGENT, MessageType::CONFIG_AGENT_EVENT);
    EXPECT_EQ(agents.text(Field::LoginID), "1001");
    EXPECT_EQ(agents.text(Field::FirstName), "Ada");
    EXPECT_EQ(agents.text(Field::LastName), "Brandt");
    EXPECT_EQ(agents.text(Field::Extension), "3101");
    EXPECT_EQ(agents.number(Field::AgentSkillTargetID), 5001u);
    EXPECT_EQ(agents.number(Field::NumSkills), 3u);
    EXPECT_EQ(agents.number(Field::AgentType), 1u);
}

TEST_F(SiteConfiguration, ChangesAreToldAndChangeTheKey) {
    const std::string before = acd->configurationKey(bits::CONFIG_MSG_AGENT);
    const std::string groups = acd->configurationKey(bits::CONFIG_MSG_SKILL_GROUP);
    EXPECT_TRUE(acd->renameAgent("1003", "Zo\xC3\xAB Beck"));
    const Seen& told = only("", MessageType::CONFIG_AGENT_EVENT);
    EXPECT_EQ(told.number(Field::NumRecords), 1u);
    EXPECT_EQ(told.number(Field::RecordType), 1u);
    EXPECT_EQ(told.text(Field::LoginID), "1003");
    EXPECT_EQ(told.text(Field::FirstName), "Zo\xEB");
    EXPECT_EQ(told.text(Field::LastName), "Beck");
    EXPECT_NE(acd->configurationKey(bits::CONFIG_MSG_AGENT), before);
    EXPECT_EQ(acd->configurationKey(bits::CONFIG_MSG_SKILL_GROUP), groups);
    EXPECT_TRUE(acd->renameGroup(2, "Help"));
    EXPECT_EQ(only("", MessageType::CONFIG_SKILL_GROUP_EVENT).text(Field::PeripheralName), "Help");
    EXPECT_FALSE(acd->renameAgent("9999", "x"));
    EXPECT_FALSE(acd->renameGroup(9, "x"));
    EXPECT_FALSE(acd->renameAgent("1003", "\xE4\xB8\xAD"));
}

} // namespace callwright::simulator
