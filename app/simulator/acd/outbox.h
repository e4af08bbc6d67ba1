#pragma once

#include "app/simulator/server/switch.h"

#include <random>
#include <vector>

namespace callwright::simulator {

/// Whether `later` may reach a client before `earlier`, which the switch caused first. The guide (Client Events
/// Service) orders call events among themselves and agent state events among themselves, but not one against the
/// other; voice streams start and stop in any order around the call event that causes it, within the call's life.
bool mayOvertake(const SwitchEvent& later, const SwitchEvent& earlier);

/// The one place that events pass. Those of one action are collected and leave together, in an order that the seed
/// picks among the allowed ones.
class Outbox {
public:
    void post(SwitchEvent event) { m_events.push_back(std::move(event)); }
    /// `random` nullptr: in the order of posting.
    void flush(SwitchListener* listener, std::mt19937_64* random);

private:
    std::vector<SwitchEvent> m_events;
    bool m_isFlushing = false;
};

} // namespace callwright::simulator
