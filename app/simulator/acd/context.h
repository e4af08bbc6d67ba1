#pragma once

#include "app/simulator/acd/model.h"
#include "app/simulator/acd/outbox.h"
#include "cil/clock/clock.h"

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace callwright::simulator {

/// What every rule works on: the world, the clock, and the way out for events.
struct Context {
    Clock& clock;
    AcdConfig config;
    World world;
    Outbox outbox;
    /// Runs something as one action of the switch: afterwards waiting calls are matched with agents and the events
    /// leave.
    std::function<void(const std::function<void()>&)> perform;
    /// Set while one request acts on several calls: phones whose agents take their state from the outcome, not from
    /// what lies between.
    std::optional<std::set<std::string>> postponed = std::nullopt;

    std::unique_ptr<Alarm> after(Milliseconds delay, std::function<void()> action) {
        return clock.after(delay, [this, run = std::move(action)] { perform(run); });
    }
};

} // namespace callwright::simulator
