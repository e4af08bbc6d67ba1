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
    bool isConference;
    CallRole role;
};

class Roles : public testing::TestWithParam<RoleRow> {};

TEST_P(Roles, AreWhatTheCallIsHere) {
    const RoleRow& row = GetParam();
    EXPECT_EQ(roleOf({static_cast<std::uint32_t>(row.type), row.isSupervisor, row.isConference}), row.role);
}

using enum CallType;

INSTANTIATE_TEST_SUITE_P(
    CallRole, Roles,
    testing::Values(RoleRow{"InboundCall", CALLTYPE_PREROUTE_ACD_IN, false, false, CallRole::Plain},
                    RoleRow{"OutgoingCall", CALLTYPE_AGENT_INSIDE, false, false, CallRole::Plain},
                    RoleRow{"Consulted", CALLTYPE_CONSULT, false, false, CallRole::Plain},
                    RoleRow{"ConsultedByAnnouncement", CALLTYPE_CONSULT_OFFERRED, false, false, CallRole::Plain},
                    RoleRow{"AskedForHelp", CALLTYPE_ASSIST, true, false, CallRole::Plain},
                    RoleRow{"Conference", CALLTYPE_PREROUTE_ACD_IN, false, true, CallRole::Conference},
                    RoleRow{"ConsultationThatWasJoined", CALLTYPE_CONSULT, false, true, CallRole::Conference},
                    RoleRow{"ConferenceThatShrank", CALLTYPE_CONFERENCE, false, false, CallRole::Plain},
                    RoleRow{"Monitor", CALLTYPE_SUPERVISOR_MONITOR, true, true, CallRole::SilentMonitor},
                    RoleRow{"Whisper", CALLTYPE_SUPERVISOR_WHISPER, true, true, CallRole::SilentMonitor},
                    RoleRow{"BargedIn", CALLTYPE_SUPERVISOR_BARGEIN, true, true, CallRole::BargedIn},
                    RoleRow{"AgentOfABargedInCall", CALLTYPE_SUPERVISOR_BARGEIN, false, true, CallRole::Conference},
                    RoleRow{"MonitoredAgent", CALLTYPE_SUPERVISOR_MONITOR, false, false, CallRole::Plain},
                    RoleRow{"Intercepted", CALLTYPE_SUPERVISOR_INTERCEPT, true, false, CallRole::Plain}),
    [](const auto& row) { return std::string(row.param.what); });

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
