#include "cil/events/enablement_bits.h"
#include "tests/unit/objects/two_calls_fixture.h"

namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::LocalConnectionState;
using protocol::MessageType;

/// What no server should send, or few do.
class StrangeServer : public TwoCallsFixture {};

TEST_F(StrangeServer, NoMoreCallsAreKeptThanADeviceHas) {
    signIn();
    for (std::uint32_t i = 0; i < 20; ++i)
        beginCall({1000 + i, "9" + std::to_string(100 + i), 1});
    EXPECT_EQ(session().calls().size(), 16U);
    endCall({1000, "9100", 1});
    beginCall({2000, "9500", 1});
    EXPECT_EQ(session().calls().size(), 16U);
    EXPECT_NE(call({2000, "9500", 1}), nullptr);
}

TEST_F(StrangeServer, ACallThatBeginsTwiceIsOne) {
    talkToCustomer();
    beginCall(customer);
    EXPECT_EQ(session().calls().size(), 1U);
    EXPECT_EQ(first().status(), CallStatus::Connect);
    endCall(customer);
    EXPECT_EQ(session().currentCall(), nullptr);
}

TEST_F(StrangeServer, AConferenceWithoutPartiesKeepsThoseWhoAreKnown) {
    consultAndTalk(ConsultType::Conference);
    peer().send(joinedEvent(MessageType::CALL_CONFERENCED_EVENT, own, {}, LocalConnectionState::LCS_CONNECT));
    settle();
    EXPECT_TRUE(first().isConference());
    EXPECT_EQ(devices(first()), list({"2101", "4155550134", "2102"}));
}

TEST_F(StrangeServer, AConferenceOfMorePartiesThanItNamesHasThoseItNames) {
    consultAndTalk(ConsultType::Conference);
    auto event = joinedEvent(MessageType::CALL_CONFERENCED_EVENT, own, {"9000", "9001", "9004"},
                             LocalConnectionState::LCS_CONNECT);
    peer().send(event.set(Field::NumParties, 65535U));
    settle();
    EXPECT_EQ(first().status(), CallStatus::Connect);
    EXPECT_EQ(devices(first()), list({"2101", "4155550134", "2102"}));
}

TEST_F(StrangeServer, OneWhoseConsultationsLeaveTheSwitchCompletesNoTransferThere) {
    consultAndTalk();
    peer().send(peer()
                    .message(MessageType::AGENT_STATE_EVENT)
                    .set(Field::MRDID, 1U)
                    .set(Field::PeripheralID, 5000U)
                    .set(Field::PeripheralType, protocol::PeripheralType::PT_SYMPOSIUM)
                    .set(Field::AgentState, AgentState::Talking)
                    .set(Field::AgentID, std::string_view("1001")));
    settle();
    EXPECT_TRUE(isEnabled(session().enablementMask(), enablement::ENABLE_TRANSFER_COMPLETE));
    sendCallEvent(MessageType::CALL_REACHED_NETWORK_EVENT, colleague);
    EXPECT_EQ(second().status(), CallStatus::Connect);
    EXPECT_FALSE(isEnabled(session().enablementMask(), enablement::ENABLE_TRANSFER_COMPLETE));
}

} // namespace
} // namespace callwright::testing
