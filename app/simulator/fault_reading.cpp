#include "app/simulator/fault_reading.h"

#include "cil/protocol/tables.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace callwright::simulator {

namespace {

void readNothing(ControlRequest&, Fault&) {}

void readDelay(ControlRequest& request, Fault& fault) { fault.delay = request.seconds(2); }

void readBytes(ControlRequest& request, Fault& fault) {
    const std::string hex = request.text("hex", "");
    fault.bytes = QByteArray::fromHex(QByteArray::fromStdString(hex));
    if (fault.bytes.toHex().toStdString() != QByteArray::fromStdString(hex).toLower().toStdString()) {
        request.fail("fault.hex is not a row of hex digit pairs");
    }
}

constexpr std::array partWords = {
    std::pair("server", FaultPart::Server), std::pair("peripheral", FaultPart::Peripheral),
    std::pair("gateway", FaultPart::Gateway), std::pair("central controller", FaultPart::Controller)};

void readPart(ControlRequest& request, Fault& fault) { request.readWord("part", partWords, fault.part); }

void readAfter(ControlRequest& request, Fault& fault) {
    if (request.has("after")) {
        fault.after = request.number("after", 0);
    }
}

void readAnswers(ControlRequest& request, Fault& fault) {
    if (request.has("request")) {
        const std::string name = request.text("request", "");
        const protocol::MessageSpec* spec = protocol::findMessage(std::string_view(name));
        if (spec == nullptr) {
            return request.fail(request.where() + ".request is no message");
        }
        fault.request = spec->type;
    }
    fault.times = request.number("times", fault.request ? 0 : 1);
}

void readLateAnswers(ControlRequest& request, Fault& fault) {
    readDelay(request, fault);
    readAnswers(request, fault);
}

void readVersion(ControlRequest& request, Fault& fault) {
    const auto newest = static_cast<std::uint32_t>(protocol::newestVersion);
    if (!request.has("newest")) {
        request.fail(request.where() + ".newest is missing");
    }
    fault.version = static_cast<protocol::Version>(request.number("newest", newest, 1, newest));
}

void readInstrument(ControlRequest& request, Fault& fault) { fault.name = request.text("instrument", ""); }

void readAgent(ControlRequest& request, Fault& fault) {
    fault.name = request.text("agent", "");
    fault.reason = request.number("reason", fault.reason, 0, 0xFFFF);
}

struct Members {
    FaultKind kind;
    bool fitsOneSession;
    void (*read)(ControlRequest&, Fault&);       ///< to begin it
    void (*readHealed)(ControlRequest&, Fault&); ///< to end it
};

constexpr Members members[] = {
    {FaultKind::Drop, true, readNothing, readNothing},
    {FaultKind::Refuse, false, readNothing, readNothing},
    {FaultKind::Stall, true, readNothing, readNothing},
    {FaultKind::Slow, true, readDelay, readNothing},
    {FaultKind::Garbage, true, readBytes, readNothing},
    {FaultKind::Offline, false, readPart, readPart},
    {FaultKind::Kill, false, readAfter, readNothing},
    {FaultKind::HalfOpen, true, readNothing, readNothing},
    {FaultKind::Cut, true, readAfter, readNothing},
    {FaultKind::Late, true, readLateAnswers, readNothing},
    {FaultKind::Twice, true, readAnswers, readNothing},
    {FaultKind::Never, true, readAnswers, readNothing},
    {FaultKind::WrongId, true, readAnswers, readNothing},
    {FaultKind::EventsFirst, false, readNothing, readNothing},
    {FaultKind::EventsLast, false, readNothing, readNothing},
    {FaultKind::EventsTwice, false, readNothing, readNothing},
    {FaultKind::UnknownCall, true, readNothing, readNothing},
    {FaultKind::OldVersion, false, readVersion, readNothing},
    {FaultKind::OutOfService, false, readInstrument, readInstrument},
    {FaultKind::Logout, false, readAgent, readNothing},
};

Fault read(ControlRequest& request, void (*Members::*special)(ControlRequest&, Fault&)) {
    Fault fault;
    const auto kind = faultKindNamed(request.text("kind", ""));
    if (!kind) {
        request.fail(request.where() + ".kind is none of " + faultKindNames());
        return fault;
    }
    fault.kind = *kind;
    fault.side = request.side();
    const Members& row = *std::ranges::find(members, *kind, &Members::kind);
    if (row.fitsOneSession) {
        fault.session = request.session();
    }
    (row.*special)(request, fault);
    return fault;
}

} // namespace

Fault readFault(ControlRequest& request) { return read(request, &Members::read); }

Fault readHealed(ControlRequest& request) { return read(request, &Members::readHealed); }

} // namespace callwright::simulator
