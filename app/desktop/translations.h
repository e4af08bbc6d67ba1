#pragma once

#include <QString>

class QApplication;

namespace callwright {

/// Our texts and Qt's own in the language given, or the system's; also the direction of reading.
void installTranslations(QApplication& application, const QString& language);

} // namespace callwright
