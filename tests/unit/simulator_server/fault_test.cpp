#include "tests/unit/simulator_server/server_fixture.h"

namespace callwright::simulator {

namespace {

using std::chrono::seconds;

OpenFields another() { return OpenFields().with(Field::ClientID, "5000.1002").with(Field::AgentInstrument, "3102"); }

using Faults = ServerTest;

TEST_F(Faults, DropResetsEveryConnection) {
    const auto one = openClient();
    const auto two = openClient(another());
    EXPECT_TRUE(server().drop({}));
    clock.settle();
    EXPECT_TRUE(one->isClosed());
    EXPECT_TRUE(two->isClosed());
    EXPECT_EQ(server().sessionCount(), 0U);
}

TEST_F(Faults, DropOfOneSessionLeavesTheOthers) {
    const auto one = openClient();
    const auto two = openClient(another());
    EXPECT_TRUE(server().drop(2));
    EXPECT_FALSE(server().drop(99));
    clock.settle();
    EXPECT_FALSE(one->isClosed());
    EXPECT_TRUE(two->isClosed());
}

TEST_F(Faults, StallHoldsBothWaysAndHealsWithoutLoss) {
    const auto client = openClient(OpenFields().with(Field::IdleTimeout, 20));
    server().setStalled(true, {});
    client->send(heartbeat(1));
    client->send(heartbeat(2));
    behind.emitEvent({MessageType::BEGIN_CALL_EVENT, "3101", {}});
    clock.advance(seconds(60)); // a server that hangs does not time out either
    EXPECT_TRUE(client->take().empty());
    EXPECT_FALSE(client->isClosed());
    server().setStalled(false, {});
    clock.settle();
    EXPECT_EQ(client->takeNames(), (std::vector<std::string>{"BEGIN_CALL_EVENT", "HEARTBEAT_CONF", "HEARTBEAT_CONF"}));
    clock.advance(seconds(20));
    EXPECT_TRUE(client->isClosed());
}

TEST_F(Faults, StallAlsoMeetsThoseWhoComeLater) {
    server().setStalled(true, {});
    const auto client = connectClient();
    EXPECT_TRUE(ask(*client, OpenFields().build()).empty());
    server().setStalled(false, {});
    clock.settle();
    EXPECT_EQ(refusalIn(client->take()), "OPEN_CONF");
}

TEST_F(Faults, SlowDelaysAndKeepsTheOrder) {
    const auto client = openClient();
    server().setDelay(seconds(3), {});
    client->send(heartbeat(1));
    clock.advance(seconds(1));
    client->send(heartbeat(2));
    clock.advance(std::chrono::milliseconds(1999));
    EXPECT_TRUE(client->take().empty());
    clock.advance(std::chrono::milliseconds(1));
    auto answers = client->take();
    ASSERT_EQ(answers.size(), 1U);
    EXPECT_EQ(answers[0]->number(Field::InvokeID), 1U);
    server().setDelay(seconds(0), {});
    client->send(heartbeat(3));
    clock.advance(seconds(1));
    answers = client->take();
    ASSERT_EQ(answers.size(), 2U);
    EXPECT_EQ(answers[0]->number(Field::InvokeID), 2U);
    EXPECT_EQ(answers[1]->number(Field::InvokeID), 3U);
}

TEST_F(Faults, GarbageArrivesAsItIs) {
    const auto client = openClient();
    server().sendGarbage("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", {});
    clock.settle();
    client->take();
    EXPECT_TRUE(client->isGarbled());
    EXPECT_FALSE(client->isClosed());
}

TEST_F(Faults, OfflineIsAnnouncedAndRefusesEverything) {
    const auto client = openClient();
    server().setOffline(true);
    clock.settle();
    EXPECT_EQ(refusalIn(client->take()), "E_CTI_CTI_SERVER_OFFLINE");
    EXPECT_EQ(refusalIn(ask(*client, heartbeat())), "E_CTI_CTI_SERVER_OFFLINE");
    behind.emitEvent({MessageType::BEGIN_CALL_EVENT, "3101", {}});
    clock.settle();
    EXPECT_TRUE(client->take().empty());
    const auto late = connectClient();
    EXPECT_EQ(refusalIn(ask(*late, another().build())), "E_CTI_CTI_SERVER_OFFLINE");
    EXPECT_EQ(refusalIn(ask(*client, MessageBuilder(MessageType::CLOSE_REQ, 25))), "CLOSE_CONF");
    server().setOffline(false);
    EXPECT_EQ(refusalIn(ask(*late, another().build())), "OPEN_CONF");
}

} // namespace

} // namespace callwright::simulator
