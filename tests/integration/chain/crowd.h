#pragma once

#include "tests/integration/chain/chain.h"

#include <cstdint>
#include <random>

namespace callwright::testing {

/// People and callers who do whatever comes to mind, allowed or not; often enough what their buttons offer. Where
/// calls share a ConnectionCallID nobody sends a call on blindly: the guide's rule would take who rings next in it for
/// the one who is being consulted.
class Crowd {
public:
    /// `diligence`: so many of ten times somebody with a call presses one of the buttons that are on,
    /// and a phone that rings is seen to before anything else.
    Crowd(Chain& chain, std::uint64_t seed, std::size_t diligence, bool breaksLinks)
        : m_chain(chain), m_random(seed), m_diligence(diligence), m_breaksLinks(breaksLinks) {}

    void act();

private:
    std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(m_random); }

    Desk* ringingDesk(); ///< whose phone rings; nullptr: nobody's
    void atDesk(Desk& desk);
    void offered(Desk& desk);
    void agentAction(Desk& desk, Agent& agent);
    void callAction(Desk& desk, Call& call);
    void joiningAction(Desk& desk, Call& call);
    void helpAction(Desk& desk, Agent& agent);
    void outside();
    void breakLink();

    Call* anyCall(Desk& desk); ///< or none
    DialOptions somebody();    ///< to dial, with some data at times
    Arguments someData();
    QString someNumber();
    QString someExtension();

    Chain& m_chain;
    std::mt19937_64 m_random;
    std::size_t m_diligence;
    bool m_breaksLinks;
};

} // namespace callwright::testing
