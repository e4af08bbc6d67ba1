#include "cil/events/enablement_bits.h"
#include "tests/unit/objects/system_events_fixture.h"

#include <algorithm>
#include <ostream>
#include <vector>

namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::MessageType;
using protocol::SystemEventID;
using namespace enablement;

struct Case {
    SystemEventID event;
    const char* text;
    Hindrance hindrance;
};

void PrintTo(const Case& row, std::ostream* out) { *out << static_cast<int>(row.event); }

class EachSystemEvent : public SystemEvents, public ::testing::WithParamInterface<Case> {};

TEST_P(EachSystemEvent, IsPublishedAndShownAsWhatItIs) {
    signIn();
    const Case& row = GetParam();
    sendSystem(row.event, 5000, row.text);
    ASSERT_GE(count(EventId::OnCTIOSFailure), 1U);
    const Arguments& failure = events.front().arguments;
    EXPECT_EQ(failure.toUInt(keyword::FailureCode), 10U); // eServerConnectionStatus
    EXPECT_EQ(failure.toUInt(keyword::SystemEventID), static_cast<std::uint32_t>(row.event));
    EXPECT_EQ(failure.toUInt(keyword::SystemEventArg1), 5000U);
    EXPECT_GT(failure.toString(keyword::ErrorMessage).size(), 3);
    EXPECT_EQ(session().hindrance(), row.hindrance);
}

INSTANTIATE_TEST_SUITE_P(
    Table, EachSystemEvent,
    ::testing::Values(Case{SystemEventID::SYS_CENTRAL_CONTROLLER_ONLINE, "", Hindrance::None},
                      Case{SystemEventID::SYS_CENTRAL_CONTROLLER_OFFLINE, "", Hindrance::CentralControllerOffline},
                      Case{SystemEventID::SYS_PERIPHERAL_ONLINE, "", Hindrance::None},
                      Case{SystemEventID::SYS_PERIPHERAL_OFFLINE, "", Hindrance::PeripheralOffline},
                      Case{SystemEventID::SYS_TEXT_FYI, "Fire drill at noon", Hindrance::None},
                      Case{SystemEventID::SYS_PERIPHERAL_GATEWAY_OFFLINE, "", Hindrance::GatewayOffline},
                      Case{SystemEventID::SYS_CTI_SERVER_OFFLINE, "", Hindrance::GatewayOffline},
                      Case{SystemEventID::SYS_CTI_SERVER_ONLINE, "", Hindrance::None},
                      Case{SystemEventID::SYS_HALF_HOUR_CHANGE, "", Hindrance::None},
                      Case{SystemEventID::SYS_INSTRUMENT_OUT_OF_SERVICE, "3101", Hindrance::PhoneOutOfService},
                      Case{SystemEventID::SYS_INSTRUMENT_BACK_IN_SERVICE, "3101", Hindrance::None}));

TEST_F(SystemEvents, OfOtherPeripheralsAndPhonesHinderNobodyHere) {
    signIn();
    sendSystem(SystemEventID::SYS_PERIPHERAL_OFFLINE, 5001);
    sendSystem(SystemEventID::SYS_INSTRUMENT_OUT_OF_SERVICE, 5000, "3199");
    EXPECT_EQ(session().hindrance(), Hindrance::None);
    EXPECT_TRUE(session().isConfirmed());
}

TEST_F(SystemEvents, WhileThePhoneSystemIsAwayNothingIsConfirmedAndAfterwardsEverythingIsAskedFor) {
    talk();
    sendSystem(SystemEventID::SYS_PERIPHERAL_OFFLINE);
    EXPECT_FALSE(session().isConfirmed());
    EXPECT_FALSE(onlyCall().isConfirmed());
    EXPECT_EQ(session().enablementMask() & ~std::uint32_t(ENABLE_STATISTICS | ENABLE_CHAT), 0U);
    EXPECT_EQ(onlyCall().hold().code, CilCode::InFailover);
    const auto asked = peer().count(MessageType::SNAPSHOT_DEVICE_REQ);
    const auto states = peer().count(MessageType::SET_AGENT_STATE_REQ);
    forget();
    sendSystem(SystemEventID::SYS_PERIPHERAL_ONLINE);
    answerQuery(AgentState::Talking);
    answerDesk();
    EXPECT_EQ(peer().count(MessageType::SNAPSHOT_DEVICE_REQ), asked + 1);
    answerDevice({PeerCall()}, 4); // held meanwhile
    answerCall({});
    EXPECT_TRUE(session().isConfirmed());
    EXPECT_EQ(onlyCall().status(), CallStatus::Held);
    EXPECT_EQ(count(EventId::OnSetAgentModeEvent) + count(EventId::OnCallBegin) + count(EventId::OnCallEnd), 0U);
    EXPECT_EQ(peer().count(MessageType::SET_AGENT_STATE_REQ), states);
    EXPECT_EQ(session().hindrance(), Hindrance::None);
}

TEST_F(SystemEvents, CallsLingerWhereTheReturnedPhoneSystemTellsNoList) {
    talk();
    sendSystem(SystemEventID::SYS_PERIPHERAL_OFFLINE);
    sendSystem(SystemEventID::SYS_PERIPHERAL_ONLINE);
    answerQuery(AgentState::Talking);
    answerDesk();
    peer().fail(peer().last(MessageType::SNAPSHOT_DEVICE_REQ), protocol::StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE);
    settle();
    EXPECT_TRUE(onlyCall().isConfirmed());
}

TEST_F(SystemEvents, AfterAnOutageNobodyIsSignedInAgainByItself) {
    signIn();
    sendSystem(SystemEventID::SYS_PERIPHERAL_OFFLINE);
    const auto states = peer().count(MessageType::SET_AGENT_STATE_REQ);
    sendSystem(SystemEventID::SYS_PERIPHERAL_ONLINE);
    answerQuery(AgentState::Logout);
    EXPECT_EQ(peer().count(MessageType::SET_AGENT_STATE_REQ), states); // facts: manual after loss of the phone system
}

TEST_F(SystemEvents, TheComputedOnesFollowTheWayToThePhoneSystem) {
    signIn();
    const auto computed = [this] {
        std::vector<std::uint32_t> ids;
        for (const PublishedEvent& event : events) {
            if (event.id == EventId::OnCTIOSFailure)
                ids.push_back(event.arguments.toUInt(keyword::SystemEventID).value_or(0));
        }
        forget();
        return ids;
    };
    sendSystem(SystemEventID::SYS_PERIPHERAL_OFFLINE);
    EXPECT_EQ(computed(), (std::vector<std::uint32_t>{4, 13, 17}));
    sendSystem(SystemEventID::SYS_PERIPHERAL_OFFLINE);
    EXPECT_EQ(computed(), (std::vector<std::uint32_t>{4}));
    sendSystem(SystemEventID::SYS_PERIPHERAL_ONLINE);
    EXPECT_EQ(computed(), (std::vector<std::uint32_t>{3, 12, 16}));
}

TEST_F(SystemEvents, APhoneOutOfServiceLeavesTheStateButNotReadyAndCalls) {
    signIn();
    sendSystem(SystemEventID::SYS_INSTRUMENT_OUT_OF_SERVICE, 5000, "3101");
    EXPECT_TRUE(isEnabled(buttons(), ENABLE_LOGOUT));
    EXPECT_FALSE(isEnabled(buttons(), ENABLE_READY | ENABLE_MAKECALL));
    sendSystem(SystemEventID::SYS_INSTRUMENT_BACK_IN_SERVICE, 5000, "3101");
    EXPECT_TRUE(isEnabled(buttons(), ENABLE_READY));
}

TEST_F(SystemEvents, APhoneThatIsBackIsAskedForAgain) {
    talk();
    sendSystem(SystemEventID::SYS_INSTRUMENT_OUT_OF_SERVICE, 5000, "3101");
    sendSystem(SystemEventID::SYS_INSTRUMENT_BACK_IN_SERVICE, 5000, "3101");
    answerQuery(AgentState::NotReady);
    answerDesk();
    answerDevice({});
    EXPECT_EQ(state(), AgentState::NotReady);
    EXPECT_TRUE(session().calls().empty());
    EXPECT_TRUE(session().isConfirmed());
}

/// The session is lost and opened again while something between it and the phone is away.
class OpenedInAnOutage : public SystemEvents {
protected:
    void reopen() {
        talk();
        loseLink();
        comeBack();
        logins = peer().count(MessageType::SET_AGENT_STATE_REQ);
    }
    void expectAsBefore() {
        expectTalking();
        EXPECT_EQ(peer().count(MessageType::SET_AGENT_STATE_REQ), logins);
    }
    std::size_t logins = 0;
};

TEST_F(OpenedInAnOutage, OfThePhoneAllStaysAsItWasNotConfirmedUntilThePhoneIsBack) {
    reopen();
    const Call* call = &onlyCall();
    forget();
    refuseQuery();
    EXPECT_EQ(state(), AgentState::Talking);
    EXPECT_FALSE(session().isConfirmed());
    EXPECT_FALSE(call->isConfirmed());
    EXPECT_EQ(session().hindrance(), Hindrance::PhoneOutOfService);
    EXPECT_EQ(peer().count(MessageType::SET_AGENT_STATE_REQ), logins); // nobody said that the agent is out
    EXPECT_EQ(count(EventId::OnAgentControlFailureConf), 0U);          // nobody asked for it
    sendSystem(SystemEventID::SYS_INSTRUMENT_BACK_IN_SERVICE, 5000, "3101");
    answerAll();
    expectAsBefore();
    EXPECT_EQ(&onlyCall(), call);
    EXPECT_EQ(count(EventId::OnCallEnd), 0U);
}

TEST_F(OpenedInAnOutage, OfThePhoneItAsksNowAndThenUntilThePhoneIsBack) {
    reopen();
    for (int i = 0; i < 3; ++i) {
        refuseQuery();
        const auto queries = peer().count(MessageType::QUERY_AGENT_STATE_REQ);
        clock.advance(std::chrono::seconds(31));
        ASSERT_EQ(peer().count(MessageType::QUERY_AGENT_STATE_REQ), queries + 1);
    }
    answerAll(); // that it is back was said while nobody listened
    expectAsBefore();
}

TEST_F(OpenedInAnOutage, OfThePhoneAStateThatIsToldStands) {
    signIn();
    loseLink();
    comeBack();
    refuseQuery();
    sendState(AgentState::NotReady, 50042);
    EXPECT_EQ(agent().reasonCode(), 50042U);
    EXPECT_TRUE(session().isConfirmed());
    EXPECT_EQ(session().hindrance(), Hindrance::PhoneOutOfService);
}

TEST_F(OpenedInAnOutage, OfThePhoneTheSignInIsRestoredAfterTheNextLoss) {
    for (const bool isBackBefore : {true, false}) {
        SCOPED_TRACE(isBackBefore);
        if (session().status() == ConnectionStatus::Closed)
            signIn();
        loseLink();
        comeBack();
        refuseQuery();
        if (isBackBefore) {
            sendSystem(SystemEventID::SYS_INSTRUMENT_BACK_IN_SERVICE, 5000, "3101");
            answerQuery(AgentState::NotReady);
            answerDesk();
            answerDevice({});
            EXPECT_TRUE(session().isConfirmed());
        }
        logins = peer().count(MessageType::SET_AGENT_STATE_REQ);
        loseLink();
        comeBack();
        answerQuery(AgentState::Logout); // restarted, it knows of nobody
        ASSERT_EQ(peer().count(MessageType::SET_AGENT_STATE_REQ), logins + 1);
        EXPECT_EQ(peer().last(MessageType::SET_AGENT_STATE_REQ).text(Field::AgentPassword), "secret");
        confirmLast(MessageType::SET_AGENT_STATE_REQ);
        sendState(AgentState::NotReady);
        answerDesk();
        answerDevice({});
        EXPECT_TRUE(session().isConfirmed());
    }
}

TEST_F(SystemEvents, ARefusedQueryOfAnotherKindDoesNotForgetThePassword) {
    signIn();
    loseLink();
    comeBack();
    peer().fail(peer().last(MessageType::QUERY_AGENT_STATE_REQ), protocol::StatusCode::E_CTI_UNSPECIFIED_FAILURE);
    settle();
    EXPECT_EQ(state(), AgentState::Unknown);
    ASSERT_EQ(peer().last(MessageType::SET_AGENT_STATE_REQ).number(Field::AgentState), 0U);
    EXPECT_EQ(peer().last(MessageType::SET_AGENT_STATE_REQ).text(Field::AgentPassword), "secret");
}

TEST_F(OpenedInAnOutage, ThatEndsBeforeTheStateIsToldItAsksAnew) {
    for (const auto& [away, back] :
         {std::pair(SystemEventID::SYS_PERIPHERAL_OFFLINE, SystemEventID::SYS_PERIPHERAL_ONLINE),
          std::pair(SystemEventID::SYS_PERIPHERAL_GATEWAY_OFFLINE, SystemEventID::SYS_PERIPHERAL_ONLINE),
          std::pair(SystemEventID::SYS_INSTRUMENT_OUT_OF_SERVICE, SystemEventID::SYS_INSTRUMENT_BACK_IN_SERVICE)}) {
        SCOPED_TRACE(static_cast<int>(away));
        if (session().status() == ConnectionStatus::Closed)
            talk();
        loseLink();
        comeBack();
        logins = peer().count(MessageType::SET_AGENT_STATE_REQ);
        sendSystem(away, 5000, "3101");
        const ReceivedFrame query = peer().last(MessageType::QUERY_AGENT_STATE_REQ);
        sendSystem(back, 5000, "3101");
        peer().failControl(query, protocol::ControlFailureCode::CF_RESOURCE_OUT_OF_SERVICE, 0);
        answerAll();
        expectAsBefore();
    }
}

TEST_F(OpenedInAnOutage, OfThePhoneSystemNobodyIsSignedInUntilItIsBack) {
    signIn();
    loseLink();
    comeBack();
    sendSystem(SystemEventID::SYS_PERIPHERAL_OFFLINE);
    logins = peer().count(MessageType::SET_AGENT_STATE_REQ);
    refuseQuery();
    EXPECT_EQ(peer().count(MessageType::SET_AGENT_STATE_REQ), logins);
    EXPECT_EQ(session().hindrance(), Hindrance::PeripheralOffline);
    sendSystem(SystemEventID::SYS_PERIPHERAL_ONLINE);
    answerQuery(AgentState::Logout);
    EXPECT_EQ(peer().count(MessageType::SET_AGENT_STATE_REQ), logins + 1); // AutoLogin, as after any loss
}

TEST_F(SystemEvents, SignedOutByOthersEvictedAndGivenUpAreToldApart) {
    signIn();
    sendState(AgentState::Logout, 999);
    EXPECT_EQ(session().hindrance(), Hindrance::SignedOutByOthers);
    EXPECT_EQ(agent().reasonText(), QStringLiteral("Changed by a supervisor"));
    ASSERT_TRUE(agent().login(QStringLiteral("secret")));
    EXPECT_EQ(session().hindrance(), Hindrance::None);
    settle();
    confirmLast(MessageType::SET_AGENT_STATE_REQ);
    sendState(AgentState::NotReady);
    ASSERT_TRUE(agent().logout(1));
    settle();
    confirmLast(MessageType::SET_AGENT_STATE_REQ);
    sendState(AgentState::Logout, 1);
    EXPECT_EQ(session().hindrance(), Hindrance::None); // asked for
}

TEST_F(SystemEvents, AnEvictionStays) {
    signIn();
    peer().announceFailure(protocol::StatusCode::E_CTI_NEW_SESSION_OPENED);
    settle();
    EXPECT_EQ(session().hindrance(), Hindrance::Evicted);
    EXPECT_EQ(session().status(), ConnectionStatus::Closed);
    ASSERT_TRUE(connectToPeer());
    EXPECT_EQ(session().hindrance(), Hindrance::None);
}

TEST_F(SystemEvents, TheLastAttemptAllowedIsSaid) {
    parameters.attemptsAllowed = 2;
    signIn();
    peer().refusesOpenWith = protocol::StatusCode::E_CTI_CTI_SERVER_OFFLINE;
    loseLink();
    const Arguments& failure = last(EventId::OnConnectionFailure);
    EXPECT_EQ(failure.toUInt(keyword::ReasonCode), 2U); // eTransportError
    EXPECT_TRUE(failure.contains(keyword::RetryIn));
    EXPECT_EQ(failure.toString(keyword::NextServer), QStringLiteral("cti-a:42027"));
    clock.advance(std::chrono::minutes(10));
    EXPECT_EQ(last(EventId::OnConnectionFailure).toBool(keyword::FinalAttempt), true);
    EXPECT_FALSE(last(EventId::OnConnectionFailure).contains(keyword::RetryIn));
    EXPECT_EQ(session().status(), ConnectionStatus::Closed);
    EXPECT_EQ(session().hindrance(), Hindrance::GivenUp);
}

TEST_F(SystemEvents, AtTheLastMissedHeartbeatTheFailureComesInstead) {
    parameters.heartbeat = std::chrono::seconds(5);
    signIn();
    peer().answersHeartbeats = false;
    clock.advance(std::chrono::seconds(60));
    const auto failed = std::ranges::find(events, EventId::OnConnectionFailure, &PublishedEvent::id);
    ASSERT_NE(failed, events.end());
    EXPECT_EQ(std::count_if(events.begin(), failed,
                            [](const PublishedEvent& event) { return event.id == EventId::OnMissingHeartbeat; }),
              2);
    EXPECT_EQ(failed->arguments.toUInt(keyword::ReasonCode), 1U); // eMissedHeartbeats
}

TEST_F(SystemEvents, WhatTheServerDoesNotGrantIsRefusedHereNamingTheService) {
    peer().grants = 1; // Client Events
    openAs(AgentState::NotReady);
    sendState(AgentState::NotReady);
    EXPECT_EQ(session().enablementMask() & ~std::uint32_t(ENABLE_STATISTICS | ENABLE_CHAT), 0U);
    const CilResult refused = agent().setReady();
    EXPECT_EQ(refused.code, CilCode::NotImplemented);
    EXPECT_TRUE(refused.problem.contains(QLatin1String("Client Control"))) << refused.problem.toStdString();
    EXPECT_EQ(session().missingService(ENABLE_READY), refused.problem);
    EXPECT_TRUE(session().missingService(ENABLE_CHAT).isEmpty());
}

} // namespace
} // namespace callwright::testing
