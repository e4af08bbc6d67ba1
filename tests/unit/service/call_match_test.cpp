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
    noteConnection(calls[1], connection(1, u"c"), true);
    noteConnection(calls[1], connection(1, u"c"), false);
    EXPECT_EQ(calls[1].connections.size(), 2U);
    EXPECT_TRUE(calls[1].wasEstablished);
    EXPECT_EQ(matchCall(calls, connection(1, u"c"), false), 1U);
    EXPECT_EQ(matchCall(calls, connection(1, u"d"), true), 0U);
}

TEST(CallMatch, ConnectionIsReadFromTheEvent) {
    const Connection read = connectionOf({{keyword::ConnectionCallID, 7U},
                                          {keyword::ConnectionDeviceIDType, std::uint16_t(1)},
                                          {keyword::ConnectionDeviceID, QStringLiteral("x")}});
    EXPECT_EQ(read, connection(7, u"x", 1));
    EXPECT_EQ(connectionOf({}).callId, 0xFFFFFFFFU);
}

} // namespace
} // namespace callwright::service
