#include "tests/unit/simulator_server/server_fixture.h"

#include <random>

namespace callwright::simulator {

namespace {

using std::chrono::seconds;

using SessionLife = ServerTest;

TEST_F(SessionLife, NothingIsServedBeforeTheOpen) {
    const auto client = connectClient();
    for (const MessageType type : {MessageType::HEARTBEAT_REQ, MessageType::CLOSE_REQ, MessageType::HOLD_CALL_REQ,
                                   MessageType::SET_AGENT_STATE_REQ, MessageType::REGISTER_VARIABLES_REQ}) {
        const auto answers = ask(*client, MessageBuilder(type, 25).set(Field::InvokeID, 4));
        EXPECT_EQ(refusalIn(answers), "E_CTI_SESSION_NOT_OPEN");
        EXPECT_EQ(answers.at(0)->number(Field::InvokeID), 4U);
    }
}

TEST_F(SessionLife, HeartbeatIsAnsweredAtOnce) {
    const auto client = openClient();
    const auto answers = ask(*client, heartbeat(12));
    ASSERT_EQ(refusalIn(answers), "HEARTBEAT_CONF");
    EXPECT_EQ(answers[0]->number(Field::InvokeID), 12U);
}

TEST_F(SessionLife, CloseEndsTheSessionAndLeavesTheConnectionToTheClient) {
    const auto client = openClient();
    EXPECT_EQ(refusalIn(ask(*client, MessageBuilder(MessageType::CLOSE_REQ, 25))), "CLOSE_CONF");
    EXPECT_FALSE(client->isClosed());
    EXPECT_EQ(refusalIn(ask(*client, heartbeat())), "E_CTI_SESSION_NOT_OPEN");
    EXPECT_EQ(refusalIn(ask(*client, OpenFields().build())), "OPEN_CONF");
    clock.advance(seconds(60));
    EXPECT_FALSE(client->isClosed());
}

TEST_F(SessionLife, ConnectionThatTheClientForgetsAfterItsCloseIsClosed) {
    const auto client = openClient();
    ask(*client, MessageBuilder(MessageType::CLOSE_REQ, 25));
    clock.advance(seconds(5));
    EXPECT_TRUE(client->isClosed());
    EXPECT_EQ(server().sessionCount(), 0U);
}

TEST_F(SessionLife, IdleTimeoutEndsASilentClient) {
    const auto client = openClient(OpenFields().with(Field::IdleTimeout, 20));
    clock.advance(seconds(19));
    EXPECT_FALSE(client->isClosed());
    clock.advance(seconds(1));
    EXPECT_EQ(refusalIn(client->take()), "E_CTI_TIMEOUT");
    EXPECT_TRUE(client->isClosed());
    EXPECT_EQ(server().sessionCount(), 0U);
}

TEST_F(SessionLife, AnyMessageKeepsAClientAlive) {
    const auto client = openClient(OpenFields().with(Field::IdleTimeout, 20));
    for (int i = 0; i < 5; ++i) {
        clock.advance(seconds(19));
        ask(*client, i % 2 == 0 ? heartbeat() : MessageBuilder(MessageType::USER_MESSAGE_REQ, 25));
    }
    EXPECT_FALSE(client->isClosed());
    clock.advance(seconds(20));
    EXPECT_TRUE(client->isClosed());
}

TEST_F(SessionLife, WithoutIdleTimeoutAClientMayBeSilentForEver) {
    const auto client = openClient();
    clock.advance(std::chrono::hours(48));
    EXPECT_FALSE(client->isClosed());
}

TEST_F(SessionLife, AFrameBeyondTheLargestEndsTheConnection) {
    const auto client = openClient();
    const std::byte header[] = {std::byte{0}, std::byte{1}, std::byte{0}, std::byte{0},
                                std::byte{0}, std::byte{0}, std::byte{0}, std::byte{5}};
    client->sendBytes(header);
    clock.settle();
    EXPECT_EQ(refusalIn(client->take()), "E_CTI_INVALID_MESSAGE_LENGTH");
    EXPECT_TRUE(client->isClosed());
}

TEST_F(SessionLife, FramesMayComeInAnyPieces) {
    const auto client = openClient();
    std::vector<std::byte> stream;
    for (std::uint32_t id = 1; id <= 3; ++id) {
        const auto frame = *heartbeat(id).build();
        stream.insert(stream.end(), frame.begin(), frame.end());
    }
    for (const std::byte piece : stream) {
        client->sendBytes(std::span(&piece, 1));
        clock.settle();
    }
    EXPECT_EQ(client->takeNames(), std::vector<std::string>(3, "HEARTBEAT_CONF"));
}

TEST_F(SessionLife, AClientThatGoesAwayIsForgotten) {
    const auto client = openClient();
    EXPECT_EQ(server().sessionCount(), 1U);
    client->close();
    clock.settle();
    EXPECT_EQ(server().sessionCount(), 0U);
    behind.emitEvent({MessageType::BEGIN_CALL_EVENT, "3101", {{Field::ConnectionCallID, 1U}}}); // to nobody
}

TEST_F(SessionLife, StateTellsWhatWasOpened) {
    const auto client = openClient(OpenFields().with(Field::ClientSignature, "desk 7").with(Field::AgentID, "1001"));
    const auto state = server().state();
    ASSERT_EQ(state.size(), 1U);
    EXPECT_EQ(state[0].at("ClientID"), "5000.1001");
    EXPECT_EQ(state[0].at("ClientSignature"), "desk 7");
    EXPECT_EQ(state[0].at("AgentID"), "1001");
    EXPECT_EQ(state[0].at("AgentInstrument"), "3101");
    EXPECT_EQ(state[0].at("VersionNumber"), 25);
    EXPECT_EQ(state[0].at("ServicesGranted"), 7);
}

TEST_F(SessionLife, RandomBytesNeverBreakTheServer) {
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        const auto client = openClient(OpenFields().with(Field::ClientID, "c").without(Field::ClientSignature));
        auto frame = *MessageBuilder(MessageType::SET_CALL_DATA_REQ, 25)
                          .set(Field::PeripheralID, 5000)
                          .set(Field::ConnectionDeviceID, "3101")
                          .setNamed("user.a", "b")
                          .build();
        for (int i = 0; i < 4; ++i) {
            frame[random() % frame.size()] = static_cast<std::byte>(random());
        }
        client->sendBytes(frame);
        clock.settle();
    }
    const auto client = openClient(OpenFields().with(Field::ClientID, "c"));
    EXPECT_EQ(refusalIn(ask(*client, heartbeat())), "HEARTBEAT_CONF");
}

} // namespace

} // namespace callwright::simulator
