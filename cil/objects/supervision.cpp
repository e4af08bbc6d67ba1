#include "cil/objects/supervision.h"

#include "cil/objects/session_core.h"

#include <algorithm>
#include <memory>

namespace callwright {
namespace {

template <class Range, class Matches> auto findIn(Range& range, Matches matches) -> decltype(&*range.begin()) {
    const auto found = std::ranges::find_if(range, matches);
    return found != range.end() ? &*found : nullptr;
}

} // namespace

TeamMember* Supervision::findMember(const QString& agentId) {
    return findIn(m_members, [&](const TeamMember& member) {
        return member.isListed && member.seat->agentFacts.identity.agentId == agentId;
    });
}

const TeamMember* Supervision::findMember(const Seat& seat) const {
    return findIn(m_members, [&](const TeamMember& member) { return member.seat.get() == &seat; });
}

TeamMember* Supervision::findMember(const Seat& seat) {
    return findIn(m_members, [&](const TeamMember& member) { return member.seat.get() == &seat; });
}

Seat* Supervision::findByMonitor(std::uint32_t monitorId) const {
    if (monitorId == 0)
        return nullptr;
    const auto* member =
        findIn(m_members, [&](const TeamMember& candidate) { return candidate.deviceMonitor == monitorId; });
    return member ? member->seat.get() : nullptr;
}

TeamMember* Supervision::list(const QString& agentId) {
    TeamMember* member = findIn(
        m_members, [&](const TeamMember& candidate) { return candidate.seat->agentFacts.identity.agentId == agentId; });
    if (!member && m_members.size() >= mostMembers)
        return nullptr;
    if (!member) {
        member = &m_members.emplace_back();
        member->seat = std::make_unique<Seat>(m_session, Viewpoint::Team);
    }
    if (!member->isListed)
        member->seat->setAgent({m_session.own.agentFacts.identity.peripheralId, agentId, {}, false});
    member->isListed = true;
    return member;
}

Team* Supervision::findTeam(std::uint32_t teamId) {
    return findIn(m_teams, [&](const Team& team) { return team.id == teamId; });
}

Team* Supervision::findTeamByMonitor(std::uint32_t monitorId) {
    return monitorId == 0 ? nullptr : findIn(m_teams, [&](const Team& team) { return team.monitor == monitorId; });
}

Team* Supervision::addTeam(std::uint32_t teamId) {
    if (Team* known = findTeam(teamId))
        return known;
    if (m_teams.size() >= mostTeams)
        return nullptr;
    Team team;
    team.id = teamId;
    return &m_teams.emplace_back(std::move(team));
}

} // namespace callwright
