#include "tests/unit/connection/link_fixture.h"

namespace callwright {
namespace {

using namespace protocol;
using namespace std::chrono_literals;

using LinkCloseTest = LinkFixture;
using Words = std::vector<std::string>;

TEST_F(LinkCloseTest, SaysGoodbyeAndWaitsForTheAnswer) {
    openAndExpectOpen();
    link->close();
    EXPECT_EQ(link->state(), LinkState::Closing);
    clock.settle();
    EXPECT_EQ(peer.last(MessageType::CLOSE_REQ).number(Field::Status), 0u);
    EXPECT_EQ(probe.words, (Words{"state Closing", "state Closed", "closed"}));
    EXPECT_EQ(peer.lastClosedBy, TransportFailure::ClosedByPeer);
    EXPECT_TRUE(probe.failures.empty());
    clock.advance(1h);
    EXPECT_EQ(peer.connections, 1);
}

TEST_F(LinkCloseTest, WaitsFiveSecondsAtMost) {
    openAndExpectOpen();
    peer.answersClose = false;
    link->close();
    clock.advance(5s - 1ms);
    EXPECT_EQ(link->state(), LinkState::Closing);
    clock.advance(1ms);
    clock.settle();
    EXPECT_EQ(link->state(), LinkState::Closed);
    EXPECT_EQ(probe.count("closed"), 1u);
    EXPECT_EQ(peer.lastClosedBy, TransportFailure::Broken); // the guide: then reset the connection
}

TEST_F(LinkCloseTest, AServerThatHangsUpInsteadIsAsGood) {
    openAndExpectOpen();
    peer.answersClose = false;
    link->close();
    clock.settle();
    peer.reset();
    clock.settle();
    EXPECT_EQ(probe.words, (Words{"state Closing", "state Closed", "closed"}));
    EXPECT_TRUE(probe.failures.empty());
}

TEST_F(LinkCloseTest, ARefusalToCloseClosesToo) {
    openAndExpectOpen();
    peer.answersClose = false;
    link->close();
    clock.settle();
    peer.fail(peer.last(MessageType::CLOSE_REQ), StatusCode::E_CTI_SESSION_NOT_OPEN);
    clock.settle();
    EXPECT_EQ(link->state(), LinkState::Closed);
}

TEST_F(LinkCloseTest, OpenRequestsEndFirst) {
    openAndExpectOpen();
    const auto id = probe.ask(*link);
    link->close();
    clock.settle();
    EXPECT_LT(probe.indexOf("reply " + std::to_string(id) + " LinkLost"), probe.indexOf("closed"));
    EXPECT_EQ(probe.replies.size(), 1u);
}

TEST_F(LinkCloseTest, EventsAndRequestsEndWithIt) {
    openAndExpectOpen();
    peer.answersClose = false;
    link->close();
    peer.systemEvent(1);
    clock.settle();
    EXPECT_TRUE(probe.systemEvents.empty());
    EXPECT_FALSE(link->request(link->message(MessageType::AGENT_DESK_SETTINGS_REQ), probe.keep()));
}

TEST_F(LinkCloseTest, WorksWhileConnecting) {
    link->open(options, parameters);
    link->close();
    EXPECT_FALSE(probe.said("closed")); // later, always
    clock.advance(1h);
    EXPECT_EQ(probe.count("closed"), 1u);
    EXPECT_EQ(peer.connections, 0);
}

TEST_F(LinkCloseTest, WorksWhileOpening) {
    peer.answersOpen = false;
    open();
    link->close();
    clock.advance(1h);
    EXPECT_EQ(probe.count("closed"), 1u);
    EXPECT_EQ(link->state(), LinkState::Closed);
    EXPECT_FALSE(peer.isConnected());
    EXPECT_EQ(peer.connections, 1);
}

TEST_F(LinkCloseTest, WorksWhileWaiting) {
    stopListening();
    open();
    clock.advance(20s);
    listenAgain();
    link->close();
    clock.advance(1h);
    EXPECT_EQ(probe.count("closed"), 1u);
    EXPECT_EQ(peer.connections, 0);
}

TEST_F(LinkCloseTest, IsAnsweredOnceHoweverOftenItIsAsked) {
    openAndExpectOpen();
    link->close();
    link->close();
    clock.settle();
    EXPECT_EQ(probe.count("closed"), 1u);
    link->close();
    clock.settle();
    EXPECT_EQ(probe.count("closed"), 2u); // nothing was open, and that is answered as well
}

TEST_F(LinkCloseTest, TheLinkCanBeOpenedAgain) {
    openAndExpectOpen();
    link->close();
    clock.settle();
    open();
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(peer.connections, 2);
}

TEST_F(LinkCloseTest, ItMayBeAskedForFromAReply) {
    openAndExpectOpen();
    ASSERT_TRUE(
        link->request(link->message(MessageType::AGENT_DESK_SETTINGS_REQ), [&](const Reply&) { link->close(); }));
    probe.ask(*link);
    peer.reset();
    clock.settle();
    EXPECT_EQ(link->state(), LinkState::Closed);
    EXPECT_EQ(probe.count("closed"), 1u);
    EXPECT_EQ(probe.replies.size(), 1u); // the other one got its outcome all the same
    clock.advance(1h);
    EXPECT_EQ(peer.connections, 1);
}

} // namespace
} // namespace callwright
