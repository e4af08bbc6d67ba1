#include "tests/unit/objects/two_calls_fixture.h"

namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::MessageType;

// facts: several calls, with base
constexpr std::uint32_t farEndRingsMask = 0x001C1000;
constexpr std::uint32_t forTransferMask = 0x001C1840;
constexpr std::uint32_t forConferenceMask = 0x001C1A00;
constexpr std::uint32_t forBothMask = 0x001C1A40;
constexpr std::uint32_t alternatedMask = 0x001C1800;
constexpr std::uint32_t aloneTalkingMask = 0x001F01A6;

class Consulting : public TwoCallsFixture {};

TEST_F(Consulting, NamesTheActiveCallAndHowToDial) {
    talkToCustomer();
    DialOptions options{QStringLiteral("2-102"), {{keyword::CallVariable4, QStringLiteral("gold")}}};
    options.callPlacementType = 2;
    options.alertRings = 5;
    options.priority = true;
    options.postRoute = true;
    options.callData.set(keyword::AccountCode, QStringLiteral("77"));
    ASSERT_TRUE(first().makeConsultCall(options, ConsultType::Conference));
    settle();
    const ReceivedFrame& request = peer().last(MessageType::CONSULTATION_CALL_REQ);
    EXPECT_EQ(request.number(Field::ActiveConnectionCallID), customer.callId);
    EXPECT_EQ(request.number(Field::ActiveConnectionDeviceIDType), 1U);
    EXPECT_EQ(request.text(Field::ActiveConnectionDeviceID), "9001");
    EXPECT_EQ(request.number(Field::ConsultType), 2U);
    EXPECT_EQ(request.number(Field::CallPlacementType), 2U);
    EXPECT_EQ(request.number(Field::AlertRings), 5U);
    EXPECT_EQ(request.number(Field::Priority), 1U);
    EXPECT_EQ(request.number(Field::PostRoute), 1U);
    EXPECT_EQ(request.text(Field::DialedNumber), "2102");
    EXPECT_EQ(request.text(Field::AgentInstrument), "3101");
    EXPECT_EQ(request.text(Field::CallVariable4), "gold");
    EXPECT_EQ(request.text(Field::AccountCode), "77");
    confirmConsult();
    EXPECT_EQ(names(), list({"OnConsultationCallConf"}));
    EXPECT_EQ(last(EventId::OnConsultationCallConf).toString(keyword::UniqueObjectID), first().uniqueObjectId());
}

TEST_F(Consulting, IsRefusedWhereTheCallOrTheNumberDoesNotTakeIt) {
    talkToCustomer();
    EXPECT_EQ(first().makeConsultCall({QStringLiteral("nobody")}, ConsultType::Transfer).code,
              CilCode::InvalidArgument);
    holdFirst();
    EXPECT_EQ(consult().code, CilCode::InvalidObjectState);
    EXPECT_EQ(peer().count(MessageType::CONSULTATION_CALL_REQ), 0U);
}

TEST_F(Consulting, TheConfirmationTellsTheNewCallAndItsOriginal) {
    talkToCustomer();
    ASSERT_TRUE(consult());
    confirmConsult();
    holdFirst();
    EXPECT_EQ(first().counterpart(), nullptr);
    beginSecond();
    EXPECT_EQ(second().counterpart(), &first());
    EXPECT_EQ(first().counterpart(), &second());
    EXPECT_EQ(second().consultPurpose(), ConsultPurpose::Transfer);
    EXPECT_EQ(first().consultPurpose(), ConsultPurpose::None);
    EXPECT_FALSE(second().isIncoming());
    ringSecond();
    EXPECT_EQ(session().enablementMask(), farEndRingsMask);
    answerSecond();
    EXPECT_EQ(session().enablementMask(), forTransferMask);
    EXPECT_EQ(last(EventId::OnCallEstablished).toUInt(keyword::EnablementMask), forTransferMask);
}

TEST_F(Consulting, TheEventsOfTheNewCallMayComeBeforeTheConfirmation) {
    talkToCustomer();
    ASSERT_TRUE(consult(ConsultType::Conference));
    beginSecond();
    EXPECT_EQ(second().counterpart(), &first());
    EXPECT_EQ(second().consultPurpose(), ConsultPurpose::Conference);
    holdFirst();
    answerSecond();
    EXPECT_EQ(session().enablementMask(), forConferenceMask);
    confirmConsult();
    EXPECT_EQ(second().counterpart(), &first());
    EXPECT_EQ(session().enablementMask(), forConferenceMask);
}

TEST_F(Consulting, TheConfirmationCorrectsWhatWasPresumed) {
    talkToCustomer();
    ASSERT_TRUE(consult());
    const PeerCall stranger{16777230, "9050", 12}; // somebody else consults us, of all moments, in this one
    beginCall(stranger);
    beginSecond();
    confirmConsult();
    EXPECT_EQ(second().counterpart(), &first());
    EXPECT_EQ(second().consultPurpose(), ConsultPurpose::Transfer);
    EXPECT_EQ(call(stranger)->counterpart(), nullptr);
    EXPECT_EQ(call(stranger)->consultPurpose(), ConsultPurpose::None);
}

TEST_F(Consulting, ARefusedOneLeavesNothingBehind) {
    talkToCustomer();
    ASSERT_TRUE(consult());
    peer().failControl(peer().last(MessageType::CONSULTATION_CALL_REQ),
                       protocol::ControlFailureCode::CF_INVALID_DESTINATION, 0);
    settle();
    EXPECT_EQ(last(EventId::OnCallControlFailureConf).toUInt(keyword::MessageType),
              static_cast<std::uint32_t>(MessageType::CONSULTATION_CALL_REQ));
    holdFirst();
    const PeerCall plain{16777231, "9051", 9};
    beginCall(plain);
    sendCallEvent(MessageType::CALL_SERVICE_INITIATED_EVENT, plain);
    EXPECT_EQ(call(plain)->counterpart(), nullptr);
}

TEST_F(Consulting, OneThatThePhoneBeganIsKnownByItsTypeAndMayBecomeEither) {
    talkToCustomer();
    holdFirst();
    beginSecond();
    answerSecond();
    EXPECT_EQ(second().counterpart(), &first());
    EXPECT_EQ(second().consultPurpose(), ConsultPurpose::Any);
    EXPECT_EQ(session().enablementMask(), forBothMask);
}

TEST_F(Consulting, WhoIsConsultedHasAPlainCall) {
    talkToCustomer();
    holdFirst();
    beginCall(colleague);
    sendCallEvent(MessageType::CALL_DELIVERED_EVENT, colleague);
    sendCallEvent(MessageType::CALL_ESTABLISHED_EVENT, colleague);
    EXPECT_EQ(second().consultPurpose(), ConsultPurpose::None);
    EXPECT_EQ(second().counterpart(), nullptr);
    EXPECT_TRUE(second().isIncoming());
    ASSERT_TRUE(second().snapshot());
    settle();
    answerCall(colleague);
    EXPECT_EQ(second().counterpart(), nullptr);
}

TEST_F(Consulting, IsOverWithEitherCall) {
    consultAndTalk();
    sendCallEvent(MessageType::CALL_CONNECTION_CLEARED_EVENT, colleague);
    EXPECT_EQ(first().counterpart(), nullptr);
    EXPECT_EQ(session().currentCall(), &first());
    endCall(colleague);
    EXPECT_EQ(session().enablementMask(), 0x001F000AU); // facts: call part, held
    EXPECT_EQ(session().wrapupCall(), nullptr);         // the customer's is the one to wrap up

    beginSecond();
    EXPECT_EQ(second().counterpart(), &first());
    endCall(customer);
    EXPECT_EQ(second().counterpart(), nullptr);
    EXPECT_EQ(second().consultPurpose(), ConsultPurpose::None);
    EXPECT_EQ(session().currentCall(), &second());
    EXPECT_EQ(session().wrapupCall(), call(customer));
    endCall(colleague);
    EXPECT_EQ(session().wrapupCall(), call(customer));
}

TEST_F(Consulting, TheCurrentCallIsTheHalfThatOneTalksOnUntilSomebodyChooses) {
    talkToCustomer();
    ASSERT_TRUE(consult());
    confirmConsult();
    beginSecond();
    EXPECT_EQ(session().currentCall(), &first()); // still talking there
    forget();
    holdFirst();
    EXPECT_EQ(session().currentCall(), &second());
    EXPECT_EQ(allNames(), list({"OnCallHeld", "OnCurrentCallChanged", "OnButtonEnablementChange"}));
    EXPECT_EQ(last(EventId::OnCurrentCallChanged).toString(keyword::UniqueObjectID), second().uniqueObjectId());
    answerSecond();
    ASSERT_TRUE(session().setCurrentCall(&first()));
    sendCallEvent(MessageType::CALL_DATA_UPDATE_EVENT, customer);
    EXPECT_EQ(session().currentCall(), &first());
    alternateAtPeer();
    EXPECT_EQ(session().currentCall(), &first());
    EXPECT_EQ(session().enablementMask(), alternatedMask);
}

TEST_F(Consulting, AlternateNamesTheActiveAndTheOtherCallOnWhicheverItIsAsked) {
    consultAndTalk();
    for (Call* asked : {&first(), &second()}) {
        ASSERT_TRUE(asked->alternate());
        settle();
        const ReceivedFrame& request = peer().last(MessageType::ALTERNATE_CALL_REQ);
        EXPECT_EQ(request.number(Field::ActiveConnectionCallID), colleague.callId);
        EXPECT_EQ(request.text(Field::ActiveConnectionDeviceID), "9003");
        EXPECT_EQ(request.number(Field::OtherConnectionCallID), customer.callId);
        EXPECT_EQ(request.text(Field::OtherConnectionDeviceID), "9001");
        EXPECT_EQ(request.text(Field::AgentInstrument), "3101");
    }
    confirmLast(MessageType::ALTERNATE_CALL_REQ);
    EXPECT_EQ(names(), list({"OnAlternateCallConf"}));
    alternateAtPeer();
    EXPECT_EQ(session().enablementMask(), alternatedMask);
    EXPECT_EQ(second().transfer().code, CilCode::InvalidObjectState); // the customer talks: alternate back first
    ASSERT_TRUE(second().alternate());
    settle();
    EXPECT_EQ(peer().last(MessageType::ALTERNATE_CALL_REQ).number(Field::ActiveConnectionCallID), customer.callId);
}

TEST_F(Consulting, AlternateAlsoAnswersASecondCallThatRings) {
    talkToCustomer();
    const PeerCall ringing{16777240, "9060", 1};
    beginCall(ringing);
    sendCallEvent(MessageType::CALL_DELIVERED_EVENT, ringing);
    ASSERT_TRUE(session().setCurrentCall(call(ringing)));
    EXPECT_EQ(session().enablementMask(), 0x001C0801U); // facts: a second call rings
    ASSERT_TRUE(call(ringing)->alternate());
    settle();
    EXPECT_EQ(peer().last(MessageType::ALTERNATE_CALL_REQ).text(Field::ActiveConnectionDeviceID), "9001");
    EXPECT_EQ(peer().last(MessageType::ALTERNATE_CALL_REQ).text(Field::OtherConnectionDeviceID), "9060");
}

TEST_F(Consulting, ReconnectDropsTheActiveCallForTheHeldOne) {
    talkToCustomer();
    EXPECT_EQ(first().reconnect().code, CilCode::InvalidObjectState); // there is no other
    ASSERT_TRUE(consult());
    confirmConsult();
    holdFirst();
    beginSecond();
    ringSecond();
    ASSERT_TRUE(second().reconnect()); // nobody has answered yet
    ASSERT_TRUE(first().reconnect());
    settle();
    const ReceivedFrame& request = peer().last(MessageType::RECONNECT_CALL_REQ);
    EXPECT_EQ(request.number(Field::ActiveConnectionCallID), colleague.callId);
    EXPECT_EQ(request.text(Field::ActiveConnectionDeviceID), "9003");
    EXPECT_EQ(request.number(Field::HeldConnectionCallID), customer.callId);
    EXPECT_EQ(request.text(Field::HeldConnectionDeviceID), "9001");
    confirmLast(MessageType::RECONNECT_CALL_REQ);
    sendCallEvent(MessageType::CALL_CONNECTION_CLEARED_EVENT, colleague);
    endCall(colleague);
    sendCallEvent(MessageType::CALL_RETRIEVED_EVENT, customer);
    EXPECT_EQ(session().calls().size(), 1U);
    EXPECT_EQ(session().currentCall(), &first());
    EXPECT_EQ(session().enablementMask(), aloneTalkingMask);
}

TEST_F(Consulting, TransferAndConferenceNameBothCallsInTheirOwnOrder) {
    consultAndTalk(ConsultType::Transfer);
    EXPECT_EQ(first().conference().code, CilCode::InvalidObjectState); // it was for a transfer
    for (Call* asked : {&first(), &second()}) {
        ASSERT_TRUE(asked->transfer());
        settle();
        const ReceivedFrame& request = peer().last(MessageType::TRANSFER_CALL_REQ);
        EXPECT_EQ(request.number(Field::ActiveConnectionCallID), colleague.callId);
        EXPECT_EQ(request.text(Field::ActiveConnectionDeviceID), "9003");
        EXPECT_EQ(request.number(Field::HeldConnectionCallID), customer.callId);
        EXPECT_EQ(request.text(Field::HeldConnectionDeviceID), "9001");
        EXPECT_FALSE(request.text(Field::DialedNumber));
    }
    confirmLast(MessageType::TRANSFER_CALL_REQ);
    EXPECT_EQ(names(), list({"OnTransferCallConf"}));
}

TEST_F(Consulting, ConferenceIsOfferedToWhoConsultedForIt) {
    consultAndTalk(ConsultType::Conference);
    EXPECT_EQ(first().transfer().code, CilCode::InvalidObjectState);
    ASSERT_TRUE(first().conference(&second()));
    settle();
    const ReceivedFrame& request = peer().last(MessageType::CONFERENCE_CALL_REQ);
    EXPECT_EQ(request.number(Field::HeldConnectionCallID), customer.callId);
    EXPECT_EQ(request.text(Field::HeldConnectionDeviceID), "9001");
    EXPECT_EQ(request.number(Field::ActiveConnectionCallID), colleague.callId);
    EXPECT_EQ(request.text(Field::ActiveConnectionDeviceID), "9003");
    confirmLast(MessageType::CONFERENCE_CALL_REQ);
    EXPECT_EQ(names(), list({"OnConferenceCallConf"}));
}

TEST_F(Consulting, ACallThatIsOverIsNoOther) {
    consultAndTalk();
    QPointer<Call> gone(&second());
    QObject::connect(&session().events(), &Publisher::event, &session(), [&](EventId id) {
        if (id == EventId::OnCallEnd) {
            EXPECT_EQ(first().transfer(gone).code, CilCode::InvalidObjectState);
            EXPECT_EQ(gone->alternate().code, CilCode::InvalidCall);
        }
    });
    endCall(colleague);
    EXPECT_EQ(count(EventId::OnCallEnd), 1U);
}

TEST_F(Consulting, SurvivesAReconnectOfTheSession) {
    consultAndTalk();
    network.cutAll();
    settle();
    EXPECT_EQ(first().alternate().code, CilCode::InFailover);
    session().retryNow();
    clock.advance(std::chrono::seconds(2));
    answerQuery(AgentState::Talking);
    beginCall(customer);
    beginCall(colleague);
    answerDesk();
    answerDevice({colleague, customer});
    EXPECT_EQ(first().counterpart(), &second());
    EXPECT_EQ(second().consultPurpose(), ConsultPurpose::Transfer);
}

TEST_F(Consulting, OfBeforeTheProgramBeganIsKnownByItsTypeAndItsHeldOriginal) {
    ASSERT_TRUE(connectToPeer());
    beginCall(customer);
    beginCall(colleague);
    answerQuery(AgentState::Talking);
    answerDesk();
    auto device = peer().message(MessageType::SNAPSHOT_DEVICE_CONF);
    device.set(Field::InvokeID, peer().last(MessageType::SNAPSHOT_DEVICE_REQ).invokeId()).set(Field::NumCalls, 2U);
    for (const auto& [listed, state] : {std::pair{customer, 4U}, std::pair{colleague, 3U}}) {
        device.set(Field::CallConnectionCallID, listed.callId)
            .set(Field::CallConnectionDeviceIDType, 1U)
            .set(Field::CallConnectionDeviceID, std::string_view(listed.deviceId))
            .set(Field::CallState, state);
    }
    peer().send(device);
    settle();
    EXPECT_EQ(second().counterpart(), &first());
    EXPECT_EQ(second().consultPurpose(), ConsultPurpose::Any);
}

} // namespace
} // namespace callwright::testing
