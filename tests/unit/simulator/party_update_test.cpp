// What clients of all events are told of the calls after a change of sides (CTI Server guide v25, PG and CTI Server
// Graceful Shutdown): only a planned one, only they, and what their masks ask for.

#include "tests/unit/simulator/site_fixture.h"

namespace callwright::simulator {

namespace {

using Names = std::vector<std::string>;
using std::chrono::seconds;

constexpr auto isUpdate = static_cast<std::uint32_t>(protocol::EventCause::CEC_CALL_PARTY_UPDATE_IND);

class PartyUpdates : public testing::Test {
protected:
    PartyUpdates() {
        site.addSideB();
        agent =
            open(Side::A, OpenFields()
                              .with(Field::ServicesRequested,
                                    services::CTI_SERVICE_CLIENT_EVENTS | services::CTI_SERVICE_CLIENT_CONTROL |
                                        services::CTI_SERVICE_CALL_DATA_UPDATE | services::CTI_SERVICE_ACTIVE_STANDBY)
                              .with(Field::AgentID, "1001"));
        site.ask(*agent, Site::agentState("1001", "3101", 0));
        site.control({{"do", "call"}, {"to", "3101"}});
    }
    static OpenFields allEvents(Version version, std::uint32_t more = 0, std::uint32_t masks = 0x00FFFFFF) {
        OpenFields fields;
        fields.version = version;
        return fields.with(Field::ServicesRequested, services::CTI_SERVICE_ALL_EVENTS | more)
            .with(Field::PeripheralID, 0xFFFFFFFF)
            .with(Field::CallMsgMask, masks)
            .with(Field::ClientID, "bridge")
            .without(Field::AgentInstrument);
    }
    static OpenFields warm(std::uint32_t masks = 0x00FFFFFF) {
        return allEvents(25, services::CTI_SERVICE_ACTIVE_STANDBY, masks);
    }
    std::unique_ptr<Client> open(Side side, const OpenFields& fields) {
        auto client = site.connectClient(side);
        client->version = fields.version;
        client->send(fields.build());
        site.clock.settle();
        return client;
    }
    void accept(Client& client) {
        const auto asked = client.take();
        ASSERT_EQ(asked.empty() ? "" : asked.back().name(), "ACTIVE_MAINTENANCE_REQ_MSG");
        client.send(MessageBuilder(MessageType::ACTIVE_MAINTENANCE_RESP_MSG, 25)
                        .set(Field::InvokeID, asked.back()->number(Field::InvokeID, 0))
                        .set(Field::MaintenanceModeAccepted, 1U));
        site.clock.settle();
    }
    void changeSides(const std::vector<Client*>& warmClients) {
        EXPECT_TRUE(site.control({{"do", "switchover"}}).at("ok").get<bool>());
        for (Client* client : warmClients) {
            accept(*client);
        }
    }

    Site site;
    std::unique_ptr<Client> agent;
};

TEST_F(PartyUpdates, ComeToTheWarmSessionAfterItsSideBecameActive) {
    const auto bridge = open(Side::A, warm());
    const auto standby = open(Side::B, warm());
    const auto agentsStandby =
        open(Side::B, OpenFields()
                          .with(Field::ServicesRequested,
                                services::CTI_SERVICE_CLIENT_EVENTS | services::CTI_SERVICE_CLIENT_CONTROL |
                                    services::CTI_SERVICE_CALL_DATA_UPDATE | services::CTI_SERVICE_ACTIVE_STANDBY)
                          .with(Field::AgentID, "1001"));
    standby->take();
    agentsStandby->take();
    changeSides({agent.get(), bridge.get()});
    const auto told = standby->take();
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(told[0].name(), "STANDBY_ACTIVE_EVENT_MSG");
    EXPECT_EQ(told[1].name(), "CALL_DELIVERED_EVENT");
    EXPECT_EQ(told[1]->number(Field::EventCause), isUpdate);
    EXPECT_EQ(told[1]->number(Field::LocalConnectionState), 2U);
    EXPECT_EQ(told[1]->text(Field::AlertingDeviceID), "3101");
    EXPECT_NE(told[1]->number(Field::MonitorID, 0), 0U);
    EXPECT_EQ(agentsStandby->takeNames(), (Names{"STANDBY_ACTIVE_EVENT_MSG"})); // agents ask for their own
    EXPECT_EQ(bridge->takeNames(), (Names{"ACTIVE_MAINTENANCE_EVENT_MSG"}));
}

TEST_F(PartyUpdates, ComeOnceToAClientThatHadNoSessionThere) {
    const auto bridge = open(Side::A, allEvents(20));
    bridge->take();
    changeSides({agent.get()});
    EXPECT_EQ(refusalIn(bridge->take()), "E_CTI_SERVER_IN_MAINTENANCE_MODE");
    EXPECT_EQ(open(Side::B, allEvents(20))->takeNames(), (Names{"OPEN_CONF", "SYSTEM_EVENT", "CALL_DELIVERED_EVENT"}));
    EXPECT_EQ(open(Side::B, allEvents(20))->takeNames(), (Names{"OPEN_CONF", "SYSTEM_EVENT"}));
    EXPECT_EQ(open(Side::B, allEvents(20).with(Field::ClientID, "another"))->takeNames(),
              (Names{"OPEN_CONF", "SYSTEM_EVENT"}));
}

TEST_F(PartyUpdates, ComeAsTheMasksAskForThem) {
    constexpr std::uint32_t established = protocol::CallMsgMask::CALL_ESTABLISHED_MASK;
    const auto bridge = open(Side::A, warm(established));
    const auto standby = open(Side::B, warm(established));
    standby->take();
    changeSides({agent.get(), bridge.get()});
    EXPECT_EQ(standby->takeNames(), (Names{"STANDBY_ACTIVE_EVENT_MSG"})); // it only rings
}

TEST_F(PartyUpdates, DoNotComeWhenASideIsLost) {
    const auto bridge = open(Side::A, warm());
    const auto standby = open(Side::B, warm());
    standby->take();
    site.control({{"do", "fault"}, {"kind", "kill"}, {"side", "A"}});
    site.clock.advance(seconds(1));
    EXPECT_EQ(standby->takeNames(), (Names{"STANDBY_ACTIVE_EVENT_MSG"}));
    EXPECT_EQ(open(Side::B, allEvents(20).with(Field::ClientID, "late"))->takeNames(),
              (Names{"OPEN_CONF", "SYSTEM_EVENT"}));
}

} // namespace

} // namespace callwright::simulator
