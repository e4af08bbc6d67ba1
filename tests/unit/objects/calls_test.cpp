#include "cil/events/enablement_bits.h"
#include "tests/unit/objects/session_fixture.h"

#include <QCoreApplication>
#include <QPointer>

namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::MessageType;

const QString uid = QStringLiteral("call.5000.16777217.9001");
// facts: call part, one call, with base
constexpr std::uint32_t alertingMask = 0x001C0001;
constexpr std::uint32_t talkingMask = 0x001F01A6;
constexpr std::uint32_t heldMask = 0x001F000A;
constexpr std::uint32_t initiateMask = 0x001C0002;

class Calls : public SessionFixture {
protected:
    void ring() {
        sendState(AgentState::Available);
        sendState(AgentState::Reserved);
        beginCall();
        sendCallEvent(MessageType::CALL_DELIVERED_EVENT);
    }
};

/// In place of AddRef and Release: objects are the session's, and whoever watches one knows when it is gone.
TEST_F(Calls, ACallIsThereWhenItsEndIsHeardAndGoneAfterwards) {
    signIn();
    ring();
    const QPointer<Call> held(&onlyCall());
    bool wasThere = false;
    QObject::connect(&session().events(), &Publisher::event, &bystander, [&](EventId id) {
        if (id == EventId::OnCallEnd)
            wasThere = held && held->isEnded() && held->uniqueObjectId() == uid;
    });
    endCall();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_TRUE(wasThere);
    EXPECT_TRUE(held.isNull());
    const QPointer<Agent> person(&agent());
    dropSession();
    EXPECT_TRUE(person.isNull());
}

TEST_F(Calls, AnInboundCallFromRingingToItsEnd) {
    incomingWrapup = 2; // not allowed: no agent-state bits while talking
    signIn();
    sendState(AgentState::Available);
    forget();

    sendState(AgentState::Reserved);
    EXPECT_EQ(names(), list({"OnAgentStateChange"}));
    EXPECT_EQ(session().enablementMask(), 0x001C0000U);
    forget();

    beginCall();
    EXPECT_EQ(names(), list({"OnCallBegin", "OnCurrentCallChanged"}));
    EXPECT_EQ(last(EventId::OnCallBegin).toString(keyword::UniqueObjectID), uid);
    EXPECT_EQ(last(EventId::OnCallBegin).toString(keyword::ANI), QStringLiteral("4155550134"));
    EXPECT_EQ(last(EventId::OnCallBegin).toString(keyword::CallVariable1), QStringLiteral("88-1204"));
    EXPECT_EQ(last(EventId::OnCurrentCallChanged).toString(keyword::UniqueObjectID), uid);
    EXPECT_TRUE(onlyCall().isIncoming());
    forget();

    sendCallEvent(MessageType::CALL_DELIVERED_EVENT);
    EXPECT_EQ(names(), list({"OnCallDelivered"}));
    EXPECT_EQ(onlyCall().status(), CallStatus::Alerting);
    EXPECT_EQ(last(EventId::OnCallDelivered).toUInt(keyword::CallStatus), 2U);
    EXPECT_EQ(buttons(), alertingMask);
    EXPECT_EQ(last(EventId::OnButtonEnablementChange).toUInt(keyword::MessageID), 9U); // CALL_DELIVERED_EVENT
    EXPECT_EQ(last(EventId::OnButtonEnablementChange).toString(keyword::UniqueObjectID), uid);
    forget();

    const CilResult answer = onlyCall().answer();
    ASSERT_TRUE(answer);
    settle();
    const ReceivedFrame& request = peer().last(MessageType::ANSWER_CALL_REQ);
    EXPECT_EQ(request.number(Field::ConnectionCallID), 16777217U);
    EXPECT_EQ(request.number(Field::ConnectionDeviceIDType), 1U);
    EXPECT_EQ(request.text(Field::ConnectionDeviceID), "9001");
    EXPECT_EQ(request.text(Field::AgentInstrument), "3101");
    confirmLast(MessageType::ANSWER_CALL_REQ);
    EXPECT_EQ(names(), list({"OnAnswerCallConf"}));
    EXPECT_EQ(last(EventId::OnAnswerCallConf).toUInt(keyword::InvokeID), answer.invokeId);
    EXPECT_EQ(last(EventId::OnAnswerCallConf).toString(keyword::UniqueObjectID), uid);
    EXPECT_EQ(onlyCall().status(), CallStatus::Alerting);
    forget();

    sendCallEvent(MessageType::CALL_ESTABLISHED_EVENT);
    sendState(AgentState::Talking, 0, 1);
    EXPECT_EQ(names(), list({"OnCallEstablished", "OnAgentStateChange"}));
    EXPECT_EQ(onlyCall().status(), CallStatus::Connect);
    EXPECT_EQ(session().enablementMask(), talkingMask);
    forget();

    ASSERT_TRUE(onlyCall().clearConnection());
    settle();
    confirmLast(MessageType::CLEAR_CONNECTION_REQ);
    sendCallEvent(MessageType::CALL_CONNECTION_CLEARED_EVENT);
    sendCallEvent(MessageType::CALL_CLEARED_EVENT);
    EXPECT_EQ(onlyCall().status(), CallStatus::Null);
    sendState(AgentState::Available);
    endCall();
    EXPECT_EQ(names(), list({"OnClearConnectionConf", "OnCallConnectionCleared", "OnCallCleared", "OnAgentStateChange",
                             "OnCallEnd", "OnCurrentCallChanged"}));
    EXPECT_FALSE(last(EventId::OnCurrentCallChanged).contains(keyword::UniqueObjectID));
    EXPECT_EQ(session().currentCall(), nullptr);
    EXPECT_TRUE(session().calls().empty());
    EXPECT_EQ(buttons(), 0x101B0010U); // facts: agent part, eAvailable
}

TEST_F(Calls, ARingThatNobodyAnswersLeavesNothingBehind) {
    signIn();
    ring();
    forget();
    sendCallEvent(MessageType::CALL_CONNECTION_CLEARED_EVENT);
    endCall();
    sendState(AgentState::NotReady, 32767);
    EXPECT_EQ(names(), list({"OnCallConnectionCleared", "OnCallEnd", "OnCurrentCallChanged", "OnAgentStateChange"}));
    EXPECT_TRUE(session().calls().empty());
    EXPECT_EQ(session().wrapupCall(), nullptr);
    EXPECT_EQ(agent().reasonCode(), 32767U);
}

TEST_F(Calls, AreStillThereWhileTheirEndIsHeard) {
    talk();
    QStringList seen;
    QObject::connect(&session().events(), &Publisher::event, &session(), [&](EventId id, const Arguments& arguments) {
        if (id == EventId::OnCallEnd) {
            const Call* call = session().findCall(arguments.toString(keyword::UniqueObjectID));
            seen.append(call && call->isEnded() ? QStringLiteral("ended") : QStringLiteral("gone"));
        }
    });
    sendState(AgentState::NotReady);
    endCall();
    EXPECT_EQ(seen, list({"ended"}));
    EXPECT_EQ(session().findCall(uid), nullptr);
}

TEST_F(Calls, AreHeldAndRetrieved) {
    incomingWrapup = 2;
    talk();
    EXPECT_EQ(onlyCall().retrieve().code, CilCode::CallNotOnHold);
    ASSERT_TRUE(onlyCall().hold());
    settle();
    confirmLast(MessageType::HOLD_CALL_REQ);
    sendCallEvent(MessageType::CALL_HELD_EVENT);
    sendState(AgentState::Hold);
    EXPECT_EQ(names(), list({"OnHoldCallConf", "OnCallHeld", "OnAgentStateChange"}));
    EXPECT_EQ(onlyCall().status(), CallStatus::Held);
    EXPECT_EQ(session().enablementMask(), heldMask);
    EXPECT_EQ(onlyCall().hold().code, CilCode::CallAlreadyOnHold);
    forget();
    ASSERT_TRUE(onlyCall().retrieve());
    settle();
    const ReceivedFrame& request = peer().last(MessageType::RETRIEVE_CALL_REQ);
    EXPECT_EQ(request.number(Field::HeldConnectionCallID), 16777217U);
    EXPECT_EQ(request.text(Field::HeldConnectionDeviceID), "9001");
    confirmLast(MessageType::RETRIEVE_CALL_REQ);
    sendCallEvent(MessageType::CALL_RETRIEVED_EVENT);
    sendState(AgentState::Talking);
    EXPECT_EQ(names(), list({"OnRetrieveCallConf", "OnCallRetrieved", "OnAgentStateChange"}));
    EXPECT_EQ(session().enablementMask(), talkingMask);
}

TEST_F(Calls, AnOutgoingCallFromDialToAnswer) {
    outgoingWrapup = 2;
    signIn();
    const CilResult made = agent().makeCall({QStringLiteral("(415) 555-0134"), {}});
    ASSERT_TRUE(made);
    settle();
    const ReceivedFrame& request = peer().last(MessageType::MAKE_CALL_REQ);
    EXPECT_EQ(request.text(Field::DialedNumber), "4155550134");
    EXPECT_EQ(request.text(Field::AgentInstrument), "3101");
    EXPECT_EQ(request.number(Field::SkillGroupNumber), 0xFFFFFFFFU);

    const PeerCall call{16777218, "9002", 9}; // CALLTYPE_OUT
    beginCall(call);
    EXPECT_FALSE(onlyCall().isIncoming());
    sendCallEvent(MessageType::CALL_SERVICE_INITIATED_EVENT, call);
    EXPECT_EQ(onlyCall().status(), CallStatus::Initiate);
    sendCallEvent(MessageType::CALL_ORIGINATED_EVENT, call);
    sendCallEvent(MessageType::CALL_DELIVERED_EVENT, call);
    sendState(AgentState::Talking, 0, 2);
    EXPECT_EQ(onlyCall().status(), CallStatus::Initiate); // the caller's side does not ring
    EXPECT_EQ(session().enablementMask(), initiateMask);
    EXPECT_EQ(onlyCall().answer().code, CilCode::CallNotAlerting);
    sendCallEvent(MessageType::CALL_ESTABLISHED_EVENT, call);
    EXPECT_EQ(names(), list({"OnCallBegin", "OnCurrentCallChanged", "OnCallServiceInitiatedEvent", "OnCallOriginated",
                             "OnCallDelivered", "OnAgentStateChange", "OnCallEstablished"}));
    EXPECT_EQ(onlyCall().status(), CallStatus::Connect);
    EXPECT_EQ(session().enablementMask(), talkingMask);
}

TEST_F(Calls, ThatFailedStaySoUntilTheyEnd) {
    signIn();
    const PeerCall call{16777218, "9002", 9};
    beginCall(call);
    sendCallEvent(MessageType::CALL_FAILED_EVENT, call);
    EXPECT_EQ(onlyCall().status(), CallStatus::Fail);
    EXPECT_TRUE(last(EventId::OnCallFailed).contains(keyword::CallStatus));
    sendCallEvent(MessageType::CALL_CLEARED_EVENT, call);
    EXPECT_EQ(onlyCall().status(), CallStatus::Fail);
    EXPECT_FALSE(last(EventId::OnCallCleared).contains(keyword::CallStatus));
    endCall(call);
    EXPECT_FALSE(last(EventId::OnCallEnd).contains(keyword::CallStatus));
    EXPECT_TRUE(session().calls().empty());
}

TEST_F(Calls, NumbersWithNothingToDialAreRefusedHere) {
    signIn();
    for (const char* number : {"", "   ", "abc", "12345678901234567890123456789012345678901"})
        EXPECT_EQ(agent().makeCall({QString::fromLatin1(number), {}}).code, CilCode::InvalidArgument) << number;
    EXPECT_EQ(peer().count(MessageType::MAKE_CALL_REQ), 0U);
}

TEST_F(Calls, DataGoesWithANewCallAndNothingElse) {
    signIn();
    ASSERT_TRUE(agent().makeCall({QStringLiteral("3102"), {{keyword::CallVariable4, QStringLiteral("gold")}}}));
    settle();
    EXPECT_EQ(peer().last(MessageType::MAKE_CALL_REQ).text(Field::CallVariable4), "gold");
    EXPECT_EQ(agent().makeCall({QStringLiteral("3102"), {{keyword::AgentInstrument, QStringLiteral("9")}}}).code,
              CilCode::InvalidArgument);
}

TEST_F(Calls, WithASecondCallTheFirstStaysCurrentUntilSomebodyChooses) {
    talk();
    const PeerCall second{16777219, "9003", 10};
    beginCall(second);
    EXPECT_EQ(session().calls().size(), 2U);
    EXPECT_EQ(session().currentCall()->uniqueObjectId(), uid);
    EXPECT_EQ(count(EventId::OnCurrentCallChanged), 0U);
    Call* other = session().findCall(QStringLiteral("call.5000.16777219.9003"));
    ASSERT_TRUE(other);
    forget();
    EXPECT_TRUE(session().setCurrentCall(other));
    EXPECT_EQ(allNames(), list({"OnCurrentCallChanged", "OnButtonEnablementChange"}));
    EXPECT_EQ(session().setCurrentCall(other).code, CilCode::CallAlreadyCurrent);
    forget();
    endCall(second);
    EXPECT_EQ(session().currentCall()->uniqueObjectId(), uid); // the only one left
    EXPECT_EQ(names(), list({"OnCallEnd", "OnCurrentCallChanged"}));
}

TEST_F(Calls, AmongSeveralNoneBecomesCurrentByItself) {
    talk();
    beginCall({16777219, "9003", 10});
    beginCall({16777220, "9004", 10});
    endCall();
    EXPECT_EQ(session().currentCall(), nullptr);
    EXPECT_FALSE(last(EventId::OnCurrentCallChanged).contains(keyword::UniqueObjectID));
}

TEST_F(Calls, ARenamedConnectionKeepsItsCallAndTellsTheFormerName) {
    talk();
    Call* call = &onlyCall();
    peer().send(callEvent(MessageType::CALL_DATA_UPDATE_EVENT)
                    .set(Field::NewConnectionCallID, 16777300U)
                    .set(Field::NewConnectionDeviceIDType, 1U)
                    .set(Field::NewConnectionDeviceID, std::string_view("9100"))
                    .set(Field::CallType, 1U));
    settle();
    const Arguments& update = last(EventId::OnCallDataUpdate);
    EXPECT_EQ(update.toString(keyword::OldUniqueObjectID), uid);
    EXPECT_EQ(update.toString(keyword::UniqueObjectID), QStringLiteral("call.5000.16777300.9100"));
    EXPECT_EQ(&onlyCall(), call);
    EXPECT_EQ(call->connectionCallId(), 16777300U);
    sendCallEvent(MessageType::CALL_HELD_EVENT, {16777300, "9100", 1});
    EXPECT_EQ(call->status(), CallStatus::Held);
    ASSERT_TRUE(call->retrieve());
    settle();
    EXPECT_EQ(peer().last(MessageType::RETRIEVE_CALL_REQ).text(Field::HeldConnectionDeviceID), "9100");
}

TEST_F(Calls, AnUpdateThatNamesTheSameConnectionRenamesNothing) {
    talk();
    peer().send(callEvent(MessageType::CALL_DATA_UPDATE_EVENT)
                    .set(Field::NewConnectionCallID, 16777217U)
                    .set(Field::NewConnectionDeviceIDType, 1U)
                    .set(Field::NewConnectionDeviceID, std::string_view("9001"))
                    .set(Field::CallType, 1U)
                    .set(Field::CallVariable2, std::string_view("new")));
    settle();
    EXPECT_FALSE(last(EventId::OnCallDataUpdate).contains(keyword::OldUniqueObjectID));
    EXPECT_EQ(onlyCall().data().toString(keyword::CallVariable2), QStringLiteral("new"));
    EXPECT_EQ(onlyCall().data().toString(keyword::CallVariable1), QStringLiteral("88-1204"));
}

TEST_F(Calls, AnotherPartysConnectionDoesNotRenameOrEndTheCall) {
    talk();
    sendCallEvent(MessageType::CALL_CONNECTION_CLEARED_EVENT, {16777217, "7777", 1});
    EXPECT_EQ(onlyCall().status(), CallStatus::Connect);
    EXPECT_EQ(onlyCall().connectionDeviceId(), QStringLiteral("9001"));
    EXPECT_EQ(onlyCall().data().toString(keyword::ConnectionDeviceID), QStringLiteral("9001"));
}

TEST_F(Calls, EventsOfUnknownCallsChangeNothing) {
    talk();
    sendCallEvent(MessageType::CALL_HELD_EVENT, {4711, "1", 1});
    endCall({4711, "1", 1});
    EXPECT_TRUE(events.empty());
    EXPECT_EQ(onlyCall().status(), CallStatus::Connect);
}

TEST_F(Calls, AgeAndTimeInStatusRunOnTheClock) {
    talk();
    sendCallEvent(MessageType::CALL_HELD_EVENT);
    clock.advance(std::chrono::seconds(30));
    EXPECT_GE(onlyCall().timeInStatus(), std::chrono::seconds(30));
    EXPECT_LT(onlyCall().timeInStatus(), std::chrono::seconds(31));
    EXPECT_GT(onlyCall().age(), onlyCall().timeInStatus());
}

TEST_F(Calls, AListenerMayDeleteTheSessionInTheMiddleOfAnEvent) {
    talk();
    QObject::connect(&session().events(), &Publisher::event, &bystander, [this](EventId id) {
        if (id == EventId::OnCallHeld)
            dropSession();
    });
    sendCallEvent(MessageType::CALL_HELD_EVENT);
    EXPECT_EQ(count(EventId::OnCallHeld), 1U);
}

} // namespace
} // namespace callwright::testing
