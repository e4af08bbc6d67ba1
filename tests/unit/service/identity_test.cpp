#include "cil/service/identity.h"

#include <gtest/gtest.h>

namespace callwright::service {
namespace {

TEST(Identity, ObjectsAreNamedByTheirKeys) {
    EXPECT_EQ(callId(5000, 16777217, QStringLiteral("3101#1")), u"call.5000.16777217.3101#1");
    EXPECT_EQ(callId(5000, 0xFFFFFFFE, QString()), u"call.5000.4294967294.");
    EXPECT_EQ(agentId(5000, QStringLiteral("1001")), u"agent.5000.1001");
    EXPECT_EQ(skillGroupId(5000, 7), u"skillgroup.5000.7");
    EXPECT_EQ(deviceId(5000, QStringLiteral("3101")), u"device.5000.3101");
    EXPECT_EQ(teamId(5000, 12), u"team.5000.12");
}

TEST(Identity, TheContactIsNamedByTheRouterCallKey) {
    EXPECT_EQ(enterpriseId(150123, 42), u"icm.150123.42");
    EXPECT_TRUE(enterpriseId(0, 0).isEmpty());
}

} // namespace
} // namespace callwright::service
