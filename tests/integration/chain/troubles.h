#pragma once

#include "tests/integration/chain/chain.h"

#include <cstdint>
#include <random>
#include <vector>

namespace callwright::testing {

/// What goes wrong between the desks and the switch by chance: connections cut, sides that die and come back, planned
/// changes of sides, every fault that the simulator has, a network that swallows everything.
class Troubles {
public:
    Troubles(Chain& chain, std::uint64_t seed) : m_chain(chain), m_random(seed) {}

    /// Something else goes wrong, or is well again.
    void act();
    /// Everything is well again.
    void end();

private:
    std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(m_random); }
    simulator::Side anySide() { return below(2) == 0 ? simulator::Side::A : simulator::Side::B; }
    void begin();
    simulator::Fault someFault(simulator::FaultKind kind);
    void heal(std::size_t index);

    Chain& m_chain;
    std::mt19937_64 m_random;
    std::vector<simulator::Fault> m_lasting;
};

} // namespace callwright::testing
