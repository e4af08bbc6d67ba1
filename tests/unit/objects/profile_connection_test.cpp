#include "cil/objects/profile_connection.h"

#include <gtest/gtest.h>

namespace callwright {
namespace {

ConnectionProfile profile() {
    ConnectionProfile made;
    made.hostA = QStringLiteral("cti-a");
    made.hostB = QStringLiteral("cti-b");
    return made;
}

TEST(ProfileConnection, APortThatIsNotGivenIsTheUsualOne) {
    ConnectionProfile used = profile();
    EXPECT_EQ(connectParametersOf(used).sideA, (Endpoint{QStringLiteral("cti-a"), 42027}));
    EXPECT_EQ(connectParametersOf(used).sideB, (Endpoint{QStringLiteral("cti-b"), 43027}));
    used.isSecured = true;
    EXPECT_EQ(connectParametersOf(used).sideA.port, 42030);
    EXPECT_EQ(connectParametersOf(used).sideB.port, 43030);
    used.portA = 5;
    used.portB = 6;
    EXPECT_EQ(connectParametersOf(used).sideA.port, 5);
    EXPECT_EQ(connectParametersOf(used).sideB.port, 6);
}

TEST(ProfileConnection, ASideThatIsTheOtherOneIsNone) {
    ConnectionProfile used = profile();
    used.hostB = used.hostA;
    EXPECT_TRUE(connectParametersOf(used).sideB.host.isEmpty());
    used.portB = 43027; // both sides on one computer
    EXPECT_EQ(connectParametersOf(used).sideB.port, 43027);
}

TEST(ProfileConnection, SaysHowItComesBackAndReadsBack) {
    EXPECT_GT(connectParametersOf(profile()).expectedClients, 0);
    EXPECT_EQ(connectParametersOf(profile()).attemptsAllowed, 0);
    ConnectionProfile used = profile();
    used.portA = 1;
    used.portB = 2;
    used.expectedClients = 2500;
    used.attemptsAllowed = 12;
    const ConnectParameters parameters = connectParametersOf(used);
    EXPECT_EQ(parameters.expectedClients, 2500);
    EXPECT_EQ(parameters.attemptsAllowed, 12);
    EXPECT_EQ(profileOf(parameters), used);
}

TEST(ProfileConnection, SaysWhomToTrustAndReadsBack) {
    struct {
        const char* pin;
        const char* caFile;
        Security::Trust trust;
        const char* anchor;
    } const cases[] = {{"", "", Security::Trust::SystemStore, ""},
                       {"", "ca.pem", Security::Trust::CaFile, "ca.pem"},
                       {"server.pem", "", Security::Trust::Pin, "server.pem"}};
    for (const auto& one : cases) {
        ConnectionProfile used = profile();
        used.portA = 1;
        used.portB = 2;
        used.isSecured = true;
        used.pin = QLatin1String(one.pin);
        used.caFile = QLatin1String(one.caFile);
        used.certificateFile = QStringLiteral("me.pem");
        used.keyFile = QStringLiteral("me.key");
        const ConnectParameters parameters = connectParametersOf(used);
        EXPECT_EQ(parameters.security, (Security{true, one.trust, QLatin1String(one.anchor), QStringLiteral("me.pem"),
                                                 QStringLiteral("me.key"), QString()}));
        EXPECT_EQ(profileOf(parameters), used);
    }
}

} // namespace
} // namespace callwright
