#include "tests/unit/connection/link_fixture.h"

#include <functional>

namespace callwright {
namespace {

using namespace protocol;
using namespace std::chrono_literals;

using LinkRobustnessTest = LinkFixture;

QByteArray raw(std::initializer_list<int> bytes) {
    QByteArray result;
    for (const int byte : bytes)
        result += static_cast<char>(byte);
    return result;
}

TEST_F(LinkRobustnessTest, ReadsFramesCutAtEveryByte) {
    openAndExpectOpen();
    probe.ask(*link);
    clock.settle();
    const QByteArray event = testing::bytesOf(peer.message(MessageType::SYSTEM_EVENT).set(Field::SystemEventID, 5));
    const QByteArray stream =
        event +
        testing::bytesOf(peer.message(MessageType::AGENT_DESK_SETTINGS_CONF)
                             .set(Field::InvokeID, peer.last(MessageType::AGENT_DESK_SETTINGS_REQ).invokeId())) +
        event;
    for (const char byte : stream) {
        peer.sendRaw({&byte, 1});
        clock.settle();
    }
    EXPECT_EQ(probe.systemEvents, (std::vector<std::uint32_t>{5, 5}));
    EXPECT_EQ(probe.replies.size(), 1u);
    for (qsizetype cut = 1; cut < event.size(); ++cut) {
        probe.systemEvents.clear();
        peer.sendRaw(QByteArrayView(event).first(cut));
        clock.settle();
        EXPECT_TRUE(probe.systemEvents.empty()) << cut;
        peer.sendRaw(QByteArrayView(event).sliced(cut));
        clock.settle();
        EXPECT_EQ(probe.systemEvents.size(), 1u) << cut;
    }
    EXPECT_EQ(link->malformedCount(), 0u);
}

TEST_F(LinkRobustnessTest, AFrameThatCannotBeReadIsCountedAndTheSessionGoesOn) {
    openAndExpectOpen();
    peer.sendRaw(raw({0, 0, 0, 2, 0, 0, 0, 30, 1, 2})); // AGENT_STATE_EVENT with two bytes of body
    peer.systemEvent(7);
    clock.settle();
    EXPECT_EQ(link->malformedCount(), 1u);
    ASSERT_EQ(probe.malformed.size(), 1u);
    EXPECT_EQ(probe.malformed[0].code, StatusCode::E_CTI_INVALID_MESSAGE_LENGTH);
    EXPECT_EQ(probe.systemEvents, std::vector<std::uint32_t>{7});
    EXPECT_EQ(link->state(), LinkState::Open);
}

TEST_F(LinkRobustnessTest, AnImpossibleLengthLosesTheStreamAndTheSession) {
    openAndExpectOpen();
    clock.advance(1min);
    peer.sendRaw(raw({0x7F, -1, -1, -1, 0, 0, 0, 30}));
    clock.settle();
    EXPECT_EQ(link->malformedCount(), 1u);
    ASSERT_EQ(probe.failures.size(), 1u);
    EXPECT_EQ(probe.failures[0].reason, LinkFailure::Reason::ProtocolError);
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(peer.connections, 2);
}

TEST_F(LinkRobustnessTest, AnUnreadableAnswerToTheOpenFailsTheAttemptAtOnce) {
    peer.answersOpen = false;
    open();
    peer.sendRaw(raw({0, 0, 0, 2, 0, 0, 0, 4, 1, 2}));
    clock.settle();
    ASSERT_FALSE(probe.failures.empty());
    EXPECT_EQ(probe.failures[0].reason, LinkFailure::Reason::ProtocolError);
    EXPECT_TRUE(probe.failures[0].retryIn);
}

TEST_F(LinkRobustnessTest, MessagesNobodyKnowsArePassedOn) {
    openAndExpectOpen();
    peer.sendRaw(raw({0, 0, 0, 3, 0, 0, 0x27, 0x0F, 1, 2, 3}));
    clock.settle();
    EXPECT_TRUE(probe.said("event 9999"));
    EXPECT_EQ(link->malformedCount(), 0u);
}

TEST_F(LinkRobustnessTest, StrayConfirmationsDoNoHarm) {
    openAndExpectOpen();
    for (const auto type :
         {MessageType::OPEN_CONF, MessageType::CLOSE_CONF, MessageType::HEARTBEAT_CONF, MessageType::ANSWER_CALL_CONF,
          MessageType::FAILURE_CONF, MessageType::CONTROL_FAILURE_CONF})
        peer.confirm(type, 0x7FFFFFFF);
    clock.settle();
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_TRUE(probe.words.empty());
    EXPECT_TRUE(probe.failures.empty());
}

TEST_F(LinkRobustnessTest, RequestsOfTheServerAreEvents) {
    openAndExpectOpen();
    peer.send(peer.message(MessageType::ACTIVE_MAINTENANCE_REQ_MSG).set(Field::InvokeID, 77));
    clock.settle();
    EXPECT_TRUE(probe.said("event 278"));
}

TEST_F(LinkRobustnessTest, EveryFrameCanBeTraced) {
    openAndExpectOpen();
    EXPECT_EQ(probe.tracedOut, 1);
    EXPECT_EQ(probe.tracedIn, 1);
    peer.systemEvent(1);
    probe.ask(*link);
    clock.settle();
    EXPECT_EQ(probe.tracedOut, 2);
    EXPECT_EQ(probe.tracedIn, 2);
}

TEST_F(LinkRobustnessTest, DestroyingALinkDropsItsRequestsSilentlyAndItsConnection) {
    openAndExpectOpen();
    probe.ask(*link);
    link.reset();
    clock.advance(1h);
    EXPECT_TRUE(probe.replies.empty());
    EXPECT_FALSE(peer.isConnected());
    EXPECT_EQ(peer.connections, 1);
}

/// Destroys the link at one of its signals, and goes on as if nothing had happened.
struct LinkDestructionTest : LinkFixture {
    template <class Signal> void destroyAt(Signal signal) {
        QObject::connect(link.get(), signal, &context, [this] {
            destroyed = true;
            link.reset();
        });
    }
    void live() {
        link->open(options, parameters);
        clock.settle();
        if (link) {
            ASSERT_TRUE(link->request(link->message(MessageType::AGENT_DESK_SETTINGS_REQ), [](const Reply&) {}));
        }
        peer.systemEvent(1);
        peer.sendRaw(raw({0, 0, 0, 2, 0, 0, 0, 30, 1, 2}));
        peer.systemEvent(2);
        clock.advance(100s);
        peer.answersHeartbeats = false;
        clock.advance(10min);
        if (link)
            link->close();
        clock.advance(1min);
        EXPECT_TRUE(destroyed);
    }
    QObject context;
    bool destroyed = false;
};

TEST_F(LinkDestructionTest, InStateChanged) {
    destroyAt(&Link::stateChanged);
    live();
}
TEST_F(LinkDestructionTest, InOpened) {
    destroyAt(&Link::opened);
    live();
}
TEST_F(LinkDestructionTest, InEvent) {
    destroyAt(&Link::event);
    live();
}
TEST_F(LinkDestructionTest, InMalformed) {
    destroyAt(&Link::malformed);
    live();
}
TEST_F(LinkDestructionTest, InTraced) {
    destroyAt(&Link::traced);
    live();
}
TEST_F(LinkDestructionTest, InHeartbeat) {
    destroyAt(&Link::heartbeat);
    live();
}
TEST_F(LinkDestructionTest, InHeartbeatMissed) {
    destroyAt(&Link::heartbeatMissed);
    live();
}
TEST_F(LinkDestructionTest, InFailed) {
    destroyAt(&Link::failed);
    live();
}
TEST_F(LinkDestructionTest, InClosed) {
    destroyAt(&Link::closed);
    live();
}

struct LinkDestructionInReplyTest : LinkFixture, ::testing::WithParamInterface<int> {};

TEST_P(LinkDestructionInReplyTest, InAReplyOfAnyKind) {
    openAndExpectOpen();
    int calls = 0;
    const auto handler = [&](const Reply&) {
        ++calls;
        link.reset();
    };
    ASSERT_TRUE(link->request(link->message(MessageType::AGENT_DESK_SETTINGS_REQ), handler));
    ASSERT_TRUE(link->request(link->message(MessageType::AGENT_DESK_SETTINGS_REQ), handler));
    clock.settle();
    const auto& request = peer.last(MessageType::AGENT_DESK_SETTINGS_REQ);
    const std::function<void()> ends[]{[&] { peer.confirm(request); },
                                       [&] { peer.fail(request, StatusCode::E_CTI_TIMEOUT); },
                                       [&] { clock.advance(20s); }, [&] { peer.reset(); }, [&] { link->close(); }};
    ends[GetParam()]();
    clock.advance(1min);
    EXPECT_EQ(calls, 1);
}

INSTANTIATE_TEST_SUITE_P(Ends, LinkDestructionInReplyTest, ::testing::Range(0, 5));

} // namespace
} // namespace callwright
