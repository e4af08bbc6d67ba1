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

TEST(OpenRoles, ADeskHearsOfGreetingsAndNetworkRecordingAsWell) {
    const std::uint32_t calls = masksFor(Role::Agent).callMsgMask;
    EXPECT_NE(calls & CallMsgMask::CALL_AGENT_GREETING_MASK, 0u);
    EXPECT_NE(calls & CallMsgMask::NETWORK_RECORDING_STARTED_MASK, 0u);
    EXPECT_NE(calls & CallMsgMask::NETWORK_RECORDING_TARGET_INFO_MASK, 0u);
    EXPECT_EQ(calls & CallMsgMask::CALL_ATTRIBUTE_CHANGE_MASK, 0u);
}

TEST(OpenRoles, WhoeverWatchesHearsAllThatADeskDoesAndChangesNothing) {
    const RoleMasks all = masksFor(Role::Monitor);
    EXPECT_EQ(all.services, ServicesRequested::CTI_SERVICE_ALL_EVENTS |
                                ServicesRequested::CTI_SERVICE_PERIPHERAL_MONITOR |
                                ServicesRequested::CTI_SERVICE_CLIENT_CONTROL);
    const RoleMasks some = masksFor(Role::PeripheralMonitor);
    EXPECT_EQ(some.services, all.services & ~std::uint32_t(ServicesRequested::CTI_SERVICE_ALL_EVENTS));
    for (const RoleMasks& masks : {all, some}) {
        EXPECT_EQ(masks.callMsgMask & masksFor(Role::Agent).callMsgMask, masksFor(Role::Agent).callMsgMask);
        EXPECT_NE(masks.callMsgMask & CallMsgMask::CALL_TRANSLATION_ROUTE_MASK, 0u);
        EXPECT_EQ(masks.agentStateMask, 0x3FFu);
    }
}

TEST(OpenRoles, SessionsOfOtherKindsAskForTheirServiceAlone) {
    EXPECT_EQ(masksFor(Role::ClientMonitor).services, ServicesRequested::CTI_SERVICE_CLIENT_MONITOR);
    EXPECT_EQ(masksFor(Role::ConnectionMonitor).services, ServicesRequested::CTI_SERVICE_CONNECTION_MONITOR);
    EXPECT_EQ(masksFor(Role::Server).services, ServicesRequested::CTI_SERVICE_SERVER);
    EXPECT_EQ(masksFor(Role::Configuration).services, 0u);
    EXPECT_EQ(masksFor(Role::Configuration).configMsgMask, 0x3FFu);
    for (const Role role : {Role::ClientMonitor, Role::ConnectionMonitor, Role::Server, Role::Configuration})
        EXPECT_EQ(masksFor(role).callMsgMask, 0u);
}

TEST(OpenRoles, ASessionMayHaveSeveralWithoutAnAgent) {
    const Role roles[] = {Role::ClientMonitor, Role::Configuration, Role::Server};
    const OpenParameters parameters = openParametersFor(roles, QStringLiteral("callwright.monitor"));
    EXPECT_EQ(parameters.services,
              ServicesRequested::CTI_SERVICE_CLIENT_MONITOR | std::uint32_t(ServicesRequested::CTI_SERVICE_SERVER));
    EXPECT_EQ(parameters.configMsgMask, 0x3FFu);
    EXPECT_EQ(parameters.peripheralId, 0xFFFFFFFFu);
    EXPECT_EQ(parameters.clientId, QStringLiteral("callwright.monitor"));
    EXPECT_TRUE(parameters.agentId.isEmpty());
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
