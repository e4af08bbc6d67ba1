#pragma once

#include "cil/events/arguments.h"

#include <QJsonObject>
#include <QJsonValue>

namespace callwright {

/// Arguments as JSON: keywords as the tables spell them, numbers as numbers, nested Arguments as objects, arrays as
/// arrays, references as their UniqueObjectID, not set as null.
QJsonObject toJson(const Arguments& arguments);
QJsonValue toJson(const ArgValue& value);

} // namespace callwright
