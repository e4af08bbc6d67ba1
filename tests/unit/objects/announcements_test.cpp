#include "tests/unit/objects/session_fixture.h"

namespace callwright::testing {
namespace {

using protocol::Field;
using protocol::MessageType;

class Announcements : public SessionFixture {
protected:
    void announce(std::uint32_t key, const std::string& instrument = "3101") {
        peer().send(withKey(MessageType::AGENT_PRE_CALL_EVENT, key)
                        .set(Field::AgentInstrument, std::string_view(instrument))
                        .set(Field::ANI, std::string_view("4155550134"))
                        .set(Field::CallVariable1, std::string_view("88-1204")));
        settle();
    }
    protocol::MessageBuilder withKey(MessageType type, std::uint32_t key) {
        auto message = peer().message(type);
        message.set(Field::RouterCallKeyDay, 152000U).set(Field::RouterCallKeyCallID, key);
        return message;
    }
    void beginWithKey(std::uint32_t key) {
        peer().send(callEvent(MessageType::BEGIN_CALL_EVENT)
                        .set(Field::CallType, 1U)
                        .set(Field::RouterCallKeyDay, 152000U)
                        .set(Field::RouterCallKeyCallID, key));
        settle();
    }
};

TEST_F(Announcements, AreListedUntilTheirCallBegins) {
    signIn();
    announce(7);
    announce(8);
    EXPECT_EQ(names(), list({"OnAgentPrecallEvent", "OnAgentPrecallEvent"}));
    ASSERT_EQ(session().announcedCalls().size(), 2U);
    const Arguments announced = session().announcedCalls().front();
    EXPECT_EQ(announced.toString(keyword::CallVariable1), QStringLiteral("88-1204"));
    EXPECT_EQ(announced.toString(keyword::ICMEnterpriseUniqueID), QStringLiteral("icm.152000.7"));
    beginWithKey(7);
    ASSERT_EQ(session().announcedCalls().size(), 1U);
    EXPECT_EQ(session().announcedCalls().front().toUInt(keyword::RouterCallKeyCallID), 8U);
}

TEST_F(Announcements, LeaveWhenTheyAreCalledOff) {
    signIn();
    announce(7);
    forget();
    peer().send(
        withKey(MessageType::AGENT_PRE_CALL_ABORT_EVENT, 7).set(Field::AgentInstrument, std::string_view("3101")));
    settle();
    EXPECT_EQ(names(), list({"OnAgentPrecallAbortEvent"}));
    EXPECT_EQ(last(EventId::OnAgentPrecallAbortEvent).toString(keyword::ICMEnterpriseUniqueID),
              QStringLiteral("icm.152000.7"));
    EXPECT_TRUE(session().announcedCalls().empty());
}

TEST_F(Announcements, OfCallsThatDoNotComeAreCalledOffInTime) {
    settings.preCallTimeoutSeconds = 30;
    signIn();
    announce(7);
    clock.advance(std::chrono::seconds(29));
    EXPECT_EQ(session().announcedCalls().size(), 1U);
    EXPECT_EQ(count(EventId::OnAgentPrecallAbortEvent), 0U);
    clock.advance(std::chrono::seconds(2));
    EXPECT_TRUE(session().announcedCalls().empty());
    ASSERT_EQ(count(EventId::OnAgentPrecallAbortEvent), 1U);
    EXPECT_EQ(last(EventId::OnAgentPrecallAbortEvent).toUInt(keyword::RouterCallKeyCallID), 7U);
    clock.advance(std::chrono::minutes(1));
    EXPECT_EQ(count(EventId::OnAgentPrecallAbortEvent), 1U);
}

TEST_F(Announcements, ThatComeAfterTheirCallAreNotWaitedFor) {
    signIn();
    beginWithKey(7);
    announce(7);
    EXPECT_EQ(count(EventId::OnAgentPrecallEvent), 1U);
    EXPECT_TRUE(session().announcedCalls().empty());
}

TEST_F(Announcements, OfOtherPhonesAreNotListedAndTooManyPushOutTheOldest) {
    signIn();
    announce(1, "3999");
    EXPECT_TRUE(session().announcedCalls().empty());
    for (std::uint32_t key = 10; key < 30; ++key)
        announce(key);
    announce(29); // again
    ASSERT_EQ(session().announcedCalls().size(), 16U);
    EXPECT_EQ(session().announcedCalls().front().toUInt(keyword::RouterCallKeyCallID), 14U);
}

TEST_F(Announcements, DoNotOutliveTheConnection) {
    signIn();
    announce(7);
    ASSERT_TRUE(session().disconnectFrom());
    settle();
    EXPECT_TRUE(session().announcedCalls().empty());
    clock.advance(std::chrono::minutes(1));
    EXPECT_EQ(count(EventId::OnAgentPrecallAbortEvent), 0U);
}

} // namespace
} // namespace callwright::testing
