#include "tests/integration/chain/troubles.h"

#include <array>
#include <tuple>
#include <utility>

namespace callwright::testing {

using simulator::Fault;
using simulator::FaultKind;

namespace {

/// What ends by itself, or at once.
constexpr std::array momentary{FaultKind::Drop, FaultKind::Garbage, FaultKind::Cut};
constexpr std::array lasting{FaultKind::Refuse, FaultKind::Stall,    FaultKind::Slow, FaultKind::Offline,
                             FaultKind::Kill,   FaultKind::HalfOpen, FaultKind::Late, FaultKind::OldVersion};

} // namespace

void Troubles::act() {
    if (!m_lasting.empty() && below(2) == 0)
        return heal(below(m_lasting.size()));
    switch (below(12)) {
    case 0:
        return m_chain.network.cutAll();
    case 1:
        return m_chain.network.setSilent(true);
    case 2:
    case 3:
        return m_chain.network.setSilent(false);
    case 4:
    case 5:
        return static_cast<void>(m_chain.simulator().switchOver());
    case 6:
        return m_chain.clock.advance(std::chrono::seconds(below(200)));
    default:
        return begin();
    }
}

void Troubles::begin() {
    const bool lasts = below(3) != 0;
    Fault fault = someFault(lasts ? lasting[below(lasting.size())] : momentary[below(momentary.size())]);
    if (m_chain.simulator().fault(fault) && lasts)
        m_lasting.push_back(std::move(fault));
}

Fault Troubles::someFault(FaultKind kind) {
    Fault fault;
    fault.kind = kind;
    fault.side = anySide();
    fault.delay = Milliseconds(below(3000));
    fault.version = protocol::oldestVersion + static_cast<int>(below(13));
    if (kind == FaultKind::Cut || (kind == FaultKind::Kill && below(2) == 0))
        fault.after = below(200);
    return fault;
}

void Troubles::heal(std::size_t index) {
    std::ignore = m_chain.simulator().heal(m_lasting[index]);
    m_lasting.erase(m_lasting.begin() + static_cast<std::ptrdiff_t>(index));
}

void Troubles::end() {
    m_chain.network.setSilent(false);
    while (!m_lasting.empty())
        heal(0);
    std::ignore = m_chain.simulator().healAll();
}

} // namespace callwright::testing
