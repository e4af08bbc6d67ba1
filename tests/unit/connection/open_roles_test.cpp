#include "cil/connection/open_roles.h"
#include "cil/protocol/names.h"

#include <gtest/gtest.h>

namespace callwright {
namespace {

using namespace protocol;

TEST(OpenRoles, AnAgentSeesAndControlsTheOwnDeviceAndNothingMore) {
    const RoleMasks agent = masksFor(Role::Agent);
    EXPECT_EQ(agent.services, ServicesRequested::CTI_SERVICE_CLIENT_EVENTS |
                                  ServicesRequested::CTI_SERVICE_CLIENT_CONTROL |
                                  ServicesRequested::CTI_SERVICE_CALL_DATA_UPDATE);
    EXPECT_EQ(agent.callMsgMask & CallMsgMask::AGENT_TEAM_CONFIG_MASK, 0u);
}

TEST(OpenRoles, ASupervisorAlsoSeesTheTeam) {
    const RoleMasks agent = masksFor(Role::Agent);
    const RoleMasks supervisor = masksFor(Role::Supervisor);
    EXPECT_EQ(supervisor.services, agent.services | ServicesRequested::CTI_SERVICE_SUPERVISOR |
                                       ServicesRequested::CTI_SERVICE_PERIPHERAL_MONITOR);
    EXPECT_EQ(supervisor.callMsgMask, agent.callMsgMask | CallMsgMask::AGENT_TEAM_CONFIG_MASK);
    EXPECT_EQ(supervisor.agentStateMask, agent.agentStateMask);
}

TEST(OpenRoles, EveryVoiceStateIsAskedForAndNoStateOfOtherMedia) {
    EXPECT_EQ(masksFor(Role::Agent).agentStateMask, 0x3FFu);
}

TEST(OpenRoles, TheLifeOfACallIsAskedForFromBeginToEnd) {
    const std::uint32_t calls = masksFor(Role::Agent).callMsgMask;
    for (const std::uint32_t bit :
         {CallMsgMask::BEGIN_CALL_MASK, CallMsgMask::END_CALL_MASK, CallMsgMask::CALL_DELIVERED_MASK,
          CallMsgMask::CALL_ESTABLISHED_MASK, CallMsgMask::CALL_HELD_MASK, CallMsgMask::CALL_RETRIEVED_MASK,
          CallMsgMask::CALL_CONNECTION_CLEARED_MASK, CallMsgMask::CALL_DATA_UPDATE_MASK})
        EXPECT_NE(calls & bit, 0u) << std::hex << bit;
    for (const std::uint32_t bit : {CallMsgMask::CALL_TRANSLATION_ROUTE_MASK, CallMsgMask::CALL_TERMINATION_MASK,
                                    CallMsgMask::AGENT_LEGACY_PRE_CALL_MASK})
        EXPECT_EQ(calls & bit, 0u) << std::hex << bit;
}

TEST(OpenRoles, TheClientIdIsPeripheralAndAgent) {
    const OpenParameters parameters = openParametersFor(Role::Agent, 5000, QStringLiteral("1001"));
    EXPECT_EQ(parameters.clientId, QStringLiteral("5000.1001"));
    EXPECT_EQ(parameters.peripheralId, 5000u);
    EXPECT_EQ(parameters.agentId, QStringLiteral("1001"));
    EXPECT_EQ(parameters.services, masksFor(Role::Agent).services);
}

} // namespace
} // namespace callwright
