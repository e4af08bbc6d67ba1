#pragma once

#include "app/simulator/acd/acd.h"
#include "cil/clock/clock.h"

#include <cstdint>
#include <map>
#include <memory>
#include <random>

namespace callwright::simulator {

struct DemoOptions {
    Milliseconds firstCall = std::chrono::seconds(6);
    Milliseconds meanInterval = std::chrono::seconds(35);
    Milliseconds meanPatience = std::chrono::seconds(90); ///< waiting in the queue or ringing
    Milliseconds meanTalk = std::chrono::seconds(120);    ///< after which the caller hangs up first
    std::size_t mostWaiting = 4;                          ///< nobody new calls while so many wait
};

/// People who call by themselves, as in the demonstration: at random moments, with names, numbers and order numbers, of
/// limited patience, some hanging up first. Deterministic by seed and clock.
class DemoCallers {
public:
    DemoCallers(Clock& clock, Acd& acd, std::uint64_t seed, DemoOptions options = {});

private:
    void schedule(Milliseconds mean);
    void placeCall();
    Milliseconds randomTime(Milliseconds mean);

    struct Caller {
        std::uint32_t call = 0;
        std::unique_ptr<Alarm> giveUp;
    };

    Clock& m_clock;
    Acd& m_acd;
    DemoOptions m_options;
    std::mt19937_64 m_random;
    std::unique_ptr<Alarm> m_nextCall;
    std::map<std::uint32_t, Caller> m_callers;
};

} // namespace callwright::simulator
