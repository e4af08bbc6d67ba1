// OPEN_REQ.UniqueInstanceID (CTI Server guide v25, Session Initialization), at a site that knows its tag.

#include "tests/unit/simulator_server/server_fixture.h"

namespace callwright::simulator {

namespace {

constexpr std::uint16_t tag = 777;

class UniqueInstance : public ServerTest {
protected:
    void SetUp() override {
        ServerConfig config;
        config.uniqueInstanceTag = tag;
        start(config);
    }
    /// What the server says to an OPEN_REQ with one more floating field.
    std::string open(Client& client, OpenFields fields, std::string_view instance) {
        auto frame = fields.build().build().value();
        const auto append16 = [&frame](std::size_t number) {
            frame.push_back(static_cast<std::byte>(number >> 8));
            frame.push_back(static_cast<std::byte>(number & 0xFF));
        };
        append16(tag);
        append16(instance.size() + 1);
        for (const char c : instance) {
            frame.push_back(static_cast<std::byte>(c));
        }
        frame.push_back(std::byte{0});
        const std::size_t length = frame.size() - protocol::headerSize;
        frame[2] = static_cast<std::byte>(length >> 8);
        frame[3] = static_cast<std::byte>(length & 0xFF);
        client.version = fields.version;
        client.sendBytes(frame);
        clock.settle();
        return refusalIn(client.take());
    }
    std::string openNew(const OpenFields& fields, std::string_view instance) {
        m_clients.push_back(connectClient());
        return open(*m_clients.back(), fields, instance);
    }
    static OpenFields other() {
        return OpenFields().with(Field::ClientID, "5000.1002").with(Field::AgentInstrument, "3102");
    }

    std::vector<std::unique_ptr<Client>> m_clients;
};

TEST_F(UniqueInstance, MustNotBeEmpty) {
    EXPECT_EQ(openNew({}, ""), "E_CTI_INVALID_UNIQUE_INSTANCE_ID");
    EXPECT_EQ(openNew({}, "desk-1"), "OPEN_CONF");
}

TEST_F(UniqueInstance, IsNobodyElsesUntilItsSessionEnds) {
    const auto first = connectClient();
    ASSERT_EQ(open(*first, {}, "desk-1"), "OPEN_CONF");
    EXPECT_EQ(openNew(other(), "desk-1"), "E_CTI_DUPLICATE_UNIQUE_INSTANCE_ID");
    EXPECT_EQ(openNew(other(), "desk-2"), "OPEN_CONF");
    EXPECT_EQ(refusalIn(ask(*first, MessageBuilder(MessageType::CLOSE_REQ, 25))), "CLOSE_CONF");
    EXPECT_EQ(openNew({}, "desk-1"), "OPEN_CONF");
}

TEST_F(UniqueInstance, MayBeLeftOutAndIsUnknownBeforeItsVersion) {
    openClient();
    openClient(other());
    OpenFields old = other();
    old.version = 23;
    EXPECT_EQ(openNew(old, "desk-2"), "E_CTI_INVALID_FIELD_TAG");
}

TEST(UniqueInstanceTag, IsTheConfigurationsToSay) {
    const auto tagIn = [](const char* json) {
        const auto config = serverConfigFromJson(nlohmann::json::parse(json));
        return config ? config->uniqueInstanceTag.value_or(0) : -1;
    };
    EXPECT_EQ(tagIn(R"({"uniqueInstanceTag": 301})"), 301);
    EXPECT_EQ(tagIn("{}"), 0);
    EXPECT_EQ(tagIn(R"({"uniqueInstanceTag": 0})"), -1);
    EXPECT_EQ(tagIn(R"({"uniqueInstanceTag": 65536})"), -1);
}

} // namespace

} // namespace callwright::simulator
