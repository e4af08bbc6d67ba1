#pragma once

#include "tests/unit/objects/session_fixture.h"

#include <string>
#include <vector>

namespace callwright::testing {

/// A supervisor (1001) signed in, with a team of two (1002, 1003) that the peer told of.
class SupervisorFixture : public SessionFixture {
protected:
    static constexpr std::uint32_t teamMonitor = 71;
    static constexpr std::uint32_t deviceMonitor = 72;

    SupervisorFixture() { identity.isSupervisor = true; }

    void signInWithTeam();
    void sendOwnState(std::uint32_t icmAgentId);
    void sendTeam(const std::vector<std::string>& agentIds, std::uint32_t operation = 1, std::uint32_t flags = 0);
    /// AGENT_STATE_EVENT of somebody else, by the team's monitor.
    void sendMember(const std::string& agentId, AgentState state, const std::string& instrument = "3102");
    Agent& member(const char* agentId = "1002");

    /// Watches all teams and the first member, whose device the server shows.
    void monitorMember();
    void confirmWith(protocol::MessageType request, protocol::MessageType confirmation, std::uint32_t monitorId);
    protocol::MessageBuilder memberEvent(protocol::MessageType type, const PeerCall& call = {}) const;
    void sendMemberEvent(protocol::MessageType type, const PeerCall& call = {});
    void memberTalks();
    std::uint32_t supervisorButtons() const;
};

} // namespace callwright::testing
