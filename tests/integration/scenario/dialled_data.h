#pragma once

#include "app/simulator/acd/acd.h"
#include "cil/events/arguments.h"

#include <QString>

namespace callwright::testing {

/// "CallVariable1=88 user.order=5512 user.history[1]=paid" as call data: what is no keyword of a call is an ECC
/// variable. An underscore in a value stands for a blank.
Arguments callDataIn(const QString& words);
simulator::CallVariables callVariablesIn(const QString& words);

} // namespace callwright::testing
