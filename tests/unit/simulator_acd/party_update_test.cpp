// How the calls stand, told anew to clients of all events after a planned change of sides (CTI Server guide v25, PG
// and CTI Server Graceful Shutdown).

#include "tests/unit/simulator_acd/acd_fixture.h"

namespace callwright::simulator {

namespace {

constexpr auto isUpdate = static_cast<std::uint32_t>(protocol::EventCause::CEC_CALL_PARTY_UPDATE_IND);

class PartyUpdate : public AcdTest {
protected:
    /// Type, connection and state of each, e.g. "CALL_ESTABLISHED_EVENT 3101 4".
    std::vector<std::string> told() {
        std::vector<std::string> names;
        for (const Seen& event : seen(acd->partyUpdates())) {
            EXPECT_EQ(event.number(Field::EventCause), isUpdate);
            names.push_back(std::string(protocol::findMessage(static_cast<std::uint32_t>(event.type))->name) + " " +
                            event.instrument + " " +
                            std::to_string(event.number(Field::LocalConnectionState).value_or(0)));
        }
        return names;
    }
};

using Names = std::vector<std::string>;

TEST_F(PartyUpdate, SaysWhereItRingsAndWhoTalksOrHolds) {
    EXPECT_TRUE(told().empty());
    makeReady("1001");
    callIn("Billing");
    EXPECT_EQ(told(), (Names{"CALL_DELIVERED_EVENT 3101 2"}));
    const ConnectionName leg = legAt("3101");
    act(MessageType::ANSWER_CALL_REQ, "3101", leg);
    EXPECT_EQ(told(), (Names{"CALL_ESTABLISHED_EVENT 3101 3"}));
    act(MessageType::HOLD_CALL_REQ, "3101", leg);
    EXPECT_EQ(told(), (Names{"CALL_ESTABLISHED_EVENT 3101 4"}));
    act(MessageType::CLEAR_CONNECTION_REQ, "3101", leg);
    EXPECT_TRUE(told().empty());
}

TEST_F(PartyUpdate, NamesEveryLegByItselfAndTheDevicesAsTheyAre) {
    signIn("1001");
    signIn("1002");
    dial("3101", "3102");
    EXPECT_EQ(told(), (Names{"CALL_DELIVERED_EVENT 3102 2"})); // who dials has neither event
    act(MessageType::ANSWER_CALL_REQ, "3102", legAt("3102"));
    const auto updates = seen(acd->partyUpdates());
    ASSERT_EQ(updates.size(), 2u);
    for (const Seen& event : updates) {
        EXPECT_EQ(event.number(Field::ConnectionCallID), legAt(event.instrument).call);
        EXPECT_EQ(event.text(Field::ConnectionDeviceID), legAt(event.instrument).device);
        EXPECT_EQ(event.text(Field::CallingDeviceID), "3101");
        EXPECT_EQ(event.text(Field::AnsweringDeviceID), "3102");
    }
    EXPECT_NE(updates[0].instrument, updates[1].instrument);
}

TEST_F(PartyUpdate, ChangesNothing) {
    makeReady("1001");
    callIn("Billing");
    forget();
    const auto before = acd->state();
    acd->partyUpdates();
    EXPECT_EQ(acd->state(), before);
    EXPECT_TRUE(events.empty());
}

} // namespace

} // namespace callwright::simulator
