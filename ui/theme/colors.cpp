#include "ui/theme/colors.h"

#include <array>

namespace callwright {

namespace {

struct ToneRow {
    Tone tone;
    QRgb light;
    QRgb dark;
};

constexpr std::array toneRows{
    ToneRow{Tone::Neutral, 0xff57606a, 0xff9aa4b0}, ToneRow{Tone::Accent, 0xff0b66c3, 0xff62aef5},
    ToneRow{Tone::Good, 0xff1a7339, 0xff58c27a},    ToneRow{Tone::Pause, 0xff8a5a00, 0xffe0ac4a},
    ToneRow{Tone::Talk, 0xff0b66c3, 0xff62aef5},    ToneRow{Tone::Hold, 0xff6b4fa0, 0xffb79cec},
    ToneRow{Tone::Work, 0xff0a6c74, 0xff57c0ca},    ToneRow{Tone::Alert, 0xffb3440b, 0xfff29a5c},
    ToneRow{Tone::Danger, 0xffb4232c, 0xfff5828a},  ToneRow{Tone::OnAccent, 0xffffffff, 0xff101418},
};

QColor mixed(const QColor& front, const QColor& back, double share) {
    const auto channel = [share](float a, float b) { return static_cast<float>(share * a + (1 - share) * b); };
    return QColor::fromRgbF(channel(front.redF(), back.redF()), channel(front.greenF(), back.greenF()),
                            channel(front.blueF(), back.blueF()));
}

} // namespace

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightnessF() < palette.color(QPalette::WindowText).lightnessF();
}

QColor toneColor(Tone tone, const QPalette& palette) {
    const bool dark = isDark(palette);
    for (const ToneRow& row : toneRows) {
        if (row.tone == tone)
            return QColor::fromRgb(dark ? row.dark : row.light);
    }
    return palette.color(QPalette::WindowText);
}

QColor toneBackground(Tone tone, const QPalette& palette) {
    return mixed(toneColor(tone, palette), palette.color(QPalette::Base), isDark(palette) ? 0.22 : 0.12);
}

QColor quietText(const QPalette& palette) {
    return mixed(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.66);
}

QColor hairline(const QPalette& palette) {
    return mixed(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.16);
}

} // namespace callwright
