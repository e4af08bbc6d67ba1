#include "app/simulator/server/supervisors.h"

#include "app/simulator/server/device_rules.h"

#include <algorithm>
#include <span>

namespace callwright::simulator {

namespace {

using protocol::Field;
using protocol::MessageType;
using protocol::StatusCode;

constexpr std::size_t teamsAtMost = 64; // in one message

/// What a supervisor may ask and set of the agents of a team.
constexpr MessageType memberRequests[] = {MessageType::SET_AGENT_STATE_REQ, MessageType::QUERY_AGENT_STATE_REQ,
                                          MessageType::QUERY_AGENT_STATISTICS_REQ};

std::optional<AgentRecord> recordIn(const protocol::MessageView& request, const Switch& behind) {
    const AgentNames names = agentNamesIn(request);
    if (!names.agentId.empty()) {
        return behind.agentById(names.agentId);
    }
    return names.instrument.empty() ? behind.agentAtExtension(names.extension)
                                    : behind.agentAtInstrument(names.instrument);
}

} // namespace

std::string agentOf(const OpenTerms& terms, const Switch& behind) {
    if (!terms.agentId.empty()) {
        return terms.agentId;
    }
    const auto agent = behind.agentAtInstrument(terms.instrument);
    return agent ? agent->agentId : std::string();
}

bool leadsTeam(const OpenTerms& terms, std::uint32_t team, const Switch& behind) {
    if (!terms.has(protocol::ServicesRequested::CTI_SERVICE_SUPERVISOR)) {
        return false;
    }
    const std::vector<std::uint32_t> led = behind.teamsLedBy(agentOf(terms, behind));
    return std::ranges::find(led, team) != led.end();
}

bool leadsAgent(const OpenTerms& terms, std::string_view agentId, const Switch& behind) {
    const std::vector<std::uint32_t> led = behind.teamsLedBy(agentOf(terms, behind));
    return terms.has(protocol::ServicesRequested::CTI_SERVICE_SUPERVISOR) &&
           std::ranges::any_of(led, [&](std::uint32_t team) { return behind.isTeamMember(agentId, team); });
}

std::optional<std::string> memberAsked(const protocol::MessageView& request, const OpenTerms& terms,
                                       const Switch& behind) {
    if (std::ranges::find(memberRequests, request.type()) == std::end(memberRequests)) {
        return std::nullopt;
    }
    const auto named = recordIn(request, behind);
    const bool isAnother = named && named->agentId != agentOf(terms, behind);
    return isAnother && leadsAgent(terms, named->agentId, behind) ? std::optional(named->instrument) : std::nullopt;
}

tl::expected<std::vector<FieldValues>, StatusCode> listTeams(const protocol::MessageView& request,
                                                             const OpenTerms& terms, const Switch& behind) {
    const auto supervisor = behind.agentById(agentOf(terms, behind));
    if (!supervisor || supervisor->skillTargetId != request.number(Field::SupervisorID)) {
        return tl::unexpected(StatusCode::E_CTI_SUPERVISOR_NOT_FOUND);
    }
    const std::vector<std::uint32_t> teams = behind.teamsLedBy(supervisor->agentId);
    std::span<const std::uint32_t> rest = teams;
    std::vector<FieldValues> parts;
    do {
        const auto part = rest.first(std::min(rest.size(), teamsAtMost));
        rest = rest.subspan(part.size());
        FieldValues fields{{Field::NumberOfAgentTeams, static_cast<std::uint32_t>(part.size())},
                           {Field::SegmentNumber, static_cast<std::uint32_t>(parts.size() + 1)},
                           {Field::More, rest.empty() ? 0U : 1U}};
        for (const std::uint32_t team : part) {
            fields.push_back({Field::TeamID, team});
        }
        parts.push_back(std::move(fields));
    } while (!rest.empty());
    return parts;
}

} // namespace callwright::simulator
