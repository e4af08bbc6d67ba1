#include "cil/connection/server_memory.h"
#include "tests/unit/connection/link_fixture.h"

#include <numeric>

namespace callwright {
namespace {

using namespace protocol;
using namespace std::chrono_literals;

using LinkOpenTest = LinkFixture;

TEST_F(LinkOpenTest, OpensASessionAndSaysSoStepByStep) {
    link->open(options, parameters);
    EXPECT_EQ(link->state(), LinkState::Connecting);
    clock.settle();
    EXPECT_EQ(probe.words, (std::vector<std::string>{"state Connecting", "state Opening", "state Open", "opened"}));
    const auto& request = peer.last(MessageType::OPEN_REQ);
    EXPECT_EQ(request.text(Field::ClientID), "5000.1001");
    EXPECT_EQ(request.text(Field::AgentInstrument), "3101");
    EXPECT_EQ(request.number(Field::ServicesRequested), parameters.services);
    EXPECT_EQ(link->version(), 25);
    EXPECT_EQ(link->server(), options.sides[0]);
}

TEST_F(LinkOpenTest, ObeysTheServicesGranted) {
    peer.grants = ~std::uint32_t{ServicesRequested::CTI_SERVICE_CALL_DATA_UPDATE};
    open();
    EXPECT_EQ(link->servicesGranted(), parameters.services & ~ServicesRequested::CTI_SERVICE_CALL_DATA_UPDATE);
    peer.reset();
    clock.settle();
    peer.answersOpen = false;
    clock.settle();
    EXPECT_EQ(link->servicesGranted(), parameters.services & peer.grants); // came back at once
    link->close();
    clock.advance(10s);
    EXPECT_EQ(link->servicesGranted(), 0u);
}

TEST_F(LinkOpenTest, GoesDownOneVersionAtATimeEachOnANewConnection) {
    peer.newest = 13;
    open();
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(link->version(), 13);
    std::vector<Version> all(13);
    std::iota(all.rbegin(), all.rend(), 13);
    EXPECT_EQ(peer.versionsAsked(), all);
    EXPECT_EQ(peer.connections, 13);
    EXPECT_EQ(clock.now(), 0s); // a version refusal is no failed attempt: nothing waits
    EXPECT_TRUE(probe.failures.empty());
}

TEST_F(LinkOpenTest, OpensAtEveryVersionAServerMayHave) {
    for (Version version = oldestVersion; version <= newestVersion; ++version) {
        peer.newest = peer.oldest = version;
        Link fresh(clock, *transports, 1);
        fresh.open(options, parameters);
        clock.settle();
        EXPECT_EQ(fresh.state(), LinkState::Open) << version;
        EXPECT_EQ(fresh.version(), version);
        testing::LinkProbe replies(fresh);
        replies.ask(fresh);
        clock.settle();
        peer.confirm(peer.last(MessageType::AGENT_DESK_SETTINGS_REQ));
        clock.settle();
        ASSERT_EQ(replies.replies.size(), 1u) << version;
        EXPECT_EQ(replies.replies[0].outcome, Reply::Outcome::Confirmed) << version;
    }
}

TEST_F(LinkOpenTest, RemembersTheGoodVersionPerServer) {
    peer.newest = 20;
    open();
    peer.received.clear();
    peer.reset();
    clock.settle();
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(peer.versionsAsked(), std::vector<Version>{20});

    link->close();
    clock.settle();
    peer.received.clear();
    open();
    EXPECT_EQ(peer.versionsAsked(), std::vector<Version>{20});
}

TEST_F(LinkOpenTest, ReadsAndWritesTheMemoryItIsGiven) {
    ForgetfulServerMemory memory;
    memory.rememberVersion(options.sides[0], 22);
    link->setMemory(memory);
    peer.newest = 21;
    open();
    EXPECT_EQ(peer.versionsAsked(), (std::vector<Version>{22, 21}));
    EXPECT_EQ(memory.lastGoodVersion(options.sides[0]), 21);
}

TEST_F(LinkOpenTest, FindsANewerVersionWhenTheRememberedOneIsNoLongerTaken) {
    ForgetfulServerMemory memory;
    memory.rememberVersion(options.sides[0], 15);
    link->setMemory(memory);
    peer.oldest = peer.newest = 18;
    open();
    EXPECT_EQ(link->version(), 18);
    EXPECT_EQ(memory.lastGoodVersion(options.sides[0]), 18);
}

TEST_F(LinkOpenTest, StartsAtTheHighestVersionAsked) {
    options.highestVersion = 19;
    open();
    EXPECT_EQ(peer.versionsAsked(), std::vector<Version>{19});
}

TEST_F(LinkOpenTest, GivesUpWhenNoVersionIsTaken) {
    peer.newest = 12;
    open();
    EXPECT_EQ(link->state(), LinkState::Closed);
    ASSERT_EQ(probe.failures.size(), 1u);
    EXPECT_EQ(probe.failures[0].reason, LinkFailure::Reason::Refused);
    EXPECT_EQ(probe.failures[0].status, static_cast<std::uint32_t>(StatusCode::E_CTI_INVALID_VERSION));
    EXPECT_EQ(probe.failures[0].retryIn, std::nullopt);
    clock.advance(1h);
    EXPECT_EQ(peer.connections, 13);
    EXPECT_EQ(probe.failures.size(), 1u);
}

TEST_F(LinkOpenTest, ARefusalForWhatWasAskedIsFinal) {
    peer.refusesOpenWith = StatusCode::E_CTI_INVALID_PASSWORD;
    open();
    EXPECT_EQ(link->state(), LinkState::Closed);
    ASSERT_EQ(probe.failures.size(), 1u);
    EXPECT_EQ(probe.failures[0].reason, LinkFailure::Reason::Refused);
    EXPECT_EQ(probe.failures[0].status, static_cast<std::uint32_t>(StatusCode::E_CTI_INVALID_PASSWORD));
    EXPECT_FALSE(probe.failures[0].retryIn);
    clock.advance(1h);
    EXPECT_EQ(peer.connections, 1);
    EXPECT_EQ(probe.failures.size(), 1u);
    EXPECT_EQ(peer.lastClosedBy, TransportFailure::Broken); // the guide: reset the connection

    peer.refusesOpenWith.reset();
    open();
    EXPECT_EQ(link->state(), LinkState::Open);
}

TEST_F(LinkOpenTest, ARefusalThatPassesIsTriedAgain) {
    peer.refusesOpenWith = StatusCode::E_CTI_CTI_SERVER_OFFLINE;
    open();
    EXPECT_EQ(link->state(), LinkState::Waiting);
    clock.advance(14s);
    EXPECT_EQ(peer.connections, 2); // at once, after 0 s, and then not before 15 s
    peer.refusesOpenWith.reset();
    clock.advance(1s);
    EXPECT_EQ(link->state(), LinkState::Open);
}

TEST_F(LinkOpenTest, UnderstandsARefusalInTheOtherLayout) {
    peer.answersOpen = false;
    open();
    peer.failInOtherLayout(peer.last(MessageType::OPEN_REQ),
                           static_cast<std::uint16_t>(StatusCode::E_CTI_INVALID_VERSION), 0);
    clock.settle();
    EXPECT_EQ(peer.versionsAsked(), (std::vector<Version>{25, 24}));
}

TEST_F(LinkOpenTest, WaitsThirtySecondsForTheAnswerToTheOpen) {
    peer.answersOpen = false;
    open();
    clock.advance(30s - 1ms);
    EXPECT_EQ(link->state(), LinkState::Opening);
    EXPECT_TRUE(probe.failures.empty());
    clock.advance(1ms);
    ASSERT_EQ(probe.failures.size(), 1u);
    EXPECT_EQ(probe.failures[0].reason, LinkFailure::Reason::OpenTimedOut);
    EXPECT_EQ(probe.failures[0].retryIn, 0s);
    EXPECT_EQ(peer.lastClosedBy, std::nullopt);
    clock.settle();
    EXPECT_EQ(peer.connections, 2);
}

TEST_F(LinkOpenTest, GivesUpAConnectionThatNeverStands) {
    network.setSilent(true);
    open();
    clock.advance(30s);
    ASSERT_EQ(probe.failures.size(), 1u);
    EXPECT_EQ(probe.failures[0].reason, LinkFailure::Reason::ConnectFailed);
}

TEST_F(LinkOpenTest, AnOpenThatCannotBeBuiltFailsForGoodWithoutSendingAnything) {
    parameters.agentId = QStringLiteral("an id of more than twelve bytes");
    open();
    EXPECT_EQ(link->state(), LinkState::Closed);
    ASSERT_EQ(probe.failures.size(), 1u);
    EXPECT_EQ(probe.failures[0].reason, LinkFailure::Reason::Refused);
    EXPECT_TRUE(probe.failures[0].detail.contains(u"AgentID"));
    EXPECT_TRUE(peer.received.empty());
}

TEST_F(LinkOpenTest, TakesNoAnswerForAnotherRequestAsItsOpen) {
    peer.answersOpen = false;
    open();
    peer.confirm(MessageType::OPEN_CONF, peer.last(MessageType::OPEN_REQ).invokeId() + 1);
    clock.settle();
    ASSERT_FALSE(probe.failures.empty());
    EXPECT_EQ(probe.failures[0].reason, LinkFailure::Reason::ProtocolError);
    EXPECT_FALSE(probe.said("opened"));
}

TEST_F(LinkOpenTest, EventsBeforeTheOpenIsConfirmedAreNotHandedOut) {
    peer.answersOpen = false;
    open();
    peer.systemEvent(1);
    clock.settle();
    EXPECT_EQ(link->state(), LinkState::Opening);
    EXPECT_TRUE(probe.systemEvents.empty());
}

TEST_F(LinkOpenTest, EventsRightBehindTheConfirmationAreHandedOutInOrder) {
    peer.answersOpen = false;
    open();
    QByteArray bytes = testing::bytesOf(
        peer.message(MessageType::OPEN_CONF).set(Field::InvokeID, peer.last(MessageType::OPEN_REQ).invokeId()));
    for (const std::uint32_t id : {1u, 2u, 3u})
        bytes += testing::bytesOf(peer.message(MessageType::SYSTEM_EVENT).set(Field::SystemEventID, id));
    peer.sendRaw(bytes);
    clock.settle();
    EXPECT_LT(probe.indexOf("opened"), probe.indexOf("event 31"));
    EXPECT_EQ(probe.systemEvents, (std::vector<std::uint32_t>{1, 2, 3}));
}

TEST_F(LinkOpenTest, OpenIsIgnoredUnlessClosed) {
    openAndExpectOpen();
    LinkOptions elsewhere = options;
    elsewhere.sides[0].port = 1;
    link->open(elsewhere, parameters);
    clock.settle();
    EXPECT_EQ(link->state(), LinkState::Open);
    EXPECT_EQ(link->server(), options.sides[0]);
}

TEST_F(LinkOpenTest, TextGoesThroughTheConnectionsCodePage) {
    openAndExpectOpen();
    EXPECT_EQ(link->toWire(QStringLiteral("é")), std::string("\xE9"));
    EXPECT_EQ(link->fromWire("\xE9"), QStringLiteral("é"));
    EXPECT_EQ(link->toWire(QStringLiteral("я")), std::nullopt);
}

TEST_F(LinkOpenTest, APortThatHangsUpOnPlainWordsMayWantTls) {
    for (const bool isSecured : {false, true}) {
        Link fresh(clock, *transports, 1);
        testing::LinkProbe freshProbe(fresh);
        options.security.isOn = isSecured;
        peer.answersOpen = false;
        fresh.open(options, parameters);
        clock.settle();
        ASSERT_EQ(fresh.state(), LinkState::Opening);
        peer.hangUp();
        clock.settle();
        ASSERT_FALSE(freshProbe.failures.empty());
        EXPECT_EQ(freshProbe.failures[0].detail.contains(QStringLiteral("TLS")), !isSecured);
    }
}

} // namespace
} // namespace callwright
