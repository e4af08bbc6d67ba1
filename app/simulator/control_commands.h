#pragma once

#include "app/simulator/simulator.h"
#include "cil/clock/manual_clock.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace callwright::simulator {

/// The commands of the control port: one JSON object in, one out (see helpText()). What comes in is not
/// trusted: every mistake is answered with a sentence and changes nothing.
class ControlCommands {
public:
    /// `manualClock` is nullptr when the simulator runs on real time; "advance" is refused then.
    ControlCommands(Simulator& simulator, ManualClock* manualClock);

    /// One line without its end; the answer without one, too.
    std::string execute(std::string_view line);

private:
    nlohmann::ordered_json answer(const nlohmann::json& request);

    Simulator& m_simulator;
    ManualClock* m_manualClock;
};

} // namespace callwright::simulator
