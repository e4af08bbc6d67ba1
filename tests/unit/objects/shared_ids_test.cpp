#include "tests/unit/objects/two_calls_fixture.h"

namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::LocalConnectionState;
using protocol::MessageType;

/// A switch that gives a consultation the ConnectionCallID of the call it is about.
class SharedIds : public TwoCallsFixture {
protected:
    SharedIds() { colleague.callId = customer.callId; }
};

TEST_F(SharedIds, TwoCallsAreToldApartByTheirConnections) {
    talkToCustomer();
    ASSERT_TRUE(consult());
    confirmConsult();
    holdFirst();
    EXPECT_EQ(first().status(), CallStatus::Held);
    beginSecond();
    ASSERT_EQ(session().calls().size(), 2U);
    EXPECT_NE(&first(), &second());
    EXPECT_EQ(second().status(), CallStatus::Initiate);
    EXPECT_EQ(second().counterpart(), &first());
    forget();
    ringSecond(); // the far connection is new: it is the consultation's, which has no destination yet
    answerSecond();
    EXPECT_EQ(names(), list({"OnCallDelivered", "OnCallEstablished"}));
    EXPECT_EQ(last(EventId::OnCallEstablished).toString(keyword::UniqueObjectID), second().uniqueObjectId());
    EXPECT_EQ(first().status(), CallStatus::Held);
    EXPECT_EQ(second().status(), CallStatus::Connect);
    EXPECT_EQ(devices(first()), list({"2101", "4155550134"}));
    EXPECT_EQ(devices(second()), list({"2101", "2102"}));
    alternateAtPeer();
    EXPECT_EQ(first().status(), CallStatus::Connect);
    EXPECT_EQ(second().status(), CallStatus::Held);
}

TEST_F(SharedIds, DataAndEndsAndAnswersGoToTheRightCall) {
    consultAndTalk();
    peer().send(callEvent(MessageType::CALL_DATA_UPDATE_EVENT, colleague)
                    .set(Field::NewConnectionCallID, colleague.callId)
                    .set(Field::NewConnectionDeviceIDType, 1U)
                    .set(Field::NewConnectionDeviceID, std::string_view(colleague.deviceId))
                    .set(Field::CallVariable1, std::string_view("of the second")));
    settle();
    EXPECT_EQ(second().data().toString(keyword::CallVariable1), QStringLiteral("of the second"));
    EXPECT_EQ(first().data().toString(keyword::CallVariable1), QStringLiteral("88-1204"));
    ASSERT_TRUE(first().retrieve());
    ASSERT_TRUE(second().hold());
    settle();
    confirmLast(MessageType::HOLD_CALL_REQ);
    EXPECT_EQ(last(EventId::OnHoldCallConf).toString(keyword::UniqueObjectID), second().uniqueObjectId());
    confirmLast(MessageType::RETRIEVE_CALL_REQ);
    EXPECT_EQ(last(EventId::OnRetrieveCallConf).toString(keyword::UniqueObjectID), first().uniqueObjectId());
    const QString secondUid = second().uniqueObjectId();
    endCall(colleague);
    EXPECT_EQ(last(EventId::OnCallEnd).toString(keyword::UniqueObjectID), secondUid);
    ASSERT_EQ(session().calls().size(), 1U);
    EXPECT_EQ(onlyCall().connectionDeviceId(), QStringLiteral("9001"));
}

TEST_F(SharedIds, AConferenceMergesTheRightOne) {
    consultAndTalk(ConsultType::Conference);
    conference();
    EXPECT_TRUE(first().isConference());
    EXPECT_EQ(second().status(), CallStatus::Null);
    endCall(colleague);
    EXPECT_EQ(onlyCall().connectionDeviceId(), QStringLiteral("9001"));
    EXPECT_EQ(onlyCall().status(), CallStatus::Connect);
}

TEST_F(SharedIds, AnEventThatCouldMeanEitherChangesNeither) {
    consultAndTalk();
    sendCallEvent(MessageType::CALL_HELD_EVENT, {customer.callId, "4711", 1});
    EXPECT_TRUE(events.empty());
    EXPECT_EQ(second().status(), CallStatus::Connect);
}

TEST_F(SharedIds, OfTwoCallsThatComeToBearOneNameTheMergedOneEnds) {
    consultAndTalk(ConsultType::Conference);
    // The call that goes on is the second one here, and takes over the name of the first.
    peer().send(joinedEvent(MessageType::CALL_CONFERENCED_EVENT, own, {"9000", "9003", "9004"},
                            LocalConnectionState::LCS_CONNECT));
    settle();
    Call* goesOn = &second();
    EXPECT_TRUE(goesOn->isConference());
    peer().send(callEvent(MessageType::CALL_DATA_UPDATE_EVENT, colleague)
                    .set(Field::NewConnectionCallID, customer.callId)
                    .set(Field::NewConnectionDeviceIDType, 1U)
                    .set(Field::NewConnectionDeviceID, std::string_view(customer.deviceId)));
    endCall(customer);
    EXPECT_EQ(&onlyCall(), goesOn);
    EXPECT_FALSE(goesOn->isEnded());
    sendCallEvent(MessageType::CALL_HELD_EVENT, customer);
    EXPECT_EQ(goesOn->status(), CallStatus::Held);
}

TEST_F(SharedIds, ARenamedCallAnswersForRequestsOfBefore) {
    talkToCustomer();
    ASSERT_TRUE(first().hold());
    settle();
    peer().send(callEvent(MessageType::CALL_DATA_UPDATE_EVENT, customer)
                    .set(Field::NewConnectionCallID, 16777300U)
                    .set(Field::NewConnectionDeviceIDType, 1U)
                    .set(Field::NewConnectionDeviceID, std::string_view("9100")));
    settle();
    confirmLast(MessageType::HOLD_CALL_REQ);
    EXPECT_EQ(last(EventId::OnHoldCallConf).toString(keyword::UniqueObjectID), onlyCall().uniqueObjectId());
    endCall({16777300, "9100", 1});
    EXPECT_TRUE(onlyCall().isEnded());
}

TEST_F(SharedIds, MoreCallsThanADeviceHasAreNotFollowed) {
    signIn();
    for (std::uint32_t i = 0; i < 20; ++i)
        beginCall({16778000 + i, "80" + std::to_string(i), 10});
    EXPECT_EQ(session().calls().size(), 16U);
    endCall({16778019, "8019", 10}); // one of those that were not taken
    EXPECT_EQ(session().calls().size(), 16U);
    for (std::uint32_t i = 0; i < 16; ++i)
        endCall({16778000 + i, "80" + std::to_string(i), 10});
    EXPECT_TRUE(session().calls().empty());
}

} // namespace
} // namespace callwright::testing
