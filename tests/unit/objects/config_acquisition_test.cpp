#include "cil/service/configuration.h"
#include "tests/unit/objects/session_fixture.h"

#include <string>

namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::MessageType;
using service::ConfigKind;

constexpr auto acquisitionFailed = EventId::OnAgentControlFailureConf;
constexpr std::uint32_t solicited = 1;
constexpr std::uint32_t partial = 5;

class ConfigAcquisitionOf : public SessionFixture {
protected:
    void SetUp() override { openAs(AgentState::NotReady); }

    CilResult load() {
        const CilResult result = session().request(u"CONFIG_REQUEST_EVENT", {});
        settle();
        return result;
    }
    void begin(std::uint32_t type = solicited) {
        peer().send(peer()
                        .message(MessageType::CONFIG_BEGIN_EVENT)
                        .set(Field::ConfigType, type)
                        .set(Field::ConfigInformation, 4U));
        settle();
    }
    void sendAgent(const char* loginId, const char* name, std::uint32_t operation = 0) {
        peer().send(peer()
                        .message(MessageType::CONFIG_AGENT_EVENT)
                        .set(Field::NumRecords, 1U)
                        .set(Field::RecordType, operation)
                        .set(Field::FltPeripheralID, 5000U)
                        .set(Field::LoginID, std::string_view(loginId))
                        .set(Field::LastName, std::string_view(name)));
        settle();
    }
    void end(std::uint32_t status = 0) {
        peer().send(peer().message(MessageType::CONFIG_END_EVENT).set(Field::ConfigEndStatus, status));
        settle();
    }
    std::size_t agents() { return session().configuration().records(ConfigKind::Agent).size(); }
};

TEST_F(ConfigAcquisitionOf, ALoadMayComeInSeveralBlocksAndUpdatesFollow) {
    ASSERT_TRUE(load());
    const ReceivedFrame asked = peer().last(MessageType::CONFIG_REQUEST_EVENT);
    EXPECT_EQ(asked.number(Field::PeripheralID), 5000U);
    EXPECT_EQ(asked.number(Field::ConfigInformation), 0x2FFU); // all but terminals, which come as updates only
    begin();
    sendAgent("1001", "Lovelace");
    end(partial);
    EXPECT_EQ(load().code, CilCode::InvalidObjectState); // one at a time
    begin();
    sendAgent("1002", "Hopper");
    end();
    EXPECT_EQ(agents(), 2U);
    EXPECT_EQ(names(), list({"CONFIG_BEGIN_EVENT", "CONFIG_AGENT_EVENT", "CONFIG_END_EVENT", "CONFIG_BEGIN_EVENT",
                             "CONFIG_AGENT_EVENT", "CONFIG_END_EVENT"}));
    begin(2);
    sendAgent("1003", "Hamilton");
    sendAgent("1001", "", 2);
    end();
    EXPECT_EQ(agents(), 2U);
    EXPECT_NE(session().configuration().find(ConfigKind::Agent, QStringLiteral("5000.1003")), nullptr);
    EXPECT_TRUE(load()); // the former is over
}

TEST_F(ConfigAcquisitionOf, ANewLoadReplacesWhatIsGone) {
    load();
    begin();
    sendAgent("1001", "Lovelace");
    sendAgent("1002", "Hopper");
    end();
    load();
    begin();
    sendAgent("1002", "Hopper");
    end();
    EXPECT_EQ(agents(), 1U);
}

TEST_F(ConfigAcquisitionOf, KeysAreAskedForByThemselves) {
    ASSERT_TRUE(session().request(u"CONFIG_REQUEST_KEY_EVENT", {}));
    settle();
    peer().send(peer()
                    .message(MessageType::CONFIG_KEY_EVENT)
                    .set(Field::ConfigKeyStatus, 0U)
                    .set(Field::AgentConfigKey, std::string_view("\1\2\3\4\5\6\7\10", 8)));
    settle();
    EXPECT_EQ(names(), list({"CONFIG_KEY_EVENT"}));
    EXPECT_EQ(events.back().arguments.toString(Keyword::of(u"AgentConfigKey")), QStringLiteral("0102030405060708"));
    EXPECT_TRUE(load());
}

TEST_F(ConfigAcquisitionOf, SilenceAndALostLinkAreOneFailureEach) {
    load();
    begin();
    clock.advance(std::chrono::seconds(29));
    sendAgent("1001", "Lovelace"); // a sign of life
    clock.advance(std::chrono::seconds(29));
    EXPECT_EQ(count(acquisitionFailed), 0U);
    clock.advance(std::chrono::seconds(2));
    ASSERT_EQ(count(acquisitionFailed), 1U);
    EXPECT_EQ(last(acquisitionFailed).toUInt(keyword::MessageType), 232U);
    forget();
    ASSERT_TRUE(load());
    peer().reset();
    settle();
    EXPECT_EQ(count(acquisitionFailed), 1U);
}

TEST_F(ConfigAcquisitionOf, IsDoneAgainAfterAReconnect) {
    load();
    begin();
    sendAgent("1001", "Lovelace");
    end();
    peer().reset();
    settle();
    EXPECT_EQ(agents(), 1U); // the best there is
    while (session().status() != ConnectionStatus::Open)
        clock.advance(std::chrono::seconds(1));
    settle();
    ASSERT_EQ(peer().count(MessageType::CONFIG_REQUEST_EVENT), 2U);
    begin();
    end();
    EXPECT_EQ(agents(), 0U);
}

TEST_F(ConfigAcquisitionOf, ARefusedLoadKeepsNothingToRestore) {
    load();
    end(3); // CONFIGEND_INVALID
    EXPECT_TRUE(load());
    end(4); // CONFIGEND_EMPTY
    peer().reset();
    settle();
    clock.advance(std::chrono::seconds(300));
    EXPECT_EQ(peer().count(MessageType::CONFIG_REQUEST_EVENT), 2U);
}

} // namespace
} // namespace callwright::testing
