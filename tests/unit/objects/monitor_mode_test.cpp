#include "cil/objects/monitor_mode.h"
#include "tests/unit/objects/monitor_fixture.h"

#include <algorithm>
#include <array>

namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::MessageType;

class MonitorModeOf : public MonitorFixture {};

TEST_F(MonitorModeOf, OpensWithoutAnAgentAndIsEstablishedByItsFilter) {
    parameters.clientId = QStringLiteral("wallboard");
    ASSERT_TRUE(connectMonitor());
    const ReceivedFrame open = peer().last(MessageType::OPEN_REQ);
    EXPECT_EQ(open.number(Field::ServicesRequested), protocol::ServicesRequested::CTI_SERVICE_ALL_EVENTS |
                                                         protocol::ServicesRequested::CTI_SERVICE_PERIPHERAL_MONITOR |
                                                         protocol::ServicesRequested::CTI_SERVICE_CLIENT_CONTROL);
    EXPECT_EQ(open.number(Field::PeripheralID), 0xFFFFFFFFU);
    EXPECT_EQ(open.text(Field::ClientID), "wallboard");
    EXPECT_FALSE(open.text(Field::AgentID));
    EXPECT_FALSE(open.text(Field::AgentInstrument));
    EXPECT_EQ(allNames(), list({"OnConnection"}));
    EXPECT_TRUE(session().isMonitorMode());
    EXPECT_EQ(session().currentAgent(), nullptr);
    sendPeripheral(5000);
    sendPeripheral(5001, false);
    forget();
    ASSERT_TRUE(setFilter("MessageID=30"));
    EXPECT_EQ(allNames(), list({"OnMonitorModeEstablished"}));
    const Arguments* status = last(EventId::OnMonitorModeEstablished).arguments(keyword::StatusSystem);
    ASSERT_NE(status, nullptr);
    EXPECT_EQ(status->toBool(keyword::StatusCTIServer), true);
    const Arguments* peripherals = status->arguments(keyword::StatusPeripherals);
    ASSERT_NE(peripherals, nullptr);
    EXPECT_EQ(peripherals->toBool(Keyword::of(u"5000")), true);
    EXPECT_EQ(peripherals->toBool(Keyword::of(u"5001")), false);
    EXPECT_EQ(session().messageFilter(), QStringLiteral("MessageID=30"));
}

TEST_F(MonitorModeOf, ModesAreNotMixed) {
    EXPECT_EQ(session().setMessageFilter(QStringLiteral("AgentID=*")).code, CilCode::ModeConflict);
    EXPECT_EQ(session().connectTo(parameters, std::vector<Role>{Role::Monitor, Role::Agent}).code,
              CilCode::ModeConflict);
    EXPECT_EQ(session().connectTo(parameters, std::vector<Role>()).code, CilCode::MissingArgument);
    openAs(AgentState::NotReady);
    EXPECT_EQ(session().setMessageFilter(QStringLiteral("AgentID=*")).code, CilCode::ModeConflict);
    EXPECT_EQ(session().connectTo(parameters, std::vector<Role>{Role::Monitor}).code, CilCode::NotDisconnected);
    EXPECT_FALSE(session().isMonitorMode());
}

TEST_F(MonitorModeOf, AFilterThatIsWrongSaysWhereAndChangesNothing) {
    watch("AgentID=1001");
    const CilResult wrong = setFilter("AgentID=1001;Nonsense=1");
    EXPECT_EQ(wrong.code, CilCode::InvalidArgument);
    EXPECT_TRUE(wrong.problem.contains(QStringLiteral("Nonsense"))) << wrong.problem.toStdString();
    EXPECT_TRUE(wrong.problem.contains(QStringLiteral("14"))) << wrong.problem.toStdString();
    EXPECT_TRUE(events.empty());
    EXPECT_EQ(session().messageFilter(), QStringLiteral("AgentID=1001"));
}

TEST_F(MonitorModeOf, NothingOfOthersIsHeardBeforeAFilterIsSet) {
    ASSERT_TRUE(connectMonitor());
    forget();
    sendStateOf("1001", "3101", AgentState::NotReady);
    sendAbout(MessageType::BEGIN_CALL_EVENT, 77, "9001");
    EXPECT_TRUE(allNames().isEmpty());
    EXPECT_TRUE(session().agents().empty());
}

TEST_F(MonitorModeOf, AgentsAppearWithTheFirstEventAboutThem) {
    watch("AgentID=10*;MessageID=30");
    sendStateOf("1001", "3101", AgentState::NotReady);
    sendStateOf("1002", "3102", AgentState::Available);
    sendStateOf("2001", "3201", AgentState::Available);
    sendStateOf("1001", "3101", AgentState::Available, 5001); // another peripheral's
    EXPECT_EQ(allNames(), list({"OnAgentStateChange", "OnAgentStateChange", "OnAgentStateChange"}));
    EXPECT_EQ(agentNames(), list({"agent.5000.1001", "agent.5000.1002", "agent.5001.1001"}));
    EXPECT_EQ(session().agents()[1]->state(), AgentState::Available);
    EXPECT_FALSE(last(EventId::OnAgentStateChange).contains(keyword::EnablementMask));
    EXPECT_EQ(last(EventId::OnAgentStateChange).toUInt(keyword::PeripheralID), 5001U);
    sendStateOf("1001", "3101", AgentState::Logout);
    EXPECT_EQ(session().agents()[0]->state(), AgentState::Logout);
    EXPECT_EQ(session().enablementMask(), 0U);
}

TEST_F(MonitorModeOf, ACallIsAConnection) {
    watch("MessageID=*");
    sendAbout(MessageType::BEGIN_CALL_EVENT, 77, "9001");
    sendAbout(MessageType::CALL_DELIVERED_EVENT, 77, "3101");
    sendAbout(MessageType::CALL_ESTABLISHED_EVENT, 77, "3101");
    EXPECT_EQ(allNames(), list({"OnCallBegin", "OnCallDelivered", "OnCallEstablished"}));
    EXPECT_EQ(callNames(), list({"call.5000.77.9001", "call.5000.77.3101"}));
    EXPECT_EQ(session().calls()[1]->status(), CallStatus::Connect);
    EXPECT_FALSE(last(EventId::OnCallEstablished).contains(keyword::EnablementMask));
    EXPECT_EQ(session().currentCall(), nullptr);
    sendAbout(MessageType::CALL_HELD_EVENT, 77, "3101");
    EXPECT_EQ(session().calls()[1]->status(), CallStatus::Held);
    EXPECT_EQ(session().calls()[0]->status(), CallStatus::Null);
    forget();
    sendAbout(MessageType::END_CALL_EVENT, 77, "9001");
    EXPECT_EQ(allNames(), list({"OnCallEnd", "OnCallEnd"})); // the one the server began, and what came with it
    EXPECT_TRUE(session().calls().empty());
}

TEST_F(MonitorModeOf, ConnectionsTheServerBeganEndOneByOne) {
    watch("MessageID=*");
    sendAbout(MessageType::BEGIN_CALL_EVENT, 77, "9001");
    sendAbout(MessageType::BEGIN_CALL_EVENT, 77, "3101");
    sendAbout(MessageType::BEGIN_CALL_EVENT, 78, "3101");
    sendAbout(MessageType::END_CALL_EVENT, 77, "9001");
    EXPECT_EQ(callNames(), list({"call.5000.77.3101", "call.5000.78.3101"}));
    sendAbout(MessageType::END_CALL_EVENT, 77, "3101");
    EXPECT_EQ(callNames(), list({"call.5000.78.3101"}));
}

TEST_F(MonitorModeOf, ARenamedConnectionStaysTheSameCall) {
    watch("MessageID=*");
    sendAbout(MessageType::BEGIN_CALL_EVENT, 77, "9001");
    Call* call = session().calls().front();
    peer().send(callEvent(MessageType::CALL_DATA_UPDATE_EVENT, {77, "9001"})
                    .set(Field::NewConnectionCallID, 80U)
                    .set(Field::NewConnectionDeviceIDType, 1U)
                    .set(Field::NewConnectionDeviceID, std::string_view("9009")));
    settle();
    EXPECT_EQ(call->uniqueObjectId(), QStringLiteral("call.5000.80.9009"));
    EXPECT_EQ(last(EventId::OnCallDataUpdate).toString(keyword::OldUniqueObjectID),
              QStringLiteral("call.5000.77.9001"));
    sendAbout(MessageType::END_CALL_EVENT, 80, "9009");
    EXPECT_TRUE(session().calls().empty());
}

TEST_F(MonitorModeOf, TheFilterKeepsBackWhatItDoesNotAskFor) {
    watch("MessageID=OnCallBegin,OnCallEnd;ConnectionCallID=77");
    sendStateOf("1001", "3101", AgentState::NotReady);
    sendAbout(MessageType::BEGIN_CALL_EVENT, 77, "9001");
    sendAbout(MessageType::BEGIN_CALL_EVENT, 78, "9002");
    sendAbout(MessageType::CALL_HELD_EVENT, 77, "9001");
    EXPECT_EQ(allNames(), list({"OnCallBegin"}));
    EXPECT_EQ(callNames(), list({"call.5000.77.9001"}));
    EXPECT_TRUE(session().agents().empty());
    EXPECT_EQ(session().calls().front()->status(), CallStatus::Held); // the object follows all the same
}

TEST_F(MonitorModeOf, SilentMonitorCallsAreHidden) {
    watch("MessageID=*;HideSilentMonitorCalls");
    peer().send(callEvent(MessageType::BEGIN_CALL_EVENT, {77, "9001"})
                    .set(Field::CallType, protocol::CallType::CALLTYPE_SUPERVISOR_MONITOR));
    settle();
    sendAbout(MessageType::CALL_ESTABLISHED_EVENT, 77, "9001");
    sendAbout(MessageType::BEGIN_CALL_EVENT, 78, "9002");
    EXPECT_EQ(allNames(), list({"OnCallBegin"}));
    EXPECT_EQ(callNames(), list({"call.5000.78.9002"}));
}

TEST_F(MonitorModeOf, AConnectionThatNobodyHeardOfEndsUnheard) {
    watch("MessageID=OnCallBegin,OnCallEnd");
    sendAbout(MessageType::BEGIN_CALL_EVENT, 77, "9001");
    sendAbout(MessageType::CALL_CONNECTION_CLEARED_EVENT, 77, "trunk");
    sendAbout(MessageType::END_CALL_EVENT, 77, "9001");
    EXPECT_EQ(allNames(), list({"OnCallBegin", "OnCallEnd"}));
    EXPECT_TRUE(session().calls().empty());
    sendAbout(MessageType::BEGIN_CALL_EVENT, 77, "9001"); // nothing is left of it
    EXPECT_EQ(count(EventId::OnCallBegin), 2U);
}

TEST_F(MonitorModeOf, WhatIsToldOnceMoreAfterASwitchoverIsNoNews) {
    watch("MessageID=*");
    const auto tellAgain = [&](MessageType type) {
        peer().send(
            callEvent(type, {77, "9001"}).set(Field::EventCause, protocol::EventCause::CEC_CALL_PARTY_UPDATE_IND));
        settle();
    };
    sendAbout(MessageType::BEGIN_CALL_EVENT, 77, "9001");
    tellAgain(MessageType::CALL_ESTABLISHED_EVENT); // this it did not know
    EXPECT_EQ(count(EventId::OnCallEstablished), 1U);
    EXPECT_EQ(session().calls().front()->status(), CallStatus::Connect);
    tellAgain(MessageType::CALL_ESTABLISHED_EVENT);
    EXPECT_EQ(count(EventId::OnCallEstablished), 1U);
}

TEST_F(MonitorModeOf, CopiesStayOneEventBeyondTheMonitorsThatAreKept) {
    watch("MessageID=*");
    sendAbout(MessageType::BEGIN_CALL_EVENT, 77, "9001", 1);
    for (std::uint32_t monitor = 1; monitor <= 3 * MonitorMode::mostCopies; ++monitor) {
        auto message = callEvent(MessageType::CALL_HELD_EVENT, {77, "9001"});
        peer().send(message.set(Field::MonitorID, monitor));
    }
    settle();
    EXPECT_EQ(count(EventId::OnCallHeld), 1U);
}

TEST_F(MonitorModeOf, AKnownPeripheralIsFollowedHoweverManyThereAre) {
    watch("MessageID=*");
    for (std::uint32_t peripheral = 1; peripheral <= MonitorMode::mostPeripherals + 1; ++peripheral)
        sendPeripheral(peripheral);
    sendPeripheral(7, false);
    ASSERT_TRUE(setFilter("MessageID=*"));
    const Arguments* peripherals =
        last(EventId::OnMonitorModeEstablished).arguments(keyword::StatusSystem)->arguments(keyword::StatusPeripherals);
    EXPECT_EQ(peripherals->toBool(Keyword::of(u"7")), false);
    EXPECT_FALSE(peripherals->contains(Keyword::of(u"1001")));
}

TEST_F(MonitorModeOf, ControlsNothing) {
    watch("MessageID=*");
    sendStateOf("1001", "3101", AgentState::NotReady);
    sendAbout(MessageType::BEGIN_CALL_EVENT, 77, "9001");
    const std::size_t sent = peer().received.size();
    Agent& watched = *session().agents().front();
    Call& call = *session().calls().front();
    for (const CilResult& result :
         {watched.setReady(), watched.logout(), watched.login(QString()), watched.makeCall({QStringLiteral("8001")}),
          call.answer(), call.hold(), call.clearConnection(), call.setCallData({}), call.snapshot(),
          session().setCurrentCall(&call),
          session().request(u"RELEASE_CALL_REQ", {{keyword::UniqueObjectID, call.uniqueObjectId()}})})
        EXPECT_EQ(result.code, CilCode::ModeConflict);
    settle();
    EXPECT_EQ(peer().received.size(), sent);
    EXPECT_TRUE(session().request(u"CLIENT_EVENT_REPORT_REQ", Arguments{}.set(u"Text", QStringLiteral("on"))));
}

TEST_F(MonitorModeOf, AnswersToItsOwnRequestsComeWhateverTheFilterSays) {
    watch("MessageID=24");
    ASSERT_TRUE(session().request(u"SESSION_MONITOR_START_REQ", Arguments{}.set(u"SessionID", 4U)));
    settle();
    peer().confirm(peer().last(MessageType::SESSION_MONITOR_START_REQ));
    settle();
    EXPECT_EQ(allNames(), list({"SESSION_MONITOR_START_CONF"}));
}

TEST_F(MonitorModeOf, CopiesOfOneEventForSeveralMonitorsAreOne) {
    watch("MessageID=*");
    sendAbout(MessageType::BEGIN_CALL_EVENT, 77, "9001", 3);
    sendAbout(MessageType::CALL_HELD_EVENT, 77, "9001", 3);
    sendAbout(MessageType::CALL_HELD_EVENT, 77, "9001", 4);
    EXPECT_EQ(allNames(), list({"OnCallBegin", "OnCallHeld"}));
    sendAbout(MessageType::CALL_HELD_EVENT, 77, "9001", 4); // the same monitor again: it happened again
    EXPECT_EQ(count(EventId::OnCallHeld), 2U);
}

TEST_F(MonitorModeOf, WithoutAllEventsWhatTheFilterNamesIsWatched) {
    peer().grants = protocol::ServicesRequested::CTI_SERVICE_PERIPHERAL_MONITOR |
                    protocol::ServicesRequested::CTI_SERVICE_CLIENT_CONTROL;
    ASSERT_TRUE(connectMonitor());
    EXPECT_EQ(setFilter("MessageID=30").code, CilCode::ModeConflict);
    EXPECT_FALSE(setFilter("MessageID=30").problem.isEmpty());
    EXPECT_EQ(setFilter("AgentInstrument=3101").code, CilCode::MissingArgument); // of which peripheral?
    EXPECT_EQ(setFilter("AgentID=1001").code, CilCode::MissingArgument);
    EXPECT_EQ(peer().count(MessageType::MONITOR_START_REQ), 0U);
    ASSERT_TRUE(setFilter("PeripheralID=5000;AgentInstrument=3101,3102"));
    ASSERT_EQ(peer().count(MessageType::MONITOR_START_REQ), 2U);
    const ReceivedFrame device = peer().last(MessageType::MONITOR_START_REQ);
    EXPECT_EQ(device.number(Field::PeripheralID), 5000U);
    EXPECT_EQ(device.text(Field::MonitoredDeviceID), "3102");
    EXPECT_NE(device.number(Field::CallMsgMask) & protocol::CallMsgMask::END_CALL_MASK, 0U);
    ASSERT_TRUE(setFilter("UniqueObjectID=call.5000.77.9001"));
    const ReceivedFrame call = peer().last(MessageType::MONITOR_START_REQ);
    EXPECT_EQ(call.number(Field::ConnectionCallID), 77U);
    EXPECT_EQ(call.text(Field::ConnectionDeviceID), "9001");
    EXPECT_EQ(call.number(Field::MonitoredDeviceType), 0xFFFFU);
}

TEST_F(MonitorModeOf, WithoutAllEventsAnAgentsPhoneIsAskedForAndWatched) {
    peer().grants = protocol::ServicesRequested::CTI_SERVICE_PERIPHERAL_MONITOR |
                    protocol::ServicesRequested::CTI_SERVICE_CLIENT_CONTROL;
    ASSERT_TRUE(connectMonitor());
    ASSERT_TRUE(setFilter("UniqueObjectID=agent.5000.1001"));
    clock.advance(std::chrono::seconds(1));
    answerAgent(peer().last(MessageType::QUERY_AGENT_STATE_REQ), AgentState::NotReady, "3101");
    EXPECT_EQ(peer().last(MessageType::MONITOR_START_REQ).text(Field::MonitoredDeviceID), "3101");
    EXPECT_EQ(agentNames(), list({"agent.5000.1001"}));
}

TEST_F(MonitorModeOf, WithoutAllEventsAnAgentWhoIsSignedOutIsWatchedFromTheNextSignInOn) {
    peer().grants = protocol::ServicesRequested::CTI_SERVICE_PERIPHERAL_MONITOR |
                    protocol::ServicesRequested::CTI_SERVICE_CLIENT_CONTROL;
    ASSERT_TRUE(connectMonitor());
    ASSERT_TRUE(setFilter("UniqueObjectID=agent.5000.1001"));
    letItBegin();
    answerAgent(peer().last(MessageType::QUERY_AGENT_STATE_REQ), AgentState::Logout, "");
    EXPECT_EQ(count(EventId::OnMonitorModeEstablished), 1U);
    EXPECT_EQ(peer().count(MessageType::MONITOR_START_REQ), 0U);
    const auto lookAgain = [this](AgentState state, const char* phone) {
        forget();
        const std::size_t asked = peer().count(MessageType::QUERY_AGENT_STATE_REQ);
        clock.advance(std::chrono::seconds(31));
        ASSERT_EQ(peer().count(MessageType::QUERY_AGENT_STATE_REQ), asked + 1);
        answerAgent(peer().last(MessageType::QUERY_AGENT_STATE_REQ), state, phone);
    };
    lookAgain(AgentState::Logout, "");
    EXPECT_EQ(count(EventId::OnQueryAgentStateConf), 0U); // no news
    lookAgain(AgentState::NotReady, "3101");
    EXPECT_EQ(count(EventId::OnQueryAgentStateConf), 1U);
    EXPECT_EQ(count(EventId::OnMonitorModeEstablished), 0U);
    EXPECT_EQ(peer().last(MessageType::MONITOR_START_REQ).text(Field::MonitoredDeviceID), "3101");
    sendStateOf("1002", "3101", AgentState::Logout); // nobody the filter names
    sendStateOf("1001", "3101", AgentState::Logout);
    lookAgain(AgentState::NotReady, "3107");
    EXPECT_EQ(peer().last(MessageType::MONITOR_START_REQ).text(Field::MonitoredDeviceID), "3107");
    const std::size_t asked = peer().count(MessageType::QUERY_AGENT_STATE_REQ);
    clock.advance(std::chrono::minutes(2));
    EXPECT_EQ(peer().count(MessageType::QUERY_AGENT_STATE_REQ), asked); // nobody is missing
}

TEST_F(MonitorModeOf, AfterAFailureWhatItKnowsIsAskedForAndKeptUntilItIsSaidToBeGone) {
    watch("MessageID=*");
    sendStateOf("1001", "3101", AgentState::NotReady);
    sendAbout(MessageType::BEGIN_CALL_EVENT, 77, "9001");
    Call* const call = session().calls().front();
    forget();
    loseAndReopen();
    letItBegin();
    EXPECT_EQ(peer().count(MessageType::CONFIG_REQUEST_EVENT), 0U); // nobody wants a snapshot
    answerAgent(peer().last(MessageType::QUERY_AGENT_STATE_REQ), AgentState::Logout, "");
    EXPECT_EQ(peer().last(MessageType::SNAPSHOT_CALL_REQ).number(Field::ConnectionCallID), 77U);
    EXPECT_EQ(session().calls(), std::vector<Call*>{call});
    EXPECT_FALSE(call->isConfirmed());
    EXPECT_EQ(count(EventId::OnMonitorModeEstablished), 0U);
    peer().failControl(peer().last(MessageType::SNAPSHOT_CALL_REQ),
                       protocol::ControlFailureCode::CF_INVALID_CSTA_CALL_IDENTIFIER, 0);
    settle();
    EXPECT_EQ(count(EventId::OnMonitorModeEstablished), 1U);
    EXPECT_EQ(count(EventId::OnCallEnd), 1U);
    EXPECT_TRUE(session().calls().empty());
    EXPECT_EQ(agentNames(), list({"agent.5000.1001"}));
}

TEST_F(MonitorModeOf, AnAgentWhomTheServerDoesNotKnowAnyMoreIsDropped) {
    watch("MessageID=*");
    sendStateOf("1001", "3101", AgentState::NotReady);
    loseAndReopen();
    letItBegin();
    peer().fail(peer().last(MessageType::QUERY_AGENT_STATE_REQ), protocol::StatusCode::E_CTI_INVALID_AGENT_DATA);
    settle();
    EXPECT_TRUE(session().agents().empty());
}

TEST_F(MonitorModeOf, ACallThatCouldNotBeAskedForEndsWithItsEndAlone) {
    watch("MessageID=*");
    sendAbout(MessageType::BEGIN_CALL_EVENT, 77, "9001");
    sendAbout(MessageType::BEGIN_CALL_EVENT, 78, "9002");
    Call* const first = session().calls().front();
    forget();
    loseAndReopen();
    letItBegin();
    clock.advance(std::chrono::seconds(60)); // no answers
    EXPECT_EQ(count(EventId::OnMonitorModeEstablished), 1U);
    EXPECT_EQ(callNames(), list({"call.5000.77.9001", "call.5000.78.9002"}));
    EXPECT_FALSE(first->isConfirmed());
    sendAbout(MessageType::CALL_HELD_EVENT, 77, "9001");
    EXPECT_TRUE(first->isConfirmed());
    EXPECT_EQ(count(EventId::OnCallEnd), 0U);
    sendAbout(MessageType::END_CALL_EVENT, 77, "9001");
    sendAbout(MessageType::END_CALL_EVENT, 78, "9002");
    EXPECT_EQ(count(EventId::OnCallEnd), 2U);
    EXPECT_TRUE(session().calls().empty());
}

TEST_F(MonitorModeOf, ACallThatWasNotToldOfIsAskedForAgainWhenItsPeripheralIsBack) {
    watch("MessageID=*");
    sendAbout(MessageType::BEGIN_CALL_EVENT, 77, "9001");
    loseAndReopen();
    letItBegin();
    peer().failControl(peer().last(MessageType::SNAPSHOT_CALL_REQ),
                       protocol::ControlFailureCode::CF_RESOURCE_OUT_OF_SERVICE, 0);
    settle();
    ASSERT_EQ(session().calls().size(), 1U);
    EXPECT_FALSE(session().calls().front()->isConfirmed());
    const std::size_t asked = peer().count(MessageType::SNAPSHOT_CALL_REQ);
    sendPeripheral(5000);
    letItBegin();
    ASSERT_EQ(peer().count(MessageType::SNAPSHOT_CALL_REQ), asked + 1);
    answerCall({77, "9001"});
    EXPECT_TRUE(session().calls().front()->isConfirmed());
}

TEST_F(MonitorModeOf, OtherKindsOfSessionsHearTheirEventsWithoutAFilter) {
    roles = {Role::ClientMonitor};
    ASSERT_TRUE(connectMonitor());
    EXPECT_EQ(peer().last(MessageType::OPEN_REQ).number(Field::ServicesRequested),
              protocol::ServicesRequested::CTI_SERVICE_CLIENT_MONITOR);
    forget();
    peer().send(peer()
                    .message(MessageType::CLIENT_SESSION_OPENED_EVENT)
                    .set(Field::SessionID, 9U)
                    .set(Field::ClientID, std::string_view("5000.1001"))
                    .set(Field::ClientAddress, std::string_view("10.0.0.7")));
    settle();
    EXPECT_EQ(allNames(), list({"CLIENT_SESSION_OPENED_EVENT"}));
    EXPECT_EQ(events.back().arguments.toString(Keyword::of(u"ClientID")), QStringLiteral("5000.1001"));
}

TEST_F(MonitorModeOf, AnAgentMaySignInWithTheSameSessionObjectAfterwards) {
    watch("MessageID=*");
    sendStateOf("1001", "3101", AgentState::NotReady);
    sendAbout(MessageType::BEGIN_CALL_EVENT, 77, "9001");
    ASSERT_TRUE(session().disconnectFrom());
    settle();
    EXPECT_EQ(count(EventId::OnCallEnd), 1U);
    EXPECT_EQ(count(EventId::OnConnectionClosed), 1U);
    signIn();
    EXPECT_FALSE(session().isMonitorMode());
    EXPECT_EQ(state(), AgentState::NotReady);
    EXPECT_NE(session().enablementMask(), 0U);
    ASSERT_TRUE(session().disconnectFrom());
    settle();
    watch("MessageID=*");
    EXPECT_EQ(session().currentAgent(), nullptr);
}

class MonitorSnapshotOf : public MonitorFixture {
protected:
    MonitorSnapshotOf() { snapshotMode = MonitorSessionSnapshotMode::Snapshot; }
    void configure(const std::vector<std::string>& agents) {
        peer().send(peer().message(MessageType::CONFIG_BEGIN_EVENT).set(Field::ConfigType, 1U));
        for (const std::string& agent : agents)
            peer().send(peer()
                            .message(MessageType::CONFIG_AGENT_EVENT)
                            .set(Field::NumRecords, 1U)
                            .set(Field::RecordType, 0U)
                            .set(Field::FltPeripheralID, 5000U)
                            .set(Field::LoginID, std::string_view(agent)));
        peer().send(peer().message(MessageType::CONFIG_END_EVENT).set(Field::ConfigEndStatus, 0U));
        settle();
    }
    void answerDeviceOf(const std::vector<PeerCall>& calls) { answerDevice(calls); }
};

TEST_F(MonitorSnapshotOf, AsksForEveryAgentOfTheConfigurationTheirPhonesAndCalls) {
    ASSERT_TRUE(connectMonitor());
    sendPeripheral(5000);
    sendPeripheral(5009, false);
    forget();
    ASSERT_TRUE(setFilter("MessageID=30,23,24"));
    letItBegin();
    ASSERT_EQ(peer().count(MessageType::CONFIG_REQUEST_EVENT), 1U);
    EXPECT_EQ(peer().last(MessageType::CONFIG_REQUEST_EVENT).number(Field::PeripheralID), 5000U);
    EXPECT_EQ(peer().last(MessageType::CONFIG_REQUEST_EVENT).number(Field::ConfigInformation),
              protocol::ConfigMsgMask::CONFIG_MSG_AGENT);
    configure({"1001", "1002"});
    ASSERT_EQ(peer().count(MessageType::QUERY_AGENT_STATE_REQ), 2U);
    std::vector<ReceivedFrame> asked;
    for (const ReceivedFrame& frame : peer().received) {
        if (frame.type() == MessageType::QUERY_AGENT_STATE_REQ)
            asked.push_back(frame);
    }
    answerAgent(asked[0], AgentState::Talking, "3101");
    answerAgent(asked[1], AgentState::Logout, "");
    ASSERT_EQ(peer().count(MessageType::SNAPSHOT_DEVICE_REQ), 1U);
    EXPECT_EQ(count(EventId::OnMonitorModeEstablished), 0U);
    answerDeviceOf({{77, "9001"}});
    answerCall({77, "9001"});
    EXPECT_EQ(allNames(), list({"OnQueryAgentStateConf", "OnQueryAgentStateConf", "OnSnapshotDeviceConf",
                                "OnSnapshotCallConf", "OnMonitorModeEstablished"}));
    EXPECT_EQ(agentNames(), list({"agent.5000.1001", "agent.5000.1002"}));
    EXPECT_EQ(callNames(), list({"call.5000.77.9001"}));
    EXPECT_EQ(session().calls().front()->data().toString(keyword::ANI), QStringLiteral("4155550134"));
    EXPECT_TRUE(last(EventId::OnSnapshotDeviceConf)
                    .arguments(keyword::ValidCalls)
                    ->contains(Keyword::of(u"call.5000.77.9001")));
    sendAbout(MessageType::END_CALL_EVENT, 77, "9001");
    EXPECT_TRUE(session().calls().empty());
}

TEST_F(MonitorSnapshotOf, APeripheralThatComesOnLineLaterIsAskedForToo) {
    ASSERT_TRUE(connectMonitor());
    sendPeripheral(5000);
    sendPeripheral(5001, false);
    ASSERT_TRUE(setFilter("MessageID=*"));
    letItBegin();
    configure({"1001"});
    answerAgent(peer().last(MessageType::QUERY_AGENT_STATE_REQ), AgentState::Logout, "");
    ASSERT_EQ(count(EventId::OnMonitorModeEstablished), 1U);
    forget();
    sendPeripheral(5001);
    sendPeripheral(5002);
    sendPeripheral(5000); // was on line all the time
    for (const std::uint32_t peripheralId : {5001U, 5002U}) {
        letItBegin();
        EXPECT_EQ(peer().last(MessageType::CONFIG_REQUEST_EVENT).number(Field::PeripheralID), peripheralId);
        configure({});
    }
    letItBegin();
    EXPECT_EQ(peer().count(MessageType::CONFIG_REQUEST_EVENT), 3U);
    EXPECT_EQ(peer().count(MessageType::QUERY_AGENT_STATE_REQ), 1U);
    EXPECT_EQ(count(EventId::OnMonitorModeEstablished), 0U);
    sendPeripheral(5001, false);
    sendPeripheral(5001);
    letItBegin();
    EXPECT_EQ(peer().count(MessageType::CONFIG_REQUEST_EVENT), 4U); // who is there now may be others
}

TEST_F(MonitorSnapshotOf, WithoutASnapshotNoLatecomerIsAskedForEither) {
    snapshotMode = MonitorSessionSnapshotMode::NoSnapshot;
    watch("MessageID=*");
    sendPeripheral(5001);
    letItBegin();
    EXPECT_EQ(peer().count(MessageType::CONFIG_REQUEST_EVENT), 0U);
}

TEST_F(MonitorSnapshotOf, AgentsThatTheFilterNamesAreAskedAlone) {
    ASSERT_TRUE(connectMonitor());
    sendPeripheral(5000);
    ASSERT_TRUE(setFilter("AgentID=1001"));
    letItBegin();
    EXPECT_EQ(peer().count(MessageType::CONFIG_REQUEST_EVENT), 0U);
    ASSERT_EQ(peer().count(MessageType::QUERY_AGENT_STATE_REQ), 1U);
    EXPECT_EQ(peer().last(MessageType::QUERY_AGENT_STATE_REQ).text(Field::AgentID), "1001");
    EXPECT_EQ(peer().last(MessageType::QUERY_AGENT_STATE_REQ).number(Field::PeripheralID), 5000U);
    forget();
    peer().fail(peer().last(MessageType::QUERY_AGENT_STATE_REQ), protocol::StatusCode::E_CTI_INVALID_AGENT_DATA);
    settle();
    EXPECT_EQ(allNames(), list({"OnMonitorModeEstablished"})); // nobody asked for the query
}

TEST_F(MonitorSnapshotOf, IsPacedAndEndsOnlyWhenAllHasBeenAnswered) {
    ASSERT_TRUE(connectMonitor());
    sendPeripheral(5000);
    ASSERT_TRUE(setFilter("MessageID=30"));
    letItBegin();
    std::vector<std::string> many;
    for (int i = 0; i < 50; ++i)
        many.push_back(std::to_string(1000 + i));
    configure(many);
    std::size_t answered = 0;
    while (answered < 50) {
        const auto open = peer().count(MessageType::QUERY_AGENT_STATE_REQ) - answered;
        ASSERT_GT(open, 0U);
        ASSERT_LE(open, 8U);
        EXPECT_EQ(count(EventId::OnMonitorModeEstablished), 0U);
        std::size_t seen = 0;
        for (const ReceivedFrame& frame : std::vector(peer().received)) {
            if (frame.type() == MessageType::QUERY_AGENT_STATE_REQ && seen++ == answered) {
                answerAgent(frame, AgentState::Logout, "");
                break;
            }
        }
        ++answered;
    }
    EXPECT_EQ(count(EventId::OnMonitorModeEstablished), 1U);
    EXPECT_EQ(session().agents().size(), 50U);
}

TEST_F(MonitorSnapshotOf, ASilentServerDoesNotKeepItFromBeingEstablished) {
    ASSERT_TRUE(connectMonitor());
    sendPeripheral(5000);
    ASSERT_TRUE(setFilter("MessageID=30"));
    clock.advance(std::chrono::seconds(120));
    EXPECT_EQ(count(EventId::OnMonitorModeEstablished), 1U);
}

TEST_F(MonitorSnapshotOf, CallsThatAreStillThereKeepTheirIdentityAfterAFailure) {
    watch("PeripheralID=5000;AgentID=1001"); // established without answers below
    clock.advance(std::chrono::seconds(60));
    ASSERT_TRUE(setFilter("UniqueObjectID=agent.5000.1001,call*"));
    letItBegin();
    answerAgent(peer().last(MessageType::QUERY_AGENT_STATE_REQ), AgentState::Talking, "3101");
    answerDeviceOf({{77, "9001"}, {78, "9002"}});
    clock.advance(std::chrono::seconds(60));
    ASSERT_EQ(callNames(), list({"call.5000.77.9001", "call.5000.78.9002"}));
    Call* kept = session().calls().front();
    forget();
    loseAndReopen();
    letItBegin();
    answerAgent(peer().last(MessageType::QUERY_AGENT_STATE_REQ), AgentState::Talking, "3101");
    answerDeviceOf({{77, "9001"}});
    answerCall({77, "9001"});
    EXPECT_EQ(peer().last(MessageType::SNAPSHOT_CALL_REQ).number(Field::ConnectionCallID), 78U); // no phone lists it
    peer().failControl(peer().last(MessageType::SNAPSHOT_CALL_REQ),
                       protocol::ControlFailureCode::CF_INVALID_CSTA_CALL_IDENTIFIER, 0);
    settle();
    EXPECT_EQ(callNames(), list({"call.5000.77.9001"}));
    EXPECT_EQ(session().calls().front(), kept);
    EXPECT_TRUE(kept->isConfirmed());
    EXPECT_EQ(count(EventId::OnCallEnd), 1U);
    EXPECT_EQ(count(EventId::OnMonitorModeEstablished), 1U);
}

/// A session that stood by was told of the peripherals when it was opened, and is not told of them again.
TEST_F(MonitorSnapshotOf, AfterATakeoverTheSamePeripheralsAreAskedAndTheCallsGoOn) {
    addStandby();
    ASSERT_TRUE(connectMonitor());
    sendPeripheral(5000);
    ASSERT_TRUE(setFilter("MessageID=OnCallBegin,OnCallEnd,OnCallEstablished"));
    letItBegin();
    configure({"1001"});
    answerAgent(peer().last(MessageType::QUERY_AGENT_STATE_REQ), AgentState::NotReady, "3101");
    answerDeviceOf({});
    ASSERT_EQ(count(EventId::OnMonitorModeEstablished), 1U);
    sendAbout(MessageType::BEGIN_CALL_EVENT, 77, "9001");
    sendAbout(MessageType::CALL_ESTABLISHED_EVENT, 77, "9001");
    ASSERT_EQ(callNames(), list({"call.5000.77.9001"}));
    Call* const call = session().calls().front();
    forget();
    takeOver();
    letItBegin();
    EXPECT_EQ(count(EventId::OnCallEnd), 0U);
    ASSERT_EQ(peer().count(MessageType::CONFIG_REQUEST_EVENT), 1U);
    configure({"1001"});
    answerAgent(peer().last(MessageType::QUERY_AGENT_STATE_REQ), AgentState::Talking, "3101");
    answerDeviceOf({{77, "9001"}});
    answerCall({77, "9001"});
    EXPECT_EQ(count(EventId::OnMonitorModeEstablished), 1U);
    EXPECT_EQ(count(EventId::OnCallBegin) + count(EventId::OnCallEnd), 0U);
    EXPECT_EQ(session().calls(), std::vector<Call*>{call});
    EXPECT_TRUE(call->isConfirmed());
    sendAbout(MessageType::END_CALL_EVENT, 77, "9001");
    EXPECT_EQ(count(EventId::OnCallEnd), 1U);
}

TEST_F(MonitorSnapshotOf, ALinkLostInTheMiddleBeginsItAnew) {
    ASSERT_TRUE(connectMonitor());
    sendPeripheral(5000);
    ASSERT_TRUE(setFilter("MessageID=30"));
    letItBegin();
    ASSERT_EQ(peer().count(MessageType::CONFIG_REQUEST_EVENT), 1U);
    loseAndReopen();
    sendPeripheral(5000);
    letItBegin();
    ASSERT_EQ(peer().count(MessageType::CONFIG_REQUEST_EVENT), 2U);
    configure({});
    EXPECT_EQ(count(EventId::OnMonitorModeEstablished), 1U);
}

} // namespace
} // namespace callwright::testing
