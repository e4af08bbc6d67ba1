#include "cil/events/event_types.h"
#include "cil/protocol/tables.h"
#include "tests/unit/objects/supervisor_fixture.h"

#include <algorithm>
#include <array>
#include <functional>
#include <ostream>
#include <vector>

/// Every confirmation of the wire is one event: the CIL's where it has one, else itself for IGenericEvents.
namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::LocalConnectionState;
using protocol::MessageType;

enum class Situation { Opening, SignedIn, AgentSignedIn, Rings, Talks, Holds, HasTwoCalls, MemberTalks };

const PeerCall firstCall{};
const PeerCall secondCall{16777219, "9003", 1};
const DialOptions toColleague{QStringLiteral("2102")};

class Confirmations : public SupervisorFixture {
public:
    using SessionFixture::agent, SessionFixture::answerDesk, SessionFixture::answerQuery, SessionFixture::session;
    using SupervisorFixture::member;

    Call& call() { return *session().calls().front(); }
    CilResult request(const char* name, const Arguments& arguments) {
        return session().request(QString::fromLatin1(name), arguments);
    }
    CilResult asked(MessageType type) { return {CilCode::Ok, peer().last(type).invokeId(), {}}; }
    void confirmAsked(MessageType confirmation) {
        settle();
        peer().confirm(confirmation, peer().received.back().invokeId());
        settle();
    }

protected:
    void come(Situation situation) {
        if (situation == Situation::Opening) {
            ASSERT_TRUE(connectToPeer());
            return;
        }
        if (situation == Situation::MemberTalks)
            return memberTalks();
        identity.isSupervisor = situation != Situation::AgentSignedIn;
        if (situation == Situation::AgentSignedIn)
            return signIn();
        signInWithTeam();
        if (situation != Situation::SignedIn)
            ring(firstCall);
        if (situation != Situation::SignedIn && situation != Situation::Rings)
            answer(firstCall);
        if (situation == Situation::Holds || situation == Situation::HasTwoCalls)
            hold(firstCall);
        if (situation == Situation::HasTwoCalls) {
            ring(secondCall);
            answer(secondCall);
        }
    }

    /// Whose it is, where the list promises that.
    void expectPromised(const PublishedEvent& event) {
        const auto promised = parametersOf(event.id);
        const bool isOfObject =
            std::ranges::find(promised, keyword::UniqueObjectID, &Parameter::keyword) != promised.end();
        if (!isOfObject)
            return;
        const QString object = event.arguments.toString(keyword::UniqueObjectID);
        if (event.id == EventId::OnSnapshotDeviceConf)
            EXPECT_EQ(object, QStringLiteral("device.5000.3101"));
        else if (interfaceOf(event.id) == EventInterface::ICallEvents)
            EXPECT_NE(session().findCall(object), nullptr) << object.toStdString();
        else
            EXPECT_NE(session().findObject(object), nullptr) << object.toStdString();
    }

private:
    void ring(const PeerCall& which) {
        beginCall(which);
        peer().send(callEvent(MessageType::CALL_DELIVERED_EVENT, which)
                        .set(Field::LocalConnectionState, LocalConnectionState::LCS_ALERTING)
                        .set(Field::AlertingDeviceID, std::string_view("2101")));
        settle();
    }
    void answer(const PeerCall& which) {
        peer().send(callEvent(MessageType::CALL_ESTABLISHED_EVENT, which)
                        .set(Field::LocalConnectionState, LocalConnectionState::LCS_CONNECT)
                        .set(Field::AnsweringDeviceID, std::string_view("2101")));
        sendState(AgentState::Talking, 0, 1);
    }
    void hold(const PeerCall& which) {
        peer().send(
            callEvent(MessageType::CALL_HELD_EVENT, which).set(Field::HoldingDeviceID, std::string_view("2101")));
        settle();
    }
};

struct ConfirmationRow {
    MessageType confirmation;
    const char* event; ///< one of the CIL's, or the confirmation's own name
    Situation situation;
    std::function<CilResult(Confirmations&)> ask;
};

void PrintTo(const ConfirmationRow& row, std::ostream* out) {
    *out << protocol::findMessage(static_cast<std::uint32_t>(row.confirmation))->name;
}

const Arguments aConnection = Arguments{}.set(u"ConnectionCallID", 77U).set(u"ConnectionDeviceID", QStringLiteral("9"));

const std::vector<ConfirmationRow>& confirmationRows() {
    using enum MessageType;
    using enum Situation;
    using C = Confirmations;
    static const std::vector<ConfirmationRow> all{
        // Methods of the CIL that have an event.
        {SET_CALL_DATA_CONF, "OnSetCallDataConf", Talks,
         [](C& c) {
             return c.call().setCallData({{keyword::CallVariable1, QStringLiteral("x")}});
         }},
        {QUERY_AGENT_STATE_CONF, "OnQueryAgentStateConf", SignedIn, [](C& c) { return c.agent().queryAgentState(); }},
        {SET_AGENT_STATE_CONF, "OnSetAgentStateConf", SignedIn, [](C& c) { return c.agent().setReady(); }},
        {ALTERNATE_CALL_CONF, "OnAlternateCallConf", HasTwoCalls, [](C& c) { return c.call().alternate(); }},
        {ANSWER_CALL_CONF, "OnAnswerCallConf", Rings, [](C& c) { return c.call().answer(); }},
        {CLEAR_CALL_CONF, "OnClearCallConf", Talks, [](C& c) { return c.call().clear(); }},
        {CLEAR_CONNECTION_CONF, "OnClearConnectionConf", Talks, [](C& c) { return c.call().clearConnection(); }},
        {CONFERENCE_CALL_CONF, "OnConferenceCallConf", Talks,
         [](C& c) { return c.call().singleStepConference(toColleague); }},
        {CONSULTATION_CALL_CONF, "OnConsultationCallConf", Talks,
         [](C& c) { return c.call().makeConsultCall(toColleague, ConsultType::Transfer); }},
        {HOLD_CALL_CONF, "OnHoldCallConf", Talks, [](C& c) { return c.call().hold(); }},
        {MAKE_CALL_CONF, "OnMakeCallConf", SignedIn, [](C& c) { return c.agent().makeCall(toColleague); }},
        {RECONNECT_CALL_CONF, "OnReconnectCallConf", HasTwoCalls,
         [](C& c) { return c.session().calls().back()->reconnect(); }},
        {RETRIEVE_CALL_CONF, "OnRetrieveCallConf", Holds, [](C& c) { return c.call().retrieve(); }},
        {TRANSFER_CALL_CONF, "OnTransferCallConf", Talks,
         [](C& c) { return c.call().singleStepTransfer(toColleague); }},
        {SNAPSHOT_CALL_CONF, "OnSnapshotCallConf", Talks, [](C& c) { return c.call().snapshot(); }},
        {SNAPSHOT_DEVICE_CONF, "OnSnapshotDeviceConf", Opening,
         [](C& c) {
             c.answerQuery(AgentState::NotReady);
             c.answerDesk();
             return c.asked(SNAPSHOT_DEVICE_REQ);
         }},
        {SEND_DTMF_SIGNAL_CONF, "OnSendDTMFConf", Talks, [](C& c) { return c.call().sendDtmf({QStringLiteral("1")}); }},
        {QUERY_AGENT_STATISTICS_CONF, "OnAgentStatistics", SignedIn,
         [](C& c) { return c.agent().enableAgentStatistics(); }},
        {QUERY_SKILL_GROUP_STATISTICS_CONF, "OnSkillGroupStatisticsUpdated", SignedIn,
         [](C& c) { return c.agent().enableSkillGroupStatistics({30}); }},
        {AGENT_DESK_SETTINGS_CONF, "OnAgentDeskSettingsConf", Opening,
         [](C& c) {
             c.answerQuery(AgentState::NotReady);
             return c.asked(AGENT_DESK_SETTINGS_REQ);
         }},
        {START_RECORDING_CONF, "OnCallStartRecordingConf", Talks, [](C& c) { return c.call().startRecord(); }},
        {STOP_RECORDING_CONF, "OnCallStopRecordingConf", Talks,
         [](C& c) {
             c.call().startRecord();
             c.confirmAsked(START_RECORDING_CONF);
             return c.call().stopRecord();
         }},
        {AGENT_GREETING_CONTROL_CONF, "OnAgentGreetingControlConf", SignedIn,
         [](C& c) { return c.agent().setGreeting(GreetingAction::Disable); }},
        // Methods of the CIL that have none.
        {DEFLECT_CALL_CONF, "DEFLECT_CALL_CONF", Rings, [](C& c) { return c.call().deflect(QStringLiteral("2102")); }},
        {USER_MESSAGE_CONF, "USER_MESSAGE_CONF", SignedIn,
         [](C& c) { return c.agent().sendChatMessage(ChatTo::Team, {}, QStringLiteral("lunch?")); }},
        {SUPERVISOR_ASSIST_CONF, "SUPERVISOR_ASSIST_CONF", AgentSignedIn,
         [](C& c) { return c.agent().requestSupervisorAssist(); }},
        {EMERGENCY_CALL_CONF, "EMERGENCY_CALL_CONF", AgentSignedIn, [](C& c) { return c.agent().makeEmergencyCall(); }},
        {SUPERVISE_CALL_CONF, "SUPERVISE_CALL_CONF", MemberTalks,
         [](C& c) {
             return c.agent().superviseCall(&c.member(), c.agent().monitoredCall(), SupervisoryAction::BargeIn);
         }},
        {LIST_AGENT_TEAM_CONF, "LIST_AGENT_TEAM_CONF", SignedIn, [](C& c) { return c.agent().requestAgentTeamList(); }},
        {MONITOR_AGENT_TEAM_START_CONF, "MONITOR_AGENT_TEAM_START_CONF", SignedIn,
         [](C& c) { return c.agent().startMonitoringAgentTeam(501); }},
        {MONITOR_AGENT_TEAM_STOP_CONF, "MONITOR_AGENT_TEAM_STOP_CONF", MemberTalks,
         [](C& c) { return c.agent().stopMonitoringAgentTeam(501); }},
        {BAD_CALL_CONF, "BAD_CALL_CONF", Talks, [](C& c) { return c.agent().reportBadCallLine(); }},
        // What no method makes.
        {RELEASE_CALL_CONF, "RELEASE_CALL_CONF", SignedIn,
         [](C& c) { return c.request("RELEASE_CALL_REQ", aConnection); }},
        {CLIENT_EVENT_REPORT_CONF, "CLIENT_EVENT_REPORT_CONF", SignedIn,
         [](C& c) {
             return c.request("CLIENT_EVENT_REPORT_REQ", Arguments{}
                                                             .set(u"State", 1U)
                                                             .set(u"ObjectName", QStringLiteral("Recorder"))
                                                             .set(u"Text", QStringLiteral("the disk is full")));
         }},
        {MAKE_PREDICTIVE_CALL_CONF, "MAKE_PREDICTIVE_CALL_CONF", SignedIn,
         [](C& c) {
             return c.request("MAKE_PREDICTIVE_CALL_REQ", Arguments{}
                                                              .set(u"OriginatingDeviceID", QStringLiteral("7000"))
                                                              .set(u"DialedNumber", QStringLiteral("5550134")));
         }},
        {QUERY_DEVICE_INFO_CONF, "QUERY_DEVICE_INFO_CONF", SignedIn,
         [](C& c) {
             return c.request("QUERY_DEVICE_INFO_REQ", Arguments{}.set(u"AgentInstrument", QStringLiteral("3101")));
         }},
        {MONITOR_START_CONF, "MONITOR_START_CONF", SignedIn,
         [](C& c) {
             return c.request("MONITOR_START_REQ", Arguments{}.set(u"MonitoredDeviceID", QStringLiteral("3102")));
         }},
        {MONITOR_STOP_CONF, "MONITOR_STOP_CONF", SignedIn,
         [](C& c) { return c.request("MONITOR_STOP_REQ", Arguments{}.set(u"MonitorID", 9U)); }},
        {CHANGE_MONITOR_MASK_CONF, "CHANGE_MONITOR_MASK_CONF", SignedIn,
         [](C& c) {
             return c.request("CHANGE_MONITOR_MASK_REQ",
                              Arguments{}.set(u"MonitorID", 9U).set(u"CallMsgMask", 1U).set(u"AgentStateMask", 0U));
         }},
        {SESSION_MONITOR_START_CONF, "SESSION_MONITOR_START_CONF", SignedIn,
         [](C& c) { return c.request("SESSION_MONITOR_START_REQ", Arguments{}.set(u"SessionID", 4U)); }},
        {SESSION_MONITOR_STOP_CONF, "SESSION_MONITOR_STOP_CONF", SignedIn,
         [](C& c) { return c.request("SESSION_MONITOR_STOP_REQ", Arguments{}.set(u"MonitorID", 5U)); }},
        {REGISTER_VARIABLES_CONF, "REGISTER_VARIABLES_CONF", SignedIn,
         [](C& c) { return c.session().registerVariables({1}, {}); }},
        {SET_APP_DATA_CONF, "SET_APP_DATA_CONF", SignedIn,
         [](C& c) { return c.request("SET_APP_DATA_REQ", Arguments{}.set(u"ApplicationPathID", 5002U)); }},
        {SET_DEVICE_ATTRIBUTES_CONF, "SET_DEVICE_ATTRIBUTES_CONF", SignedIn,
         [](C& c) {
             return c.request("SET_DEVICE_ATTRIBUTES_REQ",
                              Arguments{}.set(u"CallingDeviceID", QStringLiteral("T17")).set(u"CallType", 1U));
         }},
        {REGISTER_SERVICE_CONF, "REGISTER_SERVICE_CONF", SignedIn,
         [](C& c) {
             return c.request("REGISTER_SERVICE_REQ",
                              Arguments{}.set(u"ServerMode", 1U).set(u"ServiceName", QStringLiteral("Recording")));
         }},
        {UNREGISTER_SERVICE_CONF, "UNREGISTER_SERVICE_CONF", SignedIn,
         [](C& c) { return c.request("UNREGISTER_SERVICE_REQ", Arguments{}.set(u"RegisteredServiceID", 3U)); }},
        {START_NETWORK_RECORDING_CONF, "START_NETWORK_RECORDING_CONF", SignedIn,
         [](C& c) { return c.request("START_NETWORK_RECORDING_REQ", aConnection); }},
        {STOP_NETWORK_RECORDING_CONF, "STOP_NETWORK_RECORDING_CONF", SignedIn,
         [](C& c) { return c.request("STOP_NETWORK_RECORDING_REQ", aConnection); }},
        {SET_AGENT_SERVICE_DATA_CONF, "SET_AGENT_SERVICE_DATA_CONF", SignedIn,
         [](C& c) {
             return c.request("SET_AGENT_SERVICE_DATA_REQ", Arguments{}
                                                                .set(u"RouterCallKeyDay", 150U)
                                                                .set(u"RouterCallKeyCallID", 77U)
                                                                .set(u"RouterCallKeySequenceNumber", 1U)
                                                                .set(u"AgentSkillTargetID", 6001U));
         }},
    };
    return all;
}

class Confirmation : public Confirmations, public ::testing::WithParamInterface<ConfirmationRow> {};

TEST_P(Confirmation, IsOneEvent) {
    const ConfirmationRow& row = GetParam();
    come(row.situation);
    const CilResult result = row.ask(*this);
    ASSERT_TRUE(result) << cilErrorText(result).toStdString();
    settle();
    forget();
    peer().confirm(row.confirmation, result.invokeId);
    settle();
    std::vector<std::string> told;
    for (const PublishedEvent& event : events) {
        if (event.arguments.toUInt(keyword::InvokeID) != result.invokeId)
            continue;
        told.push_back(eventName(event.id).toStdString());
        expectPromised(event);
    }
    EXPECT_EQ(told, std::vector<std::string>{row.event});
}

INSTANTIATE_TEST_SUITE_P(OfTheWire, Confirmation, ::testing::ValuesIn(confirmationRows()),
                         [](const auto& row) { return ::testing::PrintToString(row.param); });

TEST(ConfirmationRows, NameEveryConfirmationThatIsNotOfTheLinkOrAFailure) {
    using enum MessageType;
    constexpr std::array decidedElsewhere{OPEN_CONF, CLOSE_CONF, HEARTBEAT_CONF, FAILURE_CONF, CONTROL_FAILURE_CONF};
    for (const protocol::MessageSpec& spec : protocol::messages()) {
        const bool isOurs = spec.kind == protocol::Kind::Confirmation && spec.hasLayout &&
                            spec.findFixed(Field::InvokeID, protocol::newestVersion) &&
                            spec.direction != protocol::Direction::ToServer &&
                            std::ranges::find(decidedElsewhere, spec.type) == decidedElsewhere.end();
        EXPECT_EQ(std::ranges::count(confirmationRows(), spec.type, &ConfirmationRow::confirmation), isOurs ? 1 : 0)
            << spec.name;
    }
}

TEST_F(SupervisorFixture, ATeamListInSegmentsIsHeardSegmentBySegment) {
    signInWithTeam();
    const CilResult asked = agent().requestAgentTeamList();
    ASSERT_TRUE(asked);
    settle();
    forget();
    for (const std::uint32_t more : {1U, 0U}) {
        peer().send(peer()
                        .message(MessageType::LIST_AGENT_TEAM_CONF)
                        .set(Field::InvokeID, asked.invokeId)
                        .set(Field::NumberOfAgentTeams, 1U)
                        .set(Field::More, more)
                        .set(Field::TeamID, 501U + more));
        settle();
    }
    EXPECT_EQ(count(EventId(134)), 2U);
}

} // namespace
} // namespace callwright::testing
