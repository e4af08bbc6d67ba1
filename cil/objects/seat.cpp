#include "cil/objects/seat.h"

#include "cil/events/keywords.h"
#include "cil/objects/buttons.h"
#include "cil/objects/session_core.h"
#include "cil/objects/team_events.h"
#include "cil/service/identity.h"

namespace callwright {

Seat::Seat(SessionCore& theSession, Viewpoint theViewpoint)
    : session(theSession), viewpoint(theViewpoint), book(*this, this), announced(theSession.clock) {}

Seat::~Seat() = default;

void Seat::post(EventId id, Arguments arguments) {
    if (isOwn() || session.mode == SessionMode::Monitor)
        session.outbox.post(id, std::move(arguments));
    else
        postMonitored(*this, id, std::move(arguments));
}

void Seat::setAgent(const AgentIdentity& identity) {
    const bool isOther = agent && (identity.peripheralId != agentFacts.identity.peripheralId ||
                                   identity.agentId != agentFacts.identity.agentId);
    if (isOther)
        leave(identity.peripheralId);
    agentFacts = AgentFacts();
    agentFacts.identity = identity;
    agentFacts.properties = {{keyword::PeripheralID, identity.peripheralId},
                             {keyword::AgentID, identity.agentId},
                             {keyword::AgentInstrument, identity.agentInstrument},
                             {keyword::IsSupervisor, identity.isSupervisor},
                             {keyword::UniqueObjectID, agentUid()}};
    if (!agent)
        agent.reset(new Agent(*this, agentFacts, nullptr));
}

void Seat::leave(std::uint32_t peripheralId) {
    if (agent) {
        post(EventId::OnCurrentAgentReset, {{keyword::UniqueObjectID, agentUid()}});
        agent->setParent(this);
        agent.release()->deleteLater(); // somebody may still hold it
    }
    agentFacts = AgentFacts();
    agentFacts.identity.peripheralId = peripheralId;
}

QString Seat::agentUid() const {
    if (agentFacts.identity.agentId.isEmpty())
        return {};
    return service::agentId(agentFacts.identity.peripheralId, agentFacts.identity.agentId);
}

QStringList Seat::ownDevices() const { return {agentFacts.identity.agentInstrument, agentFacts.extension}; }

QString Seat::callUid(const service::Connection& connection) const {
    return service::callId(agentFacts.identity.peripheralId, connection.callId, connection.deviceId);
}

service::EventContext Seat::eventContext(const QString& uniqueObjectId) const {
    service::EventContext context;
    context.peripheralId = agentFacts.identity.peripheralId;
    context.agentInstrument = agentFacts.identity.agentInstrument;
    context.uniqueObjectId = uniqueObjectId;
    context.agentUniqueObjectId = agentUid();
    context.minimizeEventArgs = session.settings.minimizeEventArgs;
    return context;
}

service::EventContext Seat::eventContext(const Call& call) const {
    service::EventContext context = eventContext(call.uniqueObjectId());
    context.icmEnterpriseUniqueId = call.data().toString(keyword::ICMEnterpriseUniqueID);
    context.callStatus = static_cast<std::uint32_t>(call.status());
    if (session.mode == SessionMode::Agent)
        context.enablementMask = maskOfCall(*this, call);
    return context;
}

} // namespace callwright
