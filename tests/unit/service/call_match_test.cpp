#include "cil/events/keywords.h"
#include "cil/service/call_match.h"

#include <gtest/gtest.h>

namespace callwright::service {
namespace {

Connection connection(std::uint32_t callId, const char16_t* device, std::uint32_t type = 0) {
    return {callId, type, QString::fromUtf16(device)};
}

KnownCall call(std::uint32_t callId, std::vector<Connection> connections, bool wasEstablished = false) {
    return {callId, std::move(connections), wasEstablished};
}

TEST(CallMatch, OneCallOwnsItsId) {
    const std::vector calls{call(1, {connection(1, u"a")}), call(2, {connection(2, u"b")})};
    EXPECT_EQ(matchCall(calls, connection(2, u"somebody else's"), false), 1U);
    EXPECT_EQ(matchCall(calls, connection(3, u"a"), false), std::nullopt);
}

TEST(CallMatch, OfTwoWithOneIdTheOwnerOfTheDeviceIsMeant) {
    const std::vector calls{call(1, {connection(1, u"a")}, true), call(1, {connection(1, u"b")})};
    EXPECT_EQ(matchCall(calls, connection(1, u"b"), false), 1U);
    EXPECT_EQ(matchCall(calls, connection(1, u"a"), true), 0U);
}

TEST(CallMatch, TheTypeIsPartOfTheDeviceId) {
    const std::vector calls{call(1, {connection(1, u"a", 0)}), call(1, {connection(1, u"a", 1)})};
    EXPECT_EQ(matchCall(calls, connection(1, u"a", 1), false), 1U);
}

TEST(CallMatch, ANewConnectionBelongsToTheCallNotEstablishedYet) {
    const std::vector calls{call(1, {connection(1, u"a")}, true), call(1, {connection(1, u"b")}, false)};
    EXPECT_EQ(matchCall(calls, connection(1, u"new"), true), 1U);
}

TEST(CallMatch, NothingIsGuessed) {
    const std::vector calls{call(1, {connection(1, u"a")}, true), call(1, {connection(1, u"b")}, true)};
    EXPECT_EQ(matchCall(calls, connection(1, u"new"), false), std::nullopt);
    EXPECT_EQ(matchCall(calls, connection(1, u"new"), true), std::nullopt);
    EXPECT_EQ(matchCall({}, connection(1, u"a"), true), std::nullopt);
}

TEST(CallMatch, ABeginningCallIsNewUnlessItsConnectionIsKnown) {
    const std::vector calls{call(1, {connection(1, u"a")})};
    EXPECT_EQ(findCall(calls, connection(1, u"a")), 0U);
    EXPECT_EQ(findCall(calls, connection(1, u"b")), std::nullopt);
}

TEST(CallMatch, NotedConnectionsOwnLaterEvents) {
    std::vector calls{call(1, {connection(1, u"a")}), call(1, {connection(1, u"b")})};
    noteConnection(calls[1], connection(1, u"c"));
    noteConnection(calls[1], connection(1, u"c"));
    calls[1].wasEstablished = true;
    EXPECT_EQ(calls[1].connections.size(), 2U);
    EXPECT_EQ(matchCall(calls, connection(1, u"c"), false), 1U);
    EXPECT_EQ(matchCall(calls, connection(1, u"d"), true), 0U);
}

TEST(CallMatch, ACallKnowsNoMoreConnectionsThanItMayHave) {
    KnownCall call{1, {}, false};
    for (int i = 0; i < 1000; ++i) {
        noteConnection(call, {1, 1, QString::number(i)});
    }
    EXPECT_EQ(call.connections.size(), 64U);
    renameConnection(call, {1, 1, QStringLiteral("unknown")}, {1, 1, QStringLiteral("new")}, false);
    EXPECT_EQ(call.connections.size(), 64U);
}

TEST(CallMatch, ConnectionIsReadFromTheEvent) {
    const Connection read = connectionOf({{keyword::ConnectionCallID, 7U},
                                          {keyword::ConnectionDeviceIDType, std::uint16_t(1)},
                                          {keyword::ConnectionDeviceID, QStringLiteral("x")}});
    EXPECT_EQ(read, connection(7, u"x", 1));
    EXPECT_EQ(connectionOf({}).callId, 0xFFFFFFFFU);
}

Arguments joined(const Connection& primary, const Connection& secondary, const std::vector<Connection>& parties = {}) {
    Arguments wire{{keyword::PrimaryCallID, primary.callId},
                   {keyword::PrimaryDeviceIDType, static_cast<std::uint16_t>(primary.deviceIdType)},
                   {keyword::PrimaryDeviceID, primary.deviceId},
                   {keyword::SecondaryCallID, secondary.callId},
                   {keyword::SecondaryDeviceIDType, static_cast<std::uint16_t>(secondary.deviceIdType)},
                   {keyword::SecondaryDeviceID, secondary.deviceId}};
    int index = 0;
    for (const Connection& party : parties) {
        wire.set(Keyword::indexed(keyword::ConnectedParty, ++index),
                 Arguments{{Keyword::of(u"ConnectedPartyCallID"), party.callId},
                           {Keyword::of(u"ConnectedPartyDeviceIDType"), party.deviceIdType},
                           {Keyword::of(u"ConnectedPartyDeviceID"), party.deviceId}});
    }
    return wire;
}

TEST(JoinedCalls, AreReadFromTheEvent) {
    const Arguments wire = joined(connection(7, u"p", 1), connection(8, u"s"), {connection(7, u"x", 1), {}});
    EXPECT_EQ(primaryOf(wire), connection(7, u"p", 1));
    EXPECT_EQ(secondaryOf(wire), connection(8, u"s"));
    EXPECT_EQ(connectedPartiesOf(wire), (std::vector{connection(7, u"x", 1), Connection()}));
    EXPECT_EQ(primaryOf({}).callId, 0xFFFFFFFFU);
    EXPECT_TRUE(connectedPartiesOf({}).empty());
}

TEST(JoinedCalls, HaveSixteenPartiesAtMost) {
    EXPECT_EQ(connectedPartiesOf(joined({}, {}, std::vector(17, connection(7, u"x")))).size(), 16U);
}

TEST(JoinedCalls, AreBothOfWhoJoinedThem) {
    const std::vector calls{call(7, {connection(7, u"p")}, true), call(8, {connection(8, u"s")}, true)};
    const JoinedCalls both = matchJoined(calls, joined(connection(7, u"p"), connection(8, u"s")));
    EXPECT_EQ(both.primary, 0U);
    EXPECT_EQ(both.secondary, 1U);
}

TEST(JoinedCalls, OfWhoWasConsultedItIsTheConsultation) {
    const std::vector calls{call(8, {connection(8, u"own"), connection(8, u"s")}, true)};
    const JoinedCalls one = matchJoined(calls, joined(connection(7, u"p"), connection(8, u"s")));
    EXPECT_EQ(one.primary, std::nullopt);
    EXPECT_EQ(one.secondary, 0U);
}

TEST(JoinedCalls, WithOneIdAndOneCallThereIsOneCall) {
    const std::vector calls{call(7, {connection(7, u"own")}, true)};
    const JoinedCalls one = matchJoined(calls, joined(connection(7, u"p"), connection(7, u"s")));
    EXPECT_EQ(one.primary, 0U);
    EXPECT_EQ(one.secondary, std::nullopt);
}

TEST(JoinedCalls, AreFoundByTheirPartiesWhereTheCallsAreSomebodyElses) {
    const std::vector calls{call(5, {connection(5, u"b")}), call(9, {connection(9, u"own")})};
    const Arguments wire =
        joined(connection(7, u"p"), connection(8, u"s"), {connection(7, u"x"), connection(9, u"own")});
    EXPECT_EQ(matchJoined(calls, wire).primary, 1U);
    const JoinedCalls none = matchJoined(calls, joined(connection(7, u"p"), connection(8, u"s")));
    EXPECT_EQ(none.primary, std::nullopt);
    EXPECT_EQ(none.secondary, std::nullopt);
}

TEST(JoinedCalls, SingleStepNamesNoSecond) {
    const std::vector calls{call(7, {connection(7, u"p")}, true), call(8, {connection(8, u"s")})};
    const JoinedCalls one = matchJoined(calls, joined(connection(7, u"p"), Connection()));
    EXPECT_EQ(one.primary, 0U);
    EXPECT_EQ(one.secondary, std::nullopt);
}

/// Two calls of one ConnectionCallID at one device, from the consultation to its end (general rule of the flows).
class SharedId : public testing::Test {
protected:
    static constexpr std::size_t original = 0;
    static constexpr std::size_t consultation = 1;
    static constexpr std::uint32_t id = 7;

    void SetUp() override {
        calls.push_back(call(id, {connection(id, u"own1"), connection(id, u"caller")}, true));
        calls.push_back(call(id, {connection(id, u"own2")}));
    }

    std::optional<std::size_t> match(const char16_t* device, bool creates = false) const {
        return matchCall(calls, connection(id, device), creates);
    }

    void establish(const char16_t* device) {
        const auto at = match(device, true);
        ASSERT_TRUE(at.has_value());
        noteConnection(calls[*at], connection(id, device));
        calls[*at].wasEstablished = true;
    }

    std::vector<KnownCall> calls;
};

TEST_F(SharedId, TheAnswerOfTheConsultedIsTheConsultations) {
    EXPECT_EQ(match(u"consulted", true), consultation);
    EXPECT_EQ(match(u"consulted", false), std::nullopt);
    establish(u"consulted");
    EXPECT_EQ(match(u"consulted"), consultation);
}

TEST_F(SharedId, HoldAndRetrieveFindTheOwnerOfTheirConnection) {
    EXPECT_EQ(match(u"own1"), original); // held while the consultation begins
    establish(u"consulted");
    EXPECT_EQ(match(u"own2"), consultation); // alternate: held ...
    EXPECT_EQ(match(u"own1"), original);     // ... and retrieved
    EXPECT_EQ(match(u"caller"), original);   // the caller hangs up
    EXPECT_EQ(match(u"consulted"), consultation);
}

TEST_F(SharedId, ATransferOrConferenceNamesBoth) {
    establish(u"consulted");
    const JoinedCalls both = matchJoined(calls, joined(connection(id, u"own1"), connection(id, u"own2")));
    EXPECT_EQ(both.primary, original);
    EXPECT_EQ(both.secondary, consultation);
    const JoinedCalls swapped = matchJoined(calls, joined(connection(id, u"own2"), connection(id, u"own1")));
    EXPECT_EQ(swapped.primary, consultation);
    EXPECT_EQ(swapped.secondary, original);
}

TEST_F(SharedId, TheEndOfOneLeavesTheOther) {
    establish(u"consulted");
    EXPECT_EQ(findCall(calls, connection(id, u"own2")), consultation);
    calls.pop_back();
    EXPECT_EQ(match(u"consulted"), original); // the only one left: the conference's new member
}

TEST_F(SharedId, ARenamedConnectionKeepsItsCall) {
    establish(u"consulted");
    renameConnection(calls[consultation], connection(id, u"own2"), connection(9, u"own2"), true);
    EXPECT_EQ(matchCall(calls, connection(9, u"own2"), false), consultation);
    EXPECT_EQ(match(u"own1"), original);
    EXPECT_EQ(findCall(calls, connection(id, u"own2")), std::nullopt);
}

TEST_F(SharedId, AnotherPartysNewNameDoesNotMoveTheCall) {
    renameConnection(calls[original], connection(id, u"caller"), connection(id, u"caller2"), false);
    EXPECT_EQ(match(u"caller2"), original);
    EXPECT_EQ(match(u"caller"), std::nullopt);
    EXPECT_EQ(calls[original].connectionCallId, id);
    renameConnection(calls[original], connection(id, u"caller2"), connection(id, u"own1"), false);
    EXPECT_EQ(calls[original].connections.size(), 1U);
}

} // namespace
} // namespace callwright::service
