#include "cil/transport/server_address.h"

#include <gtest/gtest.h>

namespace callwright {
namespace {

TEST(ServerAddress, UsualPortsAreThoseOfTheSideTheSecurityAndTheInstance) {
    EXPECT_EQ(standardPort(ServerSide::A, false), 42027);
    EXPECT_EQ(standardPort(ServerSide::B, false), 43027);
    EXPECT_EQ(standardPort(ServerSide::A, true), 42030);
    EXPECT_EQ(standardPort(ServerSide::B, true), 43030);
    EXPECT_EQ(standardPort(ServerSide::A, false, 3), 42147);
    EXPECT_EQ(standardPort(ServerSide::B, true, mostInstance), 43990);
}

TEST(ServerAddress, HostsComeWithAndWithoutPort) {
    EXPECT_EQ(endpointFrom(QStringLiteral("cti-a"), 42027), (Endpoint{QStringLiteral("cti-a"), 42027}));
    EXPECT_EQ(endpointFrom(QStringLiteral(" cti-a:1 "), 42027), (Endpoint{QStringLiteral("cti-a"), 1}));
    EXPECT_EQ(endpointFrom(QStringLiteral("[::1]:42"), 42027), (Endpoint{QStringLiteral("::1"), 42}));
    EXPECT_EQ(endpointFrom(QStringLiteral("[::1]"), 43027), (Endpoint{QStringLiteral("::1"), 43027}));
    EXPECT_EQ(endpointFrom(QStringLiteral("*:0"), 42027, 0), (Endpoint{QStringLiteral("*"), 0}));
    for (const char* wrong : {"", ":1", "a:0", "a:65536", "a b:1", "::1", "a:b", "a:", "[::1", "a:1:2"})
        EXPECT_FALSE(endpointFrom(QLatin1String(wrong), 42027)) << wrong;
}

TEST(ServerAddress, TextReadsBack) {
    for (const char* text : {"[::1]:42", "cti-a:42027", "10.1.2.3:65535"})
        EXPECT_EQ(endpointText(endpointFrom(QLatin1String(text), 1).value_or(Endpoint{})), QLatin1String(text));
    EXPECT_TRUE(endpointText({}).isEmpty());
}

TEST(Security, ASha256MayBeWrittenInManyWays) {
    const QString digest(64, u'a');
    EXPECT_EQ(normalizedSha256(QString(64, u'A')), digest);
    EXPECT_EQ(normalizedSha256(QStringLiteral("AA:").repeated(31) + QStringLiteral("aa")), digest);
    EXPECT_EQ(normalizedSha256(QStringLiteral(" AA aa").repeated(16)), digest);
    EXPECT_TRUE(normalizedSha256(QString(63, u'a')).isEmpty());
    EXPECT_TRUE(normalizedSha256(QString(64, u'g')).isEmpty());
    EXPECT_TRUE(normalizedSha256(QString(64, QChar(0x0661))).isEmpty()); // an Arabic digit
}

} // namespace
} // namespace callwright
