#pragma once

#include "tests/unit/objects/session_fixture.h"

#include <string>
#include <vector>

namespace callwright::testing {

/// The agent talks to a customer (caller 4155550134) and consults a colleague at 2102.
class TwoCallsFixture : public SessionFixture {
protected:
    TwoCallsFixture() {
        incomingWrapup = 2; // no agent-state bits while talking
        outgoingWrapup = 2;
    }

    const PeerCall customer{};                ///< own leg 9001, the caller's 9000
    PeerCall colleague{16777219, "9003", 12}; ///< own leg 9003, the colleague's 9004; CALLTYPE_CONSULT
    const std::string own = "2101";

    void talkToCustomer();
    Call& first() { return *call(customer); }
    Call& second() { return *call(colleague); }
    Call* call(const PeerCall& call) const;

    /// The request, and what the guide's order makes of it.
    CilResult consult(ConsultType type = ConsultType::Transfer);
    void confirmConsult(); ///< CONSULTATION_CALL_CONF, which names the new connection
    void holdFirst();
    void beginSecond();
    void ringSecond();
    void answerSecond();
    void consultAndTalk(ConsultType type = ConsultType::Transfer);
    void alternateAtPeer(); ///< the events of it: the second is held, the first retrieved

    /// CALL_CONFERENCED_EVENT or CALL_TRANSFERRED_EVENT of both calls by `device`; `legs` are the connected parties.
    protocol::MessageBuilder joinedEvent(protocol::MessageType type, const std::string& device,
                                         const std::vector<std::string>& legs,
                                         protocol::LocalConnectionState local) const;
    void conference();
    /// SNAPSHOT_CALL_CONF with who is in the call.
    void answerParties(const PeerCall& call, const std::vector<PeerParty>& parties);
    QStringList devices(const Call& call) const; ///< of its parties, "?" for one that nobody named
};

} // namespace callwright::testing
