#pragma once

#include "cil/events/arguments.h"

#include <QString>

namespace callwright {

/// For logs (DumpArgs, DumpProperties): "key1 = value1; key2 = value2", nested ones in braces, arrays in brackets,
/// texts as they are. Of passwords only that there is one.
QString dump(const Arguments& arguments);
QString dump(const ArgValue& value);

} // namespace callwright
