#include "app/simulator/fault_actions.h"

#include <algorithm>
#include <iterator>

namespace callwright::simulator {

namespace {

constexpr std::size_t garbageLength = 64;

QByteArray randomBytes(std::mt19937_64& random) {
    QByteArray bytes(static_cast<qsizetype>(garbageLength), '\xFF'); // an impossible length to begin with
    for (qsizetype i = 4; i < bytes.size(); ++i) {
        bytes[i] = static_cast<char>(random() & 0xFF);
    }
    return bytes;
}

/// Does something to the session that the fault names, or to all of its sides: `action` gets a server and says whether
/// it has that session.
template <class Action> FaultOutcome onSessions(FaultSite& site, const Fault& fault, Action action) {
    bool isFound = false;
    for (const Side side : sidesOf(site.entrances, fault)) {
        isFound = action(site.sides.server(side)) || isFound;
    }
    return isFound ? FaultOutcome() : tl::unexpected(std::string("there is no such session"));
}

template <class Action> FaultOutcome onServers(FaultSite& site, const Fault& fault, Action action) {
    for (const Side side : sidesOf(site.entrances, fault)) {
        action(site.sides.server(side));
    }
    return {};
}

template <class Action> FaultOutcome onEntrances(FaultSite& site, const Fault& fault, Action action) {
    for (const Side side : sidesOf(site.entrances, fault)) {
        action(side, entranceOf(site.entrances, side));
    }
    return openDoors(site.entrances, site.sides);
}

void lose(FaultSite& site, Side side, FaultKind reason) {
    entranceOf(site.entrances, side).losses.insert(reason);
    site.sides.lose(side);
}

void find(FaultSite& site, Side side, FaultKind reason) {
    Entrance& entrance = entranceOf(site.entrances, side);
    if (entrance.losses.erase(reason) != 0 && entrance.losses.empty()) {
        site.sides.start(side);
    }
}

FaultOutcome drop(FaultSite& site, const Fault& fault) {
    return onSessions(site, fault, [&](Server& server) { return server.drop(fault.session); });
}

FaultOutcome refuse(FaultSite& site, const Fault& fault) {
    return onEntrances(site, fault, [](Side, Entrance& entrance) { entrance.isRefused = true; });
}
FaultOutcome admit(FaultSite& site, const Fault& fault) {
    return onEntrances(site, fault, [](Side, Entrance& entrance) { entrance.isRefused = false; });
}

FaultOutcome stall(FaultSite& site, const Fault& fault) {
    return onSessions(site, fault, [&](Server& server) { return server.setStalled(true, fault.session); });
}
FaultOutcome goOn(FaultSite& site, const Fault& fault) {
    return onSessions(site, fault, [&](Server& server) { return server.setStalled(false, fault.session); });
}

FaultOutcome slow(FaultSite& site, const Fault& fault) {
    return onSessions(site, fault, [&](Server& server) { return server.setDelay(fault.delay, fault.session); });
}
FaultOutcome hurry(FaultSite& site, const Fault& fault) {
    return onSessions(site, fault, [&](Server& server) { return server.setDelay(Milliseconds(0), fault.session); });
}

FaultOutcome garble(FaultSite& site, const Fault& fault) {
    const QByteArray bytes = fault.bytes.isEmpty() ? randomBytes(site.random) : fault.bytes;
    return onSessions(site, fault, [&](Server& server) { return server.sendGarbage(bytes, fault.session); });
}

bool isAbout(const Fault& fault, FaultPart part) { return fault.part.value_or(part) == part; }

FaultOutcome takeOffline(FaultSite& site, const Fault& fault) {
    switch (fault.part.value_or(FaultPart::Server)) {
    case FaultPart::Peripheral:
        site.acd.setOnline(false);
        return {};
    case FaultPart::Gateway:
        site.acd.setGatewayUp(false);
        return {};
    case FaultPart::Controller:
        site.acd.setControllerUp(false);
        return {};
    case FaultPart::Server:
        break;
    }
    return onEntrances(site, fault, [&](Side side, Entrance&) {
        site.sides.server(side).setOffline(true);
        lose(site, side, fault.kind);
    });
}
FaultOutcome takeOnline(FaultSite& site, const Fault& fault) {
    if (isAbout(fault, FaultPart::Gateway)) {
        site.acd.setGatewayUp(true);
    }
    if (isAbout(fault, FaultPart::Controller)) {
        site.acd.setControllerUp(true);
    }
    if (isAbout(fault, FaultPart::Peripheral)) {
        site.acd.setOnline(true);
    }
    return !isAbout(fault, FaultPart::Server) ? FaultOutcome() : onEntrances(site, fault, [&](Side side, Entrance&) {
        site.sides.server(side).setOffline(false);
        find(site, side, fault.kind);
    });
}

FaultOutcome kill(FaultSite& site, const Fault& fault) {
    return onEntrances(site, fault, [&](Side side, Entrance& entrance) {
        if (fault.after) {
            entrance.diesWhenCut = true;
            site.sides.server(side).cutNext(*fault.after, {});
            return;
        }
        entrance.diesWhenCut = false;
        lose(site, side, fault.kind);
        site.sides.server(side).drop({});
    });
}
FaultOutcome restart(FaultSite& site, const Fault& fault) {
    return onEntrances(site, fault, [&](Side side, Entrance& entrance) {
        entrance.diesWhenCut = false;
        site.sides.server(side).cutNext({}, {});
        find(site, side, fault.kind);
    });
}

FaultOutcome silence(FaultSite& site, const Fault& fault) {
    const auto silenced =
        onSessions(site, fault, [&](Server& server) { return server.setSilent(true, fault.session); });
    if (fault.session || !silenced) {
        return silenced;
    }
    return onEntrances(site, fault, [&](Side side, Entrance&) { lose(site, side, fault.kind); });
}
FaultOutcome breakSilence(FaultSite& site, const Fault& fault) {
    const auto broken = onSessions(site, fault, [&](Server& server) { return server.setSilent(false, fault.session); });
    if (fault.session || !broken) {
        return broken;
    }
    return onEntrances(site, fault, [&](Side side, Entrance&) { find(site, side, fault.kind); });
}

FaultOutcome cut(FaultSite& site, const Fault& fault) {
    return onSessions(site, fault,
                      [&](Server& server) { return server.cutNext(fault.after.value_or(0), fault.session); });
}
FaultOutcome mend(FaultSite& site, const Fault& fault) {
    return onSessions(site, fault, [&](Server& server) { return server.cutNext({}, fault.session); });
}

AnswerFault answerFaultOf(FaultKind kind) {
    switch (kind) {
    case FaultKind::Twice:
        return AnswerFault::Twice;
    case FaultKind::Never:
        return AnswerFault::Never;
    case FaultKind::WrongId:
        return AnswerFault::WrongId;
    default:
        return AnswerFault::Late;
    }
}
FaultOutcome spoilAnswers(FaultSite& site, const Fault& fault) {
    return onServers(site, fault, [&](Server& server) {
        server.answerFaults().add({answerFaultOf(fault.kind), fault.request, fault.session, fault.delay, fault.times});
    });
}
FaultOutcome answerAgain(FaultSite& site, const Fault& fault) {
    return onServers(site, fault,
                     [&](Server& server) { server.answerFaults().remove(answerFaultOf(fault.kind), fault.session); });
}

FaultOutcome moveConfirmations(FaultSite& site, const Fault& fault) {
    const auto place = fault.kind == FaultKind::EventsFirst ? Server::ConfirmationPlace::AfterEvents
                                                            : Server::ConfirmationPlace::BeforeEvents;
    return onServers(site, fault, [&](Server& server) { server.setConfirmationPlace(place); });
}
FaultOutcome freeConfirmations(FaultSite& site, const Fault& fault) {
    return onServers(site, fault,
                     [](Server& server) { server.setConfirmationPlace(Server::ConfirmationPlace::Anywhere); });
}

FaultOutcome tellTwice(FaultSite& site, const Fault& fault) {
    return onServers(site, fault, [](Server& server) { server.setTellsTwice(true); });
}
FaultOutcome tellOnce(FaultSite& site, const Fault& fault) {
    return onServers(site, fault, [](Server& server) { server.setTellsTwice(false); });
}

FaultOutcome tellUnknownCall(FaultSite& site, const Fault& fault) {
    return onSessions(site, fault, [&](Server& server) { return server.tellUnknownCall(fault.session); });
}

FaultOutcome refuseVersions(FaultSite& site, const Fault& fault) {
    return onServers(site, fault, [&](Server& server) { server.setNewestVersion(fault.version); });
}
FaultOutcome acceptVersions(FaultSite& site, const Fault& fault) {
    return onServers(site, fault, [](Server& server) { server.setNewestVersion({}); });
}

FaultOutcome takeOutOfService(FaultSite& site, const Fault& fault) { return site.acd.setInService(fault.name, false); }
FaultOutcome putInService(FaultSite& site, const Fault& fault) {
    if (!fault.name.empty()) {
        return site.acd.setInService(fault.name, true);
    }
    site.acd.setAllInService();
    return {};
}

FaultOutcome logOut(FaultSite& site, const Fault& fault) { return site.acd.forceLogout(fault.name, fault.reason); }

struct Actions {
    FaultKind kind;
    FaultOutcome (*begin)(FaultSite&, const Fault&);
    FaultOutcome (*end)(FaultSite&, const Fault&); ///< nullptr: it happens once
};

constexpr Actions actions[] = {
    {FaultKind::Drop, drop, nullptr},
    {FaultKind::Refuse, refuse, admit},
    {FaultKind::Stall, stall, goOn},
    {FaultKind::Slow, slow, hurry},
    {FaultKind::Garbage, garble, nullptr},
    {FaultKind::Offline, takeOffline, takeOnline},
    {FaultKind::Kill, kill, restart},
    {FaultKind::HalfOpen, silence, breakSilence},
    {FaultKind::Cut, cut, mend},
    {FaultKind::Late, spoilAnswers, answerAgain},
    {FaultKind::Twice, spoilAnswers, answerAgain},
    {FaultKind::Never, spoilAnswers, answerAgain},
    {FaultKind::WrongId, spoilAnswers, answerAgain},
    {FaultKind::EventsFirst, moveConfirmations, freeConfirmations},
    {FaultKind::EventsLast, moveConfirmations, freeConfirmations},
    {FaultKind::EventsTwice, tellTwice, tellOnce},
    {FaultKind::UnknownCall, tellUnknownCall, nullptr},
    {FaultKind::OldVersion, refuseVersions, acceptVersions},
    {FaultKind::OutOfService, takeOutOfService, putInService},
    {FaultKind::Logout, logOut, nullptr},
};

const Actions& actionsOf(FaultKind kind) { return *std::ranges::find(actions, kind, &Actions::kind); }

} // namespace

std::vector<Side> sidesOf(const Entrances& entrances, const Fault& fault) {
    std::vector<Side> sides;
    for (const Side side : bothSides) {
        if (fault.side ? side == *fault.side : entranceOf(entrances, side).door.isInstalled()) {
            sides.push_back(side);
        }
    }
    return sides;
}

bool lasts(const Fault& fault) {
    return actionsOf(fault.kind).end != nullptr && fault.kind != FaultKind::Cut && !fault.after && fault.times == 0;
}

std::vector<FaultKind> lastingFaultKinds() {
    std::vector<FaultKind> kinds;
    for (const Actions& row : actions) {
        if (row.end != nullptr) {
            kinds.push_back(row.kind);
        }
    }
    return kinds;
}

FaultOutcome beginFault(FaultSite& site, const Fault& fault) {
    if (fault.side && !entranceOf(site.entrances, *fault.side).door.isInstalled()) {
        return tl::unexpected("side " + std::string(nameOf(*fault.side)) + " does not listen");
    }
    return actionsOf(fault.kind).begin(site, fault);
}

FaultOutcome endFault(FaultSite& site, const Fault& fault) {
    const auto end = actionsOf(fault.kind).end;
    return end != nullptr ? end(site, fault) : FaultOutcome();
}

} // namespace callwright::simulator
