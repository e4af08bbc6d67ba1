#pragma once

#include "cil/objects/call_facts.h"

#include <vector>

namespace callwright {

/// The calls of one session: which one an event means, which one is current, and which ended one still takes wrap-up
/// data. Publishes nothing.
class CallBook {
public:
    CallBook(SessionCore& core, QObject* owner) : m_core(core), m_owner(owner) {}

    Call& add(CallFacts facts);
    void remove(Call& call); ///< the object is deleted when control returns to the event loop

    const std::vector<Call*>& calls() const { return m_calls; } ///< in order of their beginning, the kept one included
    std::vector<Call*> live() const;                            ///< those that have not ended
    Call* findById(const QString& uniqueObjectId) const;        ///< ended ones too
    /// The live call that is what a BEGIN_CALL_EVENT or a snapshot names; nullptr: it is a new one.
    Call* findSame(const service::Connection& connection) const;
    /// The live call that an event about this connection means, and notes the connection for it.
    Call* findForEvent(const service::Connection& connection, bool establishes);

    static CallFacts& facts(Call& call) { return *call.m_facts; }
    static const CallFacts& facts(const Call& call) { return *call.m_facts; }

    Call* current() const { return m_current; }
    /// Returns whether another call is the current one now.
    bool setCurrent(Call* call);
    /// The only live call is the current one by itself; an ended call never is. Returns as setCurrent().
    bool chooseCurrent();

    Call* kept() const { return m_kept; } ///< the ended call that wrap-up data belongs to
    void keep(Call& call) { m_kept = &call; }

private:
    SessionCore& m_core;
    QObject* m_owner;
    std::vector<Call*> m_calls;
    Call* m_current = nullptr;
    Call* m_kept = nullptr;
};

} // namespace callwright
