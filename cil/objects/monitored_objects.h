#pragma once

#include "cil/objects/agent.h"
#include "cil/objects/call_facts.h"
#include "cil/protocol/message_view.h"

#include <QHash>
#include <QString>

#include <cstddef>
#include <map>
#include <memory>
#include <vector>

namespace callwright {

class Seat;
class SessionCore;

/// The agents and calls that a monitor mode session knows. A call is one connection: everybody in a call has one of
/// their own (UniqueObjectID). The calls lie in the own seat's book, each agent has a seat without calls.
class MonitoredObjects {
public:
    /// At most, whatever a server says.
    static constexpr std::size_t mostAgents = 100'000;
    static constexpr std::size_t mostCalls = 100'000;

    explicit MonitoredObjects(SessionCore& core);
    ~MonitoredObjects();

    Seat* findAgent(const QString& uniqueObjectId) const;
    /// nullptr: there are too many.
    Seat* agent(const AgentIdentity& identity);
    Call* findCall(const QString& uniqueObjectId) const;
    Call* addCall(std::uint32_t peripheralId, const service::Connection& connection, const Arguments& data);
    void noteBegun(const Call& call); ///< the server began it by itself, so it will end it
    void rename(const QString& formerId, Call& call);
    /// OnCallEnd of this call and, when it was the last that the server began under its ConnectionCallID, of the
    /// others that came with it and that anybody has heard of.
    void end(Call& call, const Arguments& wire);

    /// An event about the object has got through the filter: it is one of agents() and calls().
    void noteSeen(const QString& uniqueObjectId);
    std::vector<Agent*> agents() const;
    std::vector<Call*> calls() const;

    void doubtAll(); ///< the link is lost
    void confirm(const QString& uniqueObjectId);
    std::vector<AgentIdentity> doubtfulAgents() const; ///< that nothing has confirmed since
    std::vector<Call*> doubtfulCalls() const;
    bool hasDoubtful() const;
    void drop(Call& call); ///< the server does not know it any more: OnCallEnd
    void dropAgent(const QString& uniqueObjectId);
    void clear();

private:
    struct AgentEntry {
        std::unique_ptr<Seat> seat;
        bool isSeen = false;
        bool isConfirmed = true;
    };
    struct CallEntry {
        Call* call = nullptr;
        std::uint32_t peripheralId = 0;
        bool hasBegun = false;
        bool isSeen = false;
    };

    void endOne(Call& call, const Arguments& wire);
    void forget(Call& call);

    SessionCore& m_core;
    std::map<QString, AgentEntry> m_agents;
    QHash<QString, CallEntry> m_calls;
};

} // namespace callwright
