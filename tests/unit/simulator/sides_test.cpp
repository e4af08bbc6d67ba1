// The two CTI Servers of a site before one switch (CTI Server guide v25, PG and CTI Server Graceful Shutdown, Session
// Initialization).

#include "tests/unit/simulator/site_fixture.h"

namespace callwright::simulator {

namespace {

using Json = nlohmann::json;
using Names = std::vector<std::string>;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::uint32_t desktop =
    services::CTI_SERVICE_CLIENT_EVENTS | services::CTI_SERVICE_CLIENT_CONTROL | services::CTI_SERVICE_CALL_DATA_UPDATE;
constexpr std::uint32_t warmDesktop = desktop | services::CTI_SERVICE_ACTIVE_STANDBY;

OpenFields fieldsOf(Version version, std::uint32_t asked = warmDesktop) {
    OpenFields fields;
    fields.version = version;
    fields.with(Field::ServicesRequested, asked);
    return fields;
}
OpenFields colleague(std::uint32_t asked = warmDesktop) {
    return fieldsOf(25, asked).with(Field::ClientID, "5000.1002").with(Field::AgentInstrument, "3102");
}

class SidesTest : public testing::Test {
protected:
    explicit SidesTest(const SimulatorConfig& config = {}) : site(1, config) { site.addSideB(); }

    std::vector<Received> tryOpen(Side side, const OpenFields& fields) {
        m_tried.push_back(site.connectClient(side));
        m_tried.back()->version = fields.version;
        return site.ask(*m_tried.back(), fields.build());
    }
    std::unique_ptr<Client> open(Side side, const OpenFields& fields = fieldsOf(25)) {
        auto client = site.connectClient(side);
        client->version = fields.version;
        const auto answers = site.ask(*client, fields.build());
        EXPECT_FALSE(answers.empty());
        EXPECT_EQ(answers.empty() ? "nothing" : answers[0].name(), "OPEN_CONF");
        return client;
    }
    void fault(const char* kind, const char* side) {
        EXPECT_EQ(site.control({{"do", "fault"}, {"kind", kind}, {"side", side}}).value("error", ""), "");
    }
    void heal(const char* kind, const char* side) {
        EXPECT_EQ(site.control({{"do", "heal"}, {"kind", kind}, {"side", side}}).value("error", ""), "");
    }
    Names roles() {
        Names roles;
        const Json state = site.state(); // NOLINT: at() refers into it
        for (const Json& side : state.at("sides")) {
            roles.push_back(side.at("role").get<std::string>());
        }
        return roles;
    }
    std::string ask(Client& client, const MessageBuilder& message) { return refusalIn(site.ask(client, message)); }

    Site site;

private:
    std::vector<std::unique_ptr<Client>> m_tried; // refused ones stay connected, as the guide leaves the reset to them
};

MessageBuilder accept(bool accepted, std::uint32_t invokeId) {
    return MessageBuilder(MessageType::ACTIVE_MAINTENANCE_RESP_MSG, 25)
        .set(Field::InvokeID, invokeId)
        .set(Field::MaintenanceModeAccepted, accepted ? 1U : 0U);
}
MessageBuilder stopping() { return MessageBuilder(MessageType::STOPPING_REQUESTS_TO_THIS_SIDE_IND, 25); }

std::uint32_t invokeIdIn(const std::vector<Received>& messages) {
    EXPECT_EQ(refusalIn(messages), "ACTIVE_MAINTENANCE_REQ_MSG");
    return messages.empty() ? 0 : messages[0]->number(Field::InvokeID, 0);
}

TEST_F(SidesTest, OneSideIsActiveAndTheOtherStandsBy) {
    EXPECT_EQ(roles(), (Names{"active", "standby"}));
    const auto active = tryOpen(Side::A, fieldsOf(25));
    ASSERT_EQ(refusalIn(active), "OPEN_CONF");
    EXPECT_EQ(active[0]->number(Field::SessionType), 1U);
    const auto standby = tryOpen(Side::B, fieldsOf(25));
    ASSERT_EQ(refusalIn(standby), "OPEN_CONF");
    EXPECT_EQ(standby[0]->number(Field::SessionType), 2U);
    EXPECT_NE(active[0]->number(Field::MonitorID), standby[0]->number(Field::MonitorID));
    const Json sessions = site.state().at("sessions");
    ASSERT_EQ(sessions.size(), 2U);
    EXPECT_EQ(sessions[0].at("side"), "A");
    EXPECT_EQ(sessions[1].at("side"), "B");
    EXPECT_NE(sessions[0].at("SessionID"), sessions[1].at("SessionID"));
}

TEST_F(SidesTest, StandbyTakesTheClientsThatTheGuideSays) {
    struct Row {
        Version version;
        std::uint32_t asked;
        const char* answer;
    };
    const Row rows[] = {
        {13, desktop, "E_CTI_CTI_SERVER_OFFLINE"},
        {23, desktop, "E_CTI_CTI_SERVER_OFFLINE"},
        {23, warmDesktop, "E_CTI_CTI_SERVER_OFFLINE"},
        {24, desktop, "E_CTI_INVALID_CLIENT_FOR_STANDBY"},
        {25, desktop, "E_CTI_INVALID_CLIENT_FOR_STANDBY"},
        {24, warmDesktop, "OPEN_CONF"},
        {25, warmDesktop, "OPEN_CONF"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(refusalIn(tryOpen(Side::B, fieldsOf(row.version, row.asked))), row.answer) << row.version;
    }
    EXPECT_EQ(refusalIn(tryOpen(Side::B, fieldsOf(25).with(Field::VersionNumber, 26))), "E_CTI_INVALID_VERSION");
}

TEST_F(SidesTest, ActiveSideTakesEveryVersionWithAndWithoutTheService) {
    for (const Version version : {13, 23, 24, 25}) {
        EXPECT_EQ(refusalIn(tryOpen(Side::A, fieldsOf(version, desktop))), "OPEN_CONF") << version;
    }
    EXPECT_EQ(refusalIn(tryOpen(Side::A, fieldsOf(23))), "E_CTI_INVALID_SERVICE_MASK"); // 24 brought it
    EXPECT_EQ(tryOpen(Side::A, fieldsOf(24))[0]->number(Field::ServicesGranted), warmDesktop);
}

TEST_F(SidesTest, StandbyAnswersHeartbeatsAndCloseAndNothingElse) {
    const auto client = open(Side::B);
    EXPECT_EQ(ask(*client, heartbeat()), "HEARTBEAT_CONF");
    EXPECT_EQ(ask(*client, Site::agentState("1001", "3101", 0)), "E_CTI_SERVER_NOT_MASTER");
    EXPECT_EQ(ask(*client, MessageBuilder(MessageType::QUERY_DEVICE_INFO_REQ, 25)
                               .set(Field::PeripheralID, 5000)
                               .set(Field::AgentInstrument, "3101")),
              "E_CTI_SERVER_NOT_MASTER");
    EXPECT_EQ(ask(*client, fieldsOf(25).build()), "E_CTI_SESSION_ALREADY_OPEN");
    EXPECT_EQ(ask(*client, MessageBuilder(MessageType::CLOSE_REQ, 25)), "CLOSE_CONF");
    EXPECT_EQ(site.state().at("agents")[0].at("AgentState"), 1);
}

TEST_F(SidesTest, StandbySendsNoEvents) {
    const auto active = open(Side::A);
    const auto standby = open(Side::B);
    site.ask(*active, Site::agentState("1001", "3101", 0));
    site.control({{"do", "call"}, {"to", "3101"}});
    EXPECT_FALSE(active->takeNames().empty());
    EXPECT_TRUE(standby->take().empty());
    EXPECT_EQ(refusalIn(tryOpen(Side::B, fieldsOf(25))), "OPEN_CONF"); // no BEGIN_CALL_EVENT for the call there is
}

TEST_F(SidesTest, StandbySessionNeitherEvictsTheActiveOneNorGivesTheDeviceAway) {
    const auto active = open(Side::A);
    const auto standby = open(Side::B);
    EXPECT_FALSE(active->isClosed());
    const auto newer = open(Side::A);
    EXPECT_EQ(refusalIn(active->take()), "E_CTI_NEW_SESSION_OPENED");
    EXPECT_TRUE(active->isClosed());
    EXPECT_FALSE(standby->isClosed());
    const auto newerStandby = open(Side::B);
    EXPECT_EQ(refusalIn(standby->take()), "E_CTI_NEW_SESSION_OPENED");
    EXPECT_FALSE(newer->isClosed());
    const auto stranger = fieldsOf(25).with(Field::ClientID, "5000.1003");
    EXPECT_EQ(refusalIn(tryOpen(Side::B, stranger)), "E_CTI_DEVICE_IN_USE");
    EXPECT_EQ(refusalIn(tryOpen(Side::A, stranger)), "E_CTI_DEVICE_IN_USE");
}

TEST_F(SidesTest, DeviceOfAStandbySessionIsTakenOnBothSides) {
    const auto standby = open(Side::B);
    EXPECT_EQ(refusalIn(tryOpen(Side::A, fieldsOf(25).with(Field::ClientID, "5000.1003"))), "E_CTI_DEVICE_IN_USE");
    EXPECT_EQ(refusalIn(tryOpen(Side::A, fieldsOf(25))), "OPEN_CONF");
}

TEST_F(SidesTest, StandbyBecomesActiveWhenTheActiveSideIsKilled) {
    const auto active = open(Side::A);
    site.ask(*active, Site::agentState("1001", "3101", 0));
    const auto standby = open(Side::B);
    fault("kill", "A");
    EXPECT_TRUE(active->isClosed());
    EXPECT_TRUE(site.connectClient(Side::A)->isClosed());
    EXPECT_EQ(roles(), (Names{"down", "standby"}));
    site.clock.advance(milliseconds(999));
    EXPECT_TRUE(standby->take().empty());
    site.clock.advance(milliseconds(1));
    EXPECT_EQ(standby->takeNames(), (Names{"STANDBY_ACTIVE_EVENT_MSG"}));
    EXPECT_EQ(roles(), (Names{"down", "active"}));
    EXPECT_EQ(site.state().at("sessions")[0].at("SessionType"), 1);
    const auto answers = site.ask(*standby, Site::agentState("1001", "3101", 3));
    ASSERT_EQ(answers.size(), 2U); // the confirmation and the event, in any order
    const Received& event = answers[answers[0].type() == MessageType::AGENT_STATE_EVENT ? 0 : 1];
    EXPECT_EQ(event.type(), MessageType::AGENT_STATE_EVENT);
    EXPECT_EQ(event->number(Field::SessionID), site.state().at("sessions")[0].at("SessionID").get<std::uint32_t>());
}

TEST_F(SidesTest, LostSideComesBackAsStandby) {
    fault("kill", "A");
    site.clock.advance(seconds(1));
    heal("kill", "A");
    EXPECT_EQ(roles(), (Names{"standby", "active"}));
    EXPECT_EQ(tryOpen(Side::A, fieldsOf(25))[0]->number(Field::SessionType), 2U);
    EXPECT_EQ(refusalIn(tryOpen(Side::A, fieldsOf(20, desktop))), "E_CTI_CTI_SERVER_OFFLINE");
    fault("kill", "B");
    site.clock.advance(seconds(1));
    EXPECT_EQ(roles(), (Names{"active", "down"}));
}

TEST_F(SidesTest, SideThatComesBackInTimeGoesOn) {
    fault("kill", "A");
    site.clock.advance(milliseconds(500));
    heal("kill", "A");
    site.clock.advance(seconds(5));
    EXPECT_EQ(roles(), (Names{"active", "standby"}));
}

TEST_F(SidesTest, WithBothGoneTheFirstToComeBackIsActive) {
    site.control({{"do", "fault"}, {"kind", "kill"}});
    site.clock.advance(seconds(60));
    EXPECT_EQ(roles(), (Names{"down", "down"}));
    heal("kill", "B");
    site.clock.advance(seconds(1));
    EXPECT_EQ(roles(), (Names{"down", "active"}));
    heal("kill", "A");
    EXPECT_EQ(roles(), (Names{"standby", "active"}));
}

TEST_F(SidesTest, SideThatGoesOfflineIsReplacedAndLosesItsSessions) {
    const auto active = open(Side::A);
    const auto standby = open(Side::B);
    fault("offline", "A");
    EXPECT_EQ(refusalIn(active->take()), "E_CTI_CTI_SERVER_OFFLINE");
    site.clock.advance(seconds(1));
    EXPECT_EQ(standby->takeNames(), (Names{"STANDBY_ACTIVE_EVENT_MSG"}));
    EXPECT_EQ(ask(*active, heartbeat()), "E_CTI_CTI_SERVER_OFFLINE");
    heal("offline", "A");
    EXPECT_TRUE(active->isClosed());
    EXPECT_EQ(roles(), (Names{"standby", "active"}));
}

TEST_F(SidesTest, CutConnectionsMoveNoRole) {
    const auto active = open(Side::A);
    fault("drop", "A");
    EXPECT_TRUE(active->isClosed());
    site.clock.advance(seconds(5));
    EXPECT_EQ(roles(), (Names{"active", "standby"}));
}

TEST_F(SidesTest, FaultsOfOneSideLeaveTheOtherAlone) {
    const auto active = open(Side::A);
    const auto standby = open(Side::B);
    fault("stall", "B");
    EXPECT_EQ(site.state().at("faults"), Json::array({"stall B"}));
    EXPECT_EQ(ask(*active, heartbeat()), "HEARTBEAT_CONF");
    EXPECT_TRUE(site.ask(*standby, heartbeat()).empty());
    fault("stall", "A");
    EXPECT_EQ(site.state().at("faults"), Json::array({"stall"}));
    heal("stall", "B");
    EXPECT_EQ(site.state().at("faults"), Json::array({"stall A"}));
    EXPECT_EQ(standby->takeNames(), (Names{"HEARTBEAT_CONF"}));
}

TEST_F(SidesTest, PlannedChangeGoesAsWritten) {
    const auto active = open(Side::A);
    const auto standby = open(Side::B);
    site.control({{"do", "switchover"}});
    const std::uint32_t invokeId = invokeIdIn(active->take());
    EXPECT_TRUE(standby->take().empty());
    EXPECT_EQ(roles(), (Names{"active", "standby"}));
    const auto decided = site.ask(*active, accept(true, invokeId));
    ASSERT_EQ(refusalIn(decided), "ACTIVE_MAINTENANCE_EVENT_MSG");
    EXPECT_EQ(decided[0]->number(Field::MaintenanceModeStatus), 1U);
    EXPECT_EQ(standby->takeNames(), (Names{"STANDBY_ACTIVE_EVENT_MSG"}));
    EXPECT_EQ(roles(), (Names{"leaving", "active"}));
    // Until the client stops, its requests are carried out here; events come from the active side alone.
    EXPECT_EQ(ask(*active, Site::agentState("1001", "3101", 0)), "SET_AGENT_STATE_CONF");
    EXPECT_FALSE(standby->takeNames().empty());
    active->send(stopping());
    site.clock.settle();
    EXPECT_TRUE(active->take().empty());
    EXPECT_TRUE(active->isClosed());
    EXPECT_EQ(roles(), (Names{"standby", "active"}));
    EXPECT_EQ(tryOpen(Side::A, fieldsOf(25))[0]->number(Field::SessionType), 2U);
}

TEST_F(SidesTest, OneNoCancelsAPlannedChange) {
    const auto one = open(Side::A);
    const auto two = open(Side::A, colleague());
    site.control({{"do", "switchover"}});
    const std::uint32_t invokeId = invokeIdIn(one->take());
    EXPECT_EQ(invokeIdIn(two->take()), invokeId);
    EXPECT_TRUE(site.ask(*one, accept(true, invokeId)).empty());
    EXPECT_EQ(refusalIn(tryOpen(Side::A, fieldsOf(25).with(Field::ClientID, "5000.1003"))),
              "E_CTI_SERVER_IN_MAINTENANCE_MODE");
    const auto told = site.ask(*two, accept(false, invokeId));
    ASSERT_EQ(refusalIn(told), "ACTIVE_MAINTENANCE_EVENT_MSG");
    EXPECT_EQ(told[0]->number(Field::MaintenanceModeStatus), 0U);
    EXPECT_EQ(one->takeNames(), (Names{"ACTIVE_MAINTENANCE_EVENT_MSG"}));
    EXPECT_EQ(roles(), (Names{"active", "standby"}));
    EXPECT_FALSE(site.state().at("sides")[0].contains("maintenance"));
    EXPECT_TRUE(site.control({{"do", "switchover"}}).at("ok").get<bool>()); // it may be tried again
}

TEST_F(SidesTest, SilenceCancelsAPlannedChange) {
    const auto client = open(Side::A);
    site.control({{"do", "switchover"}});
    const std::uint32_t invokeId = invokeIdIn(client->take());
    EXPECT_TRUE(site.ask(*client, accept(true, invokeId + 1)).empty()); // an answer to something else
    site.clock.advance(milliseconds(4999));
    EXPECT_TRUE(client->take().empty());
    site.clock.advance(milliseconds(1));
    const auto told = client->take();
    ASSERT_EQ(refusalIn(told), "ACTIVE_MAINTENANCE_EVENT_MSG");
    EXPECT_EQ(told[0]->number(Field::MaintenanceModeStatus), 0U);
    EXPECT_TRUE(site.ask(*client, accept(true, invokeId)).empty()); // too late
    EXPECT_EQ(roles(), (Names{"active", "standby"}));
}

TEST_F(SidesTest, ClientThatLeavesIsNotWaitedFor) {
    const auto one = open(Side::A);
    const auto two = open(Side::A, colleague());
    site.control({{"do", "switchover"}});
    site.ask(*one, accept(true, invokeIdIn(one->take())));
    two->close();
    site.clock.settle();
    EXPECT_EQ(one->takeNames(), (Names{"ACTIVE_MAINTENANCE_EVENT_MSG"}));
    EXPECT_EQ(roles(), (Names{"leaving", "active"}));
}

TEST_F(SidesTest, ClientsWithoutTheServiceAreNotAskedAndEndWithTheSide) {
    const auto cold = open(Side::A, colleague(desktop));
    const auto old = open(Side::A, fieldsOf(20, desktop));
    site.control({{"do", "switchover"}});
    EXPECT_EQ(refusalIn(cold->take()), "E_CTI_SERVER_IN_MAINTENANCE_MODE");
    EXPECT_EQ(refusalIn(old->take()), "E_CTI_SERVER_IN_MAINTENANCE_MODE");
    EXPECT_TRUE(cold->isClosed());
    EXPECT_EQ(roles(), (Names{"standby", "active"}));
    EXPECT_EQ(refusalIn(tryOpen(Side::B, colleague(desktop))), "OPEN_CONF");
}

TEST_F(SidesTest, ClientThatDoesNotStopIsDisconnectedAfterFiveSeconds) {
    const auto client = open(Side::A);
    site.control({{"do", "switchover"}});
    site.ask(*client, accept(true, invokeIdIn(client->take())));
    site.clock.advance(milliseconds(4999));
    EXPECT_FALSE(client->isClosed());
    site.clock.advance(milliseconds(1));
    EXPECT_EQ(refusalIn(client->take()), "E_CTI_SERVER_IN_MAINTENANCE_MODE");
    EXPECT_TRUE(client->isClosed());
    EXPECT_EQ(roles(), (Names{"standby", "active"}));
}

TEST_F(SidesTest, PlannedChangeNeedsAStandbyAndEndsWithIt) {
    fault("kill", "B");
    EXPECT_NE(site.control({{"do", "switchover"}}).value("error", ""), "");
    heal("kill", "B");
    const auto client = open(Side::A);
    site.control({{"do", "switchover"}});
    EXPECT_NE(site.control({{"do", "switchover"}}).value("error", ""), "");
    client->take();
    fault("kill", "B");
    const auto told = client->take();
    ASSERT_EQ(refusalIn(told), "ACTIVE_MAINTENANCE_EVENT_MSG");
    EXPECT_EQ(told[0]->number(Field::MaintenanceModeStatus), 0U);
    EXPECT_EQ(roles(), (Names{"active", "down"}));
}

TEST_F(SidesTest, NewSideLostWhileTheOldOneLeavesIsReplacedAgain) {
    const auto client = open(Side::A);
    site.control({{"do", "switchover"}});
    site.ask(*client, accept(true, invokeIdIn(client->take())));
    fault("kill", "B");
    EXPECT_TRUE(client->isClosed());
    site.clock.advance(seconds(1));
    EXPECT_EQ(roles(), (Names{"active", "down"}));
    EXPECT_EQ(tryOpen(Side::A, fieldsOf(25))[0]->number(Field::SessionType), 1U);
}

SimulatorConfig withInactive(SidesConfig::Inactive inactive, Side active = Side::A) {
    SimulatorConfig config;
    config.sides.inactive = inactive;
    config.sides.active = active;
    return config;
}

class RefusingPair : public SidesTest {
protected:
    RefusingPair() : SidesTest(withInactive(SidesConfig::Inactive::Refuses)) {}
};

TEST_F(RefusingPair, InactiveSideRefusesEverybodyUntilItIsActive) {
    EXPECT_EQ(roles(), (Names{"active", "inactive"}));
    for (const Version version : {13, 23, 24, 25}) {
        EXPECT_EQ(refusalIn(tryOpen(Side::B, fieldsOf(version))), "E_CTI_CTI_SERVER_OFFLINE") << version;
    }
    EXPECT_NE(site.control({{"do", "switchover"}}).value("error", ""), "");
    fault("kill", "A");
    site.clock.advance(seconds(1));
    EXPECT_EQ(refusalIn(tryOpen(Side::B, fieldsOf(13, desktop))), "OPEN_CONF");
    heal("kill", "A");
    EXPECT_EQ(refusalIn(tryOpen(Side::A, fieldsOf(25))), "E_CTI_CTI_SERVER_OFFLINE");
}

class HiddenPair : public SidesTest {
protected:
    HiddenPair() : SidesTest(withInactive(SidesConfig::Inactive::IsNotThere)) {}
};

TEST_F(HiddenPair, InactiveSideCannotBeReached) {
    EXPECT_TRUE(site.connectClient(Side::B)->isClosed());
    fault("kill", "A");
    site.clock.advance(seconds(1));
    EXPECT_EQ(refusalIn(tryOpen(Side::B, fieldsOf(25))), "OPEN_CONF");
    heal("kill", "A");
    EXPECT_TRUE(site.connectClient(Side::A)->isClosed());
}

class BFirstPair : public SidesTest {
protected:
    BFirstPair() : SidesTest(withInactive(SidesConfig::Inactive::StandsBy, Side::B)) {}
};

TEST_F(BFirstPair, TheSiteSaysWhichSideIsActive) {
    site.clock.advance(seconds(5));
    EXPECT_EQ(roles(), (Names{"standby", "active"}));
}

TEST(OneSide, IsActiveWhateverTheSiteSays) {
    SimulatorConfig config;
    config.sides.active = Side::B;
    Site site(1, config);
    site.clock.advance(seconds(1));
    EXPECT_EQ(site.state().at("sides")[0].at("role"), "active");
    EXPECT_NE(site.control({{"do", "fault"}, {"kind", "kill"}, {"side", "B"}}).value("error", ""), "");
}

} // namespace

} // namespace callwright::simulator
