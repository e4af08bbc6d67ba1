#include "cil/objects/silent_monitor_manager.h"
#include "cil/service/event_mapping.h"
#include "tests/support/facts_record.h"
#include "tests/unit/objects/supervisor_fixture.h"

#include <functional>

namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::MessageType;

const Arguments serviceArguments{{keyword::SMSAddr, QStringLiteral("localhost")},
                                 {keyword::SMSListenPort, 42228},
                                 {keyword::SMSTOS, 0},
                                 {keyword::SMSHeartbeats, 5000},
                                 {keyword::SMSRetries, 3}};
const Arguments times{{keyword::HeartbeatInterval, 5}, {keyword::HeartbeatTimeout, 15}};
const QString textPrefix = QStringLiteral("callwright:silent-monitor/1 ");

class RecordedMedia : public SilentMonitorMedia {
public:
    SilentMonitorStatus answer = SilentMonitorStatus::Ok;
    QString does = QStringLiteral("nothing");
    SilentMonitorStream stream;

    SilentMonitorStatus startSending(const SilentMonitorStream& to) override { return start("sends", to); }
    SilentMonitorStatus startReceiving(const SilentMonitorStream& at) override { return start("receives", at); }
    void stop() override { does = QStringLiteral("nothing"); }

private:
    SilentMonitorStatus start(const char* what, const SilentMonitorStream& where) {
        stream = where;
        if (answer == SilentMonitorStatus::Ok)
            does = QLatin1String(what);
        return answer;
    }
};

/// One desk with a CTI Server of its own; the server's agent is always 1001 unless the desk is another's.
class Desk : public SupervisorFixture {
public:
    Desk(const char* agentId, bool isSupervisor) {
        identity.agentId = QLatin1String(agentId);
        identity.isSupervisor = isSupervisor;
    }
    ~Desk() override { dropSession(); } // before its media
    void TestBody() override {}

    QString clientId() const { return QStringLiteral("5000.") + identity.agentId; }
    SilentMonitorManager& manager() { return *session().getCurrentSilentMonitor(); }
    void open() {
        openAs(AgentState::NotReady);
        session().setCurrentSilentMonitor(session().createSilentMonitorManager(times));
    }
    void hear(const QString& sender, const QString& text) {
        const std::string client = sender.toStdString();
        const std::string words = text.toStdString();
        peer().send(peer()
                        .message(MessageType::USER_MESSAGE_EVENT)
                        .set(Field::Distribution, 0U)
                        .set(Field::ClientID, std::string_view(client))
                        .set(Field::Text, std::string_view(words)));
        settle();
    }
    std::string lastSaid() { return peer().last(MessageType::USER_MESSAGE_REQ).text(Field::Text).value(); }
    SilentMonitorStatus lastStatus(EventId id) const {
        return static_cast<SilentMonitorStatus>(last(id).toInt(keyword::StatusCode).value());
    }

    using SessionFixture::agent, SessionFixture::clock, SessionFixture::comeBack, SessionFixture::count;
    using SessionFixture::answerDevice, SupervisorFixture::supervisorButtons;
    using SessionFixture::events, SessionFixture::forget, SessionFixture::last, SessionFixture::loseLink;
    using SessionFixture::names, SessionFixture::peer, SessionFixture::sendState, SessionFixture::session;
    using SessionFixture::settings, SessionFixture::settle;
    using SupervisorFixture::sendMember, SupervisorFixture::sendTeam, SupervisorFixture::confirmWith;
    using SupervisorFixture::teamMonitor, SupervisorFixture::deviceMonitor;

    RecordedMedia media;
    std::size_t relayed = 0;
};

/// A supervisor (1900) and an agent (1001), each against a server in memory; the test carries their user messages.
class SilentMonitoring : public ::testing::Test {
protected:
    Desk supervisor{"1900", true};
    Desk agent{"1001", false};
    std::uint16_t key = 0;
    bool isCarrying = true;

    void open() {
        supervisor.open();
        agent.open();
        supervisor.manager().setMedia(&supervisor.media);
        agent.manager().setMedia(&agent.media);
        ASSERT_TRUE(supervisor.manager().startSMMonitoringMode(serviceArguments));
        ASSERT_TRUE(agent.manager().startSMMonitoredMode(serviceArguments));
    }

    static Arguments target() {
        return {{keyword::AgentID, QStringLiteral("1001")},
                {keyword::PeripheralID, 5000},
                {keyword::MonitoringIPAddress, QStringLiteral("10.1.2.3")},
                {keyword::HeartbeatInterval, 5},
                {keyword::HeartbeatTimeout, 15}};
    }
    CilResult ask(const Arguments& whom = target()) {
        const CilResult result = supervisor.manager().startSilentMonitorRequest(whom, key);
        pass(1);
        return result;
    }

    void carry(Desk& from, Desk& to) {
        for (; from.relayed < from.peer().received.size(); ++from.relayed) {
            const ReceivedFrame frame = from.peer().received[from.relayed];
            if (frame.type() != MessageType::USER_MESSAGE_REQ || !isCarrying)
                continue;
            from.peer().confirm(frame);
            if (frame.text(Field::ClientID) == to.clientId().toStdString())
                to.hear(from.clientId(), QString::fromStdString(frame.text(Field::Text).value()));
        }
    }
    void pass(int seconds) {
        for (int i = 0; i < seconds * 10; ++i) {
            carry(supervisor, agent);
            carry(agent, supervisor);
            supervisor.clock.advance(Milliseconds(100));
            agent.clock.advance(Milliseconds(100));
        }
    }

    static void expectWhole(const Desk& desk, EventId id, Keyword named) {
        const Arguments& arguments = desk.last(id);
        for (const Parameter& parameter : parametersOf(id)) {
            const bool isNeeded = parameter.variant != EventVariant::CcmMonitoring && !parameter.optional;
            EXPECT_TRUE(!isNeeded || arguments.contains(parameter.keyword))
                << eventName(id).toStdString() << ' ' << parameter.keyword.name().toStdString();
        }
        const bool namesTarget = arguments.contains(keyword::AgentID) || arguments.contains(keyword::DeviceID);
        EXPECT_TRUE(!namesTarget || arguments.contains(named)) << eventName(id).toStdString();
        EXPECT_FALSE(arguments.contains(keyword::AgentID) && arguments.contains(keyword::DeviceID));
    }
};

TEST_F(SilentMonitoring, MovesTheSupervisorsButtonsWhereTheProfileHasIt) {
    ConnectionProfile profile;
    profile.isDefault = true;
    profile.silentMonitorEnabled = true;
    supervisor.settings.profiles = {profile};
    open();
    supervisor.sendTeam({"1001"});
    ASSERT_TRUE(supervisor.agent().startMonitoringAllAgentTeams());
    supervisor.settle();
    supervisor.confirmWith(MessageType::MONITOR_AGENT_TEAM_START_REQ, MessageType::MONITOR_AGENT_TEAM_START_CONF,
                           Desk::teamMonitor);
    supervisor.sendMember("1001", AgentState::Available, "3101");
    ASSERT_TRUE(
        supervisor.agent().startMonitoringAgent(supervisor.session().findAgent(QStringLiteral("agent.5000.1001"))));
    supervisor.settle();
    supervisor.confirmWith(MessageType::MONITOR_START_REQ, MessageType::MONITOR_START_CONF, Desk::deviceMonitor);
    EXPECT_EQ(supervisor.supervisorButtons(), 0x21U); // log out, start
    ASSERT_TRUE(ask());
    EXPECT_EQ(supervisor.supervisorButtons(), 0x41U); // log out, stop
    supervisor.sendMember("1001", AgentState::NotReady, "3101");
    EXPECT_EQ(supervisor.supervisorButtons(), 0x43U); // whatever the agent does
    ASSERT_TRUE(supervisor.manager().stopSilentMonitorRequest(key));
    EXPECT_EQ(supervisor.supervisorButtons(), 0x23U);
    ASSERT_TRUE(ask());
    isCarrying = false;
    pass(40); // silence
    EXPECT_EQ(supervisor.supervisorButtons(), 0x23U);
    ASSERT_TRUE(supervisor.manager().stopSilentMonitorMode());
    EXPECT_EQ(supervisor.supervisorButtons(), 0x03U);
}

TEST_F(SilentMonitoring, BeginsAndEndsWithItsEventsOnBothSides) {
    open();
    supervisor.sendTeam({"1001"});
    ASSERT_TRUE(supervisor.agent().startMonitoringAllAgentTeams());
    supervisor.settle();
    supervisor.confirmWith(MessageType::MONITOR_AGENT_TEAM_START_REQ, MessageType::MONITOR_AGENT_TEAM_START_CONF,
                           Desk::teamMonitor);
    supervisor.sendMember("1001", AgentState::NotReady, "3101");
    for (const Keyword named : {keyword::AgentID, keyword::DeviceID}) {
        Arguments whom = target();
        whom.remove(keyword::AgentID);
        whom.set(named, named == keyword::AgentID ? QStringLiteral("1001") : QStringLiteral("3101"));
        supervisor.forget();
        agent.forget();
        ASSERT_TRUE(ask(whom)) << named.name().toStdString();
        EXPECT_NE(key, 0);
        EXPECT_EQ(supervisor.names(), list({"USER_MESSAGE_CONF", "OnStartSilentMonitorConf",
                                            "OnSilentMonitorStatusReportEvent", "OnSilentMonitorStartedEvent"}));
        EXPECT_EQ(agent.names(), list({"OnSilentMonitorStartRequestedEvent", "OnSilentMonitorStartedEvent"}));
        EXPECT_EQ(agent.media.does, QStringLiteral("sends"));
        EXPECT_EQ(agent.media.stream.address, QStringLiteral("10.1.2.3"));
        EXPECT_EQ(agent.media.stream.port, 39200);
        EXPECT_EQ(supervisor.media.does, QStringLiteral("receives"));
        EXPECT_EQ(supervisor.lastStatus(EventId::OnSilentMonitorStatusReportEvent),
                  SilentMonitorStatus::MonitorStarted);
        EXPECT_EQ(agent.last(EventId::OnSilentMonitorStartRequestedEvent).toString(keyword::OriginatingClientID),
                  QStringLiteral("5000.1900"));
        pass(60); // both give signs of life
        EXPECT_EQ(supervisor.count(EventId::OnSilentMonitorSessionDisconnected), 0U);
        ASSERT_TRUE(supervisor.manager().stopSilentMonitorRequest(key));
        pass(1);
        for (const EventId id : {EventId::OnStartSilentMonitorConf, EventId::OnSilentMonitorStatusReportEvent,
                                 EventId::OnSilentMonitorStartedEvent, EventId::OnStopSilentMonitorConf})
            expectWhole(supervisor, id, named);
        for (const EventId id : {EventId::OnSilentMonitorStartRequestedEvent, EventId::OnSilentMonitorStartedEvent,
                                 EventId::OnSilentMonitorStopRequestedEvent})
            expectWhole(agent, id, named);
        EXPECT_EQ(agent.media.does, QStringLiteral("nothing"));
        EXPECT_EQ(supervisor.media.does, QStringLiteral("nothing"));
        EXPECT_EQ(supervisor.count(EventId::OnChatMessage) + agent.count(EventId::OnChatMessage), 0U);
    }
}

TEST_F(SilentMonitoring, WithoutMediaSaysWhoAsksAndAnswersThatThereIsNone) {
    open();
    agent.manager().setMedia(nullptr);
    ASSERT_TRUE(ask());
    EXPECT_EQ(agent.count(EventId::OnSilentMonitorStartRequestedEvent), 1U);
    EXPECT_EQ(supervisor.lastStatus(EventId::OnSilentMonitorStatusReportEvent),
              SilentMonitorStatus::MediaTerminationNotPresent);
    EXPECT_TRUE(supervisor.manager().getSMSessionList().isEmpty());
    supervisor.manager().setMedia(nullptr);
    EXPECT_EQ(ask().code, CilCode::MediaTerminationNotInstalled);
    supervisor.manager().setMedia(&supervisor.media);
    supervisor.media.answer = SilentMonitorStatus::PortUnavailable;
    EXPECT_EQ(ask().code, CilCode::PortUnavailable);
    EXPECT_TRUE(supervisor.manager().getSMSessionList().isEmpty());
}

class Hesitant : public ISilentMonitorEvents {
public:
    void OnSilentMonitorStartRequestedEvent(Arguments& arguments) override {
        arguments.set(keyword::DoDefaultMessageHandling, false);
        request = arguments;
    }
    Arguments request;
};

TEST_F(SilentMonitoring, WaitsForTheProgramThatWantsToDecide) {
    open();
    Hesitant program;
    agent.session().events().add<ISilentMonitorEvents>(&program);
    ASSERT_TRUE(ask());
    pass(60);
    EXPECT_EQ(supervisor.lastStatus(EventId::OnSilentMonitorStatusReportEvent), SilentMonitorStatus::InProgress);
    EXPECT_EQ(agent.media.does, QStringLiteral("nothing"));
    EXPECT_TRUE(agent.manager().acceptSilentMonitoring(program.request)); // DoDefaultMessageHandling is false still
    EXPECT_EQ(agent.media.does, QStringLiteral("nothing"));
    Arguments accepted = program.request;
    for (const auto& pair : program.request) {
        if (pair.key == keyword::AgentID || pair.key == keyword::PeripheralID)
            continue;
        Arguments incomplete = program.request;
        incomplete.remove(pair.key);
        EXPECT_EQ(agent.manager().acceptSilentMonitoring(incomplete).code, CilCode::MissingArgument)
            << pair.key.name().toStdString();
    }
    accepted.set(keyword::DoDefaultMessageHandling, true).set(keyword::SMSessionKey, key ^ 1);
    EXPECT_EQ(agent.manager().acceptSilentMonitoring(accepted).code,
              (key ^ 1) == 0 ? CilCode::InvalidArgument : CilCode::InvalidMonitorSession);
    accepted.set(keyword::SMSessionKey, key);
    EXPECT_TRUE(agent.manager().acceptSilentMonitoring(accepted));
    EXPECT_EQ(agent.media.does, QStringLiteral("sends"));
    EXPECT_EQ(agent.manager().acceptSilentMonitoring(accepted).code, CilCode::NoPendingRequest);
    pass(1);
    EXPECT_EQ(supervisor.lastStatus(EventId::OnSilentMonitorStatusReportEvent), SilentMonitorStatus::MonitorStarted);

    ASSERT_TRUE(supervisor.manager().stopSilentMonitorRequest(key));
    pass(1);
    ASSERT_TRUE(ask());
    ASSERT_TRUE(agent.manager().reportSMSessionStatus(key, SilentMonitorStatus::Failed)); // no
    pass(1);
    EXPECT_EQ(supervisor.lastStatus(EventId::OnSilentMonitorStatusReportEvent), SilentMonitorStatus::Failed);
    EXPECT_TRUE(supervisor.manager().getSMSessionList().isEmpty());
    EXPECT_TRUE(agent.manager().getSMSessionList().isEmpty());
    agent.session().events().remove<ISilentMonitorEvents>(&program);
}

TEST_F(SilentMonitoring, TellsWhatItIsAbout) {
    open();
    agent.peer().send(agent.peer()
                          .message(MessageType::RTP_STARTED_EVENT)
                          .set(Field::PayloadType, 4U)
                          .set(Field::AgentID, std::string_view("1001"))
                          .set(Field::ClientAddress, std::string_view("10.9.9.9")));
    agent.settle();
    ASSERT_TRUE(ask());
    const QString whom = QStringLiteral("agent.5000.1001");
    for (Desk* desk : {&supervisor, &agent}) {
        const Arguments info = desk->manager().getSessionInfo(key, whom);
        for (const char* word : {"SMSessionKey", "SMSessionStatus", "AudioMode", "AgentID", "MonitoredUniqueObjectID",
                                 "MonitoredDeviceIPAddress", "PeripheralID", "MonitoringIPAddress", "MonitoringIPPort"})
            EXPECT_TRUE(info.contains(Keyword::of(QString::fromLatin1(word)))) << word;
        EXPECT_EQ(info.toString(Keyword::of(u"MonitoredDeviceIPAddress")), QStringLiteral("10.9.9.9"));
        EXPECT_TRUE(desk->manager().isMonitoredTarget(whom));
        EXPECT_FALSE(desk->manager().isMonitoredTarget(QStringLiteral("agent.5000.1002")));
        EXPECT_EQ(desk->manager().getSMSessionList().size(), 1U);
        EXPECT_TRUE(desk->manager().getSessionInfo(key, QStringLiteral("agent.5000.1002")).isEmpty());
        const Arguments properties = desk->manager().properties();
        for (const Keyword property : {keyword::HeartbeatInterval, keyword::HeartbeatTimeout,
                                       keyword::MediaTerminationPort, keyword::SMManagerMode}) {
            ASSERT_TRUE(properties.contains(property));
            noteFact("property", "SilentMonitorManager\t" + property.name().toStdString());
        }
    }
    noteFact("property", "SilentMonitorManager\tSessionInformation");
    EXPECT_EQ(agent.manager().properties().toInt(keyword::SMManagerMode), 0);
    EXPECT_EQ(supervisor.manager().properties().toInt(keyword::SMManagerMode), 1);
    EXPECT_EQ(agent.manager().getIPPhoneInfo().toInt(keyword::PayloadType), 4);
    noteFact("property", "SilentMonitorManager\tIPPhoneInformation");
    EXPECT_EQ(agent.manager().setIPPhoneInfo({{keyword::Direction, 2}}).code, CilCode::MissingArgument);
    const Arguments phone{{keyword::ClientAddress, QStringLiteral("10.8.8.8")}, {keyword::Direction, 2}};
    Arguments wrong = phone;
    wrong.set(keyword::Direction, 3);
    EXPECT_EQ(agent.manager().setIPPhoneInfo(wrong).code, CilCode::InvalidArgument);
    EXPECT_TRUE(agent.manager().setIPPhoneInfo(phone));
    EXPECT_TRUE(agent.manager().getIPPhoneInfo() == phone);
}

TEST_F(SilentMonitoring, TakesNoOtherPhoneForItsOwn) {
    open();
    supervisor.peer().send(supervisor.peer()
                               .message(MessageType::RTP_STARTED_EVENT)
                               .set(Field::AgentID, std::string_view("1001"))
                               .set(Field::ClientAddress, std::string_view("10.9.9.9")));
    supervisor.settle();
    EXPECT_EQ(supervisor.count(EventId::OnCallRTPStarted), 1U);
    EXPECT_TRUE(supervisor.manager().getIPPhoneInfo().isEmpty());
}

TEST_F(SilentMonitoring, SaysWhenThePhoneIsNotHeard) {
    open();
    agent.media.noPackets(); // no session: nothing to say
    ASSERT_TRUE(ask());
    agent.media.noPackets();
    pass(1);
    EXPECT_TRUE(
        service::missingParameters(EventId::OnRTPStreamTimedoutEvent, agent.last(EventId::OnRTPStreamTimedoutEvent))
            .empty());
    EXPECT_EQ(agent.count(EventId::OnRTPStreamTimedoutEvent), 1U);
    EXPECT_EQ(supervisor.lastStatus(EventId::OnSilentMonitorStatusReportEvent),
              SilentMonitorStatus::NoPacketsFromPhone);
    EXPECT_EQ(supervisor.manager().getSMSessionList().size(), 1U); // it may be heard again
}

TEST_F(SilentMonitoring, EndsWhenTheOtherSideFallsSilent) {
    open();
    ASSERT_TRUE(ask());
    isCarrying = false;
    pass(16);
    for (const Desk* desk : {&supervisor, &agent}) {
        EXPECT_EQ(desk->lastStatus(EventId::OnSilentMonitorSessionDisconnected), SilentMonitorStatus::HeartbeatTimeout);
        EXPECT_TRUE(service::missingParameters(EventId::OnSilentMonitorSessionDisconnected,
                                               desk->last(EventId::OnSilentMonitorSessionDisconnected))
                        .empty());
        EXPECT_EQ(desk->media.does, QStringLiteral("nothing"));
    }
}

TEST_F(SilentMonitoring, EndsWithoutAnAnswer) {
    open();
    ASSERT_TRUE(supervisor.session().setCurrentSilentMonitor(&supervisor.manager()));
    Arguments whom = target();
    whom.set(keyword::AgentID, QStringLiteral("1777")); // the server takes it; nobody answers
    ASSERT_TRUE(ask(whom));
    EXPECT_EQ(ask(whom).code, CilCode::AlreadyMonitoring);
    pass(15);
    EXPECT_EQ(supervisor.lastStatus(EventId::OnSilentMonitorSessionDisconnected),
              SilentMonitorStatus::NoResponseFromPeer);
    EXPECT_EQ(supervisor.media.does, QStringLiteral("nothing"));
}

TEST_F(SilentMonitoring, EndsWhenTheServerRefuses) {
    open();
    ASSERT_TRUE(supervisor.manager().startSilentMonitorRequest(target(), key));
    supervisor.settle();
    supervisor.peer().fail(supervisor.peer().last(MessageType::USER_MESSAGE_REQ),
                           protocol::StatusCode::E_CTI_CLIENT_NOT_FOUND);
    supervisor.settle();
    EXPECT_EQ(supervisor.count(EventId::OnAgentControlFailureConf), 1U);
    EXPECT_EQ(supervisor.count(EventId::OnStartSilentMonitorConf), 0U);
    EXPECT_TRUE(supervisor.manager().getSMSessionList().isEmpty());
}

TEST_F(SilentMonitoring, EndsOnBothSidesWhenOneLosesItsServer) {
    open();
    ASSERT_TRUE(ask());
    agent.loseLink();
    EXPECT_EQ(agent.lastStatus(EventId::OnSilentMonitorSessionDisconnected), SilentMonitorStatus::ComError);
    EXPECT_EQ(agent.media.does, QStringLiteral("nothing"));
    pass(16);
    EXPECT_EQ(supervisor.lastStatus(EventId::OnSilentMonitorSessionDisconnected),
              SilentMonitorStatus::HeartbeatTimeout);
}

TEST_F(SilentMonitoring, EndsWithTheSignOutAndWithTheMode) {
    open();
    ASSERT_TRUE(ask());
    ASSERT_TRUE(agent.manager().stopSilentMonitorMode());
    pass(1);
    EXPECT_EQ(agent.manager().mode(), SilentMonitorMode::NotSet);
    EXPECT_EQ(supervisor.lastStatus(EventId::OnSilentMonitorStatusReportEvent),
              SilentMonitorStatus::TerminatedByMonitoredClient);
    ASSERT_TRUE(agent.manager().startSMMonitoredMode(serviceArguments));
    ASSERT_TRUE(ask());
    agent.sendState(AgentState::Logout);
    pass(1);
    EXPECT_EQ(agent.count(EventId::OnSilentMonitorStopRequestedEvent), 2U);
    EXPECT_EQ(supervisor.lastStatus(EventId::OnSilentMonitorStatusReportEvent), SilentMonitorStatus::PeerLoggedOut);
    EXPECT_EQ(supervisor.media.does, QStringLiteral("nothing"));
    ASSERT_TRUE(ask()); // refused: nobody is signed in there
    EXPECT_EQ(supervisor.lastStatus(EventId::OnSilentMonitorStatusReportEvent), SilentMonitorStatus::PeerLoggedOut);
    EXPECT_TRUE(supervisor.manager().getSMSessionList().isEmpty());
}

TEST_F(SilentMonitoring, RefusesWhoMayNotListen) {
    open();
    const QString start = QStringLiteral("start key=7 agent=1001 peripheral=5000 address=10.1.2.4 port=1 interval=5 "
                                         "timeout=15");
    const auto answerTo = [&](const QString& sender, QString text) {
        agent.clock.advance(std::chrono::seconds(1)); // nobody is answered more often
        agent.hear(sender, textPrefix + text);
        return agent.lastSaid();
    };
    EXPECT_TRUE(
        answerTo(QStringLiteral("5000.1901"), QString(start).replace(QStringLiteral("1001"), QStringLiteral("1002")))
            .ends_with("status=10"));
    ASSERT_TRUE(ask());
    EXPECT_TRUE(answerTo(QStringLiteral("5000.1901"), start).ends_with("status=268435457")); // in a session already
    EXPECT_EQ(agent.media.stream.address, QStringLiteral("10.1.2.3"));
    ASSERT_TRUE(supervisor.manager().stopSilentMonitorRequest(key));
    pass(1);
    agent.sendTeam({"1002"});
    EXPECT_TRUE(answerTo(QStringLiteral("5000.1002"), start).ends_with("status=268435462")); // a plain member
    ASSERT_TRUE(agent.session().setCurrentSilentMonitor(nullptr));
    EXPECT_TRUE(answerTo(QStringLiteral("5000.1901"), start).ends_with("status=268435462"));
    agent.settings.ccmBasedSilentMonitor = true;
    EXPECT_TRUE(answerTo(QStringLiteral("5000.1901"), start).ends_with("status=21"));
}

TEST_F(SilentMonitoring, AnswersNobodyMoreThanOnceASecond) {
    open();
    const auto start = [&](int sender, int sessionKey) {
        agent.hear(QStringLiteral("5000.%1").arg(sender),
                   textPrefix + QStringLiteral("start key=%1 agent=1002 peripheral=5000 address=10.1.2.4 port=1 "
                                               "interval=5 timeout=15")
                                    .arg(sessionKey));
    };
    const auto answers = [&] { return agent.peer().count(MessageType::USER_MESSAGE_REQ); };
    for (int i = 1; i <= 5; ++i)
        start(1901, i);
    EXPECT_EQ(answers(), 1U);
    for (int i = 0; i < 10; ++i)
        start(2000 + i, 1);
    EXPECT_EQ(answers(), 8U); // all together
    agent.clock.advance(std::chrono::seconds(1));
    start(1901, 21);
    EXPECT_EQ(answers(), 9U);
    agent.clock.advance(std::chrono::seconds(1));
    ASSERT_TRUE(ask()); // who behaves is heard
    EXPECT_EQ(agent.media.does, QStringLiteral("sends"));
}

TEST_F(SilentMonitoring, IsRefusedForAnAgentOfAnotherTeam) {
    open();
    supervisor.sendTeam({"1001"});
    Arguments stranger = target();
    stranger.set(keyword::AgentID, QStringLiteral("1777"));
    EXPECT_EQ(ask(stranger).code, CilCode::TargetNotFound);
    EXPECT_EQ(supervisor.media.does, QStringLiteral("nothing"));
    EXPECT_TRUE(ask());
}

TEST_F(SilentMonitoring, NeedsAProfileThatAllowsIt) {
    ConnectionProfile profile;
    profile.isDefault = true;
    profile.silentMonitorEnabled = false;
    for (Desk* desk : {&supervisor, &agent})
        desk->settings.profiles = {profile};
    supervisor.open();
    agent.open();
    EXPECT_EQ(supervisor.manager().startSMMonitoringMode(serviceArguments).code, CilCode::NotEnabledForSilentMonitor);
    EXPECT_EQ(agent.manager().startSMMonitoredMode(serviceArguments).code, CilCode::NotEnabledForSilentMonitor);
    supervisor.settings.profiles[0].silentMonitorEnabled = true;
    supervisor.manager().setMedia(&supervisor.media);
    ASSERT_TRUE(supervisor.manager().startSMMonitoringMode(serviceArguments));
    ASSERT_TRUE(ask());
    EXPECT_EQ(supervisor.lastStatus(EventId::OnSilentMonitorStatusReportEvent),
              SilentMonitorStatus::PeerSilentMonitorNotEnabled);
}

TEST_F(SilentMonitoring, IsShownToTheAgentIfTheProfileSaysSo) {
    ConnectionProfile profile;
    profile.isDefault = true;
    profile.showsSilentMonitoring = true;
    agent.settings.profiles = {profile};
    open();
    EXPECT_FALSE(agent.session().showsSilentMonitoring());
    ASSERT_TRUE(ask());
    EXPECT_TRUE(agent.session().showsSilentMonitoring());
    EXPECT_FALSE(supervisor.session().showsSilentMonitoring());
    agent.settings.profiles[0].showsSilentMonitoring = false;
    EXPECT_FALSE(agent.session().showsSilentMonitoring());
    agent.settings.profiles[0].showsSilentMonitoring = true;
    ASSERT_TRUE(supervisor.manager().stopSilentMonitorRequest(key));
    pass(1);
    EXPECT_FALSE(agent.session().showsSilentMonitoring());
}

TEST_F(SilentMonitoring, LetsNobodyElseIntoASession) {
    open();
    ASSERT_TRUE(ask());
    const std::size_t said = agent.peer().count(MessageType::USER_MESSAGE_REQ);
    const QString right = QString::number(key);
    const std::pair<QString, QString> rows[] = {
        {QStringLiteral("5000.1901"), QStringLiteral("stop key=") + right},
        {QStringLiteral("5000.1900"), QStringLiteral("stop key=") + QString::number(key == 1 ? 2 : 1)},
        {QStringLiteral("5000.1001"), QStringLiteral("stop key=") + right},
        {QStringLiteral("wallboard"), QStringLiteral("start key=1")},
        {QStringLiteral("5000.1900"), QStringLiteral("report status=4 key=") + right},
        {QStringLiteral("5000.1900"), QStringLiteral("stop key=") + right + QStringLiteral(" x=1")},
        {QStringLiteral("5000.1900"), QString(200, u'=')},
        {{}, QStringLiteral("stop key=") + right},
    };
    agent.forget();
    for (const auto& [sender, text] : rows)
        agent.hear(sender, textPrefix + text);
    agent.hear(QStringLiteral("5000.1900"), QStringLiteral("callwright:silent-monitor/2 stop"));
    EXPECT_TRUE(agent.names().isEmpty()) << agent.names().join(u' ').toStdString();
    EXPECT_EQ(agent.peer().count(MessageType::USER_MESSAGE_REQ), said);
    EXPECT_EQ(agent.media.does, QStringLiteral("sends"));
    EXPECT_EQ(agent.agent().sendChatMessage(ChatTo::Agent, QStringLiteral("1900"), textPrefix).code,
              CilCode::InvalidArgument); // nobody types one
}

TEST_F(SilentMonitoring, AnswersEveryWrongRequestWithItsCode) {
    supervisor.open();
    agent.open();
    SilentMonitorManager& manager = supervisor.manager();
    manager.setMedia(&supervisor.media);
    const auto without = [](Arguments arguments, Keyword name) {
        arguments.remove(name);
        return arguments;
    };
    const auto with = [](Arguments arguments, Keyword name, ArgValue value) { return arguments.set(name, value); };
    const struct {
        const char* what;
        std::function<CilResult()> method;
        std::int32_t code;
    } rows[] = {
        {"no mode", [&] { return ask(); }, CilCode::InvalidObjectState},
        {"nothing to stop", [&] { return manager.stopSilentMonitorRequest(1); }, CilCode::NoMonitorSession},
        {"nothing to report", [&] { return manager.reportSMSessionStatus(1, SilentMonitorStatus::Ok); },
         CilCode::NoMonitorSession},
        {"an agent listens", [&] { return agent.manager().startSMMonitoringMode(serviceArguments); },
         CilCode::InvalidAgent},
        {"a supervisor is listened to", [&] { return manager.startSMMonitoredMode(serviceArguments); },
         CilCode::NotEnabledForSilentMonitor},
        {"no address", [&] { return manager.startSMMonitoringMode(without(serviceArguments, keyword::SMSAddr)); },
         CilCode::MissingArgument},
        {"no port", [&] { return manager.startSMMonitoringMode(without(serviceArguments, keyword::SMSListenPort)); },
         CilCode::MissingArgument},
        {"wrong port", [&] { return manager.startSMMonitoringMode(with(serviceArguments, keyword::SMSListenPort, 0)); },
         CilCode::InvalidArgument},
        {"timeout too short",
         [&] { return manager.startSMMonitoringMode(with(serviceArguments, keyword::HeartbeatTimeout, 1)); },
         CilCode::InvalidArgument},
        {"empty cluster",
         [&] { return agent.manager().startSMMonitoredMode(with(serviceArguments, keyword::Cluster, ArgArray())); },
         CilCode::InvalidArgument},
        {"right", [&] { return manager.startSMMonitoringMode(serviceArguments); }, CilCode::Ok},
        {"twice", [&] { return manager.startSMMonitoringMode(serviceArguments); }, CilCode::ModeSetAlready},
        {"nobody", [&] { return ask(without(target(), keyword::AgentID)); }, CilCode::MissingArgument},
        {"both", [&] { return ask(with(target(), keyword::DeviceID, QStringLiteral("3101"))); },
         CilCode::InvalidArgument},
        {"no peripheral", [&] { return ask(without(target(), keyword::PeripheralID)); }, CilCode::MissingArgument},
        {"no interval", [&] { return ask(without(target(), keyword::HeartbeatInterval)); }, CilCode::MissingArgument},
        {"a name", [&] { return ask(with(target(), keyword::MonitoringIPAddress, QStringLiteral("desk"))); },
         CilCode::InvalidArgument},
        {"unknown device",
         [&] { return ask(with(without(target(), keyword::AgentID), keyword::DeviceID, QStringLiteral("3999"))); },
         CilCode::TargetNotFound},
        {"nothing to accept", [&] { return manager.acceptSilentMonitoring({}); }, CilCode::MissingArgument},
        {"the other's manager", [&] { return supervisor.session().setCurrentSilentMonitor(&agent.manager()); },
         CilCode::InvalidArgument},
        {"not its own", [&] { return supervisor.session().destroySilentMonitorManager(&agent.manager()); },
         CilCode::InvalidArgument},
    };
    for (const auto& row : rows) {
        const CilResult result = row.method();
        EXPECT_EQ(result.code, row.code) << row.what;
        EXPECT_TRUE(supervisor.session().lastError() == (result ? 0 : result.code) ||
                    agent.session().lastError() == result.code)
            << row.what;
    }
    supervisor.settings.ccmBasedSilentMonitor = true;
    EXPECT_EQ(ask().code, CilCode::InvalidSilentMonitorMode);
    EXPECT_EQ(manager.acceptSilentMonitoring({}).code, CilCode::InvalidSilentMonitorMode);
    ASSERT_TRUE(manager.stopSilentMonitorMode());
    EXPECT_EQ(manager.startSMMonitoringMode(serviceArguments).code, CilCode::InvalidSilentMonitorMode);
}

TEST_F(SilentMonitoring, ManagersAreMadeAndUnmade) {
    supervisor.open();
    agent.open();
    EXPECT_EQ(agent.session().createSilentMonitorManager({}), nullptr);
    EXPECT_EQ(agent.session().lastError(), CilCode::MissingArgument);
    SilentMonitorManager* other = agent.session().createSilentMonitorManager(times);
    ASSERT_NE(other, nullptr);
    EXPECT_EQ(other->startSMMonitoredMode(serviceArguments).code, CilCode::InvalidObjectState); // not the current one
    ASSERT_TRUE(agent.session().setCurrentSilentMonitor(other));
    other->setMedia(&agent.media);
    Arguments cluster = serviceArguments;
    cluster.set(keyword::Cluster, ArgArray{QStringLiteral("sms-1"), QStringLiteral("sms-2")});
    ASSERT_TRUE(other->startSMMonitoredMode(cluster));
    supervisor.manager().setMedia(&supervisor.media);
    ASSERT_TRUE(supervisor.manager().startSMMonitoringMode(serviceArguments));
    ASSERT_TRUE(ask());
    EXPECT_TRUE(agent.media.stream.service.toString(keyword::SMSAddr).startsWith(u"sms-"));
    ASSERT_TRUE(agent.session().destroySilentMonitorManager(other));
    EXPECT_EQ(agent.session().getCurrentSilentMonitor(), nullptr);
    EXPECT_EQ(agent.media.does, QStringLiteral("nothing"));
    pass(1);
    EXPECT_EQ(supervisor.lastStatus(EventId::OnSilentMonitorStatusReportEvent),
              SilentMonitorStatus::TerminatedByMonitoredClient);
}

} // namespace
} // namespace callwright::testing
