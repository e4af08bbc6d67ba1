#pragma once

#include "cil/events/event_list.h"
#include "cil/objects/agent_facts.h"
#include "cil/objects/announcements.h"
#include "cil/objects/call_book.h"
#include "cil/objects/consults.h"
#include "cil/service/event_mapping.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace callwright {

class SessionCore;

/// How a session comes to know a seat.
enum class Viewpoint {
    Own, ///< of the person who signs in with the session
    Team ///< of somebody whom that person supervises: its events go out in their monitored forms
};

/// One agent's place as a session sees it: who sits there, the calls at the phone, what was announced. A session has
/// its own; whoever watches others has one for each of them. The files beside this one act on it, each on one concern:
/// agent_events and call_events (the server's messages), requests (the way down), buttons (the mask).
class Seat final : public QObject {
public:
    explicit Seat(SessionCore& theSession, Viewpoint theViewpoint = Viewpoint::Own);
    ~Seat() override;

    SessionCore& session;
    const Viewpoint viewpoint;
    AgentFacts agentFacts;
    std::unique_ptr<Agent> agent; ///< nullptr before the first setAgent()
    CallBook book;
    Consults consults{book, agentFacts};
    Announcements announced;

    void setAgent(const AgentIdentity& identity);
    /// Nobody sits there any more.
    void leave(std::uint32_t peripheralId);

    bool isOwn() const { return viewpoint == Viewpoint::Own; }

    /// An event about this seat goes out by the session's outbox, in the form that its viewpoint asks for.
    void post(EventId id, Arguments arguments);

    QString agentUid() const;
    QStringList ownDevices() const; ///< what events may call the agent's phone: instrument and extension
    QString callUid(const service::Connection& connection) const;
    /// What an event about this object carries besides its message's fields.
    service::EventContext eventContext(const QString& uniqueObjectId) const;
    service::EventContext eventContext(const Call& call) const;
};

} // namespace callwright
