#include "app/simulator/server/user_messages.h"

#include "app/simulator/server/device_rules.h"
#include "app/simulator/server/supervisors.h"

namespace callwright::simulator {

namespace {

using protocol::DistributionType;
using protocol::Field;
using protocol::StatusCode;

DistributionType distributionOf(const protocol::MessageView& request) {
    return static_cast<DistributionType>(request.number(Field::Distribution, 0));
}

/// The agent whose team is meant: the client's own, or the one that a client without one names.
tl::expected<AgentRecord, StatusCode> agentMeant(const protocol::MessageView& request, const OpenTerms& sender,
                                                 const Switch& behind) {
    const auto place = targetOf(request, sender, behind);
    if (!place) {
        return tl::unexpected(place.error());
    }
    const AgentNames names = agentNamesIn(request);
    if (!sender.isAgentClient() && names.isEmpty()) {
        return tl::unexpected(StatusCode::E_CTI_REQUIRED_DATA_MISSING);
    }
    if (!sender.isAgentClient() && request.number(Field::PeripheralID) != behind.peripheralId()) {
        return tl::unexpected(StatusCode::E_CTI_INVALID_PERIPHERAL_ID);
    }
    const std::string id = sender.isAgentClient() ? agentOf(sender, behind) : names.agentId;
    const auto agent = id.empty() ? behind.agentAtInstrument(*place) : behind.agentById(id);
    if (!agent) {
        return tl::unexpected(StatusCode::E_CTI_AGENT_NOT_LOGGED_ON);
    }
    return *agent;
}

} // namespace

tl::expected<Recipients, StatusCode> recipientsOf(const protocol::MessageView& request, const OpenTerms& sender,
                                                  const Switch& behind) {
    const DistributionType distribution = distributionOf(request);
    if (distribution == DistributionType::DISTRIBUTE_TO_ALL) {
        return [](const OpenTerms&) { return true; };
    }
    if (distribution == DistributionType::DISTRIBUTE_TO_CLIENT) {
        const std::string client(request.text(Field::ClientID).value_or(std::string_view()));
        if (client.empty()) {
            return tl::unexpected(StatusCode::E_CTI_REQUIRED_DATA_MISSING);
        }
        return [client](const OpenTerms& terms) { return terms.clientId == client; };
    }
    const auto agent = agentMeant(request, sender, behind);
    if (!agent) {
        return tl::unexpected(agent.error());
    }
    const std::uint32_t team = agent->teamId;
    if (team == 0) {
        return tl::unexpected(StatusCode::E_CTI_TEAM_NOT_FOUND);
    }
    const bool isForSupervisor = distribution == DistributionType::DISTRIBUTE_TO_SUPERVISOR;
    return [team, isForSupervisor, &behind](const OpenTerms& terms) {
        return leadsTeam(terms, team, behind) ||
               (!isForSupervisor && terms.isAgentClient() && behind.isTeamMember(agentOf(terms, behind), team));
    };
}

StatusCode statusWithoutRecipient(const protocol::MessageView& request) {
    switch (distributionOf(request)) {
    case DistributionType::DISTRIBUTE_TO_CLIENT:
        return StatusCode::E_CTI_CLIENT_NOT_FOUND;
    case DistributionType::DISTRIBUTE_TO_SUPERVISOR:
        return StatusCode::E_CTI_SUPERVISOR_NOT_FOUND;
    default:
        return StatusCode::E_CTI_NO_ERROR;
    }
}

} // namespace callwright::simulator
