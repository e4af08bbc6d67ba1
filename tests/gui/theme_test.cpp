#include "ui/theme/colors.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QImage>

#include <gtest/gtest.h>

#include <cmath>

namespace callwright {
namespace {

double luminance(const QColor& color) { // WCAG 2.1, relative luminance
    const auto linear = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

class ThemeTest : public testing::TestWithParam<Scheme> {
protected:
    ThemeTest() { applyTheme(*qApp, GetParam()); }
    ~ThemeTest() override { qApp->setStyleSheet(QString()); }
};

TEST_P(ThemeTest, everyToneIsReadableOnEveryBackground) {
    const QPalette palette = QApplication::palette();
    EXPECT_EQ(isDark(palette), GetParam() == Scheme::Dark);
    for (const Tone tone : {Tone::Neutral, Tone::Accent, Tone::Good, Tone::Pause, Tone::Talk, Tone::Hold, Tone::Work,
                            Tone::Alert, Tone::Danger}) {
        EXPECT_GE(contrast(toneColor(tone, palette), palette.color(QPalette::Base)), 4.5) << int(tone);
        EXPECT_GE(contrast(toneColor(tone, palette), palette.color(QPalette::Window)), 4.5) << int(tone);
        EXPECT_GE(contrast(palette.color(QPalette::Text), toneBackground(tone, palette)), 4.5) << int(tone);
    }
    EXPECT_GE(contrast(toneColor(Tone::OnAccent, palette), toneColor(Tone::Accent, palette)), 4.5);
    EXPECT_GE(contrast(quietText(palette), palette.color(QPalette::Window)), 4.5);
    EXPECT_GE(contrast(quietText(palette), palette.color(QPalette::Base)), 4.5);
}

TEST_P(ThemeTest, theStyleSheetHasNoColourLeftOpen) {
    EXPECT_FALSE(qApp->styleSheet().isEmpty());
    EXPECT_FALSE(qApp->styleSheet().mid(qApp->styleSheet().indexOf(QLatin1String("*/"))).contains(QLatin1Char('@')));
}

TEST_P(ThemeTest, checkBoxesAreSeenWhetherCheckedOrNot) {
    QWidget window;
    QCheckBox box(QStringLiteral("Remember"), &window);
    box.resize(box.sizeHint());
    const auto edgeContrast = [&] {
        const QImage image = window.grab().toImage();
        double best = 0;
        for (int x = 0; x < box.height(); ++x)
            best = std::max(
                best, contrast(image.pixelColor(x, box.height() / 2), QApplication::palette().color(QPalette::Window)));
        return best;
    };
    EXPECT_GE(edgeContrast(), 3.0);
    box.setChecked(true);
    EXPECT_GE(edgeContrast(), 3.0);
    EXPECT_TRUE(QFile::exists(QStringLiteral(":/styles/check-light.svg")));
    EXPECT_TRUE(QFile::exists(QStringLiteral(":/styles/check-dark.svg")));
}

TEST_P(ThemeTest, iconsAreDrawnInTheTextColour) {
    const QImage image = lineIcon(QStringLiteral("more")).pixmap(48, 48).toImage();
    const QColor text = QApplication::palette().color(QPalette::ButtonText);
    bool found = false;
    for (int y = 0; y < image.height() && !found; ++y) {
        for (int x = 0; x < image.width() && !found; ++x)
            found = image.pixelColor(x, y).alpha() > 250 && contrast(image.pixelColor(x, y), text) < 1.1;
    }
    EXPECT_TRUE(found);
}

INSTANTIATE_TEST_SUITE_P(lightAndDark, ThemeTest, testing::Values(Scheme::Light, Scheme::Dark));

TEST(Icons, allAreOfOneLineWeight) {
    const QDir folder(QStringLiteral(":/icons"));
    const QStringList names = folder.entryList({QStringLiteral("*.svg")});
    EXPECT_GT(names.size(), 30);
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        EXPECT_TRUE(file.readAll().contains("stroke-width=\"1.75\"")) << name.toStdString();
    }
}

TEST(Icons, anUnknownNameIsANullIcon) { EXPECT_TRUE(lineIcon(QStringLiteral("no such icon")).isNull()); }

TEST(SchemeNames, areThree) {
    EXPECT_EQ(schemeNamed(QStringLiteral("dark")), Scheme::Dark);
    EXPECT_EQ(schemeNamed(QStringLiteral("light")), Scheme::Light);
    EXPECT_EQ(schemeNamed(QStringLiteral("system")), Scheme::System);
    EXPECT_FALSE(schemeNamed(QStringLiteral("pink")));
}

} // namespace
} // namespace callwright
