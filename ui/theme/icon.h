#pragma once

#include "ui/theme/colors.h"

#include <QIcon>
#include <QString>

namespace callwright {

/// One of resources/icons by name, drawn in the text colour of the application's palette at the moment of painting, so
/// that it follows a change between light and dark. Unknown names give a null icon.
QIcon lineIcon(const QString& name);
/// The same, in the colour of a tone.
QIcon lineIcon(const QString& name, Tone tone);

} // namespace callwright
