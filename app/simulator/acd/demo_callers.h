#pragma once

#include "app/simulator/acd/acd.h"
#include "cil/clock/clock.h"

#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace callwright::simulator {

struct DemoOptions {
    Milliseconds firstCall = std::chrono::seconds(6);
    Milliseconds meanInterval = std::chrono::seconds(35);
    Milliseconds meanPatience = std::chrono::seconds(150); ///< from the call to hanging up, whether talking or waiting
    bool waitsForAgent = false;  ///< the first call comes `firstCall` after somebody is ready, not after the start
    std::size_t mostCallers = 4; ///< nobody new calls while so many are on the line
    std::vector<std::string> colleagues = {}; ///< AgentIDs of those who answer by themselves (DemoColleagues)
};

/// People who call by themselves, as in the demonstration: at random moments, with names, numbers and order numbers,
/// hanging up when their time is over. Deterministic by seed and clock. The ACD needs the built-in queues.
class DemoCallers {
public:
    DemoCallers(Clock& clock, Acd& acd, std::uint64_t seed, DemoOptions options = {});

private:
    void awaitAgent();
    bool isAnybodyReady() const;
    void placeCall();
    void hangUp(std::uint32_t call);
    Milliseconds randomTime(Milliseconds mean);

    Clock& m_clock;
    Acd& m_acd;
    DemoOptions m_options;
    std::mt19937_64 m_random;
    std::unique_ptr<Alarm> m_nextCall;
    std::map<std::uint32_t, std::unique_ptr<Alarm>> m_callers; ///< by call: when they hang up
};

} // namespace callwright::simulator
