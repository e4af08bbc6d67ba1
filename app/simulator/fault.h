#pragma once

#include "app/simulator/server/side.h"
#include "cil/clock/clock.h"

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace callwright::simulator {

/// What may go wrong between a client and this server, on request.
enum class FaultKind {
    Drop,    ///< resets connections, once
    Refuse,  ///< nobody can connect
    Stall,   ///< connections stay up, nothing is read or written
    Slow,    ///< everything that the server writes comes late
    Garbage, ///< bytes that are no message, once
    Offline, ///< the server, or the peripheral behind it, is off line and says so
    Kill     ///< the side is gone: connections reset, nobody can connect; it starts anew when healed
};

std::string_view nameOf(FaultKind kind); ///< as on the control port, e.g. "drop"
std::string faultKindNames();            ///< "drop, refuse, .."
std::optional<FaultKind> faultKindNamed(std::string_view name);

struct Fault {
    FaultKind kind = FaultKind::Drop;
    std::optional<Side> side{};                   ///< this one only; not for the peripheral
    std::optional<std::uint32_t> session{};       ///< drop, stall, slow, garbage: this one only
    Milliseconds delay = std::chrono::seconds(2); ///< slow
    QByteArray bytes{};                           ///< garbage; empty: random ones
    bool concernsPeripheral = false;              ///< offline: the peripheral, not the server
};

} // namespace callwright::simulator
