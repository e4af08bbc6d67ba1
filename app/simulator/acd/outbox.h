#pragma once

#include "app/simulator/acd/event_swap.h"
#include "app/simulator/server/switch.h"

#include <random>
#include <vector>

namespace callwright::simulator {

/// Whether `later` may reach a client before `earlier`, which the switch caused first. The guide (Client Events
/// Service) orders call events among themselves, whichever of a phone's calls they are about, and agent state events
/// among themselves, but not one against the other. Voice streams start and stop in any order around the call event
/// that causes it, within the life of their own call leg and under the name that the leg has then; those of one leg
/// stop before they start again.
bool mayOvertake(const SwitchEvent& later, const SwitchEvent& earlier);

/// The one place that events pass. Those of one action are collected and leave together, in an order that the seed
/// picks among the allowed ones.
class Outbox {
public:
    void post(SwitchEvent event) { m_events.push_back(std::move(event)); }
    /// `random` nullptr: in the order of posting, but for one swap.
    void flush(SwitchListener& listener, std::mt19937_64* random, EventSwap& swap);

private:
    std::size_t pickRandom(std::mt19937_64& random) const;
    std::size_t pickUsual(EventSwap& swap);

    std::vector<SwitchEvent> m_events;
    bool m_isFlushing = false;
    bool m_isSwapped = false; ///< the first event was overtaken already and goes next
};

} // namespace callwright::simulator
