#pragma once

#include <QLoggingCategory>

namespace callwright {

Q_DECLARE_LOGGING_CATEGORY(logObjects) ///< callwright.cil.objects: what the CIL makes of the server's messages

} // namespace callwright
