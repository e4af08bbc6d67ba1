#include "app/simulator/fault.h"

#include <algorithm>
#include <array>
#include <utility>

namespace callwright::simulator {

namespace {

constexpr std::array kindNames = {
    std::pair(FaultKind::Drop, std::string_view("drop")),
    std::pair(FaultKind::Refuse, std::string_view("refuse")),
    std::pair(FaultKind::Stall, std::string_view("stall")),
    std::pair(FaultKind::Slow, std::string_view("slow")),
    std::pair(FaultKind::Garbage, std::string_view("garbage")),
    std::pair(FaultKind::Offline, std::string_view("offline")),
    std::pair(FaultKind::Kill, std::string_view("kill")),
    std::pair(FaultKind::HalfOpen, std::string_view("half-open")),
    std::pair(FaultKind::Cut, std::string_view("cut")),
    std::pair(FaultKind::Late, std::string_view("late")),
    std::pair(FaultKind::Twice, std::string_view("twice")),
    std::pair(FaultKind::Never, std::string_view("never")),
    std::pair(FaultKind::WrongId, std::string_view("wrong id")),
    std::pair(FaultKind::EventsFirst, std::string_view("events first")),
    std::pair(FaultKind::EventsLast, std::string_view("events last")),
    std::pair(FaultKind::EventsTwice, std::string_view("events twice")),
    std::pair(FaultKind::UnknownCall, std::string_view("unknown call")),
    std::pair(FaultKind::OldVersion, std::string_view("old version")),
    std::pair(FaultKind::OutOfService, std::string_view("out of service")),
    std::pair(FaultKind::Logout, std::string_view("logout")),
};

} // namespace

std::string_view nameOf(FaultKind kind) {
    return std::ranges::find(kindNames, kind, [](const auto& row) { return row.first; })->second;
}

std::string faultKindNames() {
    std::string names;
    for (const auto& [kind, name] : kindNames) {
        names += (names.empty() ? "" : ", ") + std::string(name);
    }
    return names;
}

std::optional<FaultKind> faultKindNamed(std::string_view name) {
    const auto row = std::ranges::find(kindNames, name, [](const auto& entry) { return entry.second; });
    return row == kindNames.end() ? std::nullopt : std::optional(row->first);
}

} // namespace callwright::simulator
