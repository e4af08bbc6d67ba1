#include "cil/events/keywords.h"
#include "cil/service/call_role.h"

#include <gtest/gtest.h>

namespace callwright::service {
namespace {

using protocol::CallType;

struct RoleRow {
    const char* what;
    CallType type;
    bool isSupervisor;
    int parties;
    CallRole role;
};

class Roles : public testing::TestWithParam<RoleRow> {};

TEST_P(Roles, AreWhatTheCallIsHere) {
    const RoleRow& row = GetParam();
    EXPECT_EQ(roleOf({static_cast<std::uint32_t>(row.type), row.isSupervisor, row.parties}), row.role);
}

using enum CallType;

INSTANTIATE_TEST_SUITE_P(
    CallRole, Roles,
    testing::Values(RoleRow{"InboundCall", CALLTYPE_PREROUTE_ACD_IN, false, 2, CallRole::Plain},
                    RoleRow{"OutgoingCall", CALLTYPE_AGENT_INSIDE, false, 0, CallRole::Plain},
                    RoleRow{"Consulted", CALLTYPE_CONSULT, false, 2, CallRole::Plain},
                    RoleRow{"ConsultedByAnnouncement", CALLTYPE_CONSULT_OFFERRED, false, 0, CallRole::Plain},
                    RoleRow{"AskedForHelp", CALLTYPE_ASSIST, true, 2, CallRole::Plain},
                    RoleRow{"ThreeParties", CALLTYPE_PREROUTE_ACD_IN, false, 3, CallRole::Conference},
                    RoleRow{"SixteenParties", CALLTYPE_CONSULT, false, 16, CallRole::Conference},
                    RoleRow{"ConferenceNobodyCounted", CALLTYPE_CONFERENCE, false, 0, CallRole::Conference},
                    RoleRow{"ConferenceThatShrank", CALLTYPE_CONFERENCE, false, 2, CallRole::Plain},
                    RoleRow{"Monitor", CALLTYPE_SUPERVISOR_MONITOR, true, 3, CallRole::SilentMonitor},
                    RoleRow{"Whisper", CALLTYPE_SUPERVISOR_WHISPER, true, 3, CallRole::SilentMonitor},
                    RoleRow{"BargedIn", CALLTYPE_SUPERVISOR_BARGEIN, true, 3, CallRole::BargedIn},
                    RoleRow{"AgentOfABargedInCall", CALLTYPE_SUPERVISOR_BARGEIN, false, 3, CallRole::Conference},
                    RoleRow{"MonitoredAgent", CALLTYPE_SUPERVISOR_MONITOR, false, 2, CallRole::Plain},
                    RoleRow{"Intercepted", CALLTYPE_SUPERVISOR_INTERCEPT, true, 2, CallRole::Plain}),
    [](const auto& row) { return std::string(row.param.what); });

TEST(CallRoles, WhoJoinedTheCallsControls) {
    const QStringList own{QStringLiteral("3101"), QStringLiteral("31010")};
    const auto by = [](const char16_t* device) {
        return Arguments{{keyword::ControllerDeviceID, QString::fromUtf16(device)}};
    };
    EXPECT_EQ(isController(by(u"31010"), own), true);
    EXPECT_EQ(isController(by(u"3102"), own), false);
    EXPECT_EQ(isController({}, own), std::nullopt);
    EXPECT_EQ(isController(by(u"3101"), {}), std::nullopt);
}

TEST(CallRoles, OnlyCallsFromOutsideCountAsInboundForWrapUp) {
    for (const CallType type : {CALLTYPE_ACD_IN, CALLTYPE_PREROUTE_ACD_IN, CALLTYPE_PREROUTE_DIRECT_AGENT,
                                CALLTYPE_OVERFLOW_IN, CALLTYPE_OTHER_IN, CALLTYPE_VOICE_CALL_BACK}) {
        EXPECT_TRUE(isInbound(static_cast<std::uint32_t>(type))) << static_cast<int>(type);
    }
    for (const CallType type :
         {CALLTYPE_OUT, CALLTYPE_AGENT_OUT, CALLTYPE_AGENT_INSIDE, CALLTYPE_TRANSFER_IN, CALLTYPE_OFFERED,
          CALLTYPE_CONSULT, CALLTYPE_CONSULT_OFFERRED, CALLTYPE_CONSULT_CONFERENCE, CALLTYPE_CONFERENCE,
          CALLTYPE_ASSIST, CALLTYPE_EMERGENCY, CALLTYPE_SUPERVISOR_MONITOR, CALLTYPE_SUPERVISOR_BARGEIN}) {
        EXPECT_FALSE(isInbound(static_cast<std::uint32_t>(type))) << static_cast<int>(type);
    }
    EXPECT_FALSE(isInbound(9999));
}

} // namespace
} // namespace callwright::service
