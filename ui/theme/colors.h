#pragma once

#include <QColor>
#include <QPalette>

namespace callwright {

/// What a colour is for. A colour is always accompanied by an icon or a text that tells the same.
enum class Tone { Neutral, Accent, Good, Pause, Talk, Hold, Work, Alert, Danger, OnAccent };

bool isDark(const QPalette& palette);
/// Readable on the window's and the grid's background of that palette (contrast at least 4.5 to 1).
QColor toneColor(Tone tone, const QPalette& palette);
/// The same tone as a quiet background under normal text.
QColor toneBackground(Tone tone, const QPalette& palette);
/// Text that says less: captions, values that are not confirmed.
QColor quietText(const QPalette& palette);
QColor hairline(const QPalette& palette);

} // namespace callwright
