// Supervisors listen by audio between desktops: real desks before the simulated CTI Server, which carries what they say
// to each other as user messages. Only the voice itself is played here.

#include "cil/events/keywords.h"
#include "cil/objects/silent_monitor_manager.h"
#include "tests/integration/chain/chain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <utility>

namespace callwright::testing {
namespace {

using namespace Qt::StringLiterals;
using std::chrono::seconds;

class PlayedMedia : public SilentMonitorMedia {
public:
    QString does = u"nothing"_s;
    SilentMonitorStream stream;

    SilentMonitorStatus startSending(const SilentMonitorStream& to) override { return start(u"sends"_s, to); }
    SilentMonitorStatus startReceiving(const SilentMonitorStream& at) override { return start(u"receives"_s, at); }
    void stop() override { does = u"nothing"_s; }

private:
    SilentMonitorStatus start(const QString& what, const SilentMonitorStream& where) {
        stream = where;
        does = what;
        return SilentMonitorStatus::Ok;
    }
};

/// A desk's part in silent monitoring: its voice, and the events of ISilentMonitorEvents since forget().
struct Station {
    explicit Station(Desk& at) : desk(at) {
        QObject::connect(&desk.session.events(), &Publisher::event, &desk.session,
                         [this](EventId id, const Arguments& arguments) {
                             if (interfaceOf(id) == EventInterface::ISilentMonitorEvents &&
                                 id != EventId::OnCallRTPStarted && id != EventId::OnCallRTPStopped) {
                                 events << eventName(id);
                                 status = arguments.toInt(keyword::StatusCode).value_or(status);
                             }
                         });
    }
    SilentMonitorManager& manager() { return *desk.session.getCurrentSilentMonitor(); }
    void prepare() {
        desk.session.setCurrentSilentMonitor(desk.session.createSilentMonitorManager(
            {{keyword::HeartbeatInterval, 5}, {keyword::HeartbeatTimeout, 15}}));
        manager().setMedia(&media);
        const Arguments service{{keyword::SMSAddr, u"localhost"_s},
                                {keyword::SMSListenPort, 42228},
                                {keyword::SMSTOS, 0},
                                {keyword::SMSHeartbeats, 5000},
                                {keyword::SMSRetries, 3}};
        const CilResult started = desk.identity.isSupervisor ? manager().startSMMonitoringMode(service)
                                                             : manager().startSMMonitoredMode(service);
        ASSERT_TRUE(started) << cilErrorName(started.code).toStdString();
    }
    SilentMonitorStatus lastStatus() const { return static_cast<SilentMonitorStatus>(status); }
    void forget() { events.clear(); }

    PlayedMedia media;
    Desk& desk;
    QStringList events;
    std::int32_t status = 0;
};

ChainOptions site() {
    ChainOptions options;
    const auto add = [&](const char* id, const char* instrument, bool isSupervisor) {
        options.agents.push_back({5000, QLatin1String(id), QLatin1String(instrument), isSupervisor});
    };
    add("1091", "3191", true);
    add("1092", "3192", true); // of the other team
    add("1001", "3101", false);
    add("1007", "3107", false); // of the other team
    for (simulator::AgentConfig& agent : options.site.acd.agents)
        agent.desk.silentMonitorWarningMessage = agent.id == "1001" ? 1 : 0;
    options.settings.stopsSilentMonitorAtNonAcdCalls = true;
    return options;
}

class SilentMonitorOverTheServer : public ::testing::Test {
protected:
    SilentMonitorOverTheServer() {
        for (std::size_t i = 0; i < chain.size(); ++i)
            chain.connect(chain.desk(i));
        chain.settle();
        for (std::size_t i = 0; i < chain.size(); ++i)
            chain.desk(i).sent(chain.desk(i).session.currentAgent()->login(u"any"_s));
        chain.settle();
        for (Station* station : {&supervisor, &otherSupervisor, &agent, &stranger})
            station->prepare();
    }
    ~SilentMonitorOverTheServer() override {
        for (Station* station : {&supervisor, &otherSupervisor, &agent, &stranger})
            station->manager().setMedia(nullptr);
    }

    CilResult listen(Station& who, const char* agentId) {
        const Arguments target{{keyword::AgentID, QString::fromLatin1(agentId)},
                               {keyword::PeripheralID, 5000},
                               {keyword::MonitoringIPAddress, u"10.1.2.3"_s},
                               {keyword::HeartbeatInterval, 5},
                               {keyword::HeartbeatTimeout, 15}};
        const CilResult result = who.manager().startSilentMonitorRequest(target, key);
        chain.settle();
        return result;
    }
    void take(const char* to) {
        ASSERT_TRUE(chain.simulator().startCall(to, "4155550134"));
        chain.settle();
        ASSERT_EQ(agent.desk.liveCalls().size(), 1U);
        ASSERT_TRUE(agent.desk.liveCalls().front()->answer());
        chain.settle();
    }
    void hangUp() {
        ASSERT_TRUE(agent.desk.liveCalls().front()->clearConnection());
        chain.settle();
        ASSERT_TRUE(agent.desk.liveCalls().empty());
    }

    Chain chain{site()};
    Station supervisor{chain.desk(0)};
    Station otherSupervisor{chain.desk(1)};
    Station agent{chain.desk(2)};
    Station stranger{chain.desk(3)};
    std::uint16_t key = 0;
};

TEST_F(SilentMonitorOverTheServer, StartsGoesOnAndStops) {
    ASSERT_TRUE(listen(supervisor, "1001"));
    EXPECT_EQ(supervisor.events, (QStringList{u"OnStartSilentMonitorConf"_s, u"OnSilentMonitorStatusReportEvent"_s,
                                              u"OnSilentMonitorStartedEvent"_s}));
    EXPECT_EQ(agent.events, (QStringList{u"OnSilentMonitorStartRequestedEvent"_s, u"OnSilentMonitorStartedEvent"_s}));
    EXPECT_EQ(agent.media.does, u"sends"_s);
    EXPECT_EQ(agent.media.stream.address, u"10.1.2.3"_s);
    EXPECT_EQ(agent.media.stream.port, 39200);
    EXPECT_EQ(supervisor.media.does, u"receives"_s);
    EXPECT_TRUE(agent.desk.session.showsSilentMonitoring());
    chain.clock.advance(std::chrono::minutes(10)); // by signs of life, every 5 s both ways
    EXPECT_EQ(agent.media.does, u"sends"_s);
    EXPECT_EQ(listen(supervisor, "1001").code, CilCode::AlreadyMonitoring);
    supervisor.forget();
    agent.forget();
    ASSERT_TRUE(supervisor.manager().stopSilentMonitorRequest(key));
    chain.settle();
    EXPECT_EQ(supervisor.events, (QStringList{u"OnStopSilentMonitorConf"_s}));
    EXPECT_EQ(agent.events, (QStringList{u"OnSilentMonitorStopRequestedEvent"_s}));
    EXPECT_EQ(agent.media.does, u"nothing"_s);
    EXPECT_EQ(supervisor.media.does, u"nothing"_s);
    EXPECT_FALSE(agent.desk.session.showsSilentMonitoring());
    EXPECT_EQ(agent.desk.seen[EventId::OnChatMessage] + supervisor.desk.seen[EventId::OnChatMessage], 0);
    ASSERT_TRUE(listen(supervisor, "1001")); // and again
    EXPECT_EQ(agent.media.does, u"sends"_s);
}

TEST_F(SilentMonitorOverTheServer, IsShownToThoseAgentsOnlyWhoseDeskSettingsSaySo) {
    ASSERT_TRUE(listen(otherSupervisor, "1007"));
    EXPECT_EQ(stranger.media.does, u"sends"_s);
    EXPECT_FALSE(stranger.desk.session.showsSilentMonitoring());
    ASSERT_TRUE(listen(supervisor, "1001"));
    EXPECT_TRUE(agent.desk.session.showsSilentMonitoring());
}

TEST_F(SilentMonitorOverTheServer, IsRefusedWhereItMustBe) {
    EXPECT_EQ(listen(supervisor, "1007").code, CilCode::TargetNotFound); // of the other team, as the server has told
    EXPECT_TRUE(stranger.events.isEmpty());
    EXPECT_EQ(listen(agent, "1007").code, CilCode::InvalidAgent);

    ASSERT_TRUE(listen(supervisor, "1002")); // nobody is there
    EXPECT_EQ(supervisor.desk.seen[EventId::OnAgentControlFailureConf], 1);
    EXPECT_TRUE(supervisor.manager().getSMSessionList().isEmpty());
    EXPECT_EQ(supervisor.media.does, u"nothing"_s);

    ASSERT_TRUE(agent.manager().stopSilentMonitorMode());
    ASSERT_TRUE(listen(supervisor, "1001"));
    EXPECT_EQ(supervisor.lastStatus(), SilentMonitorStatus::PeerSilentMonitorNotEnabled);
    EXPECT_EQ(supervisor.media.does, u"nothing"_s);
    EXPECT_FALSE(agent.desk.session.showsSilentMonitoring());
}

TEST_F(SilentMonitorOverTheServer, OneSupervisorAtATime) {
    // The agent changes teams for the time being: both supervisors know the agent in turn.
    ASSERT_TRUE(listen(supervisor, "1001"));
    ASSERT_TRUE(chain.simulator().setTeam("1001", 2));
    chain.settle();
    ASSERT_TRUE(listen(otherSupervisor, "1001"));
    EXPECT_EQ(otherSupervisor.lastStatus(), SilentMonitorStatus::RejectedAlreadyInSession);
    EXPECT_EQ(otherSupervisor.media.does, u"nothing"_s);
    EXPECT_EQ(agent.media.does, u"sends"_s);
    EXPECT_EQ(supervisor.media.does, u"receives"_s);
}

TEST_F(SilentMonitorOverTheServer, CallsThatNoQueueBroughtAreNotHeard) {
    take("3101"); // from outside, to the agent's own number
    ASSERT_TRUE(listen(supervisor, "1001"));
    EXPECT_EQ(supervisor.lastStatus(), SilentMonitorStatus::MonitorStarted);
    EXPECT_EQ(agent.media.does, u"nothing"_s);
    hangUp();
    EXPECT_EQ(agent.media.does, u"sends"_s);
    ASSERT_TRUE(agent.desk.session.currentAgent()->setReady());
    chain.settle();
    take("Billing");
    EXPECT_EQ(agent.media.does, u"sends"_s);
    ASSERT_TRUE(supervisor.manager().stopSilentMonitorRequest(key));
    chain.settle();
    EXPECT_EQ(agent.media.does, u"nothing"_s);
}

TEST_F(SilentMonitorOverTheServer, EndsOnBothSidesWithTheConnectionOfOne) {
    ASSERT_TRUE(listen(supervisor, "1001"));
    supervisor.forget();
    agent.forget();
    const nlohmann::json sessions = chain.simulator().state().at("sessions");
    const auto own = std::ranges::find_if(sessions, [](const auto& each) { return each.at("AgentID") == "1001"; });
    ASSERT_NE(own, sessions.end());
    ASSERT_TRUE(chain.simulator().fault(
        {.kind = simulator::FaultKind::Drop, .session = own->at("SessionID").get<std::uint32_t>()}));
    chain.settle();
    EXPECT_EQ(agent.events, (QStringList{u"OnSilentMonitorSessionDisconnected"_s}));
    EXPECT_EQ(agent.media.does, u"nothing"_s);
    EXPECT_TRUE(agent.desk.isLive()); // back again, and nobody listens
    chain.clock.advance(seconds(15));
    EXPECT_EQ(supervisor.events, (QStringList{u"OnSilentMonitorSessionDisconnected"_s}));
    EXPECT_EQ(supervisor.lastStatus(), SilentMonitorStatus::HeartbeatTimeout);
    EXPECT_EQ(supervisor.media.does, u"nothing"_s);
    ASSERT_TRUE(listen(supervisor, "1001"));
    EXPECT_EQ(agent.media.does, u"sends"_s);
}

TEST_F(SilentMonitorOverTheServer, EndsWhenTheAgentSignsOut) {
    ASSERT_TRUE(listen(supervisor, "1001"));
    ASSERT_TRUE(agent.desk.session.currentAgent()->logout());
    chain.settle();
    EXPECT_EQ(supervisor.lastStatus(), SilentMonitorStatus::PeerLoggedOut);
    EXPECT_EQ(supervisor.media.does, u"nothing"_s);
    EXPECT_EQ(agent.media.does, u"nothing"_s);
}

} // namespace
} // namespace callwright::testing
