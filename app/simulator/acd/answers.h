#pragma once

#include "app/simulator/acd/vocabulary.h"
#include "app/simulator/server/switch.h"

namespace callwright::simulator {

inline SwitchAnswer confirmed() { return Confirmation{}; }
inline SwitchAnswer refused(ControlFailureCode code, PeripheralError error = PeripheralError::None) {
    return ControlFailure{code, number(error)};
}
inline SwitchAnswer failed(StatusCode status) { return Failure{status}; }

} // namespace callwright::simulator
