#include "tests/unit/objects/two_calls_fixture.h"

namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::LocalConnectionState;
using protocol::MessageType;

class Joining : public TwoCallsFixture {};

TEST_F(Joining, AConferenceGoesOnInTheFirstCallWithEverybodysDevices) {
    settings.minimizeEventArgs = false;
    consultAndTalk(ConsultType::Conference);
    conference();
    EXPECT_EQ(names(), list({"OnCallConferenced", "OnCurrentCallChanged"}));
    const Arguments& event = last(EventId::OnCallConferenced);
    EXPECT_EQ(event.toString(keyword::UniqueObjectID), first().uniqueObjectId());
    EXPECT_EQ(event.toUInt(keyword::CallStatus), 3U);
    EXPECT_EQ(event.toUInt(keyword::ConnectionCallID), customer.callId);
    EXPECT_EQ(event.toUInt(keyword::PrimaryCallID), customer.callId);
    EXPECT_EQ(event.toUInt(keyword::SecondaryCallID), colleague.callId);
    EXPECT_EQ(event.toUInt(keyword::NumParties), 3U);
    EXPECT_EQ(event.toString(keyword::ControllerDeviceID), QStringLiteral("2101"));
    EXPECT_EQ(event.toUInt(keyword::EnablementMask), 0x001C01A6U); // facts: conference, this side controls
    EXPECT_EQ(first().status(), CallStatus::Connect);
    EXPECT_TRUE(first().isConference());
    EXPECT_EQ(devices(first()), list({"2101", "4155550134", "2102"}));
    EXPECT_TRUE(first().parties().front().isSelf);
    EXPECT_EQ(session().currentCall(), &first());
    EXPECT_EQ(first().counterpart(), nullptr);
    EXPECT_EQ(second().status(), CallStatus::Null);
    endCall(colleague);
    EXPECT_EQ(session().calls().size(), 1U);
    EXPECT_EQ(session().wrapupCall(), nullptr);
    EXPECT_EQ(session().enablementMask(), 0x001C01A6U);
}

TEST_F(Joining, TheMergedCallMayEndBeforeTheConferenceIsTold) {
    consultAndTalk(ConsultType::Conference);
    endCall(colleague);
    conference();
    EXPECT_TRUE(first().isConference());
    EXPECT_EQ(first().status(), CallStatus::Connect);
    EXPECT_EQ(devices(first()), list({"2101", "4155550134", "2102"}));
    EXPECT_EQ(session().enablementMask(), 0x001C01A6U);
    EXPECT_EQ(session().wrapupCall(), nullptr);
}

TEST_F(Joining, ShortEventsLeaveTheLongFieldsOut) {
    consultAndTalk(ConsultType::Conference);
    settings.minimizeEventArgs = true;
    conference();
    EXPECT_FALSE(last(EventId::OnCallConferenced).contains(keyword::PrimaryCallID));
    EXPECT_FALSE(last(EventId::OnCallConferenced).contains(keyword::NumParties));
}

TEST_F(Joining, AConferenceThatShrinksToTwoIsNone) {
    consultAndTalk(ConsultType::Conference);
    conference();
    endCall(colleague);
    peer().send(callEvent(MessageType::CALL_CONNECTION_CLEARED_EVENT, {customer.callId, "9004", 1})
                    .set(Field::ReleasingDeviceID, std::string_view("2102")));
    settle();
    EXPECT_EQ(devices(first()), list({"2101", "4155550134"}));
    EXPECT_FALSE(first().isConference());
    EXPECT_EQ(first().status(), CallStatus::Connect);
    EXPECT_EQ(session().enablementMask(), 0x001F01A6U); // facts: call part, talking
}

TEST_F(Joining, AConferenceNobodyCountedIsKnownByItsType) {
    const PeerCall call{customer.callId, "9001", 15};
    ASSERT_TRUE(connectToPeer());
    answerQuery(AgentState::Talking);
    answerDesk();
    answerDevice({call});
    answerCall(call); // a snapshot that names no parties
    EXPECT_TRUE(onlyCall().isConference());
    EXPECT_EQ(session().enablementMask(), 0x001C01A6U); // facts: conference
}

TEST_F(Joining, WhoIsCalledIntoAConferenceAsksWhoIsThere) {
    const PeerCall call{customer.callId, "9005", 15};
    signIn();
    beginCall(call);
    ASSERT_EQ(peer().count(MessageType::SNAPSHOT_CALL_REQ), 1U);
    answerParties(call, {{"9000", "4155550134"}, {"9004", "2109"}, {"9005", "2101", 2}});
    sendCallEvent(MessageType::CALL_ESTABLISHED_EVENT, call);
    EXPECT_EQ(devices(onlyCall()), list({"2101", "4155550134", "2109"}));
    peer().send(callEvent(MessageType::CALL_CONNECTION_CLEARED_EVENT, {customer.callId, "9000", 1})
                    .set(Field::ReleasingDeviceID, std::string_view("4155550134")));
    settle();
    EXPECT_EQ(devices(onlyCall()), list({"2101", "2109"}));
    EXPECT_FALSE(onlyCall().isConference());
}

TEST_F(Joining, WhoBeganTheConferenceAndHasLeftIsNotThere) {
    const PeerCall call{customer.callId, "9005", 15};
    signIn();
    beginCall(call);
    answerParties(call, {{"9004", "2109"}, {"9005", "2101", 2}});
    peer().send(callEvent(MessageType::CALL_ESTABLISHED_EVENT, call)
                    .set(Field::AnsweringDeviceID, std::string_view(own))
                    .set(Field::CallingDeviceID, std::string_view("4155550134")));
    settle();
    EXPECT_EQ(devices(onlyCall()), list({"2101", "2109"}));
}

TEST_F(Joining, OtherMembersAddPartiesOnlyWhereTheSiteLetsThem) {
    for (const bool anyParty : {true, false}) {
        settings.anyPartyMayConference = anyParty;
        if (anyParty)
            talkToCustomer();
        peer().send(joinedEvent(MessageType::CALL_CONFERENCED_EVENT, "2109", {"9000", "9001", "9004"},
                                LocalConnectionState::LCS_CONNECT));
        settle();
        EXPECT_EQ(session().enablementMask(), anyParty ? 0x001C01A6U : 0x001C00A6U);
        EXPECT_EQ(first().makeConsultCall({QStringLiteral("2103")}, ConsultType::Conference).code,
                  anyParty ? CilCode::Ok : CilCode::InvalidObjectState);
        settle();
        peer().failControl(peer().last(MessageType::CONSULTATION_CALL_REQ),
                           protocol::ControlFailureCode::CF_INVALID_DESTINATION, 0);
        settle();
    }
}

TEST_F(Joining, TheConsultedGoesOnInTheCallItHadAndThenUnderTheFirstCallsName) {
    signIn();
    const PeerCall own4{colleague.callId, "9004", 12};
    beginCall(own4);
    sendCallEvent(MessageType::CALL_DELIVERED_EVENT, own4);
    sendCallEvent(MessageType::CALL_ESTABLISHED_EVENT, own4);
    Call* mine = &onlyCall();
    forget();
    peer().send(joinedEvent(MessageType::CALL_CONFERENCED_EVENT, "2109", {"9000", "9001", "9004"},
                            LocalConnectionState::LCS_CONNECT));
    settle();
    EXPECT_EQ(names(), list({"OnCallConferenced"}));
    EXPECT_TRUE(mine->isConference());
    EXPECT_EQ(mine->parties().size(), 3U);
    EXPECT_TRUE(devices(*mine).contains(QStringLiteral("2109"))); // the controller, by the primary connection
    peer().send(callEvent(MessageType::CALL_DATA_UPDATE_EVENT, own4)
                    .set(Field::NewConnectionCallID, customer.callId)
                    .set(Field::NewConnectionDeviceIDType, 1U)
                    .set(Field::NewConnectionDeviceID, std::string_view("9004"))
                    .set(Field::CallType, 15U)
                    .set(Field::CallVariable1, std::string_view("from the first call")));
    settle();
    EXPECT_EQ(mine->uniqueObjectId(), QStringLiteral("call.5000.16777217.9004"));
    EXPECT_EQ(session().findCall(mine->uniqueObjectId()), mine);
    EXPECT_EQ(last(EventId::OnCallDataUpdate).toString(keyword::OldUniqueObjectID),
              QStringLiteral("call.5000.16777219.9004"));
    EXPECT_EQ(mine->data().toString(keyword::CallVariable1), QStringLiteral("from the first call"));
    EXPECT_TRUE(mine->isConference());
    endCall({customer.callId, "9004", 15});
    EXPECT_EQ(count(EventId::OnCallEnd), 1U);
}

TEST_F(Joining, ATransferEndsBothCallsHereAndTheCustomersIsWrappedUp) {
    settings.minimizeEventArgs = false;
    consultAndTalk();
    peer().send(
        joinedEvent(MessageType::CALL_TRANSFERRED_EVENT, own, {"9000", "9004"}, LocalConnectionState::LCS_NULL));
    settle();
    EXPECT_EQ(last(EventId::OnCallTransferred).toString(keyword::UniqueObjectID), first().uniqueObjectId());
    EXPECT_EQ(last(EventId::OnCallTransferred).toBool(keyword::IsTransferController), true);
    EXPECT_EQ(last(EventId::OnCallTransferred).toUInt(keyword::CallStatus), 0U);
    EXPECT_EQ(first().status(), CallStatus::Null);
    EXPECT_EQ(second().status(), CallStatus::Null);
    EXPECT_EQ(first().counterpart(), nullptr);
    endCall(customer);
    endCall(colleague);
    EXPECT_EQ(count(EventId::OnCallEnd), 2U);
    ASSERT_TRUE(session().wrapupCall());
    EXPECT_EQ(session().wrapupCall()->connectionCallId(), customer.callId);
    EXPECT_EQ(session().currentCall(), nullptr);
}

class TransferHere : public TwoCallsFixture, public ::testing::WithParamInterface<bool> {};

TEST_P(TransferHere, MakesNoCallThatIsOverTheCurrentOneWhicheverEndsFirst) {
    consultAndTalk();
    peer().send(
        joinedEvent(MessageType::CALL_TRANSFERRED_EVENT, own, {"9000", "9004"}, LocalConnectionState::LCS_NULL));
    settle();
    endCall(GetParam() ? customer : colleague);
    endCall(GetParam() ? colleague : customer);
    EXPECT_EQ(count(EventId::OnCurrentCallChanged), 1U);
    EXPECT_FALSE(last(EventId::OnCurrentCallChanged).contains(keyword::UniqueObjectID));
}

INSTANTIATE_TEST_SUITE_P(Ends, TransferHere, ::testing::Bool());

TEST_F(Joining, ACallerWhoWasALegWithoutNumberGetsItFromTheNextEventThatTells) {
    signIn();
    const PeerCall own4{colleague.callId, "9004", 12};
    beginCall(own4);
    sendCallEvent(MessageType::CALL_ESTABLISHED_EVENT, own4);
    peer().send(
        joinedEvent(MessageType::CALL_TRANSFERRED_EVENT, "2109", {"9000", "9004"}, LocalConnectionState::LCS_CONNECT));
    settle();
    EXPECT_EQ(devices(onlyCall()), list({"2101", "?"}));
    peer().send(callEvent(MessageType::CALL_DELIVERED_EVENT, {colleague.callId, "9050", 12})
                    .set(Field::AlertingDeviceID, std::string_view("2105"))
                    .set(Field::CallingDeviceID, std::string_view("4155550134")));
    settle();
    EXPECT_EQ(devices(onlyCall()), list({"2101", "4155550134", "2105"}));
}

TEST_F(Joining, WhoIsAddedToACallOfUnknownPeopleIsTheNewcomer) {
    signIn();
    beginCall({customer.callId, "9004", 15});
    sendCallEvent(MessageType::CALL_ESTABLISHED_EVENT, {customer.callId, "9004", 15});
    peer().send(
        joinedEvent(MessageType::CALL_TRANSFERRED_EVENT, "2109", {"9000", "9004"}, LocalConnectionState::LCS_CONNECT));
    peer().send(joinedEvent(MessageType::CALL_CONFERENCED_EVENT, "2109", {"9000", "9001", "9004", "9060"},
                            LocalConnectionState::LCS_CONNECT));
    settle();
    EXPECT_EQ(devices(onlyCall()), list({"2101", "?", "2109", "2102"}));
}

TEST_F(Joining, WhoGetsATransferredCallTalksToOthersFromThenOn) {
    signIn();
    const PeerCall own4{colleague.callId, "9004", 12};
    beginCall(own4);
    sendCallEvent(MessageType::CALL_DELIVERED_EVENT, own4);
    sendCallEvent(MessageType::CALL_ESTABLISHED_EVENT, own4);
    peer().send(
        joinedEvent(MessageType::CALL_TRANSFERRED_EVENT, "2109", {"9000", "9004"}, LocalConnectionState::LCS_CONNECT));
    settle();
    EXPECT_EQ(onlyCall().status(), CallStatus::Connect);
    EXPECT_EQ(onlyCall().parties().size(), 2U);
    EXPECT_FALSE(onlyCall().isConference());
}

TEST_F(Joining, ASingleStepTransferEndsTheOneCall) {
    talkToCustomer();
    ASSERT_TRUE(first().singleStepTransfer({QStringLiteral("2102"), {{keyword::CallVariable2, QStringLiteral("x")}}}));
    settle();
    const ReceivedFrame& request = peer().last(MessageType::TRANSFER_CALL_REQ);
    EXPECT_EQ(request.number(Field::ActiveConnectionCallID), customer.callId);
    EXPECT_EQ(request.text(Field::ActiveConnectionDeviceID), "9001");
    EXPECT_EQ(request.number(Field::HeldConnectionCallID), 0xFFFFFFFFU);
    EXPECT_EQ(request.number(Field::HeldConnectionDeviceIDType), 0xFFFFU);
    EXPECT_FALSE(request.text(Field::HeldConnectionDeviceID));
    EXPECT_EQ(request.text(Field::DialedNumber), "2102");
    EXPECT_EQ(request.text(Field::CallVariable2), "x");
    auto event =
        joinedEvent(MessageType::CALL_TRANSFERRED_EVENT, own, {"9000", "9004"}, LocalConnectionState::LCS_NULL);
    event.set(Field::SecondaryCallID, 0xFFFFFFFFU);
    peer().send(event);
    settle();
    EXPECT_EQ(first().status(), CallStatus::Null);
    endCall(customer);
    EXPECT_EQ(session().wrapupCall(), call(customer));
}

TEST_F(Joining, ASingleStepConferenceIsTheServersToRefuse) {
    talkToCustomer();
    ASSERT_TRUE(first().singleStepConference({QStringLiteral("2102")}));
    settle();
    const ReceivedFrame& request = peer().last(MessageType::CONFERENCE_CALL_REQ);
    EXPECT_EQ(request.number(Field::ActiveConnectionCallID), customer.callId);
    EXPECT_EQ(request.number(Field::HeldConnectionCallID), 0xFFFFFFFFU);
    EXPECT_EQ(request.text(Field::DialedNumber), "2102");
    peer().failControl(request, protocol::ControlFailureCode::CF_INVALID_FEATURE, 0);
    settle();
    EXPECT_EQ(last(EventId::OnCallControlFailureConf).toUInt(keyword::MessageType),
              static_cast<std::uint32_t>(MessageType::CONFERENCE_CALL_REQ));
}

TEST_F(Joining, OfUnknownCallsOrMorePartiesThanThereCanBeBreaksNothing) {
    talkToCustomer();
    auto event =
        joinedEvent(MessageType::CALL_CONFERENCED_EVENT, "2109", {"1", "2"}, LocalConnectionState::LCS_CONNECT);
    event.set(Field::PrimaryCallID, 4711U).set(Field::SecondaryCallID, 4712U);
    peer().send(event);
    settle();
    EXPECT_TRUE(events.empty());
    std::vector<std::string> legs;
    for (int i = 0; i < 40; ++i)
        legs.push_back("90" + std::to_string(i));
    peer().send(joinedEvent(MessageType::CALL_CONFERENCED_EVENT, "2109", legs, LocalConnectionState::LCS_CONNECT));
    settle();
    EXPECT_EQ(first().parties().size(), 16U);
    for (int i = 0; i < 100; ++i) // connections that nobody listed
        peer().send(callEvent(MessageType::CALL_ESTABLISHED_EVENT, {customer.callId, "77" + std::to_string(i), 1}));
    settle();
    EXPECT_EQ(first().parties().size(), 16U);
    EXPECT_EQ(first().status(), CallStatus::Connect);
}

TEST_F(Joining, ConsultingAboutAConferenceAddsAnotherParty) {
    consultAndTalk(ConsultType::Conference);
    conference();
    endCall(colleague);
    colleague = {16777250, "9070", 12};
    ASSERT_TRUE(consult(ConsultType::Conference));
    confirmConsult();
    holdFirst();
    beginCall(colleague);
    sendCallEvent(MessageType::CALL_SERVICE_INITIATED_EVENT, colleague);
    EXPECT_EQ(second().counterpart(), &first());
    peer().send(callEvent(MessageType::CALL_ESTABLISHED_EVENT, {colleague.callId, "9071", 12})
                    .set(Field::AnsweringDeviceID, std::string_view("2103"))
                    .set(Field::CallingDeviceID, std::string_view(own)));
    auto event = joinedEvent(MessageType::CALL_CONFERENCED_EVENT, own, {"9000", "9001", "9004", "9071"},
                             LocalConnectionState::LCS_CONNECT);
    event.set(Field::SecondaryDeviceID, std::string_view("9070"));
    peer().send(event);
    settle();
    EXPECT_EQ(devices(first()), list({"2101", "4155550134", "2102", "2103"}));
}

} // namespace
} // namespace callwright::testing
