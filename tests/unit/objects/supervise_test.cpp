#include "cil/service/event_mapping.h"
#include "tests/unit/objects/supervisor_fixture.h"

namespace callwright::testing {
namespace {

using protocol::CallType;
using protocol::Field;
using protocol::LocalConnectionState;
using protocol::MessageType;

class Supervise : public SupervisorFixture {
protected:
    Supervise() { settings.ccmBasedSilentMonitor = true; }

    PeerCall ownLeg(CallType type) const { return {16777300, "9101", static_cast<std::uint32_t>(type)}; }

    /// The supervisor's own leg begins and is answered.
    void beginOwn(CallType type) {
        const PeerCall leg = ownLeg(type);
        beginCall(leg);
        peer().send(callEvent(MessageType::CALL_ESTABLISHED_EVENT, leg)
                        .set(Field::LocalConnectionState, LocalConnectionState::LCS_CONNECT)
                        .set(Field::CallingDeviceID, std::string_view("3101"))
                        .set(Field::AnsweringDeviceID, std::string_view("3102")));
        settle();
    }
    const ReceivedFrame& request() { return peer().last(MessageType::SUPERVISE_CALL_REQ); }
    CilResult act(SupervisoryAction action) {
        const CilResult result = agent().superviseCall(&member(), agent().monitoredCall(), action);
        settle();
        return result;
    }
};

TEST_F(Supervise, BargesInInterceptsAndClears) {
    memberTalks();
    ASSERT_TRUE(act(SupervisoryAction::BargeIn));
    EXPECT_EQ(request().number(Field::SupervisoryAction), 3U);
    EXPECT_EQ(request().number(Field::AgentConnectionCallID), PeerCall().callId);
    EXPECT_EQ(request().text(Field::AgentConnectionDeviceID), "9001");
    EXPECT_EQ(request().number(Field::SupervisorConnectionCallID), 0xFFFFFFFFU);
    EXPECT_EQ(request().number(Field::SupervisorConnectionDeviceIDType), 0xFFFFU);
    EXPECT_EQ(request().text(Field::SupervisorConnectionDeviceID), std::nullopt);
    EXPECT_EQ(request().text(Field::SupervisorInstrument), "3101");
    confirmLast(MessageType::SUPERVISE_CALL_REQ);

    beginOwn(CallType::CALLTYPE_SUPERVISOR_BARGEIN);
    EXPECT_EQ(supervisorButtons(), 0x19U); // intercept, clear, log out
    ASSERT_TRUE(act(SupervisoryAction::Intercept));
    EXPECT_EQ(request().number(Field::SupervisoryAction), 4U);
    EXPECT_EQ(request().number(Field::SupervisorConnectionCallID), 16777300U);
    EXPECT_EQ(request().text(Field::SupervisorConnectionDeviceID), "9101");
    ASSERT_TRUE(act(SupervisoryAction::Clear));
    EXPECT_EQ(request().number(Field::SupervisoryAction), 0U);
    EXPECT_EQ(request().number(Field::SupervisorConnectionCallID), 16777300U);
}

TEST_F(Supervise, TheCallBargedIntoIsNamedWhereMonitoringEndsAndBegins) {
    memberTalks();
    ASSERT_TRUE(act(SupervisoryAction::BargeIn));
    confirmLast(MessageType::SUPERVISE_CALL_REQ);
    beginOwn(CallType::CALLTYPE_SUPERVISOR_BARGEIN);
    const QString barged = QStringLiteral("call.5000.16777300.9101");
    ASSERT_TRUE(agent().stopMonitoringAgent(&member()));
    settle();
    EXPECT_EQ(last(EventId::OnStopMonitoringAgent).toString(keyword::BargedInCallID), barged);
    ASSERT_TRUE(agent().startMonitoringAgent(&member()));
    settle();
    confirmWith(MessageType::MONITOR_START_REQ, MessageType::MONITOR_START_CONF, deviceMonitor);
    EXPECT_EQ(last(EventId::OnStartMonitoringAgent).toString(keyword::BargedInCallID), barged);
}

TEST_F(Supervise, ListensByACallOfItsOwn) {
    memberTalks();
    ASSERT_TRUE(act(SupervisoryAction::Monitor));
    EXPECT_EQ(request().number(Field::SupervisoryAction), 1U);
    confirmLast(MessageType::SUPERVISE_CALL_REQ);
    forget();
    beginOwn(CallType::CALLTYPE_SUPERVISOR_MONITOR);
    ASSERT_EQ(count(EventId::OnSilentMonitorStartedEvent), 1U);
    const Arguments started = last(EventId::OnSilentMonitorStartedEvent);
    EXPECT_EQ(started.toString(keyword::SilentMonitorInitiatingAgentUID), QStringLiteral("agent.5000.1001"));
    EXPECT_EQ(started.toString(keyword::SilentMonitorInitiatingDeviceID), QStringLiteral("3101"));
    EXPECT_EQ(started.toString(keyword::SilentMonitorTargetAgentUID), QStringLiteral("agent.5000.1002"));
    EXPECT_EQ(started.toString(keyword::SilentMonitorTargetDeviceID), QStringLiteral("3102"));
    const QString callUid = QStringLiteral("call.5000.16777300.9101");
    EXPECT_EQ(started.toString(keyword::SilentMonitorCallUID), callUid);
    EXPECT_EQ(agent().properties().toString(keyword::SilentMonitorCallUID), callUid);
    EXPECT_EQ(supervisorButtons(), 0x51U); // clear, stop, log out: no barging in while listening

    ASSERT_TRUE(act(SupervisoryAction::Clear));
    EXPECT_EQ(request().number(Field::SupervisorConnectionCallID), 16777300U);
    forget();
    endCall(ownLeg(CallType::CALLTYPE_SUPERVISOR_MONITOR));
    ASSERT_EQ(count(EventId::OnSilentMonitorStopRequestedEvent), 1U);
    const Arguments& stopped = last(EventId::OnSilentMonitorStopRequestedEvent);
    EXPECT_EQ(stopped.toString(keyword::SilentMonitorTargetAgentUID), QStringLiteral("agent.5000.1002"));
    EXPECT_EQ(stopped.toUInt(keyword::SilentMonitorCallDisposition), 0U);
    EXPECT_TRUE(agent().properties().toString(keyword::SilentMonitorCallUID).isEmpty());
}

TEST_F(Supervise, TheAgentHearsThatSomebodyListens) {
    identity.isSupervisor = false;
    signIn();
    beginOwn(CallType::CALLTYPE_SUPERVISOR_MONITOR);
    const Arguments& started = last(EventId::OnSilentMonitorStartedEvent);
    EXPECT_EQ(started.toString(keyword::SilentMonitorTargetAgentUID), QStringLiteral("agent.5000.1001"));
    endCall(ownLeg(CallType::CALLTYPE_SUPERVISOR_MONITOR));
    EXPECT_EQ(count(EventId::OnSilentMonitorStopRequestedEvent), 1U);
}

TEST_F(Supervise, NothingIsWrappedUpAfterListening) {
    incomingWrapup = outgoingWrapup = 0; // required
    memberTalks();
    ASSERT_TRUE(act(SupervisoryAction::Monitor));
    confirmLast(MessageType::SUPERVISE_CALL_REQ);
    beginOwn(CallType::CALLTYPE_SUPERVISOR_MONITOR);
    sendState(AgentState::Talking);
    EXPECT_EQ(session().enablementMask(), 0x001C0006U); // hold, release; nothing of wrap-up
    endCall(ownLeg(CallType::CALLTYPE_SUPERVISOR_MONITOR));
    sendState(AgentState::NotReady);
    EXPECT_EQ(session().wrapupCall(), nullptr);
    EXPECT_TRUE(session().calls().empty());
}

TEST_F(Supervise, WhoIsListenedToHasNoOtherCallForIt) {
    memberTalks();
    beginCall();
    sendCallEvent(MessageType::CALL_DELIVERED_EVENT);
    sendCallEvent(MessageType::CALL_ESTABLISHED_EVENT);
    sendState(AgentState::Talking, 0, 1);
    const std::uint32_t mask = session().enablementMask();
    const Call* call = session().currentCall();
    ASSERT_NE(call, nullptr);
    beginOwn(CallType::CALLTYPE_SUPERVISOR_MONITOR); // by another supervisor
    EXPECT_EQ(last(EventId::OnSilentMonitorStartedEvent).toString(keyword::SilentMonitorTargetAgentUID),
              QStringLiteral("agent.5000.1001"));
    EXPECT_TRUE(session().calls().back()->isMonitorTarget());
    EXPECT_FALSE(call->isMonitorTarget());
    EXPECT_EQ(session().currentCall(), call);
    EXPECT_EQ(session().enablementMask(), mask);
    EXPECT_EQ(supervisorButtons() & 0x50U, 0U); // it is no session of one's own to stop or to clear
    endCall();
    EXPECT_EQ(session().currentCall(), nullptr);
}

TEST_F(Supervise, WhomSomebodyListensToIsNotListenedToAgain) {
    memberTalks();
    EXPECT_EQ(member().properties().toUInt(keyword::EnablementMask), 0x25U);
    const PeerCall bridge{16777301, "9102", static_cast<std::uint32_t>(CallType::CALLTYPE_SUPERVISOR_MONITOR)};
    peer().send(memberEvent(MessageType::BEGIN_CALL_EVENT, bridge).set(Field::CallType, bridge.callType));
    peer().send(memberEvent(MessageType::CALL_ESTABLISHED_EVENT, bridge)
                    .set(Field::LocalConnectionState, LocalConnectionState::LCS_CONNECT)
                    .set(Field::AnsweringDeviceID, std::string_view("3102")));
    settle();
    EXPECT_EQ(supervisorButtons(), 0x05U);
    sendMemberEvent(MessageType::END_CALL_EVENT, bridge);
    EXPECT_EQ(supervisorButtons(), 0x25U);
}

TEST_F(Supervise, TheOtherKindOfSiteDoesNotListenByCalls) {
    settings.ccmBasedSilentMonitor = false;
    memberTalks();
    EXPECT_EQ(act(SupervisoryAction::Monitor).code, CilCode::InvalidSilentMonitorMode);
    EXPECT_TRUE(act(SupervisoryAction::BargeIn));
}

TEST_F(Supervise, WhatTheMaskForbidsIsNotSent) {
    memberTalks();
    EXPECT_EQ(act(SupervisoryAction::Intercept).code, CilCode::InvalidObjectState);
    EXPECT_EQ(act(SupervisoryAction::Clear).code, CilCode::InvalidObjectState);
    sendState(AgentState::Available); // the supervisor is not free
    EXPECT_EQ(supervisorButtons(), 0x01U);
    EXPECT_EQ(act(SupervisoryAction::BargeIn).code, CilCode::InvalidObjectState);
    EXPECT_EQ(agent().superviseCall(&agent(), nullptr, SupervisoryAction::BargeIn).code, CilCode::InvalidArgument);
    EXPECT_EQ(peer().count(MessageType::SUPERVISE_CALL_REQ), 0U);
}

TEST_F(Supervise, ARefusalIsTold) {
    memberTalks();
    ASSERT_TRUE(act(SupervisoryAction::Monitor));
    peer().failControl(request(), protocol::ControlFailureCode::CF_INVALID_OBJECT_STATE, 13141);
    settle();
    EXPECT_EQ(last(EventId::OnAgentControlFailureConf).toUInt(keyword::PeripheralErrorCode), 13141U);
    EXPECT_EQ(count(EventId::OnSilentMonitorStartedEvent), 0U);
}

TEST_F(Supervise, AnEmergencyIsHeardOf) {
    signInWithTeam();
    peer().send(peer()
                    .message(MessageType::EMERGENCY_CALL_EVENT)
                    .set(Field::PeripheralID, 5000U)
                    .set(Field::ConnectionCallID, 16777400U)
                    .set(Field::ConnectionDeviceIDType, 1U)
                    .set(Field::SessionID, 4U)
                    .set(Field::ConnectionDeviceID, std::string_view("9001"))
                    .set(Field::ClientID, std::string_view("5000.1002"))
                    .set(Field::ClientAddress, std::string_view("192.0.2.7"))
                    .set(Field::AgentExtension, std::string_view("2102"))
                    .set(Field::AgentID, std::string_view("1002"))
                    .set(Field::AgentInstrument, std::string_view("3102")));
    settle();
    EXPECT_EQ(names(), list({"OnEmergencyCall"}));
    EXPECT_TRUE(service::missingParameters(EventId::OnEmergencyCall, last(EventId::OnEmergencyCall)).empty());
}

} // namespace
} // namespace callwright::testing
