#pragma once

#include "cil/connection/link.h"
#include "cil/events/publisher.h"
#include "cil/objects/agent_facts.h"
#include "cil/objects/announcements.h"
#include "cil/objects/call_book.h"
#include "cil/objects/consults.h"
#include "cil/objects/outbox.h"
#include "cil/objects/session.h"
#include "cil/service/event_mapping.h"

#include <QObject>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <memory>

namespace callwright {

/// What the objects of one session share: the link, the events on their way out, and everything known. The files
/// beside this one act on it, each on one concern: session_connection (the link's life), opening (what follows an
/// opened session), agent_events and call_events (the server's messages), requests (the way down), buttons (the mask).
class SessionCore final : public QObject {
public:
    SessionCore(Clock& theClock, TransportFactory& transports, const Settings& theSettings, std::uint64_t seed);
    ~SessionCore() override;

    Clock& clock;
    const Settings& settings;
    Publisher publisher;
    Outbox outbox;
    std::function<void(std::uint32_t invokeId)> confirmed; ///< the session's signal
    AgentFacts agentFacts;
    std::unique_ptr<Agent> agent; ///< nullptr before the first connectTo()
    CallBook book;
    Consults consults{book};
    Announcements announced;
    ConnectParameters parameters;

    bool isAgentModeSet = false;
    bool isReconnecting = false; ///< from a failure until the session is open again
    Milliseconds nextTry{0};     ///< the clock's time of the next attempt, while the link waits for it
    bool isPeripheralOnline = true;
    std::uint32_t pgStatus = 0;
    QString connectionId; ///< CILConnectionID: the session's MonitorID at the server

    ConnectionStatus status() const;
    /// What stands against any request now: no connection, failover, no agent. Ok: nothing.
    CilResult whyNot() const;
    void setAgent(const AgentIdentity& identity);

    QString agentUid() const;
    QStringList ownDevices() const; ///< what events may call the agent's phone: instrument and extension
    QString callUid(const service::Connection& connection) const;
    protocol::CodePage codePage() const;
    /// What an event about this object carries besides its message's fields.
    service::EventContext eventContext(const QString& uniqueObjectId) const;
    service::EventContext eventContext(const Call& call) const;

    Link link; ///< the last member: it goes first
};

} // namespace callwright
