#include "app/simulator/acd/targets.h"

#include "app/simulator/acd/answers.h"

#include <algorithm>

namespace callwright::simulator {

namespace {

namespace Desk = protocol::DeskSettingsMask;

constexpr std::size_t shortestOutsideNumber = 7;

} // namespace

Target resolve(const AcdConfig& config, const World& world, std::string_view dialled) {
    Target target;
    target.dialled = dialled;
    if (const InstrumentConfig* const phone = findExtension(config, dialled)) {
        target.kind = Target::Kind::Phone;
        target.instrument = phone->instrument;
    } else if (const Agent* const agent = agentWithId(world, dialled); agent && agent->isSignedIn()) {
        target.kind = Target::Kind::Phone;
        target.instrument = agent->instrument;
    } else if (dialled == config.recordGreetingNumber) {
        target.kind = Target::Kind::VoiceMenu;
    } else if (const auto queue = findQueue(config, dialled)) {
        target.kind = Target::Kind::Queue;
        target.queue = *queue;
    } else if (isDigits(dialled) && dialled.size() >= shortestOutsideNumber) {
        target.kind = Target::Kind::Outside;
    }
    return target;
}

bool isDigits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789*#+") == std::string_view::npos;
}

OutsideRule::Outcome outcomeFor(const AcdConfig& config, std::string_view dialled) {
    const auto rule =
        std::ranges::find_if(config.outside, [&](const OutsideRule& r) { return dialled.ends_with(r.suffix); });
    return rule == config.outside.end() ? OutsideRule::Outcome::Answers : rule->outcome;
}

DeviceName calledDevice(const Context& context, const Target& target) {
    switch (target.kind) {
    case Target::Kind::Phone:
        return deviceOf(context.config, context.world, target.instrument);
    case Target::Kind::Queue:
        return {DeviceIDType::DEVID_ROUTE_POINT, context.config.queues[target.queue].dialedNumber};
    case Target::Kind::Outside:
        return {DeviceIDType::DEVID_EXTERNAL, target.dialled};
    case Target::Kind::VoiceMenu:
    case Target::Kind::Nobody:
        break;
    }
    return {DeviceIDType::DEVID_DEVICE_IDENTIFIER, target.dialled};
}

bool isAllowed(const DeskSettings& desk, const Target& target) {
    if (target.kind == Target::Kind::Phone)
        return desk.mask & Desk::DESK_AGENT_TO_AGENT_CALLS_ALLOWED;
    if (target.kind != Target::Kind::Outside)
        return true;
    const bool isInternational =
        target.dialled.starts_with("+") || target.dialled.starts_with("00") || target.dialled.starts_with("9011");
    return desk.mask & (isInternational ? Desk::DESK_OUTBOUND_ACCESS_INTERNATIONAL_MASK
                                        : Desk::DESK_OUTBOUND_ACCESS_PUBLIC_NET_MASK);
}

SwitchAnswer notAllowed() {
    return refused(ControlFailureCode::CF_PRIVILEGE_VIOLATION_ON_CALLED_DEVICE,
                   PeripheralError::CallTypeNotValidForDialPlan);
}

bool hasAllCalls(const Context& context, std::string_view instrument) {
    return countLegsAt(context.world, instrument) >= std::min<std::size_t>(context.config.busyTrigger, callsAtMost);
}

bool isBusy(const Context& context, const Call& call, std::string_view instrument) {
    const auto isIn = [&](const Call& other) {
        return std::ranges::any_of(other.connections, [&](const Connection& c) { return c.instrument == instrument; });
    };
    const auto original =
        call.consultation ? context.world.calls.find(call.consultation->original) : context.world.calls.end();
    return isIn(call) || (original != context.world.calls.end() && isIn(original->second)) ||
           hasAllCalls(context, instrument);
}

Reach reachOf(const Context& context, const Call& call, const Target& target) {
    switch (target.kind) {
    case Target::Kind::Phone:
        return isBusy(context, call, target.instrument) ? Reach::Busy : Reach::Free;
    case Target::Kind::Queue:
    case Target::Kind::VoiceMenu:
        return Reach::Free;
    case Target::Kind::Outside:
        switch (outcomeFor(context.config, target.dialled)) {
        case OutsideRule::Outcome::Busy:
            return Reach::Busy;
        case OutsideRule::Outcome::NotObtainable:
            return Reach::NotObtainable;
        case OutsideRule::Outcome::Answers:
        case OutsideRule::Outcome::NoAnswer:
            return Reach::Free;
        }
        break;
    case Target::Kind::Nobody:
        break;
    }
    return Reach::NotObtainable;
}

} // namespace callwright::simulator
