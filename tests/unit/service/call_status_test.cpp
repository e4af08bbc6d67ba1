#include "cil/events/keywords.h"
#include "cil/service/call_status.h"

#include <gtest/gtest.h>

namespace callwright::service {
namespace {

using protocol::MessageType;
using enum protocol::LocalConnectionState;

class CallStatusRules : public testing::Test {
protected:
    LocalConnectionState after(MessageType event, LocalConnectionState before, const Arguments& wire = {}) {
        return nextStatus(
            {event, wire, before, QStringLiteral("own"), {QStringLiteral("3101"), QStringLiteral("31010")}});
    }

    static Arguments device(Keyword key, const char16_t* name) { return {{key, QString::fromUtf16(name)}}; }
    static Arguments state(LocalConnectionState told) {
        return {{keyword::LocalConnectionState, static_cast<std::uint16_t>(told)}};
    }
};

TEST_F(CallStatusRules, AnInboundCallRingsIsAnsweredAndEnds) {
    EXPECT_EQ(after(MessageType::BEGIN_CALL_EVENT, LCS_NULL), LCS_NULL);
    EXPECT_EQ(after(MessageType::CALL_DELIVERED_EVENT, LCS_NULL, state(LCS_ALERTING)), LCS_ALERTING);
    EXPECT_EQ(after(MessageType::CALL_ESTABLISHED_EVENT, LCS_ALERTING), LCS_CONNECT);
    EXPECT_EQ(after(MessageType::CALL_CLEARED_EVENT, LCS_CONNECT), LCS_NULL);
    EXPECT_EQ(after(MessageType::END_CALL_EVENT, LCS_CONNECT), LCS_NULL);
}

TEST_F(CallStatusRules, ACallerStaysInitiateWhileTheFarEndRings) {
    EXPECT_EQ(after(MessageType::CALL_SERVICE_INITIATED_EVENT, LCS_NULL), LCS_INITIATE);
    EXPECT_EQ(after(MessageType::CALL_ORIGINATED_EVENT, LCS_INITIATE), LCS_INITIATE);
    EXPECT_EQ(after(MessageType::CALL_DELIVERED_EVENT, LCS_INITIATE, state(LCS_CONNECT)), LCS_INITIATE);
    EXPECT_EQ(after(MessageType::CALL_DELIVERED_EVENT, LCS_NULL, device(keyword::CallingDeviceID, u"3101")),
              LCS_INITIATE);
    EXPECT_EQ(after(MessageType::CALL_REACHED_NETWORK_EVENT, LCS_INITIATE), LCS_INITIATE);
    EXPECT_EQ(after(MessageType::CALL_ESTABLISHED_EVENT, LCS_INITIATE), LCS_CONNECT);
}

TEST_F(CallStatusRules, DeliveredTellsTrunkSeizure) {
    EXPECT_EQ(after(MessageType::CALL_DELIVERED_EVENT, LCS_NULL, state(LCS_INITIATE)), LCS_INITIATE);
    EXPECT_EQ(after(MessageType::CALL_DELIVERED_EVENT, LCS_NULL, state(LCS_NONE)), LCS_ALERTING);
}

TEST_F(CallStatusRules, WhoTalksGoesOnTalkingWhileSomebodyIsCalledIn) {
    EXPECT_EQ(after(MessageType::CALL_DELIVERED_EVENT, LCS_CONNECT, device(keyword::AlertingDeviceID, u"3102")),
              LCS_CONNECT);
    EXPECT_EQ(after(MessageType::CALL_DELIVERED_EVENT, LCS_HOLD, device(keyword::AlertingDeviceID, u"3102")), LCS_HOLD);
    EXPECT_EQ(after(MessageType::CALL_DELIVERED_EVENT, LCS_HOLD, device(keyword::CallingDeviceID, u"3101")), LCS_HOLD);
    EXPECT_EQ(after(MessageType::CALL_REACHED_NETWORK_EVENT, LCS_CONNECT), LCS_CONNECT);
}

TEST_F(CallStatusRules, OnlyTheOwnHoldHolds) {
    EXPECT_EQ(after(MessageType::CALL_HELD_EVENT, LCS_CONNECT, device(keyword::HoldingDeviceID, u"3101")), LCS_HOLD);
    EXPECT_EQ(after(MessageType::CALL_HELD_EVENT, LCS_CONNECT, device(keyword::HoldingDeviceID, u"3102")), LCS_CONNECT);
    EXPECT_EQ(after(MessageType::CALL_HELD_EVENT, LCS_CONNECT), LCS_HOLD);
    EXPECT_EQ(after(MessageType::CALL_RETRIEVED_EVENT, LCS_HOLD, device(keyword::RetrievingDeviceID, u"31010")),
              LCS_CONNECT);
    EXPECT_EQ(after(MessageType::CALL_RETRIEVED_EVENT, LCS_HOLD, device(keyword::RetrievingDeviceID, u"3102")),
              LCS_HOLD);
}

TEST_F(CallStatusRules, FailedStaysUntilTheEnd) {
    EXPECT_EQ(after(MessageType::CALL_FAILED_EVENT, LCS_INITIATE), LCS_FAIL);
    EXPECT_EQ(after(MessageType::CALL_CONNECTION_CLEARED_EVENT, LCS_FAIL), LCS_FAIL);
    EXPECT_EQ(after(MessageType::CALL_CLEARED_EVENT, LCS_FAIL), LCS_FAIL);
    EXPECT_EQ(after(MessageType::END_CALL_EVENT, LCS_FAIL), LCS_NULL);
    EXPECT_TRUE(carriesStatus(MessageType::CALL_FAILED_EVENT, LCS_INITIATE));
    EXPECT_FALSE(carriesStatus(MessageType::CALL_CLEARED_EVENT, LCS_FAIL));
    EXPECT_TRUE(carriesStatus(MessageType::CALL_CLEARED_EVENT, LCS_CONNECT));
}

TEST_F(CallStatusRules, OnlyTheOwnConnectionsEndClears) {
    EXPECT_EQ(
        after(MessageType::CALL_CONNECTION_CLEARED_EVENT, LCS_CONNECT, device(keyword::ReleasingDeviceID, u"3101")),
        LCS_NULL);
    EXPECT_EQ(
        after(MessageType::CALL_CONNECTION_CLEARED_EVENT, LCS_CONNECT, device(keyword::ReleasingDeviceID, u"555")),
        LCS_CONNECT);
    EXPECT_EQ(
        after(MessageType::CALL_CONNECTION_CLEARED_EVENT, LCS_CONNECT, device(keyword::ConnectionDeviceID, u"own")),
        LCS_NULL);
    EXPECT_EQ(
        after(MessageType::CALL_CONNECTION_CLEARED_EVENT, LCS_CONNECT, device(keyword::ConnectionDeviceID, u"far")),
        LCS_CONNECT);
}

TEST_F(CallStatusRules, ARedirectedQueueLegEndsNothing) {
    Arguments wire = device(keyword::ConnectionDeviceID, u"own");
    wire.set(keyword::EventCause, std::uint16_t(28));
    EXPECT_EQ(after(MessageType::CALL_CONNECTION_CLEARED_EVENT, LCS_ALERTING, wire), LCS_ALERTING);
}

TEST_F(CallStatusRules, TransferEndsTheControllersPartOnly) {
    EXPECT_EQ(after(MessageType::CALL_TRANSFERRED_EVENT, LCS_CONNECT, device(keyword::TransferringDeviceID, u"3101")),
              LCS_NULL);
    EXPECT_EQ(after(MessageType::CALL_TRANSFERRED_EVENT, LCS_CONNECT, device(keyword::TransferringDeviceID, u"3102")),
              LCS_CONNECT);
    EXPECT_EQ(after(MessageType::CALL_CONFERENCED_EVENT, LCS_HOLD), LCS_CONNECT);
}

TEST_F(CallStatusRules, QueuesTellTheirState) {
    EXPECT_EQ(after(MessageType::CALL_QUEUED_EVENT, LCS_CONNECT, state(LCS_CONNECT)), LCS_CONNECT);
    EXPECT_EQ(after(MessageType::CALL_QUEUED_EVENT, LCS_INITIATE, state(LCS_NONE)), LCS_QUEUED);
    EXPECT_EQ(after(MessageType::CALL_DEQUEUED_EVENT, LCS_QUEUED, state(LCS_NONE)), LCS_QUEUED);
}

TEST_F(CallStatusRules, DivertedCallsLeaveTheDevice) {
    EXPECT_EQ(after(MessageType::CALL_DIVERTED_EVENT, LCS_ALERTING, device(keyword::DivertingDeviceID, u"3101")),
              LCS_NULL);
}

TEST_F(CallStatusRules, OtherMessagesChangeNothing) {
    EXPECT_EQ(after(MessageType::CALL_DATA_UPDATE_EVENT, LCS_HOLD), LCS_HOLD);
    EXPECT_EQ(after(MessageType::RTP_STARTED_EVENT, LCS_CONNECT), LCS_CONNECT);
}

TEST_F(CallStatusRules, FailedStaysThroughEverythingBeforeTheEnd) {
    for (const MessageType event :
         {MessageType::CALL_CLEARED_EVENT, MessageType::CALL_CONNECTION_CLEARED_EVENT,
          MessageType::CALL_DELIVERED_EVENT, MessageType::CALL_ESTABLISHED_EVENT, MessageType::CALL_QUEUED_EVENT,
          MessageType::CALL_DIVERTED_EVENT, MessageType::CALL_TRANSFERRED_EVENT, MessageType::CALL_DATA_UPDATE_EVENT}) {
        EXPECT_EQ(after(event, LCS_FAIL), LCS_FAIL) << static_cast<int>(event);
        EXPECT_FALSE(carriesStatus(event, LCS_FAIL));
    }
}

/// One event as one side sees it: the device it names, what it tells, before and after.
struct Seen {
    const char* what;
    MessageType event;
    Keyword device;
    const char16_t* name;
    std::optional<LocalConnectionState> told;
    LocalConnectionState before;
    LocalConnectionState after;
};

class CallStatusOf : public CallStatusRules, public testing::WithParamInterface<Seen> {};

TEST_P(CallStatusOf, ThisSide) {
    const Seen& seen = GetParam();
    Arguments wire = device(seen.device, seen.name);
    if (seen.told) {
        wire.merge(state(*seen.told));
    }
    EXPECT_EQ(after(seen.event, seen.before, wire), seen.after);
}

constexpr auto conferenced = MessageType::CALL_CONFERENCED_EVENT;
constexpr auto transferred = MessageType::CALL_TRANSFERRED_EVENT;
constexpr auto held = MessageType::CALL_HELD_EVENT;
constexpr auto retrieved = MessageType::CALL_RETRIEVED_EVENT;
constexpr auto established = MessageType::CALL_ESTABLISHED_EVENT;
constexpr auto controller = keyword::ControllerDeviceID;
constexpr auto transferring = keyword::TransferringDeviceID;
constexpr auto answering = keyword::AnsweringDeviceID;

INSTANTIATE_TEST_SUITE_P(
    CallStatus, CallStatusOf,
    testing::Values(
        Seen{"ControllersHeldCallTalksAgain", conferenced, controller, u"3101", LCS_HOLD, LCS_HOLD, LCS_CONNECT},
        Seen{"ControllersConsultationTalks", conferenced, controller, u"31010", {}, LCS_CONNECT, LCS_CONNECT},
        Seen{"MemberTalksAsTold", conferenced, controller, u"3102", LCS_CONNECT, LCS_CONNECT, LCS_CONNECT},
        Seen{"MemberWhoHoldsStaysHeld", conferenced, controller, u"3102", LCS_HOLD, LCS_HOLD, LCS_HOLD},
        Seen{"MemberWhoHoldsStaysHeldUntold", conferenced, controller, u"3102", LCS_NONE, LCS_HOLD, LCS_HOLD},
        Seen{"MemberTalksWhenNothingIsKnown", conferenced, controller, u"3102", LCS_NULL, LCS_NULL, LCS_CONNECT},
        Seen{"NobodyIsNamedAsController", conferenced, controller, u"", LCS_HOLD, LCS_HOLD, LCS_CONNECT},
        Seen{"TransferringSideIsOut", transferred, transferring, u"3101", LCS_NULL, LCS_HOLD, LCS_NULL},
        Seen{"TransferringSidesConsultationIsOut", transferred, transferring, u"3101", {}, LCS_CONNECT, LCS_NULL},
        Seen{"TransferredToWhileRinging", transferred, transferring, u"3102", {}, LCS_ALERTING, LCS_ALERTING},
        Seen{"TransferredToTalks", transferred, transferring, u"3102", {}, LCS_CONNECT, LCS_CONNECT},
        Seen{"AlternateHoldsTheActive", held, keyword::HoldingDeviceID, u"3101", LCS_HOLD, LCS_CONNECT, LCS_HOLD},
        Seen{"AlternateRetrievesTheHeld", retrieved, keyword::RetrievingDeviceID, u"3101", {}, LCS_HOLD, LCS_CONNECT},
        Seen{"AlternateAnswersTheRinging", established, answering, u"3101", {}, LCS_ALERTING, LCS_CONNECT},
        Seen{"ConsultationIsAnswered", established, answering, u"3102", {}, LCS_INITIATE, LCS_CONNECT},
        Seen{"AnotherAnswersInAHeldCall", established, answering, u"3103", LCS_CONNECT, LCS_HOLD, LCS_HOLD},
        Seen{"ConsultedHolds", held, keyword::HoldingDeviceID, u"3102", LCS_CONNECT, LCS_CONNECT, LCS_CONNECT},
        Seen{"DivertedFromSomebodyElse",
             MessageType::CALL_DIVERTED_EVENT,
             keyword::DivertingDeviceID,
             u"3102",
             {},
             LCS_INITIATE,
             LCS_INITIATE},
        Seen{"QueuedByTheCaller", MessageType::CALL_QUEUED_EVENT, keyword::QueueDeviceID, u"7000", LCS_QUEUED,
             LCS_INITIATE, LCS_QUEUED},
        Seen{"DequeuedAndRinging", MessageType::CALL_DEQUEUED_EVENT, keyword::QueueDeviceID, u"7000", LCS_ALERTING,
             LCS_QUEUED, LCS_ALERTING},
        Seen{"DequeuedFromOneOfSeveral",
             MessageType::CALL_DEQUEUED_EVENT,
             keyword::QueueDeviceID,
             u"7000",
             {},
             LCS_QUEUED,
             LCS_QUEUED}),
    [](const auto& row) { return std::string(row.param.what); });

} // namespace
} // namespace callwright::service
