#pragma once

#include "app/simulator/server/side.h"
#include "cil/clock/clock.h"
#include "cil/protocol/names.h"
#include "cil/protocol/version.h"

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace callwright::simulator {

/// What may go wrong between a client and this server, on request.
enum class FaultKind {
    Drop,        ///< resets connections, once
    Refuse,      ///< nobody can connect
    Stall,       ///< connections stay up, nothing is read or written
    Slow,        ///< everything that the server writes comes late
    Garbage,     ///< bytes that are no message, once
    Offline,     ///< the server, or the peripheral behind it, is off line and says so
    Kill,        ///< the side is gone: connections reset, nobody can connect; it starts anew when healed
    HalfOpen,    ///< connections stay, bytes vanish both ways and nobody is told; they are reset when healed
    Cut,         ///< the next message ends in the middle, and its connection with it
    Late,        ///< answers come late,
    Twice,       ///< twice,
    Never,       ///< not at all,
    WrongId,     ///< under an InvokeID that nobody asked with
    EventsFirst, ///< a confirmation comes behind all events that its request causes,
    EventsLast,  ///< or before all of them
    EventsTwice,
    UnknownCall,  ///< events of a call that never began, once
    OldVersion,   ///< newer versions than one are refused
    OutOfService, ///< an instrument is out of service
    Logout        ///< the system signs an agent out, once
};

std::string_view nameOf(FaultKind kind); ///< as on the control port, e.g. "drop"
std::string faultKindNames();            ///< "drop, refuse, .."
std::optional<FaultKind> faultKindNamed(std::string_view name);

/// What may be off line.
enum class FaultPart { Server, Peripheral, Gateway, Controller };

struct Fault {
    FaultKind kind = FaultKind::Drop;
    std::optional<Side> side{};                     ///< this one only; not for the peripheral
    std::optional<std::uint32_t> session{};         ///< this one only, of what befalls connections
    Milliseconds delay = std::chrono::seconds(2);   ///< slow, late
    QByteArray bytes{};                             ///< garbage; empty: random ones
    std::optional<FaultPart> part{};                ///< offline: that, else the server; healed: only that, else all
    std::optional<std::size_t> after{};             ///< cut, kill: so many bytes of the next message still leave
    std::optional<protocol::MessageType> request{}; ///< late, twice, never, wrong id: answers to this
    std::uint32_t times = 0;                        ///< the same: how many answers; 0: all until healed
    protocol::Version version = protocol::newestVersion; ///< old version: the newest that is accepted
    std::string name{};                                  ///< out of service: the instrument; logout: the agent
    std::uint32_t reason = 50002;                        ///< logout: EventReasonCode
};

} // namespace callwright::simulator
