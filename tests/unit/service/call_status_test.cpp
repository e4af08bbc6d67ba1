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

TEST_F(CallStatusRules, OnlyCallsFromTheQueuesAreInbound) {
    using protocol::CallType;
    for (const CallType type : {CallType::CALLTYPE_ACD_IN, CallType::CALLTYPE_PREROUTE_ACD_IN,
                                CallType::CALLTYPE_PREROUTE_DIRECT_AGENT, CallType::CALLTYPE_OTHER_IN}) {
        EXPECT_TRUE(isInbound(static_cast<std::uint32_t>(type)));
    }
    for (const CallType type : {CallType::CALLTYPE_OUT, CallType::CALLTYPE_AGENT_INSIDE, CallType::CALLTYPE_TRANSFER_IN,
                                CallType::CALLTYPE_CONSULT, CallType::CALLTYPE_CONFERENCE}) {
        EXPECT_FALSE(isInbound(static_cast<std::uint32_t>(type)));
    }
    EXPECT_FALSE(isInbound(9999));
}

} // namespace
} // namespace callwright::service
