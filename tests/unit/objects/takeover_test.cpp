#include "tests/unit/objects/system_events_fixture.h"

namespace callwright::testing {
namespace {

using protocol::SystemEventID;

/// The session that stood by was opened before what events have told since, and nobody tells what happened while the
/// side in use was lost.
class Takeover : public SystemEvents {
protected:
    void SetUp() override {
        addStandby();
        talk();
    }
};

TEST_F(Takeover, KeepsWhatEventsHaveToldOfThePhoneSystem) {
    sendSystem(SystemEventID::SYS_PERIPHERAL_OFFLINE);
    takeOver();
    EXPECT_EQ(session().hindrance(), Hindrance::PeripheralOffline);
    refuseQuery();
    EXPECT_EQ(session().hindrance(), Hindrance::PeripheralOffline);
    EXPECT_FALSE(session().isConfirmed());
    sendSystem(SystemEventID::SYS_PERIPHERAL_ONLINE);
    answerAll();
    expectTalking();
}

TEST_F(Takeover, BeginsNoCallsAgainSoThatTheyGoOnWhereTheDeviceTellsNoList) {
    takeOver();
    answerQuery(AgentState::Talking);
    answerDesk();
    peer().fail(peer().last(protocol::MessageType::SNAPSHOT_DEVICE_REQ),
                protocol::StatusCode::E_CTI_FUNCTION_NOT_AVAILABLE);
    settle();
    EXPECT_TRUE(onlyCall().isConfirmed());
}

class TakeoverIn : public Takeover, public ::testing::WithParamInterface<SystemEventID> {};

TEST_P(TakeoverIn, ThatTheAgentIsKnownThereSaysThatTheOutageIsOver) {
    sendSystem(GetParam(), 5000, "3101");
    EXPECT_NE(session().hindrance(), Hindrance::None);
    takeOver();
    answerAll();
    expectTalking();
}

INSTANTIATE_TEST_SUITE_P(AnOutage, TakeoverIn,
                         ::testing::Values(SystemEventID::SYS_PERIPHERAL_OFFLINE,
                                           SystemEventID::SYS_PERIPHERAL_GATEWAY_OFFLINE,
                                           SystemEventID::SYS_INSTRUMENT_OUT_OF_SERVICE));

TEST_F(Takeover, AnOutageThatNobodyToldEndsWithTheEventThatItIsOver) {
    takeOver();
    refuseQuery();
    EXPECT_EQ(state(), AgentState::Talking);
    EXPECT_EQ(session().hindrance(), Hindrance::PhoneOutOfService);
    sendSystem(SystemEventID::SYS_PERIPHERAL_ONLINE);
    answerAll();
    expectTalking();
}

} // namespace
} // namespace callwright::testing
