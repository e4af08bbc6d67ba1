#include "cil/objects/monitored_objects.h"

#include "cil/events/keywords.h"
#include "cil/objects/call_events.h"
#include "cil/objects/logging.h"
#include "cil/objects/session_core.h"
#include "cil/service/identity.h"
#include "cil/service/wire_data.h"

#include <algorithm>
#include <utility>

namespace callwright {

MonitoredObjects::MonitoredObjects(SessionCore& core) : m_core(core) {}

MonitoredObjects::~MonitoredObjects() = default;

Seat* MonitoredObjects::findAgent(const QString& uniqueObjectId) const {
    const auto at = m_agents.find(uniqueObjectId);
    return at != m_agents.end() ? at->second.seat.get() : nullptr;
}

Seat* MonitoredObjects::agent(const AgentIdentity& identity) {
    const QString uid = service::agentId(identity.peripheralId, identity.agentId);
    if (Seat* known = findAgent(uid)) {
        if (!identity.agentInstrument.isEmpty())
            known->agentFacts.identity.agentInstrument = identity.agentInstrument;
        confirm(uid);
        return known;
    }
    if (m_agents.size() >= mostAgents) {
        qCWarning(logObjects) << "more agents than can be kept:" << uid;
        return nullptr;
    }
    AgentEntry& entry = m_agents[uid];
    entry.seat = std::make_unique<Seat>(m_core);
    entry.seat->setAgent(identity);
    return entry.seat.get();
}

Call* MonitoredObjects::findCall(const QString& uniqueObjectId) const { return m_calls.value(uniqueObjectId).call; }

Call* MonitoredObjects::addCall(std::uint32_t peripheralId, const service::Connection& connection,
                                const Arguments& data) {
    if (static_cast<std::size_t>(m_calls.size()) >= mostCalls) {
        qCWarning(logObjects) << "more calls than can be kept:" << connection.callId;
        return nullptr;
    }
    CallFacts facts;
    facts.connection = connection;
    facts.uniqueObjectId = service::callId(peripheralId, connection.callId, connection.deviceId);
    facts.begunAt = facts.statusSince = m_core.clock.now();
    facts.data = data;
    facts.data.set(keyword::PeripheralID, peripheralId);
    Call& call = m_core.own.book.add(std::move(facts));
    m_calls.insert(call.uniqueObjectId(), {&call, peripheralId});
    return &call;
}

void MonitoredObjects::noteBegun(const Call& call) {
    if (const auto at = m_calls.find(call.uniqueObjectId()); at != m_calls.end())
        at->hasBegun = true;
}

void MonitoredObjects::rename(const QString& formerId, Call& call) {
    const CallEntry entry = m_calls.take(formerId);
    if (entry.call)
        m_calls.insert(call.uniqueObjectId(), entry);
}

void MonitoredObjects::end(Call& call, const Arguments& wire) {
    const CallEntry ended = m_calls.value(call.uniqueObjectId());
    const std::uint32_t callId = call.connectionCallId();
    endOne(call, wire);
    std::vector<CallEntry> others;
    for (const CallEntry& other : std::as_const(m_calls)) {
        if (other.peripheralId == ended.peripheralId && other.call->connectionCallId() == callId)
            others.push_back(other);
    }
    if (std::ranges::any_of(others, &CallEntry::hasBegun))
        return;
    for (const CallEntry& other : others) {
        if (other.isSeen)
            endOne(*other.call, other.call->data());
        else
            forget(*other.call);
    }
}

void MonitoredObjects::endOne(Call& call, const Arguments& wire) {
    endCall(m_core.own, call, wire, false); // asks the filter, for which the call must still be there
    m_calls.remove(call.uniqueObjectId());
}

/// Neither the server nor any event that the filter let out has begun it for anybody.
void MonitoredObjects::forget(Call& call) {
    m_calls.remove(call.uniqueObjectId());
    m_core.own.book.remove(call);
}

void MonitoredObjects::noteSeen(const QString& uniqueObjectId) {
    if (const auto call = m_calls.find(uniqueObjectId); call != m_calls.end())
        call->isSeen = true;
    else if (const auto agent = m_agents.find(uniqueObjectId); agent != m_agents.end())
        agent->second.isSeen = true;
}

std::vector<Agent*> MonitoredObjects::agents() const {
    std::vector<Agent*> seen;
    for (const auto& [uid, entry] : m_agents) {
        if (entry.isSeen)
            seen.push_back(entry.seat->agent.get());
    }
    return seen;
}

std::vector<Call*> MonitoredObjects::calls() const {
    std::vector<Call*> seen;
    for (Call* call : m_core.own.book.live()) {
        if (m_calls.value(call->uniqueObjectId()).isSeen)
            seen.push_back(call);
    }
    return seen;
}

void MonitoredObjects::doubtAll() {
    for (auto& [uid, entry] : m_agents)
        entry.isConfirmed = false;
    for (const CallEntry& entry : std::as_const(m_calls))
        CallBook::facts(*entry.call).isConfirmed = false;
}

void MonitoredObjects::confirm(const QString& uniqueObjectId) {
    if (const auto agent = m_agents.find(uniqueObjectId); agent != m_agents.end())
        agent->second.isConfirmed = true;
    else if (Call* call = findCall(uniqueObjectId))
        CallBook::facts(*call).isConfirmed = true;
}

std::vector<AgentIdentity> MonitoredObjects::doubtfulAgents() const {
    std::vector<AgentIdentity> doubtful;
    for (const auto& [uid, entry] : m_agents) {
        if (!entry.isConfirmed)
            doubtful.push_back(entry.seat->agentFacts.identity);
    }
    return doubtful;
}

std::vector<Call*> MonitoredObjects::doubtfulCalls() const {
    std::vector<Call*> doubtful;
    for (Call* call : m_core.own.book.live()) {
        if (!call->isConfirmed())
            doubtful.push_back(call);
    }
    return doubtful;
}

bool MonitoredObjects::hasDoubtful() const { return !doubtfulAgents().empty() || !doubtfulCalls().empty(); }

void MonitoredObjects::drop(Call& call) { endOne(call, call.data()); }

void MonitoredObjects::dropAgent(const QString& uniqueObjectId) {
    const auto agent = m_agents.find(uniqueObjectId);
    if (agent == m_agents.end())
        return;
    agent->second.seat.release()->deleteLater(); // somebody may still hold the agent
    m_agents.erase(agent);
}

void MonitoredObjects::clear() {
    m_calls.clear(); // the book ends them
    m_agents.clear();
}

} // namespace callwright
