#pragma once

#include <QString>

namespace callwright::simulator {

/// What callwright-sim --help prints: the options, the configuration file and the whole control port.
QString helpText();

} // namespace callwright::simulator
