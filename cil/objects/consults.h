#pragma once

#include "cil/objects/call_facts.h"

#include <QPointer>

#include <optional>
#include <vector>

namespace callwright {

class CallBook;

/// Which call consults about which other one. CONSULTATION_CALL_CONF names the new call of a request, but its events
/// may come first (CTI Server guide v25): until then the call that begins here meanwhile is presumed to be it. Calls
/// that nobody asked for here, from the phone itself or of before a reconnect, are known by their CallType.
class Consults {
public:
    explicit Consults(CallBook& book) : m_book(book) {}

    /// A consultation was asked for. The number names it to the next two.
    int expect(Call& original, ConsultPurpose purpose);
    void confirm(int number, const service::Connection& consult);
    void abandon(int number); ///< it was refused

    /// A call began, or was found to be dialled here: it may be the consultation that is waited for.
    void consider(Call& call);
    /// After a reconnect: two calls that can only be the halves of a consultation.
    void considerAll();

    /// The site joins who helps at once (desk settings): such a call is no consultation.
    void joinHelpers(bool assisting, bool inEmergencies) {
        m_joinsAssistants = assisting;
        m_joinsInEmergencies = inEmergencies;
    }

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
    bool isExpected(Call& call);
    bool isPresumed(Call& call);
    void considerType(Call& call);

    CallBook& m_book;
    std::vector<Expected> m_expected;
    int m_lastNumber = 0;
    bool m_joinsAssistants = false;
    bool m_joinsInEmergencies = false;
};

} // namespace callwright
