#include "cil/connection/network_watch.h"
#include "tests/unit/objects/session_fixture.h"

namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::MessageType;

/// Every request has exactly one outcome, whatever happens to it.
class Outcomes : public SessionFixture {
protected:
    std::size_t outcomes() const { return count(EventId::OnHoldCallConf) + count(EventId::OnCallControlFailureConf); }
};

TEST_F(Outcomes, NoAnswerIsATimeout) {
    talk();
    const CilResult hold = onlyCall().hold();
    clock.advance(std::chrono::seconds(20));
    ASSERT_EQ(outcomes(), 1U);
    const Arguments& failure = last(EventId::OnCallControlFailureConf);
    EXPECT_EQ(failure.toUInt(keyword::InvokeID), hold.invokeId);
    EXPECT_EQ(failure.toUInt(keyword::MessageType), static_cast<std::uint32_t>(MessageType::HOLD_CALL_REQ));
    EXPECT_EQ(failure.toUInt(keyword::FailureCode), static_cast<std::uint32_t>(protocol::StatusCode::E_CTI_TIMEOUT));
    EXPECT_EQ(failure.toString(keyword::UniqueObjectID), onlyCall().uniqueObjectId());
    confirmLast(MessageType::HOLD_CALL_REQ); // too late
    EXPECT_EQ(outcomes(), 1U);
}

TEST_F(Outcomes, ALostLinkFailsEveryOpenRequestAtOnce) {
    talk();
    ASSERT_TRUE(onlyCall().hold());
    ASSERT_TRUE(onlyCall().setCallData({{keyword::CallVariable1, QStringLiteral("x")}}));
    network.cutAll();
    settle();
    EXPECT_EQ(names().first(3), list({"OnControlFailureConf", "OnControlFailureConf", "OnConnectionFailure"}));
    EXPECT_EQ(last(EventId::OnCallControlFailureConf).toUInt(keyword::FailureCode),
              static_cast<std::uint32_t>(protocol::StatusCode::E_CTI_CTI_SERVER_OFFLINE));
    EXPECT_TRUE(onlyCall().pendingData().isEmpty());
}

TEST_F(Outcomes, AChangeOfTheNetworkAsksTheServerAtOnce) {
    NetworkWatch computer;
    session().follow(computer);
    talk();
    Q_EMIT computer.changed(true);
    settle();
    EXPECT_EQ(peer().count(MessageType::HEARTBEAT_REQ), 1U);
    EXPECT_EQ(count(EventId::OnHeartbeat), 1U);
}

TEST_F(Outcomes, WhatTheSwitchRefusesNamesItsOwnCodeToo) {
    talk();
    ASSERT_TRUE(onlyCall().hold());
    settle();
    peer().failControl(peer().last(MessageType::HOLD_CALL_REQ), protocol::ControlFailureCode::CF_INVALID_OBJECT_STATE,
                       10103);
    settle();
    ASSERT_EQ(outcomes(), 1U);
    const Arguments& failure = last(EventId::OnCallControlFailureConf);
    EXPECT_EQ(failure.toUInt(keyword::FailureCode), 22U);
    EXPECT_EQ(failure.toUInt(keyword::PeripheralErrorCode), 10103U);
    EXPECT_TRUE(failure.toString(keyword::ErrorMessage).contains(QStringLiteral("CF_INVALID_OBJECT_STATE")));
}

TEST_F(Outcomes, AFailureConfIsNamedByItsStatus) {
    talk();
    ASSERT_TRUE(onlyCall().hold());
    settle();
    peer().fail(peer().last(MessageType::HOLD_CALL_REQ), protocol::StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE);
    settle();
    EXPECT_TRUE(last(EventId::OnCallControlFailureConf)
                    .toString(keyword::ErrorMessage)
                    .contains(QStringLiteral("E_CTI_FUNCTION_NOT_AVAILABLE")));
}

TEST_F(Outcomes, WithoutALinkNothingIsSentAndNothingIsKeptForLater) {
    talk();
    network.setLatency(Milliseconds(20), Milliseconds(20));
    network.cutAll();
    clock.advance(Milliseconds(1));
    forget();
    EXPECT_EQ(onlyCall().hold().code, CilCode::InFailover);
    EXPECT_EQ(onlyCall().setCallData({{keyword::CallVariable1, QStringLiteral("x")}}).code, CilCode::InFailover);
    EXPECT_EQ(agent().setNotReady(1).code, CilCode::InFailover);
    EXPECT_EQ(count(EventId::OnCallControlFailureConf), 0U);
    const auto held = peer().count(MessageType::HOLD_CALL_REQ);
    clock.advance(std::chrono::minutes(1));
    EXPECT_EQ(peer().count(MessageType::HOLD_CALL_REQ), held);
}

TEST_F(Outcomes, SystemAndFailureEventsArePublished) {
    signIn();
    peer().send(peer()
                    .message(MessageType::SYSTEM_EVENT)
                    .set(Field::SystemEventID, protocol::SystemEventID::SYS_PERIPHERAL_OFFLINE)
                    .set(Field::SystemEventArg1, 5000U));
    settle();
    EXPECT_EQ(events.front().id, EventId::OnCTIOSFailure); // what is computed of it follows
    EXPECT_EQ(events.front().arguments.toUInt(keyword::SystemEventID), 4U);
    forget();
    peer().announceFailure(protocol::StatusCode::E_CTI_UNSPECIFIED_FAILURE);
    settle();
    EXPECT_EQ(names(), list({"OnCTIOSFailure"}));
}

TEST_F(Outcomes, ABadMessageIsOneEventAndTheSessionLives) {
    signIn();
    auto message = peer().message(MessageType::AGENT_STATE_EVENT);
    QByteArray bytes = bytesOf(message);
    bytes.chop(20);
    bytes[3] = static_cast<char>(bytes[3] - 20);
    peer().sendRaw(bytes);
    settle();
    EXPECT_EQ(names(), list({"OnCTIOSFailure"}));
    EXPECT_EQ(session().status(), ConnectionStatus::Open);
    sendState(AgentState::Available);
    EXPECT_EQ(state(), AgentState::Available);
}

} // namespace
} // namespace callwright::testing
