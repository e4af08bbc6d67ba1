#include "cil/objects/directory.h"
#include "cil/service/monitored_events.h"
#include "tests/support/facts_record.h"
#include "tests/unit/objects/supervisor_fixture.h"
#include "tests/unit/objects/whole_message.h"

#include <algorithm>
#include <array>

/// Messages with every field that the guide gives them: each parameter of their events is what was sent, or what is
/// known of the call.
namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::MessageType;

/// What events about calls bring, in an order in which each knows all that the call can know by then.
constexpr std::array callEvents{MessageType::CALL_QUEUED_EVENT,
                                MessageType::CALL_DEQUEUED_EVENT,
                                MessageType::CALL_DIVERTED_EVENT,
                                MessageType::CALL_DELIVERED_EVENT,
                                MessageType::CALL_SERVICE_INITIATED_EVENT,
                                MessageType::CALL_ORIGINATED_EVENT,
                                MessageType::CALL_REACHED_NETWORK_EVENT,
                                MessageType::CALL_ESTABLISHED_EVENT,
                                MessageType::CALL_HELD_EVENT,
                                MessageType::CALL_RETRIEVED_EVENT,
                                MessageType::CALL_DATA_UPDATE_EVENT,
                                MessageType::CALL_CONFERENCED_EVENT,
                                MessageType::CALL_TRANSFERRED_EVENT,
                                MessageType::CALL_CONNECTION_CLEARED_EVENT,
                                MessageType::CALL_CLEARED_EVENT,
                                MessageType::END_CALL_EVENT};

EventId eventOf(MessageType type) {
    const auto all = allEvents();
    return std::ranges::find_if(all,
                                [type](const EventSpec& spec) {
                                    return std::ranges::find(spec.wire, static_cast<std::uint32_t>(type)) !=
                                           spec.wire.end();
                                })
        ->id;
}

class WholeEvents : public SupervisorFixture {
protected:
    WholeEvents() {
        identity.isSupervisor = false;
        settings.minimizeEventArgs = false;
    }

    WholeMessage whole(MessageType type, std::uint32_t invokeId = 0) {
        return wholeMessage(peer().message(type), {{Field::InvokeID, invokeId}});
    }

    WholeMessage send(const WholeMessage& message) {
        forget();
        peer().send(message.builder);
        settle();
        return message;
    }

    /// What calls have only from several messages: outbound campaigns, the queue, who serves it.
    void expectWholeCall() {
        const Arguments properties = onlyCall().properties();
        for (const char* name :
             {"CampaignID", "QueryRuleID", "CustomerPhoneNumber", "CustomerAccountNumber", "LineType",
              "MeasuredCallQTime", "ServiceID", "ServiceNumber", "SkillGroupID", "SkillGroupNumber"}) {
            const bool isThere = properties.contains(Keyword::of(QString::fromLatin1(name)));
            EXPECT_TRUE(isThere) << name;
            if (isThere)
                noteFact("property", std::string("Call\t") + name);
        }
    }

    void expectOne(EventId id, const WholeMessage& message, const std::set<QString>& others = {}) {
        ASSERT_EQ(count(id), 1U) << eventName(id).toStdString();
        expectWhole(id, last(id), message, others);
    }
};

/// CALL_DATA_UPDATE_EVENT brings none of them; OldUniqueObjectID comes where the call changed its name.
const std::set<QString> notInUpdates{QStringLiteral("OldUniqueObjectID"), QStringLiteral("ServiceNumber"),
                                     QStringLiteral("ServiceID"),         QStringLiteral("SkillGroupNumber"),
                                     QStringLiteral("SkillGroupID"),      QStringLiteral("SkillGroupPriority")};

/// No message before a call's first tells of a campaign, a customer or a diversion.
const std::set<QString> notBeforeUpdates{
    QStringLiteral("CampaignID"),          QStringLiteral("QueryRuleID"),
    QStringLiteral("CustomerPhoneNumber"), QStringLiteral("CustomerAccountNumber"),
    QStringLiteral("DivertingDeviceID"),   QStringLiteral("DivertingDeviceIDFull")};

TEST_F(WholeEvents, OfCallsCarryEveryFieldAndWhatIsKnownOfTheCall) {
    signIn();
    send(whole(MessageType::AGENT_PRE_CALL_EVENT));
    send(whole(MessageType::BEGIN_CALL_EVENT));
    send(whole(MessageType::CALL_DATA_UPDATE_EVENT));
    send(whole(MessageType::CALL_DELIVERED_EVENT));
    send(whole(MessageType::CALL_QUEUED_EVENT));
    expectWholeCall();
    for (const MessageType type : callEvents)
        expectOne(eventOf(type), send(whole(type)),
                  type == MessageType::CALL_DATA_UPDATE_EVENT ? notInUpdates : std::set<QString>());
}

TEST_F(WholeEvents, OfACallThatBeginsCarryWhatWasAnnounced) {
    signIn();
    send(whole(MessageType::AGENT_PRE_CALL_EVENT));
    expectOne(EventId::OnCallBegin, send(whole(MessageType::BEGIN_CALL_EVENT)), notBeforeUpdates);
}

TEST_F(WholeEvents, OfACallThatBeginsCarryWhatWasToldOfItBefore) {
    signIn();
    send(whole(MessageType::AGENT_PRE_CALL_EVENT));
    const WholeMessage update = send(whole(MessageType::CALL_DATA_UPDATE_EVENT));
    const WholeMessage diversion = send(whole(MessageType::CALL_DIVERTED_EVENT));
    EXPECT_TRUE(events.empty()); // of a call that is not known
    expectOne(EventId::OnCallBegin, send(whole(MessageType::BEGIN_CALL_EVENT)));
    const Arguments begun = last(EventId::OnCallBegin);
    for (const char* name : {"CampaignID", "QueryRuleID", "CustomerPhoneNumber", "CustomerAccountNumber"})
        EXPECT_EQ(begun.toString(Keyword::of(QString::fromLatin1(name))).toStdString(), update.sent.at(name)) << name;
    EXPECT_EQ(begun.toString(keyword::DivertingDeviceID).toStdString(), diversion.sent.at("DivertingDeviceID"));
    endCall();
    clock.advance(std::chrono::minutes(1));
    beginCall(); // another one, of the same number
    EXPECT_FALSE(last(EventId::OnCallBegin).contains(keyword::CampaignID));
}

TEST_F(WholeEvents, WhatWasToldLongBeforeIsOfAnotherCall) {
    signIn();
    send(whole(MessageType::CALL_DATA_UPDATE_EVENT));
    clock.advance(std::chrono::minutes(1));
    beginCall();
    EXPECT_FALSE(last(EventId::OnCallBegin).contains(keyword::CampaignID));
}

TEST_F(WholeEvents, OfACallWhoseAnnouncementComesLaterCarryWhatIsNew) {
    signIn();
    send(whole(MessageType::BEGIN_CALL_EVENT));
    const WholeMessage announcement = send(whole(MessageType::AGENT_PRE_CALL_EVENT));
    ASSERT_EQ(count(EventId::OnCallDataUpdate), 1U);
    for (const char* name : {"ServiceNumber", "ServiceID", "SkillGroupNumber", "SkillGroupID", "SkillGroupPriority"}) {
        const Keyword key = Keyword::of(QString::fromLatin1(name));
        EXPECT_EQ(last(EventId::OnCallDataUpdate).toString(key).toStdString(), announcement.sent.at(name)) << name;
        EXPECT_EQ(onlyCall().data().value(key), last(EventId::OnCallDataUpdate).value(key)) << name;
    }
    EXPECT_TRUE(session().announcedCalls().empty());
    send(whole(MessageType::AGENT_PRE_CALL_EVENT));
    EXPECT_EQ(count(EventId::OnCallDataUpdate), 0U); // nothing is new any more
}

TEST_F(WholeEvents, OfACallThatFails) {
    signIn();
    send(whole(MessageType::BEGIN_CALL_EVENT));
    expectOne(EventId::OnCallFailed, send(whole(MessageType::CALL_FAILED_EVENT)));
}

TEST_F(WholeEvents, OfCallsThatAreAnnounced) {
    signIn();
    expectOne(EventId::OnTranslationRoute, send(whole(MessageType::CALL_TRANSLATION_ROUTE_EVENT)));
    expectOne(EventId::OnAgentPrecallEvent, send(whole(MessageType::AGENT_PRE_CALL_EVENT)),
              {QStringLiteral("DNIS")}); // the message has none
    expectOne(EventId::OnAgentPrecallAbortEvent, send(whole(MessageType::AGENT_PRE_CALL_ABORT_EVENT)));
}

TEST_F(WholeEvents, OfFailuresTellInTheLongFormWhatStandsNow) {
    talk();
    peer().send(callEvent(MessageType::CALL_DATA_UPDATE_EVENT)
                    .set(Field::RouterCallKeyDay, 151000U)
                    .set(Field::RouterCallKeyCallID, 812U));
    settle();
    ASSERT_FALSE(onlyCall().data().toString(keyword::ICMEnterpriseUniqueID).isEmpty());
    forget();
    ASSERT_TRUE(onlyCall().hold());
    settle();
    peer().failControl(peer().last(MessageType::HOLD_CALL_REQ), protocol::ControlFailureCode::CF_GENERIC_UNSPECIFIED,
                       0);
    settle();
    const Arguments call = last(EventId::OnCallControlFailureConf);
    EXPECT_EQ(call.toUInt(keyword::EnablementMask), onlyCall().properties().toUInt(keyword::EnablementMask));
    EXPECT_EQ(call.toString(keyword::ICMEnterpriseUniqueID),
              onlyCall().data().toString(keyword::ICMEnterpriseUniqueID));
    EXPECT_EQ(call.toString(keyword::DeviceUniqueObjectID), QStringLiteral("device.5000.3101"));
    EXPECT_EQ(call.toString(keyword::FilterTarget), QStringLiteral("agent.5000.1001"));
    EXPECT_EQ(call.toUInt(keyword::CallStatus), static_cast<std::uint32_t>(CallStatus::Connect));
    ASSERT_TRUE(onlyCall().hold());
    settle();
    peer().fail(peer().last(MessageType::HOLD_CALL_REQ), protocol::StatusCode::E_CTI_INVALID_CALLID);
    settle();
    const Arguments refused = last(EventId::OnCTIOSFailure); // FAILURE_CONF: besides the request's own failure
    EXPECT_EQ(refused.toString(keyword::UniqueObjectID), onlyCall().uniqueObjectId());
    EXPECT_EQ(refused.toString(keyword::ICMEnterpriseUniqueID),
              onlyCall().data().toString(keyword::ICMEnterpriseUniqueID));
    EXPECT_EQ(refused.toUInt(keyword::CallStatus), static_cast<std::uint32_t>(CallStatus::Connect));
    EXPECT_EQ(refused.toUInt(keyword::FailureCode), 7U); // an unknown object
    EXPECT_EQ(count(EventId::OnCallControlFailureConf), 2U);
    peer().announceFailure(protocol::StatusCode::E_CTI_TIMEOUT);
    settle();
    const Arguments& session = last(EventId::OnCTIOSFailure);
    EXPECT_TRUE(session.contains(keyword::EnablementMask));
    EXPECT_EQ(session.toString(keyword::DeviceUniqueObjectID), QStringLiteral("device.5000.3101"));
    EXPECT_EQ(session.toString(keyword::FilterTarget), QStringLiteral("agent.5000.1001"));
    EXPECT_FALSE(session.contains(keyword::UniqueObjectID)); // it is about no call
}

TEST_F(WholeEvents, OfStreams) {
    signIn();
    expectOne(EventId::OnCallRTPStarted, send(whole(MessageType::RTP_STARTED_EVENT)));
    const WholeMessage stopped =
        wholeMessage(peer().message(MessageType::RTP_STOPPED_EVENT),
                     {{Field::Direction, static_cast<std::uint32_t>(Field::Direction) % 100 + 1}});
    expectOne(EventId::OnCallRTPStopped, send(stopped));
}

TEST_F(WholeEvents, OfTheAgentsState) {
    signIn();
    expectOne(EventId::OnAgentStateChange, send(whole(MessageType::AGENT_STATE_EVENT)),
              {QStringLiteral("LoginName")}); // not on the wire
}

TEST_F(WholeEvents, OfTheAgentsSignOut) {
    signIn();
    const WholeMessage state = wholeMessage(peer().message(MessageType::AGENT_STATE_EVENT),
                                            {{Field::AgentState, static_cast<std::uint32_t>(AgentState::Logout)}});
    send(state);
    expectOne(EventId::OnPreLogout, state);
    expectOne(EventId::OnPostLogout, state);
}

TEST_F(WholeEvents, OfTheDesk) {
    ASSERT_TRUE(connectToPeer());
    answerQuery(AgentState::NotReady);
    const std::uint32_t invokeId = peer().last(MessageType::AGENT_DESK_SETTINGS_REQ).invokeId();
    expectOne(EventId::OnAgentDeskSettingsConf, send(whole(MessageType::AGENT_DESK_SETTINGS_CONF, invokeId)));
}

TEST_F(WholeEvents, OfACallThatIsMade) {
    signIn();
    const CilResult made = agent().makeCall({QStringLiteral("2102")});
    ASSERT_TRUE(made);
    settle();
    expectOne(EventId::OnMakeCallConf,
              send(wholeMessage(peer().message(MessageType::MAKE_CALL_CONF),
                                {{Field::InvokeID, made.invokeId}, {Field::NewConnectionCallID, 16777219U}})));
}

TEST_F(WholeEvents, OfAnEmergency) {
    identity.isSupervisor = true;
    signInWithTeam();
    expectOne(EventId::OnEmergencyCall, send(whole(MessageType::EMERGENCY_CALL_EVENT)));
}

TEST_F(WholeEvents, OfSnapshots) {
    signIn();
    for (const MessageType type :
         {MessageType::BEGIN_CALL_EVENT, MessageType::CALL_DATA_UPDATE_EVENT, MessageType::CALL_DELIVERED_EVENT})
        send(whole(type));
    ASSERT_TRUE(onlyCall().snapshot());
    settle();
    const std::uint32_t invokeId = peer().last(MessageType::SNAPSHOT_CALL_REQ).invokeId();
    expectOne(EventId::OnSnapshotCallConf, send(whole(MessageType::SNAPSHOT_CALL_CONF, invokeId)));
}

/// The same of a team member whose place is watched, in the monitored forms.
class WholeMonitoredEvents : public WholeEvents {
protected:
    WholeMonitoredEvents() { identity.isSupervisor = true; }

    WholeMessage wholeOfMember(MessageType type) {
        return wholeMessage(
            peer().message(type), {{Field::MonitorID, deviceMonitor}},
            {{Field::AgentID, "1002"}, {Field::AgentInstrument, "3102"}, {Field::AgentExtension, "2102"}});
    }

    void expectMonitored(MessageType type, const std::set<QString>& others = {}) {
        const EventId id = service::monitoredVariant(eventOf(type)).value();
        expectOne(id, send(wholeOfMember(type)), others);
        EXPECT_EQ(last(id).toBool(keyword::Monitored), true);
        EXPECT_EQ(count(eventOf(type)), 0U);
    }
};

TEST_F(WholeMonitoredEvents, OfCalls) {
    monitorMember();
    expectMonitored(MessageType::AGENT_PRE_CALL_EVENT, {QStringLiteral("DNIS")});
    expectMonitored(MessageType::BEGIN_CALL_EVENT, notBeforeUpdates);
    send(wholeOfMember(MessageType::CALL_DATA_UPDATE_EVENT));
    send(wholeOfMember(MessageType::CALL_DELIVERED_EVENT));
    for (const MessageType type : callEvents)
        expectMonitored(type, type == MessageType::CALL_DATA_UPDATE_EVENT ? notInUpdates : std::set<QString>());
    expectMonitored(MessageType::AGENT_PRE_CALL_ABORT_EVENT);
    expectMonitored(MessageType::CALL_TRANSLATION_ROUTE_EVENT);
    expectMonitored(MessageType::AGENT_STATE_EVENT, {QStringLiteral("LoginName")});
}

TEST_F(WholeMonitoredEvents, OfACallThatBeginsCarryWhatWasToldOfItBefore) {
    monitorMember();
    send(wholeOfMember(MessageType::AGENT_PRE_CALL_EVENT));
    send(wholeOfMember(MessageType::CALL_DATA_UPDATE_EVENT));
    send(wholeOfMember(MessageType::CALL_DIVERTED_EVENT));
    expectMonitored(MessageType::BEGIN_CALL_EVENT);
}

struct Names : Directory {
    std::optional<PersonName> person(std::uint32_t, const QString&) const override {
        return PersonName{QStringLiteral("Ann"), QStringLiteral("Bell"), QStringLiteral("abell")};
    }
    std::optional<QString> skillGroup(std::uint32_t, std::uint32_t) const override { return std::nullopt; }
};

TEST_F(WholeMonitoredEvents, OfAMemberWhomTheDirectoryKnows) {
    const Names directory;
    session().setDirectory(directory);
    monitorMember();
    const WholeMessage state = send(wholeOfMember(MessageType::AGENT_STATE_EVENT));
    expectOne(EventId::OnMonitoredAgentStateChange, state);
    sendTeam({"1002"}); // now with the groups that the state told
    const Arguments* group = last(EventId::OnNewAgentTeamMember).arguments(Keyword::indexed(keyword::SkillGroup, 1));
    ASSERT_NE(group, nullptr);
    EXPECT_EQ(group->toUInt(keyword::SkillGroupNumber), member()
                                                            .properties()
                                                            .arguments(keyword::SkillGroups)
                                                            ->arguments(Keyword::indexed(keyword::SkillGroup, 1))
                                                            ->toUInt(keyword::SkillGroupNumber));
}

TEST_F(WholeMonitoredEvents, OfACallWhoseAnnouncementComesLaterCarryWhatIsNew) {
    monitorMember();
    send(wholeOfMember(MessageType::BEGIN_CALL_EVENT));
    const WholeMessage announcement = send(wholeOfMember(MessageType::AGENT_PRE_CALL_EVENT));
    const Arguments& told = last(EventId::OnMonitoredCallDataUpdate);
    for (const char* name : {"ServiceNumber", "ServiceID", "SkillGroupNumber", "SkillGroupID", "SkillGroupPriority"})
        EXPECT_EQ(told.toString(Keyword::of(QString::fromLatin1(name))).toStdString(), announcement.sent.at(name));
}

TEST_F(WholeMonitoredEvents, ACallThatIsRenamedTellsItsFormerName) {
    monitorMember();
    send(wholeOfMember(MessageType::BEGIN_CALL_EVENT));
    const QString former = agent().monitoredCall()->uniqueObjectId();
    peer().send(memberEvent(MessageType::CALL_DATA_UPDATE_EVENT)
                    .set(Field::NewConnectionCallID, 16777300U)
                    .set(Field::NewConnectionDeviceIDType, 1U)
                    .set(Field::NewConnectionDeviceID, std::string_view("9100")));
    settle();
    EXPECT_EQ(last(EventId::OnMonitoredCallDataUpdate).toString(keyword::OldUniqueObjectID), former);
}

TEST_F(WholeMonitoredEvents, OfACallThatFails) {
    monitorMember();
    send(wholeOfMember(MessageType::BEGIN_CALL_EVENT));
    expectMonitored(MessageType::CALL_FAILED_EVENT);
}

TEST_F(WholeEvents, OfTheAgentsQuery) {
    ASSERT_TRUE(connectToPeer());
    const std::uint32_t invokeId = peer().last(MessageType::QUERY_AGENT_STATE_REQ).invokeId();
    expectOne(EventId::OnQueryAgentStateConf, send(whole(MessageType::QUERY_AGENT_STATE_CONF, invokeId)));
}

} // namespace
} // namespace callwright::testing
