#pragma once

#include "cil/objects/call_facts.h"

#include <QPointer>

#include <optional>
#include <vector>

namespace callwright {

class CallBook;
struct AgentFacts;

/// Which call consults about which other one. CONSULTATION_CALL_CONF names the new call of a request, but its events
/// may come first (CTI Server guide v25): until then the call that begins here meanwhile is presumed to be it. Calls
/// that nobody asked for here, from the phone itself or of before a reconnect, are known by their CallType.
class Consults {
public:
    Consults(CallBook& book, const AgentFacts& agent) : m_book(book), m_agent(agent) {}

    /// A consultation was asked for. The number names it to the next two.
    int expect(Call& original, ConsultPurpose purpose);
    void confirm(int number, const service::Connection& consult);
    void abandon(int number); ///< it was refused

    /// A call began, or was found to be dialled here: it may be the consultation that is waited for.
    void consider(Call& call);
    /// After a reconnect: two calls that can only be the halves of a consultation.
    void considerAll();

    void end(Call& call); ///< of either half
    void clear() { m_expected.clear(); }

private:
    struct Expected {
        int number = 0;
        QPointer<Call> original;
        ConsultPurpose purpose = ConsultPurpose::None;
        std::optional<service::Connection> connection; ///< once confirmed
        QPointer<Call> presumed;
    };

    void relate(Call& consult, Call& original, ConsultPurpose purpose);
    bool isJoinedAtOnce(const Call& call) const;
    bool takeExpected(Call& call); ///< it is one that was confirmed: related, and not waited for any more
    bool presume(Call& call);      ///< it is taken for one that was asked for, until a confirmation says which it is
    void considerType(Call& call);

    CallBook& m_book;
    const AgentFacts& m_agent;
    std::vector<Expected> m_expected;
    int m_lastNumber = 0;
};

} // namespace callwright
