#include "cil/events/enablement_bits.h"
#include "cil/objects/directory.h"
#include "tests/unit/objects/session_fixture.h"

namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::MessageType;

class Opening : public SessionFixture {};

TEST_F(Opening, TellsTheServerWhoTheAgentIsAndWhichServicesADesktopNeeds) {
    ASSERT_TRUE(connectToPeer());
    const ReceivedFrame& open = peer().last(MessageType::OPEN_REQ);
    EXPECT_EQ(open.number(Field::ServicesRequested), 7U); // Client Events, Call Data Update, Client Control
    EXPECT_EQ(open.number(Field::PeripheralID), 5000U);
    EXPECT_EQ(open.text(Field::ClientID), "5000.1001");
    EXPECT_EQ(open.text(Field::AgentID), "1001");
    EXPECT_EQ(open.text(Field::AgentInstrument), "3101");
}

TEST_F(Opening, AsksForTheSupervisorServiceForASupervisor) {
    identity.isSupervisor = true;
    ASSERT_TRUE(connectToPeer());
    EXPECT_EQ(peer().last(MessageType::OPEN_REQ).number(Field::ServicesRequested) & 0x80, 0x80U);
}

TEST_F(Opening, OfASignedOutAgentEndsWithAgentModeAndOffersLogin) {
    ASSERT_TRUE(connectToPeer());
    EXPECT_EQ(names(), list({"OnConnection", "OnCTIOSFailure"}));
    EXPECT_FALSE(session().isAgentModeSet());
    EXPECT_EQ(session().enablementMask(), 0U);
    answerQuery(AgentState::Logout);
    EXPECT_EQ(names(), list({"OnConnection", "OnCTIOSFailure", "OnQueryAgentStateConf", "OnSetAgentModeEvent"}));
    EXPECT_TRUE(session().isAgentModeSet());
    EXPECT_EQ(buttons(), std::uint32_t(enablement::ENABLE_LOGIN));
    EXPECT_EQ(last(EventId::OnConnection).toString(keyword::CurrentServer), QStringLiteral("cti-a:42027"));
    EXPECT_EQ(last(EventId::OnSetAgentModeEvent).toString(keyword::UniqueObjectID), QStringLiteral("agent.5000.1001"));
    EXPECT_TRUE(last(EventId::OnSetAgentModeEvent).arguments(keyword::StatusSystem));
    EXPECT_EQ(peer().count(MessageType::SNAPSHOT_DEVICE_REQ), 0U);
}

TEST_F(Opening, WhatNobodyAskedForFailsUnheardWhenTheLinkIsLost) {
    ASSERT_TRUE(connectToPeer());
    peer().reset(); // the agent's state is asked for
    settle();
    EXPECT_EQ(count(EventId::OnAgentControlFailureConf), 0U);
    answerQuery(AgentState::Talking);
    answerDesk();
    answerDevice({PeerCall()});
    peer().reset(); // the call's data are asked for
    settle();
    EXPECT_EQ(count(EventId::OnCallControlFailureConf), 0U);
    EXPECT_EQ(count(EventId::OnConnectionFailure), 2U);
}

TEST_F(Opening, OfASignedInAgentLearnsDeskAndCalls) {
    ASSERT_TRUE(connectToPeer());
    answerQuery(AgentState::Talking);
    answerDesk();
    const PeerCall call;
    answerDevice({call});
    answerCall(call);
    EXPECT_EQ(names(), list({"OnConnection", "OnCTIOSFailure", "OnQueryAgentStateConf", "OnSetAgentModeEvent",
                             "OnAgentDeskSettingsConf", "OnSnapshotDeviceConf", "OnCallBegin", "OnCurrentCallChanged",
                             "OnSnapshotCallConf"}));
    EXPECT_EQ(state(), AgentState::Talking);
    EXPECT_EQ(agent().extension(), QStringLiteral("2101"));
    EXPECT_EQ(onlyCall().status(), CallStatus::Connect);
    EXPECT_EQ(onlyCall().uniqueObjectId(), QStringLiteral("call.5000.16777217.9001"));
    EXPECT_EQ(onlyCall().data().toString(keyword::CallVariable1), QStringLiteral("from the snapshot"));
    EXPECT_EQ(session().currentCall(), &onlyCall());
    const Arguments& snapshot = last(EventId::OnSnapshotDeviceConf);
    EXPECT_EQ(snapshot.toString(keyword::UniqueObjectID), QStringLiteral("device.5000.3101"));
    EXPECT_EQ(snapshot.toUInt(keyword::NumCalls), 1U);
    ASSERT_TRUE(snapshot.arguments(keyword::ValidCalls));
    EXPECT_EQ(snapshot.arguments(keyword::ValidCalls)->toBool(Keyword::of(u"call.5000.16777217.9001")), true);
}

TEST_F(Opening, ACallThatTheServerBeginsMeanwhileIsOneCallAfterTheSnapshot) {
    ASSERT_TRUE(connectToPeer());
    beginCall();
    answerQuery(AgentState::Talking);
    answerDesk();
    answerDevice({PeerCall()});
    answerCall({});
    EXPECT_EQ(count(EventId::OnCallBegin), 1U);
    EXPECT_EQ(session().calls().size(), 1U);
    EXPECT_EQ(onlyCall().status(), CallStatus::Connect);
}

TEST_F(Opening, AsksForDeskAndCallsOnceAlthoughTheStateIsToldTwice) {
    ASSERT_TRUE(connectToPeer());
    sendState(AgentState::NotReady);
    answerQuery(AgentState::NotReady);
    EXPECT_EQ(peer().count(MessageType::AGENT_DESK_SETTINGS_REQ), 1U);
    answerDesk();
    EXPECT_EQ(peer().count(MessageType::SNAPSHOT_DEVICE_REQ), 1U);
}

TEST_F(Opening, AStateToldByAnEventIsNewerThanTheAnswerThatComesBehindIt) {
    ASSERT_TRUE(connectToPeer());
    sendState(AgentState::Talking);
    answerQuery(AgentState::NotReady);
    EXPECT_EQ(state(), AgentState::Talking);
}

TEST_F(Opening, ACallThatEndsBeforeItsSnapshotIsAnsweredIsNoFailure) {
    ASSERT_TRUE(connectToPeer());
    beginCall();
    answerQuery(AgentState::Talking);
    answerDesk();
    answerDevice({PeerCall()});
    endCall();
    peer().fail(peer().last(MessageType::SNAPSHOT_CALL_REQ), protocol::StatusCode::E_CTI_INVALID_CALLID);
    settle();
    EXPECT_EQ(count(EventId::OnCallControlFailureConf), 0U);
}

TEST_F(Opening, GoesOnWhenTheAgentCannotBeQueried) {
    ASSERT_TRUE(connectToPeer());
    peer().failControl(peer().last(MessageType::QUERY_AGENT_STATE_REQ),
                       protocol::ControlFailureCode::CF_INVALID_AGENT_ID_SPECIFIED, 0);
    settle();
    EXPECT_EQ(names(), list({"OnConnection", "OnCTIOSFailure", "OnControlFailureConf", "OnSetAgentModeEvent"}));
    EXPECT_TRUE(session().isAgentModeSet());
}

TEST_F(Opening, ReportsThatThePhoneSystemIsOffLine) {
    peer().answersOpen = false;
    ASSERT_TRUE(connectToPeer());
    peer().send(peer()
                    .message(MessageType::OPEN_CONF)
                    .set(Field::InvokeID, peer().last(MessageType::OPEN_REQ).invokeId())
                    .set(Field::ServicesGranted, 7U)
                    .set(Field::PGStatus, 4U)
                    .set(Field::PeripheralOnline, 0U));
    settle();
    const Arguments& status = last(EventId::OnCTIOSFailure);
    EXPECT_EQ(status.toUInt(keyword::FailureCode), 10U);  // eServerConnectionStatus
    EXPECT_EQ(status.toUInt(keyword::SystemEventID), 4U); // eSysPeripheralOffline
    EXPECT_EQ(status.toUInt(keyword::SystemEventArg1), 5000U);
    EXPECT_FALSE(status.toString(keyword::ErrorMessage).isEmpty());
}

TEST_F(Opening, ThatNoVersionIsCommonIsARejection) {
    peer().newest = 12;
    ASSERT_TRUE(connectToPeer());
    EXPECT_EQ(names(), list({"OnCTIOSFailure", "OnConnectionRejected", "OnConnectionFailure"}));
    EXPECT_EQ(last(EventId::OnConnectionFailure).toInt(keyword::ReasonCode), 0); // the protocols do not fit
    EXPECT_EQ(session().status(), ConnectionStatus::Closed);
}

TEST_F(Opening, ThatOneSideKnowsNoVersionIsNoRejectionYet) {
    peer().newest = 12;
    parameters.sideB = {QStringLiteral("cti-b"), 43027}; // nobody listens there
    ASSERT_TRUE(connectToPeer());
    EXPECT_EQ(count(EventId::OnConnectionRejected), 0U);
    EXPECT_FALSE(last(EventId::OnConnectionFailure).contains(keyword::FinalAttempt));
    EXPECT_EQ(session().status(), ConnectionStatus::Reconnecting);
}

TEST_F(Opening, TellsWhetherTheServerTakesTheClient) {
    EXPECT_EQ(session().identifyClient().code, CilCode::NotConnected);
    peer().refusesOpenWith = protocol::StatusCode::E_CTI_INVALID_PASSWORD;
    ASSERT_TRUE(connectToPeer());
    EXPECT_EQ(session().identifyClient().code, CilCode::Fail);
    EXPECT_FALSE(session().identifyClient().problem.isEmpty());
    peer().refusesOpenWith.reset();
    ASSERT_TRUE(connectToPeer());
    EXPECT_TRUE(session().identifyClient());
}

TEST_F(Opening, BeforeTheAgentIsSetItTakesForceToDisconnect) {
    ASSERT_TRUE(connectToPeer());
    EXPECT_EQ(session().disconnectFrom(Disconnect::Orderly).code, CilCode::ModeNotSet);
    EXPECT_EQ(session().status(), ConnectionStatus::Open);
    answerQuery(AgentState::Logout);
    ASSERT_TRUE(session().disconnectFrom(Disconnect::Orderly));
    EXPECT_EQ(session().properties().toInt(keyword::ForcedDisconnect), 0);
    settle();
    ASSERT_TRUE(connectToPeer());
    ASSERT_TRUE(session().disconnectFrom(Disconnect::Forced));
    EXPECT_EQ(session().properties().toInt(keyword::ForcedDisconnect), 1);
    settle();
    EXPECT_EQ(session().properties().toInt(keyword::ForcedDisconnect), 0);
    EXPECT_EQ(session().status(), ConnectionStatus::Closed);
}

TEST_F(Opening, ForceEndsAFailover) {
    signIn();
    loseLink();
    EXPECT_EQ(session().disconnectFrom(Disconnect::Orderly).code, CilCode::ModeNotSet);
    ASSERT_TRUE(session().disconnectFrom(Disconnect::Forced));
    settle();
    EXPECT_EQ(session().status(), ConnectionStatus::Closed);
}

struct OwnName : Directory {
    std::optional<PersonName> person(std::uint32_t, const QString&) const override {
        return PersonName{QStringLiteral("Ann"), QStringLiteral("Bell"), QStringLiteral("abell")};
    }
    std::optional<QString> skillGroup(std::uint32_t, std::uint32_t) const override { return std::nullopt; }
};

TEST_F(Opening, TellsTheAgentsNameWhereADirectoryKnowsIt) {
    const OwnName directory;
    session().setDirectory(directory);
    ASSERT_TRUE(connectToPeer());
    answerQuery(AgentState::Logout);
    const Arguments told = last(EventId::OnAgentInfoEvent);
    EXPECT_EQ(told.toString(keyword::UniqueObjectID), agent().uniqueObjectId());
    EXPECT_EQ(told.toString(keyword::AgentFirstName), QStringLiteral("Ann"));
    EXPECT_EQ(told.toString(keyword::AgentLastName), QStringLiteral("Bell"));
    EXPECT_EQ(agent().properties().toString(keyword::LoginName), QStringLiteral("abell"));
    sendState(AgentState::NotReady);
    EXPECT_EQ(last(EventId::OnAgentStateChange).toString(keyword::LoginName), QStringLiteral("abell"));
}

TEST_F(Opening, TheAgentMayBeAskedForAgain) {
    EXPECT_FALSE(session().isAgent());
    signIn();
    EXPECT_TRUE(agent().isAgent());
    EXPECT_FALSE(agent().isSupervisor());
    forget();
    ASSERT_TRUE(agent().queryAgentState());
    settle();
    EXPECT_EQ(peer().last(MessageType::QUERY_AGENT_STATE_REQ).text(Field::AgentID), "1001");
    answerQuery(AgentState::Available);
    EXPECT_EQ(names(), list({"OnQueryAgentStateConf"}));
    EXPECT_EQ(state(), AgentState::Available);
    EXPECT_EQ(buttons(), session().enablementMask());
    ASSERT_TRUE(agent().queryAgentState());
    settle();
    peer().failControl(peer().last(MessageType::QUERY_AGENT_STATE_REQ),
                       protocol::ControlFailureCode::CF_INVALID_AGENT_ID_SPECIFIED, 0);
    settle();
    EXPECT_EQ(names().last(), QStringLiteral("OnControlFailureConf"));
    EXPECT_EQ(state(), AgentState::Available); // a refusal says nothing of the state
}

TEST_F(Opening, RefusesToConnectTwiceAndWithoutWhatItNeeds) {
    AgentIdentity nobody = identity;
    nobody.agentInstrument.clear();
    EXPECT_EQ(session().connectTo(parameters, nobody).code, CilCode::MissingArgument);
    ConnectParameters nowhere = parameters;
    nowhere.sideA = {};
    EXPECT_EQ(session().connectTo(nowhere, identity).code, CilCode::MissingArgument);
    EXPECT_EQ(session().disconnectFrom().code, CilCode::NotConnected);
    ASSERT_TRUE(connectToPeer());
    EXPECT_EQ(session().connectTo(parameters, identity).code, CilCode::NotDisconnected);
}

TEST_F(Opening, AnotherAgentInTheSameSessionResetsTheCurrentAgent) {
    openAs(AgentState::Logout);
    ASSERT_TRUE(session().disconnectFrom());
    settle();
    forget();
    identity.agentId = QStringLiteral("1002");
    ASSERT_TRUE(connectToPeer());
    EXPECT_EQ(names().value(0), QStringLiteral("OnCurrentAgentReset"));
    EXPECT_EQ(last(EventId::OnCurrentAgentReset).toString(keyword::UniqueObjectID), QStringLiteral("agent.5000.1001"));
    EXPECT_EQ(agent().identity().agentId, QStringLiteral("1002"));
}

TEST_F(Opening, IsClosedWithOnConnectionClosedAndTheCallsEnd) {
    talk();
    ASSERT_TRUE(session().disconnectFrom());
    EXPECT_EQ(session().status(), ConnectionStatus::Closing);
    EXPECT_EQ(session().disconnectFrom().code, CilCode::DisconnectPending);
    settle();
    EXPECT_EQ(names(), list({"OnCallEnd", "OnCurrentCallChanged", "OnConnectionClosed"}));
    EXPECT_EQ(session().status(), ConnectionStatus::Closed);
    EXPECT_TRUE(session().calls().empty());
    EXPECT_EQ(buttons(), std::uint32_t(enablement::ENABLE_LOGIN));
}

TEST_F(Opening, AFailedAttemptIsPublishedWithServerAndReason) {
    parameters.sideA = {QStringLiteral("cti-b"), 42027};
    ASSERT_TRUE(connectToPeer());
    clock.advance(std::chrono::seconds(1));
    const Arguments& failure = last(EventId::OnConnectionFailure);
    EXPECT_EQ(failure.toString(keyword::FailedServer), QStringLiteral("cti-b:42027"));
    EXPECT_EQ(failure.toUInt(keyword::ReasonCode), 3U); // eConnectFail
    EXPECT_FALSE(failure.contains(keyword::FinalAttempt));
    EXPECT_EQ(session().status(), ConnectionStatus::Reconnecting);
    EXPECT_EQ(session().enablementMask(), 0U);
    EXPECT_EQ(session().connectTo(parameters, identity).code, CilCode::InFailover);
}

TEST_F(Opening, AnEvictedSessionSaysSoAndDoesNotComeBack) {
    signIn();
    peer().announceFailure(protocol::StatusCode::E_CTI_NEW_SESSION_OPENED);
    settle();
    const Arguments& failure = last(EventId::OnConnectionFailure);
    EXPECT_EQ(failure.toUInt(keyword::FailureCode), 11U);
    EXPECT_EQ(failure.toBool(keyword::FinalAttempt), true);
    EXPECT_EQ(count(EventId::OnCTIOSFailure), 1U);
    EXPECT_EQ(session().status(), ConnectionStatus::Closed);
    EXPECT_FALSE(agent().isSignedIn());
}

TEST_F(Opening, HeartbeatsAreEventsToo) {
    parameters.heartbeat = std::chrono::seconds(5);
    openAs(AgentState::Logout);
    clock.advance(std::chrono::seconds(6));
    EXPECT_EQ(names(), list({"OnHeartbeat"}));
    forget();
    peer().answersHeartbeats = false;
    clock.advance(std::chrono::seconds(11));
    EXPECT_GE(count(EventId::OnMissingHeartbeat), 1U);
    EXPECT_EQ(last(EventId::OnMissingHeartbeat).toUInt(keyword::HeartbeatInterval), 5000U);
    EXPECT_TRUE(last(EventId::OnMissingHeartbeat).contains(keyword::ConsecutiveMissedHeartbeats));
}

} // namespace
} // namespace callwright::testing
