#include "cil/objects/logging.h"

namespace callwright {

Q_LOGGING_CATEGORY(logObjects, "callwright.cil.objects", QtInfoMsg)

} // namespace callwright
