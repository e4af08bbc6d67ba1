#include "ui/theme/theme.h"

#include "ui/theme/colors.h"

#include <QEvent>
#include <QFile>
#include <QPalette>

#include <array>
#include <utility>

namespace callwright {

namespace {

struct PaletteRow {
    QPalette::ColorRole role;
    QRgb light;
    QRgb dark;
};

constexpr std::array paletteRows{
    PaletteRow{QPalette::Window, 0xfff4f5f7, 0xff1f2226},
    PaletteRow{QPalette::WindowText, 0xff1c2126, 0xffe6e9ec},
    PaletteRow{QPalette::Base, 0xffffffff, 0xff17191c},
    PaletteRow{QPalette::AlternateBase, 0xfff7f8f9, 0xff1c1f22},
    PaletteRow{QPalette::Text, 0xff1c2126, 0xffe6e9ec},
    PaletteRow{QPalette::Button, 0xfffcfcfd, 0xff2a2e33},
    PaletteRow{QPalette::ButtonText, 0xff1c2126, 0xffe6e9ec},
    PaletteRow{QPalette::BrightText, 0xffffffff, 0xffffffff},
    PaletteRow{QPalette::ToolTipBase, 0xff2a2e33, 0xff3a4047},
    PaletteRow{QPalette::ToolTipText, 0xfff4f5f7, 0xfff0f2f4},
    PaletteRow{QPalette::PlaceholderText, 0xff68717b, 0xff8f99a3},
    PaletteRow{QPalette::Light, 0xffffffff, 0xff3a4047},
    PaletteRow{QPalette::Midlight, 0xffeceef0, 0xff33383e},
    PaletteRow{QPalette::Mid, 0xffc4c9ce, 0xff4a5159},
    PaletteRow{QPalette::Dark, 0xff9aa1a8, 0xff121416},
    PaletteRow{QPalette::Shadow, 0xff6b7178, 0xff000000},
    PaletteRow{QPalette::Highlight, 0xff0b66c3, 0xff2b6cb0},
    PaletteRow{QPalette::HighlightedText, 0xffffffff, 0xffffffff},
    PaletteRow{QPalette::Link, 0xff0b66c3, 0xff62aef5},
    PaletteRow{QPalette::LinkVisited, 0xff6b4fa0, 0xffb79cec},
};

QPalette fixedPalette(bool dark) {
    QPalette palette;
    for (const PaletteRow& row : paletteRows)
        palette.setColor(row.role, QColor::fromRgb(dark ? row.dark : row.light));
    const QColor off = QColor::fromRgb(dark ? 0xff6f7882 : 0xff8d959d);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, off);
    return palette;
}

QString filled(QString sheet, const QPalette& palette) {
    const QColor accent = toneColor(Tone::Accent, palette);
    const std::array<std::pair<QLatin1String, QColor>, 12> values{{
        {QLatin1String("@accentText"), toneColor(Tone::OnAccent, palette)},
        {QLatin1String("@accentPressed"), isDark(palette) ? accent.lighter(115) : accent.darker(120)},
        {QLatin1String("@accent"), accent},
        {QLatin1String("@hairline"), hairline(palette)},
        {QLatin1String("@quiet"), quietText(palette)},
        {QLatin1String("@base"), palette.color(QPalette::Base)},
        {QLatin1String("@window"), palette.color(QPalette::Window)},
        {QLatin1String("@text"), palette.color(QPalette::WindowText)},
        {QLatin1String("@hover"), hairline(palette)},
        {QLatin1String("@alertBackground"), toneBackground(Tone::Alert, palette)},
        {QLatin1String("@alert"), toneColor(Tone::Alert, palette)},
        {QLatin1String("@danger"), toneColor(Tone::Danger, palette)},
    }};
    for (const auto& [name, color] : values)
        sheet.replace(name, color.name());
    sheet.replace(QLatin1String("@checkMark"),
                  isDark(palette) ? QLatin1String("check-dark.svg") : QLatin1String("check-light.svg"));
    return sheet;
}

} // namespace

std::optional<Scheme> schemeNamed(const QString& name) {
    if (name == QLatin1String("system"))
        return Scheme::System;
    if (name == QLatin1String("light"))
        return Scheme::Light;
    if (name == QLatin1String("dark"))
        return Scheme::Dark;
    return std::nullopt;
}

void applyTheme(QApplication& application, Scheme scheme) {
    if (scheme != Scheme::System)
        QApplication::setPalette(fixedPalette(scheme == Scheme::Dark));
    QFile file(QStringLiteral(":/styles/callwright.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QString sheet = filled(QString::fromUtf8(file.readAll()), QApplication::palette());
    if (sheet != application.styleSheet())
        application.setStyleSheet(sheet);
}

ThemeKeeper::ThemeKeeper(QApplication& application, Scheme scheme) : m_application(application) {
    applyTheme(application, scheme);
    application.installEventFilter(this);
}

bool ThemeKeeper::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_application && event->type() == QEvent::ApplicationPaletteChange)
        applyTheme(m_application, Scheme::System);
    return QObject::eventFilter(watched, event);
}

} // namespace callwright
