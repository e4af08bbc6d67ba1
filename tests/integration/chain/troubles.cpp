#include "tests/integration/chain/troubles.h"

#include <array>
#include <tuple>
#include <utility>

namespace callwright::testing {

using simulator::Fault;
using simulator::FaultKind;
using simulator::FaultPart;

namespace {

/// What ends by itself, or at once.
constexpr std::array momentary{FaultKind::Drop, FaultKind::Garbage, FaultKind::Cut, FaultKind::UnknownCall,
                               FaultKind::Logout};
constexpr std::array lasting{FaultKind::Refuse,      FaultKind::Stall,       FaultKind::Slow,
                             FaultKind::Offline,     FaultKind::Kill,        FaultKind::HalfOpen,
                             FaultKind::Late,        FaultKind::Twice,       FaultKind::Never,
                             FaultKind::WrongId,     FaultKind::EventsFirst, FaultKind::EventsLast,
                             FaultKind::EventsTwice, FaultKind::OldVersion,  FaultKind::OutOfService};
constexpr std::array parts{FaultPart::Server, FaultPart::Peripheral, FaultPart::Gateway, FaultPart::Controller};
/// EventReasonCodes of agents who are signed out by a supervisor, or because their phone or desktop was lost.
constexpr std::array<std::uint32_t, 3> reasons{999, 50001, 50002};

/// Whose answers alone may be late, doubled, lost or misnamed.
using protocol::MessageType;
constexpr std::array requests{MessageType::OPEN_REQ,
                              MessageType::QUERY_AGENT_STATE_REQ,
                              MessageType::AGENT_DESK_SETTINGS_REQ,
                              MessageType::SNAPSHOT_DEVICE_REQ,
                              MessageType::SNAPSHOT_CALL_REQ,
                              MessageType::SET_AGENT_STATE_REQ,
                              MessageType::SET_CALL_DATA_REQ,
                              MessageType::CONSULTATION_CALL_REQ,
                              MessageType::CONFERENCE_CALL_REQ,
                              MessageType::HEARTBEAT_REQ};

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
    fault.times = static_cast<std::uint32_t>(below(4));
    if (below(2) == 0)
        fault.request = requests[below(requests.size())];
    fault.reason = reasons[below(reasons.size())];
    const AgentIdentity& somebody = m_chain.desk(below(m_chain.size())).identity;
    if (kind == FaultKind::Cut || (kind == FaultKind::Kill && below(2) == 0))
        fault.after = below(200);
    if (kind == FaultKind::Offline)
        fault.part = parts[below(parts.size())];
    if (kind == FaultKind::OutOfService || kind == FaultKind::Logout)
        fault.name = (kind == FaultKind::Logout ? somebody.agentId : somebody.agentInstrument).toStdString();
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
