#include "tests/unit/connection/link_fixture.h"

#include <set>

namespace callwright {
namespace {

using namespace protocol;
using namespace std::chrono_literals;

struct LinkRequestTest : LinkFixture {
    LinkRequestTest() { openAndExpectOpen(); }

    const testing::ReceivedFrame& lastRequest() const { return peer.last(MessageType::AGENT_DESK_SETTINGS_REQ); }
};

TEST_F(LinkRequestTest, IsSentAtOnceAndConfirmedByItsInvokeId) {
    const auto id = probe.ask(*link);
    EXPECT_TRUE(probe.replies.empty());
    clock.settle();
    EXPECT_EQ(lastRequest().invokeId(), id);
    clock.advance(250ms);
    peer.confirm(lastRequest());
    clock.settle();
    ASSERT_EQ(probe.replies.size(), 1u);
    EXPECT_EQ(probe.replies[0].invokeId, id);
    EXPECT_EQ(probe.replies[0].outcome, Reply::Outcome::Confirmed);
    EXPECT_TRUE(probe.replies[0].hadMessage);
    EXPECT_EQ(link->roundTrip(), 250ms);
}

TEST_F(LinkRequestTest, SeveralMayBeOpenAndBeAnsweredInAnyOrder) {
    std::vector<std::uint32_t> ids;
    for (int i = 0; i < 5; ++i)
        ids.push_back(probe.ask(*link));
    EXPECT_EQ(std::set<std::uint32_t>(ids.begin(), ids.end()).size(), 5u);
    clock.settle();
    for (const int index : {3, 0, 4, 1, 2})
        peer.confirm(MessageType::AGENT_DESK_SETTINGS_CONF, ids[static_cast<std::size_t>(index)]);
    clock.settle();
    std::vector<std::uint32_t> answered;
    for (const auto& reply : probe.replies)
        answered.push_back(reply.invokeId);
    EXPECT_EQ(answered, (std::vector<std::uint32_t>{ids[3], ids[0], ids[4], ids[1], ids[2]}));
}

TEST_F(LinkRequestTest, InvokeIdsStayUniqueOverSessions) {
    std::set<std::uint32_t> ids{peer.last(MessageType::OPEN_REQ).invokeId()};
    for (int session = 0; session < 3; ++session) {
        for (int i = 0; i < 3; ++i)
            EXPECT_TRUE(ids.insert(probe.ask(*link)).second);
        clock.advance(20s); // answers nothing; heartbeats take ids as well
        peer.reset();
        clock.settle();
        EXPECT_TRUE(ids.insert(peer.last(MessageType::OPEN_REQ).invokeId()).second);
        ASSERT_EQ(link->state(), LinkState::Open);
    }
}

TEST_F(LinkRequestTest, ControlFailureFailureAndTheOtherLayoutBecomeReplies) {
    probe.ask(*link);
    clock.settle();
    peer.failControl(lastRequest(), ControlFailureCode::CF_INVALID_CALLING_DEVICE, 13);
    clock.settle();
    probe.ask(*link);
    clock.settle();
    peer.fail(lastRequest(), StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE);
    clock.settle();
    probe.ask(*link);
    clock.settle();
    peer.failInOtherLayout(lastRequest(), 41, 7);
    clock.settle();
    ASSERT_EQ(probe.replies.size(), 3u);
    EXPECT_EQ(probe.replies[0].outcome, Reply::Outcome::ControlFailure);
    EXPECT_EQ(probe.replies[0].code, static_cast<std::uint32_t>(ControlFailureCode::CF_INVALID_CALLING_DEVICE));
    EXPECT_EQ(probe.replies[0].peripheralErrorCode, 13u);
    EXPECT_EQ(probe.replies[1].outcome, Reply::Outcome::Failure);
    EXPECT_EQ(probe.replies[1].code, static_cast<std::uint32_t>(StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE));
    EXPECT_EQ(probe.replies[2].outcome, Reply::Outcome::ControlFailure);
    EXPECT_EQ(probe.replies[2].code, 41u);
    EXPECT_EQ(probe.replies[2].peripheralErrorCode, 7u);
    EXPECT_TRUE(probe.replies[2].hadMessage);
}

TEST_F(LinkRequestTest, EachHasItsOwnTime) {
    const auto first = probe.ask(*link);
    clock.advance(10s);
    const auto second = probe.ask(*link);
    clock.advance(5s - 1ms);
    EXPECT_TRUE(probe.replies.empty());
    clock.advance(1ms);
    ASSERT_EQ(probe.replies.size(), 1u);
    EXPECT_EQ(probe.replies[0].invokeId, first);
    EXPECT_EQ(probe.replies[0].outcome, Reply::Outcome::TimedOut);
    clock.advance(10s);
    ASSERT_EQ(probe.replies.size(), 2u);
    EXPECT_EQ(probe.replies[1].invokeId, second);
}

TEST_F(LinkRequestTest, WhatComesAfterTheTimeoutIsIgnored) {
    probe.ask(*link);
    clock.advance(15s);
    ASSERT_EQ(probe.replies.size(), 1u);
    peer.confirm(lastRequest());
    peer.fail(lastRequest(), StatusCode::E_CTI_TIMEOUT);
    clock.settle();
    EXPECT_EQ(probe.replies.size(), 1u);
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(link->malformedCount(), 0u);
    EXPECT_FALSE(probe.said("event 132"));
}

TEST_F(LinkRequestTest, ASecondAnswerIsIgnored) {
    probe.ask(*link);
    clock.settle();
    peer.confirm(lastRequest());
    peer.confirm(lastRequest());
    peer.failControl(lastRequest(), ControlFailureCode::CF_GENERIC_OPERATION, 0);
    clock.settle();
    EXPECT_EQ(probe.replies.size(), 1u);
}

TEST_F(LinkRequestTest, TheConfirmationOfSomethingElseIsNoAnswer) {
    probe.ask(*link);
    clock.settle();
    peer.confirm(MessageType::ANSWER_CALL_CONF, lastRequest().invokeId());
    clock.settle();
    EXPECT_TRUE(probe.replies.empty());
    EXPECT_EQ(link->malformedCount(), 1u);
    EXPECT_EQ(probe.malformed.size(), 1u);
    peer.confirm(lastRequest());
    clock.settle();
    ASSERT_EQ(probe.replies.size(), 1u);
    EXPECT_EQ(probe.replies[0].outcome, Reply::Outcome::Confirmed);
}

TEST_F(LinkRequestTest, ALostLinkFailsAllOpenOnesAtOnceBeforeItSaysSo) {
    const auto first = probe.ask(*link);
    const auto second = probe.ask(*link);
    clock.settle();
    peer.reset();
    clock.settle();
    const auto word = [](std::uint32_t id) { return "reply " + std::to_string(id) + " LinkLost"; };
    EXPECT_LT(probe.indexOf(word(first)), probe.indexOf(word(second)));
    EXPECT_LT(probe.indexOf(word(second)), probe.indexOf("state Waiting"));
    EXPECT_LT(probe.indexOf("state Waiting"), probe.indexOf("failed TransportLost"));
    EXPECT_EQ(probe.replies.size(), 2u);
    clock.advance(1h);
    EXPECT_EQ(probe.replies.size(), 2u);
}

TEST_F(LinkRequestTest, NothingIsSentLate) {
    peer.reset();
    stopListening();
    clock.settle();
    ASSERT_NE(link->state(), LinkState::Open);
    const auto sent = link->request(link->message(MessageType::AGENT_DESK_SETTINGS_REQ), probe.keep());
    ASSERT_FALSE(sent.has_value());
    EXPECT_EQ(sent.error().code, StatusCode::E_CTI_SESSION_NOT_OPEN);
    listenAgain();
    clock.advance(10min);
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(peer.count(MessageType::AGENT_DESK_SETTINGS_REQ), 0u);
    EXPECT_TRUE(probe.replies.empty());
}

TEST_F(LinkRequestTest, WhatDoesNotBuildOrHasNoAnswerIsRefusedAtOnce) {
    auto tooLong = link->message(MessageType::MAKE_CALL_REQ);
    tooLong.set(Field::DialedNumber, std::string(41, '5'));
    const auto first = link->request(tooLong, probe.keep());
    ASSERT_FALSE(first.has_value());
    EXPECT_EQ(first.error().field, Field::DialedNumber);
    const auto second = link->request(link->message(MessageType::CONFIG_REQUEST_EVENT), probe.keep());
    ASSERT_FALSE(second.has_value());
    EXPECT_EQ(second.error().code, StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE);
    const auto third = link->request(MessageBuilder(MessageType::AGENT_DESK_SETTINGS_REQ, 13), probe.keep());
    ASSERT_FALSE(third.has_value());
    EXPECT_EQ(third.error().code, StatusCode::E_CTI_INVALID_VERSION);
    clock.advance(1min);
    EXPECT_TRUE(probe.replies.empty());
}

TEST_F(LinkRequestTest, SegmentsComeAsEventsAndTheLastOneIsTheReply) {
    probe.ask(*link, MessageType::LIST_AGENT_TEAM_REQ);
    clock.settle();
    const auto id = peer.last(MessageType::LIST_AGENT_TEAM_REQ).invokeId();
    const auto segment = [&](std::uint32_t more) {
        peer.send(peer.message(MessageType::LIST_AGENT_TEAM_CONF).set(Field::InvokeID, id).set(Field::More, more));
        clock.advance(10s); // each segment starts the time anew
    };
    segment(1);
    segment(1);
    EXPECT_TRUE(probe.replies.empty());
    EXPECT_EQ(probe.count("event 134"), 2u);
    segment(0);
    ASSERT_EQ(probe.replies.size(), 1u);
    EXPECT_EQ(probe.replies[0].outcome, Reply::Outcome::Confirmed);
    EXPECT_EQ(probe.count("event 134"), 2u);
}

TEST_F(LinkRequestTest, AHandlerMayAskAgain) {
    int answers = 0;
    std::function<void(const Reply&)> again = [&](const Reply& reply) {
        EXPECT_EQ(reply.outcome, Reply::Outcome::Confirmed);
        if (++answers < 4) {
            EXPECT_TRUE(link->request(link->message(MessageType::AGENT_DESK_SETTINGS_REQ), again));
        }
        clock.settle();
    };
    ASSERT_TRUE(link->request(link->message(MessageType::AGENT_DESK_SETTINGS_REQ), again));
    for (int i = 0; i < 4; ++i) {
        clock.settle();
        peer.confirm(lastRequest());
    }
    clock.settle();
    EXPECT_EQ(answers, 4);
}

TEST_F(LinkRequestTest, AHandlerThatAsksWhileTheLinkFailsIsToldItIsNotOpen) {
    bool refused = false;
    const auto handler = [&](const Reply& reply) {
        EXPECT_EQ(reply.outcome, Reply::Outcome::LinkLost);
        refused = !link->request(link->message(MessageType::AGENT_DESK_SETTINGS_REQ), probe.keep());
    };
    ASSERT_TRUE(link->request(link->message(MessageType::AGENT_DESK_SETTINGS_REQ), handler));
    peer.reset();
    clock.settle();
    EXPECT_TRUE(refused);
    EXPECT_TRUE(probe.replies.empty());
}

TEST_F(LinkRequestTest, WithoutAHandlerARequestIsJustSent) {
    ASSERT_TRUE(link->request(link->message(MessageType::AGENT_DESK_SETTINGS_REQ), nullptr));
    clock.settle();
    peer.confirm(lastRequest());
    clock.settle();
    ASSERT_TRUE(link->request(link->message(MessageType::AGENT_DESK_SETTINGS_REQ), nullptr));
    clock.advance(15s);
    ASSERT_TRUE(link->request(link->message(MessageType::AGENT_DESK_SETTINGS_REQ), nullptr));
    peer.reset();
    clock.settle();
    EXPECT_EQ(peer.count(MessageType::AGENT_DESK_SETTINGS_REQ), 2u);
}

} // namespace
} // namespace callwright
