#include "cil/objects/names.h"

#include "cil/events/keywords.h"
#include "cil/objects/directory.h"
#include "cil/objects/session_core.h"

#include <optional>
#include <utility>

namespace callwright {
namespace {

std::optional<PersonName> nameOf(const SessionCore& core, const AgentIdentity& agent) {
    return core.directory ? core.directory->person(agent.peripheralId, agent.agentId) : std::nullopt;
}

} // namespace

Arguments nameArguments(const SessionCore& core, const AgentIdentity& agent) {
    const PersonName name = nameOf(core, agent).value_or(PersonName());
    const QString full = QStringLiteral("%1 %2").arg(name.first, name.last).trimmed();
    return {{keyword::AgentFirstName, name.first}, {keyword::AgentLastName, name.last}, {keyword::AgentName, full}};
}

void postAgentName(Seat& seat) {
    const AgentIdentity& agent = seat.agentFacts.identity;
    const auto name = nameOf(seat.session, agent);
    if (!name)
        return;
    seat.agentFacts.properties.merge(nameArguments(seat.session, agent)).set(keyword::LoginName, name->loginName);
    Arguments arguments{{keyword::UniqueObjectID, seat.agentUid()},
                        {keyword::AgentFirstName, name->first},
                        {keyword::AgentLastName, name->last}};
    if (!seat.isOwn())
        arguments.set(keyword::AgentID, agent.agentId).set(keyword::LoginName, name->loginName);
    seat.post(EventId::OnAgentInfoEvent, std::move(arguments));
}

} // namespace callwright
