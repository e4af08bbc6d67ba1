#include "cil/service/monitored_events.h"
#include "tests/unit/objects/supervisor_fixture.h"

namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::MessageType;

class Monitoring : public SupervisorFixture {};

constexpr std::uint32_t mayBargeIn = 0x04;

TEST_F(Monitoring, WatchesTheDeviceAndSaysSo) {
    signInWithTeam();
    sendMember("1002", AgentState::Available);
    forget();
    ASSERT_TRUE(agent().startMonitoringAgent(&member()));
    settle();
    const ReceivedFrame& request = peer().last(MessageType::MONITOR_START_REQ);
    EXPECT_EQ(request.number(Field::ConnectionCallID), 0U);
    EXPECT_EQ(request.number(Field::ConnectionDeviceIDType), 0xFFFFU);
    EXPECT_EQ(request.number(Field::MonitoredDeviceType), 76U);
    EXPECT_EQ(request.text(Field::MonitoredDeviceID), "3102");
    EXPECT_TRUE(names().isEmpty()); // not before the server agreed
    confirmWith(MessageType::MONITOR_START_REQ, MessageType::MONITOR_START_CONF, deviceMonitor);
    EXPECT_EQ(names(), list({"MONITOR_START_CONF", "OnStartMonitoringAgent", "OnSupervisorButtonChange"}));
    const Arguments& told = last(EventId::OnStartMonitoringAgent);
    EXPECT_EQ(told.toString(keyword::UniqueObjectID), QStringLiteral("agent.5000.1001"));
    EXPECT_EQ(told.toString(keyword::AgentReference), QStringLiteral("agent.5000.1002"));
    EXPECT_EQ(told.toString(keyword::SupervisorAgentState), QStringLiteral("2"));
    EXPECT_EQ(agent().monitoredAgent(), &member());
    EXPECT_EQ(peer().last(MessageType::SNAPSHOT_DEVICE_REQ).text(Field::AgentInstrument), "3102");
}

TEST_F(Monitoring, LearnsTheInstrumentOfWhomTheTeamListAloneNames) {
    signInWithTeam();
    ASSERT_TRUE(agent().startMonitoringAgent(&member()));
    settle();
    EXPECT_EQ(peer().count(MessageType::MONITOR_START_REQ), 0U);
    peer().send(peer()
                    .message(MessageType::QUERY_AGENT_STATE_CONF)
                    .set(Field::InvokeID, peer().last(MessageType::QUERY_AGENT_STATE_REQ).invokeId())
                    .set(Field::AgentState, AgentState::Talking)
                    .set(Field::MRDID, 1U)
                    .set(Field::AgentID, std::string_view("1002"))
                    .set(Field::AgentInstrument, std::string_view("3107")));
    settle();
    EXPECT_EQ(peer().last(MessageType::MONITOR_START_REQ).text(Field::MonitoredDeviceID), "3107");
    EXPECT_EQ(member().state(), AgentState::Talking);
}

/// What the program logs for administrators while it lives; debugging is left out, as by default.
class Logged {
public:
    Logged() : m_before(qInstallMessageHandler(take)) { lines.clear(); }
    ~Logged() { qInstallMessageHandler(m_before); }
    Logged(const Logged&) = delete;
    Logged& operator=(const Logged&) = delete;

    static inline QStringList lines;

private:
    static void take(QtMsgType type, const QMessageLogContext&, const QString& text) {
        if (type != QtDebugMsg)
            lines += text;
    }
    QtMessageHandler m_before;
};

TEST_F(Monitoring, ThatTheServerTellsNothingOfTheDeviceIsNoNews) {
    signInWithTeam();
    sendMember("1002", AgentState::Available);
    ASSERT_TRUE(agent().startMonitoringAgent(&member()));
    settle();
    confirmWith(MessageType::MONITOR_START_REQ, MessageType::MONITOR_START_CONF, deviceMonitor);
    forget();
    const Logged logged;
    peer().fail(peer().last(MessageType::SNAPSHOT_DEVICE_REQ), protocol::StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE);
    settle();
    EXPECT_TRUE(Logged::lines.isEmpty()) << Logged::lines.join(u'\n').toStdString();
    EXPECT_EQ(count(EventId::OnAgentControlFailureConf), 0U);
}

TEST_F(Monitoring, ARefusalLeavesNobodyMonitored) {
    signInWithTeam();
    sendMember("1002", AgentState::Available);
    ASSERT_TRUE(agent().startMonitoringAgent(&member()));
    settle();
    peer().fail(peer().last(MessageType::MONITOR_START_REQ), protocol::StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE);
    settle();
    EXPECT_EQ(count(EventId::OnAgentControlFailureConf), 1U);
    EXPECT_EQ(count(EventId::OnStartMonitoringAgent), 0U);
    EXPECT_EQ(agent().monitoredAgent(), nullptr);
}

TEST_F(Monitoring, WithoutTheServiceSaysWhatIsMissingAndStillSupervises) {
    peer().grants = ~static_cast<std::uint32_t>(protocol::ServicesRequested::CTI_SERVICE_PERIPHERAL_MONITOR);
    signInWithTeam();
    sendMember("1002", AgentState::Talking);
    forget();
    ASSERT_TRUE(agent().startMonitoringAgent(&member()));
    settle();
    EXPECT_EQ(names(), list({"OnStartMonitoringAgent", "OnSupervisorButtonChange", "OnCTIOSFailure"}));
    EXPECT_EQ(last(EventId::OnCTIOSFailure).toInt(keyword::FailureCode), 2);
    EXPECT_EQ(peer().count(MessageType::MONITOR_START_REQ), 0U);
    EXPECT_NE(supervisorButtons() & mayBargeIn, 0U);
    ASSERT_TRUE(agent().superviseCall(&member(), nullptr, SupervisoryAction::BargeIn));
    settle();
    const ReceivedFrame& request = peer().last(MessageType::SUPERVISE_CALL_REQ);
    EXPECT_EQ(request.number(Field::AgentConnectionCallID), 0xFFFFFFFFU);
    EXPECT_EQ(request.number(Field::AgentConnectionDeviceIDType), 0xFFFFU);
    EXPECT_EQ(request.text(Field::AgentID), "1002");
}

TEST_F(Monitoring, CallsOfTheMemberAreCallsOfTheirOwn) {
    memberTalks();
    ASSERT_EQ(session().calls().size(), 0U);
    ASSERT_EQ(session().allCalls().size(), 1U);
    EXPECT_EQ(agent().monitoredCall(), session().allCalls().front());
    EXPECT_EQ(agent().monitoredCall()->status(), CallStatus::Connect);
    EXPECT_EQ(session().currentCall(), nullptr);
    for (const CilResult& result : {agent().monitoredCall()->hold(), agent().monitoredCall()->clearConnection(),
                                    agent().monitoredCall()->answer()})
        EXPECT_EQ(result.code, CilCode::InvalidCall);
    ASSERT_TRUE(agent().startMonitoringCall(nullptr));
    EXPECT_EQ(agent().monitoredCall(), nullptr);
    ASSERT_TRUE(agent().startMonitoringCall(session().allCalls().front()));
    EXPECT_NE(supervisorButtons() & mayBargeIn, 0U);
}

TEST_F(Monitoring, AServerThatTellsNothingOfOthersDevicesIsNoFailure) {
    signInWithTeam();
    sendMember("1002", AgentState::Available);
    ASSERT_TRUE(agent().startMonitoringAgent(&member()));
    settle();
    confirmWith(MessageType::MONITOR_START_REQ, MessageType::MONITOR_START_CONF, deviceMonitor);
    forget();
    peer().fail(peer().last(MessageType::SNAPSHOT_DEVICE_REQ), protocol::StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE);
    settle();
    EXPECT_TRUE(names().isEmpty());
    EXPECT_EQ(agent().monitoredAgent(), &member());
    sendMemberEvent(MessageType::BEGIN_CALL_EVENT);
    EXPECT_EQ(names(), list({"OnMonitoredCallBegin"}));
}

TEST_F(Monitoring, AudioBetweenDesktopsHasNoButton) {
    memberTalks();
    agent().startMonitoringCall(agent().monitoredCall());
    EXPECT_EQ(supervisorButtons(), 0x05U); // log out and barge in
}

/// Every event of calls, on both sides, from the same message but for its MonitorID.
TEST_F(Monitoring, EveryCallEventHasItsMonitoredFormWithTheSameParameters) {
    struct Row {
        MessageType message;
        EventId own;
    };
    const Row rows[] = {
        {MessageType::BEGIN_CALL_EVENT, EventId::OnCallBegin},
        {MessageType::CALL_DATA_UPDATE_EVENT, EventId::OnCallDataUpdate},
        {MessageType::CALL_SERVICE_INITIATED_EVENT, EventId::OnCallServiceInitiatedEvent},
        {MessageType::CALL_ORIGINATED_EVENT, EventId::OnCallOriginated},
        {MessageType::CALL_DELIVERED_EVENT, EventId::OnCallDelivered},
        {MessageType::CALL_REACHED_NETWORK_EVENT, EventId::OnCallReachedNetworkEvent},
        {MessageType::CALL_QUEUED_EVENT, EventId::OnCallQueuedEvent},
        {MessageType::CALL_DEQUEUED_EVENT, EventId::OnCallDequeuedEvent},
        {MessageType::CALL_ESTABLISHED_EVENT, EventId::OnCallEstablished},
        {MessageType::CALL_HELD_EVENT, EventId::OnCallHeld},
        {MessageType::CALL_RETRIEVED_EVENT, EventId::OnCallRetrieved},
        {MessageType::CALL_DIVERTED_EVENT, EventId::OnCallDiverted},
        {MessageType::CALL_CONFERENCED_EVENT, EventId::OnCallConferenced},
        {MessageType::CALL_CONNECTION_CLEARED_EVENT, EventId::OnCallConnectionCleared},
        {MessageType::CALL_TRANSFERRED_EVENT, EventId::OnCallTransferred},
        {MessageType::CALL_FAILED_EVENT, EventId::OnCallFailed},
        {MessageType::CALL_CLEARED_EVENT, EventId::OnCallCleared},
        {MessageType::AGENT_PRE_CALL_EVENT, EventId::OnAgentPrecallEvent},
        {MessageType::AGENT_PRE_CALL_ABORT_EVENT, EventId::OnAgentPrecallAbortEvent},
        {MessageType::END_CALL_EVENT, EventId::OnCallEnd},
    };
    monitorMember();
    for (const Row& row : rows) {
        SCOPED_TRACE(eventName(row.own).toStdString());
        forget();
        const bool isJoining =
            row.message == MessageType::CALL_CONFERENCED_EVENT || row.message == MessageType::CALL_TRANSFERRED_EVENT;
        const bool isAnnouncement =
            row.message == MessageType::AGENT_PRE_CALL_EVENT || row.message == MessageType::AGENT_PRE_CALL_ABORT_EVENT;
        const auto build = [&](std::uint32_t monitorId) {
            auto message = isJoining || isAnnouncement ? peer().message(row.message) : callEvent(row.message);
            message.set(Field::MonitorID, monitorId);
            if (isJoining)
                message.set(Field::PrimaryCallID, PeerCall().callId)
                    .set(Field::PrimaryDeviceIDType, 1U)
                    .set(Field::PrimaryDeviceID, std::string_view("9001"))
                    .set(Field::SecondaryCallID, 0xFFFFFFFFU);
            return message;
        };
        peer().send(build(0));
        peer().send(build(deviceMonitor));
        settle();
        const auto variant = service::monitoredVariant(row.own);
        ASSERT_TRUE(variant);
        ASSERT_EQ(count(row.own), 1U);
        ASSERT_EQ(count(*variant), 1U);
        EXPECT_EQ(last(*variant).toBool(keyword::Monitored), true);
        EXPECT_TRUE(last(*variant).contains(keyword::SupervisorBtnEnablementMask));
        EXPECT_FALSE(last(row.own).contains(keyword::Monitored));
        for (const auto& pair : last(row.own))
            EXPECT_TRUE(last(*variant).contains(pair.key)) << pair.key.name().toStdString();
    }
    EXPECT_TRUE(session().allCalls().empty());
}

TEST_F(Monitoring, StoppingEndsTheCallsHere) {
    memberTalks();
    ASSERT_TRUE(agent().stopMonitoringAgent(&member()));
    settle();
    EXPECT_EQ(names(), list({"OnMonitoredCallEnd", "OnStopMonitoringAgent", "OnSupervisorButtonChange"}));
    EXPECT_EQ(supervisorButtons(), 0U);
    EXPECT_EQ(peer().last(MessageType::MONITOR_STOP_REQ).number(Field::MonitorID), deviceMonitor);
    EXPECT_TRUE(session().allCalls().empty());
    forget();
    sendMemberEvent(MessageType::CALL_HELD_EVENT); // on its way when the monitor was stopped
    EXPECT_EQ(count(EventId::OnMonitoredCallHeld), 0U);
    EXPECT_EQ(agent().stopMonitoringAgent(&member()).code, CilCode::InvalidArgument);
}

TEST_F(Monitoring, AnotherAgentTakesThePlaceOfTheFirst) {
    memberTalks();
    sendMember("1003", AgentState::Available, "3103");
    forget();
    ASSERT_TRUE(agent().startMonitoringAgent(&member("1003")));
    settle();
    EXPECT_EQ(count(EventId::OnStopMonitoringAgent), 1U);
    EXPECT_EQ(peer().last(MessageType::MONITOR_STOP_REQ).number(Field::MonitorID), deviceMonitor);
    EXPECT_EQ(peer().last(MessageType::MONITOR_START_REQ).text(Field::MonitoredDeviceID), "3103");
}

TEST_F(Monitoring, CallsThatWereThereBefore) {
    signInWithTeam();
    sendMember("1002", AgentState::Talking);
    ASSERT_TRUE(agent().startMonitoringAgent(&member()));
    settle();
    confirmWith(MessageType::MONITOR_START_REQ, MessageType::MONITOR_START_CONF, deviceMonitor);
    forget();
    answerDevice({PeerCall()});
    EXPECT_EQ(names(), QStringList());
    answerCall(PeerCall());
    EXPECT_EQ(names(), list({"OnMonitoredCallBegin", "OnMonitoredCallDataUpdate", "OnSupervisorButtonChange"}));
    EXPECT_EQ(last(EventId::OnMonitoredCallDataUpdate).toString(keyword::ANI), QStringLiteral("4155550134"));
    EXPECT_EQ(count(EventId::OnSnapshotCallConf) + count(EventId::OnSnapshotDeviceConf), 0U);
}

TEST_F(Monitoring, GoesOnAfterTheLinkWasLost) {
    memberTalks();
    peer().reset();
    settle();
    EXPECT_FALSE(agent().monitoredCall()->isConfirmed());
    session().retryNow();
    clock.advance(std::chrono::seconds(20));
    answerQuery(AgentState::NotReady);
    forget();
    EXPECT_EQ(peer().last(MessageType::MONITOR_AGENT_TEAM_START_REQ).number(Field::TeamID), 501U);
    EXPECT_EQ(peer().count(MessageType::MONITOR_START_REQ), 2U);
    confirmWith(MessageType::MONITOR_AGENT_TEAM_START_REQ, MessageType::MONITOR_AGENT_TEAM_START_CONF, 81);
    confirmWith(MessageType::MONITOR_START_REQ, MessageType::MONITOR_START_CONF, 82);
    answerDevice({PeerCall()});
    ASSERT_EQ(session().allCalls().size(), 1U);
    EXPECT_TRUE(session().allCalls().front()->isConfirmed());
    EXPECT_EQ(count(EventId::OnMonitoredCallBegin), 0U); // it went on
}

/// SNAPSHOT_DEVICE_REQ of another's device takes All Events (CTI Server guide v25), which a supervisor does not have.
class MonitoringUntold : public Monitoring {
protected:
    void refuseDevice() {
        peer().fail(peer().last(MessageType::SNAPSHOT_DEVICE_REQ), protocol::StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE);
        settle();
    }
    /// The member's call, after the link was lost and opened again.
    Call& loseLinkWhileTalking() {
        memberTalks();
        peer().reset();
        settle();
        session().retryNow();
        clock.advance(std::chrono::seconds(20));
        answerQuery(AgentState::NotReady);
        confirmWith(MessageType::MONITOR_AGENT_TEAM_START_REQ, MessageType::MONITOR_AGENT_TEAM_START_CONF, 81);
        confirmWith(MessageType::MONITOR_START_REQ, MessageType::MONITOR_START_CONF, deviceMonitor);
        forget();
        refuseDevice();
        return *session().allCalls().front();
    }
    void refuseCall(protocol::ControlFailureCode code) {
        peer().failControl(peer().last(MessageType::SNAPSHOT_CALL_REQ), code, 0);
        settle();
    }
};

TEST_F(MonitoringUntold, ACallGoesOnUnconfirmedAfterALossUntilAnEventTells) {
    Call& call = loseLinkWhileTalking();
    EXPECT_EQ(peer().last(MessageType::SNAPSHOT_CALL_REQ).number(Field::ConnectionCallID), PeerCall().callId);
    refuseCall(protocol::ControlFailureCode::CF_INVALID_CSTA_CONNECTION_IDENTIFIER); // not shown to this client
    EXPECT_EQ(count(EventId::OnMonitoredCallEnd), 0U);
    EXPECT_EQ(count(EventId::OnCTIOSFailure), 0U);
    EXPECT_EQ(session().allCalls(), std::vector<Call*>{&call});
    EXPECT_FALSE(call.isConfirmed());
    ASSERT_TRUE(agent().superviseCall(&member(), nullptr, SupervisoryAction::BargeIn));
    settle();
    EXPECT_EQ(peer().last(MessageType::SUPERVISE_CALL_REQ).number(Field::AgentConnectionCallID), PeerCall().callId);
    sendMemberEvent(MessageType::CALL_HELD_EVENT);
    EXPECT_TRUE(call.isConfirmed());
    EXPECT_EQ(count(EventId::OnMonitoredCallHeld), 1U);
    sendMemberEvent(MessageType::END_CALL_EVENT);
    EXPECT_EQ(count(EventId::OnMonitoredCallEnd), 1U);
}

TEST_F(MonitoringUntold, ACallIsConfirmedByItsOwnSnapshot) {
    Call& call = loseLinkWhileTalking();
    answerCall(PeerCall());
    EXPECT_TRUE(call.isConfirmed());
    EXPECT_EQ(count(EventId::OnMonitoredCallBegin) + count(EventId::OnMonitoredCallEnd), 0U);
}

TEST_F(MonitoringUntold, ACallThatTheServerDoesNotKnowAnyMoreHasEnded) {
    loseLinkWhileTalking();
    refuseCall(protocol::ControlFailureCode::CF_INVALID_CSTA_CALL_IDENTIFIER);
    EXPECT_EQ(count(EventId::OnMonitoredCallEnd), 1U);
    EXPECT_TRUE(session().allCalls().empty());
}

TEST_F(MonitoringUntold, WhoIsTalkingAlreadyCanBeJoinedByName) {
    signInWithTeam();
    sendMember("1002", AgentState::Talking);
    ASSERT_TRUE(agent().startMonitoringAgent(&member()));
    settle();
    confirmWith(MessageType::MONITOR_START_REQ, MessageType::MONITOR_START_CONF, deviceMonitor);
    refuseDevice();
    EXPECT_NE(supervisorButtons() & mayBargeIn, 0U);
    ASSERT_TRUE(agent().superviseCall(&member(), nullptr, SupervisoryAction::BargeIn));
    settle();
    EXPECT_EQ(peer().last(MessageType::SUPERVISE_CALL_REQ).text(Field::AgentID), "1002");
    EXPECT_EQ(peer().last(MessageType::SUPERVISE_CALL_REQ).number(Field::AgentConnectionCallID), 0xFFFFFFFFU);
    sendMember("1002", AgentState::Available);
    EXPECT_EQ(supervisorButtons() & mayBargeIn, 0U);
}

} // namespace
} // namespace callwright::testing
