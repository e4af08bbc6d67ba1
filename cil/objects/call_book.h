#pragma once

#include "cil/objects/call_facts.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace callwright {

/// The calls of one session: which one an event means, which one is current, and which ended one still takes wrap-up
/// data. Publishes nothing.
class CallBook {
public:
    CallBook(Seat& seat, QObject* owner) : m_seat(seat), m_owner(owner) {}

    bool isFull() const; ///< as many live calls as a device has (CTI Server guide v25, MAX_NUM_CALLS)
    Call& add(CallFacts facts);
    void noteEnd(const Call& call);
    void noteEnd(const service::Connection& connection); ///< of a call that is not known here
    /// What an event tells of a call that is not known here: it may be known in a moment, by what is being asked for,
    /// and nothing tells it again.
    void noteEarly(const service::Connection& connection, const Arguments& data);
    Arguments takeEarly(const service::Connection& connection); ///< as far as it is not too old to be of the same call
    void forgetEarly() { m_early.clear(); }
    /// The device's calls are being asked for: what events say from now on is newer than the answer.
    void beginSnapshot();
    /// Whether a call with this own connection has ended since beginSnapshot().
    bool hasEnded(const service::Connection& connection) const;
    void remove(Call& call); ///< the object is deleted when control returns to the event loop

    const std::vector<Call*>& calls() const { return m_calls; } ///< in order of their beginning, the kept one included
    std::vector<Call*> live() const;                            ///< those that have not ended
    Call* findById(const QString& uniqueObjectId) const;        ///< ended ones too
    /// The live call whose own connection this is; nullptr: none. Of two that have come to bear the same name the one
    /// that goes on, `isEnding`: the one that does not.
    Call* findOwn(const service::Connection& connection, bool isEnding = false) const;
    /// The live call that an event about this connection means, and notes the connection for it. `isNew`: the event
    /// may be the first to name the connection of a destination.
    Call* findForEvent(const service::Connection& connection, bool isNew);

    /// The live calls that CALL_CONFERENCED_EVENT or CALL_TRANSFERRED_EVENT joins: the first and the second one, as far
    /// as they are here.
    std::pair<Call*, Call*> findJoined(const Arguments& wire) const;

    static CallFacts& facts(Call& call) { return *call.m_facts; }
    static const CallFacts& facts(const Call& call) { return *call.m_facts; }

    Call* current() const { return m_current; }
    /// Returns whether another call is the current one now.
    bool setCurrent(Call* call);
    /// The only call that goes on here is the current one by itself; one that ended never is, and one that is left does
    /// not become it. Returns as setCurrent().
    bool chooseCurrent();
    /// Whether another call is the current one than when this was asked last.
    bool takeCurrentChange() { return std::exchange(m_toldCurrent, m_current) != m_current; }

    /// The parties of calls that are over, those with known connections, as far as they are remembered: what a call was
    /// joined to may have ended before that is told.
    const std::vector<PartyFacts>& departed() const { return m_departed; }

    Call* kept() const { return m_kept; } ///< the ended call that wrap-up data belongs to
    void keep(Call& call) { m_kept = &call; }

private:
    Seat& m_seat;
    QObject* m_owner;
    std::vector<Call*> m_calls;
    Call* m_current = nullptr;
    const Call* m_toldCurrent = nullptr;
    Call* m_kept = nullptr;
    std::vector<PartyFacts> m_departed;
    std::vector<service::Connection> m_ended; // since beginSnapshot()
    struct Early {
        service::Connection connection;
        Arguments data;
        Milliseconds since;
    };
    std::vector<Early> m_early;
};

} // namespace callwright
